# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What makes a region special, from official figures."""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import translation

from samenspel.core.errors import RuleError
from samenspel.core.profile.report import Subject
from samenspel.regions.queries import municipalities
from samenspel.sources.profiles import checked_year, scales
from samenspel.sources.profiles import profile as profile_of
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.profile import SHOWN, body, subject
from samenspel.words.profile import kind_name, size
from samenspel.words.profile_data import COLUMNS, as_data, rows


def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the profile, or that there are no official figures of a region that is made up."""
    seen = visit(request, slug)
    found = _subject(seen)
    context: dict[str, object] = {"profiled": found}
    if found:
        year, shown = _asked(request)
        language = translation.get_language() or "nl"
        context["kind"] = f"{kind_name(found.kind)} · {size(len(found.municipalities))}"
        context["body"] = body(found, year, shown, language)
    return show(request, "profile", seen, context, nav="profile")


def file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Send the profile as JSON, or its figures as CSV."""
    found = _subject(visit(request, slug))
    if found is None or kind not in {"json", "csv"}:
        raise Http404
    year, shown = _asked(request)
    whole = profile_of(found, year)
    if kind == "json":
        return JsonResponse(
            as_data(whole, scales(shown, year), shown), json_dumps_params={"ensure_ascii": False}
        )
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS)
    writer.writeheader()
    writer.writerows(rows(whole))
    return HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")


def _subject(seen: Visit) -> Subject | None:
    return subject(seen.region, lambda: municipalities(seen.region.pk, seen.on))


def _asked(request: HttpRequest) -> tuple[int, str]:
    """
    Return the year and the indicator that were asked for.

    Raises:
        Http404: there are no figures of them.
    """
    asked, shown = request.GET.get("jaar", ""), request.GET.get("cijfer", SHOWN)
    try:
        year = checked_year(int(asked) if asked.isdecimal() else None if not asked else 0)
        scales(shown, year)
    except RuleError as error:
        raise Http404 from error
    return year, shown
