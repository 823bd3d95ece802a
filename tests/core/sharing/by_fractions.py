# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The same division by exact fractions and year by year: slow, and plain to read."""

from fractions import Fraction
from math import floor

from samenspel.core.errors import RuleError
from samenspel.core.sharing.keys import figures_of
from samenspel.core.sharing.rounding import nearest_cents, whole_weights
from samenspel.core.sharing.rules import ruled


def divide_slowly(amount, weights, rules):
    """Return whole cents of an amount by weights, within floors and caps."""
    if rules.floors or rules.caps:
        weights = whole_weights(_bounded(amount, weights, rules.floors, rules.caps))
    return _whole(amount, weights)


def _whole(amount, weights):
    """Return each share rounded down, and one more where most was lost until it adds up."""
    total = sum(weights.values()) or 1
    exact = {party: Fraction(amount * weight, total) for party, weight in weights.items()}
    cents = {party: floor(share) for party, share in exact.items()}
    lost = sorted(exact, key=lambda party: (cents[party] - exact[party], -weights[party], party))
    for party in lost[: amount - sum(cents.values())]:
        cents[party] += 1
    return cents


def ask_slowly(scenario):
    """Return what each party is asked: party -> year -> cents."""
    asked = {party: dict.fromkeys(scenario.years, 0) for party in scenario.parties}
    for year in scenario.years:
        for layer in scenario.layers:
            factor = Fraction(1)
            for since, rise in scenario.rises.items():
                factor *= 1 + rise / 100 if since <= year else 1
            for party, cents in _layer(scenario, layer, factor).items():
                asked[party][year] += cents
    return asked


def _layer(scenario, layer, factor):
    parties = scenario.parties if layer.only is None else layer.only
    if layer.amount_cents is None:
        figures = figures_of(layer.key.parts[0].basis, parties, scenario.bases)
        return {p: nearest_cents(layer.rate_cents * factor * f) for p, f in figures.items()}
    weights = ruled(layer.key.weights(parties, scenario.bases), layer.rules)
    return divide_slowly(nearest_cents(layer.amount_cents * factor), weights, layer.rules)


def _bounded(amount, weights, floors, caps):
    low = {party: floors.get(party, 0) for party in weights}
    high = {party: caps.get(party, amount) for party in weights}
    high |= {party: low[party] for party, weight in weights.items() if not weight}
    if any(low[party] > high[party] for party in weights):
        raise RuleError("share-bounds-crossed")
    if sum(low.values()) > amount or sum(high.values()) < amount:
        raise RuleError("share-floors-exceed")
    fixed = {}
    while free := {party: weight for party, weight in weights.items() if party not in fixed}:
        left, total = amount - sum(fixed.values()), sum(free.values()) or 1
        shares = {party: Fraction(left) * weight / total for party, weight in free.items()}
        above = {p: share - high[p] for p, share in shares.items() if share > high[p]}
        below = {p: low[p] - share for p, share in shares.items() if share < low[p]}
        if not above and not below:
            return fixed | shares
        over = sum(above.values()) - sum(below.values())
        fixed |= {p: Fraction(high[p]) for p in above if over >= 0}
        fixed |= {p: Fraction(low[p]) for p in below if over <= 0}
    return fixed
