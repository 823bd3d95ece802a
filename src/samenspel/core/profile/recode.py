# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Figures of merged municipalities, forward and back, with what is lost on the way.

Forward, parts become one and their differences are lost. Back, one becomes its parts and nothing
tells them apart: counts are divided by a key, shares and means repeated.
"""

from dataclasses import dataclass

import numpy as np

from samenspel.core.profile.aggregate import WHOLE, totals, weighted_means
from samenspel.core.profile.arrays import ROUNDING, Bools, Floats, Ints, check_group, check_vectors


@dataclass(frozen=True, slots=True)
class Recoded:
    """
    Figures in the new division, shape (n,); ``lowest`` and ``highest`` of the parts they came from.

    ``estimated`` where a figure was divided or repeated: nobody counted it. Forward nothing is.
    """

    value: Floats
    lowest: Floats
    highest: Floats
    estimated: Bools


def merged(values: Floats, into: Ints, count: int, *, weight: Floats | None = None) -> Recoded:
    """
    Return figures of municipalities in a later division, in which some have merged.

    Args:
        values: shape (m,), in the old division; NaN where unknown.
        into: shape (m,), the number of its successor in the new division.
        count: n, how many the new division has.
        weight: shape (m,), what a share or mean is of; None for counts, which add.

    Returns:
        Shape (n,). NaN where a part is unknown: the whole then is as well.

    Raises:
        ValueError: as ``totals`` and ``weighted_means``.

    >>> merged(np.array([10.0, 5.0, 7.0]), np.array([0, 1, 1]), 2).value.tolist()
    [10.0, 12.0]
    """
    if weight is None:
        found = totals(values, into, count)
    else:
        found = weighted_means(values, weight, into, count, least=WHOLE)
    lowest, highest = np.full(count, np.inf), np.full(count, -np.inf)
    np.fmin.at(lowest, into, values)
    np.fmax.at(highest, into, values)
    nothing = np.isinf(lowest)
    lowest[nothing] = highest[nothing] = np.nan
    return Recoded(found.value, lowest, highest, np.zeros(count, dtype=np.bool_))


def divided_back(values: Floats, origin: Ints, *, key: Floats | None = None) -> Recoded:
    """
    Return figures of merged municipalities in the division before, as an estimate.

    Args:
        values: shape (n,), in the new division; NaN where unknown.
        origin: shape (m,), for each old municipality the number of what it merged into.
        key: shape (m,), for counts the part of each, such as its last known share of inhabitants,
            adding up to 1 over what merged; None repeats, for shares and means.

    Returns:
        Shape (m,), ``estimated`` where more than one municipality shares a figure.

    Raises:
        ValueError: a number is out of range, shapes differ, or a key does not add up to 1.

    >>> divided_back(np.array([12.0]), np.array([0, 0]), key=np.array([0.25, 0.75])).value.tolist()
    [3.0, 9.0]
    """
    check_group(origin, values.size)
    if origin.min() < 0:
        raise ValueError("every municipality must have merged into one")
    if key is not None:
        _check_key(key, origin, values.size)
    value = values[origin] * (1.0 if key is None else key)
    parts = np.bincount(origin, minlength=values.size)
    return Recoded(value, value, value, parts[origin] > 1)


def _check_key(key: Floats, origin: Ints, count: int) -> None:
    check_vectors(key, origin)
    sums = np.bincount(origin, weights=key, minlength=count)
    used = np.bincount(origin, minlength=count) > 0
    if not ((key >= 0).all() and (np.abs(sums[used] - 1) <= ROUNDING).all()):
        raise ValueError("a key must be >= 0 and add up to 1 over what merged")
