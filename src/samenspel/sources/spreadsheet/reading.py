# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From the bytes of an xlsx, ods or zipped csv file to sheets."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from samenspel.sources.spreadsheet import bounds, comma_separated, ooxml, opendocument
from samenspel.sources.spreadsheet.archive import Archive
from samenspel.sources.spreadsheet.cells import Cell, Mark, Sheet, SpreadsheetError
from samenspel.sources.spreadsheet.content import Cleaned, Position

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EXACT_DIGITS = 15
"""What every spreadsheet program keeps of a number; the digits after these are noise."""


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """
    Return the sheets of an xlsx, ods or zipped csv file.

    Raises:
        SpreadsheetError: with a code that says why not.
    """
    if len(data) > bounds.MAX_FILE:
        raise SpreadsheetError("file-too-large", limit=bounds.MAX_FILE)
    if data.startswith(_OLD_OFFICE):
        raise SpreadsheetError("encrypted-or-old")
    if not data.startswith(_ZIP):
        raise SpreadsheetError("not-a-workbook")
    archive = Archive(data)
    if ooxml.BOOK in archive.names:
        return _parsed(ooxml.clean(archive))
    if opendocument.CONTENT in archive.names:
        return _parsed(opendocument.clean(archive))
    if any(name.lower().endswith(comma_separated.SUFFIX) for name in archive.names):
        return comma_separated.read(archive)
    raise SpreadsheetError("not-a-workbook")


def _parsed(cleaned: Cleaned) -> tuple[Sheet, ...]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(cleaned.packed))
        return tuple(
            _sheet(book.get_sheet_by_name(name), marks) for name, marks in cleaned.marks.items()
        )
    except CalamineError as error:
        raise SpreadsheetError("damaged") from error


def _sheet(sheet: CalamineSheet, marks: Mapping[Position, Mark]) -> Sheet:
    rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), mark in marks.items():
        _put(rows, row, column, mark)
    return Sheet(sheet.name, tuple(_trimmed(row) for row in rows))


def _put(rows: list[list[Cell]], row: int, column: int, mark: Mark) -> None:
    rows.extend([] for _ in range(row - len(rows)))
    cells = rows[row - 1]
    cells.extend([None] * (column - len(cells)))
    cells[column - 1] = mark


def _trimmed(row: Sequence[Cell]) -> tuple[Cell, ...]:
    width = len(row)
    while width and row[width - 1] is None:
        width -= 1
    return tuple(row[:width])


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") or None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time.min else str(value)
    return value if isinstance(value, date) else str(value)


def _number(value: float) -> Cell:
    """Return what people see: a double is read with the digits that spreadsheets keep."""
    if not math.isfinite(value):
        return Mark.UNREADABLE
    number = Decimal(format(value, f".{_EXACT_DIGITS}g"))
    whole = number == number.to_integral_value() and number.adjusted() < _EXACT_DIGITS
    return int(number) if whole else number
