# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is written down of a council, a day of the board and a decision moment; and its checks."""

from dataclasses import dataclass
from datetime import date

from samenspel.core.calendar.given import Agreed, Recess
from samenspel.core.calendar.moments import Question
from samenspel.core.calendar.rules import Before, Days, Event
from samenspel.core.calendar.whole import FIRST_YEAR, LAST_YEAR, check_board_day
from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.errors import RuleError
from samenspel.core.limits import KEY, SHORT_TEXT, shown

ONE_PAGE = 3000
"""Characters of a cover note: what fits on one page."""

MOST_DAYS = 400
"""Meetings of one council; recesses, agreed terms."""

BOARD_EVENTS = (Event.BOARD, Event.ACCOUNTS_BOARD)


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """A day of the board; ``about`` None: on neither a budget nor accounts. ``body`` is a slug."""

    on: date
    about: Event | None = None
    budget_year: int | None = None
    body: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """What all councils are asked. ``about``: agenda:2, deal:slug, budget:2027 or nothing."""

    key: str
    question: Question
    title: str
    sends_on: date
    last_on: date
    about: str = ""
    cover: str = ""
    basis: str = ""


def check_board_meeting(one: BoardMeeting) -> None:
    """
    Refuse what cannot be a meeting of the board.

    Raises:
        RuleError: ``budget-year-missing``, ``budget-year-unfit``, ``board-day-far`` or
            ``text-unfit``.
    """
    check_text("note", one.note, most=SHORT_TEXT, needed=False)
    if (one.about is None) != (one.budget_year is None):
        raise RuleError("budget-year-missing", field="budget_year")
    if one.budget_year is None:
        return
    check_budget_year(one.budget_year)
    if one.about is Event.BOARD:
        check_board_day(one.budget_year, one.on)


def check_budget_year(year: int) -> None:
    """Refuse a year that the rules are not for. Raises ``budget-year-unfit``."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleError("budget-year-unfit", field="budget_year", first=FIRST_YEAR, last=LAST_YEAR)


def check_ask(one: Ask) -> None:
    """
    Refuse what councils cannot be asked.

    Raises:
        RuleError: ``code-unfit``, ``text-missing``, ``text-unfit`` or ``period-backward``.
    """
    if not KEY.fullmatch(one.key):
        raise RuleError("code-unfit", field="key", key=shown(one.key))
    check_text("title", one.title, most=SHORT_TEXT)
    check_text("cover", one.cover, most=ONE_PAGE, needed=False)
    check_text("basis", one.basis, most=SHORT_TEXT, needed=False)
    if one.last_on < one.sends_on:
        raise RuleError("period-backward", field="last_on", since=one.sends_on, until=one.last_on)


def check_recess(one: Recess) -> None:
    """Refuse a recess that ends before it begins. Raises ``period-backward``, ``text-unfit``."""
    check_text("recess", one.name, most=SHORT_TEXT, needed=False)
    if one.last < one.first:
        raise RuleError("period-backward", field="recess", since=one.first, until=one.last)


def check_agreed(one: Agreed) -> None:
    """Refuse a term that cannot be. Raises ``text-missing``, ``text-unfit``, ``term-unfit``."""
    check_text("agreed", one.basis, most=SHORT_TEXT)
    if not _fits(one):
        raise RuleError("term-unfit", field="agreed", event=one.event)


def _fits(one: Agreed) -> bool:
    term = one.term
    if isinstance(term, Days):
        return abs(term.days) <= MOST_DAYS and term.of is not one.event
    return abs(term.years) <= 1 and _is_day(term)


def _is_day(term: Before) -> bool:
    """Tell whether there is such a day every year."""
    try:
        date(2001, term.month, term.day)
    except ValueError:
        return False
    return True
