# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Regions alike, and everybody who might come by.

Two have a version in force and a draft, the new one nothing but a draft. Every text of a draft
bears the mark of its region, and every name and address of a person that of the person, so that
what leaks can be told.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from allocation_world import fill as fill_allocations
from cash_world import fill as fill_cash
from council_world import fill as fill_councils
from deal_world import fill as fill_deals
from funding_world import fill as fill_funding
from progress_world import fill as fill_progress
from texts import with_texts

from samenspel.agenda.services import import_region, move_version
from samenspel.core.agenda import record as content
from samenspel.core.agenda.states import State
from samenspel.core.own_figures import OwnFigure, digest
from samenspel.core.region_record import (
    TRIANGLE,
    Body,
    Inhabitants,
    Member,
    Party,
    RegionRecord,
    Seat,
    Term,
)
from samenspel.core.rights import INSTALLATION, NOBODY, Act, Actor, Grant, Role, may
from samenspel.parties.models import Account
from samenspel.parties.services import add_person, give_mandate, give_role, make_login_link
from samenspel.regions.services import load_figures

HOME, AWAY, NEW = "dal", "berg", "wei"
REGIONS = {HOME: "D", AWAY: "B", NEW: "W"}
"""Slug -> the letter that all keys of the region begin with; no key is in two regions."""

CODES = {HOME: "VB000", AWAY: "VB100", NEW: "VB200"}
"""Slug -> what the codes of its municipalities begin with."""

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
MARKS = re.compile(r"onthuldraak-[a-z]+|naamdraak-[a-z]+-[a-z]+")


@dataclass(frozen=True)
class Visitor:
    """Somebody, in one role in one region or in none; ``party`` is the last part of its slug."""

    name: str
    role: Role | None = None
    party: str = ""
    region: str = HOME
    since: date = date(2020, 1, 1)
    until: date | None = None
    holds: bool = True

    def actor(self, region):
        """Return what the rules know of the visitor in a region."""
        if not self.role or not self.holds or region != self.region:
            return NOBODY
        return Actor(self.name, (Grant(self.role, self.party and f"{region}-{self.party}"),))

    def may(self, region, act, *parties):
        """Tell whether the rules allow *act* on what is of *parties*, named by their last part."""
        return may(self.actor(region), act, [f"{region}-{party}" for party in parties])

    @property
    def mark(self):
        """What the visitor's name and address bear."""
        return f"naamdraak-{self.region}-{self.name}"


_OF_A_PARTY = {"representative", "officer", "controller", "clerk", "councillor"}

ANONYMOUS = Visitor("anonymous")
ROLES = tuple(Visitor(str(role), role, "noord" if role in _OF_A_PARTY else "") for role in Role)
STRANGER = Visitor("stranger", Role.SECRETARY, region=AWAY)
SECRETARY = {HOME: ROLES[0], AWAY: STRANGER}
FORMER = Visitor("former", Role.SECRETARY, until=date(2020, 12, 31), holds=False)
COMING = Visitor("coming", Role.SECRETARY, since=date(2190, 1, 1), holds=False)
GUESTS = tuple(Visitor("guest", Role.READER, region=slug) for slug in (HOME, AWAY))
"""The one in each region whose role, log-in and name others may lay hands on."""

VISITORS = (ANONYMOUS, *ROLES, STRANGER, FORMER, COMING)


@dataclass
class World:
    """What addresses need to name and cannot be known beforehand, by region; who can log in."""

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)


def build(at):
    """Fill an empty database *at* this moment, and return what there is."""
    world = World()
    for slug, letter in REGIONS.items():
        fill(slug)
        fill_deals(slug, letter, whole=slug != NEW)
        fill_councils(slug, letter)
        fill_allocations(slug, whole=slug != NEW)
        seat = f"{slug}-bestuur~{slug}-noord~voorzitter~"
        world.names[slug] = {"r": slug, "k": letter, "c": CODES[slug], "seat": seat}
        if slug != NEW:
            fill_funding(slug, letter)
            world.names[slug]["payment"] = fill_cash(slug, letter)
    for visitor in (*VISITORS[1:], *GUESTS):
        role, person = settle(visitor)
        account = Account.objects.get(email=f"{visitor.mark}@{visitor.region}.example")
        world.accounts[visitor.mark] = account
        if visitor in GUESTS:
            secret = make_login_link(person_id=person, at=at, valid=timedelta(1))
            found = {"role": str(role), "person": str(person), "secret": secret}
            found["mandate"] = str(_mandate(visitor.region, person))
            world.names[visitor.region] |= found
    for slug in (HOME, AWAY):
        world.names[slug] |= fill_progress(slug, at)
    world.names[NEW] = world.names[HOME] | world.names[NEW]
    return world


def fill(slug):
    """Put a region there: version 1 in force and version 2 a draft; of a new one only a draft."""
    if slug != NEW:
        import_region(record=region(slug), actor=INSTALLATION, at=AT)
        for state in (State.RELEASED, State.ADOPTED, State.EXECUTION):
            move_version(region=slug, number=1, to=state, actor=INSTALLATION, at=AT)
    import_region(record=replace(region(slug), agenda=draft(slug)), actor=INSTALLATION, at=AT)
    rest = ("plaatsen", "neutral", "sum", f"Regio {slug}", "CC0-1.0")
    figure = OwnFigure("stages", 2025, "Stageplaatsen", *rest, ((f"{CODES[slug]}1", "10"),))
    load_figures(slug=slug, figures=[figure], actor=INSTALLATION, at=AT, seen=digest(()))


