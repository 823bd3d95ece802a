# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Counts the content of one sheet while it is scanned, and remembers what cannot be taken over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from samenspel.sources.spreadsheet import bounds
from samenspel.sources.spreadsheet.cells import Mark, SpreadsheetError

Position = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class Totals:
    """What all sheets of a file hold together."""

    area: int = 0
    text: int = 0

    def add_text(self, characters: int) -> None:
        """Count text. Raise ``SpreadsheetError("too-much-text")``."""
        self.text += characters
        if self.text > bounds.MAX_TEXT:
            raise SpreadsheetError("too-much-text", limit=bounds.MAX_TEXT)

    def add_area(self, cells: int) -> None:
        """Count a sheet. Raise ``SpreadsheetError("too-many-cells")``."""
        self.area += cells
        if self.area > bounds.MAX_AREA:
            raise SpreadsheetError("too-many-cells", limit=bounds.MAX_AREA)


@dataclass(slots=True)
class SheetContent:
    """The extent of one sheet's content, and its marked cells."""

    name: str
    marks: dict[Position, Mark] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0

    def fill(self, row: int, column: int) -> None:
        """Note content. Raise ``SpreadsheetError``: ``sheet-too-long``, ``sheet-too-wide``."""
        if row > bounds.MAX_ROWS:
            raise SpreadsheetError("sheet-too-long", sheet=self.name, limit=bounds.MAX_ROWS)
        if column > bounds.MAX_COLUMNS:
            raise SpreadsheetError("sheet-too-wide", sheet=self.name, limit=bounds.MAX_COLUMNS)
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)

    @property
    def area(self) -> int:
        """Cells in the rectangle around the content."""
        return self.last_row * self.last_column


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file packed anew, safe to parse, with the marked cells of each sheet by name."""

    packed: bytes
    marks: Mapping[str, Mapping[Position, Mark]]


def check_names(names: list[str]) -> None:
    """Raise ``SpreadsheetError``: ``too-many-sheets``, ``duplicate-sheet``."""
    if len(names) > bounds.MAX_SHEETS:
        raise SpreadsheetError("too-many-sheets", limit=bounds.MAX_SHEETS)
    for name in names:
        if names.count(name) > 1:
            raise SpreadsheetError("duplicate-sheet", sheet=name[:100])
