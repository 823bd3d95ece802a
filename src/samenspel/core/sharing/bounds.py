# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Shares within bounds: nobody pays less than its floor or more than its cap, not by a cent."""

from collections.abc import Mapping

from samenspel.core.errors import RuleError
from samenspel.core.sharing.rounding import check_amount, largest_remainders

Amounts = Mapping[str, int]
Cents = dict[str, int]


def bounded_cents(amount_cents: int, weights: Amounts, floors: Amounts, caps: Amounts) -> Cents:
    """
    Return whole cents that add up, in proportion to *weights*, but within each party's bounds.

    One price per unit of weight holds for all who are at no bound; who weighs nothing pays no more
    than its floor. Found as browsers divide a line over boxes: fix who is out of bounds on the side
    that weighs most, divide the rest again. The cents left go by largest remainder; *weights* come
    ``heaviest_first``.

    Raises:
        RuleError: ``share-bounds-crossed`` for a floor above its cap; ``share-floors-exceed`` or
            ``share-caps-leave-gap`` when no shares fit the bounds.
    """
    fixed, free = _settled(amount_cents, weights, floors, caps)
    left, total = amount_cents - sum(fixed.values()), sum(free.values()) or 1
    shares = fixed | largest_remainders(left, free, total)
    return {party: shares[party] for party in weights}


def _settled(
    amount_cents: int, weights: Amounts, floors: Amounts, caps: Amounts
) -> tuple[Cents, Cents]:
    """Return who pays a bound and how much, and the weights of the others."""
    low = {party: check_amount(floors.get(party, 0)) for party in weights}
    high = {party: check_amount(caps.get(party, amount_cents)) for party in weights}
    high |= {party: low[party] for party, weight in weights.items() if not weight}
    _check_bounds(amount_cents, low, high)
    fixed: Cents = {}
    while free := {party: weight for party, weight in weights.items() if party not in fixed}:
        left, total = amount_cents - sum(fixed.values()), sum(free.values()) or 1
        above = {p: left * w - high[p] * total for p, w in free.items()}
        below = {p: low[p] * total - left * w for p, w in free.items()}
        above = {p: over for p, over in above.items() if over > 0}
        below = {p: under for p, under in below.items() if under > 0}
        if not above and not below:
            break
        over = sum(above.values()) - sum(below.values())
        fixed |= {p: high[p] for p in above if over >= 0}
        fixed |= {p: low[p] for p in below if over <= 0}
    return fixed, free


def _check_bounds(amount_cents: int, low: Amounts, high: Amounts) -> None:
    for party, floor in low.items():
        if floor > high[party]:
            raise RuleError(
                "share-bounds-crossed", party=party, floor_cents=floor, cap_cents=high[party]
            )
    if (floors := sum(low.values())) > amount_cents:
        raise RuleError("share-floors-exceed", over_cents=floors - amount_cents)
    if (caps := sum(high.values())) < amount_cents:
        raise RuleError("share-caps-leave-gap", gap_cents=amount_cents - caps)
