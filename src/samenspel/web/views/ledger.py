# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The record of acts of a region: read it, take it home, check it."""

import re
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse

from samenspel.ledger.queries import entries, export_lines, kinds
from samenspel.parties.queries import parties
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.acts import view_acts
from samenspel.web.parts.parties import names
from samenspel.web.reading import reading
from samenspel.web.views.heads import signed_head, view_heads
from samenspel.words.acts import act_label

SIZE = 25
_NUMBER = re.compile(r"[1-9][0-9]{0,14}", re.ASCII)
_OBJECT = re.compile(r"[a-z-]{1,40}(:[^\x00-\x1f\x7f]{1,150})?", re.ASCII)


def ledger(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the entries, newest first: before number ``voor``, over an object, of a kind."""
    seen, known = visit(request, slug), kinds(slug)
    asked = {
        "over": _asked(request, "over", _OBJECT),
        "soort": _asked(request, "soort", re.compile("|".join(known) or "-")),
    }
    before = _asked(request, "voor", _NUMBER)
    context = {
        **_entries(request, seen, asked, before),
        "about": asked["over"],
        "before": before,
        "filtered": any(asked.values()),
        "signed": signed_head(seen),
        "heads": view_heads(seen),
        "kinds": [(code, act_label(code), code == asked["soort"]) for code in known],
        "newest": urlencode({name: value for name, value in asked.items() if value}),
    }
    return show(request, "ledger", seen, context, nav="ledger")


def export(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    """Send the whole book, one entry a line, as ``samenspel ledger verify`` reads it."""
    visit(request, slug)
    response = StreamingHttpResponse(export_lines(slug), content_type="application/jsonl")
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-ledger.jsonl"'
    return response


def _entries(
    request: HttpRequest, seen: Visit, asked: dict[str, str], before: str
) -> dict[str, Any]:
    slug = seen.region.slug
    rows = entries(slug, object=asked["over"], kind=asked["soort"])
    if before:
        rows = rows.filter(seq__lt=int(before))
    found = list(rows[: SIZE + 1])
    called, read = names(parties(seen.region.pk)), reading(request, seen)
    older = {**asked, "voor": str(found[SIZE - 1].seq)} if len(found) > SIZE else {}
    return {
        "acts": view_acts(seen, read, found[:SIZE], called),
        "older": urlencode({name: value for name, value in older.items() if value}),
    }


def _asked(request: HttpRequest, name: str, pattern: "re.Pattern[str]") -> str:
    """Return what the address asks for. Raise Http404 when it is nothing that can be asked."""
    value = request.GET.get(name, "")
    if value and not pattern.fullmatch(value):
        raise Http404
    return value
