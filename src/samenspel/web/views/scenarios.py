# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What if: all changes in the address, kept scenarios, and two or three of them side by side."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core.errors import RuleError
from samenspel.core.funding.what_if import Changes, what_if
from samenspel.core.rights import Act
from samenspel.funding.queries.allocations import AllocationFacts, ScenarioFacts, scenarios
from samenspel.funding.queries.allocations import allocation as known_allocation
from samenspel.funding.queries.allocations import scenario as known_scenario
from samenspel.parties.queries import parties
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts import allocation as parts
from samenspel.web.parts.asked_changes import Asked, asked
from samenspel.web.parts.compare_scenarios import compared
from samenspel.web.parts.funding_tests import view_without
from samenspel.web.parts.parties import by_name, names
from samenspel.web.parts.what_if import form_choices, what_if_page
from samenspel.web.reading import reading
from samenspel.web.views.allocations import NAV, crumbs, find
from samenspel.web.views.funding import money
from samenspel.words.errors import explain

MOST_COMPARED = 3


def what_if_view(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Show what becomes of an allocation after the changes in the address."""
    seen, one, known = find(request, slug, allocation)
    made = one.reckoned()
    want = asked(request.GET, made.plan)
    if not want.errors and request.GET.urlencode() != want.query:
        here = reverse("what-if", args=[slug, one.key])
        return HttpResponseRedirect(f"{here}?{want.query}" if want.query else here)
    errors, words = list(want.errors), names(known)
    try:
        found = what_if(made.plan, want.changes, want.way, base=made.found)
    except RuleError as error:
        errors.append(explain(by_name(error, words)))
        want = Asked(Changes())
        found = what_if(made.plan, want.changes, base=made.found)
    context = {
        "allocation": parts.heading(slug, one),
        "errors": errors,
        "is_changed": bool(want.query),
        "form": form_choices(made.plan, want.changes),
        "crumbs": crumbs(slug, one, listing=True),
        "may_keep": seen.may(Act.KEEP_SCENARIO),
        "co_funding": _co_funding(request, seen, want.changes),
        **what_if_page(made, found, want, words),
    }
    status = 400 if errors else 200
    return show(request, "what_if", seen, context, nav=NAV, status=status)


def scenario(request: HttpRequest, slug: str, scenario: str) -> HttpResponse:
    """Show a scenario that was kept."""
    seen = visit(request, slug)
    one = known_scenario(seen.region.pk, scenario, seen.actor)
    if one is None:
        raise Http404
    of = _allocation(seen, one)
    made, want = of.reckoned(), Asked(one.changed, one.way)
    others = [row for row in scenarios(seen.region.pk, seen.actor) if row.slug != one.slug]
    context = {
        "scenario": one,
        "allocation": parts.heading(slug, of),
        "others": others,
        "crumbs": crumbs(slug, of, listing=True),
        "may_publish": seen.may(Act.EDIT_ALLOCATION),
        "co_funding": _co_funding(request, seen, want.changes),
        **what_if_page(made, one.outcome(of), want, names(parties(seen.region.pk))),
    }
    return show(request, "scenario", seen, context, nav=NAV)


def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Show two or three scenarios side by side."""
    seen = visit(request, slug)
    known = {one.slug: one for one in scenarios(seen.region.pk, seen.actor)}
    wanted = list(dict.fromkeys(request.GET.getlist("s")))
    if any(one not in known for one in wanted):
        raise Http404
    chosen = [known[one] for one in wanted[:MOST_COMPARED]]
    context: dict[str, Any] = {
        "scenarios": [(one, one in chosen) for one in known.values()],
        "too_many": len(wanted) > MOST_COMPARED,
        "crumbs": crumbs(slug, listing=True),
        "title": _("Scenarios side by side"),
    }
    if chosen:
        pairs = [(one, _allocation(seen, one)) for one in chosen]
        context |= compared(pairs, names(parties(seen.region.pk)))
    return show(request, "scenarios", seen, context, nav=NAV)


def _co_funding(request: HttpRequest, seen: Visit, changes: Changes) -> list[tuple[str, str, str]]:
    """Return what it does to the co-financing in the funding plan when parties are left out."""
    if not changes.left_out:
        return []
    found = money(seen, reading(request, seen))
    return view_without(found.plan, changes.left_out, found.called)


def _allocation(seen: Visit, one: ScenarioFacts) -> AllocationFacts:
    of = known_allocation(seen.region.pk, one.allocation, seen.actor)
    if of is None:
        raise Http404
    return of
