# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""On track or not: the path, the tolerance, the margin, and when nobody can say."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samenspel.core.agenda.record import Goal
from samenspel.core.delivery.track import Observation, Verdict, path, track, year_end


def goal(first="0", last="100", since=2025, until=2030):
    return Goal(
        "D1",
        "Goal",
        baseline=Decimal(first),
        baseline_year=since,
        target=Decimal(last),
        target_year=until,
    )


def seen(*figures, margin=None):
    return [
        Observation(day, Decimal(value), None if margin is None else Decimal(margin))
        for day, value in figures
    ]


HALF = date(2028, 7, 1)
EARLY = date(2026, 6, 30)


def verdict(aim, *figures, margin=None):
    return track(aim, seen(*figures, margin=margin)).verdict


def test_the_path_runs_from_year_end_to_year_end():
    way = path(goal())
    assert (way.at(year_end(2025)), way.at(year_end(2030))) == (0, 100)
    assert way.at(date(2040, 1, 1)) == 100
    assert float(way.at(HALF)) == pytest.approx(50, abs=0.1)


def test_a_goal_may_lag_a_tenth_of_the_whole_way_and_no_more():
    assert verdict(goal(), (EARLY, "5"), (HALF, "41")) is Verdict.ON_TRACK
    assert verdict(goal(), (EARLY, "5"), (HALF, "39")) is Verdict.BEHIND


@pytest.mark.parametrize(("first", "last"), [("0", "100"), ("100", "0")])
def test_early_a_goal_may_lag_a_fifth_of_the_way_so_far(first, last):
    aim, start = goal(first, last), date(2026, 1, 31)
    day = date(2026, 12, 31)  # a fifth of the time: twenty of the hundred

    def at(covered):
        value = str(covered if first == "0" else 100 - covered)
        return verdict(aim, (start, first), (day, value))

    assert (at(17), at(15)) == (Verdict.ON_TRACK, Verdict.BEHIND)


def test_late_a_goal_may_lag_a_tenth_of_the_whole_way():
    day = date(2029, 12, 31)
    assert verdict(goal(), (EARLY, "5"), (day, "71")) is Verdict.ON_TRACK
    assert verdict(goal(), (EARLY, "5"), (day, "69")) is Verdict.BEHIND


def test_a_goal_that_should_fall_counts_the_other_way():
    assert verdict(goal("100", "0"), (EARLY, "95"), (HALF, "59")) is Verdict.ON_TRACK
    assert verdict(goal("100", "0"), (EARLY, "95"), (HALF, "61")) is Verdict.BEHIND
    assert verdict(goal("100", "0"), (EARLY, "9"), (HALF, "-1")) is Verdict.REACHED


def test_a_margin_that_leaves_room_for_both_says_nothing():
    assert verdict(goal(), (EARLY, "5"), (HALF, "41"), margin="5") is Verdict.UNSURE
    assert verdict(goal(), (EARLY, "5"), (HALF, "39"), margin="5") is Verdict.UNSURE
    assert verdict(goal(), (EARLY, "5"), (HALF, "50"), margin="5") is Verdict.ON_TRACK
    assert verdict(goal(), (EARLY, "5"), (HALF, "30"), margin="5") is Verdict.BEHIND
    assert verdict(goal(), (EARLY, "5"), (HALF, "103"), margin="5") is Verdict.ON_TRACK
    assert verdict(goal(), (EARLY, "5"), (HALF, "106"), margin="5") is Verdict.REACHED


def test_one_figure_after_the_baseline_is_too_few():
    assert verdict(goal()) is Verdict.TOO_FEW
    assert verdict(goal(), (HALF, "50")) is Verdict.TOO_FEW
    assert verdict(goal(), (date(2024, 1, 1), "1"), (HALF, "50")) is Verdict.TOO_FEW


@pytest.mark.parametrize("aim", [goal("5", "5"), goal(since=2030, until=2030), Goal("D1", "None")])
def test_without_a_path_nothing_is_measured(aim):
    assert verdict(aim, (EARLY, "5"), (HALF, "41")) is Verdict.NO_PATH


def test_a_margin_is_reckoned_from_scatter_when_there_are_three():
    figures = [(year_end(2026), "20"), (year_end(2027), "30"), (year_end(2028), "70")]
    found = track(goal(), seen(*figures))
    times = [365.0, 730.0, 1096.0]
    slope = sum(t * y for t, y in zip(times, (20, 30, 70), strict=True)) / sum(t * t for t in times)
    rest = sum((y - slope * t) ** 2 for t, y in zip(times, (20, 30, 70), strict=True))
    assert float(found.margin) == pytest.approx(4.302653 * (rest / 2) ** 0.5, rel=1e-5)
    assert track(goal(), seen(*figures[:2])).margin is None


def test_figures_on_their_own_line_have_no_margin():
    figures = [(date(2026, 12, 31), "20"), (date(2027, 12, 31), "40"), (date(2028, 12, 30), "60")]
    assert track(goal(), seen(*figures)).margin == 0


@given(
    st.integers(-1000, 1000),
    st.integers(-1000, 1000),
    st.integers(-2000, 2000),
    st.integers(-500, 500),
)
def test_the_verdict_does_not_depend_on_the_unit(first, last, value, shift):
    assume(first != last)

    def said(scale, add):
        aim = goal(str(first * scale + add), str(last * scale + add))
        return verdict(aim, (EARLY, str(first * scale + add)), (HALF, str(value * scale + add)))

    assert said(1, 0) is said(10, 0) is said(1, shift) is said(-1, 0)


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_better_figure_never_has_a_worse_verdict(one, more):
    order = [Verdict.BEHIND, Verdict.ON_TRACK, Verdict.REACHED]
    low, high = (verdict(goal(), (EARLY, "5"), (HALF, str(v))) for v in (one, one + more))
    assert order.index(low) <= order.index(high)
