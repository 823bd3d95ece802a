# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An agenda as a whole, in the version in force or another; and what is still missing in it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from samenspel.agenda.queries import Wanted, agenda_record, count_measures, measure_rows
from samenspel.core.agenda.orphans import CHECKS, orphans
from samenspel.parties.queries import parties
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.content import Content, content, view_challenges, view_lines
from samenspel.web.parts.crumbs import crumbs
from samenspel.web.parts.filters import Choice, choices, wanted
from samenspel.web.parts.measures import Names, view_measures
from samenspel.web.parts.money import amount
from samenspel.web.parts.orphans import missing as counted
from samenspel.web.parts.paging import page_of
from samenspel.web.parts.parties import names
from samenspel.web.parts.version import standing
from samenspel.web.reading import Reading, links, reading
from samenspel.words.labels import ORPHANS
from samenspel.words.orphans import advice, says

MOST = 100
"""Orphans of one check that are written out."""


def agenda(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the agenda that the region lives by."""
    return _agenda(request, visit(request, slug))


def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one version of the agenda."""
    return _agenda(request, visit(request, slug), number)


def missing(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything that hangs loose."""
    seen = visit(request, slug)
    read = reading(request, seen)
    if read is None:
        return show(request, "agenda_none", seen, {}, nav="agenda")
    groups = _groups(seen, read)
    context = {
        "reading": read,
        "standing": standing(read.version),
        "crumbs": crumbs(read),
        "groups": groups,
        "total": sum(group.count for group in groups),
    }
    return show(request, "missing", seen, context, nav="agenda")


@dataclass(frozen=True, slots=True)
class _Group:
    """What one check found; each item is (sentence, address)."""

    code: str
    heading: str
    advice: str
    count: int
    items: list[tuple[str, str]]

    @property
    def more(self) -> int:
        """How many are not written out."""
        return self.count - len(self.items)


def _agenda(request: HttpRequest, seen: Visit, number: int | None = None) -> HttpResponse:
    read = reading(request, seen, number)
    if read is None:
        return show(request, "agenda_none", seen, {}, nav="agenda")
    whole = content(read, seen.words, names(parties(seen.region.pk)))
    context = {
        "reading": read,
        "standing": standing(read.version),
        "counts": whole.summary.counts,
        **_about(read),
        "total": amount(whole.summary.total),
        "total_unknown": whole.summary.total is None,
        "missing_total": sum(whole.summary.orphans.values()),
        "unpriced": whole.summary.unpriced,
        "challenges": view_challenges(whole),
        "lines": view_lines(whole),
        "missing": counted(whole.summary.orphans),
        **_measures(request, read, whole),
    }
    return show(request, "agenda", seen, context, nav="agenda")


def _about(read: Reading) -> dict[str, str]:
    """Return the first paragraph of what is said about the agenda, and the rest."""
    lead, _break, more = read.version.about.partition("\n\n")
    return {"lead": lead, "more": more}


def _measures(request: HttpRequest, read: Reading, whole: Content) -> dict[str, Any]:
    """Return the page of measures that is asked for; of all measures the number is known."""
    filters = _filters(request, whole)
    asked, total = wanted(filters), whole.summary.counts.get("measure", 0)
    filtered = asked != Wanted()
    if filtered:
        total = count_measures(read.version.pk, asked)
    page = page_of(request, total)
    rows = measure_rows(read.version.pk, asked, start=max(page.start_index() - 1, 0))
    titles = {one.key: one.title for one in whole.challenges}
    called = Names(whole.names, whole.words.labels.get("phase", {}), titles)
    return {
        "filters": filters,
        "filtered": filtered,
        "found": total,
        "measures": view_measures(rows, called, whole.links),
        "page": page,
    }


def _filters(request: HttpRequest, whole: Content) -> list[Choice]:
    offered = {
        "opgave": [(one.key, one.title) for one in whole.challenges],
        "lijn": [(one.key, one.title) for one in whole.lines],
        "fase": whole.words.choices("phase"),
        "partij": list(whole.names.items()),
        "veld": whole.words.choices("policy-field"),
    }
    return choices(request.GET, offered)


def _groups(seen: Visit, read: Reading) -> list[_Group]:
    found = orphans(agenda_record(read.version.pk))
    called, to = names(parties(seen.region.pk)), links(read)
    groups = []
    for code in CHECKS:
        loose = [one for one in found if one.code == code]
        items = [(says(one, called), to.to(one.kind, one.key)) for one in loose[:MOST]]
        groups.append(_Group(code, str(ORPHANS[code]), advice(code), len(loose), items))
    return groups
