# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What each party is asked for and pays over the years, and what changes when one of them pays less.

Per year: every layer is divided over its parties; what a party is asked above its limit, or all of
it when it is left out, is the gap.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from samenspel.core.errors import RuleError
from samenspel.core.sharing.keys import INHABITANTS, Bases, Key, figures_of
from samenspel.core.sharing.rounding import Number, check_amount, nearest_cents
from samenspel.core.sharing.rules import NO_RULES, Rules, divide, indexed, per_unit

Cents = dict[str, dict[int, int]]
"""Party -> year -> cents."""


@dataclass(frozen=True, slots=True)
class Layer:
    """
    One thing that is paid for every year: an amount over a key, or a rate per unit of a basis.

    Opting in is a layer of its own with ``only`` the parties that do. A rate counts per unit of
    the one basis of its key.

    Raises:
        RuleError: ``share-layer`` unless it has either an amount or a rate, the latter with a key
            of one basis.
    """

    key: Key
    amount_cents: int | None = None
    rate_cents: Number | None = None
    only: frozenset[str] | None = None
    rules: Rules = NO_RULES

    def __post_init__(self) -> None:
        if (self.amount_cents is None) is (self.rate_cents is None):
            raise RuleError("share-layer")
        if self.rate_cents is not None and len(self.key.parts) > 1:
            raise RuleError("share-layer")


@dataclass(frozen=True, slots=True)
class Scenario:
    """
    A plan for who pays what.

    ``limits``: party -> the most that it will pay, in cents per inhabitant per year.
    ``left_out``: parties that do not pay at all. ``rises``: year -> percentage by which amounts and
    rates go up from that year on; limits do not.
    """

    parties: tuple[str, ...]
    years: tuple[int, ...]
    layers: tuple[Layer, ...]
    bases: Bases
    limits: Mapping[str, Number] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    rises: Mapping[int, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What each party is asked, and what it pays of that, in cents by party and year."""

    asked: Cents
    pays: Cents

    @property
    def programme_cents(self) -> int:
        """What the programme needs."""
        return sum(sum(years.values()) for years in self.asked.values())

    @property
    def gap_cents(self) -> int:
        """What nobody pays."""
        return self.programme_cents - sum(self.by_party().values())

    @property
    def gaps(self) -> dict[str, int]:
        """Who leaves a part of the gap: party -> cents, over all years."""
        paid = self.by_party()
        left = {party: sum(years.values()) - paid[party] for party, years in self.asked.items()}
        return {party: cents for party, cents in left.items() if cents}

    def by_party(self) -> dict[str, int]:
        """Return what each party pays over all years."""
        return {party: sum(years.values()) for party, years in self.pays.items()}


@dataclass(frozen=True, slots=True)
class Effect:
    """What changes for a party over all years, and per inhabitant per year in cents."""

    party: str
    before_cents: int
    after_cents: int
    before_each_cents: int
    after_each_cents: int

    @property
    def difference_cents(self) -> int:
        """How much more it pays."""
        return self.after_cents - self.before_cents


def outcome(scenario: Scenario) -> Outcome:
    """
    Return who is asked and pays what.

    Raises:
        RuleError: what ``rules.divide`` raises; ``share-unknown-party`` for a limit on, or the
            leaving out of, a party that is not in the scenario; ``share-amount-too-large`` when
            all years together are.
    """
    _check_parties(scenario)
    asked: Cents = {party: {} for party in sorted(scenario.parties)}
    for year in scenario.years:
        due = _asked_in(scenario, year)
        for party, by_year in asked.items():
            by_year[year] = due[party]
    found = Outcome(asked, _paid(scenario, asked))
    check_amount(found.programme_cents)
    return found


def effects(before: Outcome, after: Outcome, inhabitants: Mapping[str, Number]) -> list[Effect]:
    """Return what changes for each party that is in both, and what it is per inhabitant."""
    return [
        Effect(
            party,
            sum(before.pays[party].values()),
            sum(years.values()),
            _each(before.pays[party], inhabitants[party]),
            _each(years, inhabitants[party]),
        )
        for party, years in after.pays.items()
        if party in before.pays
    ]


def limits_in(scenario: Scenario) -> dict[str, int]:
    """Return the most that each party with a limit, or left out, pays in a year."""
    wanted = {party for party in scenario.limits if party not in scenario.left_out}
    people = figures_of(INHABITANTS, wanted, scenario.bases) if wanted else {}
    most = {party: nearest_cents(scenario.limits[party] * count) for party, count in people.items()}
    return {party: check_amount(cents) for party, cents in most.items()} | dict.fromkeys(
        scenario.left_out, 0
    )


def _asked_in(scenario: Scenario, year: int) -> dict[str, int]:
    due = dict.fromkeys(scenario.parties, 0)
    rises = [rise for since, rise in sorted(scenario.rises.items()) if since <= year]
    for layer in scenario.layers:
        for party, cents in _layer(scenario, layer, rises).items():
            due[party] += cents
    return due


def _layer(scenario: Scenario, layer: Layer, rises: list[Fraction]) -> dict[str, int]:
    parties = scenario.parties if layer.only is None else layer.only
    if layer.amount_cents is not None:
        amount = indexed(layer.amount_cents, rises)
        return divide(amount, layer.key, parties, scenario.bases, layer.rules)
    rate = Fraction(layer.rate_cents or 0)
    for rise in rises:
        rate *= 1 + rise / 100
    figures = figures_of(layer.key.parts[0].basis, sorted(parties), scenario.bases)
    return per_unit(rate, figures)


def _paid(scenario: Scenario, asked: Cents) -> Cents:
    most = limits_in(scenario)
    return {
        party: {year: min(cents, most.get(party, cents)) for year, cents in years.items()}
        for party, years in asked.items()
    }


def _each(years: Mapping[int, int], people: Number) -> int:
    return nearest_cents(Fraction(sum(years.values())) / people / len(years)) if years else 0


def _check_parties(scenario: Scenario) -> None:
    named = {*scenario.limits, *scenario.left_out}
    named.update(*(layer.only for layer in scenario.layers if layer.only is not None))
    for party in sorted(named):
        if party not in scenario.parties:
            raise RuleError("share-unknown-party", party=party, known=sorted(scenario.parties))
