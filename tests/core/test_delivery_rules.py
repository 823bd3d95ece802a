# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Whom to ask when: never twice, never missed; links that say what they are for; who owns."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.agenda.record import Measure
from samenspel.core.delivery.links import Claim, is_genuine, number_in, token
from samenspel.core.delivery.owners import Post, is_vacant, owner
from samenspel.core.delivery.progress import Answer, Status, check_answer, is_asked
from samenspel.core.delivery.reminders import Sent, due
from samenspel.core.delivery.schedule import (
    Reminder,
    Schedule,
    asked_periods,
    check_schedule,
    expires_on,
    find_period,
    moments,
    period,
)
from samenspel.core.errors import RuleError
from samenspel.core.rights import Role

START = date(2026, 1, 1)
SCHEDULE = Schedule(START)
DAYS = 800
KEY = b"a key"
CLAIM = Claim("answer", 7, "valley", "abc", "M1", "2026-01", "2026-09-29T00:00:00.000000Z")


def refusal(act, *args):
    with pytest.raises(RuleError) as refused:
        act(*args)
    return refused.value.code


def test_a_half_year_is_asked_about_when_it_is_over():
    first = period(SCHEDULE, 0)
    assert (first.code, first.ends_on) == ("2026-01", date(2026, 6, 30))
    assert (first.asked_on, first.due_on) == (date(2026, 7, 1), date(2026, 7, 31))
    assert asked_periods(SCHEDULE, date(2026, 6, 30)) == []
    assert [one.code for one in asked_periods(SCHEDULE, date(2027, 1, 1))] == ["2026-01", "2026-07"]


@given(st.sampled_from([1, 2, 3, 4, 6, 12]), st.dates(START, date(2040, 1, 1)))
def test_periods_follow_each_other_without_gap_or_overlap(months, on):
    found = asked_periods(replace(SCHEDULE, months=months), on)
    for one, following in pairwise(found):
        assert one.ends_on + timedelta(days=1) == one.asked_on == following.starts_on


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"starts_on": date(2026, 1, 2)}, "schedule-first-day"),
        ({"months": 5}, "schedule-months"),
        ({"due_days": 0}, "schedule-days"),
        ({"link_days": 121}, "schedule-days"),
        ({"remind_days": 30}, "schedule-days"),
        ({"months": 1, "due_days": 25}, "schedule-days"),
    ],
)
def test_a_schedule_that_cannot_work_is_refused(changed, code):
    check_schedule(SCHEDULE)
    assert refusal(check_schedule, replace(SCHEDULE, **changed)) == code


def test_a_period_that_was_not_asked_about_is_unknown():
    assert refusal(find_period, SCHEDULE, "2026-01", date(2026, 6, 30)) == "unknown-period"
    assert find_period(SCHEDULE, "2026-01", date(2026, 7, 1)).code == "2026-01"


def test_a_link_ends_before_the_next_question_however_late_it_was_made():
    first = period(SCHEDULE, 0)
    assert expires_on(SCHEDULE, first, first.asked_on) == date(2026, 9, 29)
    assert expires_on(SCHEDULE, first, date(2026, 12, 1)) == date(2027, 1, 1)


def run(days, answered=None, owners=None):
    """Return what is sent when the installation runs on these days, of START on."""
    sent = []
    for day in sorted(days):
        on = START + timedelta(days=day)
        told = {} if answered is None else {("M1", code) for code, at in answered if at <= on}
        there = owners(on) if owners else {"M1": 1, "M2": 1, "M3": 2}
        found = due(SCHEDULE, there, told, sent, on)
        assert due(SCHEDULE, there, told, [*sent, *_as_sent(found, on)], on) == []
        sent += _as_sent(found, on)
    return sent


def _as_sent(found, on):
    return [Sent(one.person, one.measure, one.period.code, one.kind, on) for one in found]


@given(st.sets(st.integers(0, DAYS), max_size=60))
def test_nothing_is_ever_sent_twice_whenever_it_runs(days):
    sent = [(one.person, one.measure, one.period, one.kind) for one in run(days)]
    assert len(sent) == len(set(sent))


@given(st.sets(st.integers(0, DAYS), min_size=1, max_size=60))
def test_nothing_that_is_due_is_missed_after_a_standstill(days):
    sent = run(days)
    for day in days:
        on = START + timedelta(days=day)
        for one in asked_periods(SCHEDULE, on)[-1:]:
            last = max(moment for moment in moments(SCHEDULE, one).values() if moment <= on)
            for measure in ("M1", "M2", "M3"):
                heard = [s.on for s in sent if (s.measure, s.period) == (measure, one.code)]
                assert any(last <= at <= on for at in heard)


