# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where growth came from: the parts add up exactly, whatever is empty or unknown."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tables import SIZES, full_counts, same

from samenspel.core.profile.shift_share import shift_share, shift_share_by_period

whole = st.integers(0, 60).map(float)
pairs = SIZES.flatmap(lambda size: arrays(float, (3, *size), elements=whole))


@given(pairs)
def test_the_parts_add_up_to_the_change(years):
    assume(years[0].any())
    parts = shift_share(years[0], years[1])
    assert same(parts.change, years[1] - years[0])
    assert same(parts.national + parts.sector + parts.regional, years[1] - years[0])


@given(full_counts)
def test_the_regional_part_splits_without_remainder(table):
    parts = shift_share(table, table[::-1] + 1)
    assert same(parts.competition + parts.allocation, parts.regional)


@given(pairs)
def test_the_country_as_a_whole_has_no_sector_or_regional_part(years):
    assume(years[0].any())
    parts = shift_share(years[0], years[1])
    started = years[0].sum(axis=0) > 0
    assert same(parts.regional.sum(axis=0)[started], 0.0, 1e-8)
    if started.all():
        assert same(parts.sector.sum(), 0.0, 1e-8)


@given(pairs)
def test_periods_add_up_to_the_whole(years):
    assume(years[0].any() and years[1].any())
    periods = shift_share_by_period(list(years))
    assert len(periods) == 2
    assert same(sum(one.change for one in periods), years[2] - years[0])


def test_growth_like_the_country_is_national_only():
    table = np.array([[10.0, 20.0], [30.0, 40.0]])
    parts = shift_share(table, table * 1.5)
    assert same(parts.national, table * 0.5)
    assert same(parts.sector, 0.0)
    assert same(parts.regional, 0.0)


def test_jobs_where_none_were_are_the_regions_own():
    parts = shift_share(np.array([[0.0, 5.0], [5.0, 5.0]]), np.array([[4.0, 5.0], [6.0, 5.0]]))
    assert parts.regional[0, 0] == 4
    assert parts.national[0, 0] == parts.sector[0, 0] == 0
    assert np.isnan(parts.competition[0, 0])


def test_a_count_unknown_in_one_year_counts_in_neither():
    start = np.array([[10.0, 20.0], [30.0, 40.0]])
    end = np.array([[np.nan, 20.0], [60.0, 40.0]])
    parts = shift_share(start, end)
    assert np.isnan(parts.change[0, 0])
    assert parts.national[1, 1] == pytest.approx(40 * (120 / 90 - 1))
    assert same(parts.regional[1, 0], 0.0)


@pytest.mark.parametrize(
    ("start", "end"),
    [(np.ones((2, 2)), np.ones((2, 3))), (np.zeros((2, 2)), np.ones((2, 2)))],
    ids=["shapes differ", "nothing to grow from"],
)
def test_what_cannot_be_compared_is_refused(start, end):
    with pytest.raises(ValueError, match=r"shape|nothing"):
        shift_share(start, end)


def test_one_year_is_no_period():
    with pytest.raises(ValueError, match="two years"):
        shift_share_by_period([np.ones((2, 2))])
