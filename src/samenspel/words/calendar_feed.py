# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the calendar feed of a region and of one council, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.calendar.rules import Event
from samenspel.core.calendar.whole import Calendar
from samenspel.councils.queries import (
    BoardDayFacts,
    CouncilFacts,
    CouncilsKnown,
    MomentRow,
    budget_years,
    calendar_of,
    last_meetings,
)
from samenspel.words.calendar import EVENTS, QUESTIONS, limit_words

_BOARDS = frozenset({Event.BOARD, Event.ACCOUNTS_BOARD})
"""Meetings of the board stand in the feed by themselves."""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One whole day in a feed.

    ``uid`` stays the same for good, ``sequence`` grows with each change, and what is ``cancelled``
    stays in the feed, so that diaries can strike it out.
    """

    uid: str
    on: date
    summary: str
    about: str = ""
    sequence: int = 0
    cancelled: bool = False


def region_entries(region: str, found: CouncilsKnown, *, on: date, changes: int) -> Iterator[Entry]:
    """
    Yield the calendar of a region: of the board, of what follows from it, and of each moment.

    *changes* counts what was changed in the calendar so far: what is reckoned may move by any.
    """
    for day in found.board_days:
        yield _board(region, day)
    for cancelled in (False, True):
        for year in budget_years(found, cancelled=cancelled):
            made = calendar_of(found, year, on=on, cancelled=cancelled)
            yield from _due(region, made, changes, cancelled=cancelled) if made else ()
    for row in found.moments:
        yield _sends(region, row)
        yield _last(region, row, row.ask.last_on, "")


def council_entries(
    region: str, found: CouncilsKnown, council: CouncilFacts, *, on: date
) -> Iterator[Entry]:
    """Yield the calendar of one council: when it meets, what it is sent, and its last days."""
    for one in found.meetings:
        if one.council == council.party:
            yield Entry(
                _uid(region, "meeting", f"{council.party}-{one.on:%Y%m%d}"),
                one.on,
                _("%(council)s meets") % {"council": council.name},
                sequence=one.version,
                cancelled=one.cancelled,
            )
    when = last_meetings(found, found.moments, on=on)
    for row in found.moments:
        yield _sends(region, row)
        yield _last(region, row, row.last_for(council.party), council.party)
        yield from _decides(region, row, council, when)


def _board(region: str, day: BoardDayFacts) -> Entry:
    meeting = day.meeting
    name = day.body_name or _("The board")
    if meeting.about and meeting.budget_year:
        told = {"what": EVENTS[meeting.about], "year": meeting.budget_year}
        name = f"{name}: {_('%(what)s %(year)s') % told}"
    return Entry(
        _uid(region, "board", str(day.number)),
        meeting.on,
        name,
        meeting.note,
        day.version,
        day.cancelled,
    )


def _due(region: str, made: Calendar, changes: int, *, cancelled: bool) -> Iterator[Entry]:
    for event, due in made.due.items():
        if event in _BOARDS or not due.limits:
            continue
        told = {"what": capfirst(str(EVENTS[event])), "year": made.budget_year}
        summary = _("Last day: %(what)s %(year)s") % told
        uid = _uid(region, "due", f"{made.budget_year}-{event}")
        last = due.limits[0]
        yield Entry(uid, last.last_on, summary, limit_words(last), changes, cancelled)


def _sends(region: str, row: MomentRow) -> Entry:
    summary = _("To the councils: %(title)s") % {"title": row.ask.title}
    uid = _uid(region, "sends", row.ask.key)
    return Entry(uid, row.ask.sends_on, summary, _about(row), row.version, row.cancelled)


def _last(region: str, row: MomentRow, day: date, council: str) -> Entry:
    summary = _("Last day for councils: %(title)s") % {"title": row.ask.title}
    uid = _uid(region, "last", f"{row.ask.key}-{council}" if council else row.ask.key)
    return Entry(uid, day, summary, _about(row), row.version, row.cancelled)


def _decides(
    region: str, row: MomentRow, council: CouncilFacts, when: Mapping[str, Mapping[str, date]]
) -> Iterator[Entry]:
    """Yield the meeting in which the council decides, once one is known."""
    own = row.stand(council.party).position.decides_on
    day = own or when[row.ask.key].get(council.party)
    if day:
        summary = _("%(council)s decides: %(title)s") if own else _("Last meeting for: %(title)s")
        told = {"council": council.name, "title": row.ask.title}
        uid = _uid(region, "decides", f"{row.ask.key}-{council.party}")
        yield Entry(uid, day, summary % told, _about(row), row.version, row.cancelled)


def _about(row: MomentRow) -> str:
    asked = capfirst(str(QUESTIONS[row.ask.question]))
    return "\n\n".join(part for part in (asked, row.ask.basis, row.ask.cover) if part)


def _uid(region: str, kind: str, name: str) -> str:
    return f"{kind}-{name}@{region}.samenspel"
