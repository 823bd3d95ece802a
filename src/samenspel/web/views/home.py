# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The regions of this installation, and below them the country by one figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext

from samenspel.agenda.queries import VersionFacts, current_by_region, summaries
from samenspel.core.agenda.summary import Summary
from samenspel.regions.queries import (
    MunicipalityFacts,
    RegionFacts,
    municipalities_by_region,
    regions,
)
from samenspel.web.page import content_language
from samenspel.web.parts.chosen import chosen
from samenspel.web.parts.country import Links, body
from samenspel.web.parts.places import place
from samenspel.web.parts.version import standing


@dataclass(frozen=True, slots=True)
class RegionView:
    """A region in the list; texts are empty where nothing is known."""

    title: str
    url: str
    fictional: bool
    summary: str
    place: str
    agenda: str
    standing: str
    counts: str


def home(request: HttpRequest) -> HttpResponse:
    """
    Show the regions; four statements, however many there are. The country costs none.

    Raises:
        Http404: there are no figures of the indicator or the year that was asked for.
    """
    year, shown = chosen(request)
    members = municipalities_by_region(timezone.localdate())
    current = current_by_region()
    known = summaries(version.pk for version in current.values())
    found = []
    here = regions()
    for one in here:
        version = current.get(one.slug)
        numbers = known.get(version.pk, Summary()) if version else Summary()
        found.append(_view(one, members.get(one.pk, []), version, numbers))
    context = {
        "regions": found,
        "in_dutch": content_language(),
        "country": body(shown, year, _pages(here), get_language() or "nl"),
    }
    return render(request, "pages/home.html", context)


def _pages(here: Sequence[RegionFacts]) -> Links:
    """Return where the official regions that are real stand in this installation."""
    real = (one for one in here if one.code and not one.fictional)
    return tuple((one.code, reverse("region", args=[one.slug])) for one in real)


def _view(
    one: RegionFacts, members: list[MunicipalityFacts], version: VersionFacts | None, known: Summary
) -> RegionView:
    return RegionView(
        title=one.title,
        url=reverse("region", args=[one.slug]),
        fictional=one.fictional,
        summary=one.summary,
        place=place(one.kind, members),
        agenda=version.title if version else "",
        standing=standing(version) if version else "",
        counts=_counts(known) if version else "",
    )


def _counts(known: Summary) -> str:
    challenges, measures = (known.counts.get(kind, 0) for kind in ("challenge", "measure"))
    told = [
        ngettext("%(count)s challenge", "%(count)s challenges", challenges),
        ngettext("%(count)s measure", "%(count)s measures", measures),
    ]
    return ", ".join(
        text % {"count": n} for text, n in zip(told, (challenges, measures), strict=True)
    )
