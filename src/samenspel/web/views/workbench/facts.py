# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Editing the facts of a region: one set of views for every kind."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.agenda.queries import region_part
from samenspel.agenda.services import remove_fact, save_fact, save_region_heading
from samenspel.core.changes import REGION_KINDS
from samenspel.core.problems import Place
from samenspel.core.record_json import row_digest
from samenspel.core.region_record import RegionRecord, region_heading
from samenspel.core.rights import Act
from samenspel.web.forms.facts import PartyForm, RegionHeadingForm
from samenspel.web.forms.kinds import FACTS, Editable, address_of, known_by_of
from samenspel.web.page import Visit
from samenspel.web.parts.fact_rows import fact_rows
from samenspel.web.views.workbench.desk import attempt, check, desk, done, save, show_desk

_METHODS = ["GET", "HEAD", "POST"]
_SHOWN = 100
"""Facts on a page."""


@login_required
@require_http_methods(_METHODS)
def region_heading_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit name and introduction of the region."""
    seen = desk(request, slug, Act.EDIT_REGION)
    record = region_part(slug)
    form = _form(RegionHeadingForm, request, seen, record, item=region_heading(record))

    def act(made: RegionRecord, digest: str) -> None:
        texts = {"title": made.title, "summary": made.summary, "source": made.source}
        save_region_heading(region=slug, **texts, actor=seen.actor, at=seen.at, seen=digest)

    refusal = None
    if request.method == "POST":
        refusal = save(form, Place("region"), act, lambda: region_heading(region_part(slug)))
        if refusal is None:
            return done(request, _("Saved."), "workbench-region", slug)
    back = reverse("workbench-region", args=[slug])
    title = _("Name and introduction of the region")
    context = {"form": form, "refusal": refusal, "title": title, "back": back}
    return show_desk(request, "form", seen, context, status=refusal.status if refusal else 200)


@login_required
@require_safe
def facts(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Show all facts of one kind."""
    seen = desk(request, slug)
    editable = _kind(kind)
    record = region_part(slug)
    name, known_by = REGION_KINDS[editable.kind]
    page = Paginator(getattr(record, name), _SHOWN).get_page(request.GET.get("page", "1"))
    told = fact_rows(editable.kind, list(page.object_list), record, seen.words)
    rows = [
        {
            "cells": cells,
            "address": address_of(known_by(item)) if _may(seen, editable, item) else "",
        }
        for cells, item in zip(told.rows, page.object_list, strict=True)
    ]
    context = {
        "kind": editable,
        "name": capfirst(editable.many),
        "columns": told.columns,
        "rows": rows,
        "page": page,
        "may_add": seen.may(Act.EDIT_REGION),
    }
    return show_desk(request, "facts", seen, context)


