# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What all pages of the workbench about deals and commitments start and end with."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core.deals.commitment import TargetKind
from samenspel.deals.queries import (
    CommitmentRow,
    DealPage,
    commitment,
    deal,
    deals,
)
from samenspel.parties.queries import parties
from samenspel.web.forms.commitment import Groups
from samenspel.web.page import Visit
from samenspel.web.parts.agreed import Called, targets_of
from samenspel.web.views.workbench.desk import Refusal, Work, done, show_desk, submit

METHODS = ["GET", "HEAD", "POST"]

_NAV = "workbench-deals"


def called(seen: Visit, there: Work) -> Called:
    """Return what parties, and all to which something can be promised, are called."""
    titles = {one.slug: one.title for one in deals(seen.region.pk, seen.actor, on=seen.on)}
    names = {one.slug: one.name for one in parties(seen.region.pk)}
    return Called(names, targets_of(there.record.agenda, titles))


def targets(known: Called) -> Groups:
    """Return all to which something can be promised, by kind."""
    heads = {
        TargetKind.MEASURE: _("Measures"),
        TargetKind.GOAL: _("Goals"),
        TargetKind.DEAL: _("Deals"),
    }
    return [
        (head, [pair for pair in known.targets.items() if pair[0].startswith(f"{kind}:")])
        for kind, head in heads.items()
    ]


def find_deal(seen: Visit, slug: str) -> DealPage | None:
    """Return a deal that the visitor may see, or None."""
    return deal(seen.region.pk, slug, seen.actor, on=seen.on)


def get_deal(seen: Visit, slug: str) -> DealPage:
    """Return a deal that the visitor may see, or raise Http404."""
    found = find_deal(seen, slug)
    if found is None:
        raise Http404
    return found


def get_commitment(seen: Visit, key: str) -> CommitmentRow:
    """Return a commitment that the visitor may see, or raise Http404."""
    found = commitment(seen.region.pk, key, seen.actor)
    if found is None:
        raise Http404
    return found


def where(seen: Visit) -> dict[str, Any]:
    """Return what every act is told: where, by whom, when."""
    return {"region": seen.region.slug, "actor": seen.actor, "at": seen.at}


def data(request: HttpRequest) -> Any:
    """Return what was typed, None when the form is shown for the first time."""
    return request.POST if request.method == "POST" else None


def to_deal(seen: Visit, slug: str) -> str:
    """Return the address of a deal in the workbench."""
    return reverse("workbench-deal", args=[seen.region.slug, slug])


def to_commitment(seen: Visit, key: str) -> str:
    """Return the address of a commitment in the workbench."""
    return reverse("workbench-commitment", args=[seen.region.slug, key])


def ask(
    request: HttpRequest,
    seen: Visit,
    form: Any,
    act: Callable[[], object],
    context: Mapping[str, Any],
    *,
    template: str = "form",
) -> HttpResponse:
    """
    Show a form about a deal or commitment; with a POST that is right, do *act* and go back.

    *context* has ``up``, (address, words) of the page about it; ``said``, the words when it is
    done; ``then``, where to go if not up; and what the template asks.
    """
    refusal = submit(form, act) if request.method == "POST" else None
    if request.method == "POST" and refusal is None:
        return done(request, context["said"], context.get("then", context["up"][0]))
    return show(request, template, seen, {"form": form, "refusal": refusal, **context})


def show(
    request: HttpRequest, template: str, seen: Visit, context: Mapping[str, Any]
) -> HttpResponse:
    """Show a page below the list of deals, and below ``up`` when the context has that."""
    refusal: Refusal | None = context.get("refusal")
    crumbs = [(reverse(_NAV, args=[seen.region.slug]), _("Deals"))]
    if up := context.get("up"):
        crumbs.append(up)
    whole = {"back": crumbs[-1][0], "refusal": None, **context}
    status = refusal.status if refusal else 200
    return show_desk(request, template, seen, whole, nav=_NAV, crumbs=crumbs, status=status)
