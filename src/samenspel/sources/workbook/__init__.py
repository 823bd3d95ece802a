# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook of a region: a record as a spreadsheet, and back."""

from samenspel.sources.workbook.problems import CellProblem, WorkbookError
from samenspel.sources.workbook.reading import Current, Reading, read_workbook
from samenspel.sources.workbook.writing import FORMATS, Format, format_of, write_workbook

__all__ = [
    "FORMATS",
    "CellProblem",
    "Current",
    "Format",
    "Reading",
    "WorkbookError",
    "format_of",
    "read_workbook",
    "write_workbook",
]
