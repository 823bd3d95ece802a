# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Days of the board, what councils are asked, and how far each of them is."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from samenspel.agenda.queries import versions
from samenspel.core.calendar.asked import (
    Ask,
    BoardMeeting,
    check_ask,
    check_board_meeting,
    check_budget_year,
)
from samenspel.core.calendar.moments import Position, check_position
from samenspel.core.deals.commitment_checks import check_link, check_text
from samenspel.core.errors import RuleError
from samenspel.core.limits import SHORT_TEXT
from samenspel.core.rights import Act, Actor
from samenspel.councils import models
from samenspel.deals.queries import deal_titles
from samenspel.deals.services.recording import Doing, begin
from samenspel.parties.queries import body_ids

from .finding import council_of


@transaction.atomic
def save_board_day(
    *,
    region: str,
    meeting: BoardMeeting,
    actor: Actor,
    at: datetime,
    number: int | None = None,
) -> int:
    """
    Add a day of the board, or change the one with a *number*; return its number.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-body``, ``unknown-board-day``,
            ``board-day-taken``, ``is-cancelled``, or as ``check_board_meeting``.
    """
    doing = begin(region, actor, at, Act.EDIT_CALENDAR)
    check_board_meeting(meeting)
    _check_only_one(doing, meeting, number)
    row = _board_day(doing, number) if number else _new_board_day(doing)
    row.on, row.note = meeting.on, meeting.note
    row.about, row.budget_year = meeting.about or "", meeting.budget_year
    row.body_id = _body(doing, meeting.body)
    row.version += bool(number)
    row.save()
    details = {"on": str(row.on), "about": row.about, "year": row.budget_year}
    kind = "board-day-changed" if number else "board-day-added"
    doing.record(kind, f"board-day:{row.number}", details)
    return row.number


@transaction.atomic
def cancel_board_day(*, region: str, number: int, actor: Actor, at: datetime) -> None:
    """
    Cancel a day of the board; who has it in a diary is told.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-board-day``, ``is-cancelled``.
    """
    doing = begin(region, actor, at, Act.EDIT_CALENDAR)
    row = _board_day(doing, number)
    row.cancelled, row.version = True, row.version + 1
    row.save(update_fields=["cancelled", "version"])
    doing.record("board-day-cancelled", f"board-day:{number}", {"on": str(row.on)})


@transaction.atomic
def save_moment(*, region: str, ask: Ask, actor: Actor, at: datetime, instead_of: str = "") -> None:
    """
    Ask all councils something, or change what is asked under the code *instead_of*.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-subject``, ``unknown-moment``,
            ``key-taken``, ``is-cancelled``, or as ``check_ask``.
    """
    doing = begin(region, actor, at, Act.EDIT_CALENDAR)
    check_ask(ask)
    _check_subject(doing, ask.about)
    there = models.Moment.objects.filter(region_id=doing.region_id, key=ask.key)
    if ask.key != instead_of and there.exists():
        raise RuleError("key-taken", field="key", key=ask.key)
    row = moment_of(doing, instead_of) if instead_of else models.Moment(region_id=doing.region_id)
    values = {
        "key": ask.key,
        "question": ask.question,
        "title": ask.title,
        "about": ask.about,
        "cover": ask.cover,
        "sends_on": ask.sends_on,
        "last_on": ask.last_on,
        "basis": ask.basis,
    }
    for name, value in values.items():
        setattr(row, name, value)
    row.version += bool(instead_of)
    row.save()
    details = {"question": str(ask.question), "sends": str(ask.sends_on), "last": str(ask.last_on)}
    kind = "moment-changed" if instead_of else "moment-added"
    doing.record(kind, f"moment:{ask.key}", details)


