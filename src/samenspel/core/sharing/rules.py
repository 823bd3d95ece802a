# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Rules on top of a key: the centre pays more, a change comes in steps, nobody below or above a bound.

They work in this order: key, centre municipality, transition, floor and cap, whole cents. A cap is
never exceeded and a floor never missed, not by a cent.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from samenspel.core.errors import RuleError
from samenspel.core.sharing.keys import Bases, Key
from samenspel.core.sharing.rounding import (
    Number,
    check_amount,
    nearest_cents,
    whole_cents,
    whole_weights,
)


@dataclass(frozen=True, slots=True)
class Centre:
    """A centre municipality pays this part of the amount first, then its share of the rest."""

    party: str
    extra: Fraction


@dataclass(frozen=True, slots=True)
class Transition:
    """
    From what parties paid before to what the key says.

    ``before``: party -> cents. ``progress``: 0 is all as before, 1 is all by the key; a change in
    four years has 1/4, 2/4, 3/4 and 1. What counts of before is the proportion, not the total; who
    left is left out of it.
    """

    before: Mapping[str, int]
    progress: Fraction


@dataclass(frozen=True, slots=True)
class Rules:
    """Floors and caps: party -> cents."""

    floors: Mapping[str, int] = field(default_factory=dict)
    caps: Mapping[str, int] = field(default_factory=dict)
    centre: Centre | None = None
    transition: Transition | None = None


NO_RULES = Rules()


def divide(
    amount_cents: int,
    key: Key,
    parties: Collection[str],
    bases: Bases,
    rules: Rules = NO_RULES,
) -> dict[str, int]:
    """
    Return what each party pays of *amount_cents*, by party in the order of their codes.

    Raises:
        RuleError: what ``Key.weights`` and ``whole_cents`` raise; ``share-unknown-party`` for a
            rule about a party that does not take part; ``share-rule-part`` for a centre or a
            transition outside 0 to 1; ``share-bounds-crossed`` for a floor above its cap;
            ``share-floors-exceed`` and ``share-caps-leave-gap`` when no shares fit the bounds.
    """
    check_amount(amount_cents)
    weights = key.weights(parties, bases)
    _check_parties(weights, rules)
    if rules.centre:
        weights = _with_centre(weights, rules.centre)
    if rules.transition:
        weights = _in_transition(weights, rules.transition)
    if rules.floors or rules.caps:
        weights = whole_weights(bounded(amount_cents, weights, rules.floors, rules.caps))
    if not amount_cents:
        return dict.fromkeys(weights, 0)
    return whole_cents(amount_cents, weights)


def bounded(
    amount_cents: int,
    weights: Mapping[str, int],
    floors: Mapping[str, int],
    caps: Mapping[str, int],
) -> dict[str, Fraction]:
    """
    Return exact shares in proportion to *weights*, but within each party's bounds.

    One price per unit of weight holds for all who are at no bound; who weighs nothing pays no more
    than its floor. Found as browsers divide a line over boxes: fix who is out of bounds on the side
    that weighs most, divide the rest again.

    Raises:
        RuleError: see ``divide``.
    """
    low = {party: check_amount(floors.get(party, 0)) for party in weights}
    high = {party: check_amount(caps.get(party, amount_cents)) for party in weights}
    high |= {party: low[party] for party, weight in weights.items() if not weight}
    _check_bounds(amount_cents, low, high)
    fixed: dict[str, Fraction] = {}
    while free := {party: weight for party, weight in weights.items() if party not in fixed}:
        shares = _by_weight(amount_cents - sum(fixed.values()), free)
        above = {p: s - high[p] for p, s in shares.items() if s > high[p]}
        below = {p: low[p] - s for p, s in shares.items() if s < low[p]}
        if not above and not below:
            return {party: (fixed | shares)[party] for party in weights}
        over = sum(above.values()) - sum(below.values())
        fixed |= {p: Fraction(high[p]) for p in above if over >= 0}
        fixed |= {p: Fraction(low[p]) for p in below if over <= 0}
    return {party: fixed[party] for party in weights}


def per_unit(rate_cents: Number, figures: Mapping[str, Number]) -> dict[str, int]:
    """
    Return a rate per unit, such as 12.50 per inhabitant, as cents per party.

    Each amount is rounded to the nearest cent on its own; the total follows from them.

    Raises:
        RuleError: ``share-amount-negative`` or ``share-amount-too-large``.
    """
    return {p: check_amount(nearest_cents(rate_cents * figure)) for p, figure in figures.items()}


def indexed(amount_cents: int, percentages: Collection[Fraction]) -> int:
    """
    Return the amount after these yearly rises in percent, rounded once, at the end.

    Raises:
        RuleError: ``share-amount-negative`` (after a fall of more than all) or
            ``share-amount-too-large``.

    >>> indexed(100_00, [Fraction("2.5"), Fraction("3.1")])
    10568
    """
    amount = Fraction(check_amount(amount_cents))
    for percentage in percentages:
        amount *= 1 + percentage / 100
    return check_amount(nearest_cents(amount))


def _with_centre(weights: Mapping[str, int], centre: Centre) -> dict[str, int]:
    _check_part(centre.extra)
    total = sum(weights.values())
    shares = {party: (1 - centre.extra) * weight / total for party, weight in weights.items()}
    shares[centre.party] += centre.extra
    return whole_weights(shares)


def _in_transition(weights: Mapping[str, int], transition: Transition) -> dict[str, int]:
    _check_part(transition.progress)
    before = {party: check_amount(transition.before.get(party, 0)) for party in weights}
    old, new = sum(before.values()), sum(weights.values())
    if not old:
        raise RuleError("share-gives-nothing")
    left = 1 - transition.progress
    return whole_weights(
        {
            party: left * before[party] / old + transition.progress * weight / new
            for party, weight in weights.items()
        }
    )


def _by_weight(amount: Fraction | int, weights: Mapping[str, int]) -> dict[str, Fraction]:
    total = sum(weights.values()) or 1
    return {party: Fraction(amount) * weight / total for party, weight in weights.items()}


def _check_bounds(amount_cents: int, low: Mapping[str, int], high: Mapping[str, int]) -> None:
    for party, floor in low.items():
        if floor > high[party]:
            raise RuleError(
                "share-bounds-crossed", party=party, floor_cents=floor, cap_cents=high[party]
            )
    if (floors := sum(low.values())) > amount_cents:
        raise RuleError("share-floors-exceed", over_cents=floors - amount_cents)
    if (caps := sum(high.values())) < amount_cents:
        raise RuleError("share-caps-leave-gap", gap_cents=amount_cents - caps)


def _check_parties(weights: Mapping[str, int], rules: Rules) -> None:
    named = [*rules.floors, *rules.caps]
    named += [rules.centre.party] if rules.centre else []
    for party in named:
        if party not in weights:
            raise RuleError("share-unknown-party", party=party, known=sorted(weights))


def _check_part(part: Fraction) -> None:
    if not 0 <= part <= 1:
        raise RuleError("share-rule-part")
