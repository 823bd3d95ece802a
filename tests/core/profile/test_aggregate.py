# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From municipalities to regions: counts add, rates weigh, the unknown is said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import same

from samenspel.core.profile.aggregate import totals, weighted_means

REGIONS = 4


@st.composite
def municipalities(draw):
    """Return counts, of how many, and the region of each."""
    size = draw(st.integers(1, 25))
    units = np.array(draw(st.lists(st.integers(1, 500), min_size=size, max_size=size)), float)
    share = draw(st.lists(st.floats(0, 1), min_size=size, max_size=size))
    region = draw(st.lists(st.integers(-1, REGIONS - 1), min_size=size, max_size=size))
    return np.floor(units * np.array(share)), units, np.array(region)


@given(municipalities())
def test_totals_of_regions_add_up_to_the_country(some):
    count, _, region = some
    found = totals(count, region, REGIONS)
    assert same(np.nansum(found.value), count[region >= 0].sum())


@given(municipalities())
def test_a_mean_of_shares_is_the_share_of_totals(some):
    count, units, region = some
    mean = weighted_means(count / units, units, region, REGIONS).value
    have, of = totals(count, region, REGIONS).value, totals(units, region, REGIONS).value
    assert same(mean, have / of)


@given(municipalities(), st.integers(0, 24))
def test_one_unknown_spoils_no_other_region(some, where):
    count, units, region = some
    where %= count.size
    holed = count.copy()
    holed[where] = np.nan
    one = weighted_means(count, units, region, REGIONS).value
    other = weighted_means(holed, units, region, REGIONS).value
    elsewhere = np.arange(REGIONS) != region[where]
    assert same(one[elsewhere], other[elsewhere])


def test_a_region_without_municipalities_has_no_figure():
    found = totals(np.array([3.0]), np.array([0]), 2)
    assert same(found.value, [3, np.nan])
    assert same(found.coverage, [1, np.nan])


def test_a_total_of_a_part_is_no_total_unless_asked():
    some = np.array([3.0, np.nan]), np.array([0, 0]), 1
    size = np.array([90.0, 10.0])
    assert np.isnan(totals(*some, size=size).value[0])
    found = totals(*some, size=size, least=0.5)
    assert (found.value[0], found.coverage[0]) == (3, 0.9)


def test_a_mean_of_most_will_do_and_says_of_how_much():
    weight, region = np.array([95.0, 5.0, 50.0, 50.0]), np.array([0, 0, 1, 1])
    found = weighted_means(np.array([4.0, np.nan, 4.0, np.nan]), weight, region, 2)
    assert same(found.value, [4, np.nan])
    assert same(found.coverage, [0.95, 0.5])


@pytest.mark.parametrize(
    ("weight", "region"),
    [([1, np.nan], [0, 0]), ([1, -1], [0, 0]), ([1, 1], [0, 2]), ([1, 1], [0, -2]), ([1], [0, 0])],
    ids=["unknown weight", "negative weight", "no such region", "below none", "lengths"],
)
def test_what_cannot_be_weighed_is_refused(weight, region):
    with pytest.raises(ValueError, match=r"weight|group|vectors"):
        weighted_means(np.ones(2), np.array(weight, float), np.array(region), 2)
