# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the drop-down list of a column gets its items."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.core.check_references import KNOWN_BY
from samenspel.sources.workbook.grid import NO, YES, Grid
from samenspel.sources.workbook.layout import (
    Column,
    SheetLayout,
    Value,
    is_classification,
)
from samenspel.sources.workbook.sheets import BY_KIND, FIRST_ROW, letter_of

LAST_ROW = 10_002


@dataclass(frozen=True, slots=True)
class Choices:
    """
    Either fixed *words*, or cells of a sheet; *several* when a cell may hold more than one.

    *last* is 0 when the list goes on as far as there is something in the column.
    """

    words: tuple[str, ...] = ()
    sheet: str = ""
    letter: str = ""
    first: int = FIRST_ROW
    last: int = 0
    several: bool = False


def has_choices(layout: SheetLayout, column: Column) -> bool:
    """Tell whether a column has a drop-down list."""
    fixed = bool(column.choices) or layout.value_of(column) is Value.FLAG
    return fixed or bool(layout.target_of(column))


def choices_of(layout: SheetLayout, column: Column, grids: Sequence[Grid]) -> Choices | None:
    """Return the drop-down list of a column, or None when anything may be written."""
    value, target = layout.value_of(column), layout.target_of(column)
    if value is Value.FLAG:
        return Choices((YES, NO))
    if column.choices:
        return Choices(tuple(word for _, word in column.choices))
    if not target:
        return None
    several = value is Value.CODES
    if is_classification(target):
        return _terms(target, grids, several=several)
    sheet = BY_KIND[target]
    position = [one.field for one in sheet.columns].index(KNOWN_BY[target])
    return Choices(sheet=sheet.name, letter=letter_of(position + 1), several=several)


def _terms(scheme: str, grids: Sequence[Grid], *, several: bool) -> Choices:
    """Return the words of a classification: its own rows if they lie together, else all."""
    layout = BY_KIND["term"]
    fields = [one.field for one in layout.columns]
    words = dict(layout.columns[fields.index("scheme")].choices)
    [rows] = [grid.rows for grid in grids if grid.layout is layout]
    own = [
        number
        for number, row in enumerate(rows, FIRST_ROW)
        if row[fields.index("scheme")] == words[scheme]
    ]
    together = bool(own) and own[-1] - own[0] == len(own) - 1
    return Choices(
        sheet=layout.name,
        letter=letter_of(fields.index("label_nl") + 1),
        first=own[0] if together else FIRST_ROW,
        last=own[-1] if together else 0,
        several=several,
    )
