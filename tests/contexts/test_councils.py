# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Councils keep their days, the secretariat asks, clerks answer; all of it is on the ledger."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from council_table import (
    BOARD,
    BUDGET,
    CLERK,
    EIGHT,
    JULY,
    SUMMER,
    do,
    monthly,
    seat_councils,
    there,
    told,
)
from valley import NOON, acting

from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed, Recess
from samenspel.core.calendar.moments import Outcome, Position, Question, Status
from samenspel.core.calendar.rules import Before, Days, Event
from samenspel.core.errors import RuleError
from samenspel.councils.queries import calendar_changes, calendars, clock, known, last_meetings
from samenspel.parties.models import Party

pytestmark = pytest.mark.django_db

JUNE = NOON.replace(month=6, day=20)
ADVISED = Position(Status.DECIDED, Outcome.OPINION, date(2026, 4, 10), date(2026, 5, 28))


@pytest.fixture(autouse=True)
def _table(db):
    seat_councils()


def refused(service, /, **what):
    """Return with which code an act is refused; it leaves nothing behind."""
    before = there(), told()
    with pytest.raises(RuleError) as error:
        do(service, **what)
    assert (there(), told()) == before
    return error.value.code


def test_what_was_said_is_read_back():
    found = there()
    assert found.rules.form is LegalForm.PUBLIC_BODY
    assert found.agreed == (EIGHT,)
    assert found.recess == (SUMMER,)
    assert [one.name for one in found.councils] == ["Council of North", "Council of South"]
    assert found.days["north"] == monthly(date(2026, 1, 8))
    assert told()[-3:] == ["council-added", "council-added", "calendar-rules-changed"]


def test_terms_of_every_sort_are_read_back():
    own = Agreed(Event.DRAFT_BUDGET, Before(-1, 4, 1), "Own rules", council="north")
    after = Agreed(Event.FRAMEWORK_OPINION, Days(-3, Event.BOARD), "Agreed")
    do("save_calendar_rules", form=LegalForm.COVENANT, mixed=True, agreed=[own, after], least=3)
    assert there().agreed == (own, after)
    assert (there().rules.mixed, there().rules.least) == (True, 3)
    assert there().recess == ()


def test_a_day_that_goes_is_cancelled_and_can_come_back():
    first, *others = monthly(date(2026, 1, 8))
    do("save_council", actor=CLERK, party="north", name="North", meetings=others)
    gone = next(one for one in there().meetings if one.on == first)
    assert (gone.cancelled, gone.version) == (True, 1)
    do("save_council", actor=CLERK, party="north", name="North", meetings=[first, *others])
    back = next(one for one in there().meetings if one.on == first)
    assert (back.cancelled, back.version) == (False, 2)


def test_one_day_of_the_board_gives_the_calendar_of_all_councils():
    assert do("save_board_day", meeting=BOARD) == 1
    [made] = calendars(there(), on=date(2026, 3, 1))
    assert made.due[Event.DRAFT_BUDGET].day == date(2026, 4, 10)
    assert {one.council for one in made.answers} == {"north", "south"}
    assert "draft-before-framework" in {one.code for one in made.findings}
    assert calendars(there(), on=date(2028, 8, 1)) == []


def test_what_is_sent_is_what_the_calendar_reckons_with():
    do("save_board_day", meeting=BOARD)
    do("save_moment", ask=replace(BUDGET, sends_on=date(2026, 5, 1)))
    [made] = calendars(there(), on=date(2026, 3, 1))
    assert made.due[Event.DRAFT_BUDGET].day == date(2026, 5, 1)
    assert not made.is_lawful


def test_a_board_day_changes_and_is_cancelled():
    do("save_board_day", meeting=BOARD)
    do("save_board_day", meeting=replace(BOARD, on=date(2026, 7, 10)), number=1)
    do("cancel_board_day", number=1)
    [day] = there().board_days
    assert (day.meeting.on, day.version, day.cancelled) == (date(2026, 7, 10), 2, True)
    assert refused("cancel_board_day", number=1) == "is-cancelled"
    assert do("save_board_day", meeting=BOARD) == 2


def test_a_clerk_says_how_far_the_council_is():
    do("save_moment", ask=BUDGET)
    do("save_position", actor=CLERK, at=JUNE, key="B1", party="north", position=ADVISED, note="Yes")
    [row] = there().moments
    assert row.stand("north").position == ADVISED
    assert not row.is_open_for("north")
    assert row.is_late_for("south", JULY + timedelta(days=1))
    assert not row.is_late_for("north", JULY + timedelta(days=1))
    assert told()[-1] == "position-changed"


def test_a_council_can_have_a_last_day_of_its_own():
    do("save_moment", ask=BUDGET)
    where = {"key": "B1", "party": "north", "position": Position(), "last_on": date(2026, 6, 1)}
    do("save_position", actor=CLERK, **where)
    [row] = there().moments
    assert (row.last_for("north"), row.last_for("south")) == (date(2026, 6, 1), JULY)


def test_the_clock_names_the_last_meeting_and_the_common_week():
    do("save_moment", ask=BUDGET)
    [row] = there().moments
    found = clock(there(), row, on=date(2026, 3, 1))
    assert last_meetings(there(), [row], on=date(2026, 3, 1)) == {"B1": found.meetings}
    assert found.meetings == {"north": date(2026, 6, 25), "south": date(2026, 6, 30)}
    assert found.week.councils == ("north",) or len(found.week.councils) == 1
    assert found.findings == ()


