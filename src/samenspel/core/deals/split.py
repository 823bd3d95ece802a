# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A whole number divided by weights, to the last one: the largest remainders get what is over."""

from collections.abc import Iterable, Mapping


def split(amount: int, weights: Mapping[str, int]) -> dict[str, int]:
    """
    Return the part of each in *amount* (cents, hours); the parts add up to it exactly.

    Of equal remainders the first in the alphabet comes first, so that the order of *weights* says
    nothing.

    >>> split(100, {"a": 1, "b": 1, "c": 1})
    {'a': 34, 'b': 33, 'c': 33}

    Raises:
        ValueError: *amount* or a weight is negative, or no weight is above zero.
    """
    total = sum(weights.values())
    if amount < 0 or total <= 0 or min(weights.values()) < 0:
        raise ValueError("a division needs an amount and weights of zero or more, not all zero")
    parts = {name: amount * weight // total for name, weight in weights.items()}
    over = amount - sum(parts.values())
    by_remainder = sorted(weights, key=lambda name: (-(amount * weights[name] % total), name))
    for name in by_remainder[:over]:
        parts[name] += 1
    return parts


def equally(amount: int, names: Iterable[str]) -> dict[str, int]:
    """Return *amount* divided in equal parts."""
    return split(amount, dict.fromkeys(names, 1))
