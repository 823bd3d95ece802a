# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What makes a region special, from official figures."""

import csv
import io
from collections.abc import Iterable, Mapping
from itertools import chain

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import translation

from samenspel.core.profile.report import Subject
from samenspel.regions.queries import municipalities, own_figures
from samenspel.sources.own_figures import written
from samenspel.sources.profiles import profile as profile_of
from samenspel.sources.profiles import scales, subject_of
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts import compare
from samenspel.web.parts import own_figures as parts_of_own
from samenspel.web.parts.chosen import chosen
from samenspel.web.parts.profile import body, subject
from samenspel.web.parts.profile_document import MEDIA_TYPES, Wanted, document
from samenspel.words.profile import kind_name, size
from samenspel.words.profile_data import COLUMNS, compared, rows

FILES = ("pdf", "html", "csv", "json")


def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the profile, or that there are no official figures of a region that is made up."""
    seen = visit(request, slug)
    found = _subject(seen)
    own = parts_of_own.theme(seen)
    context: dict[str, object] = {"profiled": found, "own": own}
    if found:
        year, shown = chosen(request)
        codes = compare.others(request.GET.getlist(compare.ASKED), found)
        language = translation.get_language() or "nl"
        context["kind"] = f"{kind_name(found.kind)} · {size(len(found.municipalities))}"
        context["body"] = body(found, year, shown, language, own)
        context["files"] = [(one, one.upper()) for one in FILES]
        context["compare"] = compare.body(found, (year, shown), codes, language)
    return show(request, "profile", seen, context, nav="profile")


def file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """
    Send the profile as JSON or as a document, or its figures as CSV.

    With those of the regions that were chosen to compare it with.
    """
    seen = visit(request, slug)
    own = _subject(seen)
    if own is None or kind not in FILES:
        raise Http404
    year, shown = chosen(request)
    codes = compare.others(request.GET.getlist(compare.ASKED), own)
    subjects = (own, *map(subject_of, codes))
    if kind in MEDIA_TYPES:
        language = translation.get_language() or "nl"
        own_theme = parts_of_own.theme(seen)
        return _document(slug, kind, Wanted(subjects, year, shown, language, seen.on, own_theme))
    found = [profile_of(one, year) for one in subjects]
    if kind == "json":
        data = compared(found, scales(shown, year), shown)
        data["own_indicators"] = parts_of_own.data(seen)
        return JsonResponse(data, json_dumps_params={"ensure_ascii": False})
    below = ({"region": own.code, **row} for row in parts_of_own.rows(seen))
    return _csv(chain(chain.from_iterable(map(rows, found)), below))


def own_figures_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the figures of the region's own, as they can be loaded again."""
    seen = visit(request, slug)
    names = {one.code: one.name for one in municipalities(seen.region.pk, seen.on)}
    content = written(own_figures(seen.region.pk), names)
    return HttpResponse(content, content_type="text/csv; charset=utf-8")


def _document(slug: str, kind: str, wanted: Wanted) -> HttpResponse:
    response = HttpResponse(document(wanted, kind), content_type=MEDIA_TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-profiel.{kind}"'
    return response


def _csv(lines: Iterable[Mapping[str, object]]) -> HttpResponse:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(lines)
    return HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")


def _subject(seen: Visit) -> Subject | None:
    return subject(seen.region, lambda: municipalities(seen.region.pk, seen.on))
