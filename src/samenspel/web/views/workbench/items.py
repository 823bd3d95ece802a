# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Editing the open draft: one set of views for every kind of thing in it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samenspel.agenda.services import remove_item, save_heading, save_item, start_agenda
from samenspel.core.agenda.kinds import (
    Item,
    find,
    heading,
    identity,
    items,
    owners_of,
    parties_of,
)
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.agenda.states import State
from samenspel.core.errors import RuleError
from samenspel.core.problems import Place
from samenspel.core.record_json import row_digest
from samenspel.core.rights import Act
from samenspel.web.forms.content import HeadingForm
from samenspel.web.forms.kinds import CONTENT, Editable, address_of, known_by_of
from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import (
    Work,
    attempt,
    check,
    desk,
    done,
    own_parties,
    save,
    show_desk,
    work,
)
from samenspel.words.errors import explain
from samenspel.words.gaps import gap_words

_METHODS = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(_METHODS)
def agenda_heading(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit title, period and introduction of the draft; without an agenda: start it with them."""
    seen = desk(request, slug, Act.EDIT_AGENDA)
    there = work(seen)
    if there.version is None:
        return _start(request, seen, there)
    if not there.is_open:
        return _closed(request, seen, there)
    form = _form(HeadingForm, request, seen, there, item=heading(there.agenda))

    def act(made: AgendaRecord, digest: str) -> None:
        save_heading(**_where(seen, there), heading=made, seen=digest)

    refusal = None
    if request.method == "POST":
        refusal = save(form, Place("agenda"), act, lambda: heading(work(seen).agenda))
        if refusal is None:
            return done(request, _("Saved."), "workbench-agenda", slug)
    context = {"form": form, "refusal": refusal, "title": _("Title and period of the agenda")}
    return _show_form(request, seen, context)


@login_required
@require_http_methods(_METHODS)
def item_add(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Add a thing to the draft."""
    seen = desk(request, slug)
    there, editable = _content(seen, kind)
    check(seen, editable.act, *own_parties(seen))
    if not there.is_open:
        return _closed(request, seen, there)
    form = _form(editable.form, request, seen, there, item=None)
    form.initial["key"] = _next_key(there.agenda, editable.kind)
    return _edit(request, seen, there, editable, form)


@login_required
@require_http_methods(_METHODS)
def item_edit(request: HttpRequest, slug: str, kind: str, key: str) -> HttpResponse:
    """Change a thing in the draft."""
    seen = desk(request, slug)
    there, editable = _content(seen, kind)
    item = _item(there, editable, key)
    check(seen, editable.act, *parties_of(item))
    if not there.is_open:
        return _closed(request, seen, there)
    form = _form(editable.form, request, seen, there, item=item)
    return _edit(request, seen, there, editable, form)


@login_required
@require_http_methods(_METHODS)
def item_remove(request: HttpRequest, slug: str, kind: str, key: str) -> HttpResponse:
    """Ask whether a thing must go from the draft, and remove it."""
    seen = desk(request, slug)
    there, editable = _content(seen, kind)
    item = _item(there, editable, key)
    check(seen, editable.act, *owners_of(item))
    if not there.is_open:
        return _closed(request, seen, there)
    known_by, refusal = identity(item), None

    def act() -> None:
        digest = request.POST.get("seen") or "-"
        where = _where(seen, there)
        remove_item(**where, kind=editable.kind, known_by=known_by, seen=digest)

    if request.method == "POST":
        refusal = attempt(act)
        if refusal is None:
            return done(request, _("Removed."), "workbench-agenda", slug)
    context = {
        "title": there.name(item),
        "refusal": refusal,
        "digest": row_digest(item),
        "back": reverse("workbench-item", args=[slug, kind, key]),
    }
    return _show(request, "remove", seen, context)


def _start(request: HttpRequest, seen: Visit, there: Work) -> HttpResponse:
    """Show the form that starts the first agenda of a region; with a POST, start it."""
    slug, refusal = seen.region.slug, None
    form = _form(HeadingForm, request, seen, there, item=None)

    def act(made: AgendaRecord, _digest: str) -> None:
        start_agenda(region=slug, heading=made, actor=seen.actor, at=seen.at)

    if request.method == "POST":
        refusal = save(form, Place("agenda"), act, lambda: None)
        if refusal is None:
            return done(request, _("A new draft is open."), "workbench-agenda", slug)
    start = _("Start the agenda")
    context = {"form": form, "refusal": refusal, "title": start, "button": start}
    return _show_form(request, seen, context)


def _edit(
    request: HttpRequest, seen: Visit, there: Work, editable: Editable, form: Any
) -> HttpResponse:
    """Show a form about one thing; with a POST, save it."""
    known_by = identity(form.item) if form.item else ""
    slug, refusal = seen.region.slug, None

    def act(made: Item, digest: str) -> None:
        digest = digest if known_by else ""
        save_item(**_where(seen, there), item=made, instead_of=known_by, seen=digest)

    if request.method == "POST":
        place = _place(there.agenda, editable.kind, form.item)
        refusal = save(form, place, act, lambda: find(work(seen).agenda, editable.kind, known_by))
        if refusal is None:
            return done(request, _("Saved."), "workbench-agenda", slug)
    context: dict[str, Any] = {"form": form, "refusal": refusal}
    if form.item:
        address = [slug, editable.slug, address_of(known_by)]
        context |= {"title": there.name(form.item), "gaps": gap_words(form.item)}
        if seen.may(editable.act, *owners_of(form.item)):
            context["remove_url"] = reverse("workbench-item-remove", args=address)
    else:
        context["title"] = str(editable.add)
    return _show_form(request, seen, context)


def _show_form(request: HttpRequest, seen: Visit, context: dict[str, Any]) -> HttpResponse:
    back = reverse("workbench-agenda", args=[seen.region.slug])
    return _show(request, "form", seen, {"back": back, **context})


def _show(
    request: HttpRequest, template: str, seen: Visit, context: dict[str, Any]
) -> HttpResponse:
    refusal = context["refusal"]
    up = [(reverse("workbench-agenda", args=[seen.region.slug]), _("Agenda"))]
    status = refusal.status if refusal else 200
    return show_desk(
        request, template, seen, context, nav="workbench-agenda", crumbs=up, status=status
    )


def _closed(request: HttpRequest, seen: Visit, there: Work) -> HttpResponse:
    """Say that the agenda stands still; nothing in it can be changed."""
    state = there.version.state if there.version else State.CLOSED
    context = {"text": explain(RuleError("version-frozen", state=state))}
    return show_desk(request, "closed", seen, context, nav="workbench-agenda", status=409)


def _content(seen: Visit, slug: str) -> tuple[Work, Editable]:
    """Return the agenda and the kind in an address, or raise Http404."""
    there = work(seen)
    if slug not in CONTENT or there.version is None:
        raise Http404
    return there, CONTENT[slug]


def _item(there: Work, editable: Editable, address: str) -> Item:
    found = find(there.agenda, editable.kind, known_by_of(address))
    if found is None:
        raise Http404
    return found


def _where(seen: Visit, there: Work) -> dict[str, Any]:
    """Return what every act on the draft is told: where, by whom, when."""
    slug = seen.region.slug
    return {"region": slug, "number": there.number, "actor": seen.actor, "at": seen.at}


def _form(form: Any, request: HttpRequest, seen: Visit, there: Work, *, item: Any) -> Any:
    data = request.POST if request.method == "POST" else None
    return form(data, record=there.record, words=seen.words, on=seen.on, item=item)


def _place(agenda: AgendaRecord, kind: str, item: Item | None) -> Place:
    """Return where a thing stands in the agenda once it is saved."""
    there = items(agenda, kind)
    return Place(kind, there.index(item) + 1 if item else len(there) + 1)


def _next_key(agenda: AgendaRecord, kind: str) -> str:
    """Return a code for a new thing that follows on those there are: M26 after M25."""
    keys = [getattr(item, "key", "") for item in items(agenda, kind)]
    last = next((key for key in reversed(keys) if key[-1:].isdigit()), "")
    letters = last.rstrip("0123456789")
    numbers = [key.removeprefix(letters) for key in keys if key.startswith(letters)]
    highest = max((int(number) for number in numbers if number.isdigit()), default=0)
    return f"{letters}{highest + 1}" if last else ""
