# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a visitor is told about something that is not in the version that is read."""

from django.http import HttpRequest, HttpResponse

from samenspel.agenda.queries import last_seen
from samenspel.web.page import Visit, show
from samenspel.web.reading import Reading


def gone(
    request: HttpRequest, seen: Visit, read: Reading | None, kind: str, key: str
) -> HttpResponse:
    """Answer 404, naming the newest version that the visitor may read and that has the thing."""
    number = last_seen(seen.region.slug, kind, key, seen.actor)
    context = {"reading": read, "kind": kind, "key": key, "number": number}
    return show(request, "gone", seen, context, nav="agenda", status=404)
