# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Spreadsheets from strangers as rows of plain cells, in bounded time and memory.

A file is first scanned and packed anew with only the parts and within the bounds that
``bounds.py`` names; only that copy is parsed. So a parser never sees a byte that was not counted.
"""

from samenspel.sources.spreadsheet.cells import Cell, Mark, Sheet, SpreadsheetError
from samenspel.sources.spreadsheet.reading import read_sheets

__all__ = ["Cell", "Mark", "Sheet", "SpreadsheetError", "read_sheets"]
