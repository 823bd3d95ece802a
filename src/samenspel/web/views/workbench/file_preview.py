# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The look at what a file would change, before it counts: of a workbook and of own figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import Refusal, show_desk

_TOLD = 200
"""Sentences about what changes; a first import of an agenda is told in numbers."""


@dataclass(frozen=True, slots=True)
class Preview:
    """
    What a file would change: sentences, none when nothing does.

    ``page`` is the route where it was sent, with its ``name``; ``digest`` is of what there is now.
    """

    page: str
    name: str
    lines: Sequence[str]
    digest: str


def show_preview(
    request: HttpRequest, seen: Visit, told: Preview, refusal: Refusal | None = None
) -> HttpResponse:
    """Show what would change, with a button that takes it over."""
    slug = seen.region.slug
    back = reverse(told.page, args=[slug])
    context = {
        "name": told.name,
        "refusal": refusal,
        "nothing": not told.lines,
        "lines": told.lines[:_TOLD],
        "more": max(len(told.lines) - _TOLD, 0),
        "digest": told.digest,
        "take": reverse(f"{told.page}-import", args=[slug]),
        "back": back,
    }
    status, up = refusal.status if refusal else 200, [(back, told.name)]
    return show_desk(
        request, "file_preview", seen, context, nav=told.page, crumbs=up, status=status
    )
