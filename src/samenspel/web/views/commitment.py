# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One commitment: how far it is and by what proof, on what it depends, what it is part of."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core.deals.commitment import Condition, Outcome
from samenspel.deals import queries
from samenspel.deals.queries import CommitmentRow
from samenspel.ledger.queries import entries
from samenspel.parties.queries import parties
from samenspel.web.page import show, visit
from samenspel.web.parts.acts import view_acts
from samenspel.web.parts.commitments import promised, view_commitment
from samenspel.web.parts.parties import names
from samenspel.web.parts.promise import (
    ReservationView,
    view_promise,
    view_reservation,
    view_steps,
)
from samenspel.web.reading import reading

ACTS = 10


def commitment(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one commitment."""
    seen = visit(request, slug)
    row = queries.commitment(seen.region.pk, key, seen.actor)
    if row is None:
        raise Http404
    called, read = names(parties(seen.region.pk)), reading(request, seen)
    known, taken = promised(seen, read, called, [row]), queries.steps(row.pk)
    held = [view_reservation(one, who, known) for who, one in queries.held_back(row.pk)]
    one = view_promise(row.commitment, known, row=row, taken=taken, held=held)
    acts = entries(slug, object=f"commitment:{key}")[:ACTS]
    context = {
        "crumbs": [{"url": reverse("deals", args=[slug]), "label": _("Deals")}],
        "one": replace(one, reservations=[_here(each) for each in one.reservations]),
        "brief": view_commitment(row, known),
        "history": view_steps(taken),
        "settled": _settled(row),
        "is_public": row.published,
        "acts": view_acts(seen, read, acts, called),
    }
    return show(request, "commitment", seen, context, nav="deals")


def _here(one: ReservationView) -> ReservationView:
    """Return a reservation without the code of the commitment, which the page is about."""
    return replace(one, commitment="")


def _settled(row: CommitmentRow) -> list[tuple[Condition, str]]:
    """Return each condition that came to an end, with its proof."""
    if all(one.outcome is Outcome.OPEN for one in row.commitment.conditions):
        return []
    conditions = row.commitment.conditions
    return [(conditions[one.number - 1], one.evidence) for one in queries.settled(row.pk)]
