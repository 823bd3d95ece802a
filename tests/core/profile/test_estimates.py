# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures shrunk to the average as far as few were counted, with an interval."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import chance, same

from samenspel.core.profile.estimates import (
    estimated_means,
    estimated_rates,
    estimated_shares,
    exact_figures,
)


@st.composite
def parts(draw):
    """Return counts and the units that they are of."""
    units = np.array(draw(st.lists(st.integers(0, 400), min_size=2, max_size=20)), float)
    shares = draw(st.lists(st.floats(0, 1), min_size=units.size, max_size=units.size))
    return np.floor(units * np.array(shares)), units


@given(parts())
def test_a_share_lies_between_its_own_and_the_average_and_in_its_interval(some):
    count, units = some
    found = estimated_shares(count, units)
    known = units > 0
    assert same(np.isnan(found.value), ~known)
    own = count[known] / units[known]
    assert (found.value[known] >= np.minimum(own, found.average) - 1e-9).all()
    assert (found.value[known] <= np.maximum(own, found.average) + 1e-9).all()
    assert (found.low[known] <= found.high[known]).all()


@given(parts())
def test_a_rate_lies_between_its_own_and_the_average(some):
    count, units = some
    found = estimated_rates(count, units)
    known = units > 0
    own = count[known] / units[known]
    assert (found.value[known] >= np.minimum(own, found.average) - 1e-9).all()
    assert (found.value[known] <= np.maximum(own, found.average) + 1e-9).all()


@given(parts(), st.randoms(use_true_random=False))
def test_the_order_of_regions_changes_nothing(some, random):
    order = np.array(random.sample(range(some[0].size), some[0].size))
    for formula in (estimated_shares, estimated_rates):
        assert same(formula(*some).high[order], formula(some[0][order], some[1][order]).high)


@pytest.mark.parametrize("formula", [estimated_shares, estimated_rates])
def test_a_region_that_is_empty_or_unknown_spoils_nothing_else(formula):
    count, units = np.array([3.0, 30.0, 90.0]), np.array([10.0, 100.0, 200.0])
    plain = formula(count, units)
    found = formula(np.append(count, [0, np.nan]), np.append(units, [0, 50]))
    assert same(found.low[:3], plain.low)
    assert np.isnan(found.value[3:]).all()
    assert found.average == plain.average


def test_few_are_shrunk_more_than_many():
    found = estimated_shares(np.array([4.0, 400.0, 100.0, 250.0]), np.array([5, 500, 500, 500.0]))
    assert found.value[0] < found.value[1] < 0.8
    assert found.high[0] - found.low[0] > found.high[1] - found.low[1]


def test_the_beta_posterior_by_hand():
    # m = .5, S = 100 (.04 + .04) = 8; rho = (8 / .25 - 1) / (200 - 100 - 1) = 31 / 99
    found = estimated_shares(np.array([30.0, 70.0]), np.array([100.0, 100.0]))
    strength = 99 / 31 - 1
    assert found.value[0] == pytest.approx((30 + strength / 2) / (100 + strength))
    draws = chance().beta(30 + strength / 2, 70 + strength / 2, 200_000)
    assert found.low[0] == pytest.approx(np.quantile(draws, 0.025), abs=0.002)


def test_nine_in_ten_intervals_hold_the_truth():
    rng = chance(6)
    units = rng.integers(20, 2000, 400).astype(float)
    truth = rng.beta(8, 32, 400)
    found = estimated_shares(rng.binomial(units.astype(int), truth).astype(float), units)
    held = (found.low <= truth) & (truth <= found.high)
    assert 0.91 <= held.mean() <= 0.99


def test_nobody_and_everybody_leave_nothing_to_differ():
    assert estimated_shares(np.zeros(3), np.full(3, 9.0)).high.tolist() == [0, 0, 0]
    assert estimated_shares(np.full(3, 9.0), np.full(3, 9.0)).low.tolist() == [1, 1, 1]
    assert estimated_rates(np.zeros(2), np.ones(2)).value.tolist() == [0, 0]
    assert np.isnan(estimated_shares(np.zeros(2), np.zeros(2)).average)


def test_a_mean_keeps_its_place_when_exact_and_has_no_interval_when_the_error_is_unknown():
    found = estimated_means(np.array([1.0, 5.0, 9.0]), np.array([0.0, 1.0, np.nan]), average=4.0)
    assert found.low[0] == found.value[0] == found.high[0] == 1
    assert 4 < found.value[1] < 5
    assert found.value[2] == 9
    assert np.isnan(found.low[2])


def test_means_that_differ_by_error_only_are_drawn_to_the_average():
    values = chance().normal(10, 1, 300)
    found = estimated_means(values, np.ones(300), average=10.0)
    assert found.value.std() < 0.2 * values.std()


def test_rounding_is_the_only_error_of_an_exact_figure():
    found = exact_figures(np.array([40.0, np.nan]), average=50.0, step=1.0)
    assert same(found.low, [39.5, np.nan])


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: estimated_shares(np.array([3.0]), np.array([2.0])),
        lambda: estimated_rates(np.array([-1.0]), np.array([2.0])),
        lambda: estimated_means(np.array([1.0]), np.array([-1.0]), average=1.0),
        lambda: exact_figures(np.array([1.0]), average=1.0, step=-1.0),
        lambda: estimated_shares(np.array([1.0]), np.array([2.0, 3.0])),
    ],
    ids=["more than all", "negative count", "negative error", "negative step", "lengths"],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"must|vectors"):
        wrong()
