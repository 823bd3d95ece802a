# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Whole eurocents that add up.

Whole numbers and exact fractions only: the same figures give the same cents on every computer.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import gcd, lcm

from samenspel.core.errors import RuleError
from samenspel.core.limits import MAX_INTEGER

Number = int | Fraction


def whole_cents(amount_cents: int, weights: Mapping[str, int]) -> dict[str, int]:
    """
    Divide *amount_cents* in proportion to *weights*, in whole cents that add up to it.

    By largest remainder (Hamilton): each party gets its share rounded down, and the cents left go
    one by one to the largest remainders. A tie goes to the larger weight, then to the code that
    comes first; the order in which parties are given says nothing.

    Raises:
        RuleError: ``share-amount-negative``, ``share-amount-too-large`` or, when all weights are
            zero, ``share-gives-nothing``.

    >>> whole_cents(1000, {"a": 1, "b": 1, "c": 1})
    {'a': 334, 'b': 333, 'c': 333}
    """
    check_amount(amount_cents)
    total = sum(weights.values())
    if total <= 0:
        raise RuleError("share-gives-nothing")
    cents = largest_remainders(amount_cents, heaviest_first(weights), total)
    return {party: cents[party] for party in weights}


def heaviest_first(weights: Mapping[str, int]) -> dict[str, int]:
    """Return *weights* in the order in which they get a cent when their remainders are equal."""
    return dict(sorted(weights.items(), key=lambda one: (-one[1], one[0])))


def largest_remainders(amount_cents: int, weights: Mapping[str, int], total: int) -> dict[str, int]:
    """
    Return what ``whole_cents`` does, without its checks.

    *weights* come ``heaviest_first``; *total* is all of them, one when that is nothing.
    """
    parts = [divmod(amount_cents * weight, total) for weight in weights.values()]
    cents = [whole for whole, _ in parts]
    if left := amount_cents - sum(cents):
        remainders = [rest for _, rest in parts]
        places = sorted(range(len(parts)), key=remainders.__getitem__, reverse=True)
        for place in places[:left]:
            cents[place] += 1
    return dict(zip(weights, cents, strict=True))


def whole_weights(shares: Mapping[str, Number]) -> dict[str, int]:
    """Return the smallest whole numbers in the proportion of *shares*; all zero stays zero."""
    scale = lcm(*(share.denominator for share in shares.values()))
    weights = {party: int(share * scale) for party, share in shares.items()}
    common = gcd(*weights.values()) or 1
    return {party: weight // common for party, weight in weights.items()}


def nearest_cents(amount: Number) -> int:
    """Return *amount* in whole cents, half a cent up, as on an invoice."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def check_amount(amount_cents: int) -> int:
    """
    Return the amount, which has to be one that every program can hold.

    Raises:
        RuleError: ``share-amount-negative`` or ``share-amount-too-large`` (beyond 2^53).
    """
    if amount_cents < 0:
        raise RuleError("share-amount-negative", amount_cents=amount_cents)
    if amount_cents > MAX_INTEGER:
        raise RuleError("share-amount-too-large", limit_cents=MAX_INTEGER)
    return amount_cents