def test_what_was_asked_can_be_taken_back_with_a_reason():
    do("save_moment", ask=BUDGET)
    do("cancel_moment", key="B1", reason="The board put it off")
    [row] = there().moments
    assert (row.cancelled, row.reason) == (True, "The board put it off")
    assert refused("save_moment", ask=BUDGET, instead_of="B1") == "is-cancelled"


def test_changes_of_the_calendar_are_counted():
    count, last = calendar_changes("valley")
    do("save_moment", ask=BUDGET, at=JUNE)
    assert calendar_changes("valley") == (count + 1, JUNE)
    assert last == NOON


def test_a_party_with_a_council_does_not_go_unseen():
    with pytest.raises(Exception, match="protected"):
        Party.objects.get(slug="north").delete()


def test_reading_takes_eight_statements(django_assert_num_queries):
    pk = Party.objects.get(slug="north").region_id
    known(pk)
    with django_assert_num_queries(8):
        known(pk)


OTHERS = [acting("clerk", "south"), acting("representative", "north"), acting("reader")]


@pytest.mark.parametrize("actor", OTHERS)
def test_only_its_clerk_and_the_secretariat_speak_for_a_council(actor):
    do("save_moment", ask=BUDGET)
    where = {"actor": actor, "party": "north"}
    assert refused("save_council", name="X", **where) == "not-allowed"
    assert refused("save_position", key="B1", position=ADVISED, at=JUNE, **where) == "not-allowed"
    assert refused("save_board_day", actor=actor, meeting=BOARD) == "not-allowed"
    assert refused("save_moment", actor=actor, ask=BUDGET, instead_of="B1") == "not-allowed"
    assert refused("cancel_moment", actor=actor, key="B1", reason="No") == "not-allowed"
    form = LegalForm.COVENANT
    assert refused("save_calendar_rules", actor=actor, form=form) == "not-allowed"


_TERM = Agreed(Event.DRAFT_BUDGET, Before(-1, 2, 30), "Agreed")
_PUBLIC = LegalForm.PUBLIC_BODY
_BACKWARD = Recess(date(2026, 8, 1), date(2026, 7, 1))
REFUSALS = [
    ("save_council", {"party": "nobody", "name": "X"}, "unknown-party"),
    ("save_council", {"party": "school", "name": "X"}, "council-without-municipality"),
    ("save_council", {"party": "north", "name": ""}, "text-missing"),
    ("save_council", {"party": "north", "name": "X", "recess": [_BACKWARD]}, "period-backward"),
    ("save_calendar_rules", {"form": _PUBLIC, "least": 99}, "count-unfit"),
    ("save_calendar_rules", {"form": _PUBLIC, "agreed": [_TERM]}, "term-unfit"),
    (
        "save_calendar_rules",
        {"form": _PUBLIC, "agreed": [replace(EIGHT, council="school")]},
        "unknown-council",
    ),
    ("save_calendar_rules", {"form": _PUBLIC, "agreed": [EIGHT] * 401}, "too-many-days"),
    ("save_board_day", {"meeting": replace(BOARD, budget_year=None)}, "budget-year-missing"),
    ("save_board_day", {"meeting": replace(BOARD, budget_year=1999)}, "budget-year-unfit"),
    ("save_board_day", {"meeting": replace(BOARD, budget_year=2035)}, "board-day-far"),
    ("save_board_day", {"meeting": replace(BOARD, body="none")}, "unknown-body"),
    ("save_board_day", {"meeting": BOARD, "number": 9}, "unknown-board-day"),
    ("save_moment", {"ask": replace(BUDGET, key="B 1")}, "code-unfit"),
    ("save_moment", {"ask": replace(BUDGET, title=" ")}, "text-missing"),
    ("save_moment", {"ask": replace(BUDGET, cover="x" * 3001)}, "text-unfit"),
    ("save_moment", {"ask": replace(BUDGET, last_on=date(2026, 1, 1))}, "period-backward"),
    ("save_moment", {"ask": replace(BUDGET, about="agenda:9")}, "unknown-subject"),
    ("save_moment", {"ask": replace(BUDGET, about="deal:none")}, "unknown-subject"),
    ("save_moment", {"ask": replace(BUDGET, about="budget:1900")}, "budget-year-unfit"),
    ("save_moment", {"ask": BUDGET, "instead_of": "X"}, "unknown-moment"),
    ("cancel_moment", {"key": "X", "reason": "No"}, "unknown-moment"),
    ("cancel_moment", {"key": "X", "reason": ""}, "text-missing"),
    ("save_position", {"key": "X", "party": "north", "position": Position()}, "unknown-moment"),
    ("save_position", {"key": "X", "party": "school", "position": Position()}, "unknown-council"),
]


@pytest.mark.parametrize(("name", "what", "code"), REFUSALS)
def test_what_cannot_be_is_refused(name, what, code):
    assert refused(name, **what) == code


def test_one_budget_has_one_day_of_the_board_and_a_code_is_used_once():
    do("save_board_day", meeting=BOARD)
    do("save_moment", ask=BUDGET)
    assert refused("save_board_day", meeting=BOARD) == "board-day-taken"
    assert refused("save_moment", ask=replace(BUDGET, question=Question.DEAL)) == "key-taken"


def test_a_link_of_a_decision_is_a_web_address():
    do("save_moment", ask=BUDGET)
    where = {"key": "B1", "party": "north", "position": ADVISED, "at": JUNE}
    assert refused("save_position", link="javascript:1", **where) == "link-unfit"
