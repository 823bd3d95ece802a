# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what: allocations with their invoices, and whether a key is fair."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.agenda.queries import region_record
from samenspel.core.errors import RuleError
from samenspel.core.funding import fair
from samenspel.core.funding.allocation import Reckoned
from samenspel.core.rights import Act
from samenspel.core.sharing.answer import GameAnswer
from samenspel.core.sharing.scenario import effects
from samenspel.funding.queries.allocations import (
    AllocationFacts,
    allocation,
    allocations,
    scenarios,
)
from samenspel.parties.queries import PartyFacts, parties
from samenspel.sources.tables import write_tables
from samenspel.sources.workbook import FORMATS
from samenspel.web.exports import digest_of, exported
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts import allocation as parts
from samenspel.web.parts.fair import fair_view
from samenspel.web.parts.invoices import invoice_tables, invoices_view
from samenspel.web.parts.parties import by_name, names
from samenspel.web.views.open_data import send
from samenspel.words.allocations import effects_told
from samenspel.words.errors import explain
from samenspel.words.sharing import called

NAV = "funding"
_PARTS, _MEASURES, _TYPED = "onderdelen", "maatregelen", "opgegeven"


def allocation_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all allocations, and the scenarios that can be laid side by side."""
    seen = visit(request, slug)
    kept = scenarios(seen.region.pk, seen.actor)
    context = {
        "allocations": [_line(slug, one) for one in allocations(seen.region.pk, seen.actor)],
        "scenarios": kept,
        "crumbs": crumbs(slug),
        "may_write": seen.may(Act.EDIT_ALLOCATION),
    }
    return show(request, "allocations", seen, context, nav=NAV)


def allocation_page(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Show who pays what by an allocation, and how it is divided."""
    seen, one, known = find(request, slug, allocation)
    words, made = names(known), one.reckoned()
    context = {
        "allocation": parts.heading(slug, one),
        "period": parts.period(made.plan),
        "count": len(made.plan.parties),
        "sums": parts.sums(made),
        "rows": parts.pays_rows(made, words),
        "bars": parts.pays_bars(made.found, words),
        "layers": parts.layer_views(made.plan, words),
        "bases": parts.basis_views(made.plan, words),
        "rises": parts.rises(made.plan),
        "scenarios": scenarios(seen.region.pk, seen.actor, of=one.key),
        "crumbs": crumbs(slug, listing=True),
        "may_write": seen.may(Act.EDIT_ALLOCATION),
        **_neighbours(seen, one, made, words),
    }
    return show(request, "allocation", seen, context, nav=NAV)


def text(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Send the text of an allocation, which ``samenspel share`` divides again."""
    _seen, one, _known = find(request, slug, allocation)
    response = HttpResponse(one.content, content_type="application/json")
    name = f"{slug}-{one.key}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def invoices(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Show the invoices of a year."""
    seen, one, known = find(request, slug, allocation)
    made = one.reckoned()
    asked = request.GET.get("jaar", str(made.plan.years[0]))
    if asked not in {str(year) for year in made.plan.years}:
        raise Http404
    context = {
        "allocation": parts.heading(slug, one),
        "years": made.plan.years,
        "invoices": invoices_view(one.key, made, int(asked), names(known)),
        "sums": parts.sums(made),
        "files": [
            (kind.upper(), reverse("invoices-file", args=[slug, one.key, kind])) for kind in FORMATS
        ],
        "crumbs": crumbs(slug, one, listing=True),
    }
    return show(request, "invoices", seen, context, nav=NAV)


def invoices_file(request: HttpRequest, slug: str, allocation: str, kind: str) -> HttpResponse:
    """Send all invoices of an allocation as tables of which the totals tie."""
    seen, one, known = find(request, slug, allocation)
    if kind not in FORMATS:
        raise Http404
    tables = invoice_tables(one.key, one.reckoned(), known)
    digest = digest_of(repr(tables), kind)
    build = partial(write_tables, f"{seen.region.title}: {one.title}", tables, kind)
    if one.is_public:
        build = partial(exported, digest, kind, build)
    return send(request, kind, f"{slug}-{one.key}-facturen", digest, build)


def fair_shares(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Show the key beside fair and stable shares, and who would be cheaper off alone."""
    seen, one, known = find(request, slug, allocation)
    choices = _games(one)
    chosen = request.GET.get("kosten", choices[0][0])
    if chosen not in dict(choices):
        raise Http404
    context: dict[str, Any] = {
        "allocation": parts.heading(slug, one),
        "games": [(code, words, code == chosen) for code, words in choices],
        "crumbs": crumbs(slug, one, listing=True),
    }
    try:
        found = called(_fair(slug, one, chosen), names(known))
        context |= fair_view(found, one.reckoned().found.programme_cents)
    except RuleError as error:
        context["refused"] = explain(by_name(error, names(known)))
    return show(request, "fair_shares", seen, context, nav=NAV)


def find(
    request: HttpRequest, slug: str, key: str
) -> tuple[Visit, AllocationFacts, list[PartyFacts]]:
    """Return the visit, the allocation and the parties, or raise Http404."""
    seen = visit(request, slug)
    one = allocation(seen.region.pk, key, seen.actor)
    if one is None:
        raise Http404
    return seen, one, parties(seen.region.pk)


def crumbs(
    slug: str, one: AllocationFacts | None = None, *, listing: bool = False
) -> list[dict[str, str]]:
    """Return the way back: money, the list of allocations, one allocation."""
    way = [(reverse("funding", args=[slug]), _("Money"))]
    if listing:
        way.append((reverse("allocations", args=[slug]), _("Who pays what")))
    if one:
        way.append((reverse("allocation", args=[slug, one.key]), f"{one.key} {one.title}"))
    return [{"url": url, "label": label} for url, label in way]


def _line(slug: str, one: AllocationFacts) -> dict[str, Any]:
    made = one.reckoned()
    told = {"period": parts.period(made.plan), "count": len(made.plan.parties)}
    return parts.heading(slug, one) | parts.sums(made) | told


def _neighbours(
    seen: Visit, one: AllocationFacts, made: Reckoned, words: dict[str, str]
) -> dict[str, Any]:
    """Return the allocation before with who pays more than by that one, and those after."""
    known = allocations(seen.region.pk, seen.actor)
    after = [parts.heading(seen.region.slug, row) for row in known if row.based_on == one.key]
    before = next((row for row in known if row.key == one.based_on), None)
    if before is None:
        return {"before": None, "after": after}
    told = effects(before.reckoned().found, made.found, parts.people_of(made.plan))
    return {
        "before": parts.heading(seen.region.slug, before),
        "differs": list(effects_told(told, words)),
        "after": after,
    }


def _games(one: AllocationFacts) -> list[tuple[str, str]]:
    """Return (code, words) of where the costs of groups can come from; the first is shown."""
    found = [(_TYPED, _("as typed in"))] if one.game else []
    found.append((_PARTS, _("the parts of the allocation: who is asked for which")))
    return [*found, (_MEASURES, _("the measures of the agenda: who takes part in which"))]


def _fair(slug: str, one: AllocationFacts, chosen: str) -> GameAnswer:
    if chosen == _TYPED:
        return fair.fair_as_typed(one.content, one.game)
    if chosen == _PARTS:
        return fair.fair_by_parts(one.content)
    agenda = region_record(slug).agenda
    return fair.fair_by_measures(one.content, agenda.measures if agenda else ())
