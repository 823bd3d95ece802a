# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How uneven, and at which level: the parts add up, and chance is told apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import chance, same

from samenspel.core.profile.inequality import (
    between,
    between_shares,
    decompose,
    nests,
    shuffle_test,
    theil,
)


@st.composite
def places(draw):
    """Return amounts, people and two levels that nest, of some municipalities."""
    size = draw(st.integers(2, 30))
    amounts = st.lists(st.integers(0, 1000), min_size=size, max_size=size).filter(any)
    people = st.lists(st.integers(1, 500), min_size=size, max_size=size)
    fine = np.array(draw(st.lists(st.integers(0, 7), min_size=size, max_size=size)))
    return np.array(draw(amounts), float), np.array(draw(people), float), fine // 3, fine


@given(places())
def test_levels_add_up_and_none_is_negative(some):
    amount, people, coarse, fine = some
    found = decompose(amount, people, [coarse, fine])
    assert (found.parts >= 0).all()
    assert same(found.parts.sum(), found.total)
    assert same(found.total, theil(amount, people))


@given(places())
def test_within_is_the_weighted_sum_of_each_groups_own(some):
    amount, people, group, _ = some
    within = sum(
        amount[group == one].sum()
        / amount.sum()
        * theil(amount[group == one], people[group == one])
        for one in np.unique(group)
        if amount[group == one].any()
    )
    assert same(theil(amount, people) - between(amount, people, group), within)


@given(places(), st.floats(0.01, 100))
def test_the_unit_does_not_matter(some, factor):
    amount, people, group, _ = some
    assert same(theil(amount, people), theil(amount * factor, people * 3))
    assert same(between(amount, people, group), between(amount * factor, people * 3, group))


@given(places(), st.randoms(use_true_random=False))
def test_the_order_and_the_numbers_of_groups_change_nothing(some, random):
    amount, people, group, _ = some
    order = np.array(random.sample(range(amount.size), amount.size))
    one, other = between(amount, people, group), between(amount[order], people[order], group[order])
    assert same(one, other)
    assert same(one, between(amount, people, 5 * (9 - group)))


@given(places())
def test_a_part_split_in_equal_halves_adds_no_inequality(some):
    amount, people, _, _ = some
    halves = np.repeat(amount / 2, 2), np.repeat(people / 2, 2)
    assert same(theil(*halves), theil(amount, people))


def test_all_equal_is_none_and_has_no_shares():
    found = decompose(np.array([2.0, 4.0, 6.0]), np.array([1.0, 2.0, 3.0]), [np.array([0, 0, 1])])
    assert same(found.total, 0.0)
    assert np.isnan(between_shares(np.full(3, 2.0), np.full(3, 2.0), [np.zeros(3, int)])).all()


def test_all_in_one_of_four():
    assert theil(np.array([0.0, 0.0, 0.0, 8.0]), np.ones(4)) == pytest.approx(np.log(4))


def test_all_between_two_groups():
    amount, groups = np.array([0.0, 0, 0, 10, 10, 10]), np.array([0, 0, 0, 1, 1, 1])
    assert between(amount, np.ones(6), groups) == pytest.approx(0.6931471805599453)
    assert between_shares(amount, np.ones(6), [groups]).tolist() == [1.0]


def test_levels_that_cross_do_not_nest():
    crossing = np.array([0, 0, 1, 1]), np.array([0, 1, 1, 2])
    assert not nests(*crossing)
    assert nests(np.array([0, 0, 1, 1]), np.array([5, 6, 7, 7]))
    with pytest.raises(ValueError, match="level 1"):
        decompose(np.arange(4.0), np.ones(4), crossing)


def test_a_real_border_is_no_chance():
    amount = np.concatenate([np.full(20, 1.0), np.full(20, 3.0)]) + chance().random(40)
    found = shuffle_test(amount, np.ones(40), np.arange(40) // 20, rng=chance())
    assert found.p_value == 1 / 1000
    assert found.observed > 10 * found.expected


def test_random_groups_are_chance_and_hold_as_much_as_their_number():
    amount = chance(2).random(342) + 1
    found = shuffle_test(amount, np.ones(342), np.arange(342) % 40, rng=chance(3))
    assert found.p_value > 0.05
    assert found.expected / theil(amount, np.ones(342)) == pytest.approx(39 / 341, rel=0.05)
    assert found.expected < found.high


def test_p_values_of_chance_are_spread_evenly():
    p_values = [
        shuffle_test(rng.random(24), rng.random(24) + 1, np.arange(24) % 4, rng=rng, shuffles=99)
        for rng in map(chance, range(200))
    ]
    assert np.mean([one.p_value <= 0.5 for one in p_values]) == pytest.approx(0.5, abs=0.12)
    assert np.mean([one.p_value <= 0.05 for one in p_values]) <= 0.11


def test_a_shuffle_that_gives_the_same_counts_as_much():
    alone = shuffle_test(chance().random(30), np.ones(30), np.arange(30), rng=chance())
    assert alone.p_value == 1


def test_in_pieces_it_is_the_same(monkeypatch):
    some = chance().random(30), chance(2).random(30) + 1, np.arange(30) % 4
    whole = shuffle_test(*some, rng=chance())
    monkeypatch.setattr("samenspel.core.profile.inequality.NUMBERS_AT_ONCE", 100)
    assert same(shuffle_test(*some, rng=chance()).expected, whole.expected)


@pytest.mark.parametrize(
    ("amount", "people"),
    [([1, 2], [1]), ([-1, 2], [1, 1]), ([1, 2], [0, 1]), ([0, 0], [1, 1]), ([np.nan, 1], [1, 1])],
    ids=["lengths", "negative", "nobody", "nothing", "unknown"],
)
def test_what_has_no_inequality_is_refused(amount, people):
    with pytest.raises(ValueError, match=r"vectors|finite|amounts"):
        theil(np.array(amount, float), np.array(people, float))


def test_a_municipality_without_group_is_refused():
    with pytest.raises(ValueError, match="group"):
        between(np.ones(2), np.ones(2), np.array([0, -1]))
    with pytest.raises(ValueError, match="shuffle"):
        shuffle_test(np.ones(2), np.ones(2), np.array([0, 1]), rng=chance(), shuffles=0)
