# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a sheet by its headings, each cell as the value that its column asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from samenspel.core.limits import shown
from samenspel.core.problems import Problem
from samenspel.sources.own_figures.layout import Column, headed
from samenspel.sources.spreadsheet import Cell, Sheet
from samenspel.sources.workbook.problems import CellProblem, file_problem
from samenspel.sources.workbook.sheets import HELP_MARK, letter_of
from samenspel.sources.workbook.values import CellError, is_blank, plain_value

Row = dict[str, Any]
"""Field -> value; what could not be read, or is empty, is not in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its rows by number, and everything that is wrong with its cells."""

    name: str
    columns: tuple[Column, ...]
    positions: dict[str, int]
    rows: list[tuple[int, Row]] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    def wrong(self, row: int, name: str, code: str, **values: object) -> None:
        """Note what is wrong in a field of a row."""
        position = self.positions.get(name)
        letter = "" if position is None else letter_of(position + 1)
        heading = next((one.heading for one in self.columns if one.field == name), "")
        problem = Problem("", 0, name, code, tuple(values.items()))
        self.problems.append(CellProblem(self.name, row, letter, problem, heading))

    def spoilt(self, name: str) -> set[int]:
        """Return the rows in which something is wrong with a field."""
        return {one.row for one in self.problems if one.problem.field == name}


def table_of(sheet: Sheet, columns: tuple[Column, ...]) -> Table:
    """Return the rows of a sheet; problems of headings and cells are in it."""
    table = Table(sheet.name, columns, {})
    _read_headings(table, sheet)
    if table.problems:
        return table
    for number, cells in enumerate(sheet.rows[1:], 2):
        if not (all(map(is_blank, cells)) or _is_help(number, cells)):
            table.rows.append((number, dict(_read(table, number, cells))))
    return table


def _read_headings(table: Table, sheet: Sheet) -> None:
    known = ", ".join(one.heading for one in table.columns)
    for position, heading in enumerate(sheet.rows[0] if sheet.rows else ()):
        if is_blank(heading):
            continue
        column = headed(table.columns, str(heading))
        if column is None:
            problem = Problem(
                "", 0, "", "unknown-column", (("value", shown(heading)), ("known", known))
            )
            table.problems.append(CellProblem(sheet.name, 1, letter_of(position + 1), problem))
        elif column.field in table.positions:
            table.wrong(1, column.field, "duplicate-column")
        elif column.field:
            table.positions[column.field] = position
    for column in table.columns:
        if column.field and column.field not in table.positions:
            table.problems.append(file_problem("missing-column", sheet.name, value=column.heading))


def _is_help(number: int, cells: Sequence[Cell]) -> bool:
    first = cells[0] if cells else None
    return number == 2 and isinstance(first, str) and first.lstrip().startswith(HELP_MARK)  # noqa: PLR2004


def _read(table: Table, number: int, cells: Sequence[Cell]) -> Iterator[tuple[str, Any]]:
    """Yield what a row holds; what is wrong with a cell is noted."""
    for column in table.columns:
        if not column.field:
            continue
        position = table.positions[column.field]
        cell = cells[position] if position < len(cells) else None
        if is_blank(cell):
            if column.required:
                table.wrong(number, column.field, "missing-field")
            continue
        try:
            yield column.field, _meaning(column, cell)
        except CellError as error:
            table.wrong(number, column.field, error.code, **error.params)


def _meaning(column: Column, cell: Cell) -> Any:
    value = plain_value(column.value, cell)
    if column.words is None:
        return value.strip() if isinstance(value, str) else value
    word = str(value).strip().casefold()
    if word in column.words.values():
        return word
    if word not in column.words:
        known = ", ".join(column.words)
        raise CellError("unknown-word", value=shown(value), known=known)
    return column.words[word]