def settle(visitor):
    """Put a person there with a role and, if that is of a party, a mandate; return their keys."""
    where = {"region": visitor.region, "actor": INSTALLATION, "at": AT}
    email = f"{visitor.mark}@{visitor.region}.example"
    person = add_person(**where, name=visitor.mark.capitalize(), email=email)
    party = visitor.party and f"{visitor.region}-{visitor.party}"
    term = {"since": visitor.since, "until": visitor.until}
    role = give_role(**where, person_id=person, role=visitor.role, party=party, **term)
    if visitor.role is Role.REPRESENTATIVE:
        _mandate(visitor.region, person)
    return role, person


def _mandate(slug, person):
    """Let somebody promise something for noord; return the key of the mandate."""
    where = {"region": slug, "actor": INSTALLATION, "at": AT}
    what = {"organ": "College", "decided_on": date(2025, 5, 1), "scope": "Tot hier"}
    term = {"party": f"{slug}-noord", "since": date(2020, 1, 1)}
    return give_mandate(**where, person_id=person, **what, **term)


def allowed(visitor, region):
    """Return the marks of *region* that *visitor* may see; one's own name is on every page."""
    seen = {visitor.mark}
    if visitor.may(region, Act.READ_DRAFT):
        seen.add(f"onthuldraak-{region}")
    for party, mark in (("noord", "deal"), ("zuid", "zuid")):
        if visitor.may(region, Act.READ_DEAL_DRAFT, party):
            seen.add(f"onthuldraak-{region}{mark}")
    if visitor.may(region, Act.READ_PEOPLE):
        seen |= {one.mark for one in (*VISITORS, *GUESTS) if one.region == region}
    return seen


def region(slug):
    """Return a region with the agenda that is in force."""
    code = CODES[slug]
    schemes = ("party-kind", "policy-field", "phase")
    terms = [Term(scheme, f"{slug}-{scheme}", f"{slug} {scheme}", "Word") for scheme in schemes]
    return RegionRecord(
        slug,
        f"Regio {slug}",
        "own",
        fictional=True,
        summary="Waar het om gaat.",
        terms=(
            *(Term("triangle-side", side, side, side) for side in TRIANGLE),
            *terms,
            Term("policy-field", f"{slug}-los", f"Los veld van {slug}", "Loose field"),
        ),
        members=(Member(f"{code}1", f"Noord {slug}"), Member(f"{code}2", f"Zuid {slug}")),
        inhabitants=(Inhabitants(f"{code}1", 2025, 1000), Inhabitants(f"{code}2", 2025, 500)),
        parties=(
            _party(slug, "noord", f"{code}1"),
            _party(slug, "zuid", f"{code}2"),
            _party(slug, "los"),
        ),
        bodies=(Body(f"{slug}-bestuur", f"Bestuur {slug}"), Body(f"{slug}-los", f"Tafel {slug}")),
        seats=(Seat(f"{slug}-bestuur", f"{slug}-noord", "voorzitter", votes=2),),
        agenda=agenda(slug),
    )


def agenda(slug):
    """Return what is in force: M1 is of noord, M2 of zuid."""
    k = REGIONS[slug]
    return content.AgendaRecord(
        f"Agenda {slug}",
        2026,
        2030,
        challenges=(_challenge(slug, f"{k}O1"),),
        lines=(content.Line(f"{k}L1", f"Lijn {slug}", lead=f"{slug}-noord"),),
        goals=(_goal(slug, f"{k}D1"),),
        measures=(_measure(slug, f"{k}M1", "noord"), _measure(slug, f"{k}M2", "zuid")),
        interests=tuple(
            content.Interest(f"{slug}-{party}", f"{k}O1", gets="banen", brings="geld")
            for party in ("noord", "zuid")
        ),
    )


def draft(slug):
    """Return the same and more: M3 of noord, M4 and M5 of zuid, and a mark everywhere."""
    k, now = REGIONS[slug], agenda(slug)
    more = replace(
        now,
        challenges=(*now.challenges, *(_challenge(slug, f"{k}O{n}") for n in (2, 3))),
        lines=(*now.lines, content.Line(f"{k}L2", "Lijn")),
        goals=(*now.goals, _goal(slug, f"{k}D2")),
        measures=(
            *now.measures,
            _measure(slug, f"{k}M3", "noord"),
            _measure(slug, f"{k}M4", "zuid"),
            replace(_measure(slug, f"{k}M5", "zuid"), partners=(f"{slug}-noord",)),
        ),
        interests=(*now.interests, content.Interest(f"{slug}-noord", f"{k}O2", gets="banen")),
    )
    return with_texts(more, lambda _kind, _name, value: f"{value} Onthuldraak-{slug}".strip())


def _party(slug, name, municipality=""):
    kind = f"{slug}-party-kind"
    return Party(f"{slug}-{name}", f"Partij {name} {slug}", kind, municipality=municipality)


def _challenge(slug, key):
    field = f"{slug}-policy-field"
    return content.Challenge(key, f"Opgave {key}", sides=("economy",), policy_fields=(field,))


def _goal(slug, key):
    k = REGIONS[slug]
    of = {"challenge": f"{k}O1", "line": f"{k}L1", "owner": f"{slug}-noord"}
    return content.Goal(key, f"Doel {key}", **of, indicator="Aantal", target_year=2030)


def _measure(slug, key, party):
    k = REGIONS[slug]
    return content.Measure(
        key,
        f"Maatregel {key}",
        line=f"{k}L1",
        challenges=(f"{k}O1",),
        lead=f"{slug}-{party}",
        phase=f"{slug}-phase",
        costs=(content.Cost(2026, 12_500_00),),
        contributions=(content.Contribution(f"{k}D1"),),
    )
