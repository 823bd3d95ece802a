# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Mergers forward and back, and what is lost."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import same

from samenspel.core.profile.recode import divided_back, merged

numbers = st.lists(st.integers(1, 900), min_size=3, max_size=12)


@given(numbers, st.data())
def test_counts_keep_their_total_forward_and_back(values, data):
    before = np.array(values, float)
    into = np.array([data.draw(st.integers(0, 2)) for _ in values])
    forward = merged(before, into, 3)
    assert same(np.nansum(forward.value), before.sum())
    key = before / forward.value[into]
    back = divided_back(forward.value, into, key=key)
    assert same(back.value, before)


@given(numbers)
def test_who_did_not_merge_is_as_counted(values):
    before = np.array(values, float)
    own = np.arange(before.size)
    assert same(merged(before, own, own.size).value, before)
    back = divided_back(before, own)
    assert same(back.value, before)
    assert not back.estimated.any()


def test_a_share_is_weighed_and_tells_how_far_its_parts_were_apart():
    found = merged(np.array([10.0, 40.0]), np.array([0, 0]), 1, weight=np.array([3.0, 1.0]))
    assert found.value.tolist() == [17.5]
    assert (found.lowest[0], found.highest[0]) == (10, 40)


def test_the_whole_is_unknown_when_a_part_is():
    found = merged(np.array([10.0, np.nan, 4.0]), np.array([0, 0, 1]), 3)
    assert same(found.value, [np.nan, 4, np.nan])
    assert same(found.lowest, [10, 4, np.nan])


def test_back_a_share_is_repeated_and_said_to_be_an_estimate():
    found = divided_back(np.array([17.5, 3.0]), np.array([0, 0, 1]))
    assert found.value.tolist() == [17.5, 17.5, 3.0]
    assert found.estimated.tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("origin", "key"),
    [([0, 0], [0.5, 0.6]), ([0, 0], [-1.0, 2.0]), ([0, 1], None), ([0, -1], None)],
    ids=["more than all", "negative", "no such", "none"],
)
def test_a_key_that_does_not_divide_is_refused(origin, key):
    with pytest.raises(ValueError, match=r"key|group|merged"):
        divided_back(np.array([3.0]), np.array(origin), key=None if key is None else np.array(key))
