# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar of one budget year as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samenspel.core.calendar.answers import Answer, answers
from samenspel.core.calendar.dates import Due, dates
from samenspel.core.calendar.findings import Finding, Weight, findings
from samenspel.core.calendar.forms import FORMS
from samenspel.core.calendar.given import Given
from samenspel.core.calendar.rules import Event
from samenspel.core.errors import RuleError

FIRST_YEAR, LAST_YEAR = 2016, 2100
"""Budget years that the rules are tried for."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What must be where by when, what each council is asked, and what does not fit."""

    budget_year: int
    due: Mapping[Event, Due]
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]

    @property
    def is_lawful(self) -> bool:
        """Whether nothing in it is against the law."""
        return not any(one.weight is Weight.BREACH for one in self.findings)


def calendar(given: Given) -> Calendar:
    """
    Return the calendar of one budget year.

    Raises:
        RuleError: ``budget-year-unfit`` outside the years that the rules are for, and
            ``board-day-missing`` when the form has a budget and no day of the board is chosen;
            ``board-day-far`` when that is more than two years from the budget year.
    """
    if not FIRST_YEAR <= given.budget_year <= LAST_YEAR:
        raise RuleError("budget-year-unfit", first=FIRST_YEAR, last=LAST_YEAR)
    board = given.days.get(Event.BOARD)
    if board is None and FORMS[given.form].budget:
        raise RuleError("board-day-missing")
    if board is not None:
        check_board_day(given.budget_year, board)
    found = dates(given)
    asked = answers(given, found)
    return Calendar(given.budget_year, found, asked, findings(given, found, asked))


def check_board_day(budget_year: int, board: date) -> None:
    """Refuse a day of the board that cannot be about that year. Raises ``board-day-far``."""
    if not budget_year - 2 <= board.year <= budget_year + 1:
        raise RuleError("board-day-far", field="on", on=board, year=budget_year)
