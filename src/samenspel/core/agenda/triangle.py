# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where things lie in the triangle of economy, education and labour market."""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations

from samenspel.core.agenda.record import Challenge, Measure
from samenspel.core.region_record import TRIANGLE

Area = tuple[str, ...]
"""Sides in the order of ``TRIANGLE``: one for a corner, two for an overlap, three for the heart."""

AREAS: tuple[Area, ...] = tuple(
    sides for size in range(1, len(TRIANGLE) + 1) for sides in combinations(TRIANGLE, size)
)
"""The seven areas of the figure."""


def area(sides: Collection[str]) -> Area:
    """Return the area in which something with these *sides* lies; empty when on none."""
    return tuple(side for side in TRIANGLE if side in sides)


def triangle_counts(items: Iterable[Measure | Challenge]) -> dict[Area, int]:
    """Return how many of *items* lie in each of the seven areas; what is on no side is left out."""
    counts = Counter(area(item.sides) for item in items)
    return {one: counts[one] for one in AREAS}
