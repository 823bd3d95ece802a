# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands out, and what does not although it seems to."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tables import chance, same

from samenspel.core.profile.distinctiveness import (
    Contrast,
    both,
    contrast,
    ranks,
    similar_median,
    usual_difference,
)
from samenspel.core.profile.estimates import estimated_shares, exact_figures

figures = arrays(float, st.integers(3, 30), elements=st.integers(-50, 50).map(float))


def scored(values, *, step=0.0):
    estimates = exact_figures(values, average=float(values.mean()), step=step)
    return contrast(estimates, usual_difference(values))


@given(figures, st.floats(0.01, 100), st.integers(-1000, 1000))
def test_the_unit_does_not_matter(values, factor, shift):
    if np.ptp(values):
        one, other = scored(values), scored(values * factor + shift)
        assert same(one.score, other.score, 1e-6)


@given(figures, st.randoms(use_true_random=False))
def test_the_order_of_regions_changes_nothing(values, random):
    order = np.array(random.sample(range(values.size), values.size))
    assert same(scored(values).score[order], scored(values[order]).score)


@given(figures)
def test_above_the_average_is_positive(values):
    if np.ptp(values) > 0:
        score = scored(values).score
        assert same(np.sign(score), np.sign(values - values.mean()))


@given(figures, st.floats(0, 30))
def test_nothing_is_special_when_the_interval_holds_the_average(values, step):
    found = scored(values, step=step)
    assert not (found.special & (found.low <= 0) & (found.high >= 0)).any()


def test_one_extreme_region_does_not_change_what_is_usual():
    values = np.arange(40.0)
    extreme = np.append(values, 1e9)
    assert usual_difference(extreme).above == pytest.approx(usual_difference(values).above, rel=0.1)
    assert scored(extreme).score[-1] > 1e6


def test_each_side_has_its_own_yardstick():
    found = usual_difference(np.array([8.0, 9.0, 10.0, 14.0, 18.0]))
    assert found.above == pytest.approx(4 * found.below)


def test_when_half_are_the_same_the_standard_deviation_is_usual():
    values = np.array([0.0] * 8 + [4.0])
    assert usual_difference(values).above == pytest.approx(values.std())
    assert np.isnan(usual_difference(np.array([1.0, 2.0, np.nan])).above)


def test_all_the_same_is_nothing_special():
    found = scored(np.full(5, 7.0))
    assert found.score.tolist() == [0.0] * 5
    assert not found.special.any()


def test_an_unknown_figure_or_interval_is_not_special():
    estimates = exact_figures(np.array([1.0, 2.0, 3.0, np.nan, 90.0]), average=2.0)
    estimates = replace(estimates, low=np.array([1.0, 2.0, 3.0, np.nan, np.nan]))
    found = contrast(estimates, usual_difference(estimates.value))
    assert np.isnan(found.score[3:]).all()
    assert not found.special[3:].any()


def test_few_people_make_nothing_special():
    count, units = np.array([3.0, 250, 260, 240, 245, 255]), np.array([4.0] + [1000.0] * 5)
    found = contrast(estimated_shares(count, units), usual_difference(count / units))
    assert not found.special[0]


def test_shares_that_differ_by_chance_only_are_not_special():
    rng = chance(7)
    units = np.repeat(rng.integers(50, 5000, 342)[:, None], 50, axis=1)
    counts = rng.binomial(units, 0.3)
    special = [
        contrast(estimated_shares(count, of), usual_difference(count / of)).special.mean()
        for count, of in zip(counts.T.astype(float), units.T.astype(float), strict=True)
    ]
    assert np.mean(special) <= 0.005


def test_a_real_difference_is_special():
    rng = chance(8)
    truth = np.append(rng.normal(0.3, 0.02, 100), 0.45)
    units = np.full(101, 2000)
    count = rng.binomial(units, truth).astype(float)
    found = contrast(estimated_shares(count, units.astype(float)), usual_difference(count / units))
    assert found.special[-1]
    assert found.score[-1] == found.score.max()


def test_the_median_of_the_like_leaves_oneself_and_the_unknown_out():
    values = np.array([100.0, 1.0, 2.0, 3.0, np.nan])
    assert similar_median(values, np.ones((5, 5), dtype=bool))[0] == 2
    assert np.isnan(similar_median(values[:3], np.ones((3, 3), dtype=bool))).all()
    with pytest.raises(ValueError, match="fit"):
        similar_median(values, np.ones((2, 2), dtype=bool))


def of(score: float, half: float) -> Contrast:
    middle = np.array([score])
    return Contrast(middle, middle - half, middle + half)


@pytest.mark.parametrize(
    ("country", "similar", "score", "special"),
    [
        (of(3, 1), of(2, 1), 2, True),
        (of(3, 1), of(0.2, 1), 0.2, False),
        (of(3, 1), of(-3, 1), 0, False),
        (of(-3, 1), of(-4, 5), -3, False),
        (of(3, 1), of(4, 5), 3, False),
        (of(3, 1), of(np.nan, 1), 3, True),
        (of(np.nan, 1), of(3, 1), np.nan, False),
    ],
    ids=[
        "both",
        "as its kind",
        "opposite",
        "uncertain",
        "uncertain above",
        "none alike",
        "unknown",
    ],
)
def test_special_is_special_among_the_like_too(country, similar, score, special):
    found = both(country, similar)
    assert same(found.score, score)
    assert found.special[0] == special


@given(figures)
def test_places_are_those_of_sorting(values):
    found = ranks(values)
    assert found.min() == 1
    for value, place in zip(values, found, strict=True):
        assert place == 1 + (values > value).sum()
