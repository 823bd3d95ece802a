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
from samenspel.core.sharing.bounds import bounded_cents
from samenspel.core.sharing.keys import Bases, Key
from samenspel.core.sharing.rounding import (
    Number,
    check_amount,
    heaviest_first,
    largest_remainders,
    nearest_cents,
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
    weights = ruled(key.weights(parties, bases), rules)
    cents = by_weights(amount_cents, heaviest_first(weights), rules)
    return {party: cents[party] for party in weights}


def ruled(weights: dict[str, int], rules: Rules) -> dict[str, int]:
    """
    Return the weights of a key after the rules that hold for any amount: centre and transition.

    Raises:
        RuleError: see ``divide``.
    """
    _check_parties(weights, rules)
    if rules.centre:
        weights = _with_centre(weights, rules.centre)
    if rules.transition:
        weights = _in_transition(weights, rules.transition)
    return weights


def by_weights(amount_cents: int, weights: Mapping[str, int], rules: Rules) -> dict[str, int]:
    """
    Return the whole cents of an amount by weights that are ``ruled``, within floors and caps.

    *weights* come ``heaviest_first``, and so do the cents.

    Raises:
        RuleError: see ``divide``.
    """
    check_amount(amount_cents)
    if rules.floors or rules.caps:
        return bounded_cents(amount_cents, weights, rules.floors, rules.caps)
    return largest_remainders(amount_cents, weights, sum(weights.values()))


def per_unit(rate_cents: Number, figures: Mapping[str, Number]) -> dict[str, int]:
    """
    Return a rate per unit, such as 12.50 per inhabitant, as cents per party.

    Each amount is rounded to the nearest cent on its own; the total follows from them.

    Raises:
        RuleError: ``share-amount-negative`` or ``share-amount-too-large``.
    """
    over, under = rate_cents.numerator, 2 * rate_cents.denominator
    half = rate_cents.denominator
    return {
        party: check_amount((2 * over * figure + half) // under)
        if isinstance(figure, int)
        else check_amount(nearest_cents(rate_cents * figure))
        for party, figure in figures.items()
    }


def indexed(amount_cents: int, percentages: Collection[Fraction]) -> int:
    """
    Return the amount after these yearly rises in percent, rounded once, at the end.

    Raises:
        RuleError: ``share-amount-negative`` (after a fall of more than all) or
            ``share-amount-too-large``.

    >>> indexed(100_00, [Fraction("2.5"), Fraction("3.1")])
    10568
    """
    return risen(amount_cents, index(percentages))


def index(percentages: Collection[Fraction]) -> Fraction:
    """Return by how much these yearly rises in percent multiply an amount."""
    factor = Fraction(1)
    for percentage in percentages:
        factor *= 1 + percentage / 100
    return factor


def risen(amount_cents: int, factor: Fraction) -> int:
    """
    Return the amount times an ``index``, to the nearest cent.

    Raises:
        RuleError: see ``indexed``.
    """
    over, under = factor.numerator, factor.denominator
    return check_amount((2 * check_amount(amount_cents) * over + under) // (2 * under))


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


def _check_parties(weights: Mapping[str, int], rules: Rules) -> None:
    named = [*rules.floors, *rules.caps]
    named += [rules.centre.party] if rules.centre else []
    for party in named:
        if party not in weights:
            raise RuleError("share-unknown-party", party=party, known=sorted(weights))


def _check_part(part: Fraction) -> None:
    if not 0 <= part <= 1:
        raise RuleError("share-rule-part")
