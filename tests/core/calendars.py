# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Calendars to reckon with in tests."""

from datetime import date, timedelta
from typing import Any

from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Given
from samenspel.core.calendar.rules import Event
from samenspel.core.calendar.whole import Calendar, calendar

JULY = date(2026, 7, 3)


def given(board: date | None = JULY, year: int = 2027, **more: Any) -> Given:
    """Return what a calendar is made from: a public body unless said otherwise."""
    days = ({Event.BOARD: board} if board else {}) | more.pop("days", {})
    return Given(year, more.pop("form", LegalForm.PUBLIC_BODY), days, **more)


def reckoned(*args: Any, **more: Any) -> Calendar:
    """Return the calendar of ``given``."""
    return calendar(given(*args, **more))


def codes(made: Calendar, council: str | None = None) -> list[str]:
    """Return the codes of what was found, of one council if asked."""
    return [one.code for one in made.findings if council in (None, one.council)]


def every(days: int, first: date, last: date) -> tuple[date, ...]:
    """Return meetings *days* apart."""
    count = (last - first).days // days + 1
    return tuple(first + timedelta(days=days * place) for place in range(count))
