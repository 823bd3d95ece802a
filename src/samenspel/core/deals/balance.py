# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Get and bring: who helps whom, in cents, hours and words.

What is done for several is divided equally among them, so that all that is brought is also got. A
figure that nobody gave stays None and never becomes zero.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from samenspel.core.deals.commitment import Commitment, TargetKind, parse_target
from samenspel.core.deals.split import equally

THE_REGION = ""
"""Who is helped when it is nobody in particular."""


@dataclass(frozen=True, slots=True)
class Gift:
    """What one party does for others; ``words`` say what, ``key`` is its commitment."""

    key: str
    giver: str
    takers: tuple[str, ...]
    cents: int | None
    hours: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Total:
    """Cents and hours together (None: no figure was given), and the gifts they come from."""

    cents: int | None = None
    hours: int | None = None
    gifts: tuple[Gift, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """What one party brings, and what it gets."""

    party: str
    brings: Total = field(default_factory=Total)
    gets: Total = field(default_factory=Total)


def gift_of(one: Commitment, leads: Mapping[str, str], deal_parties: Collection[str]) -> Gift:
    """
    Return *one* as a gift.

    Taken by whom it names; else by whoever leads the measure or owns the goal (*leads*, by target),
    or by the others in the deal (*deal_parties*); else by the region.
    """
    takers = _takers(one, leads, deal_parties)
    return Gift(one.key, one.party, takers, one.cents, one.hours, one.what)


def _takers(
    one: Commitment, leads: Mapping[str, str], deal_parties: Collection[str]
) -> tuple[str, ...]:
    if one.helps:
        return tuple(dict.fromkeys(one.helps))
    if parse_target(one.target)[0] is TargetKind.DEAL:
        found = [party for party in deal_parties if party != one.party]
    else:
        lead = leads.get(one.target, "")
        found = [lead] if lead != one.party else []
    return tuple(found) or (THE_REGION,)


def matrix(gifts: Iterable[Gift]) -> dict[tuple[str, str], Total]:
    """Return (giver, taker) -> what the one does for the other."""
    cells: dict[tuple[str, str], Total] = {}
    for gift in gifts:
        cents = {} if gift.cents is None else equally(gift.cents, gift.takers)
        hours = {} if gift.hours is None else equally(gift.hours, gift.takers)
        for taker in gift.takers:
            there = cells.get((gift.giver, taker), Total())
            cells[gift.giver, taker] = Total(
                _plus(there.cents, cents.get(taker)),
                _plus(there.hours, hours.get(taker)),
                (*there.gifts, gift),
            )
    return cells


def balances(gifts: Iterable[Gift]) -> dict[str, Balance]:
    """Return party -> its balance, of all that give or get; the region under ``THE_REGION``."""
    brings: dict[str, list[Total]] = {}
    gets: dict[str, list[Total]] = {}
    for (giver, taker), total in matrix(gifts).items():
        brings.setdefault(giver, []).append(total)
        gets.setdefault(taker, []).append(total)
    return {
        party: Balance(party, _together(brings.get(party, [])), _together(gets.get(party, [])))
        for party in dict.fromkeys([*brings, *gets])
    }


def _together(totals: list[Total]) -> Total:
    cents = hours = None
    gifts: dict[str, Gift] = {}
    for one in totals:
        cents, hours = _plus(cents, one.cents), _plus(hours, one.hours)
        gifts.update({gift.key: gift for gift in one.gifts})
    return Total(cents, hours, tuple(gifts.values()))


def _plus(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other
