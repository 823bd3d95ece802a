# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
In what a region stands out: from the country and from regions like it, and with what certainty.

A difference is measured in what regions usually differ, so that a figure in euros and one in
percent can be ranked together. One extreme region does not change what is usual.
"""

from dataclasses import dataclass

import numpy as np
from scipy import special

from samenspel.core.profile.arrays import Bools, Floats, check_vectors, divided
from samenspel.core.profile.estimates import Estimates

NOTABLE_DISTANCE = 1.5
"""Usual differences from which on a region stands out; one in eight would if spread normally."""

FEWEST_REGIONS = 3
"""Of fewer regions nothing can be said to be usual."""

QUARTILE = float(special.ndtri(0.75))
"""Standard deviations from the middle of a normal distribution to its quartiles: 0.6745."""


@dataclass(frozen=True, slots=True)
class UsualDifference:
    """What regions usually differ below and above the middle, in the unit of the figure, >= 0."""

    below: float
    above: float


@dataclass(frozen=True, slots=True)
class Contrast:
    """
    How far each region is from a reference, in usual differences; arrays of shape (r,).

    Positive is above. NaN where the figure, its interval or the reference is unknown.
    """

    score: Floats
    low: Floats
    high: Floats

    @property
    def special(self) -> Bools:
        """Where the interval leaves out the reference and the distance is notable."""
        clear = (self.low > 0) | (self.high < 0)
        return clear & (np.abs(self.score) >= NOTABLE_DISTANCE)


def usual_difference(values: Floats) -> UsualDifference:
    r"""
    Return what regions usually differ: from the median to each quartile, as standard deviations.

    .. math:: u = (Q_3 - Q_2) / 0.6745, \quad d = (Q_2 - Q_1) / 0.6745

    On each side apart, for many figures have a long tail on one. Take the figures as observed and
    not as shrunk: noise then makes the measure wider and nothing stands out by it.

    Args:
        values: shape (r,), of any unit; NaN where unknown.

    Returns:
        Both sides. A side without difference takes the other's; when half of the regions are
        the same, it is the standard deviation; NaN for fewer than three known regions.

    Source:
        Hampel (1974), JASA 69, for the scaling. Worked example:
        ``docs/methods/distinctiveness.md``.

    >>> usual_difference(np.array([1.0, 2.0, 3.0, 5.0, 7.0])).above / (2 / 0.6744897501960817)
    1.0
    """
    known = values[np.isfinite(values)]
    if known.size < FEWEST_REGIONS:
        return UsualDifference(np.nan, np.nan)
    low, middle, high = np.quantile(known, [0.25, 0.5, 0.75])
    below, above = float(middle - low) / QUARTILE, float(high - middle) / QUARTILE
    rest = float(known.std())
    return UsualDifference(below or above or rest, above or below or rest)


def contrast(
    estimates: Estimates, usual: UsualDifference, *, reference: Floats | None = None
) -> Contrast:
    r"""
    Return how far each region is from the country's average, or from another reference.

    .. math:: z_i = (\hat y_i - y_0) / u \text{ above the reference, } / d \text{ below it}

    Args:
        estimates: the figure with its interval, of r regions.
        usual: the yardstick, as ``usual_difference`` of the observed figures returns it.
        reference: shape (r,), what each region is held against, in the unit of the figure; None
            for the country's average.

    Returns:
        Scores with their interval. Where all regions are the same a region at the reference
        scores 0.

    Raises:
        ValueError: the reference has another shape.

    Source:
        Ours, after the robust z-score of Iglewicz and Hoaglin (1993). Worked example:
        ``docs/methods/distinctiveness.md``.
    """
    held = np.full(estimates.value.shape, estimates.average) if reference is None else reference
    check_vectors(estimates.value, held)

    def scaled(figure: Floats) -> Floats:
        away = figure - held
        return np.where(away == 0, 0.0, divided(away, np.where(away > 0, usual.above, usual.below)))

    ends = scaled(estimates.low), scaled(estimates.high)
    unknown = np.isnan(ends[0]) | np.isnan(ends[1])
    score = scaled(estimates.value)
    return Contrast(*(np.where(unknown, np.nan, one) for one in (score, *ends)))


def similar_median(values: Floats, similar: Bools) -> Floats:
    """
    Return the median of the regions that are like each region, itself left out.

    Args:
        values: shape (r,), of any unit; NaN where unknown.
        similar: shape (r, r), row i tells which regions are like region i.

    Returns:
        Shape (r,), of the same unit; NaN with fewer than three known among the similar.

    Raises:
        ValueError: the shapes do not fit.
    """
    if similar.shape != (values.size,) * 2:
        raise ValueError(f"shapes do not fit: {values.shape} and {similar.shape}")
    others = similar & ~np.eye(values.size, dtype=np.bool_) & np.isfinite(values)
    found = np.full(values.size, np.nan)
    for region in np.flatnonzero(others.sum(axis=1) >= FEWEST_REGIONS):
        found[region] = np.median(values[others[region]])
    return found


def both(country: Contrast, similar: Contrast) -> Contrast:
    """
    Return how far each region is from the country and from regions like it: the lesser of both.

    A region that differs from the country only as all regions of its kind do is not special, and
    neither is one above the one reference and below the other.

    Args:
        country: the contrast with the country, of r regions.
        similar: that with similar regions; where it is unknown only the country counts.

    Returns:
        The score nearer to 0, or 0 when they point to different sides; an interval that holds
        both intervals, so that a reference which either of them holds is held.
    """
    alone = np.isnan(similar.score)
    same_side = np.sign(country.score) == np.sign(similar.score)
    nearer = np.abs(country.score) <= np.abs(similar.score)
    lesser = np.where(same_side, np.where(nearer, country.score, similar.score), 0.0)
    lesser[np.isnan(country.score)] = np.nan
    return Contrast(
        score=np.where(alone, country.score, lesser),
        low=np.where(alone, country.low, np.minimum(country.low, similar.low)),
        high=np.where(alone, country.high, np.maximum(country.high, similar.high)),
    )


def ranks(values: Floats) -> Floats:
    """
    Return the place of each region, 1 for the highest; equal figures share the best place.

    Args:
        values: shape (r,), of any unit; NaN where unknown.

    Returns:
        Shape (r,); NaN where unknown.

    >>> ranks(np.array([5.0, 7.0, np.nan, 5.0])).tolist()
    [2.0, 1.0, nan, 2.0]
    """
    known = np.sort(values[np.isfinite(values)])
    above = known.size - np.searchsorted(known, values, side="right")
    return np.where(np.isfinite(values), above + 1.0, np.nan)
