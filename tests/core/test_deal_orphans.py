# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What hangs loose between agenda and promises is found by name, and nothing else is."""

from dataclasses import replace
from datetime import date

import pytest

from samenspel.core.agenda.record import Measure
from samenspel.core.deals.commitment import Commitment, Condition, Kind, Outcome
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.loose import DEAL_CHECKS, Promises, deal_orphans
from samenspel.words.deal_orphans import DEAL_WORDS, says_of_deals

TODAY = date(2026, 11, 24)
MEASURE = Measure("M1", "Techniekhuis", phase="execution")
DUE = Condition("Als de raad instemt", who="de raad", due_on=date(2026, 11, 23))
PROMISE = Commitment("T1", "noord", "measure:M1", Kind.KNOWLEDGE, "Docenten")


def found(one=PROMISE, rung=Rung.PLEDGED, measure=MEASURE, late=()):
    promises = Promises((measure,), (one,), {one.key: rung}, late, TODAY)
    return [(orphan.code, orphan.key) for orphan in deal_orphans(promises)]


def test_nothing_hangs_loose_when_what_is_needed_is_promised():
    assert found() == []


@pytest.mark.parametrize(
    ("one", "rung"),
    [
        (replace(PROMISE, target="measure:M2"), Rung.PLEDGED),
        (PROMISE, Rung.MENTIONED),
        (replace(PROMISE, conditions=(replace(DUE, outcome=Outcome.FAILED),)), Rung.PLEDGED),
    ],
    ids=["to something else", "only mentioned", "released"],
)
def test_a_measure_in_execution_needs_somebody_who_is_held_to_it(one, rung):
    assert found(one, rung) == [("measure-without-commitment", "M1")]


@pytest.mark.parametrize("phase", ["", "idea", "completed", "stopped"])
def test_a_measure_in_another_phase_does_not_yet_or_no_more(phase):
    assert found(replace(PROMISE, target="goal:D1"), measure=replace(MEASURE, phase=phase)) == []


def test_what_is_past_its_date_is_found():
    assert found(late={"T1"}) == [("commitment-overdue", "T1")]


def test_a_condition_that_nobody_settled_in_time_is_found():
    one = replace(PROMISE, conditions=(DUE,))
    assert found(one) == [("condition-overdue", "T1")]
    assert found(one, Rung.DONE) == []


@pytest.mark.parametrize(
    "condition",
    [
        replace(DUE, due_on=TODAY),
        replace(DUE, due_on=None),
        replace(DUE, outcome=Outcome.MET, settled_on=TODAY),
    ],
    ids=["still today", "without a date", "met"],
)
def test_a_condition_in_time_or_settled_is_not(condition):
    assert found(replace(PROMISE, conditions=(condition,))) == []


def test_every_check_has_its_words():
    assert set(DEAL_WORDS) == set(DEAL_CHECKS)
    (orphan,) = deal_orphans(Promises((), (PROMISE,), {"T1": Rung.PLEDGED}, {"T1"}, TODAY))
    assert "T1 “Docenten”" in says_of_deals(orphan)
