# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From where something stands in a record to where it stands in the file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from samenspel.core.check_references import KNOWN_BY
from samenspel.core.problems import Place, Problem
from samenspel.core.record_schema import nested_fields, rows
from samenspel.core.region_record import RegionRecord
from samenspel.sources.workbook.draft import Draft
from samenspel.sources.workbook.problems import CellProblem
from samenspel.sources.workbook.sheets import BY_KIND
from samenspel.sources.workbook.tables import Table

_EARLIER = {
    "duplicate-key",
    "duplicate-year",
    "duplicate-goal",
    "duplicate-interest",
    "overlapping-period",
}
"""Problems that name an earlier row by its position in the record."""


def located(
    problems: Iterable[Problem], draft: Draft, record: RegionRecord
) -> Iterator[CellProblem]:
    """Yield each problem with its sheet, row and column."""
    names: dict[Place, str] | None = None
    for problem in problems:
        row = draft.rows.get(problem.place)
        table = draft.tables.get(problem.kind)
        if nested := _nested(problem):
            yield CellProblem(_sheet(nested, draft.tables), 0, "", problem)
        elif table and row:
            yield table.at(row, problem.field, _with_earlier(problem, draft))
        else:
            names = names if names is not None else _names(record)
            sheet = _sheet(problem.kind, draft.tables)
            yield CellProblem(sheet, 0, "", problem, name=names.get(problem.place, ""))


def in_json(problem: Problem) -> CellProblem:
    """Return a problem of a record that came as JSON, named as it is there."""
    kind = f"{problem.kind} {problem.within}" if problem.within else problem.kind
    return CellProblem(kind, problem.row, problem.field, problem)


def in_order_of(tables: Mapping[str, Table], problems: Iterable[CellProblem]) -> list[CellProblem]:
    """Return problems in the order of the file: sheet, row, column."""
    order = {table.name: number for number, table in enumerate(tables.values())}
    return sorted(
        problems,
        key=lambda one: (order.get(one.sheet, -1), one.row, len(one.column), one.column),
    )


def _nested(problem: Problem) -> str:
    """Return the kind of the rows that a problem is about when it is about a list as a whole."""
    if not problem.kind:
        return ""
    return next((f.row for f in nested_fields(problem.kind) if f.name == problem.field), "")


def _sheet(kind: str, tables: Mapping[str, Table]) -> str:
    return tables[kind].name if kind in tables else BY_KIND[kind].name


def _with_earlier(problem: Problem, draft: Draft) -> Problem:
    """Return *problem* with the earlier row by its number in the sheet."""
    if problem.code not in _EARLIER:
        return problem
    earlier = Place(problem.kind, int(str(problem.values["first"])), problem.within)
    values = {**problem.values, "first": draft.rows.get(earlier, 0)}
    return replace(problem, params=tuple(values.items()))


def _names(record: RegionRecord) -> dict[Place, str]:
    """Return what the rows of a record are known by, for those that others can name."""
    return {
        place: getattr(row, KNOWN_BY[place.kind])
        for place, row in rows(record)
        if place.kind in KNOWN_BY
    }
