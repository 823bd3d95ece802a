# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The workbook: one sheet per kind of record, in one table.

What is written, read, explained and documented all follows from it.
"""

from samenspel.sources.workbook.agenda_sheets import AGENDA_SHEETS
from samenspel.sources.workbook.layout import Column, SheetLayout
from samenspel.sources.workbook.region_sheets import REGION_SHEETS

SHEETS: tuple[SheetLayout, ...] = REGION_SHEETS + AGENDA_SHEETS

INSTRUCTIONS = ("Uitleg", "Instructions")
"""Names of the sheet that is for people only."""

HELP_MARK = "Uitleg:"
"""
How the first cell of the help row begins.

No code, key or year begins so, and the first column of every sheet is one of those: a row that
begins so is never data.
"""

FIRST_ROW = 3
"""Where data begins in a workbook that we write: after the headings and the help."""

BY_KIND = {sheet.kind: sheet for sheet in SHEETS}


def sheet_named(name: str) -> SheetLayout | None:
    """Return the sheet of a name, Dutch or English, in capitals or not."""
    return _NAMED.get(plain_name(name))


def column_named(sheet: SheetLayout, heading: str) -> Column | None:
    """Return the column of a heading, Dutch or English, in capitals or not."""
    wanted = plain_name(heading)
    for column in sheet.columns:
        if wanted in {plain_name(column.heading), plain_name(column.english)}:
            return column
    return None


def is_instructions(name: str) -> bool:
    """Tell whether a sheet is for people only."""
    return plain_name(name) in {plain_name(one) for one in INSTRUCTIONS}


def help_of(sheet: SheetLayout, column: Column) -> str:
    """Return what the help row says under a heading."""
    return f"{HELP_MARK} {column.help}" if column is sheet.columns[0] else column.help


def letter_of(number: int) -> str:
    """Return the letters of a column by its number from 1: 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def plain_name(name: str) -> str:
    """Return *name* as names are compared."""
    return " ".join(name.casefold().split())


_NAMED = {plain_name(name): sheet for sheet in SHEETS for name in (sheet.name, sheet.english)}
