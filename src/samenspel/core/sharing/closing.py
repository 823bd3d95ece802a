# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Ways to close the gap that a scenario leaves.

None is advised: each says what it asks of whom, and what is left of the programme.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from samenspel.core.errors import RuleError
from samenspel.core.sharing.bounds import bounded_cents
from samenspel.core.sharing.rounding import heaviest_first
from samenspel.core.sharing.scenario import Cents, Outcome, Scenario, limits_in


class Kind(StrEnum):
    """How a gap is closed."""

    SPREAD = "spread"
    SMALLER = "smaller"
    LEVEL = "level"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Way:
    """
    One way to close a gap.

    ``pays``: cents by party and year. ``programme_cents``: what there is to spend.
    ``source_cents``: what another source has to bring.
    """

    kind: Kind
    pays: Cents
    programme_cents: int
    source_cents: int = 0


def ways_to_close(scenario: Scenario, found: Outcome) -> tuple[Way, ...]:
    """
    Return the ways to close the gap of *found*; none when there is no gap.

    ``SPREAD``: the others pay it, in proportion to what they are asked, each within its own limit;
    absent when they cannot. ``SMALLER``: the programme does without it. ``LEVEL``: all pay the same
    part of what they are asked, the part that the most reluctant who takes part will pay.
    ``SOURCE``: somebody else brings it.
    """
    if not found.gap_cents:
        return ()
    built = (_BUILD[kind](scenario, found) for kind in Kind)
    return tuple(way for way in built if way is not None)


def _spread(scenario: Scenario, found: Outcome) -> Way | None:
    caps = limits_in(scenario)
    pays: Cents = {party: {} for party in found.asked}
    for year in scenario.years:
        asked = {party: years[year] for party, years in found.asked.items()}
        total = sum(asked.values())
        within = {party: cap for party, cap in caps.items() if cap < total}
        try:
            shares = bounded_cents(total, heaviest_first(asked), {}, within)
        except RuleError:
            return None
        for party, cents in shares.items():
            pays[party][year] = cents
    return Way(Kind.SPREAD, pays, found.programme_cents)


def _smaller(_: Scenario, found: Outcome) -> Way:
    return Way(Kind.SMALLER, found.pays, found.programme_cents - found.gap_cents)


def _level(scenario: Scenario, found: Outcome) -> Way:
    pays: Cents = {party: {} for party in found.asked}
    for year in scenario.years:
        asked = {
            party: 0 if party in scenario.left_out else years[year]
            for party, years in found.asked.items()
        }
        part = min(
            (Fraction(found.pays[p][year], cents) for p, cents in asked.items() if cents),
            default=Fraction(0),
        )
        for party, cents in asked.items():
            pays[party][year] = int(cents * part)
    return Way(Kind.LEVEL, pays, sum(sum(years.values()) for years in pays.values()))


def _source(_: Scenario, found: Outcome) -> Way:
    return Way(Kind.SOURCE, found.pays, found.programme_cents, found.gap_cents)


_BUILD: dict[Kind, Callable[[Scenario, Outcome], Way | None]] = {
    Kind.SPREAD: _spread,
    Kind.SMALLER: _smaller,
    Kind.LEVEL: _level,
    Kind.SOURCE: _source,
}
