# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Which reminders are due: from the day, the schedule and what was sent, and from nothing else.

So it does not matter when or how often this is asked. After a standstill whoever was not asked is
asked once, not three times; nobody hears the same thing twice.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samenspel.core.delivery.schedule import Period, Reminder, Schedule, asked_periods, moments


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody was sent about a measure and a period, on which day."""

    person: int
    measure: str
    period: str
    kind: Reminder
    on: date


@dataclass(frozen=True, slots=True)
class Due:
    """What somebody is to be sent."""

    person: int
    measure: str
    period: Period
    kind: Reminder


def due(
    schedule: Schedule,
    owners: Mapping[str, int],
    answered: Collection[tuple[str, str]],
    sent: Iterable[Sent],
    on: date,
) -> list[Due]:
    """
    Return what is to be sent on a day, in the order of *owners* (measure -> person).

    Only the latest period is asked about; *answered* holds (measure, period). Whoever heard nothing
    yet is asked, however late it is; after that a reminder follows when its day has come since the
    last one. Who takes over from another begins with being asked.
    """
    known = asked_periods(schedule, on)
    if not known:
        return []
    last = known[-1]
    heard: dict[tuple[int, str], date] = {}
    for one in sent:
        if one.period == last.code:
            key = one.person, one.measure
            heard[key] = max(one.on, heard.get(key, one.on))
    found = []
    for measure, person in owners.items():
        if (measure, last.code) in answered:
            continue
        kind = _next(schedule, last, heard.get((person, measure)), on)
        if kind:
            found.append(Due(person, measure, last, kind))
    return found


def _next(schedule: Schedule, last: Period, heard: date | None, on: date) -> Reminder | None:
    if heard is None:
        return Reminder.ASK
    come = [kind for kind, day in moments(schedule, last).items() if heard < day <= on]
    return come[-1] if come else None
