# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One chart of the profile of a region, as a file to take home."""

from django.http import Http404, HttpRequest, HttpResponse

from samenspel.charts.profile import profile_charts
from samenspel.regions.queries import municipalities
from samenspel.sources.profiles import profile, scales
from samenspel.web.page import visit
from samenspel.web.parts.charts import MEDIA_TYPES, written
from samenspel.web.parts.chosen import chosen
from samenspel.web.parts.profile import subject


def chart(request: HttpRequest, slug: str, name: str, kind: str) -> HttpResponse:
    """Send a chart as SVG or PNG, its figures as CSV, or its Vega-Lite specification."""
    seen = visit(request, slug)
    found = subject(seen.region, lambda: municipalities(seen.region.pk, seen.on))
    if found is None or kind not in MEDIA_TYPES:
        raise Http404
    year, shown = chosen(request)
    drawn = profile_charts(profile(found, year), scales(shown, year), shown)
    one = next((one for one in drawn if one.name == name), None)
    if one is None:
        raise Http404
    response = HttpResponse(written(one, kind), content_type=MEDIA_TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-{name}.{kind}"'
    return response
