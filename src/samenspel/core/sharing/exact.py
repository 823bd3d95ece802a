# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Linear equations in whole numbers, solved exactly."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm


def solve(rows: Sequence[Sequence[int]], amounts: Sequence[int]) -> tuple[Fraction, ...]:
    """
    Return the one solution of the equations; what follows from earlier ones is passed over.

    Elimination without fractions (Bareiss 1968): every division leaves no remainder.

    Raises:
        ValueError: the equations leave a choice.
    """
    unknowns = len(rows[0])
    kept: list[tuple[int, list[int]]] = []
    for row, amount in zip(rows, amounts, strict=True):
        left = _reduced([*row, amount], kept)
        pivot = next((i for i in range(unknowns) if left[i]), None)
        if pivot is not None:
            kept.append((pivot, left))
    if len(kept) < unknowns:
        raise ValueError("the equations leave a choice")
    last, row = kept[-1]
    whole = row[last]  # the determinant: that many times the solution is in whole numbers
    found = [0] * unknowns
    for pivot, row in reversed(kept):
        known = sum(row[i] * found[i] for i in range(unknowns) if i != pivot)
        found[pivot] = (whole * row[-1] - known) // row[pivot]
    return tuple(Fraction(one, whole) for one in found)


def orthogonal(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return whole vectors that span all that is orthogonal to *rows*, which are independent."""
    unknowns = len(rows[0])
    free = list(range(unknowns))
    kept: list[tuple[int, list[int]]] = []
    for row in rows:
        left = _reduced([*row, 0], kept)
        pivot = next(i for i in range(unknowns) if left[i])
        kept.append((pivot, left))
        free.remove(pivot)
    found = []
    for choice in free:
        vector = [Fraction(int(i == choice)) for i in range(unknowns)]
        for pivot, row in reversed(kept):
            known = sum((row[i] * vector[i] for i in range(unknowns) if i != pivot), Fraction(0))
            vector[pivot] = -known / row[pivot]
        scale = lcm(*(one.denominator for one in vector))
        found.append([int(one * scale) for one in vector])
    return found


def _reduced(row: list[int], kept: Sequence[tuple[int, list[int]]]) -> list[int]:
    """Return *row* with zeros in the pivots of those before it."""
    before = 1
    for pivot, other in kept:
        lead, factor = other[pivot], row[pivot]
        row = [(lead * a - factor * b) // before for a, b in zip(row, other, strict=True)]
        before = lead
    return row