@login_required
@require_http_methods(_METHODS)
def fact_add(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Add a fact."""
    seen = desk(request, slug, Act.EDIT_REGION)
    editable = _kind(kind)
    form = _form(editable.form, request, seen, region_part(slug), item=None)
    return _edit(request, seen, editable, form, "")


@login_required
@require_http_methods(_METHODS)
def fact_edit(request: HttpRequest, slug: str, kind: str, fact: str) -> HttpResponse:
    """Change a fact; who acts for a party may change what that party says of itself."""
    seen = desk(request, slug)
    editable, record = _kind(kind), region_part(slug)
    item = _fact(record, editable, known_by_of(fact))
    check(seen, editable.act, *_parties(editable, item))
    own = {"own": not seen.may(Act.EDIT_REGION)} if editable.form is PartyForm else {}
    form = _form(editable.form, request, seen, record, item=item, **own)
    return _edit(request, seen, editable, form, known_by_of(fact))


@login_required
@require_http_methods(_METHODS)
def fact_remove(request: HttpRequest, slug: str, kind: str, fact: str) -> HttpResponse:
    """Ask whether a fact must go, and remove it."""
    seen = desk(request, slug, Act.EDIT_REGION)
    editable, record = _kind(kind), region_part(slug)
    known_by = known_by_of(fact)
    item, refusal = _fact(record, editable, known_by), None

    def act() -> None:
        where: Any = {"region": slug, "actor": seen.actor, "at": seen.at}
        digest = request.POST.get("seen") or "-"
        remove_fact(**where, kind=editable.kind, known_by=known_by, seen=digest)

    if request.method == "POST":
        refusal = attempt(act)
        if refusal is None:
            return done(request, _("Removed."), "workbench-facts", slug, kind)
    context = {
        "title": _name(editable, item, record, seen),
        "refusal": refusal,
        "digest": row_digest(item),
        "back": reverse("workbench-fact", args=[slug, kind, fact]),
    }
    return _show(request, "remove", seen, editable, context)


def _edit(
    request: HttpRequest, seen: Visit, editable: Editable, form: Any, known_by: str
) -> HttpResponse:
    """Show a form about one fact; with a POST, save it."""
    slug, refusal = seen.region.slug, None
    name = REGION_KINDS[editable.kind][0]

    def act(made: Any, digest: str) -> None:
        where: Any = {"region": slug, "actor": seen.actor, "at": seen.at}
        digest = digest if known_by else ""
        save_fact(**where, kind=editable.kind, item=made, instead_of=known_by, seen=digest)

    if request.method == "POST":
        there = getattr(form.whole, name)
        row = there.index(form.item) + 1 if form.item else len(there) + 1
        place = Place(form.record_kind, row)
        refusal = save(form, place, act, lambda: _find(region_part(slug), editable, known_by))
        if refusal is None:
            return done(request, _("Saved."), "workbench-facts", slug, editable.slug)
    context: dict[str, Any] = {"form": form, "refusal": refusal}
    if form.item:
        context["title"] = _name(editable, form.item, form.whole, seen)
        if seen.may(Act.EDIT_REGION):
            address = [slug, editable.slug, address_of(known_by)]
            context["remove_url"] = reverse("workbench-fact-remove", args=address)
    else:
        context["title"] = str(editable.add)
    context["back"] = reverse("workbench-facts", args=[slug, editable.slug])
    return _show(request, "form", seen, editable, context)


def _show(
    request: HttpRequest, template: str, seen: Visit, editable: Editable, context: dict[str, Any]
) -> HttpResponse:
    refusal = context["refusal"]
    list_url = reverse("workbench-facts", args=[seen.region.slug, editable.slug])
    up = [(list_url, capfirst(editable.many))]
    status = refusal.status if refusal else 200
    return show_desk(request, template, seen, context, crumbs=up, status=status)


def _kind(slug: str) -> Editable:
    if slug not in FACTS:
        raise Http404
    return FACTS[slug]


def _find(record: RegionRecord, editable: Editable, known_by: str) -> Any:
    name, identity = REGION_KINDS[editable.kind]
    return next((one for one in getattr(record, name) if identity(one) == known_by), None)


def _fact(record: RegionRecord, editable: Editable, known_by: str) -> Any:
    found = _find(record, editable, known_by)
    if found is None:
        raise Http404
    return found


def _parties(editable: Editable, item: Any) -> tuple[str, ...]:
    return (item.slug,) if editable.kind == "party" else ()


def _may(seen: Visit, editable: Editable, item: Any) -> bool:
    return seen.may(editable.act, *_parties(editable, item))


def _name(editable: Editable, item: Any, record: RegionRecord, seen: Visit) -> str:
    return fact_rows(editable.kind, [item], record, seen.words).rows[0][0]


def _form(form: Any, request: HttpRequest, seen: Visit, record: RegionRecord, **more: Any) -> Any:
    data = request.POST if request.method == "POST" else None
    return form(data, record=record, words=seen.words, on=seen.on, **more)
