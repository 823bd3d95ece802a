# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What each party is asked for and pays over the years, and what changes when one of them pays less.

Per year: every layer is divided over its parties; what a party is asked above its limit, or all of
it when it is left out, is the gap.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from samenspel.core.errors import RuleError
from samenspel.core.sharing.keys import INHABITANTS, Bases, figures_of
from samenspel.core.sharing.layers import Asks, Layer, Weights
from samenspel.core.sharing.rounding import Number, check_amount, nearest_cents
from samenspel.core.sharing.rules import index

Cents = dict[str, dict[int, int]]
"""Party -> year -> cents."""


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
    """
    What changes for a party over all years, and per inhabitant per year in cents.

    The latter is None where nobody knows how many live there.
    """

    party: str
    before_cents: int
    after_cents: int
    before_each_cents: int | None
    after_each_cents: int | None

    @property
    def difference_cents(self) -> int:
        """How much more it pays."""
        return self.after_cents - self.before_cents


def outcome(scenario: Scenario, asked: Cents | None = None) -> Outcome:
    """
    Return who is asked and pays what.

    *asked* is what a scenario with the same layers, figures, years and rises asks, when that was
    reckoned before: limits and who is left out make no difference to it.

    Raises:
        RuleError: what ``rules.divide`` raises; ``share-unknown-party`` for a limit on, or the
            leaving out of, a party that is not in the scenario; ``share-amount-too-large`` when
            all years together are.
    """
    _check_parties(scenario)
    asked = _asked(scenario) if asked is None else asked
    found = Outcome(asked, _paid(scenario, asked))
    check_amount(found.programme_cents)
    return found


def _asked(scenario: Scenario) -> Cents:
    asked: Cents = {party: dict.fromkeys(scenario.years, 0) for party in sorted(scenario.parties)}
    for layer in by_layer(scenario):
        for year, due in layer.items():
            for party, cents in due.items():
                asked[party][year] += cents
    return asked


def effects(before: Outcome, after: Outcome, inhabitants: Mapping[str, Number]) -> list[Effect]:
    """Return what changes for each party that is in both, and what it is per inhabitant."""
    return [
        Effect(
            party,
            sum(before.pays[party].values()),
            sum(years.values()),
            _each(before.pays[party], inhabitants.get(party)),
            _each(years, inhabitants.get(party)),
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


def by_layer(scenario: Scenario) -> Iterator[dict[int, dict[str, int]]]:
    """
    Yield what each layer asks: year -> party -> cents, each with only the parties that it asks.

    Years with the same rises are reckoned once.

    Raises:
        RuleError: see ``outcome``.
    """
    weights: Weights = {}
    factors = _factors(scenario)
    distinct = list(dict.fromkeys(factors.values()))
    places = {year: distinct.index(factor) for year, factor in factors.items()}
    parties = frozenset(scenario.parties)
    for layer in scenario.layers:
        asks = Asks(layer, parties, scenario.bases, weights)
        known = [asks.risen(factor) for factor in distinct]
        yield {year: known[place] for year, place in places.items()}


def _factors(scenario: Scenario) -> dict[int, Fraction]:
    """Return year -> by how much the rises up to then multiply amounts and rates."""
    rises = sorted(scenario.rises.items())
    return {
        year: index([rise for since, rise in rises if since <= year]) for year in scenario.years
    }


def _paid(scenario: Scenario, asked: Cents) -> Cents:
    most = limits_in(scenario)
    return {
        party: {year: min(cents, most.get(party, cents)) for year, cents in years.items()}
        for party, years in asked.items()
    }


def _each(years: Mapping[int, int], people: Number | None) -> int | None:
    if not people:
        return None
    return nearest_cents(Fraction(sum(years.values())) / people / len(years)) if years else 0


def _check_parties(scenario: Scenario) -> None:
    named = {*scenario.limits, *scenario.left_out}
    named.update(*(layer.only for layer in scenario.layers if layer.only is not None))
    for party in sorted(named):
        if party not in scenario.parties:
            raise RuleError("share-unknown-party", party=party, known=sorted(scenario.parties))
