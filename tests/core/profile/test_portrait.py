# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of one region among others: certainty by kind of figure, place, jobs, levels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.profile.livelihood import JobTables, growth, krugman, sector_jobs
from samenspel.core.profile.portrait import (
    Chance,
    Column,
    estimated,
    place_of,
    rounding_step,
    standout_of,
)
from samenspel.core.profile.scales import scales

NOBODY = np.array([], dtype=np.intp)


def column(values, chance, *, size=1000.0, per=1.0, step=0.0):
    observed = np.array(values, float)
    sizes = np.broadcast_to(np.array(size, float), observed.shape)
    known = np.isfinite(observed)
    average = float(np.average(observed[known], weights=sizes[known]))
    return Column("some", observed, sizes, average, chance, per, step)


def stands_out(one, own=0):
    return standout_of(one, estimated(one), own, NOBODY)


ORDINARY = [10, 11, 9, 10.5, 9.5, 10.2, 9.8, 10.1]


def test_a_share_of_many_far_from_the_others_stands_out():
    found = stands_out(column([30, *ORDINARY], Chance.SHARE, size=100_000, per=100))
    assert found.score > 3


def test_the_same_share_of_three_does_not():
    sizes = [3, *[100_000] * len(ORDINARY)]
    assert stands_out(column([30, *ORDINARY], Chance.SHARE, size=sizes, per=100)) is None


def test_a_figure_of_whose_error_nothing_is_known_never_stands_out():
    assert stands_out(column([30, *ORDINARY], Chance.UNKNOWN)) is None


def test_an_exact_figure_stands_out_beyond_its_rounding():
    assert stands_out(column([30, *ORDINARY], Chance.NONE, step=1.0)).score > 3
    assert stands_out(column([30, *ORDINARY], Chance.NONE, step=100.0)) is None


def test_an_unknown_figure_spoils_no_other():
    found = stands_out(column([30, np.nan, *ORDINARY], Chance.SHARE, size=100_000, per=100))
    assert found is not None


@pytest.mark.parametrize(
    ("values", "step"), [([1, 2], 1.0), ([1.5, 2], 0.1), ([1.25, 2], 0.01), ([1 / 3, 2], 0)]
)
def test_rounding_shows_in_the_figures(values, step):
    assert rounding_step(np.array(values, float)) == step


def test_a_place_counts_what_is_known():
    assert place_of(np.array([5.0, np.nan, 7.0]), 0) == (2, 2)
    assert place_of(np.array([5.0, np.nan, 7.0]), 1) == (None, 2)


JOBS = st.lists(st.integers(0, 5000), min_size=12, max_size=12).filter(
    lambda jobs: (
        all(sum(jobs[at::3]) for at in range(3))
        and all(sum(jobs[at : at + 3]) for at in range(0, 12, 3))
    )
)


@given(JOBS, JOBS)
def test_sectors_and_growth_add_up(first, last):
    years = {2014: np.reshape(first, (4, 3)) * 1.0, 2019: np.reshape(last, (4, 3)) * 1.0}
    tables = JobTables(("A", "B", "C"), years)
    whole, *sectors = growth(tables, 0)
    assert whole.change == pytest.approx(sum(one.change for one in sectors))
    assert whole.change == pytest.approx(sum(last[:3]) - sum(first[:3]))
    assert sum(one.jobs for one in sector_jobs(tables, 0)) == sum(last[:3])
    assert 0 <= krugman(tables, 0) <= 2


def test_a_secret_cell_is_unknown_and_leaves_the_rest():
    table = np.array([[np.nan, 50.0], [40.0, 60.0], [30.0, 30.0]])
    found = {one.code: one for one in sector_jobs(JobTables(("A", "B"), {2024: table}), 0)}
    assert found["A"].jobs is None
    assert found["B"].share == 1


LEVELS = {"coarse": np.array([0, 0, 1, 1]), "other": np.array([0, 1, 0, 1])}


def test_a_coarse_level_and_municipalities_hold_all():
    found = scales(np.array([1.0, 2, 3, 4]), np.ones(4), LEVELS, ["coarse"])
    assert [(one.level, one.groups) for one in found] == [
        ("coarse", 2),
        ("other", 2),
        ("municipality", 4),
    ]
    assert found[0].added + found[2].added == pytest.approx(1)
    assert found[1].added is None


def test_where_all_are_equal_no_level_has_a_share():
    found = scales(np.ones(4), np.ones(4), LEVELS, ["coarse"])
    assert {one.between_share for one in found} == {None}


def test_there_are_no_levels_of_what_is_below_nothing():
    assert scales(np.array([-1.0, 2, 3, 4]), np.ones(4), LEVELS, ["coarse"]) == ()


def test_what_is_usual_among_regions_like_it_does_not_stand_out():
    values = [30, 29, 31, 30, *ORDINARY, *ORDINARY]
    one = column(values, Chance.SHARE, size=100_000, per=100)
    assert standout_of(one, estimated(one), 0, NOBODY).similar is None
    assert standout_of(one, estimated(one), 0, np.array([1, 2, 3])) is None
