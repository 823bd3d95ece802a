# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The cash of a region as tables for a controller: every figure with its payments and lines.

Headings are Dutch as in the workbook. Amounts are euros with their cents, exact, and days are days:
a spreadsheet can go on reckoning with both.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from samenspel.core.funding.cash import Cash, Payment, cash
from samenspel.core.funding.forecast import Course
from samenspel.core.funding.sisa import COMPUTED, Answer, Column, totals
from samenspel.sources.payment_files import DIRECTION_WORDS, KIND_WORDS
from samenspel.sources.tables import Cell, Table

from .cash_book import CashBook
from .sisa import SisaFacts, SisaPage, sisa_page, years_of

Rows = Iterator[tuple[Cell, ...]]

TOTAL = "Totaal"

_DIRECTIONS = {one: word for word, one in DIRECTION_WORDS.items()}
_KINDS = {one: word for word, one in KIND_WORDS.items()}
"""The words that a file with payments is read by."""

_COURSES = {
    Course.ON_COURSE: "op koers",
    Course.UNDERSPENDING: "loopt achter",
    Course.AHEAD: "loopt voor",
    Course.LEFT_OVER: "geld over",
    Course.OVERSPENT: "boven het plan",
    Course.NOT_PLANNED: "niet in het plan",
    Course.TOO_EARLY: "te vroeg om te zeggen",
    Course.NO_END: "geen einddatum",
}

_PAYMENTS = (
    *(("reference", "Boekstuk"), ("day", "Datum"), ("direction", "Richting"), ("kind", "Soort")),
    *(("source", "Bron"), ("party", "Partij"), ("measure", "Maatregel"), ("year", "Telt in jaar")),
    *(("amount", "Bedrag"), ("received", "Telt als ontvangen"), ("spent", "Telt als besteed")),
    *(("evidence", "Bewijs"), ("corrects", "Tegenboeking van"), ("lines", "Regels van het plan")),
)
_SOURCES = (
    *(("source", "Bron"), ("name", "Naam"), ("received", "Ontvangen"), ("spent", "Besteed")),
    *(("balance", "Saldo"), ("payments", "Aantal betalingen"), ("ends_on", "Laatste dag")),
)
_FORECAST = (
    *(("source", "Bron"), ("measure", "Maatregel"), ("planned", "Gepland")),
    *(("received", "Ontvangen"), ("spent", "Besteed"), ("to_spend", "Nog te besteden")),
    *(("expected", "Verwacht op laatste dag"), ("ends_on", "Laatste dag"), ("course", "Verloop")),
    ("lines", "Regels van het plan"),
)
_CHECKS = (
    *(("check", "Controle"), ("total", "Totaal"), ("parts", "Som van de delen")),
    ("difference", "Verschil"),
)


def cash_tables(book: CashBook) -> tuple[Table, ...]:
    """Return payments, sources and forecast, each year for SiSa, and the checks that all ties."""
    years = [page for facts in book.sisa for page in _pages(book, facts)]
    return (
        Table("payments", "Betalingen", _PAYMENTS, tuple(_payments(book))),
        Table("cash_by_source", "Per bron", _SOURCES, tuple(_sources(book))),
        Table("forecast", "Verwachting", _FORECAST, tuple(_forecasts(book))),
        *(sisa_export(page) for page in years),
        Table("checks", "Controle", _CHECKS, tuple(_checks(book, years))),
    )


def sisa_export(page: SisaPage) -> Table:
    """Return one year of a SiSa table, with a last row of totals."""
    columns = (
        ("measure", "Project"),
        *((f"column_{one.code}", f"{one.code} {one.label}") for one in page.columns),
        ("payments", "Betalingen"),
    )
    rows: list[tuple[Cell, ...]] = [
        (row.measure or "programma", *_cells(page.columns, row.cells), ", ".join(row.references))
        for row in page.rows
    ]
    rows.append((TOTAL, *_cells(page.columns, totals(page.columns, page.rows)), ""))
    source = page.facts.source
    kind = f"sisa_{source.lower().replace('-', '_')}_{page.year}"
    return Table(kind, f"SiSa {source} {page.year}", columns, tuple(rows))


def _pages(book: CashBook, facts: SisaFacts) -> list[SisaPage]:
    years = years_of(facts, book.payments)
    pages = (sisa_page(facts, year, book.payments) for year in sorted(years))
    return [page for page in pages if page is not None]


def _cells(columns: Iterable[Column], cells: Iterable[Answer]) -> Iterator[Cell]:
    for column, cell in zip(columns, cells, strict=True):
        money = column.kind in COMPUTED and isinstance(cell, int)
        yield euros(cell) if money and isinstance(cell, int) else cell


def _payments(book: CashBook) -> Rows:
    lines = book.lines
    for one in book.payments:
        yield (
            *(one.reference, one.day, _DIRECTIONS[one.direction], _KINDS[one.kind]),
            *(one.source, one.party),
            *(one.measure, one.year, euros(one.amount_cents), euros(one.received_cents)),
            *(euros(one.spent_cents), one.evidence, one.corrects),
            ", ".join(lines.get((one.source, one.measure), ())),
        )


def _sources(book: CashBook) -> Rows:
    payments = book.payments
    for key, found in book.by_source.items():
        source = book.sources[key]
        count = sum(one.source == key for one in payments)
        yield key, source.name, *_cash(found), count, source.ends_on
    yield TOTAL, "", *_cash(cash(payments)), len(payments), None


def _cash(found: Cash) -> tuple[Decimal, Decimal, Decimal]:
    return euros(found.received_cents), euros(found.spent_cents), euros(found.balance_cents)


def _forecasts(book: CashBook) -> Rows:
    lines = book.lines
    for one in book.forecasts:
        yield (
            *(one.source, one.measure, _euros(one.planned_cents)),
            *(euros(one.cash.received_cents), euros(one.cash.spent_cents)),
            *(_euros(one.to_spend_cents), _euros(one.expected_cents), one.ends_on),
            *(_COURSES[one.course], ", ".join(lines.get((one.source, one.measure), ()))),
        )


def _checks(book: CashBook, years: Iterable[SisaPage]) -> Rows:
    """Yield a row for each total that must equal its parts; a difference would be our fault."""
    whole, parts = cash(book.payments), book.by_source.values()
    yield _check("ontvangen per bron", whole.received_cents, [one.received_cents for one in parts])
    yield _check("besteed per bron", whole.spent_cents, [one.spent_cents for one in parts])
    rest = [whole.received_cents, -whole.spent_cents]
    yield _check("saldo", whole.balance_cents, rest)
    for page in years:
        of_source = [one for one in book.payments if one.source == page.facts.source]
        for place, column in enumerate(page.columns):
            if column.kind in COMPUTED:
                paid = _paid(of_source, page.year, column)
                cells = [int(row.cells[place] or 0) for row in page.rows]
                name = f"SiSa {page.facts.source} {page.year} kolom {column.code}"
                yield _check(name, sum(paid), cells)


def _paid(payments: Iterable[Payment], year: int, column: Column) -> list[int]:
    until = column.kind == "money-cumulative"
    return [one.spent_cents for one in payments if one.year == year or (until and one.year < year)]


def _check(name: str, total: int, parts: list[int]) -> tuple[Cell, ...]:
    return name, euros(total), euros(sum(parts)), euros(total - sum(parts))


def euros(cents: int) -> Decimal:
    """Return cents as euros, exact."""
    return Decimal(cents).scaleb(-2)


def _euros(cents: int | None) -> Decimal | None:
    return None if cents is None else euros(cents)
