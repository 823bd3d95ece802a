# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Calendar feeds by RFC 5545, which diaries read again and again."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from samenspel import __version__
from samenspel.words.calendar_feed import Entry

if TYPE_CHECKING:
    from icalendar import Event

MEDIA_TYPE = "text/calendar; charset=utf-8"


def feed(name: str, url: str, entries: Iterable[Entry], *, at: datetime) -> bytes:
    """
    Return a feed of whole days, in the order of days; equal entries give equal bytes.

    *at* is the moment of the last change, *url* the page, if there is one, that says
    the same to people.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//Samenspel//{__version__}//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("name", name)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for entry in sorted(entries, key=lambda one: (one.on, one.uid)):
        calendar.add_component(_event(entry, url, at))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, url: str, at: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", entry.summary)
    if entry.about:
        event.add("description", entry.about)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if url:
        event.add("url", url)
    return event
