# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
When owners are asked how their measures go: periods of whole months, each with its days.

A period is asked about on the day after it ends. Everything follows from the schedule and a day, so
nothing has to be remembered but what was sent.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samenspel.core.errors import RuleError

MONTHS = (1, 2, 3, 4, 6, 12)
"""Lengths of a period that divide a year."""

MOST_DAYS = 120

_MONTHS_A_YEAR = 12


class Reminder(StrEnum):
    """What is mailed about a period, in this order."""

    ASK = "ask"
    REMIND = "remind"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Schedule:
    """
    How often a region asks, from its first period on.

    An answer is due *due_days* after it is asked; *remind_days* before that day, and *late_days*
    after it, who did not answer hears again. A link works until *link_days* after the due day, or
    after it is made when that is later, but never beyond the day of the next question.
    """

    starts_on: date
    months: int = 6
    due_days: int = 30
    remind_days: int = 7
    late_days: int = 7
    link_days: int = 60


@dataclass(frozen=True, slots=True)
class Period:
    """One period, known by the year and month of its first day; *ends_on* is its last."""

    code: str
    starts_on: date
    ends_on: date
    asked_on: date
    due_on: date


def check_schedule(schedule: Schedule) -> None:
    """
    Refuse a schedule that cannot work.

    Raises:
        RuleError: ``schedule-first-day``, ``schedule-months`` or ``schedule-days``.
    """
    if schedule.starts_on.day != 1:
        raise RuleError("schedule-first-day", field="starts_on")
    if schedule.months not in MONTHS:
        raise RuleError("schedule-months", field="months")
    shortest = 28 * schedule.months
    for field in ("due_days", "remind_days", "late_days", "link_days"):
        if not 1 <= getattr(schedule, field) <= MOST_DAYS:
            raise RuleError("schedule-days", field=field, most=MOST_DAYS)
    if schedule.remind_days >= schedule.due_days:
        raise RuleError("schedule-days", field="remind_days", most=schedule.due_days - 1)
    if schedule.due_days + schedule.late_days >= shortest:
        raise RuleError("schedule-days", field="due_days", most=shortest - schedule.late_days - 1)


def period(schedule: Schedule, number: int) -> Period:
    """Return period *number* of a schedule; the first is 0."""
    starts_on = _later(schedule.starts_on, number * schedule.months)
    asked_on = _later(starts_on, schedule.months)
    due_on = asked_on + timedelta(days=schedule.due_days)
    return Period(f"{starts_on:%Y-%m}", starts_on, asked_on - timedelta(days=1), asked_on, due_on)


def asked_periods(schedule: Schedule, on: date) -> list[Period]:
    """Return the periods that were asked about on a day, the oldest first."""
    found: list[Period] = []
    while (one := period(schedule, len(found))).asked_on <= on:
        found.append(one)
    return found


def find_period(schedule: Schedule, code: str, on: date) -> Period:
    """
    Return a period that was asked about on a day.

    Raises:
        RuleError: ``unknown-period``.
    """
    for one in asked_periods(schedule, on):
        if one.code == code:
            return one
    raise RuleError("unknown-period", period=code)


def moments(schedule: Schedule, one: Period) -> dict[Reminder, date]:
    """Return the day of each reminder of a period, in their order."""
    return {
        Reminder.ASK: one.asked_on,
        Reminder.REMIND: one.due_on - timedelta(days=schedule.remind_days),
        Reminder.LATE: one.due_on + timedelta(days=schedule.late_days),
    }


def expires_on(schedule: Schedule, one: Period, made: date) -> date:
    """Return the first day on which a link of a period that is *made* on a day works no more."""
    following = _later(one.asked_on, schedule.months)
    return min(max(one.due_on, made) + timedelta(days=schedule.link_days), following)


def _later(day: date, months: int) -> date:
    """Return the first day of a month so many months later."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    return date(day.year + years, month + 1, 1)
