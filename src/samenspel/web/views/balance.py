# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who helps whom in a region, by all that was promised."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core.deals.balance import THE_REGION, Balance, Total
from samenspel.deals.queries import RegionBalance, region_balance
from samenspel.parties.queries import parties
from samenspel.web.page import show, visit
from samenspel.web.parts.commitments import Promised
from samenspel.web.parts.parties import names
from samenspel.web.parts.sums import SumView, view_gifts, view_sum
from samenspel.web.parts.targets import Named


@dataclass(frozen=True, slots=True)
class CellView:
    """What one party does for another; None when it does nothing."""

    taker: str
    total: SumView | None


@dataclass(frozen=True, slots=True)
class GiverView:
    """A row of the matrix, and the same in words: (what, how much, for whom)."""

    party: Named
    cells: list[CellView]
    gifts: list[tuple[Named, str, list[str]]]


@dataclass(frozen=True, slots=True)
class BalanceView:
    """What a party brings and gets over all."""

    party: Named
    brings: SumView
    gets: SumView


def balance(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who helps whom: a balance by party, and a matrix."""
    seen = visit(request, slug)
    found = region_balance(seen.region.pk, slug, on=seen.on)
    called = names(parties(seen.region.pk)) | {THE_REGION: _("the region as a whole")}
    known = Promised(slug, called, {}, {}, found.late)
    givers = [one for one in called if any(giver == one for giver, _taker in found.cells)]
    takers = [one for one in called if any(taker == one for _giver, taker in found.cells)]
    context = {
        "crumbs": [{"url": reverse("deals", args=[slug]), "label": _("Deals")}],
        "takers": [called[one] for one in takers],
        "givers": [_giver(one, takers, found, known) for one in givers],
        "balances": [_balance(found.parties[one], known) for one in called if one in found.parties],
    }
    return show(request, "balance", seen, context, nav="deals")


def _giver(giver: str, takers: list[str], found: RegionBalance, known: Promised) -> GiverView:
    return GiverView(
        _party(giver, known),
        [_cell(known.parties[one], found.cells.get((giver, one)), known) for one in takers],
        view_gifts(found.parties[giver].brings.gifts, known),
    )


def _cell(taker: str, total: Total | None, known: Promised) -> CellView:
    return CellView(taker, view_sum(total, known) if total else None)


def _balance(one: Balance, known: Promised) -> BalanceView:
    return BalanceView(
        _party(one.party, known), view_sum(one.brings, known), view_sum(one.gets, known)
    )


def _party(party: str, known: Promised) -> Named:
    return known.party(party) if party != THE_REGION else Named(known.parties[party])
