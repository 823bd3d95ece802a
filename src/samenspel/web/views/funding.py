# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what: the funding plan of a region, and whether its co-financing holds."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from samenspel.agenda.queries import costs_by_measure
from samenspel.core.funding.co_funding import check_plan
from samenspel.core.funding.plan import Plan
from samenspel.funding.queries import LineRow, line_rows, payments, plan_of, sources
from samenspel.parties.queries import parties
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts import funding as parts
from samenspel.web.parts.funding_tests import view_findings, view_leavers
from samenspel.web.parts.parties import names
from samenspel.web.parts.targets import Named
from samenspel.web.reading import Reading, links, reading


@dataclass(frozen=True, slots=True)
class Money:
    """The plan that a visitor sees, its lines, and what everything is called."""

    plan: Plan
    rows: list[LineRow]
    called: parts.Called


def funding(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the funding plan by year, source, party and measure, and what its tests say."""
    seen = visit(request, slug)
    read = reading(request, seen)
    found = money(seen, read)
    tests = view_findings(check_plan(found.plan, seen.on), found.called)
    measures = parts.by_measure(found.plan, found.called)
    context = {
        "reading": read,
        "any": bool(found.plan.sources or found.rows),
        "figures": parts.totals(found.plan),
        "headings": parts.headings(found.plan),
        "asking": [one for one in tests if one.advice or one.code == "own-share"],
        "passed": [one for one in tests if not one.advice and one.code != "own-share"],
        "leavers": view_leavers(found.plan, found.called),
        "years": parts.by_year(found.plan),
        "bars": parts.year_bars(found.plan),
        "sources": parts.by_source(found.plan, found.called),
        "rules": parts.view_sources(found.plan.sources.values(), found.called),
        "parties": parts.by_party(found.plan, found.called),
        "measures": [one for one in measures if one.has_lines],
        "unpaid": [one for one in measures if not one.has_lines],
        "overhead": parts.view_overhead(found.plan),
        "lines": parts.view_lines(found.plan, found.rows, found.called),
        "pays": found.plan.payments is not None,
    }
    return show(request, "funding", seen, context, nav="funding")


def money(seen: Visit, read: Reading | None) -> Money:
    """Return the plan as *seen* may read it, against the costs of the agenda that is read."""
    priced = costs_by_measure(read.version.pk) if read else {}
    known, rows = sources(seen.region.pk), line_rows(seen.region.pk, seen.actor)
    costs = {key: years for key, (_title, years) in priced.items()}
    paid = tuple(payments(seen.region.pk))
    plan = plan_of(known, rows, costs, paid or None)
    to = links(read) if read else None
    measures = {
        key: Named(title, to.to("measure", key)) for key, (title, _costs) in priced.items() if to
    }
    called = parts.Called(seen.region.slug, names(parties(seen.region.pk)), plan.sources, measures)
    return Money(plan, rows, called)
