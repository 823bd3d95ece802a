# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Location quotients: what a region has more of, and how certain that is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import chance, counts, same, with_empty, without

from samenspel.core.profile.quotients import (
    ShrunkenQuotients,
    chance_of_more,
    expected_counts,
    location_quotients,
    prior_strength,
    shrunken_quotients,
)


@given(counts)
def test_what_is_expected_adds_up_to_what_there_is(table):
    expected = expected_counts(table)
    if table.any():
        assert same(expected.sum(axis=0), table.sum(axis=0))
        assert same(expected.sum(axis=1), table.sum(axis=1))
    else:
        assert np.isnan(expected).all()


@given(counts, st.floats(0.001, 1000))
def test_the_unit_of_counting_does_not_matter(table, factor):
    assert same(location_quotients(table), location_quotients(table * factor))


@given(counts, st.randoms(use_true_random=False))
def test_the_order_of_regions_changes_nothing(table, random):
    order = np.array(random.sample(range(len(table)), len(table)))
    one, other = shrunken_quotients(table), shrunken_quotients(table[order])
    assert same(location_quotients(table)[order], location_quotients(table[order]))
    assert same(one.value[order], other.value)
    assert same(one.low[order], other.low)


@given(counts, st.integers(0, 2), st.integers(0, 2))
def test_an_empty_region_or_sector_spoils_nothing_else(table, row, column):
    wider = with_empty(table, row, column)
    for formula in (location_quotients, lambda some: shrunken_quotients(some).high):
        found = formula(wider)
        assert np.isnan(found[row]).all()
        assert np.isnan(found[:, column]).all()
        assert same(without(found, row, column), formula(table))


@given(counts)
def test_the_shrunken_quotient_lies_between_one_and_the_raw(table):
    raw, shrunk = location_quotients(table), shrunken_quotients(table)
    known = ~np.isnan(raw)
    assert same(np.isnan(raw), np.isnan(shrunk.value))
    low, high = np.minimum(raw, 1)[known], np.maximum(raw, 1)[known]
    assert (shrunk.value[known] >= low - 1e-9).all()
    assert (shrunk.value[known] <= high + 1e-9).all()


@given(counts)
def test_nothing_is_special_when_the_interval_holds_the_average(table):
    found = shrunken_quotients(table)
    assert not (found.special & (found.low <= 1) & (found.high >= 1)).any()


def test_a_wide_interval_that_holds_one_is_not_special():
    one = np.array([[0.96]])
    assert not ShrunkenQuotients(4 * one, one, 9 * one, above=one, below=0 * one).special.any()
    assert ShrunkenQuotients(4 * one, 2 * one, 9 * one, above=one, below=0 * one).special.all()


def test_an_unknown_count_stays_unknown_and_is_left_out_of_totals():
    table = np.array([[30.0, 10.0], [np.nan, 30.0]])
    found = location_quotients(table)
    assert np.isnan(found[1, 0])
    assert found[0, 0] == pytest.approx(30 / (40 * 30 / 70))
    assert np.isnan(shrunken_quotients(table).low[1, 0])


def test_prior_strength_by_hand():
    table = np.array([[30.0, 10.0], [10.0, 30.0]])
    expected = expected_counts(table)  # 20 everywhere: (100 - 20 + 100 - 20) / (400 + 400)
    assert prior_strength(table, expected).tolist() == [5.0, 5.0]


def test_the_posterior_by_hand():
    found = shrunken_quotients(np.array([[30.0, 10.0], [10.0, 30.0]]))
    assert found.value[0, 0] == pytest.approx((30 + 5) / (20 + 5))
    draws = chance().gamma(35, 1 / 25, 200_000)
    assert found.low[0, 0] == pytest.approx(np.quantile(draws, 0.025), abs=0.01)
    assert found.high[0, 0] == pytest.approx(np.quantile(draws, 0.975), abs=0.01)
    assert found.above[0, 0] == pytest.approx((draws > 1.25).mean(), abs=0.01)
    more = chance_of_more(np.array([[30.0, 10.0], [10.0, 30.0]]))
    assert more[0, 0] == pytest.approx((draws > 1).mean(), abs=0.01)


@given(counts)
def test_who_has_more_for_certain_has_more_with_as_much_probability(table):
    found, more = shrunken_quotients(table), chance_of_more(table)
    assert (more[found.low > 1] >= 0.975).all()
    assert (more[found.high < 1] <= 0.025).all()
    assert same(np.isnan(more), np.isnan(found.value))


def test_noise_is_not_called_special():
    rng = chance(4)
    expected = np.outer(rng.lognormal(0, 1.2, 342), rng.lognormal(0, 2, 272))
    table = rng.poisson(expected * 9e5 / expected.sum()).astype(float)
    found = shrunken_quotients(table)
    assert (location_quotients(table) >= 1.25).mean() > 0.1
    assert found.special.mean() <= 0.005


def test_what_is_really_special_is_found():
    rng = chance(5)
    expected = np.outer(rng.lognormal(4, 1, 100), np.full(20, 0.5))
    truth = np.where(rng.random(expected.shape) < 0.05, 3.0, 1.0)
    found = shrunken_quotients(rng.poisson(expected * truth).astype(float)).special
    sure = (truth > 1) & (expected > 100)
    assert found[sure].mean() > 0.9
    assert found[truth == 1].mean() <= 0.005


def test_jobs_in_clumps_are_less_evidence():
    table = np.array([[60.0, 20.0], [20.0, 60.0]])
    loose, clumped = shrunken_quotients(table), shrunken_quotients(table, clump=10)
    assert clumped.high[0, 0] - clumped.low[0, 0] > loose.high[0, 0] - loose.low[0, 0]


@pytest.mark.parametrize("wrong", [np.ones(3), np.array([[-1.0, 2.0]]), np.array([[np.inf, 1.0]])])
def test_what_is_no_table_is_refused(wrong):
    with pytest.raises(ValueError, match=r"need a table|finite"):
        location_quotients(wrong)


@pytest.mark.parametrize("options", [{"clump": 0.5}, {"notable": 1.0}])
def test_options_without_meaning_are_refused(options):
    with pytest.raises(ValueError, match="clump"):
        shrunken_quotients(np.ones((2, 2)), **options)


def test_less_than_one_job_at_a_time_is_refused():
    with pytest.raises(ValueError, match="clump"):
        chance_of_more(np.ones((2, 2)), clump=0.5)
