# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One deal: its text, what it binds, who signed and who left; and each of its versions."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core import receipt as receipts
from samenspel.core.receipt import Receipt
from samenspel.deals import queries
from samenspel.deals.queries import CommitmentRow, DealPage, VersionPage
from samenspel.documents.receipt import receipt_document, receipt_name
from samenspel.documents.report import report_pdf
from samenspel.ledger.services import head_over
from samenspel.parties.queries import PartyFacts, parties
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.commitments import Promised
from samenspel.web.parts.deal import view_version, view_versions
from samenspel.web.parts.leavers import view_leavers
from samenspel.web.parts.parties import names
from samenspel.web.parts.targets import view_targets
from samenspel.web.reading import Reading, reading
from samenspel.words.receipt import about_receipt


def deal(request: HttpRequest, slug: str, deal: str) -> HttpResponse:
    """Show a deal, in the version in force or else the latest."""
    seen = visit(request, slug)
    page = _found(seen, deal)
    people, read = parties(seen.region.pk), reading(request, seen)
    known = _known(seen, page, people, read)
    agenda = read.latest.pk if read else None
    steps = queries.steps_of(row.pk for row in page.commitments.values())
    municipalities = {one.slug for one in people if one.municipality}
    holder = queries.out_of_balance(page, municipalities)
    context = {
        **view_version(page, page.current, known, steps),
        "deal": deal,
        "crumbs": _crumbs(seen),
        "proposal": _proposal(page, known),
        "unbalanced": known.party(holder) if holder else None,
        "leaving": view_leavers(page, queries.broken(page, agenda, municipalities), known),
        "versions": view_versions(page, known),
    }
    return show(request, "deal", seen, context, nav="deals")


def version(request: HttpRequest, slug: str, deal: str, number: int) -> HttpResponse:
    """Show one version of a deal, as it was or would be agreed."""
    seen = visit(request, slug)
    page = _found(seen, deal)
    chosen = _numbered(page, number)
    known = _known(seen, page, parties(seen.region.pk), reading(request, seen))
    above = (reverse("deal", args=[slug, deal]), page.current.facts.title)
    context = {
        **view_version(page, chosen, known),
        "deal": deal,
        "crumbs": _crumbs(seen, above),
        "is_current": number == page.current.number,
        "current": page.current.number,
    }
    return show(request, "deal_version", seen, context, nav="deals")


def text(request: HttpRequest, slug: str, deal: str, number: int) -> HttpResponse:
    """Send the text that the parties sign the digest of, byte for byte."""
    seen = visit(request, slug)
    signed = queries.signed_text(seen.region.pk, deal, number, seen.actor)
    if signed is None:
        raise Http404
    return _file(signed, f"{slug}-{deal}-{number}.json")


def receipt(request: HttpRequest, slug: str, deal: str, number: int, party: str) -> HttpResponse:
    """Send the receipt of a signature: the text that was signed, and the proof that it was."""
    found = _receipt(visit(request, slug), deal, number, party)
    return _file(receipts.to_text(found, about_receipt()), receipt_name(found, "json"))


def receipt_pdf(
    request: HttpRequest, slug: str, deal: str, number: int, party: str
) -> HttpResponse:
    """Send the receipt of a signature as a document to read."""
    seen = visit(request, slug)
    found = _receipt(seen, deal, number, party)
    made = report_pdf(receipt_document(found, names(parties(seen.region.pk))))
    return _sent(made, "application/pdf", receipt_name(found, "pdf"))


def _receipt(seen: Visit, deal: str, number: int, party: str) -> Receipt:
    """Return the receipt of a signature, or raise Http404 when there is none to see."""
    slug = seen.region.slug
    signed = queries.signed_text(seen.region.pk, deal, number, seen.actor)
    seq = queries.signature_entries(slug, deal).get((number, party))
    if signed is None or seq is None:
        raise Http404
    under = head_over(book=slug, seq=seq, key=settings.LEDGER_KEY, at=seen.at)
    if under is None:
        raise Http404
    return queries.signature_receipt(slug, seq, signed, under)


def _found(seen: Visit, deal: str) -> DealPage:
    """Return a deal, or raise Http404 when the visitor may see none of its versions."""
    page = queries.deal(seen.region.pk, deal, seen.actor, on=seen.on)
    if page is None:
        raise Http404
    return page


def _numbered(page: DealPage, number: int) -> VersionPage:
    for one in page.versions:
        if one.number == number:
            return one
    raise Http404


def _known(
    seen: Visit, page: DealPage, people: Iterable[PartyFacts], read: Reading | None
) -> Promised:
    """Return what everything on the page is called; three statements."""
    rows: list[CommitmentRow] = list(page.commitments.values())
    everything = [one for version in page.versions for one in version.record.commitments]
    title = {page.slug: page.current.facts.title}
    targets = view_targets(seen, read, (one.target for one in everything), title)
    late = {one.row.commitment.key: one for one in queries.late(seen.region.pk, rows, on=seen.on)}
    return Promised(seen.region.slug, names(people), title, targets, late)


def _proposal(page: DealPage, known: Promised) -> dict[str, Any] | None:
    """Return the amendment under way, if the visitor may see one."""
    one = page.open
    if one is None or one.number == page.current.number:
        return None
    return {
        "number": one.number,
        "is_public": one.facts.is_public,
        "waiting": [known.party(slug) for slug in one.waiting],
    }


def _crumbs(seen: Visit, *more: tuple[str, str]) -> list[dict[str, str]]:
    way = [(reverse("deals", args=[seen.region.slug]), _("Deals")), *more]
    return [{"url": url, "label": label} for url, label in way]


def _file(content: str, name: str) -> HttpResponse:
    return _sent(content.encode(), "application/json", name)


def _sent(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
