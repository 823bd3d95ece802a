# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Payments in a file of the cashier's books: all of them, or everything that is wrong."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samenspel.core.funding.cash import Direction, Payment, PaymentKind, payment_faults
from samenspel.core.limits import FIRST_YEAR, MAX_ROWS
from samenspel.sources.own_figures.layout import Column
from samenspel.sources.own_figures.tables import Row, Table, table_of
from samenspel.sources.spreadsheet import Sheet, SpreadsheetError, read_sheets
from samenspel.sources.spreadsheet.comma_separated import read_one
from samenspel.sources.workbook.layout import Value
from samenspel.sources.workbook.problems import WorkbookError, file_problem
from samenspel.sources.workbook.sheets import HELP_MARK

_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

DIRECTION_WORDS = dict(zip(("ontvangen", "betaald"), Direction, strict=True))
KIND_WORDS = dict(
    zip(("voorschot", "termijn", "eindafrekening", "terugbetaling"), PaymentKind, strict=True)
)

COLUMNS = (
    Column("reference", "Boekstuk", "Reference", "Nummer in uw boeken, elk één keer", Value.CODE),
    Column("day", "Datum", "Day", "Dag van betaling, zoals 31-12-2026", Value.DATE),
    Column(
        "direction",
        "Richting",
        "Direction",
        "ontvangen of betaald",
        Value.CODE,
        {word: str(one) for word, one in DIRECTION_WORDS.items()},
    ),
    Column(
        "kind",
        "Soort",
        "Kind",
        "voorschot, termijn, eindafrekening of terugbetaling",
        Value.CODE,
        {word: str(one) for word, one in KIND_WORDS.items()},
    ),
    Column("source", "Bron", "Source", "Code uit het financieringsplan, zoals G1", Value.CODE),
    Column(
        "party", "Partij", "Party", "Van of aan wie; leeg: geen partij", Value.CODE, required=False
    ),
    Column("measure", "Maatregel", "Measure", "Code; leeg: programma", Value.CODE, required=False),
    Column("year", "Jaar", "Year", "Het jaar waarin het telt", Value.WHOLE),
    Column("amount_cents", "Bedrag", "Amount", "In euro, altijd boven nul", Value.MONEY),
    Column("evidence", "Bewijs", "Evidence", "Zoals bankafschrift 12; geen namen van mensen"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """
    What a payment may name, and what is there already.

    ``locked``: source -> the last year whose payments stand still.
    """

    sources: Collection[str]
    parties: Collection[str]
    measures: Collection[str]
    there: Mapping[str, Payment]
    locked: Mapping[str, int]
    today: date


def read_payments(data: bytes, known: Known) -> tuple[Payment, ...]:
    """
    Return the payments in an xlsx, ods or csv file, in its order.

    Raises:
        WorkbookError: with everything that is wrong, each with its row and column.
    """
    try:
        sheets = read_sheets(data) if data.startswith(_ARCHIVES) else (read_one(data),)
    except SpreadsheetError as error:
        raise WorkbookError([file_problem(error.code, error.sheet, **error.params)]) from error
    table = table_of(_one(sheets), COLUMNS)
    found = list(_payments(table, known))
    if not (table.rows or table.problems):
        table.problems.append(file_problem("no-payments", table.name))
    if len(table.rows) > MAX_ROWS:
        table.problems.append(file_problem("too-many-payments", table.name, limit=MAX_ROWS))
    if table.problems:
        raise WorkbookError(sorted(table.problems, key=lambda one: (one.row, one.column)))
    return tuple(found)


def payments_template() -> bytes:
    """Return a csv file to fill in, with help in its second row."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(one.heading for one in COLUMNS)
    first, *rest = (one.help for one in COLUMNS)
    writer.writerow([f"{HELP_MARK} {first}", *rest])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _one(sheets: Sequence[Sheet]) -> Sheet:
    """Return the only sheet with something in it."""
    filled = [sheet for sheet in sheets if any(sheet.rows)]
    if len(filled) > 1:
        known = filled[0].name
        raise WorkbookError(
            [file_problem("unknown-sheet", one.name, known=known) for one in filled[1:]]
        )
    return (filled or list(sheets))[0]


def _payments(table: Table, known: Known) -> Iterator[Payment]:
    """Yield the payments; what is wrong is noted in the table."""
    first: dict[str, int] = {}
    for number, row in table.rows:
        _check_names(table, number, row, known)
        reference = row.get("reference", "")
        if reference and (before := first.setdefault(reference, number)) != number:
            table.wrong(number, "reference", "duplicate-key", value=reference[:60], first=before)
        payment = _payment(row)
        if payment is not None:
            _check(table, number, payment, known)
            yield payment


def _payment(row: Row) -> Payment | None:
    """Return the payment of a row, None when a part of it is missing."""
    needed = {one.field for one in COLUMNS if one.required}
    if not needed <= row.keys():
        return None
    return Payment(
        row["reference"],
        date.fromisoformat(row["day"]),
        Direction(row["direction"]),
        PaymentKind(row["kind"]),
        row["source"],
        row.get("party", ""),
        row.get("measure", ""),
        row["year"],
        row["amount_cents"],
        row["evidence"],
    )


def _check_names(table: Table, number: int, row: Row, known: Known) -> None:
    for field, there in (
        ("source", known.sources),
        ("party", known.parties),
        ("measure", known.measures),
    ):
        if field in row and row[field] not in there:
            names = ", ".join(sorted(there)[:40])
            table.wrong(number, field, "unknown-word", value=row[field][:60], known=names)


def _check(table: Table, number: int, one: Payment, known: Known) -> None:
    for fault in payment_faults(one, known.today):
        table.wrong(number, str(fault.params["field"]), fault.code, **fault.params)
    there = known.there.get(one.reference)
    if there is not None and there != one:
        table.wrong(number, "reference", "payment-reference-taken", reference=one.reference)
    if there is None and FIRST_YEAR <= one.year <= known.locked.get(one.source, 0):
        table.wrong(number, "year", "payment-year-locked", year=one.year, source=one.source)
