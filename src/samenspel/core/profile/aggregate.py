# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
From municipalities to regions, by the rule of each figure.

Counts add; shares, rates and means weigh by what they are a share of. What is not known is left
out and said: a total of a part is no total, a mean of most is a fair guess.
"""

from dataclasses import dataclass

import numpy as np

from samenspel.core.profile.arrays import (
    ROUNDING,
    Bools,
    Floats,
    Ints,
    check_group,
    check_vectors,
    divided,
    group_sums,
)

WHOLE = 1.0
"""Coverage that a total needs: all of it."""

MOST = 0.9
"""Coverage that a mean needs."""


@dataclass(frozen=True, slots=True)
class Aggregate:
    """
    A figure per region, shape (g,), and which part of the region it rests on.

    The value is NaN where the coverage is less than asked, and coverage where a region is empty.
    """

    value: Floats
    coverage: Floats


def totals(
    values: Floats, region: Ints, regions: int, *, size: Floats | None = None, least: float = WHOLE
) -> Aggregate:
    """
    Add a count up to regions.

    Args:
        values: shape (m,), counts; NaN where unknown.
        region: shape (m,), number of the region of each municipality, -1 for none.
        regions: how many there are.
        size: shape (m,), by what coverage is measured, such as inhabitants; None: by municipality.
        least: the coverage under which there is no total. Lower it only to say "at least".

    Returns:
        Totals of what is known, in the unit of the values, with their coverage.

    Raises:
        ValueError: shapes differ, a region number is out of range, or a size is unknown or < 0.

    >>> totals(np.array([3.0, 4.0, np.nan]), np.array([0, 0, 1]), 2).value.tolist()
    [7.0, nan]
    """
    weight = np.ones(values.shape) if size is None else size
    known = _known(values, weight, region, regions)
    covered = _coverage(known, weight, region, regions)
    sums = group_sums(np.where(known, values, 0.0), region, regions)
    return Aggregate(np.where(covered >= least - ROUNDING, sums, np.nan), covered)


def weighted_means(
    values: Floats, weight: Floats, region: Ints, regions: int, *, least: float = MOST
) -> Aggregate:
    r"""
    Average a share, rate or mean over regions, by what it is a share of.

    .. math:: \bar y = \sum_i w_i y_i / \sum_i w_i

    over the municipalities of which it is known. Exact when the weight is the denominator of the
    figure (homes for a share of homes); with another weight it is an approximation, to be said.

    Args:
        values: shape (m,), of any unit; NaN where unknown.
        weight: shape (m,), the denominator, >= 0.
        region: shape (m,), number of the region of each municipality, -1 for none.
        regions: how many there are.
        least: the coverage under which there is no mean.

    Returns:
        Means in the unit of the values, with the share of the weight that they rest on.

    Raises:
        ValueError: shapes differ, a region number is out of range, or a weight is unknown or < 0.

    >>> weighted_means(np.array([10.0, 40.0]), np.array([2.0, 1.0]), np.array([0, 0]), 1).value
    array([20.])
    """
    known = _known(values, weight, region, regions)
    covered = _coverage(known, weight, region, regions)
    used = np.where(known, weight, 0.0)
    sums = group_sums(used * np.where(known, values, 0.0), region, regions)
    means = divided(sums, group_sums(used, region, regions))
    return Aggregate(np.where(covered >= least - ROUNDING, means, np.nan), covered)


def _known(values: Floats, weight: Floats, region: Ints, regions: int) -> Bools:
    check_vectors(values, weight, region)
    check_group(region, regions)
    if not (np.isfinite(weight).all() and (weight >= 0).all()):
        raise ValueError("every weight must be known and >= 0")
    return np.isfinite(values)


def _coverage(known: Bools, weight: Floats, region: Ints, regions: int) -> Floats:
    covered = group_sums(np.where(known, weight, 0.0), region, regions)
    return divided(covered, group_sums(weight, region, regions))
