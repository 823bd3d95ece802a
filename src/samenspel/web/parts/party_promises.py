# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a party promised and got over all deals, and which deals it signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.agenda.queries import leads
from samenspel.core.deals.balance import Balance
from samenspel.deals.queries import (
    CommitmentRow,
    DealRow,
    deal_rows,
    public_titles,
    region_balance,
    region_versions,
)
from samenspel.web.page import Visit
from samenspel.web.parts.commitments import (
    called,
    is_done,
    money_by_year,
    view_commitments,
)
from samenspel.web.parts.deals import mood, state_name
from samenspel.web.parts.sums import view_gifts, view_sum
from samenspel.web.reading import Reading

MOST = 50
"""Commitments that are written out; the page of deals shows the rest."""


@dataclass(frozen=True, slots=True)
class PartyDeal:
    """A deal of a party, and what the party has to do with it."""

    title: str
    url: str
    state: str
    mood: str
    stance: str


def party_promises(
    seen: Visit, read: Reading | None, party: str, parties: Mapping[str, str]
) -> dict[str, Any]:
    """Return what a party brings and gets, and its deals; eight statements."""
    versions = region_versions(seen.region.pk)
    leading = leads(read.latest.pk) if read and read.latest.is_public else {}
    found = region_balance(
        seen.region.pk, seen.region.slug, on=seen.on, known=versions, leads=leading
    )
    own = [row for row in found.rows if row.commitment.party == party]
    late = [one for one in found.late.values() if one.row.commitment.party == party]
    known = called(seen, read, (parties, public_titles(versions)), own, found.late)
    mine = found.parties.get(party, Balance(party))
    listed = deal_rows(versions, seen.actor, on=seen.on, party=party)
    return {
        "promises": view_commitments(own[:MOST], known),
        "promise_figures": _figures(own, len(late)),
        "brings": view_sum(mine.brings, known),
        "gets": view_sum(mine.gets, known),
        "got": view_gifts(mine.gets.gifts, known),
        "promised_years": money_by_year(own),
        "party_deals": [_deal(seen.region.slug, row, party) for row in listed],
    }


def _figures(own: list[CommitmentRow], late: int) -> list[dict[str, str]]:
    told = {"done": sum(map(is_done, own)), "of": len(own)}
    return [
        {"label": _("commitments done"), "value": _("%(done)s of %(of)s") % told},
        {"label": _("past their date"), "value": str(late), "mood": "warn" if late else ""},
    ]


def _deal(slug: str, row: DealRow, party: str) -> PartyDeal:
    return PartyDeal(
        row.title,
        reverse("deal", args=[slug, row.slug]),
        state_name(row.state),
        mood(row.state),
        _stance(row, party),
    )


def _stance(row: DealRow, party: str) -> str:
    if party in row.left:
        return _("gave notice")
    if party in row.signed:
        return _("signed")
    return _("asked to sign") if party in row.waiting else _("at the table")
