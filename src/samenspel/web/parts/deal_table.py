# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Deals and commitments as the workbench lists them, and who signed what with which receipt."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.deals.states import LEAVABLE, TAKES_BACK
from samenspel.core.rights import Act
from samenspel.deals.queries import (
    CommitmentRow,
    DealPage,
    DealRow,
    OverdueRow,
    SignatureFacts,
    VersionPage,
)
from samenspel.web.page import Visit
from samenspel.web.parts.agreed import Called, decided_by, size
from samenspel.web.parts.deals import mood, state_name
from samenspel.words.deals import RUNGS
from samenspel.words.formats import long_date
from samenspel.words.promises import days


@dataclass(frozen=True, slots=True)
class DealLine:
    """A deal in a list."""

    slug: str
    title: str
    state: str
    mood: str
    open: str
    signed: str
    waiting: str


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A commitment in a list; ``late`` says for how long, empty when it is not."""

    key: str
    what: str
    party: str
    size: str
    rung: str
    late: str
    mine: bool


@dataclass(frozen=True, slots=True)
class TakenBackView:
    """When a party took its signature back, and why."""

    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class PartyLine:
    """
    A party at the table of a version: whether it signed, with what, or leaves.

    ``receipt`` and the addresses are empty where there is none or it may not; ``taken_back`` says
    when it took its signature back and why.
    """

    name: str
    must: bool
    signed: str
    mandate: str
    held_back: list[str]
    receipt: str
    left: str
    sign_url: str
    leave_url: str
    back_url: str
    taken_back: TakenBackView | None


def deal_lines(rows: Iterable[DealRow], called: Called) -> list[DealLine]:
    """Return deals ready to be listed."""
    return [
        DealLine(
            slug=row.slug,
            title=row.title,
            state=capfirst(state_name(row.state)),
            mood=mood(row.state),
            open=_open(row),
            signed=_("%(signed)s of %(parties)s")
            % {"signed": len(row.signed), "parties": len(row.parties)},
            waiting=", ".join(map(called.party, row.waiting)),
        )
        for row in rows
    ]


def promise_lines(
    rows: Iterable[CommitmentRow], late: Iterable[OverdueRow], called: Called, seen: Visit
) -> list[PromiseLine]:
    """Return commitments ready to be listed; those the visitor may do something with are mine."""
    past = {one.row.commitment.key: one.days for one in late}
    return [
        PromiseLine(
            key=one.key,
            what=one.what,
            party=called.party(one.party),
            size=size(one),
            rung=capfirst(str(RUNGS[row.rung].name)),
            late=_late(past.get(one.key, 0)),
            mine=seen.may(Act.EDIT_COMMITMENT, one.party),
        )
        for row in rows
        for one in (row.commitment,)
    ]


def party_lines(
    seen: Visit, page: DealPage, version: VersionPage, called: Called
) -> list[PartyLine]:
    """Return who sits at the table of a version."""
    lines = []
    for party in version.record.terms.parties:
        signature, left = version.signed.get(party), version.left.get(party)
        may, args = seen.may(Act.SIGN_DEAL, party), [seen.region.slug, page.slug, party]
        leaves = signature and not left and version.state in LEAVABLE
        fresh = party in {one.party for one in version.facts.signatures}
        backs = may and fresh and version.state in TAKES_BACK
        lines.append(
            PartyLine(
                name=called.party(party),
                must=party in version.facts.must_sign and party in version.waiting,
                signed=long_date(timezone.localdate(signature.at)) if signature else "",
                mandate=decided_by(signature.organ, signature.decided_on) if signature else "",
                held_back=[one.text for one in signature.reservations] if signature else [],
                receipt=_receipt(seen.region.slug, page, signature) if signature else "",
                left=long_date(left.effective_on) if left else "",
                sign_url=reverse("workbench-deal-sign", args=args)
                if may and party in version.waiting
                else "",
                leave_url=reverse("workbench-deal-leave", args=args) if may and leaves else "",
                back_url=reverse("workbench-deal-take-back", args=args) if backs else "",
                taken_back=taken_back(version, party),
            )
        )
    return lines


def taken_back(version: VersionPage, party: str) -> TakenBackView | None:
    """Return when a party last took its signature back, and why; None when its signature stands."""
    if party not in version.signed:
        for one in reversed(version.facts.taken_back):
            if one.party == party:
                return TakenBackView(long_date(timezone.localdate(one.at)), one.reason)
    return None


def _receipt(region: str, page: DealPage, one: SignatureFacts) -> str:
    """Return the address of the receipt of a signature, under whichever version it was given."""
    signed = (version.number for version in page.versions if version.facts.digest == one.digest)
    number = next(signed, None)
    if number is None:
        return ""
    return reverse("deal-receipt", args=[region, page.slug, number, one.party])


def _open(row: DealRow) -> str:
    """Return what is under way beside the version in force."""
    if row.open is None or row.open is row.state:
        return ""
    return _("amendment: %(state)s") % {"state": state_name(row.open)}


def _late(count: int) -> str:
    return _("%(days)s late") % {"days": days(count)} if count else ""
