# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which sheet of a file holds which kind of record, and which of its columns holds which field."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samenspel.core.limits import shown
from samenspel.core.problems import Problem
from samenspel.sources.spreadsheet import Cell, Sheet
from samenspel.sources.workbook.layout import Column, SheetLayout
from samenspel.sources.workbook.problems import CellProblem, file_problem
from samenspel.sources.workbook.sheets import (
    HELP_MARK,
    SHEETS,
    column_named,
    is_instructions,
    letter_of,
    sheet_named,
)
from samenspel.sources.workbook.values import is_blank

Row = tuple[int, Sequence[Cell]]
"""Cells with the number of their row, as the spreadsheet counts."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of the file: its layout, where its columns stand (from 0), its rows of data."""

    layout: SheetLayout
    name: str
    positions: dict[str, int]
    rows: tuple[Row, ...]

    def cell(self, cells: Sequence[Cell], column: Column) -> Cell:
        """Return what a row has in a column, or None."""
        position = self.positions.get(column.field, len(cells))
        return cells[position] if position < len(cells) else None

    def at(self, row: int, field: str, problem: Problem) -> CellProblem:
        """Return *problem* with its place in this sheet."""
        position = self.positions.get(field)
        letter = "" if position is None else letter_of(position + 1)
        heading = next((one.heading for one in self.layout.columns if one.field == field), "")
        return CellProblem(self.name, row, letter, problem, heading)


def tables_of(sheets: Iterable[Sheet]) -> tuple[dict[str, Table], list[CellProblem]]:
    """Return the tables in a file by kind, and what is wrong with names and headings."""
    tables: dict[str, Table] = {}
    problems: list[CellProblem] = []
    for sheet in sheets:
        layout = sheet_named(sheet.name)
        if is_instructions(sheet.name):
            continue
        if layout is None:
            known = ", ".join(one.name for one in SHEETS)
            problems.append(file_problem("unknown-sheet", sheet.name, known=known))
        elif layout.kind in tables:
            problems.append(file_problem("duplicate-sheet", sheet.name))
        else:
            tables[layout.kind], found = _table(sheet, layout)
            problems += found
    if not (tables or problems):
        problems.append(file_problem("no-sheets"))
    return tables, problems


def _table(sheet: Sheet, layout: SheetLayout) -> tuple[Table, list[CellProblem]]:
    headings = sheet.rows[0] if sheet.rows else ()
    positions: dict[str, int] = {}
    problems: list[CellProblem] = []
    for position, heading in enumerate(headings):
        if is_blank(heading):
            if not _is_empty(sheet.rows, position):
                problems.append(_heading_problem(sheet, position, "missing-heading"))
            continue
        column = column_named(layout, str(heading))
        if column is None:
            known = ", ".join(one.heading for one in layout.columns)
            problems.append(
                _heading_problem(
                    sheet, position, "unknown-column", value=shown(heading), known=known
                )
            )
        elif column.field in positions:
            problems.append(_heading_problem(sheet, position, "duplicate-column"))
        else:
            positions[column.field] = position
    problems += _beyond(sheet, len(headings))
    problems += [
        file_problem("missing-column", sheet.name, value=column.heading)
        for column in layout.columns
        if layout.is_required(column) and column.field not in positions
    ]
    return Table(layout, sheet.name, positions, tuple(_data(sheet, layout, positions))), problems


def _beyond(sheet: Sheet, width: int) -> Iterator[CellProblem]:
    """Yield the columns after the last heading that have something in them."""
    widest = max((len(row) for row in sheet.rows), default=0)
    for position in range(width, widest):
        if not _is_empty(sheet.rows, position):
            yield _heading_problem(sheet, position, "missing-heading")


def _heading_problem(sheet: Sheet, position: int, code: str, **params: object) -> CellProblem:
    problem = Problem("", 0, "", code, tuple(params.items()))
    return CellProblem(sheet.name, 1, letter_of(position + 1), problem)


def _is_empty(rows: Sequence[Sequence[Cell]], position: int) -> bool:
    return all(len(row) <= position or is_blank(row[position]) for row in rows)


def _data(sheet: Sheet, layout: SheetLayout, positions: dict[str, int]) -> Iterator[Row]:
    """Yield the rows after the headings, the help row and blank rows left out."""
    mark = positions.get(layout.columns[0].field)
    for number, cells in enumerate(sheet.rows[1:], 2):
        if number == 2 and mark is not None and _is_help(cells, mark):  # noqa: PLR2004 - see FIRST_ROW
            continue
        if not all(is_blank(cell) for cell in cells):
            yield number, cells


def _is_help(cells: Sequence[Cell], mark: int) -> bool:
    first = cells[mark] if mark < len(cells) else None
    return isinstance(first, str) and first.lstrip().startswith(HELP_MARK)
