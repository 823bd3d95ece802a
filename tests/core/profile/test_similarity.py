# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is like whom: a distance, with what is missing left out and said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tables import SIZES, same

from samenspel.core.profile.similarity import (
    block_weights,
    distances,
    likeness,
    nearest,
    standardised,
)

values = SIZES.flatmap(
    lambda size: arrays(
        float, size, elements=st.integers(-40, 40).map(float) | st.just(float("nan"))
    )
)


def equal_weights(table):
    return np.full(table.shape[1], 1 / table.shape[1])


@given(values)
def test_it_is_a_distance(table):
    scores = standardised(table)
    found = distances(scores, equal_weights(scores))
    known = np.isfinite(found.distance)
    assert same(found.distance, found.distance.T)
    assert (found.distance[known] >= 0).all()
    assert same(np.diag(found.distance)[np.diag(known)], 0.0)
    assert ((found.coverage >= 0) & (found.coverage <= 1 + 1e-9)).all()


@given(values)
def test_it_is_the_root_of_the_mean_square_of_what_both_know(table):
    scores = standardised(table)
    found = distances(scores, equal_weights(scores)).distance
    for one, other in np.argwhere(np.isfinite(found)):
        square = np.nanmean((scores[one] - scores[other]) ** 2)
        assert found[one, other] == pytest.approx(np.sqrt(square), abs=1e-6)


@given(values, st.floats(0.01, 100))
def test_units_and_the_sum_of_weights_do_not_matter(table, factor):
    scores = standardised(table)
    assert same(standardised(table * factor + 5), scores, 1e-6)
    one = distances(scores, equal_weights(scores))
    assert same(distances(scores, equal_weights(scores) * factor).distance, one.distance, 1e-6)


@given(values)
def test_the_gaps_add_up_to_the_square_of_the_distance(table):
    scores = standardised(table)
    found = distances(scores, equal_weights(scores)).distance
    if np.isfinite(found[0, 1]):
        gap = likeness(scores, equal_weights(scores), 0, 1).gap
        assert np.nansum(gap) == pytest.approx(found[0, 1] ** 2, abs=1e-6)


def test_scores_do_not_run_away_and_keep_the_unknown():
    table = np.column_stack(
        [np.append(np.arange(20.0), 1e6), np.full(21, 5.0), np.full(21, np.nan)]
    )
    found = standardised(table)
    assert found[-1, 0] == 3
    assert (found[:, 1] == 0).all()
    assert np.isnan(found[:, 2]).all()


def test_too_little_in_common_is_no_distance():
    scores = np.array([[1.0, np.nan, np.nan], [1.0, 2.0, 3.0], [0.0, 2.0, np.nan]])
    found = distances(scores, np.ones(3))
    assert np.isnan(found.distance[0, 1])
    assert found.coverage[0, 1] == pytest.approx(1 / 3)
    assert found.distance[1, 2] == pytest.approx(np.sqrt(0.5))


def test_the_nearest_come_first_without_oneself_and_the_incomparable():
    distance = np.array([[0.0, 3.0, 1.0, np.nan, 1.0]])
    assert nearest(distance, 0, 3).tolist() == [2, 4, 1]
    assert nearest(distance, 0, 9).tolist() == [2, 4, 1]


def test_alike_is_what_both_have_beyond_the_usual():
    scores = np.array([[2.0, 0.0, -2.0, 1.0], [2.0, 0.0, 2.0, np.nan]])
    found = likeness(scores, np.ones(4), 0, 1)
    assert same(found.shared, [2 / 3, 0, 0, np.nan])
    assert same(found.gap, [0, 0, 16 / 3, np.nan])


def test_blocks_count_alike_whatever_they_hold():
    found = block_weights(np.array([0, 0, 0, 2]))
    assert same(found, [1 / 6, 1 / 6, 1 / 6, 1 / 2])


@pytest.mark.parametrize(
    ("scores", "weights"),
    [(np.ones((2, 2)), np.ones(3)), (np.ones((2, 2)), np.zeros(2)), (np.ones(2), np.ones(2))],
    ids=["shapes", "no weight", "no table"],
)
def test_what_does_not_fit_is_refused(scores, weights):
    with pytest.raises(ValueError, match=r"fit|weights"):
        distances(scores, weights)


def test_an_infinite_value_is_refused():
    with pytest.raises(ValueError, match="finite"):
        standardised(np.array([[np.inf]]))
