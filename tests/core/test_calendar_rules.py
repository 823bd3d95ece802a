# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates that law and agreements give, year by year, from one day of the board."""

from dataclasses import replace
from datetime import date

import pytest
from calendars import JULY, codes, given, reckoned
from hypothesis import given as tried_with
from hypothesis import strategies as some

from samenspel.core.calendar import rules
from samenspel.core.calendar.dates import dates
from samenspel.core.calendar.findings import Weight
from samenspel.core.calendar.forms import FORMS, LegalForm
from samenspel.core.calendar.given import Agreed
from samenspel.core.calendar.rules import ANSWERS, RULES, Before, Days, Event, rules_for
from samenspel.core.calendar.whole import calendar
from samenspel.core.errors import RuleError

TEN_YEARS = [
    # year, board, framework memo, draft budget, opinions, to the province
    (2020, "2019-07-05", "2019-04-14", "2019-05-10", "2019-07-05", "2019-07-19"),
    (2021, "2020-07-03", "2020-04-14", "2020-05-08", "2020-07-03", "2020-07-17"),
    (2022, "2021-07-23", "2021-04-14", "2021-05-28", "2021-07-23", "2021-07-31"),
    (2023, "2022-07-01", "2022-04-14", "2022-05-06", "2022-07-01", "2022-07-15"),
    (2024, "2023-07-07", "2023-04-29", "2023-04-14", "2023-07-07", "2023-07-21"),
    (2025, "2024-07-05", "2024-04-29", "2024-04-12", "2024-07-05", "2024-07-19"),
    (2026, "2025-09-05", "2025-04-29", "2025-06-13", "2025-09-05", "2025-09-14"),
    (2027, "2026-07-03", "2026-04-29", "2026-04-10", "2026-07-03", "2026-07-17"),
    (2028, "2027-06-25", "2027-04-29", "2027-04-02", "2027-06-25", "2027-07-09"),
    (2029, "2028-08-31", "2028-04-29", "2028-06-08", "2028-08-31", "2028-09-14"),
]
SHOWN = (
    *(Event.FRAMEWORK_MEMO, Event.DRAFT_BUDGET),
    *(Event.BUDGET_OPINION, Event.BUDGET_TO_PROVINCE),
)


@pytest.mark.parametrize(("year", "board", "expected"), [(y, b, e) for y, b, *e in TEN_YEARS])
def test_one_day_of_the_board_gives_the_days_of_a_budget_year(year, board, expected):
    found = reckoned(date.fromisoformat(board), year).due
    assert [found[event].last_on.isoformat() for event in SHOWN] == expected


@pytest.mark.parametrize(("year", "board"), [row[:2] for row in TEN_YEARS])
def test_the_accounts_follow_a_year_later(year, board):
    found = reckoned(date.fromisoformat(board), year, mixed=True).due
    assert found[Event.ACCOUNTS_TO_PROVINCE].last_on == date(year + 1, 7, 14)
    known = year + 1 > rules.NEW_LAW.year
    assert (Event.PROVISIONAL_ACCOUNTS in found) == known
    if known:
        assert found[Event.PROVISIONAL_ACCOUNTS].last_on == date(year + 1, 4, 29)


def test_a_draft_that_must_leave_before_the_framework_memo_is_named():
    made = reckoned(JULY, 2027)
    assert made.due[Event.DRAFT_BUDGET].last_on == date(2026, 4, 10)
    assert made.due[Event.BUDGET_TO_PROVINCE].last_on == date(2026, 7, 17)
    warned = next(one for one in made.findings if one.code == "draft-before-framework")
    assert warned.weight is Weight.WARNING
    assert warned.params["before"] == date(2026, 4, 30)


def test_a_day_of_the_board_after_the_year_began_is_against_the_law():
    made = reckoned(date(2027, 1, 8), 2027)
    assert "after-last-day" in codes(made)
    assert not made.is_lawful


def test_a_board_after_the_province_must_have_the_budget_is_against_the_law():
    assert "board-after-province-day" in codes(reckoned(date(2026, 9, 18), 2027))
    assert "board-after-province-day" not in codes(reckoned(date(2026, 9, 14), 2027))


def test_a_draft_sent_late_is_a_term_too_short():
    made = reckoned(days={Event.DRAFT_BUDGET: date(2026, 5, 1)})
    found = next(one for one in made.findings if one.code == "term-too-short")
    assert (found.params["days"], found.params["needed"]) == (63, 84)
    assert "board-before-answers" in codes(made)


def test_a_framework_memo_sent_on_the_thirtieth_is_late():
    day = date(2026, 4, 30)
    assert "after-last-day" in codes(reckoned(days={Event.FRAMEWORK_MEMO: day}))
    assert "after-last-day" not in codes(reckoned(days={Event.FRAMEWORK_MEMO: day.replace(day=29)}))


