# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A straight line to the last day of a source, what it proposes, and leverage; all in cents."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from payments import PAID

from samenspel.core.deals.ladder import Rung
from samenspel.core.funding.forecast import Course, Move, forecasts, moves
from samenspel.core.funding.leverage import leverage_by_party, leverage_by_source
from samenspel.core.funding.lines import Entry

TODAY = date(2026, 7, 2)
ENDS = {"F1": date(2027, 12, 31)}


def line(source, measure, cents, year=2026, party=""):
    return Entry("R1", source, cents, Rung.PLEDGED, measure, year, party)


def one(lines, payments, ends=ENDS, today=TODAY):
    (found,) = forecasts(lines, payments, ends, today)
    return found


def spent(cents, measure="M1"):
    return replace(PAID, amount_cents=cents, measure=measure)


def test_what_was_spent_is_drawn_on_to_the_last_day():
    found = one([line("F1", "M1", 1000_00)], [spent(183_00)])
    assert found.expected_cents == 183_00 * 730 // 183
    assert found.course is Course.UNDERSPENDING
    assert (found.to_spend_cents, found.left_cents) == (817_00, 270_00)


@pytest.mark.parametrize(
    ("lines", "cents", "ends", "today", "course"),
    [
        ([line("F1", "M1", 730_00)], 183_00, ENDS, TODAY, Course.ON_COURSE),
        ([line("F1", "M1", 100_00)], 183_00, ENDS, TODAY, Course.OVERSPENT),
        ([line("F1", "M1", 183_00)], 183_00, ENDS, TODAY, Course.ON_COURSE),
        ([line("F1", "M1", 600_00)], 183_00, ENDS, TODAY, Course.AHEAD),
        ([], 183_00, ENDS, TODAY, Course.NOT_PLANNED),
        ([line("F1", "M1", 730_00)], 183_00, {}, TODAY, Course.NO_END),
        ([line("F1", "M1", 730_00)], 183_00, ENDS, date(2026, 3, 1), Course.TOO_EARLY),
        ([line("F1", "M1", 730_00)], 183_00, ENDS, date(2028, 1, 1), Course.LEFT_OVER),
        ([line("F1", "M1", 183_00)], 183_00, ENDS, date(2028, 1, 1), Course.ON_COURSE),
        ([line("F1", "M1", 730_00, None)], 183_00, ENDS, TODAY, Course.ON_COURSE),
    ],
)
def test_each_course_is_named(lines, cents, ends, today, course):
    assert one(lines, [spent(cents)], ends, today).course is course


def test_a_plan_without_year_and_without_payment_says_nothing_yet():
    _, found = forecasts([line("F1", "M2", 730_00, None)], [spent(1)], ENDS, TODAY)
    assert (found.course, found.expected_cents) == (Course.TOO_EARLY, None)


def test_what_never_passes_the_cashier_is_not_held_against_its_plan():
    assert forecasts([line("F1", "M1", 730_00)], [], ENDS, TODAY) == ()
    in_kind = replace(line("F1", "M2", 730_00), in_kind=True)
    assert one([in_kind], [spent(1)]).course is Course.NOT_PLANNED


def test_what_is_left_goes_to_what_is_short_within_its_source():
    lines = [line("F1", "M1", 1000_00), line("F1", "M2", 100_00), line("F2", "M3", 10_00)]
    payments = [spent(183_00), spent(50_00, "M2"), replace(spent(99_00, "M3"), source="F2")]
    found = forecasts(lines, payments, {**ENDS, "F2": None}, TODAY)
    short = 50_00 * 730 // 183 - 100_00
    assert moves(found) == (Move("F1", "M1", "M2", short), Move("F1", "M1", "", 270_00 - short))


@given(st.lists(st.tuples(st.integers(1, 10**9), st.integers(0, 10**9)), min_size=1, max_size=6))
def test_no_more_moves_than_is_left_or_short(amounts):
    lines = [line("F1", f"M{n}", planned) for n, (planned, _) in enumerate(amounts)]
    payments = [spent(paid, f"M{n}") for n, (_, paid) in enumerate(amounts) if paid]
    found = {one.measure: one for one in forecasts(lines, payments, ENDS, TODAY)}
    done = moves(found.values())
    for key, forecast in found.items():
        assert sum(m.cents for m in done if m.measure == key) <= forecast.left_cents
        assert sum(m.cents for m in done if m.to == key) <= forecast.short_cents
    given_away = sum(m.cents for m in done)
    late = {Course.UNDERSPENDING, Course.LEFT_OVER}
    assert given_away == sum(one.left_cents for one in found.values() if one.course in late)


LINES = [
    line("F1", "M1", 300_00, party="north"),
    line("F2", "M1", 100_00, party="south"),
    line("F2", "M2", 50_00, party="south"),
    line("F1", "", 70_00, party="north"),
    line("F1", "M3", 10_00),
]


def test_leverage_is_the_money_of_its_projects_by_its_own():
    found = leverage_by_party(LINES)
    assert found["north"].ratio == Fraction(400, 300)
    assert found["south"].ratio == Fraction(450, 150)
    assert (found["north"].tenths, found["south"].tenths) == (13, 30)
    assert found["south"].measures == ("M1", "M2")
    assert set(found) == {"north", "south"}


def test_leverage_of_a_source_counts_what_stands_beside_it():
    assert leverage_by_source(LINES)["F2"].ratio == Fraction(450, 150)


def test_nothing_of_its_own_gives_no_leverage():
    found = leverage_by_party([line("F1", "M1", 0, party="north")])["north"]
    assert (found.ratio, found.tenths) == (None, None)
