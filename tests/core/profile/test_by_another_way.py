# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Each formula of our own beside the same thing computed another way, or a published example.

The shrunken figures by numerical integration of prior times likelihood on a grid, and loops of
plain numbers for the rest. What has a peer library stands in ``test_oracles.py``.
"""

from statistics import NormalDist, quantiles

import numpy as np
import pytest
from hypothesis import given
from scipy import stats
from tables import chance, full_counts, same

from samenspel.core.profile.distinctiveness import contrast, usual_difference
from samenspel.core.profile.estimates import (
    estimated_means,
    estimated_rates,
    estimated_shares,
    exact_figures,
)
from samenspel.core.profile.inequality import between, theil
from samenspel.core.profile.quotients import (
    chance_of_more,
    expected_counts,
    prior_strength,
    shrunken_quotients,
)
from samenspel.core.profile.relatedness import proximity, relatedness_density
from samenspel.core.profile.shift_share import shift_share
from samenspel.core.profile.similarity import distances, standardised

FINE = 400_001


def integrated(grid, density):
    """Return mean and the ends of 95% of a density on a grid that need not add up to one."""
    total = np.cumsum(density) / density.sum()
    ends = np.interp([0.025, 0.975], total, grid)
    return float((grid * density).sum() / density.sum()), *map(float, ends)


def test_quotients_are_the_posterior_of_poisson_counts_with_a_gamma_prior():
    table = np.array([[3.0, 40.0, 7.0], [60.0, 30.0, 90.0], [25.0, 80.0, 20.0], [9.0, 9.0, 30.0]])
    expected = expected_counts(table)
    strength = prior_strength(table, expected)
    found, more = shrunken_quotients(table), chance_of_more(table)
    grid = np.linspace(1e-6, 12, FINE)
    for cell in np.ndindex(table.shape):
        a = strength[cell[1]]
        density = stats.gamma.pdf(grid, a, scale=1 / a)
        density *= np.exp(stats.poisson.logpmf(table[cell], expected[cell] * grid))
        wanted = integrated(grid, density)
        assert (found.value[cell], found.low[cell], found.high[cell]) == pytest.approx(
            wanted, abs=1e-4
        )
        assert more[cell] == pytest.approx(density[grid > 1].sum() / density.sum(), abs=1e-4)


def test_strength_of_the_prior_is_that_of_a_loop_and_finds_how_regions_differ():
    rng = chance(3)
    expected = rng.uniform(50, 400, (4000, 1))
    counts = rng.poisson(expected * rng.gamma(9, 1 / 9, (4000, 1))).astype(float)
    excess = sum((x - e) ** 2 - e for x, e in zip(counts[:, 0], expected[:, 0], strict=True))
    squares = sum(e * e for e in expected[:, 0])
    found = float(prior_strength(counts, expected)[0])
    assert found == pytest.approx(squares / excess)
    assert found == pytest.approx(9, rel=0.1)


def test_rates_are_the_posterior_of_poisson_counts_with_a_gamma_prior():
    count, lived = np.array([2.0, 30, 90, 41]), np.array([100.0, 900, 2000, 700])
    found = estimated_rates(count, lived)
    average = count.sum() / lived.sum()
    expected = (lived * average)[:, None]
    a = float(prior_strength(count[:, None], expected)[0])
    grid = np.linspace(1e-7, 0.3, FINE)
    for at in range(count.size):
        density = stats.gamma.pdf(grid, a, scale=average / a)
        density *= np.exp(stats.poisson.logpmf(count[at], lived[at] * grid))
        wanted = integrated(grid, density)
        assert (found.value[at], found.low[at], found.high[at]) == pytest.approx(wanted, abs=1e-5)


def test_shares_are_the_posterior_of_binomial_counts_with_a_beta_prior():
    count, of = np.array([3.0, 300, 500, 420]), np.array([5.0, 1000, 1000, 1000])
    found = estimated_shares(count, of)
    average = count.sum() / of.sum()
    # the value of the smallest is (have + S m) / (units + S): what S is follows from it
    strength = (count[0] - found.value[0] * of[0]) / (found.value[0] - average)
    grid = np.linspace(1e-7, 1 - 1e-7, FINE)
    for at in range(count.size):
        density = stats.beta.pdf(grid, strength * average, strength * (1 - average))
        density *= np.exp(stats.binom.logpmf(count[at], of[at], grid))
        wanted = integrated(grid, density)
        assert (found.value[at], found.low[at], found.high[at]) == pytest.approx(wanted, abs=1e-5)


def test_shares_find_how_regions_differ():
    """With a thousand regions the strength is that from which the shares were drawn."""
    rng = chance(4)
    of = np.full(4000, 500)
    count = rng.binomial(of, rng.beta(12, 28, 4000)).astype(float)
    found = estimated_shares(count, of.astype(float))
    strength = (count[0] - found.value[0] * 500) / (found.value[0] - found.average)
    assert strength == pytest.approx(40, rel=0.1)


def test_means_are_the_posterior_of_a_normal_figure_with_a_normal_prior():
    value, error = np.array([4.0, 9.0, 12.0, 6.0]), np.array([1.0, 2.0, 0.5, 1.5])
    found = estimated_means(value, error, average=8.0)
    spread = np.sqrt(max(np.var(value, ddof=1) - np.mean(error**2), 0))
    grid = np.linspace(-20, 40, FINE)
    for at in range(value.size):
        density = stats.norm.pdf(grid, 8.0, spread) * stats.norm.pdf(value[at], grid, error[at])
        wanted = integrated(grid, density)
        assert (found.value[at], found.low[at], found.high[at]) == pytest.approx(wanted, abs=1e-3)


def test_scores_are_those_of_the_quartiles_of_the_standard_library():
    values = [3.0, 4.0, 6.0, 8.0, 9.0, 15.0]
    low, middle, high = quantiles(values, n=4, method="inclusive")
    to_quartile = NormalDist().inv_cdf(0.75)
    found = contrast(
        exact_figures(np.array(values), average=7.0), usual_difference(np.array(values))
    )
    for value, score in zip(values, found.score, strict=True):
        usual = (high - middle if value > 7 else middle - low) / to_quartile
        assert score == pytest.approx((value - 7) / usual)
    assert same(found.low, found.score)


FARHAUER_KROELL = {
    "start": [[90, 20, 10, 60], [60, 30, 30, 40], [250, 100, 110, 300]],
    "end": [[100, 40, 10, 55], [85, 55, 40, 35], [255, 115, 85, 390]],
}
"""Farhauer and Kroell (2013), *Standorttheorien*: three regions, four sectors; by hand below."""


def test_shift_share_of_the_textbook():
    start, end = (np.array(FARHAUER_KROELL[name], float) for name in ("start", "end"))
    found = shift_share(start, end)
    assert same(found.national.sum(axis=1), [27, 24, 114])
    assert same(found.sector.sum(axis=1), [1, -1, 0])
    assert same(found.regional.sum(axis=1), [-3, 32, -29])
    assert same(found.regional[0], [1, 12, 1, -17])


@given(full_counts)
def test_shift_share_is_that_of_a_loop(table):
    later = table[::-1] * 2 + 1
    found = shift_share(table, later)
    country = later.sum() / table.sum() - 1
    for i, j in np.ndindex(table.shape):
        sector = later[:, j].sum() / table[:, j].sum() - 1
        own = later[i, j] / table[i, j] - 1
        jobs = table[i, j]
        here, there = table[i].sum() * table[:, j].sum() / table.sum(), own - sector
        wanted = jobs * country, jobs * (sector - country), jobs * there
        got = found.national[i, j], found.sector[i, j], found.regional[i, j]
        assert got == pytest.approx(wanted, abs=1e-6)
        assert found.competition[i, j] == pytest.approx(here * there, abs=1e-6)
        assert found.allocation[i, j] == pytest.approx((jobs - here) * there, abs=1e-6)


@given(full_counts)
def test_relatedness_is_that_of_a_loop(table):
    has = table > np.median(table, axis=0)
    near = proximity(has)
    density = relatedness_density(has, near)
    for i, j in np.ndindex(has.shape):
        pairs = [(has[i, k], near[j, k]) for k in range(has.shape[1]) if k != j]
        known = [(there, one) for there, one in pairs if not np.isnan(one)]
        whole = sum(one for _, one in known)
        if whole and has[i].any():
            wanted = sum(one for there, one in known if there) / whole
            assert density[i, j] == pytest.approx(wanted)


def test_inequality_is_that_of_a_loop():
    amount, people = [10.0, 40.0, 0.0, 50.0], [1.0, 2.0, 3.0, 4.0]
    whole = sum(
        a / 100 * np.log((a / 100) / (p / 10)) for a, p in zip(amount, people, strict=True) if a
    )
    assert theil(np.array(amount), np.array(people)) == pytest.approx(whole)
    groups = 0.5 * np.log(0.5 / 0.3) + 0.5 * np.log(0.5 / 0.7)
    found = between(np.array(amount), np.array(people), np.array([0, 0, 1, 1]))
    assert found == pytest.approx(groups)


def test_variables_are_scaled_by_the_quartiles_of_the_standard_library():
    values = [3.0, 4.0, 6.0, 8.0, 9.0, 10.0]
    low, middle, high = quantiles(values, n=4, method="inclusive")
    usual = (high - low) / (2 * NormalDist().inv_cdf(0.75))
    wanted = [[(value - middle) / usual] for value in values]
    assert same(standardised(np.array(values)[:, None]), wanted)


def test_distances_are_those_of_scipy_where_nothing_is_missing():
    from scipy.spatial.distance import cdist

    scores = standardised(chance(5).normal(size=(30, 6)))
    weights = np.array([1.0, 2, 1, 3, 1, 2])
    wanted = cdist(scores, scores, "minkowski", p=2, w=weights / weights.sum())
    assert same(distances(scores, weights).distance, wanted, 1e-6)