def test_the_law_of_the_day_itself_counts_and_a_change_in_between_is_told():
    made = reckoned(date(2022, 9, 1), 2023)
    assert made.due[Event.DRAFT_BUDGET].last_on == date(2022, 6, 9)
    assert "law-changed-between" in codes(made)


def test_light_forms_have_what_their_parties_agreed_and_no_more():
    assert dates(given(None, form=LegalForm.COVENANT)) == {}
    eight = Agreed(Event.AGENDA_OPINION, Days(56, Event.AGENDA_DRAFT), "Convenant art. 6")
    sent = {Event.AGENDA_DRAFT: date(2026, 9, 1)}
    made = reckoned(None, form=LegalForm.COVENANT, agreed=(eight,), days=sent)
    assert made.due[Event.AGENDA_OPINION].last_on == date(2026, 10, 27)
    assert made.due[Event.AGENDA_OPINION].legal is None


def test_changing_an_arrangement_gives_councils_eight_weeks():
    for form, traits in FORMS.items():
        sent = {Event.ARRANGEMENT_DRAFT: date(2026, 9, 1)}
        board = None if not traits.budget else JULY
        made = reckoned(board, form=form, days=sent)
        answer = made.due.get(Event.ARRANGEMENT_OPINION)
        assert (answer.last_on if answer else None) == (
            date(2026, 10, 27) if traits.arrangement else None
        )


def test_a_shorter_agreement_never_loosens_the_law():
    eight = Agreed(Event.DRAFT_BUDGET, Days(-56, Event.BOARD), "Afspraak")
    made = reckoned(agreed=(eight,))
    assert made.due[Event.DRAFT_BUDGET].last_on == date(2026, 4, 10)
    assert "agreed-against-law" in codes(made)


def test_a_term_that_no_source_confirms_is_never_called_law():
    late = {Event.ACCOUNTS_TO_PROVINCE: date(2028, 8, 1)}
    pure, mixed = reckoned(days=late), reckoned(days=late, mixed=True)
    assert pure.is_lawful
    assert not mixed.is_lawful
    assert "after-last-day" in codes(pure)


def test_agreements_that_wait_for_each_other_settle_nothing():
    one = Agreed(Event.AGENDA_OPINION, Days(1, Event.AGENDA_DRAFT), "")
    other = Agreed(Event.AGENDA_DRAFT, Days(-1, Event.AGENDA_OPINION), "")
    assert dates(given(None, form=LegalForm.COVENANT, agreed=(one, other))) == {}


@pytest.mark.parametrize(
    ("board", "year", "code"),
    [
        (JULY, 1999, "budget-year-unfit"),
        (None, 2027, "board-day-missing"),
        (JULY, 2031, "board-day-far"),
    ],
)
def test_what_cannot_be_reckoned_is_refused(board, year, code):
    with pytest.raises(RuleError, match=code):
        reckoned(board, year)


def test_every_confirmed_rule_names_its_basis_and_its_source():
    for rule in RULES:
        assert rule.basis
        assert rule.source.startswith("https://") == rule.confirmed


def test_rules_of_one_code_follow_each_other_without_overlap():
    for form in LegalForm:
        for mixed in (True, False):
            by_code = {}
            for rule in rules_for(form, mixed=mixed):
                before = by_code.get(rule.code)
                assert before is None or before.valid_until == rule.valid_from
                by_code[rule.code] = rule


DAYS = some.dates(date(2018, 1, 1), date(2031, 12, 31))
TERMS = some.builds(Days, some.integers(-120, 120), some.sampled_from(Event)) | some.builds(
    Before, some.integers(-1, 1), some.integers(1, 12), some.integers(1, 28)
)
AGREED = some.lists(some.builds(Agreed, some.sampled_from(Event), TERMS, some.just("")), max_size=4)


@tried_with(
    DAYS,
    some.dictionaries(some.sampled_from(Event), DAYS, max_size=6),
    AGREED,
    some.sampled_from(LegalForm),
    some.booleans(),
)
def test_no_day_falls_after_its_legal_last_without_a_breach(board, chosen, agreed, form, mixed):
    year = board.year + 1
    whole = given(board, year, days=chosen, agreed=tuple(agreed), form=form, mixed=mixed)
    made = calendar(replace(whole, days={**chosen, Event.BOARD: board}))
    breached = {one.event for one in made.findings if one.weight is Weight.BREACH}
    for event, due in made.due.items():
        if due.legal and due.day > due.legal.last_on:
            assert event in breached
        if due.limits and not due.chosen:
            assert due.day == min(limit.last_on for limit in due.limits)


def test_what_councils_answer_was_sent_to_them():
    assert all(sent not in ANSWERS for sent in ANSWERS.values())
