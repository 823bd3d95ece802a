# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A small region, and the people around it, for tests of acts."""

from datetime import UTC, date, datetime

from samenspel.core.agenda.record import (
    AgendaRecord,
    Challenge,
    Contribution,
    Cost,
    Goal,
    Interest,
    Line,
    Measure,
)
from samenspel.core.region_record import (
    Body,
    Inhabitants,
    Member,
    Party,
    RegionRecord,
    Seat,
    Term,
)
from samenspel.core.rights import Actor, Grant, Role

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

AGENDA = AgendaRecord(
    "Agenda",
    2026,
    2030,
    challenges=(Challenge("O1", "Work", sides=("economy",)),),
    lines=(Line("L1", "Learning", lead="school"),),
    goals=(Goal("D1", "More skilled people", challenge="O1", line="L1", owner="school"),),
    measures=(
        Measure("M1", "Practice centre", line="L1", challenges=("O1",), lead="school"),
        Measure(
            "M2",
            "Fund",
            challenges=("O1",),
            lead="north",
            partners=("school",),
            needs=("M1",),
            costs=(Cost(2026, 12_500_00),),
            contributions=(Contribution("D1"),),
        ),
    ),
    interests=(Interest("north", "O1", gets="jobs", brings="money"),),
)

REGION = RegionRecord(
    "valley",
    "Valley",
    "own",
    fictional=True,
    terms=(
        Term("triangle-side", "economy", "economie", "economy"),
        Term("party-kind", "municipality", "gemeente", "municipality"),
        Term("party-kind", "school", "school", "school"),
        Term("phase", "idea", "idee", "idea"),
    ),
    members=(Member("VB0001", "North"), Member("VB0002", "South", until=date(2027, 1, 1))),
    inhabitants=(Inhabitants("VB0001", 2025, 1000), Inhabitants("VB0002", 2025, 500)),
    parties=(
        Party("north", "North", "municipality", municipality="VB0001"),
        Party("school", "School", "school"),
    ),
    bodies=(Body("board", "Board"),),
    seats=(Seat("board", "north", votes=2),),
    agenda=AGENDA,
)


def acting(role, party=""):
    """Return somebody with one role."""
    return Actor(f"somebody-{role}-{party}", (Grant(Role(role), party),))


SECRETARY = acting("secretary")
