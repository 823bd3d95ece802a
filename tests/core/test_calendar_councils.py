# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the dates mean for each council: its meetings in time, its recess, its own terms."""

from dataclasses import replace
from datetime import date

from calendars import JULY, codes, every, reckoned

from samenspel.core.calendar.answers import Answer, answer, common_week
from samenspel.core.calendar.findings import clashes
from samenspel.core.calendar.given import Agreed, Council, Recess
from samenspel.core.calendar.rules import Before, Event

MONTHLY = Council("noord", every(28, date(2026, 1, 8), date(2026, 12, 31)))
SELDOM = Council("zuid", (date(2026, 3, 5), date(2026, 6, 4), date(2026, 9, 3)))
UNKNOWN = Council("oost")
MAY = Recess(date(2026, 4, 25), date(2026, 5, 3), "Meivakantie")


def test_a_council_decides_in_its_last_meeting_in_time():
    found = reckoned(councils=(MONTHLY,)).answers[0]
    assert (found.opens_on, found.last_on) == (date(2026, 4, 10), JULY)
    assert found.decides_on == date(2026, 6, 25)
    assert [day.isoformat() for day in found.meetings] == ["2026-04-30", "2026-05-28", "2026-06-25"]


def test_too_few_meetings_are_a_warning_and_unknown_ones_a_note():
    made = reckoned(councils=(MONTHLY, SELDOM, UNKNOWN))
    assert codes(made, "noord") == []
    assert codes(made, "zuid") == ["few-meetings"]
    assert codes(made, "oost") == ["meetings-unknown"]


def test_a_meeting_in_recess_does_not_count():
    made = reckoned(councils=(MONTHLY,), recess=(MAY,))
    assert date(2026, 4, 30) not in made.answers[0].meetings


def test_a_day_in_the_recess_of_all_is_told_once_and_of_one_to_that_one():
    summer = Recess(date(2026, 6, 27), date(2026, 8, 9), "Zomer")
    both = (MONTHLY, SELDOM)
    assert codes(reckoned(councils=both, recess=(summer,)), "").count("answer-in-recess") == 1
    alone = replace(summer, council="zuid")
    assert "answer-in-recess" in codes(reckoned(councils=both, recess=(alone,)), "zuid")
    assert "answer-in-recess" not in codes(reckoned(councils=both, recess=(alone,)), "noord")


def test_what_a_municipality_asks_of_its_own_accord_is_held_beside_the_law():
    own = Agreed(Event.DRAFT_BUDGET, Before(-1, 4, 2), "Nota verbonden partijen", council="zuid")
    assert "own-term-missed" in codes(reckoned(councils=(SELDOM,), agreed=(own,)), "zuid")
    late = replace(own, term=Before(-1, 4, 16))
    assert "own-term-missed" not in codes(reckoned(councils=(SELDOM,), agreed=(late,)), "zuid")


def test_a_council_that_meets_while_the_board_does_is_told():
    clash = Council("west", (JULY,))
    assert "board-on-council-day" in codes(reckoned(councils=(clash,)), "west")


def test_a_meeting_with_too_many_answers_is_named():
    asked = [answer(MONTHLY, event, (date(2026, 4, 10), JULY)) for event in list(Event)[:3]]
    assert [one.params["count"] for one in clashes(asked, 2)] == [3]
    assert not list(clashes(asked, 3))


def _may(council, *days):
    meetings = tuple(date(2026, 5, day) for day in days)
    return Answer(council, Event.BUDGET_OPINION, date(2026, 5, 1), JULY, meetings, complete=True)


def test_the_common_week_is_that_in_which_most_councils_meet():
    week = common_week([_may("a", 6, 20), _may("b", 7), _may("c", 21)])
    assert week.monday == date(2026, 5, 18)  # as many as in the week of the fourth, but later
    assert set(week.councils) == {"a", "c"}
    assert week.missing == ("b",)
    assert common_week([_may("a")]) is None
