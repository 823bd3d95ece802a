# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel deals``: what the parties of a region agreed, what is late, and who helps whom."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.problems import Problem
from samenspel.cli.receipt_file import receipt_flags, written
from samenspel.cli.speaking import _
from samenspel.core.changes import plain
from samenspel.core.rights import INSTALLATION

if TYPE_CHECKING:
    from datetime import date

    from samenspel.core.deals.balance import Total
    from samenspel.deals.queries import DealPage, DealRow, OverdueRow, VersionPage
    from samenspel.regions.queries import RegionFacts

_region = click.option("--region", required=True, help="Address of the region, such as 'twente'.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_slug = click.argument("deal")


@click.group(no_args_is_help=False)
def deals() -> None:
    """Show deals, what is past its date, and who helps whom."""


@deals.command("list")
@installation_flags
@_region
@_json
def list_(region: str, *, as_json: bool) -> None:
    """Show the deals of a region, drafts included."""
    place, today = _opened(region)
    from samenspel.deals.queries import deals as rows_of
    from samenspel.words.deals import DEAL_STATES

    rows = rows_of(place.pk, INSTALLATION, on=today)
    if as_json:
        _print_json([asdict(row) for row in rows])
        return
    click.echo(_("Deals: %(count)s") % {"count": len(rows) or _("none")})
    for row in rows:
        signed = _("%(signed)s of %(parties)s signed") % {
            "signed": len(row.signed),
            "parties": len(row.parties),
        }
        click.echo(f"  {row.slug}: {row.title}")
        click.echo(f"    {DEAL_STATES[row.state].name}, {signed}{_more(row)}")


@deals.command()
@installation_flags
@_slug
@_region
@_json
def show(deal: str, region: str, *, as_json: bool) -> None:
    """Show one deal: its text, its commitments and how far they are, who signed and who left."""
    place, today = _opened(region)
    page = _page(place, deal, today)
    if as_json:
        _print_json(_deal_data(page))
        return
    for line in _deal_lines(page):
        click.echo(line)


@deals.command()
@installation_flags
@_region
@_json
def overdue(region: str, *, as_json: bool) -> None:
    """Show what is past its date without evidence, the longest first."""
    place, today = _opened(region)
    from samenspel.deals.queries import overdue as late_ones
    from samenspel.words.deals import ESCALATIONS

    rows = late_ones(place.pk, on=today)
    if as_json:
        _print_json([_late_data(row) for row in rows])
        return
    click.echo(_("Past their date: %(count)s") % {"count": len(rows) or _("none")})
    for late in rows:
        one = late.row.commitment
        step = f"; {ESCALATIONS[late.escalation].name}" if late.escalation else ""
        click.echo(f"  {one.key} {one.party}: {one.what}")
        since = _("since %(day)s, %(days)s days") % {"day": one.ends_on, "days": late.days}
        click.echo(f"    {since}{step}")
        unexplained = _("The party has not explained it yet.")
        click.echo(f"    {late.row.explanation or unexplained}")


@deals.command()
@installation_flags
@_region
@_json
def balance(region: str, *, as_json: bool) -> None:
    """Show what each party brings and gets by all that is promised."""
    place, today = _opened(region)
    from samenspel.deals.queries import region_balance

    found = region_balance(place.pk, region, on=today)
    if as_json:
        cells = [
            {"giver": giver, "taker": taker, **_total_data(total)}
            for (giver, taker), total in sorted(found.cells.items())
        ]
        sides = {
            party: {"brings": _total_data(one.brings), "gets": _total_data(one.gets)}
            for party, one in sorted(found.parties.items())
        }
        _print_json({"parties": sides, "cells": cells})
        return
    lines = [(_("party"), _("brings"), _("gets"))]
    for party, one in sorted(found.parties.items()):
        lines.append((party or _("(the region)"), _size(one.brings), _size(one.gets)))
    for line in _columns(lines):
        click.echo(line)


@deals.command()
@installation_flags
@_slug
@click.argument("party")
@_region
@click.option("--version", "number", type=int, help="Which version; else the latest it signed.")
@click.option("--output", type=click.File("wb", lazy=True), default="-", help="File; else stdout.")
@receipt_flags
def receipt(
    deal: str, party: str, region: str, number: int | None, output: Any, **face: str
) -> None:
    """
    Write the receipt of a signature: what was signed, and the proof.

    'ledger verify-receipt' checks the JSON without the ledger; the PDF is to read.
    """
    place = _opened(region)[0]
    from samenspel.deals.queries import signature_entries, signature_receipt, signed_text

    signed = signature_entries(region, deal)
    numbers = [one for one, who in signed if who == party and number in {None, one}]
    if not numbers:
        raise Problem(_not_signed(number) % {"party": party, "deal": deal, "number": number})
    chosen = max(numbers)
    text = signed_text(place.pk, deal, chosen, INSTALLATION) or ""
    found = signature_receipt(region, signed[chosen, party], text, _head(region))
    output.write(written(found, place, **face))


def _not_signed(number: int | None) -> str:
    if number:
        return _(
            "%(party)s has not signed version %(number)s of %(deal)s. "
            "'samenspel deals show' tells who did."
        )
    return _(
        "%(party)s has not signed any version of %(deal)s. 'samenspel deals show' tells who did."
    )


def _opened(region: str) -> tuple["RegionFacts", "date"]:
    """Return a region of this installation, and the day."""
    open_installation()
    known_region(region)
    from django.utils import timezone

    from samenspel.regions.queries import region as facts_of

    place = facts_of(region)
    assert place is not None  # noqa: S101 - known_region has looked
    return place, timezone.localdate()


def _page(place: "RegionFacts", slug: str, today: "date") -> "DealPage":
    from samenspel.deals.queries import deal

    page = deal(place.pk, slug, INSTALLATION, on=today)
    if page is None:
        refusal = _(
            "%(region)s has no deal '%(deal)s'. 'samenspel deals list' shows those there are."
        )
        raise Problem(refusal % {"region": place.slug, "deal": slug})
    return page


def _head(region: str) -> Any:
    """Return the head over all entries, signed now if it was not."""
    from django.conf import settings
    from django.utils import timezone

    from samenspel.ledger.services import sign_head

    return sign_head(book=region, key=settings.LEDGER_KEY, at=timezone.now())


def _more(row: "DealRow") -> str:
    told = [(_("waiting for %(who)s"), row.waiting), (_("left by %(who)s"), row.left)]
    return "".join(f"; {words % {'who': ', '.join(who)}}" for words, who in told if who)


def _deal_lines(page: "DealPage") -> Iterator[str]:
    from samenspel.words.deals import DEAL_STATES, RUNGS
    from samenspel.words.promises import quantity

    one, terms = page.current, page.current.record.terms
    yield _("%(title)s (%(slug)s), version %(number)s: %(state)s") % {
        "title": terms.title,
        "slug": page.slug,
        "number": one.number,
        "state": DEAL_STATES[one.state].name,
    }
    yield ""
    yield terms.text
    yield ""
    yield _("Commitments:")
    for promised in one.record.commitments:
        row = page.commitments.get(promised.key)
        stands = row.commitment if row else promised
        how_far = RUNGS[row.rung].name if row else _("no longer there")
        much = f" ({found})" if (found := quantity(stands)) else ""
        yield f"  {promised.key} {stands.party}: {stands.what}{much}: {how_far}"
        if promised.key in {each.key for each in one.unsigned}:
            proposed = _("proposed, not signed")
            yield f"    {proposed}: {promised.what} ({quantity(promised)})"
    yield _("Parties:")
    yield from _party_lines(one)
    if page.open and page.open.number != one.number:
        state = DEAL_STATES[page.open.state].name
        waiting = ", ".join(page.open.waiting) or _("nobody")
        yield _("Version %(number)s is %(state)s, waiting for %(who)s.") % {
            "number": page.open.number,
            "state": state,
            "who": waiting,
        }


def _party_lines(version: "VersionPage") -> Iterator[str]:
    for party in version.record.terms.parties:
        signature, left = version.signed.get(party), version.left.get(party)
        signed = _("signed %(day)s") % {"day": f"{signature.at:%Y-%m-%d}"} if signature else ""
        signed = signed or _("not signed")
        yield f"  {party}: {signed}"
        for held in signature.reservations if signature else ():
            said = _("reservation on %(what)s: %(text)s")
            yield "    " + said % {"what": held.commitment or held.clause, "text": held.text}
        if left:
            said = _("leaves on %(day)s: %(reason)s")
            yield "    " + said % {"day": left.effective_on, "reason": left.reason}


def _deal_data(page: "DealPage") -> dict[str, Any]:
    return {
        "slug": page.slug,
        "current": page.current.number,
        "open": page.open.number if page.open else None,
        "rungs": {key: row.rung for key, row in page.commitments.items()},
        "versions": [
            {
                "number": one.number,
                "state": one.state,
                "digest": one.facts.digest,
                **asdict(one.record),
                "signatures": [asdict(signed) for signed in one.facts.signatures],
                "withdrawals": [asdict(left) for left in one.facts.withdrawals],
                "waiting": one.waiting,
            }
            for one in page.versions
        ],
    }


def _late_data(late: "OverdueRow") -> dict[str, Any]:
    one = late.row.commitment
    return {
        "commitment": one.key,
        "party": one.party,
        "what": one.what,
        "ends_on": one.ends_on,
        "days": late.days,
        "escalation": late.escalation,
        "explanation": late.row.explanation,
    }


def _total_data(total: "Total") -> dict[str, Any]:
    keys = [gift.key for gift in total.gifts]
    return {"cents": total.cents, "hours": total.hours, "commitments": keys}


def _size(total: "Total") -> str:
    from samenspel.words.formats import euro
    from samenspel.words.promises import hours

    told = [euro(total.cents)] if total.cents is not None else []
    told += [hours(total.hours)] if total.hours is not None else []
    return ", ".join(told) or (
        _("%(count)s in words") % {"count": len(total.gifts)} if total.gifts else "-"
    )


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _print_json(data: Sequence[Any] | Mapping[str, Any]) -> None:
    click.echo(json.dumps(data, indent=2, ensure_ascii=False, default=plain))
