# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Calendars of a region and of each council, for diaries that follow them."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from samenspel.councils.queries import calendar_changes, known
from samenspel.documents.feed import MEDIA_TYPE, feed
from samenspel.web.exports import digest_of
from samenspel.web.page import Visit, visit
from samenspel.web.views.council import council_of
from samenspel.words.calendar_feed import Entry, council_entries, region_entries


def region(request: HttpRequest, slug: str) -> HttpResponse:
    """Send days of the board, what follows from them, and what councils are asked."""
    seen = visit(request, slug)
    found, changes = known(seen.region.pk), calendar_changes(slug)[0]
    name = _("Councils of %(region)s") % {"region": seen.region.title}
    entries = region_entries(slug, found, on=seen.on, changes=changes)
    return _send(request, seen, name, reverse("councils", args=[slug]), entries)


def council(request: HttpRequest, slug: str, party: str) -> HttpResponse:
    """Send when one council meets, what it is asked, and by when."""
    seen = visit(request, slug)
    found = known(seen.region.pk)
    one = council_of(found, party)
    name = f"{one.name}, {seen.region.title}"
    entries = council_entries(slug, found, one, on=seen.on)
    return _send(request, seen, name, reverse("council", args=[slug, party]), entries)


def _send(
    request: HttpRequest, seen: Visit, name: str, page: str, entries: Iterable[Entry]
) -> HttpResponse:
    last = calendar_changes(seen.region.slug)[1] or seen.at
    data = feed(name, request.build_absolute_uri(page), entries, at=last)
    tag = quote_etag(digest_of(data.decode(), "ics"))
    if (answer := get_conditional_response(request, etag=tag)) is not None:
        return answer
    response = HttpResponse(data, content_type=MEDIA_TYPE, headers={"ETag": tag})
    response.headers["Content-Disposition"] = 'inline; filename="kalender.ics"'
    return response
