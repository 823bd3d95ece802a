# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How far a council can be with what it is asked, and until when it may answer."""

from datetime import date

import pytest
from calendars import JULY, every, given

from samenspel.core.calendar.findings import Weight
from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed, Council
from samenspel.core.calendar.moments import (
    ANSWERED_AS,
    Outcome,
    Position,
    Question,
    Status,
    check_position,
    is_late,
    moment_answers,
    moment_findings,
    term_of,
)
from samenspel.core.calendar.rules import Days, Event
from samenspel.core.errors import RuleError

SENT, TODAY, NEXT = date(2026, 4, 10), date(2026, 6, 1), date(2026, 7, 1)
MONTHLY = Council("noord", every(28, date(2026, 1, 8), date(2026, 12, 31)))
GOOD = [
    Position(),
    Position(Status.SENT, None, SENT),
    Position(Status.SCHEDULED, None, SENT, NEXT),
    Position(Status.DECIDED, Outcome.OPINION, SENT, TODAY),
]
BAD = [
    (Position(Status.SENT), "sent-day-missing"),
    (Position(Status.SCHEDULED, None, SENT), "meeting-missing"),
    (Position(Status.DECIDED, None, SENT, TODAY), "outcome-missing"),
    (Position(Status.SENT, Outcome.ADOPTED, SENT), "outcome-too-early"),
    (Position(Status.SENT, None, NEXT), "date-in-future"),
    (Position(Status.DECIDED, Outcome.ADOPTED, SENT, NEXT), "date-in-future"),
    (Position(Status.DECIDED, Outcome.ADOPTED, TODAY, SENT), "decided-before-sent"),
]


@pytest.mark.parametrize("one", GOOD)
def test_what_can_be_is_taken(one):
    check_position(one, TODAY)


@pytest.mark.parametrize(("one", "code"), BAD)
def test_what_cannot_be_is_refused(one, code):
    with pytest.raises(RuleError) as refused:
        check_position(one, TODAY)
    assert refused.value.code == code


def test_a_council_is_late_when_its_last_day_is_past_and_it_has_not_decided():
    assert is_late(GOOD[1], date(2026, 5, 31), TODAY)
    assert not is_late(GOOD[1], TODAY, TODAY)
    assert not is_late(GOOD[3], date(2026, 5, 31), TODAY)
    assert not is_late(GOOD[1], None, TODAY)


def test_the_law_gives_twelve_weeks_for_a_budget():
    assert term_of(given(), Question.BUDGET, SENT).last_on == JULY
    assert term_of(given(), Question.BUDGET, None) is None


def test_nothing_says_how_long_a_deal_takes():
    assert {*Question} - {*ANSWERED_AS} == {Question.AGENDA, Question.DEAL, Question.WISHES}
    assert term_of(given(), Question.DEAL, SENT) is None


def found_in(given, question, sent, last):
    """Return what does not fit when all councils have from *sent* to *last*."""
    days = dict.fromkeys((one.key for one in given.councils), last)
    asked = moment_answers(given.opened(), question, sent, days)
    return moment_findings(given, question, (sent, last), asked)


def test_a_shorter_term_than_the_law_is_a_breach():
    [found] = found_in(given(councils=(MONTHLY,)), Question.BUDGET, SENT, date(2026, 6, 26))
    assert (found.code, found.weight) == ("term-too-short", Weight.BREACH)
    assert (found.params["days"], found.params["needed"]) == (77, 84)


def test_a_shorter_term_than_was_agreed_is_a_warning():
    eight = Agreed(Event.AGENDA_OPINION, Days(56, Event.AGENDA_DRAFT), "Convenant")
    light = given(None, form=LegalForm.COVENANT, agreed=(eight,), councils=(MONTHLY,))
    [found] = found_in(light, Question.AGENDA_OPINION, SENT, date(2026, 5, 29))
    assert (found.code, found.weight) == ("term-too-short", Weight.WARNING)


def test_where_nothing_says_how_long_meetings_still_count():
    seldom = Council("zuid", (date(2026, 3, 1), date(2026, 9, 1)))
    [found] = found_in(given(councils=(seldom,)), Question.DEAL, SENT, JULY)
    assert (found.code, found.council) == ("few-meetings", "zuid")
