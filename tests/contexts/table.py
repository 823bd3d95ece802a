# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Three parties of the valley at a table, with a deal of theirs, for tests of acts on deals."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from valley import NOON, REGION, SECRETARY

from samenspel.agenda.services import import_region, move_version
from samenspel.core.agenda.states import State
from samenspel.core.deals.commitment import Amount, Commitment, Condition, Kind
from samenspel.core.deals.deal import DealDraft, Terms
from samenspel.core.deals.ladder import Rung
from samenspel.core.errors import RuleError
from samenspel.core.region_record import Member, Party
from samenspel.core.rights import INSTALLATION, Actor, Grant, Role
from samenspel.deals import queries, services
from samenspel.ledger.queries import links
from samenspel.parties.queries import reference_of
from samenspel.parties.services import add_person, give_mandate
from samenspel.regions.queries import region

DAY = date(2026, 3, 1)
PARTIES = ("north", "school", "south")
VALLEY = replace(
    REGION,
    parties=(
        *REGION.parties,
        Party("south", "South", "municipality", municipality="VB0002"),
        Party("club", "Club", "school"),
    ),
    members=(*REGION.members[:1], Member("VB0002", "South")),
)

MONEY = Commitment(
    "T1",
    "north",
    "measure:M1",
    Kind.MONEY,
    "A quarter of the practice centre",
    starts_on=date(2026, 1, 1),
    ends_on=date(2028, 12, 31),
    amounts=(Amount(2026, 100_00), Amount(2027, 250_00), Amount(2028, 250_00)),
    conditions=(Condition("If the school gives the room", party="school"),),
    in_return="Places for its residents",
)
HOURS = Commitment(
    "T2",
    "school",
    "measure:M2",
    Kind.HOURS,
    "Two teachers",
    ends_on=date(2026, 6, 30),
    hours=400,
    helps=("north",),
)
FUND = Commitment("T3", "south", "goal:D1", Kind.MONEY, "A fund", amounts=(Amount(2027, 90_00),))
TERMS = Terms("Practice deal", "## 1\n\nWe build it together.", PARTIES, notice_days=90)
DRAFT = DealDraft(TERMS, ("T1", "T2", "T3"))


def hold(party, limit=None, until=None, name=""):
    """Return a representative of *party* with a mandate."""
    by_secretary = {"region": "valley", "actor": SECRETARY, "at": NOON}
    name = name or party
    person = add_person(name=name, email=f"{name}@example.org", **by_secretary)
    give_mandate(
        person_id=person,
        party=party,
        organ="Executive",
        decided_on=DAY,
        scope="Sign deals",
        since=DAY,
        until=until,
        limit_cents=limit,
        **by_secretary,
    )
    return Actor(reference_of(person), (Grant(Role.REPRESENTATIVE, party),))


def seat():
    """Make the valley with its three representatives; return them by party."""
    import_region(record=VALLEY, actor=INSTALLATION, at=NOON)
    move_version(region="valley", number=1, to=State.CONSULTATION, actor=SECRETARY, at=NOON)
    return {party: hold(party) for party in PARTIES}


def promise(*commitments, rung=Rung.MENTIONED):
    for one in commitments:
        services.save_commitment(
            region="valley", commitment=one, actor=SECRETARY, at=NOON, rung=rung
        )


def act(name, actor=SECRETARY, at=NOON, **what):
    """Do an act of the services on the practice deal."""
    if "deal" in name or name in {"withdraw", "take_back", "propose_amendment"}:
        what.setdefault("slug", "practice")
    return getattr(services, name)(region="valley", actor=actor, at=at, **what)


def propose(draft=DRAFT, at=NOON):
    act("save_deal", draft=draft, at=at)
    return act("propose_deal", at=at)


def sign(actors, party, digest, at=NOON, **more):
    return act("sign_deal", actors[party], at=at, party=party, digest=digest, **more)


def conclude(actors, draft=DRAFT):
    """Propose and sign the deal by all; return its digest."""
    digest = propose(draft)
    for party in draft.terms.parties:
        sign(actors, party, digest)
    return digest


def valley_id():
    return region("valley").pk


def page(reader=SECRETARY, on=DAY):
    return queries.deal(valley_id(), "practice", reader, on=on)


def later(days) -> datetime:
    return NOON + timedelta(days=days)


def entries():
    return [link.payload for link in links("valley")]


def refused(code, name, *args, **what):
    """The act is refused with this code, and leaves neither row nor entry."""
    before = page(), entries()
    with pytest.raises(RuleError) as error:
        act(name, *args, **what)
    assert error.value.code == code
    assert (page(), entries()) == before


def state(number=1, on=DAY):
    return page(on=on).versions[number - 1].state


def less_money(**terms):
    change = replace(MONEY, amounts=(Amount(2026, 100_00), Amount(2027, 200_00)))
    return replace(DRAFT, terms=replace(TERMS, **terms), changes=(change,))
