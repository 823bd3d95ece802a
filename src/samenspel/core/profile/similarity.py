# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is like us: regions by their structure, why they are alike and where they differ."""

from dataclasses import dataclass

import numpy as np

from samenspel.core.profile.arrays import ROUNDING, Floats, Ints, divided
from samenspel.core.profile.distinctiveness import QUARTILE

FARTHEST_SCORE = 3.0
"""Beyond this many usual differences two regions are both simply extreme."""

LEAST_COVERAGE = 0.5
"""Share of the weight that must be known of both regions to compare them."""


@dataclass(frozen=True, slots=True)
class Distances:
    """
    How unlike regions are, shape (r, r), in usual differences per variable; and on what it rests.

    ``coverage`` is the share of the weight known of both. Distance NaN where that is too little.
    """

    distance: Floats
    coverage: Floats


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    Two regions variable by variable, arrays of shape (v,); NaN where either is unknown.

    ``gap``: part in the squared distance, they add up to it. ``shared``: how much both differ from
    the usual to the same side, beyond what they differ from each other; 0 when they do not.
    """

    gap: Floats
    shared: Floats


def standardised(values: Floats) -> Floats:
    r"""
    Return each variable in usual differences from the median, at most 3.

    .. math:: z_{iv} = \frac{y_{iv} - Q_2}{(Q_3 - Q_1) / 1.349}

    Args:
        values: shape (r, v), each column of its own unit; NaN where unknown.

    Returns:
        Shape (r, v), dimensionless, -3 to 3; 0 for a variable in which all are the same, NaN
        where unknown.

    Raises:
        ValueError: no table, or a value is infinite.

    Source:
        Quartiles instead of mean and deviation, so that Amsterdam does not set the scale.
    """
    if values.ndim != 2 or np.isinf(values).any():  # noqa: PLR2004 - a table has two sides
        raise ValueError(f"need a table of finite or unknown values, got shape {values.shape}")
    known = ~np.isnan(values).all(axis=0)
    scores = np.full(values.shape, np.nan)
    some = values[:, known]
    if not some.size:
        return scores
    low, middle, high = np.nanquantile(some, [0.25, 0.5, 0.75], axis=0)
    usual = (high - low) / (2 * QUARTILE)
    usual = np.where(usual > 0, usual, np.nanstd(some, axis=0))
    away = some - middle
    scores[:, known] = np.where(away == 0, 0.0, divided(away, usual))
    return np.asarray(np.clip(scores, -FARTHEST_SCORE, FARTHEST_SCORE))


def block_weights(block: Ints) -> Floats:
    """
    Return weights with which each block of variables counts as much, and all together 1.

    Args:
        block: shape (v,), the number of the block of each variable, from 0.

    Returns:
        Shape (v,).

    >>> block_weights(np.array([0, 0, 1])).tolist()
    [0.25, 0.25, 0.5]
    """
    sizes = np.bincount(block)
    return np.asarray(1.0 / (sizes[block] * np.count_nonzero(sizes)))


def distances(scores: Floats, weights: Floats) -> Distances:
    r"""
    Return how unlike every two regions are.

    .. math:: d_{ik} = \sqrt{\frac{\sum_v w_v (z_{iv} - z_{kv})^2}{\sum_v w_v}}

    over the variables that are known of both.

    Args:
        scores: shape (r, v), as ``standardised`` returns them; NaN where unknown.
        weights: shape (v,), >= 0, not all 0.

    Returns:
        Distances, symmetric, 0 on the diagonal, with their coverage.

    Raises:
        ValueError: the shapes do not fit, or the weights are no weights.

    Source:
        The form of the structural distance of Navarro et al. (2014), JRC89819; Gower (1971),
        Biometrics 27, for what is missing. Worked example: ``docs/methods/similarity.md``.
    """
    _check(scores, weights)
    known = np.isfinite(scores)
    counts = known * weights
    both = counts @ known.T.astype(float)
    filled = np.where(known, scores, 0.0)
    squares = (counts * filled**2) @ known.T.astype(float)
    apart = squares + squares.T - 2 * (counts * filled) @ filled.T
    np.fill_diagonal(apart, 0.0)
    coverage = both / weights.sum()
    distance = np.sqrt(divided(np.maximum(apart, 0.0), both))
    enough = coverage >= LEAST_COVERAGE - ROUNDING
    return Distances(np.where(enough, distance, np.nan), coverage)


def nearest(distance: Floats, region: int, count: int) -> Ints:
    """
    Return the regions most like one, nearest first, itself and the incomparable left out.

    Args:
        distance: shape (r, r), NaN where two cannot be compared.
        region: number of the one.
        count: how many at most.

    Returns:
        Numbers of regions, shape (<= count,); at equal distance the lower number first.
    """
    order = np.argsort(distance[region], kind="stable")
    usable = (order != region) & np.isfinite(distance[region, order])
    return np.asarray(order[usable][:count])


def likeness(scores: Floats, weights: Floats, one: int, other: int) -> Likeness:
    r"""
    Return why two regions are alike and where they differ.

    .. math:: gap_v = \frac{w_v (z_{iv} - z_{kv})^2}{\sum w}, \quad
        shared_v = \frac{w_v \max(0, \min(|z_{iv}|, |z_{kv}|) - |z_{iv} - z_{kv}|)}{\sum w}

    Args:
        scores: shape (r, v), as ``standardised`` returns them.
        weights: shape (v,), as for ``distances``.
        one: number of a region.
        other: number of another.

    Returns:
        Per variable; the gaps add up to the square of the distance.

    Raises:
        ValueError: the shapes do not fit, or the weights are no weights.
    """
    _check(scores, weights)
    here, there = scores[one], scores[other]
    known = np.isfinite(here) & np.isfinite(there)
    share = divided(np.where(known, weights, np.nan), weights[known].sum())
    apart = np.abs(here - there)
    common = np.minimum(np.abs(here), np.abs(there))
    return Likeness(share * apart**2, share * np.maximum(0.0, common - apart))


def _check(scores: Floats, weights: Floats) -> None:
    if scores.ndim != 2 or weights.shape != scores.shape[1:]:  # noqa: PLR2004 - a table
        raise ValueError(f"shapes do not fit: {scores.shape} and {weights.shape}")
    if not (np.isfinite(weights).all() and (weights >= 0).all() and weights.any()):
        raise ValueError("weights must be finite and >= 0, and one of them more")
