# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A region: what is known of it, its agenda at a glance, who takes part, what is missing."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from samenspel.deals.queries import brief
from samenspel.ledger.queries import entries
from samenspel.parties.queries import parties
from samenspel.regions.queries import inhabitants, municipalities
from samenspel.web.page import show, visit
from samenspel.web.parts.acts import view_acts
from samenspel.web.parts.content import Content, content, view_challenges
from samenspel.web.parts.facts import Counted, facts
from samenspel.web.parts.money import amount, bars, years
from samenspel.web.parts.orphans import missing
from samenspel.web.parts.parties import by_kind, names, taking_part
from samenspel.web.parts.places import place
from samenspel.web.parts.pledges import pledges
from samenspel.web.parts.triangle import triangle
from samenspel.web.parts.version import standing
from samenspel.web.reading import Reading, reading

ACTS = 5
CHALLENGES = 12
MISSING = 3


def region(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a region."""
    seen = visit(request, slug)
    read, words, everyone = reading(request, seen), seen.words, parties(seen.region.pk)
    members = municipalities(seen.region.pk, seen.on)
    kinds = by_kind(taking_part(everyone, seen.on), words)
    counted = Counted(inhabitants(members), sum(len(one.parties) for one in kinds), len(kinds))
    deals = brief(seen.region.pk)
    context = {
        "place": place(seen.region.kind, members),
        "municipalities": members,
        "counted": counted,
        "kinds": kinds,
        "acts": view_acts(
            seen, read, entries(slug)[:ACTS], names(everyone), known={"deal": deals.titles}
        ),
        "pledges": pledges(seen, names(everyone), deals),
    }
    if read:
        whole = content(read, words, names(everyone))
        context |= _agenda(read, whole) | _money(whole)
        context["facts"] = facts(whole, read.version, counted)
    return show(request, "region", seen, context, nav="region")


def _agenda(read: Reading, whole: Content) -> dict[str, Any]:
    loose, challenges = missing(whole.summary.orphans), view_challenges(whole)
    return {
        "reading": read,
        "standing": standing(read.version),
        "counts": whole.summary.counts,
        "triangle": triangle(whole.summary.areas),
        "placed": sum(whole.summary.areas.values()),
        "challenges": challenges[:CHALLENGES],
        "more_challenges": len(challenges) - CHALLENGES,
        "missing": loose[:MISSING],
        "missing_total": sum(one.count for one in loose),
    }


def _money(whole: Content) -> dict[str, Any]:
    titles = {line.key: line.title for line in whole.lines}
    by_line = {titles.get(key, key): cents for key, cents in whole.summary.lines.items() if key}
    return {
        "total": amount(whole.summary.total),
        "total_known": whole.summary.total is not None,
        "unpriced": whole.summary.unpriced,
        "years": years(whole.summary),
        "lines": bars(by_line) if any(by_line.values()) else [],
    }
