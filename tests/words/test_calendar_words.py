# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Everything of the calendar has words, and every finding says what to do."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from samenspel.core.calendar.findings import Finding, Weight
from samenspel.core.calendar.forms import FORMS, LegalForm
from samenspel.core.calendar.moments import Outcome, Question, Status
from samenspel.core.calendar.rules import Before, Days, Event
from samenspel.words import calendar as words
from samenspel.words.calendar_findings import FINDINGS, says

DAY = date(2026, 7, 3)
_DAYS = ("on", "last", "agreed", "first", "end", "draft", "memo", "opens", "before")
_COUNTS = {"days": 63, "needed": 84, "count": 1, "least": 2, "most": 2}
PARAMS = {**dict.fromkeys(_DAYS, DAY), **_COUNTS, "name": "", "basis": "Own"}


@pytest.mark.parametrize(
    ("table", "of"),
    [
        (words.EVENTS, Event),
        (words.FORMS, LegalForm),
        (words.WEIGHTS, Weight),
        (words.QUESTIONS, Question),
        (words.STATUSES, Status),
        (words.OUTCOMES, Outcome),
        (FORMS, LegalForm),
    ],
)
def test_everything_has_words(table, of):
    assert set(table) == set(of)


@pytest.mark.parametrize("code", FINDINGS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_finding_is_whole_and_names_days_as_people_do(code, language):
    with override(language):
        text = says(Finding(code, Weight.NOTE, Event.DRAFT_BUDGET, params=PARAMS))
    assert "%" not in text
    assert "2026-07" not in text
    assert text.endswith(".")


def test_a_finding_can_be_about_something_with_a_title():
    one = Finding("few-meetings", Weight.WARNING, Event.AGENDA_OPINION, params=PARAMS)
    assert says(replace(one), "Housing deal").startswith("Housing deal: ")


def test_a_term_reads_as_it_is_said():
    with override("nl"):
        assert words.term_words(Before(-1, 4, 30)) == (
            "vóór 30 april van het jaar voor het begrotingsjaar"
        )
        assert words.term_words(Days(-84, Event.BOARD)).startswith("84 dagen voor: ")
