# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Deals as pages show them: where each stands, who signed, what it binds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.core.deals.commitment import Kind
from samenspel.core.deals.states import DealState
from samenspel.deals.queries import CommitmentRow, DealRow, VersionPage
from samenspel.words.deals import DEAL_STATES
from samenspel.words.formats import euro, long_date, short_date

_MOODS = {
    DealState.DRAFT: "none",
    DealState.PROPOSED: "info",
    DealState.IN_FORCE: "good",
    DealState.LAPSED: "warn",
}


@dataclass(frozen=True, slots=True)
class DealView:
    """A deal in a list; texts are empty where there is nothing to tell."""

    title: str
    url: str
    state: str
    mood: str
    since: str
    term: str
    parties: int
    signed: int
    waiting: list[str]
    left: list[str]
    reservations: int
    money: str
    open: str
    unrecorded: bool
    unsigned: bool


def view_deals(
    slug: str, rows: Iterable[DealRow], names: Mapping[str, str], bound: Iterable[CommitmentRow]
) -> list[DealView]:
    """Return deals ready to be shown; *bound* are the commitments that the visitor may see."""
    cents = money_bound(bound)
    return [
        DealView(
            title=row.title,
            url=reverse("deal", args=[slug, row.slug]),
            state=state_name(row.state),
            mood=mood(row.state),
            since=long_date(timezone.localdate(row.in_force_at)) if row.in_force_at else "",
            term=short_date(row.ends_on) if row.ends_on else "",
            parties=len(row.parties),
            signed=len(row.signed),
            waiting=[names.get(one, one) for one in row.waiting],
            left=[names.get(one, one) for one in row.left],
            reservations=row.reservations,
            money=euro(cents[row.slug]) if row.slug in cents else "",
            open=_open(row),
            unrecorded=unrecorded(row),
            unsigned=unsigned(row),
        )
        for row in rows
    ]


def money_bound(rows: Iterable[CommitmentRow]) -> dict[str, int]:
    """Return deal -> the cents that it binds, of deals that bind any money."""
    cents: dict[str, int] = {}
    for row in rows:
        if row.commitment.kind is Kind.MONEY:
            for deal in row.deals:
                cents[deal] = cents.get(deal, 0) + (row.commitment.cents or 0)
    return cents


def state_name(state: DealState) -> str:
    """Return the name of a state."""
    return str(DEAL_STATES[state].name)


def unrecorded(version: DealRow | VersionPage) -> bool:
    """
    Tell whether a deal was over before it was written down here, and no signature is known.

    Then who signed cannot be told; a proposal that was open to sign and got none, nobody signed.
    """
    if version.state not in {DealState.ENDED, DealState.LAPSED} or version.signed:
        return False
    facts = version if isinstance(version, DealRow) else version.facts
    return facts.ends_on is None or facts.ends_on < timezone.localdate(facts.state_since)


def unsigned(version: DealRow | VersionPage) -> bool:
    """Tell whether a proposal was open to sign, and nobody had when its last day was over."""
    return version.state is DealState.ENDED and not version.signed and not unrecorded(version)


def mood(state: DealState) -> str:
    """Return the colour of a state."""
    return _MOODS.get(state, "")


def _open(row: DealRow) -> str:
    """Return that an amendment is under way, of a deal that is in force or was."""
    if row.open is DealState.PROPOSED and row.state is not DealState.PROPOSED:
        return _("a change is proposed")
    if row.open is DealState.DRAFT and row.state is not DealState.DRAFT:
        return _("a change is being written")
    return ""
