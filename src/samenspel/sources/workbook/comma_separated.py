# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the workbook as an archive of CSV files, as Dutch spreadsheet programs open them."""

import csv
from datetime import date
from io import StringIO

from samenspel.core.region_record import RegionRecord
from samenspel.sources.spreadsheet.archive import packed
from samenspel.sources.spreadsheet.comma_separated import SUFFIX, armoured
from samenspel.sources.workbook.grid import Grid, Written, grids
from samenspel.sources.workbook.numbers import dutch

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the encoding of forty years ago."""


def write(record: RegionRecord) -> bytes:
    """Return the archive: one file per sheet, headings without help, no formulas."""
    return packed((f"{grid.layout.name}{SUFFIX}", _file(grid)) for grid in grids(record))


def _file(grid: Grid) -> bytes:
    text = StringIO(newline="")
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in grid.layout.columns])
    writer.writerows([_text(cell) for cell in row] for row in grid.rows)
    return text.getvalue().encode()


def _text(cell: Written) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return armoured(cell)
    return cell.isoformat() if isinstance(cell, date) else dutch(cell)
