# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What makes a region special, from official figures."""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import translation

from samenspel.core.profile.report import Subject
from samenspel.regions.queries import municipalities
from samenspel.sources.profiles import profile as profile_of
from samenspel.sources.profiles import scales, subject_of
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts import compare
from samenspel.web.parts.chosen import chosen
from samenspel.web.parts.profile import body, subject
from samenspel.words.profile import kind_name, size
from samenspel.words.profile_data import COLUMNS, compared, rows


def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the profile, or that there are no official figures of a region that is made up."""
    seen = visit(request, slug)
    found = _subject(seen)
    context: dict[str, object] = {"profiled": found}
    if found:
        year, shown = chosen(request)
        codes = compare.others(request.GET.getlist(compare.ASKED), found)
        language = translation.get_language() or "nl"
        context["kind"] = f"{kind_name(found.kind)} · {size(len(found.municipalities))}"
        context["body"] = body(found, year, shown, language)
        context["compare"] = compare.body(found, (year, shown), codes, language)
    return show(request, "profile", seen, context, nav="profile")


def file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Send the profile as JSON, or its figures as CSV; with those of regions compared with it."""
    own = _subject(visit(request, slug))
    if own is None or kind not in {"json", "csv"}:
        raise Http404
    year, shown = chosen(request)
    codes = compare.others(request.GET.getlist(compare.ASKED), own)
    found = [profile_of(one, year) for one in (own, *map(subject_of, codes))]
    if kind == "json":
        data = compared(found, scales(shown, year), shown)
        return JsonResponse(data, json_dumps_params={"ensure_ascii": False})
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS)
    writer.writeheader()
    for one in found:
        writer.writerows(rows(one))
    return HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")


def _subject(seen: Visit) -> Subject | None:
    return subject(seen.region, lambda: municipalities(seen.region.pk, seen.on))
