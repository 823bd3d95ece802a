# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A small region with a draft, somebody in every role, and what a browser would send of a form."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from django.test import Client

from samenspel.agenda.queries import region_record
from samenspel.agenda.services import import_region, save_item
from samenspel.core.agenda.kinds import find
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
from samenspel.core.rights import INSTALLATION, Role
from samenspel.ledger.queries import links
from samenspel.parties.models import Account
from samenspel.parties.services import add_person, give_role

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
PASSWORD = "koperen ketel 1872"

AGENDA = AgendaRecord(
    "Agenda",
    2026,
    2027,
    challenges=(Challenge("O1", "Werk", sides=("economy",)), Challenge("O2", "Zorg")),
    lines=(Line("L1", "Leren", lead="school"),),
    goals=(Goal("D1", "Meer vakmensen", challenge="O1", owner="school", unit="mensen"),),
    measures=(
        Measure("M1", "Praktijkcentrum", line="L1", challenges=("O1",), lead="school"),
        Measure(
            "M2",
            "Fonds",
            challenges=("O1",),
            lead="noord",
            needs=("M1",),
            costs=(Cost(None, 5_000_00), Cost(2026, 12_500_00, "begroting")),
            contributions=(Contribution("D1", note="jaarlijks"),),
        ),
    ),
    interests=(Interest("noord", "O1", gets="banen", brings="geld"),),
)

REGION = RegionRecord(
    "dal",
    "Het Dal",
    "own",
    fictional=True,
    terms=(
        Term("triangle-side", "economy", "economie", "economy"),
        Term("triangle-side", "education", "onderwijs", "education"),
        Term("party-kind", "municipality", "gemeente", "municipality"),
        Term("party-kind", "school", "school", "school"),
        Term("phase", "idea", "idee", "idea"),
    ),
    members=(Member("VB0001", "Noord"),),
    inhabitants=(Inhabitants("VB0001", 2025, 1000),),
    parties=(
        Party("noord", "Gemeente Noord", "municipality", municipality="VB0001"),
        Party("school", "De School", "school"),
    ),
    bodies=(Body("bestuur", "Bestuur"),),
    seats=(
        Seat("bestuur", "noord", "voorzitter/lid", since=date(2024, 1, 1), until=date(2026, 1, 1)),
        Seat("bestuur", "noord", "voorzitter/lid", votes=2, since=date(2026, 1, 1)),
    ),
    agenda=AGENDA,
)

OF_A_PARTY = {Role.REPRESENTATIVE, Role.OFFICER, Role.CONTROLLER, Role.CLERK, Role.COUNCILLOR}


@dataclass
class Bench:
    """The region, and the keys of the people in it by role; those of a party are of the school."""

    people: dict[str, int] = field(default_factory=dict)

    def client(self, role, **more):
        """Return a browser in which somebody is logged in."""
        browser = Client(**more)
        browser.force_login(Account.objects.get(email=f"{role}@dal.example"))
        return browser


def fill():
    """Put the region and its people there."""
    import_region(record=REGION, actor=INSTALLATION, at=AT)
    bench = Bench()
    where = {"region": "dal", "actor": INSTALLATION, "at": AT}
    for role in Role:
        person = add_person(name=f"Naam {role}", email=f"{role}@dal.example", **where)
        party = "school" if role in OF_A_PARTY else ""
        give_role(person_id=person, role=role, party=party, since=date(2025, 1, 1), **where)
        bench.people[str(role)] = person
    return bench


def now(slug="dal"):
    """Return the region with its draft as it is now."""
    return region_record(slug, actor=INSTALLATION)


def saved(kind, key):
    """Return something in the draft as it is now, or None."""
    return find(now().agenda, kind, key)


def entries(slug="dal"):
    """Return what is in the ledger."""
    return [link.payload for link in links(slug)]


def typed(response, **changes):
    """Return what a browser would send of the form on a page, some fields typed anew."""
    form = response.context["form"]
    data = {}
    for bound in form:
        value = bound.value()
        prepared = form.fields[bound.name].prepare_value(value)
        if not form.fields[bound.name].disabled and prepared not in (None, ""):
            data[bound.name] = prepared
    return {**data, **changes}


def edit(client, address, **changes):
    """Open a form, type, and send it."""
    return client.post(address, typed(client.get(address), **changes))


def behind_the_back(**changes):
    """Let somebody else change M2."""
    where = {"region": "dal", "number": 1, "actor": INSTALLATION, "at": AT}
    save_item(item=replace(saved("measure", "M2"), **changes), instead_of="M2", **where)
