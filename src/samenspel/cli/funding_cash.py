# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel funding cash`` and ``sisa``: what was received and paid, and the yearly account."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.output import deliver, output_flags
from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _

if TYPE_CHECKING:
    from samenspel.funding.queries import CashBook, SisaPage
    from samenspel.sources.tables import Table

FORMATS = ("text", "json", "csv", "xlsx", "ods")

_region = click.option("--region", required=True, help="Address of the region, such as 'twente'.")
_format = click.option("--format", "kind", type=click.Choice(FORMATS), default="text")


@click.command()
@installation_flags
@output_flags
@_region
@_format
@click.option("--year", type=int, help="Show only this year; files hold all years.")
def cash(region: str, *, kind: str, year: int | None) -> None:
    """Show what the cashier received, paid out and has left, and what will be spent in time."""
    book = _book(region)
    if kind == "text":
        for line in _cash_lines(book, year):
            click.echo(line)
        return
    from samenspel.funding.queries import cash_tables

    _deliver(region, cash_tables(book), kind)


@click.command()
@installation_flags
@output_flags
@_region
@_format
@click.option("--year", type=int, required=True, help="The year that is accounted for.")
@click.option("--source", help="Only the table of this source.")
def sisa(region: str, *, kind: str, year: int, source: str | None) -> None:
    """Show the tables for SiSa of a year: per measure what was spent and what was answered."""
    book = _book(region)
    pages = list(_pages(book, year, source))
    if not pages:
        refusal = _("%(region)s has no table for SiSa of %(year)s here.")
        raise Problem(refusal % {"region": region, "year": year})
    if kind == "text":
        for page in pages:
            for line in _sisa_lines(page):
                click.echo(line)
        return
    from samenspel.funding.queries import sisa_export

    _deliver(region, [sisa_export(page) for page in pages], kind)


def _book(region: str) -> "CashBook":
    open_installation()
    region_id = known_region(region)
    from django.utils import timezone

    from samenspel.funding.queries import cash_book

    return cash_book(region_id, region, on=timezone.localdate())


def _deliver(region: str, tables: "Sequence[Table]", kind: str) -> None:
    from samenspel.sources.tables import write_tables

    deliver(write_tables(region, tables, kind), kind.upper(), text=kind == "json")


def _cash_lines(book: "CashBook", year: int | None) -> Iterator[str]:
    from samenspel.core.funding.cash import cash as together
    from samenspel.core.funding.cash import cash_by
    from samenspel.words.cashier import COURSES, about
    from samenspel.words.formats import euro

    payments = [one for one in book.payments if year in {None, one.year}]
    found = cash_by(payments, lambda one: one.source)
    rows: list[tuple[str, ...]] = [(_("source"), _("received"), _("paid out"), _("left"))]
    for key, one in [*found.items(), (_("together"), together(payments))]:
        name = f"{key} {book.sources[key].name}" if key in book.sources else key
        cents = (one.received_cents, one.spent_cents, one.balance_cents)
        rows.append((name, *map(euro, cents)))
    yield from _columns(rows)
    yield ""
    rows = [
        (
            _("source"),
            _("project"),
            _("planned"),
            _("spent"),
            _("expected"),
            _("how it goes"),
        )
    ]
    for line in book.forecasts:
        planned, expected = line.planned_cents, line.expected_cents
        rows.append(
            (
                line.source,
                line.measure or f"({_('programme')})",
                "-" if planned is None else euro(planned),
                euro(line.cash.spent_cents),
                "-" if expected is None else euro(about(expected)),
                str(COURSES[line.course].name),
            )
        )
    yield from _columns(rows)


def _pages(book: "CashBook", year: int, source: str | None) -> "Iterator[SisaPage]":
    from samenspel.funding.queries import sisa_page

    for facts in book.sisa:
        if source in {None, facts.source}:
            page = sisa_page(facts, year, book.payments)
            if page and (page.rows or page.version):
                yield page


def _sisa_lines(page: "SisaPage") -> Iterator[str]:
    from samenspel.core.funding.sisa import deadline, totals
    from samenspel.words.cashier import answer_text
    from samenspel.words.formats import long_date

    version = page.version
    locked = version.digest if version else ""
    state = _("locked, SHA-256 %(digest)s") % {"digest": locked} if locked else _("open")
    yield f"{page.facts.source} {page.facts.name}, {page.year}: {state}"
    yield _("To be handed in by %(day)s.") % {"day": long_date(deadline(page.year))}
    rows: list[tuple[str, ...]] = [
        (_("project"), *(f"{one.code} {one.label}" for one in page.columns))
    ]
    cells = [(row.measure or _("programme"), row.cells) for row in page.rows]
    for name, answers in [*cells, (_("total"), totals(page.columns, page.rows))]:
        pairs = zip(page.columns, answers, strict=True)
        rows.append((name, *(answer_text(column, one) for column, one in pairs)))
    yield from _columns(rows)
    yield ""


def _columns(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    found = list(rows)
    widths = [max(map(len, column)) for column in zip(*found, strict=True)]
    for row in found:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
