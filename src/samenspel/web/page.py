# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What every page about a region starts with: the region, who reads it, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from samenspel.core.rights import Act, Actor, may
from samenspel.ledger.queries import head
from samenspel.parties.queries import actor as actor_in
from samenspel.regions.queries import RegionFacts, Words, region, words

_NAV = (
    ("region", _("Region")),
    ("profile", _("Profile")),
    ("agenda", _("Agenda")),
    ("deals", _("Deals")),
    ("progress", _("Progress")),
    ("funding", _("Money")),
    ("councils", _("Councils")),
    ("parties", _("Parties")),
    ("ledger", _("Ledger")),
)
"""What stands above every page of a region; versions are below the agenda, data at the foot."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request for a page of one region, by somebody, at a moment."""

    region: RegionFacts
    actor: Actor
    at: datetime

    @property
    def on(self) -> date:
        """The day of the visit, in the time zone of the region."""
        return timezone.localdate(self.at)

    @property
    def words(self) -> Words:
        """The region's words, in the visitor's language; one statement."""
        return words(self.region.pk, translation.get_language() or "nl", self.on)

    def may(self, act: Act, *parties: str) -> bool:
        """Tell whether the visitor may do something to what belongs to *parties*."""
        return may(self.actor, act, parties)


def visit(request: HttpRequest, slug: str) -> Visit:
    """Return the visit, or raise Http404 when there is no such region. First line of a view."""
    found = region(slug)
    if found is None:
        raise Http404
    at = timezone.now()
    return Visit(found, actor_in(request.user.pk, slug, timezone.localdate(at)), at)


def show(
    request: HttpRequest,
    template: str,
    seen: Visit,
    context: Mapping[str, Any],
    *,
    nav: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render a page of a region; *nav* names the item of the navigation that it belongs to."""
    whole = {
        "region": seen.region,
        "visit": seen,
        "nav": navigation(seen.region.slug, nav),
        "ledger_head": head(seen.region.slug),
        "in_dutch": content_language(),
        **context,
    }
    return render(request, f"pages/{template}.html", whole, status=status)


def content_language() -> str:
    """Return the attribute of an element whose words are the region's own; they are in Dutch."""
    return "" if translation.get_language() == "nl" else format_html(' lang="{}"', "nl")


def navigation(slug: str, current: str) -> list[dict[str, object]]:
    """Return the items of a region's navigation."""
    return [
        {"url": reverse(name, args=[slug]), "label": str(label), "current": name == current}
        for name, label in _NAV
    ]
