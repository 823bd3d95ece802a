# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What a region has more of than expected: location quotients, also where the numbers are small.

A quotient of a few jobs swings by chance. The shrunken quotient trusts a cell as far as its number
carries, and for the rest what regions usually differ in that sector.
"""

from dataclasses import dataclass

import numpy as np
from scipy import special

from samenspel.core.profile.arrays import Bools, Floats, check_table, divided

NOTABLE_QUOTIENT = 1.25
"""A quarter more than expected is the least that is worth a word; 1 / 1.25 on the other side."""

CERTAINTY = 0.95
"""Probability that the interval holds, and that a special cell is beyond the notable quotient."""


@dataclass(frozen=True, slots=True)
class ShrunkenQuotients:
    """
    Location quotients with what chance leaves of them; every array has shape (r, s).

    ``value`` lies between ``low`` and ``high``; ``above`` and ``below`` are the probabilities that
    the true quotient is over the notable one, or under its reciprocal. NaN: region or sector is
    empty, or the cell unknown.
    """

    value: Floats
    low: Floats
    high: Floats
    above: Floats
    below: Floats

    @property
    def special(self) -> Bools:
        """Where the interval leaves out 1 and the quotient is notable, with certainty."""
        more = (self.low > 1) & (self.above >= CERTAINTY)
        less = (self.high < 1) & (self.below >= CERTAINTY)
        return more | less


def expected_counts(counts: Floats) -> Floats:
    r"""
    Return what each cell would count if every region had the country's make-up.

    .. math:: E_{ij} = x_{i\cdot} x_{\cdot j} / x_{\cdot\cdot}

    Args:
        counts: shape (r, s), jobs, >= 0; NaN where unknown, then left out of every total.

    Returns:
        Shape (r, s), jobs; NaN where the count is unknown or the table is empty.

    Raises:
        ValueError: no table, or a count is negative or infinite.

    Source:
        Florence (1939), as the denominator of the location quotient.
    """
    check_table(counts)
    known = np.nan_to_num(counts)
    expected = divided(known.sum(axis=1)[:, None] * known.sum(axis=0), known.sum())
    return np.where(np.isnan(counts), np.nan, expected)


def location_quotients(counts: Floats) -> Floats:
    r"""
    Return how many times its expected number a region has of each sector.

    .. math:: LQ_{ij} = x_{ij} / E_{ij} = \frac{x_{ij} / x_{i\cdot}}{x_{\cdot j} / x_{\cdot\cdot}}

    Args:
        counts: shape (r, s), jobs, >= 0; NaN where unknown, then left out of every total.

    Returns:
        Shape (r, s), dimensionless; 1 is as the country. NaN in an empty region or sector only.

    Raises:
        ValueError: no table, or a count is negative or infinite.

    Source:
        Florence (1939); Balassa (1965) for trade. Worked example: ``docs/methods/quotients.md``.

    >>> location_quotients(np.array([[30.0, 10.0], [10.0, 30.0]])).tolist()
    [[1.5, 0.5], [0.5, 1.5]]
    """
    return divided(counts, expected_counts(counts))


def prior_strength(counts: Floats, expected: Floats) -> Floats:
    r"""
    Return per sector how alike regions are: what a cell must be expected to count for half.

    .. math:: 1 / a_j = \frac{\sum_i (x_{ij} - E_{ij})^2 - E_{ij}}{\sum_i E_{ij}^2}
        \quad\text{but at least}\quad \frac{\sqrt{\sum_i 2 E_{ij}^2 + E_{ij}}}{\sum_i E_{ij}^2}

    The least is the standard error of the estimate were all regions alike: no table is so large
    that it proves them to be, and an interval without width would say so.

    Args:
        counts: shape (r, s), units that came about independently; NaN where unknown.
        expected: shape (r, s), of the same units.

    Returns:
        Shape (s,), > 0, the larger the more alike; NaN for a sector of which nothing is expected.

    Source:
        Moments of the gamma-Poisson model: Clayton and Kaldor (1987), Biometrics 43;
        the least is ours.
    """
    squares = np.nansum(expected**2, axis=0)
    excess = np.nansum((counts - expected) ** 2 - expected, axis=0)
    error = np.sqrt(2 * squares + np.nansum(expected, axis=0))
    return divided(squares, np.maximum(excess, error))


def shrunken_quotients(
    counts: Floats, *, clump: float = 1.0, notable: float = NOTABLE_QUOTIENT
) -> ShrunkenQuotients:
    r"""
    Return the quotients as far as the numbers carry them, with a 95% interval.

    .. math:: x_{ij} \sim Poisson(E_{ij} \theta_{ij}),\; \theta_{ij} \sim Gamma(a_j, a_j)
        \;\Rightarrow\; \theta_{ij} | x_{ij} \sim Gamma(x_{ij} + a_j,\; E_{ij} + a_j)

    Args:
        counts: shape (r, s), jobs (not thousands of jobs), >= 0; NaN where unknown.
        clump: jobs that come and go together, such as those of one employer, >= 1 on average;
            only jobs / clump count as evidence.
        notable: the quotient > 1 over which ``above``, and under whose reciprocal ``below`` counts.

    Returns:
        Posterior mean, interval and probabilities, each of shape (r, s).

    Raises:
        ValueError: no table, a count is negative or infinite, clump < 1 or notable <= 1.

    Source:
        Clayton and Kaldor (1987); DuMouchel (1999). Worked example: ``docs/methods/quotients.md``.
    """
    if not (clump >= 1 and notable > 1):
        raise ValueError("clump must be at least 1 and notable more than 1")
    shape, rate = _posterior(counts, clump)
    tail = (1 - CERTAINTY) / 2
    return ShrunkenQuotients(
        value=shape / rate,
        low=special.gammaincinv(shape, tail) / rate,
        high=special.gammainccinv(shape, tail) / rate,
        above=special.gammaincc(shape, rate * notable),
        below=special.gammainc(shape, rate / notable),
    )


def chance_of_more(counts: Floats, *, clump: float = 1.0) -> Floats:
    """
    Return the probability that a region truly has more of a sector than expected.

    Args:
        counts: shape (r, s), jobs (not thousands of jobs), >= 0; NaN where unknown.
        clump: jobs that come and go together, >= 1 on average; only jobs / clump are evidence.

    Returns:
        Shape (r, s), 0 to 1: the posterior of ``shrunken_quotients`` over 1. NaN as there.

    Raises:
        ValueError: no table, a count is negative or infinite, or clump < 1.

    Source:
        Clayton and Kaldor (1987), Biometrics 43. Worked example: ``docs/methods/relatedness.md``.
    """
    if not clump >= 1:
        raise ValueError("clump must be at least 1")
    return np.asarray(special.gammaincc(*_posterior(counts, clump)))


def _posterior(counts: Floats, clump: float) -> tuple[Floats, Floats]:
    """Return shape and rate of what the true quotients may be; NaN where nothing is expected."""
    expected = expected_counts(counts) / clump
    strength = np.broadcast_to(prior_strength(counts / clump, expected), counts.shape)
    shape = np.where(expected > 0, counts / clump + strength, np.nan)
    return shape, np.where(expected > 0, expected + strength, np.nan)
