# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The valley with owners who are asked: an agenda in force, people in posts, a schedule."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from valley import REGION

from samenspel.agenda.services import import_region, move_version
from samenspel.core.agenda.record import Contribution, Goal, Measure
from samenspel.core.agenda.states import State
from samenspel.core.delivery.schedule import Schedule
from samenspel.core.rights import INSTALLATION, Role
from samenspel.delivery import services
from samenspel.parties.services import add_person, give_role

KEY = b"the key of these tests"
STARTS = date(2026, 1, 1)
SCHEDULE = Schedule(STARTS)
ASKED = date(2026, 7, 1)
DUE = date(2026, 7, 31)

GOAL = replace(
    REGION.agenda.goals[0],
    unit="people",
    baseline=Decimal(0),
    baseline_year=2025,
    target=Decimal(100),
    target_year=2030,
)
_FIRST, _SECOND = REGION.agenda.measures
WORLD = replace(
    REGION,
    agenda=replace(
        REGION.agenda,
        goals=(GOAL, Goal("D2", "Nobody counts this")),
        measures=(
            replace(_FIRST, contributions=(Contribution("D1", Decimal(40)),)),
            replace(_SECOND, contributions=(Contribution("D1"),)),
            Measure("M3", "Nobody leads this"),
        ),
    ),
)


def noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def begin():
    """Put the agenda in force, and give the school an officer and the region a secretary."""
    import_region(record=WORLD, actor=INSTALLATION, at=noon(STARTS))
    for state in (State.RELEASED, State.ADOPTED, State.EXECUTION):
        move_version(
            region="valley", number=1, to=state, note="", actor=INSTALLATION, at=noon(STARTS)
        )
    services.save_schedule(region="valley", schedule=SCHEDULE, actor=INSTALLATION, at=noon(STARTS))
    return {
        "secretary": hire("Sanne", Role.SECRETARY),
        "officer": hire("Otto", Role.OFFICER, "school"),
    }


def hire(name, role, party="", since=STARTS, until=None):
    """Give somebody a role."""
    person = add_person(
        region="valley",
        name=name,
        email=f"{name.lower()}@valley.example",
        actor=INSTALLATION,
        at=noon(since),
    )
    give_role(
        region="valley",
        person_id=person,
        role=role,
        party=party,
        since=since,
        until=until,
        actor=INSTALLATION,
        at=noon(since),
    )
    return person


def remind(day):
    """Write down what is due on a day, as though every mail was taken by the server."""
    mails = services.plan_mail(region="valley", actor=INSTALLATION, at=noon(day), key=KEY)
    for mail in mails:
        services.confirm_sent(mail=mail, at=noon(day))
    return mails


def secrets(mails):
    """Return measure -> the secret of its link."""
    return {one.measure: one.secret for mail in mails for one in mail.questions}


def after(day, days):
    return day + timedelta(days=days)
