# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A calendar feed is read alike by two programs, keeps its identities, and tells what changed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import vobject
from hypothesis import given
from hypothesis import strategies as some

from samenspel.documents.feed import feed
from samenspel.words.calendar_feed import Entry

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = Entry("board-1@valley.samenspel", date(2026, 7, 3), "The board, at last; yes", "A\nB")
TEXTS = some.text(
    some.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1
)


def written(*entries):
    return feed("Valley", "https://example.org/valley/", entries, at=AT)


def read(data):
    """Return what both programs make of a feed."""
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    others = vobject.readOne(data.decode()).vevent_list
    assert [str(one["UID"]) for one in events] == [one.uid.value for one in others]
    assert [str(one["SUMMARY"]) for one in events] == [one.summary.value for one in others]
    assert [one.decoded("DTSTART") for one in events] == [one.dtstart.value for one in others]
    return events


def test_two_programs_read_the_same():
    [event] = read(written(DAY))
    assert event.decoded("DTEND") == date(2026, 7, 4)
    assert str(event["DESCRIPTION"]) == "A\nB"
    assert str(event["STATUS"]) == "CONFIRMED"


def test_a_change_keeps_the_identity_and_raises_the_sequence():
    [old], [new] = read(written(DAY)), read(written(replace(DAY, on=date(2026, 7, 10), sequence=1)))
    assert old["UID"] == new["UID"]
    assert new["SEQUENCE"] > old["SEQUENCE"]


def test_what_is_cancelled_stays_to_be_struck_out():
    [event] = read(written(replace(DAY, cancelled=True, sequence=2)))
    assert str(event["STATUS"]) == "CANCELLED"


def test_lines_are_folded_and_end_as_the_standard_wants():
    data = written(replace(DAY, summary="é" * 200))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_equal_entries_give_equal_bytes_in_the_order_of_days():
    other = replace(DAY, uid="a@b", on=date(2026, 1, 1))
    assert written(DAY, other) == written(other, DAY)


def test_an_empty_feed_is_a_calendar():
    assert icalendar.Calendar.from_ical(written()).walk("VEVENT") == []


@given(TEXTS, TEXTS)
def test_any_text_comes_back(summary, about):
    [event] = icalendar.Calendar.from_ical(
        written(replace(DAY, summary=summary, about=about))
    ).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (summary, about)
