# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is done for councils: days of the board, what they are asked, and how far each is."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samenspel.core.calendar.asked import Ask, BoardMeeting
from samenspel.core.calendar.moments import Position, term_of
from samenspel.core.calendar.rules import Event
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act
from samenspel.councils import services
from samenspel.councils.queries import BoardDayFacts, CouncilsKnown, MomentRow, known
from samenspel.parties.queries import bodies
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.councils import BoardDayForm, CancelForm, MomentForm, PositionForm
from samenspel.web.forms.lists import with_chosen
from samenspel.web.page import Visit
from samenspel.web.parts.moments import subject
from samenspel.web.views.council import council_of
from samenspel.web.views.workbench.council_desk import (
    ask,
    board_day_of,
    moment_of,
    next_key,
    stamp,
    subjects,
)
from samenspel.web.views.workbench.desk import desk
from samenspel.web.views.workbench.promising import METHODS, data, where
from samenspel.words.calendar import limit_words
from samenspel.words.formats import long_date


@login_required
@require_http_methods(METHODS)
def board_day_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a meeting of the board."""
    return _board_day(request, desk(request, slug, Act.EDIT_CALENDAR), None)


@login_required
@require_http_methods(METHODS)
def board_day(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Change a meeting of the board."""
    seen = desk(request, slug, Act.EDIT_CALENDAR)
    return _board_day(request, seen, board_day_of(known(seen.region.pk), number))


@login_required
@require_http_methods(METHODS)
def board_day_cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Cancel a meeting of the board."""
    seen = desk(request, slug, Act.EDIT_CALENDAR)
    row = board_day_of(known(seen.region.pk), number)
    form = ActForm(data(request), initial={"seen": stamp(row)})
    day = long_date(row.meeting.on)
    context = {
        "title": _("Cancel the meeting of %(day)s") % {"day": day},
        "intro": _("Who follows the calendar sees that it is cancelled. All dates from it go too."),
        "button": _("Cancel the meeting"),
        "said": _("The meeting is cancelled."),
    }
    return ask(
        request,
        seen,
        form,
        lambda: services.cancel_board_day(**where(seen), number=number),
        context,
    )


def _board_day(request: HttpRequest, seen: Visit, row: BoardDayFacts | None) -> HttpResponse:
    there = row.meeting if row else None
    initial: dict[str, Any] = {"seen": stamp(row)}
    if there:
        names = ("on", "about", "budget_year", "body", "note")
        initial |= {name: getattr(there, name) for name in names}
    places = [(one.slug, one.name) for one in bodies(seen.region.pk)]
    form = BoardDayForm(data(request), initial=initial, bodies=places)

    def act() -> None:
        values = dict(form.cleaned_data)
        values.pop("seen")
        about = values.pop("about")
        meeting = BoardMeeting(about=Event(about) if about else None, **values)
        number = row.number if row else None
        services.save_board_day(**where(seen), meeting=meeting, number=number)

    context: dict[str, Any] = {"title": _("Add a meeting of the board")}
    if row:
        context["title"] = _("Edit “%(title)s”") % {"title": long_date(row.meeting.on)}
        context["cancel_url"] = reverse(
            "workbench-board-day-cancel", args=[seen.region.slug, row.number]
        )
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def moment_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask all councils something."""
    seen = desk(request, slug, Act.EDIT_CALENDAR)
    return _moment(request, seen, known(seen.region.pk), None)


@login_required
@require_http_methods(METHODS)
def moment(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Change what all councils are asked."""
    seen = desk(request, slug, Act.EDIT_CALENDAR)
    found = known(seen.region.pk)
    return _moment(request, seen, found, moment_of(found, key))


@login_required
@require_http_methods(METHODS)
def moment_cancel(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Take back what councils were asked."""
    seen = desk(request, slug, Act.EDIT_CALENDAR)
    row = moment_of(known(seen.region.pk), key)
    form = CancelForm(data(request), initial={"seen": stamp(row.ask)})
    context = {
        "title": _("Take back “%(title)s”") % {"title": row.ask.title},
        "intro": _("No council has to decide on it any more. The reason stays readable."),
        "button": _("Take it back"),
        "said": _("It is taken back."),
    }

    def act() -> None:
        services.cancel_moment(**where(seen), key=key, reason=form.cleaned_data["reason"])

    return ask(request, seen, form, act, context)


def _moment(
    request: HttpRequest, seen: Visit, found: CouncilsKnown, row: MomentRow | None
) -> HttpResponse:
    initial: dict[str, Any] = {"key": next_key(found), "seen": stamp(row.ask if row else None)}
    there = [row.ask.about] if row and row.ask.about else []
    if row:
        initial |= {name: getattr(row.ask, name) for name in _ASK}
    labels = {about: subject(seen.region.slug, about)[0] for about in there}
    offered = with_chosen(subjects(seen), there, labels)
    form = MomentForm(data(request), initial=initial, subjects=offered)

    def act() -> None:
        one = _asked(seen, found, form.cleaned_data)
        services.save_moment(**where(seen), ask=one, instead_of=row.ask.key if row else "")

    context: dict[str, Any] = {"title": _("What all councils are asked")}
    if row:
        context["title"] = _("Edit “%(title)s”") % {"title": row.ask.title}
        context["cancel_url"] = reverse(
            "workbench-moment-cancel", args=[seen.region.slug, row.ask.key]
        )
    return ask(request, seen, form, act, context)


_ASK = ("key", "question", "title", "about", "sends_on", "last_on", "basis", "cover")


def _asked(seen: Visit, found: CouncilsKnown, typed: dict[str, Any]) -> Ask:
    """Return what was typed, with the last day and basis that law or agreement gives."""
    values = {name: typed[name] for name in _ASK}
    sends = values["sends_on"]
    kind, _colon, name = values["about"].partition(":")
    year = int(name) if kind == "budget" else sends.year + 1
    given = found.given(seen.on, year, found.days_of_year(year))
    due = term_of(given, values["question"], sends)
    if due and due.limits:
        values["last_on"] = values["last_on"] or due.limits[0].last_on
        values["basis"] = values["basis"] or limit_words(due.limits[0])
    if values["last_on"] is None:
        raise RuleError("last-day-missing", field="last_on")
    return Ask(**values)


@login_required
@require_http_methods(METHODS)
def position(request: HttpRequest, slug: str, key: str, party: str) -> HttpResponse:
    """Say how far a council is."""
    seen = desk(request, slug, Act.EDIT_COUNCIL, party)
    found = known(seen.region.pk)
    row, council = moment_of(found, key), council_of(found, party)
    stand = row.stand(party)
    place = stand.position
    initial = {
        "status": place.status,
        "outcome": place.outcome or "",
        "sent_on": place.sent_on,
        "decides_on": place.decides_on,
        "last_on": stand.last_on,
        "note": stand.note,
        "link": stand.link,
        "seen": stamp(stand),
    }
    form = PositionForm(data(request), initial=initial)

    def act() -> None:
        values = form.cleaned_data
        now = Position(*(values[name] for name in ("status", "outcome", "sent_on", "decides_on")))
        rest = {name: values[name] for name in ("last_on", "note", "link")}
        services.save_position(**where(seen), key=key, party=party, position=now, **rest)

    last = long_date(row.last_for(party))
    context = {
        "title": f"{council.name}: {row.ask.title}",
        "intro": _("The last day is %(last)s.") % {"last": last},
    }
    return ask(request, seen, form, act, context)
