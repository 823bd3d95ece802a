# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a spreadsheet is to us: named sheets of rows of plain cells."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class Mark(Enum):
    """A cell whose content is not taken over."""

    FORMULA = "formula"
    UNREADABLE = "unreadable"


Cell = str | int | Decimal | bool | date | Mark | None
"""Content of a cell; None when empty. A whole number is an int."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named sheet; ``rows[0][0]`` is cell A1, and a row ends with its last filled cell."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


class SpreadsheetError(Exception):
    """
    A file that cannot or will not be read as a spreadsheet.

    ``code`` is stable and kebab-case; ``sheet`` names the sheet where that is known.
    """

    def __init__(self, code: str, *, sheet: str = "", **params: object) -> None:
        super().__init__(code, sheet, params)
        self.code = code
        self.sheet = sheet
        self.params = params

    def __str__(self) -> str:
        return f"{self.code} {self.sheet} {self.params}"