@given(st.sets(st.integers(0, DAYS), max_size=60), st.integers(0, DAYS))
def test_who_answered_hears_no_more_about_that_period(days, day):
    at = START + timedelta(days=day)
    known = asked_periods(SCHEDULE, at)
    answered = [(known[-1].code, at)] if known else []
    for one in run(days, answered):
        if answered and (one.measure, one.period) == ("M1", answered[0][0]):
            assert one.on < at


@given(st.sets(st.integers(0, DAYS), max_size=60), st.integers(0, DAYS))
def test_whoever_takes_over_is_asked_before_being_reminded(days, day):
    change = START + timedelta(days=day)
    sent = run(days, owners=lambda on: {"M1": 1 if on < change else 2})
    kinds = {}
    for one in sent:
        kinds.setdefault((one.person, one.period), []).append(one.kind)
    assert all(found[0] is Reminder.ASK for found in kinds.values())
    order = list(Reminder)
    assert all(found == sorted(found, key=order.index) for found in kinds.values())


def test_a_run_every_day_sends_the_three_reminders_on_their_days():
    sent = [one for one in run(range(DAYS)) if (one.measure, one.period) == ("M1", "2026-01")]
    assert [(one.kind, one.on) for one in sent] == [
        (Reminder.ASK, date(2026, 7, 1)),
        (Reminder.REMIND, date(2026, 7, 24)),
        (Reminder.LATE, date(2026, 8, 7)),
    ]


def test_after_a_standstill_the_furthest_reminder_comes_alone():
    days = [(day - START).days for day in (date(2026, 7, 1), date(2026, 8, 20), date(2026, 8, 21))]
    sent = [one for one in run(days) if one.measure == "M1"]
    assert [(one.kind, one.on) for one in sent] == [
        (Reminder.ASK, date(2026, 7, 1)),
        (Reminder.LATE, date(2026, 8, 20)),
    ]


def test_a_link_is_good_for_exactly_what_it_says():
    made = token(CLAIM, KEY)
    assert is_genuine(made, CLAIM, KEY)
    assert number_in(made) == CLAIM.number
    others = {
        "purpose": "mail",
        "number": 8,
        "region": "hill",
        "person": "abd",
        "measure": "M2",
        "period": "2026-07",
        "expires": "2027-09-29T00:00:00.000000Z",
        "edition": 2,
    }
    assert set(others) == set(Claim.__dataclass_fields__)
    for name, value in others.items():
        assert not is_genuine(made, replace(CLAIM, **{name: value}), KEY), name
    assert not is_genuine(made, CLAIM, b"another key")


@pytest.mark.parametrize(
    "text", ["", "7", "0-" + "a" * 64, "7-" + "A" * 64, "7-abc", "-1-" + "a" * 64, "\ud800", "7-\n"]
)
def test_what_has_not_the_form_of_a_link_names_nothing(text):
    assert number_in(text) is None
    assert not is_genuine(text, CLAIM, KEY)


def test_the_post_decides_who_is_asked_and_the_secretary_stands_in():
    secretary = Post(9, Role.SECRETARY)
    representative = Post(2, Role.REPRESENTATIVE, "school")
    officer = Post(3, Role.OFFICER, "school")
    clerk = Post(4, Role.CLERK, "school")
    everyone = [clerk, secretary, representative, officer]
    assert owner("school", everyone) == officer
    assert owner("school", [clerk, secretary, representative]) == representative
    assert owner("school", [clerk, secretary]) == secretary
    assert owner("", [Post(5, Role.OFFICER), *everyone]) == secretary
    assert owner("school", [clerk]) is None
    assert is_vacant("school", secretary)
    assert is_vacant("school", None)
    assert not is_vacant("school", officer)


def test_what_is_over_is_asked_about_no_more():
    first = period(SCHEDULE, 0)
    measure = Measure("M1", "One", ends_on=date(2026, 1, 1))
    assert is_asked(measure, first, None)
    assert is_asked(measure, first, Status.DELAYED)
    assert not is_asked(measure, first, Status.DONE)
    assert not is_asked(measure, first, Status.STOPPED)
    assert not is_asked(measure, period(SCHEDULE, 1), None)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(Status.AT_RISK), "text-missing"),
        (Answer(Status.ON_TRACK, "a\u202eb"), "text-unfit"),
        (Answer(Status.DONE, spent_cents=-1), "amount-negative"),
        (Answer(Status.DONE, spent_cents=2**53), "amount-too-large"),
        (Answer(Status.DONE, figures=(("D2", Decimal(1)),)), "figure-unfit"),
        (Answer(Status.DONE, figures=(("D1", Decimal("Infinity")),)), "figure-unfit"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(answer, code):
    check_answer(Answer(Status.ON_TRACK), ["D1"])
    assert refusal(check_answer, answer, ["D1"]) == code
