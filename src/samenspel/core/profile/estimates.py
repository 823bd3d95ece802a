# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What a region's figure can be trusted for: the figure, shrunk to the average where few were counted.

Four ways for four kinds of figure: a share of a number, a count per exposure, a mean with a known
error, and a figure without chance.
"""

from dataclasses import dataclass

import numpy as np
from scipy import special

from samenspel.core.profile.arrays import Bools, Floats, check_vectors, divided
from samenspel.core.profile.quotients import prior_strength

TAIL = 0.025
"""Probability on each side of the interval."""

LEAST_STRENGTH = 1.0
"""The average counts for one unit at least, so that 0 of 3 is not certainly nothing."""

NORMAL_REACH = float(special.ndtri(1 - TAIL))
"""Standard errors from the middle of the interval to its ends: 1.96."""


@dataclass(frozen=True, slots=True)
class Estimates:
    """
    A figure per region with a 95% interval, arrays of shape (r,), and the country's average.

    NaN where unknown; an interval of NaN says that nothing is known of the error.
    """

    value: Floats
    low: Floats
    high: Floats
    average: float


def estimated_shares(count: Floats, of: Floats) -> Estimates:
    r"""
    Return shares, shrunk to the country's by the beta-binomial model.

    .. math:: \rho = \frac{S / m(1 - m) - (k - 1)}{N - \sum n_i^2 / N - (k - 1)},\quad
        S = \sum_i n_i (y_i / n_i - m)^2

    with *m* the country's share, *N* the sum of the :math:`n_i` and *k* the number of regions. A
    region counts for half from :math:`1 / \rho - 1` units on. The least :math:`\rho` is its
    standard error were all alike, :math:`\sqrt{2 (k - 1)}` over the same denominator: no data
    prove that regions do not differ.

    Args:
        count: shape (r,), units that have it, 0 <= count <= of; NaN where unknown.
        of: shape (r,), units that could have it.

    Returns:
        Shares 0 to 1; NaN for a region with an unknown count or without units.

    Raises:
        ValueError: shapes differ, or a count is negative or exceeds its units.

    Source:
        Kleinman (1973), JASA 68. Worked example: ``docs/methods/distinctiveness.md``.
    """
    check_vectors(count, of)
    if (count < 0).any() or (count > of).any():
        raise ValueError("every count must lie between 0 and its units")
    known = np.isfinite(count) & (of > 0)
    have, units = np.where(known, count, 0.0), np.where(known, of, 0.0)
    average = float(divided(have.sum(), units.sum()))
    strength = _share_strength(have[known], units[known], average)
    if np.isnan(strength):
        return _all_average(known, average)
    for_it, against = have + strength * average, units - have + strength * (1 - average)
    ends = (special.betaincinv(for_it, against, tail) for tail in (TAIL, 1 - TAIL))
    value, low, high = (
        np.where(known, one, np.nan) for one in (for_it / (units + strength), *ends)
    )
    return Estimates(value, low, high, average)


def _share_strength(have: Floats, units: Floats, average: float) -> float:
    """Return for how many units the average counts; NaN when nothing can differ."""
    degrees, total = units.size - 1, units.sum()
    room = total - (units**2).sum() / total - degrees if degrees > 0 else 0.0
    if not (0 < average < 1 and room > 0):
        return np.nan
    scatter = (units * (have / units - average) ** 2).sum() / (average * (1 - average))
    alike = max(scatter - degrees, np.sqrt(2 * degrees)) / room
    return float(max(1 / alike - 1, LEAST_STRENGTH))


def _all_average(known: Bools, average: float) -> Estimates:
    flat = np.where(known, average, np.nan)
    return Estimates(flat, flat, flat, average)


def estimated_rates(count: Floats, exposure: Floats) -> Estimates:
    r"""
    Return counts per unit of exposure, shrunk to the country's by the gamma-Poisson model.

    The model of ``shrunken_quotients``, with the exposure's part of the country's count expected.

    Args:
        count: shape (r,), events in the period, >= 0; NaN where unknown.
        exposure: shape (r,), to what they could happen: inhabitants, homes, person-years.

    Returns:
        Events per unit of exposure; NaN for a region with an unknown count or no exposure.

    Raises:
        ValueError: shapes differ or a value is negative.

    Source:
        Clayton and Kaldor (1987), Biometrics 43. Worked example:
        ``docs/methods/distinctiveness.md``.
    """
    check_vectors(count, exposure)
    if (count < 0).any() or (exposure < 0).any():
        raise ValueError("every count and exposure must be >= 0")
    known = np.isfinite(count) & (exposure > 0)
    events, lived = np.where(known, count, np.nan), np.where(known, exposure, np.nan)
    average = float(divided(np.nansum(events), np.nansum(lived)))
    expected = lived * average
    strength = float(prior_strength(events[:, None], expected[:, None])[0])
    if np.isnan(strength):
        return _all_average(known, average)
    shape, rate = events + strength, (expected + strength) / average
    low, high = special.gammaincinv(shape, TAIL) / rate, special.gammainccinv(shape, TAIL) / rate
    return Estimates(shape / rate, low, high, average)


def estimated_means(value: Floats, error: Floats, *, average: float) -> Estimates:
    r"""
    Return figures with a known standard error, shrunk to the average by the normal model.

    .. math:: B_i = \frac{\tau^2}{\tau^2 + e_i^2}, \quad
        \tau^2 = \max(s^2 - \overline{e^2},\; \overline{e^2} \sqrt{2 / (k - 1)})

    Args:
        value: shape (r,), of any unit; NaN where unknown.
        error: shape (r,), standard error in the same unit, >= 0; 0 is exact, NaN is unknown.
        average: the country's figure, in the same unit.

    Returns:
        The value moved to the average by 1 - B; where the error is unknown, the value as it is
        with an interval of NaN.

    Raises:
        ValueError: shapes differ or an error is negative.

    Source:
        Efron and Morris (1975), JASA 70.
    """
    check_vectors(value, error)
    if (error < 0).any():
        raise ValueError("every standard error must be >= 0")
    known = np.isfinite(value) & np.isfinite(error)
    between = _variance_between(value[known], error[known])
    trust = np.where(error == 0, 1.0, divided(between, between + error**2))
    shrunk = average + trust * (value - average)
    reach = NORMAL_REACH * np.sqrt(trust) * error
    middle = np.where(known, shrunk, value)
    return Estimates(middle, middle - reach, middle + reach, average)


def _variance_between(value: Floats, error: Floats) -> float:
    """Return the variance of the true figures, at least what the data cannot rule out."""
    if value.size < 2:  # noqa: PLR2004 - one does not vary
        return 0.0
    noise = float((error**2).mean())
    least = noise * np.sqrt(2 / (value.size - 1))
    return float(max(value.var(ddof=1) - noise, least))


def exact_figures(value: Floats, *, average: float, step: float = 0.0) -> Estimates:
    """
    Return figures without chance, known up to the rounding with which they were published.

    Args:
        value: shape (r,), of any unit; NaN where unknown.
        average: the country's figure, in the same unit.
        step: distance between two published values: 1 for whole percentages, 0 for exact.

    Returns:
        The value, with half a step on either side.

    Raises:
        ValueError: step is negative.

    >>> exact_figures(np.array([40.0]), average=57.0, step=1.0).high.tolist()
    [40.5]
    """
    if step < 0:
        raise ValueError("the step of rounding must be >= 0")
    return Estimates(value, value - step / 2, value + step / 2, average)
