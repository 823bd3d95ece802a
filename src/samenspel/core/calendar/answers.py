# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""When each council can answer what it is sent: its meetings within the time it has."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samenspel.core.calendar.dates import Dates
from samenspel.core.calendar.given import Council, Given
from samenspel.core.calendar.rules import ANSWERS, Event


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What one council is asked: from when to when, and in which of its meetings it can decide.

    ``complete``: its meetings are known up to the last day, so that what is not there will not be.
    """

    council: str
    event: Event
    opens_on: date
    last_on: date
    meetings: tuple[date, ...]
    complete: bool

    @property
    def decides_on(self) -> date | None:
        """The last of its meetings in time, None when none is known."""
        return self.meetings[-1] if self.meetings else None


def answers(given: Given, found: Dates) -> tuple[Answer, ...]:
    """Return what every council is asked in a budget year."""
    asked = [
        (event, found[sent].day, last)
        for event, sent in ANSWERS.items()
        if event in found and sent in found and (last := found[event].last_on)
    ]
    return tuple(
        answer(council, event, (opens, last))
        for council in given.opened().councils
        for event, opens, last in asked
    )


def answer(council: Council, event: Event, window: tuple[date, date]) -> Answer:
    """Return what one council is asked within *window*."""
    opens, last = window
    days = council.meetings
    inside = days[bisect_right(days, opens) : bisect_right(days, last)]
    complete = bool(days) and days[0] <= last <= days[-1]
    return Answer(council.key, event, opens, last, inside, complete)


@dataclass(frozen=True, slots=True)
class Week:
    """The week in which most councils can decide on the same; ``monday`` begins it."""

    monday: date
    councils: tuple[str, ...]
    missing: tuple[str, ...]


def common_week(asked: Iterable[Answer]) -> Week | None:
    """
    Return the week in which most councils meet in time; of equals the latest: more time to prepare.

    None when no meeting of any of them is known.
    """
    rows = list(asked)
    weeks = [(one.council, monday_of(day)) for one in rows for day in one.meetings]
    counted = Counter(monday for _council, monday in set(weeks))
    if not counted:
        return None
    best = max(counted, key=lambda monday: (counted[monday], monday))
    can = tuple(dict.fromkeys(council for council, monday in weeks if monday == best))
    cannot = tuple(one.council for one in rows if one.council not in can)
    return Week(best, can, cannot)


def monday_of(day: date) -> date:
    """Return the first day of the week of a day."""
    return day - timedelta(days=day.weekday())
