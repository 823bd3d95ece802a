# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A funding plan in a spreadsheet: all of it, or everything that is wrong with its cells."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from samenspel.core.errors import RuleError
from samenspel.core.funding.lines import FundingLine, check_line
from samenspel.core.funding.sources import WHOLE, Source, SourceKind, check_source
from samenspel.core.limits import MAX_ROWS
from samenspel.sources.own_figures.layout import Column
from samenspel.sources.own_figures.tables import Row, Table, table_of
from samenspel.sources.plan_columns import LINE_COLUMNS, LINES, SOURCE_COLUMNS, SOURCES
from samenspel.sources.spreadsheet import Sheet, SpreadsheetError, read_sheets
from samenspel.sources.workbook.problems import WorkbookError, file_problem

Made = TypeVar("Made", Source, FundingLine)

ONLY_WRITTEN = frozenset({"Bedragen", "Toetsen"})
"""Sheets that are written beside these two, and tell what follows from them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan may name; sources and lines of the file itself are known too."""

    sources: Collection[str]
    parties: Collection[str]
    measures: Collection[str]
    commitments: Collection[str]


def read_plan(data: bytes, known: Known) -> tuple[tuple[Source, ...], tuple[FundingLine, ...]]:
    """
    Return the sources and lines in an xlsx or ods file, or a zip with csv files.

    Raises:
        WorkbookError: with everything that is wrong, each with its sheet, row and column.
    """
    try:
        sheets = read_sheets(data)
    except SpreadsheetError as error:
        raise WorkbookError([file_problem(error.code, error.sheet, **error.params)]) from error
    tables = _tables(sheets)
    sources = list(_made(tables[0], _source, check_source))
    names = {
        "source": {*known.sources, *(one.key for one in sources)},
        "beside": {*known.sources, *(one.key for one in sources)},
        "party": known.parties,
        "measure": known.measures,
        "commitment": known.commitments,
    }
    for table in tables:
        _check_names(table, names)
    lines = list(_made(tables[1], _line, check_line))
    if problems := [problem for table in tables for problem in table.problems]:
        raise WorkbookError(problems)
    return tuple(sources), tuple(lines)


def _tables(sheets: Sequence[Sheet]) -> tuple[Table, Table]:
    """Return the table of sources and that of lines; a sheet that is not there is empty."""
    problems, found = [], {}
    for sheet in sheets:
        names = next((one for one in (SOURCES, LINES) if sheet.name in one), None)
        if names is None and sheet.name not in ONLY_WRITTEN:
            known = f"{SOURCES[0]}, {LINES[0]}"
            problems.append(file_problem("unknown-sheet", sheet.name, known=known))
        elif names in found:
            problems.append(file_problem("duplicate-sheet", sheet.name))
        elif names:
            found[names] = sheet
    if not problems and not found:
        problems.append(file_problem("sheet-missing", SOURCES[0]))
    if problems:
        raise WorkbookError(problems)
    return _table(found.get(SOURCES), SOURCE_COLUMNS), _table(found.get(LINES), LINE_COLUMNS)


def _table(sheet: Sheet | None, columns: tuple[Column, ...]) -> Table:
    table = Table("", columns, {}) if sheet is None else table_of(sheet, columns)
    if len(table.rows) > MAX_ROWS:
        table.problems.append(file_problem("sheet-too-long", table.name, limit=MAX_ROWS))
    return table


def _made(
    table: Table, make: Callable[[Row], Made], check: Callable[[Made], object]
) -> Iterator[Made]:
    """Yield what the rows say; what is wrong is noted in the table."""
    first: dict[str, int] = {}
    needed = {one.field for one in table.columns if one.required}
    for number, row in table.rows:
        key = row.get("key", "")
        if key and (before := first.setdefault(key, number)) != number:
            table.wrong(number, "key", "duplicate-key", value=key[:60], first=before)
        if not needed <= row.keys() or number in _spoilt(table):
            continue
        made = make(row)
        try:
            check(made)
        except RuleError as error:
            table.wrong(number, str(error.params.get("field", "key")), error.code, **error.params)
            continue
        yield made


def _spoilt(table: Table) -> set[int]:
    return {problem.row for problem in table.problems}


def _check_names(table: Table, known: dict[str, Collection[str]]) -> None:
    for number, row in table.rows:
        for field, there in known.items():
            if field in row and row[field] not in there:
                names = ", ".join(sorted(there)[:40])
                table.wrong(number, field, "unknown-word", value=row[field][:60], known=names)


def _source(row: Row) -> Source:
    values = dict(row)
    for field in ("most_share", "least_own_share"):
        if field in values:
            values[field] = _share(Decimal(values[field]))
    if "ends_on" in values:
        values["ends_on"] = date.fromisoformat(values["ends_on"])
    return Source(**values | {"kind": SourceKind(values["kind"])})


def _share(percentage: Decimal) -> int:
    """Return hundredths of a percent; what is finer, or none, is refused as no part."""
    share = percentage * WHOLE / 100
    return int(share) if share == int(share) else 0


def _line(row: Row) -> FundingLine:
    names = {field.name for field in fields(FundingLine)}
    values: dict[str, Any] = {name: value for name, value in row.items() if name in names}
    return FundingLine(**values)