@transaction.atomic
def cancel_moment(*, region: str, key: str, reason: str, actor: Actor, at: datetime) -> None:
    """
    Take back what councils were asked, with a reason for everyone to read.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-moment``, ``is-cancelled``,
            ``text-missing`` or ``text-unfit``.
    """
    doing = begin(region, actor, at, Act.EDIT_CALENDAR)
    check_text("reason", reason, most=SHORT_TEXT)
    row = moment_of(doing, key)
    row.cancelled, row.reason, row.version = True, reason, row.version + 1
    row.save(update_fields=["cancelled", "reason", "version"])
    doing.record("moment-cancelled", f"moment:{key}", {"reason": reason})


@transaction.atomic
def save_position(  # noqa: PLR0913 - which council, on what, where it stands, and by what proof
    *,
    region: str,
    key: str,
    party: str,
    position: Position,
    actor: Actor,
    at: datetime,
    last_on: date | None = None,
    note: str = "",
    link: str = "",
) -> None:
    """
    Say how far a council is, by its clerk or the secretariat.

    *last_on* is its own last day, where that differs from that of the others.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-council``, ``unknown-moment``,
            ``is-cancelled``, ``text-unfit``, ``link-unfit``, or as ``check_position``.
    """
    doing = begin(region, actor, at, Act.EDIT_COUNCIL, {party})
    council, moment = council_of(doing, party), moment_of(doing, key)
    check_position(position, doing.on)
    check_text("note", note, needed=False)
    check_link("link", link)
    values: dict[str, Any] = {
        "status": position.status,
        "outcome": position.outcome or "",
        "sent_on": position.sent_on,
        "decides_on": position.decides_on,
        "last_on": last_on,
        "note": note,
        "link": link,
    }
    models.Position.objects.update_or_create(moment=moment, council=council, defaults=values)
    moment.version += 1
    moment.save(update_fields=["version"])
    said = {name: str(value) for name, value in values.items() if value and name != "note"}
    doing.record("position-changed", f"moment:{key}", {"of": party, **said})


def moment_of(doing: Doing, key: str) -> models.Moment:
    """Return a moment that was not cancelled. Raises ``unknown-moment``, ``is-cancelled``."""
    row = models.Moment.objects.filter(region_id=doing.region_id, key=key).first()
    if row is None:
        raise RuleError("unknown-moment", key=key)
    if row.cancelled:
        raise RuleError("is-cancelled")
    return row


def _board_day(doing: Doing, number: int) -> models.BoardDay:
    row = models.BoardDay.objects.filter(region_id=doing.region_id, number=number).first()
    if row is None:
        raise RuleError("unknown-board-day", number=number)
    if row.cancelled:
        raise RuleError("is-cancelled")
    return row


def _new_board_day(doing: Doing) -> models.BoardDay:
    rows = models.BoardDay.objects.filter(region_id=doing.region_id)
    last: int | None = rows.aggregate(last=Max("number"))["last"]
    return models.BoardDay(region_id=doing.region_id, number=(last or 0) + 1)


def _check_only_one(doing: Doing, meeting: BoardMeeting, number: int | None) -> None:
    """Refuse a second day on the same budget or accounts."""
    if meeting.about is None:
        return
    rows = models.BoardDay.objects.filter(region_id=doing.region_id, cancelled=False)
    same = rows.filter(about=meeting.about, budget_year=meeting.budget_year)
    if same.exclude(number=number or 0).exists():
        raise RuleError("board-day-taken", field="budget_year", year=meeting.budget_year)


def _body(doing: Doing, slug: str) -> int | None:
    if not slug:
        return None
    known = body_ids(doing.region_id)
    if slug not in known:
        raise RuleError("unknown-body", field="body", body=slug)
    return known[slug]


def _check_subject(doing: Doing, about: str) -> None:
    """Refuse what everyone cannot read. Raises ``unknown-subject``."""
    kind, _colon, name = about.partition(":")
    if kind == "budget" and name.isdecimal():
        check_budget_year(int(name))
        return
    known = not about
    if kind == "agenda":
        known = name in {str(one.number) for one in versions(doing.region)}
    elif kind == "deal":
        known = name in deal_titles(doing.region_id, [name])
    if not known:
        raise RuleError("unknown-subject", field="about", about=about)
