# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the money of the region is to one party: what it pays, what it gets, and beside whom."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from samenspel.core.funding.cash import Payment, cash
from samenspel.core.funding.leverage import Leverage, leverage_by_party
from samenspel.core.funding.lines import Entry
from samenspel.core.funding.plan import DECIDED


@dataclass(frozen=True, slots=True)
class ProjectMoney:
    """A measure: all that is planned for it, and what of that is the party's own."""

    measure: str
    planned_cents: int | None
    own_cents: int | None


@dataclass(frozen=True, slots=True)
class PartyMoney:
    """
    A party's side of the money, in cents; None where no line says anything, or no payment is kept.

    ``planned_cents`` is all that it puts in by the plan, of which ``decided_cents`` was decided,
    ``programme_cents`` is for the programme itself and ``in_kind_cents`` is no money.
    ``paid_cents`` is what it paid into the cash, ``got_cents`` what it was paid out of it.
    """

    party: str
    planned_cents: int | None
    decided_cents: int
    programme_cents: int
    in_kind_cents: int
    years: dict[int | None, int]
    paid_cents: int | None
    got_cents: int | None
    leverage: Leverage | None
    projects: tuple[ProjectMoney, ...]


def party_money(
    party: str,
    entries: Iterable[Entry],
    payments: Iterable[Payment],
    takes_part: Collection[str] = (),
) -> PartyMoney:
    """Return the money of *party*; *takes_part* are measures it leads or joins."""
    known, kept = tuple(entries), tuple(payments)
    moved = cash(one for one in kept if one.party == party)
    own = [one for one in known if one.party == party]
    measures = dict.fromkeys([*takes_part, *(one.measure for one in own if one.measure)])
    return PartyMoney(
        party,
        _cents(own),
        sum(one.cents for one in own if one.rung in DECIDED),
        sum(one.cents for one in own if not one.measure),
        sum(one.cents for one in own if one.in_kind),
        _years(own),
        moved.received_cents if kept else None,
        moved.spent_cents if kept else None,
        leverage_by_party(known).get(party),
        tuple(_project(key, known, party) for key in measures),
    )


def per_head(cents: int | None, people: int | None) -> int | None:
    """Return cents per inhabitant, half up; None when either is unknown or nobody lives there."""
    if cents is None or not people:
        return None
    return (2 * cents + people) // (2 * people)


def _cents(entries: Collection[Entry]) -> int | None:
    return sum(one.cents for one in entries) if entries else None


def _years(entries: Iterable[Entry]) -> dict[int | None, int]:
    found: dict[int | None, int] = {}
    for one in entries:
        found[one.year] = found.get(one.year, 0) + one.cents
    return dict(sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or 0)))


def _project(key: str, entries: Collection[Entry], party: str) -> ProjectMoney:
    here = [one for one in entries if one.measure == key]
    return ProjectMoney(key, _cents(here), _cents([one for one in here if one.party == party]))
