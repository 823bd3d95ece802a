# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which sectors go together, and how near a region is to them."""

import numpy as np
import pytest
from hypothesis import given
from tables import chance, counts, presences, same, with_empty

from samenspel.core.profile.quotients import chance_of_more
from samenspel.core.profile.relatedness import (
    certain_density,
    proximity,
    relatedness_density,
)


@given(presences)
def test_proximity_is_symmetric_between_nothing_and_one(table):
    found = proximity(table)
    used = table.any(axis=0)
    assert same(found, found.T)
    assert same(np.diag(found)[used], 1.0)
    assert ((found[np.ix_(used, used)] >= 0) & (found[np.ix_(used, used)] <= 1)).all()
    assert np.isnan(found[~used]).all()


@given(presences)
def test_proximity_is_the_smaller_conditional_probability(table):
    found = proximity(table)
    for one, other in np.argwhere(~np.isnan(found)):
        both = (table[:, one] & table[:, other]).sum()
        smaller = min(both / table[:, one].sum(), both / table[:, other].sum())
        assert found[one, other] == pytest.approx(smaller)


@given(presences)
def test_density_is_a_part(table):
    found = relatedness_density(table, proximity(table))
    assert ((found >= 0) & (found <= 1 + 1e-9) | np.isnan(found)).all()


@given(presences)
def test_an_empty_region_or_sector_spoils_nothing_else(table):
    wider = with_empty(table, 1, 1)
    found = relatedness_density(wider, proximity(wider))
    assert np.isnan(found[1]).all()
    assert np.isnan(found[:, 1]).all()
    inner = np.delete(np.delete(found, 1, axis=0), 1, axis=1)
    assert same(inner, relatedness_density(table, proximity(table)))


def test_who_has_everything_has_all_that_is_related():
    table = np.array([[True, True, True], [True, True, False]])
    assert same(relatedness_density(table, proximity(table))[0], 1.0)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="fit"):
        relatedness_density(np.ones((2, 3), dtype=bool), np.ones((2, 2)))


BLOCKS = np.kron(np.eye(2), np.ones((8, 3))) * 0.98 + 0.01
"""Probabilities: half of the regions have the first three sectors, half the other three."""


def test_sector_that_is_always_found_with_what_a_region_has_is_near():
    own = np.array([1.0, 1.0, 0.0, 0.0, 0.0, 0.0])
    found = certain_density(own, BLOCKS, rng=chance())
    assert found.nearer.tolist() == [True, True, True, False, False, False]
    assert found.density[2] > 0.9 > found.by_chance[2]
    assert found.density[3:].max() < 0.1


def test_certain_figures_give_the_density_of_the_table():
    """Without doubt about anybody only the regions that happen to be there differ."""
    table = np.kron(np.eye(2), np.ones((40, 3))).astype(bool)
    table[:9, 4] = True
    found = certain_density(table[3].astype(float), table.astype(float), rng=chance(2))
    assert same(found.density, relatedness_density(table, proximity(table))[3], 0.02)


@pytest.mark.parametrize("seed", range(5))
def test_of_sectors_that_have_nothing_to_do_with_each_other_hardly_any_is_near(seed):
    rng = chance(seed)
    jobs = rng.poisson(500 * rng.gamma(20, 1 / 20, (40, 10))).astype(float)
    strong = chance_of_more(jobs)
    nearer = [certain_density(one, strong, rng=chance(3)).nearer for one in strong]
    assert np.mean(nearer) <= 0.005


@given(counts)
def test_density_lies_within_its_interval_and_is_a_part(table):
    strong = chance_of_more(table)
    found = certain_density(strong[0], strong, rng=chance())
    known = np.isfinite(found.density)
    low, value, high = found.low[known], found.density[known], found.high[known]
    assert ((low >= 0) & (high <= 1 + 1e-9) & (low <= high)).all()
    assert ((value >= 0) & (value <= 1 + 1e-9)).all()
    assert not found.nearer[~known].any()


def test_order_of_the_regions_is_of_little_weight():
    strong = chance(4).random((40, 6))
    own = np.round(strong[0])
    one = certain_density(own, strong, rng=chance(1))
    other = certain_density(own, strong[::-1], rng=chance(2))
    assert same(one.density, other.density, 0.03)


def test_probabilities_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="fit"):
        certain_density(np.ones(3), np.ones((4, 2)), rng=chance())
