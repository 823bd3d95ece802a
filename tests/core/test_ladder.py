# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A commitment goes up the ladder with evidence, and down with a reason."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.deals.ladder import (
    LADDER,
    NEEDS_EVIDENCE,
    ORDER,
    PROMISED,
    SETTLED,
    Rung,
    check_move,
    is_up,
)
from samenspel.core.deals.overdue import (
    ESCALATION,
    Escalation,
    EscalationStep,
    check_escalation,
    days_overdue,
    escalation,
)
from samenspel.core.errors import RuleError

rungs = st.sampled_from(Rung)
DAY = date(2026, 3, 1)


def refusal(now, wanted, **words):
    try:
        check_move(now, wanted, **words)
    except RuleError as error:
        return error.code
    return None


def test_every_rung_is_on_the_ladder_once():
    assert [step.rung for step in LADDER] == list(Rung)


@given(rungs, rungs, st.booleans(), st.booleans())
def test_a_move_is_refused_exactly_when_what_it_needs_is_missing(now, wanted, proof, reason):
    said = refusal(now, wanted, evidence="a letter" * proof, reason="a cut" * reason)

    if now is wanted:
        assert said == "rung-same"
    elif is_up(now, wanted):
        missing = wanted in NEEDS_EVIDENCE and not proof
        assert said == ("evidence-missing" if missing else None)
    else:
        assert said == (None if reason else "reason-missing")


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_blanks_are_no_evidence_and_no_reason(blank):
    assert refusal(Rung.PLEDGED, Rung.DONE, evidence=blank) == "evidence-missing"
    assert refusal(Rung.DONE, Rung.PLEDGED, reason=blank) == "reason-missing"


@given(rungs, rungs)
def test_of_two_rungs_one_is_higher(one, other):
    assert is_up(one, other) + is_up(other, one) == (one is not other)


def test_what_is_settled_was_promised_and_needs_evidence():
    assert SETTLED < PROMISED
    assert SETTLED <= NEEDS_EVIDENCE
    assert Rung.MENTIONED not in PROMISED
    assert ORDER[Rung.MENTIONED] == 0


@given(rungs, st.integers(-500, 500), st.booleans())
def test_overdue_counts_days_of_what_is_promised_and_not_done(rung, days, released):
    found = days_overdue(DAY, rung, DAY + timedelta(days=days), released=released)

    owed = rung in PROMISED and rung not in SETTLED and not released
    assert found == (max(0, days) if owed else 0)


def test_the_last_day_itself_is_in_time_and_without_a_day_nothing_is_late():
    assert days_overdue(DAY, Rung.PLEDGED, DAY) == 0
    assert days_overdue(None, Rung.PLEDGED, DAY) == 0


def steps(*days, words=""):
    return [
        EscalationStep(step, after, words)
        for step, after in zip(Escalation, days, strict=False)
        if after is not None
    ]


def test_a_deal_has_steps_of_its_own():
    own = steps(7, None, 30)
    found = [escalation(day, own) for day in (6, 7, 29, 30)]
    assert [one and one.step for one in found] == [
        None,
        Escalation.REMINDER,
        Escalation.REMINDER,
        Escalation.BOARD,
    ]


@pytest.mark.parametrize("days", [(1, 2, 3), (7,), (None, 9), (), (1, None, 3653)])
def test_steps_that_follow_each_other_are_fine(days):
    check_escalation(steps(*days))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (steps(0, 42), "escalation-unfit"),
        (steps(1, 42, 3654), "escalation-unfit"),
        (steps(42, 42), "escalation-order"),
        (steps(84, 42), "escalation-order"),
        (steps(1, 2)[::-1], "escalation-order"),
        (steps(1) + steps(2), "escalation-order"),
        (steps(1, words="x" * 301), "text-unfit"),
        (steps(1, words="two\nlines"), "text-unfit"),
    ],
)
def test_steps_that_do_not_follow_each_other_are_refused(wrong, code):
    with pytest.raises(RuleError) as error:
        check_escalation(wrong)
    assert (error.value.code, error.value.params["field"]) == (code, "escalation")


def test_steps_of_escalation_come_in_their_order():
    days = [one.after_days for one in ESCALATION]
    assert [one.step for one in ESCALATION] == list(Escalation)
    assert days == sorted(set(days))
    reached = [escalation(day) for day in (0, 13, 14, 41, 42, 84, 1000)]
    assert [one and one.step for one in reached] == [
        *(None, None, Escalation.REMINDER, Escalation.REMINDER),
        *(Escalation.TABLE, Escalation.BOARD, Escalation.BOARD),
    ]
