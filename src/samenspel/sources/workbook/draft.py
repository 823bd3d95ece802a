# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The record in a workbook as it comes out of the cells: plain values, not yet checked.

What a cell holds wrongly is noted and left out, so that everything that is wrong comes out at once.
"""

from collections.abc import Iterable, Mapping, Sequence

from samenspel.core.limits import shown
from samenspel.core.problems import Place, Problem
from samenspel.core.record_json import Plain
from samenspel.core.region_record import Term
from samenspel.sources.spreadsheet import Cell
from samenspel.sources.workbook.layout import OWNED, OWNER, Column, SheetLayout, Value
from samenspel.sources.workbook.problems import CellProblem
from samenspel.sources.workbook.sheets import FIRST_ROW
from samenspel.sources.workbook.tables import Table
from samenspel.sources.workbook.terms import Words, words_for, words_of
from samenspel.sources.workbook.values import CellError, is_blank, plain_value

LISTS = {
    "term": "terms",
    "member": "members",
    "inhabitants": "inhabitants",
    "party": "parties",
    "body": "bodies",
    "seat": "seats",
    "challenge": "challenges",
    "line": "lines",
    "goal": "goals",
    "measure": "measures",
    "cost": "costs",
    "contribution": "contributions",
    "interest": "interests",
}
"""Kind -> the list that holds it in the record."""

Cells = Sequence[Cell]

AGENDA_LISTS = ("challenge", "line", "goal", "measure", "interest")
REGION_LISTS = ("member", "inhabitants", "party", "body", "seat")


class Draft:
    """What is read so far: plain values, the place of each row in the file, and problems."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self.tables = tables
        self.rows: dict[Place, int] = {}
        self.malformed: list[Problem] = []
        self.problems: list[CellProblem] = []
        self._words: Mapping[str, Words] = {}

    def region(self) -> Plain:
        """Return the region's own values and its terms: what the rest is read by."""
        found = self._single("region")
        region = found if found is not None else {}
        if "term" in self.tables:
            region["terms"] = self._list("term")
        return region

    def use_words(self, terms: Iterable[Term]) -> None:
        """Know what words mean from here on."""
        self._words = words_of(terms)

    def add_rest(self, region: Plain, known_measures: Iterable[str]) -> None:
        """
        Read all other sheets into *region*.

        *known_measures* are the keys of the measures, in order, that costs and contributions may
        name when the file itself has no sheet of measures.
        """
        for kind in REGION_LISTS:
            region[LISTS[kind]] = self._list(kind)
        agenda = self._single("agenda")
        content = {LISTS[kind]: self._list(kind) for kind in AGENDA_LISTS}
        if "measure" not in self.tables:
            content["measures"] = [{"key": key, "title": key} for key in known_measures]
        for kind in OWNED:
            self._add_owned(kind, content["measures"])
        if agenda is not None or any(content.values()):
            region["agenda"] = {**(agenda or {}), **content}

    def lacks_column(self, problem: Problem) -> bool:
        """Tell whether a problem is about a column that the sheet does not have."""
        table = self.tables.get(problem.kind)
        return bool(table and problem.field and problem.field not in table.positions)

    def _single(self, kind: str) -> Plain | None:
        """Return the one row of a sheet; without one, a problem falls on the first row of data."""
        table = self.tables.get(kind)
        if table is None:
            return None
        self.rows[Place(kind)] = FIRST_ROW
        found = None
        for row, cells in table.rows:
            if found is None:
                self.rows[Place(kind)] = row
                found = self._row(table, Place(kind), cells)
            else:
                fault = Place(kind).problem("", "more-than-one-row")
                self.problems.append(table.at(row, "", fault))
        return found

    def _list(self, kind: str) -> list[Plain]:
        table = self.tables.get(kind)
        if table is None:
            return []
        found = []
        for number, (row, cells) in enumerate(table.rows, 1):
            place = Place(kind, number)
            self.rows[place] = row
            found.append(self._row(table, place, cells))
        return found

    def _add_owned(self, kind: str, measures: list[Plain]) -> None:
        """Put the rows of a sheet in the measures that they name."""
        table = self.tables.get(kind)
        if table is None:
            return
        by_key = {str(one.get("key")): number for number, one in enumerate(measures, 1)}
        for row, cells in table.rows:
            within = self._owner(table, row, cells, by_key)
            siblings = measures[within - 1].setdefault(LISTS[kind], []) if within else []
            place = Place(kind, len(siblings) + 1, within)
            if within:
                self.rows[place] = row
                siblings.append(self._row(table, place, cells))

    def _owner(self, table: Table, row: int, cells: Cells, by_key: Mapping[str, int]) -> int:
        """Return the position of the measure that a row names; 0 when it names none."""
        here = Place(table.layout.kind)
        cell = table.cell(cells, table.layout.columns[0])
        if is_blank(cell):
            fault = here.problem(OWNER, "missing-field")
        else:
            try:
                key = plain_value(Value.CODE, cell)
            except CellError as error:
                fault = here.problem(OWNER, error.code, **error.params)
            else:
                if key in by_key:
                    return by_key[key]
                fault = here.problem(OWNER, "unknown-reference", to=OWNER, value=shown(key))
        if OWNER in table.positions:
            self.problems.append(table.at(row, OWNER, fault))
        return 0

    def _row(self, table: Table, place: Place, cells: Cells) -> Plain:
        plain: Plain = {}
        for column in table.layout.columns:
            cell = table.cell(cells, column)
            if column.field == OWNER or self._says_nothing(table.layout, column, cell):
                continue
            try:
                plain[column.field] = self._meaning(table.layout, column, cell)
            except CellError as error:
                self.malformed.append(place.problem(column.field, error.code, **error.params))
        return plain

    @staticmethod
    def _says_nothing(layout: SheetLayout, column: Column, cell: Cell) -> bool:
        """Tell whether a cell is empty; spaces are only something in a text."""
        if layout.value_of(column) in {Value.LINE, Value.PARAGRAPHS}:
            return cell is None
        return is_blank(cell)

    def _meaning(self, layout: SheetLayout, column: Column, cell: Cell) -> object:
        """Return what a cell means, words turned into codes."""
        value = plain_value(layout.value_of(column), cell)
        words = words_for(layout, column, self._words)
        if words is None:
            return value
        return (
            [words.code_of(one) for one in value]
            if isinstance(value, list)
            else words.code_of(value)
        )
