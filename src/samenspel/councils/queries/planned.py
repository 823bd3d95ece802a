# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What follows from what is known: the calendar of each budget year, and of each moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samenspel.core.calendar.answers import Answer, Week, common_week
from samenspel.core.calendar.findings import Finding
from samenspel.core.calendar.forms import FORMS
from samenspel.core.calendar.given import Given
from samenspel.core.calendar.moments import moment_answers, moment_findings
from samenspel.core.calendar.rules import Event
from samenspel.core.calendar.whole import Calendar, calendar

from .known import CouncilsKnown, MomentRow


def budget_years(found: CouncilsKnown, *, cancelled: bool = False) -> list[int]:
    """Return the budget years with a day of the board, or with one that was only *cancelled*."""
    years: dict[bool, set[int]] = {True: set(), False: set()}
    for one in found.board_days:
        if one.meeting.about is Event.BOARD and one.meeting.budget_year:
            years[one.cancelled].add(one.meeting.budget_year)
    return sorted(years[True] - years[False] if cancelled else years[False])


def calendar_of(
    found: CouncilsKnown, year: int, *, on: date, cancelled: bool = False
) -> Calendar | None:
    """Return the calendar of a budget year, or what it would have been; None without a board."""
    days = found.days_of_year(year, cancelled=cancelled)
    if Event.BOARD not in days and FORMS[found.rules.form].budget:
        return None
    return calendar(found.given(on, year, days))


def calendars(found: CouncilsKnown, *, on: date) -> list[Calendar]:
    """Return the calendar of each budget year whose last day is still to come, in order."""
    made = (calendar_of(found, year, on=on) for year in budget_years(found))
    return [one for one in made if one and max(due.day for due in one.due.values()) >= on]


@dataclass(frozen=True, slots=True)
class Clock:
    """
    How equal the clock is for one moment.

    ``meetings``: council -> the last of its meetings in time; ``week``: in which most can decide.
    """

    meetings: Mapping[str, date]
    week: Week | None
    findings: tuple[Finding, ...]


def clock(found: CouncilsKnown, row: MomentRow, *, on: date) -> Clock:
    """Return when each council can decide on a moment, and what does not fit."""
    ask, year = row.ask, year_of(row)
    given = found.given(on, year, found.days_of_year(year)).opened()
    asked = _answers(given, row)
    window = (ask.sends_on, ask.last_on)
    return Clock(
        {one.council: one.decides_on for one in asked if one.decides_on},
        common_week(asked),
        moment_findings(given, ask.question, window, asked),
    )


def last_meetings(
    found: CouncilsKnown, rows: Iterable[MomentRow], *, on: date
) -> dict[str, Mapping[str, date]]:
    """Return moment -> council -> the last of its meetings in time."""
    given = found.given(on, on.year + 1, {}).opened()
    return {
        row.ask.key: {one.council: one.decides_on for one in _answers(given, row) if one.decides_on}
        for row in rows
    }


def _answers(given: Given, row: MomentRow) -> tuple[Answer, ...]:
    last = {one.key: row.last_for(one.key) for one in given.councils}
    return moment_answers(given, row.ask.question, row.ask.sends_on, last)


def year_of(row: MomentRow) -> int:
    """Return the budget year that a moment is about, else the year after it is sent."""
    kind, _colon, name = row.ask.about.partition(":")
    return int(name) if kind == "budget" else row.ask.sends_on.year + 1
