# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Scenarios in the workbench: kept under a name, published, taken away."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samenspel.core.rights import Act
from samenspel.funding.queries.allocations import ScenarioFacts
from samenspel.funding.queries.allocations import scenario as known_scenario
from samenspel.funding.services.scenarios import (
    ScenarioDraft,
    keep_scenario,
    publish_scenario,
    remove_scenario,
)
from samenspel.parties.queries import parties
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.allocation_acts import KeepForm
from samenspel.web.page import Visit
from samenspel.web.parts.asked_changes import asked
from samenspel.web.parts.parties import names
from samenspel.web.views.workbench.allocations import ask, get
from samenspel.web.views.workbench.desk import desk
from samenspel.web.views.workbench.promising import METHODS, data, where
from samenspel.words.allocations import changes_told


@login_required
@require_http_methods(METHODS)
def scenario_add(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Keep the changes in the address under a name."""
    seen = desk(request, slug, Act.KEEP_SCENARIO)
    item = get(seen, allocation)
    plan = item.reckoned().plan
    want = asked(request.GET, plan)
    if want.errors:  # the page of what-if leads here with what it understood
        raise Http404
    form = KeepForm(data(request))

    def act() -> None:
        typed = form.cleaned_data
        draft = ScenarioDraft(item.key, typed["title"], want.changes, want.way, typed["note"])
        keep_scenario(**where(seen), slug=typed["slug"], draft=draft)

    told = changes_told(want.changes, plan.layers, names(parties(seen.region.pk)))
    context = {
        "title": _("Keep this scenario"),
        "intro": " ".join(told),
        "said": _("The scenario is kept; those with a role in the region can read it."),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def scenario_publish(request: HttpRequest, slug: str, scenario: str) -> HttpResponse:
    """Show a scenario to everyone."""
    seen = desk(request, slug, Act.EDIT_ALLOCATION)
    item = _get(seen, scenario)
    form = ActForm(data(request))

    def act() -> None:
        publish_scenario(**where(seen), slug=item.slug)

    context = {
        "title": _("Publish “%(title)s”") % {"title": item.title},
        "intro": _("Everyone can read it from now on, and it stays."),
        "button": _("Publish"),
        "said": _("The scenario is published."),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def scenario_remove(request: HttpRequest, slug: str, scenario: str) -> HttpResponse:
    """Take away a scenario that was not published."""
    seen = desk(request, slug, Act.KEEP_SCENARIO)
    item = _get(seen, scenario)
    form = ActForm(data(request))

    def act() -> None:
        remove_scenario(**where(seen), slug=item.slug)

    context = {
        "title": item.title,
        "about": _("Its address no longer works."),
        "said": _("The scenario is removed."),
    }
    return ask(request, seen, form, act, context, template="remove")


def _get(seen: Visit, slug: str) -> ScenarioFacts:
    found = known_scenario(seen.region.pk, slug, seen.actor)
    if found is None:
        raise Http404
    return found
