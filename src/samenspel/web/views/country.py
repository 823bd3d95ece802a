# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The map of the country on the front page, as a file to take home."""

from django.http import Http404, HttpRequest, HttpResponse

from samenspel.charts.country import country_map
from samenspel.sources.country import country
from samenspel.web.parts.charts import MEDIA_TYPES, written
from samenspel.web.parts.chosen import chosen


def chart(request: HttpRequest, kind: str) -> HttpResponse:
    """Send the map as SVG or PNG, its figures as CSV, or its Vega-Lite specification."""
    year, shown = chosen(request)
    drawn = country_map(country(shown, year))
    if drawn is None or kind not in MEDIA_TYPES:
        raise Http404
    response = HttpResponse(written(drawn, kind), content_type=MEDIA_TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{shown}-{year}.{kind}"'
    return response
