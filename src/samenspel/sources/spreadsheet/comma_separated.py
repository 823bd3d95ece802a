# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Sheets as CSV files in an archive: UTF-8, semicolons or commas."""

import csv
from collections.abc import Iterator
from io import StringIO
from posixpath import basename

from samenspel.sources.spreadsheet.archive import Archive
from samenspel.sources.spreadsheet.bounds import MAX_FILE
from samenspel.sources.spreadsheet.cells import Cell, Sheet, SpreadsheetError
from samenspel.sources.spreadsheet.content import SheetContent, Totals, check_names

SUFFIX = ".csv"

_MAX_ROW_TEXT = 2**20

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet program take a text for a formula."""


def armoured(text: str) -> str:
    """Return *text* such that no spreadsheet program computes it; ``bare`` undoes this."""
    return f"'{text}" if text.lstrip("'").startswith(_RISKY) else text


def bare(text: str) -> str:
    """Return the text that was armoured."""
    risky = text.startswith("'") and text.lstrip("'").startswith(_RISKY)
    return text[1:] if risky else text


def read(archive: Archive) -> tuple[Sheet, ...]:
    """
    Return the files of an archive as sheets of texts.

    Raises:
        SpreadsheetError: one is no CSV in UTF-8, or goes beyond a bound.
    """
    files = [name for name in archive.names if name.lower().endswith(SUFFIX)]
    names = [basename(name)[: -len(SUFFIX)] for name in files]
    check_names(names)
    totals = Totals()
    return tuple(
        _sheet(name, archive.read(file), totals) for name, file in zip(names, files, strict=True)
    )


def read_one(data: bytes) -> Sheet:
    """
    Return one file that is not in an archive as a sheet without a name.

    Raises:
        SpreadsheetError: it is no CSV in UTF-8, or goes beyond a bound.
    """
    if len(data) > MAX_FILE:
        raise SpreadsheetError("file-too-large", limit=MAX_FILE)
    if b"\0" in data:
        raise SpreadsheetError("not-a-workbook")
    return _sheet("", data, Totals())


def _sheet(name: str, data: bytes, totals: Totals) -> Sheet:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SpreadsheetError("not-utf-8", sheet=name) from error
    content = SheetContent(name)
    rows: list[tuple[Cell, ...]] = []
    try:
        for row in _rows(text, name):
            rows.append(tuple(bare(cell) or None for cell in row) if any(row) else ())
            content.fill(len(rows), len(rows[-1]))
            totals.add_text(sum(map(len, row)))
    except csv.Error as error:
        raise SpreadsheetError("damaged", sheet=name) from error
    totals.add_area(content.area)
    return Sheet(name, tuple(rows))


def _rows(text: str, name: str) -> Iterator[list[str]]:
    """Yield the rows of a file; no row may grow without end over many lines."""
    fed = 0

    def lines() -> Iterator[str]:
        nonlocal fed
        for line in StringIO(text, newline=""):
            fed += len(line)
            if fed > _MAX_ROW_TEXT:
                raise SpreadsheetError("damaged", sheet=name)
            yield line

    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    for row in csv.reader(lines(), delimiter=delimiter, strict=True):
        fed = 0
        yield row
