# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From a file to own figures: all of them, or everything that is wrong."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from samenspel.core.limits import FIRST_YEAR, KEY, LAST_YEAR, text_fault
from samenspel.core.own_figures import MAX_DECIMALS, MAX_DIGITS, MAX_FIGURES, Key, OwnFigure
from samenspel.sources.own_figures.layout import DESCRIBED, FIGURES, TOGETHER, VALUED, VALUES
from samenspel.sources.own_figures.tables import Row, Table, table_of
from samenspel.sources.spreadsheet import Sheet, SpreadsheetError, bounds, read_sheets
from samenspel.sources.spreadsheet.comma_separated import read_one
from samenspel.sources.workbook.problems import CellProblem, WorkbookError, file_problem

_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MEANING = tuple(one.field for one in DESCRIBED)
_TEXTS = ("name", "unit", "source", "licence")


@dataclass(frozen=True, slots=True)
class Known:
    """What a file may be about: the municipalities of a region, and the figures that it has."""

    municipalities: Collection[str]
    figures: Collection[Key] = ()


def read_figures(source: bytes | Path, known: Known) -> tuple[OwnFigure, ...]:
    """
    Return the own figures in an xlsx, ods or csv file, or in csv files in a zip.

    Raises:
        WorkbookError: with everything that is wrong, each with its sheet, row and column.
    """
    try:
        described, valued = _tables(_sheets(_bytes_of(source)))
    except SpreadsheetError as error:
        raise WorkbookError([file_problem(error.code, error.sheet, **error.params)]) from error
    tables = (described,) if described is valued else (described, valued)
    if not any(table.problems and not table.rows for table in tables):
        found = list(_figures(described, valued, known))
    problems = [problem for table in tables for problem in table.problems]
    if problems:
        raise WorkbookError(sorted(problems, key=lambda one: _order(tables, one)))
    return tuple(found)


def _order(tables: Sequence[Table], problem: CellProblem) -> tuple[int, int, int, str]:
    at = next((n for n, one in enumerate(tables) if one.name == problem.sheet), 0)
    return at, problem.row, len(problem.column), problem.column


def _bytes_of(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        return source
    with source.open("rb") as file:
        return file.read(bounds.MAX_FILE + 1)


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    return read_sheets(data) if data.startswith(_ARCHIVES) else (read_one(data),)


def _tables(sheets: Sequence[Sheet]) -> tuple[Table, Table]:
    """Return the table that describes and the one with values: the same when there is one sheet."""
    if len(sheets) == 1 and sheets[0].name not in {*FIGURES, *VALUES}:
        table = table_of(sheets[0], TOGETHER)
        return table, table
    problems, found = [], {}
    for sheet in sheets:
        names = next((one for one in (FIGURES, VALUES) if sheet.name in one), None)
        if names is None:
            known = f"{FIGURES[0]}, {VALUES[0]}"
            problems.append(file_problem("unknown-sheet", sheet.name, known=known))
        elif names in found:
            problems.append(file_problem("duplicate-sheet", sheet.name))
        else:
            found[names] = table_of(sheet, DESCRIBED if names is FIGURES else VALUED)
    problems += [
        file_problem("sheet-missing", names[0]) for names in (FIGURES, VALUES) if names not in found
    ]
    if problems:
        raise WorkbookError(problems)
    return found[FIGURES], found[VALUES]


def _figures(described: Table, valued: Table, known: Known) -> Iterator[OwnFigure]:
    """Yield each figure with its values; what is wrong is noted in the tables."""
    meanings = _meanings(described, together=described is valued)
    values = _values(described, valued, meanings.keys(), known)
    spoilt = valued.spoilt("value")
    unsure = {_key(row) for number, row in valued.rows if number in spoilt}
    for key, (number, row) in meanings.items():
        if not (values[key] or key in known.figures or key in unsure):
            described.wrong(number, "code", "figure-without-values", value=key[0], year=key[1])
        if set(_MEANING) <= row.keys():
            meaning = {name: row[name] for name in _MEANING}
            yield OwnFigure(**meaning, values=tuple(sorted(values[key].items())))
    if not (meanings or described.problems):
        described.problems.append(file_problem("no-figures", described.name))
    if len(meanings) > MAX_FIGURES:
        described.problems.append(file_problem("too-many-figures", limit=MAX_FIGURES))


def _values(
    described: Table, valued: Table, keys: Collection[Key], known: Known
) -> dict[Key, dict[str, str]]:
    """Return what each figure is in each municipality; what is wrong with a row is noted."""
    found: dict[Key, dict[str, str]] = {key: {} for key in keys}
    seen: dict[tuple[Key, str], int] = {}
    told = not all("code" in row and "period" in row for _number, row in described.rows)
    for number, row in valued.rows:
        _check_value(valued, number, row, known)
        key, place = _key(row), row.get("municipality", "")
        if key not in found:
            if not told and "code" in row and "period" in row:
                valued.wrong(number, "code", "unknown-figure", value=key[0], year=key[1])
        elif place:
            first = seen.setdefault((key, place), number)
            if first != number:
                valued.wrong(number, "municipality", "duplicate-figure", first=first)
            if "value" in row:
                found[key][place] = row["value"]
    return found


def _key(row: Row) -> Key:
    return row.get("code", ""), row.get("period", 0)


def _meanings(table: Table, *, together: bool) -> dict[Key, tuple[int, Row]]:
    """Return the row that says what each figure means; rows of one table that repeat it agree."""
    found: dict[Key, tuple[int, Row]] = {}
    for number, row in table.rows:
        _check_meaning(table, number, row)
        if "code" not in row or "period" not in row:
            continue
        key = _key(row)
        first, other = found.setdefault(key, (number, row))
        if first == number:
            continue
        if not together:
            table.wrong(number, "code", "duplicate-key", value=row["code"], first=first)
        for name in _MEANING:
            if together and {name} <= row.keys() & other.keys() and row[name] != other[name]:
                table.wrong(number, name, "rows-disagree", first=first)
    return found


def _check_meaning(table: Table, number: int, row: Row) -> None:
    if "code" in row and not KEY.fullmatch(row["code"]):
        table.wrong(number, "code", "bad-key", value=row["code"][:60])
    if "period" in row and not FIRST_YEAR <= row["period"] <= LAST_YEAR:
        table.wrong(number, "period", "year-out-of-range", first=FIRST_YEAR, last=LAST_YEAR)
    for name in _TEXTS:
        if name in row and (fault := text_fault(name, row[name])):
            table.wrong(number, name, fault[0], **fault[1])


def _check_value(table: Table, number: int, row: Row, known: Known) -> None:
    place = row.get("municipality")
    if place is not None and place not in known.municipalities:
        names = ", ".join(sorted(known.municipalities))
        table.wrong(number, "municipality", "not-a-member", value=place[:60], known=names)
    if "value" in row and not _fits(Decimal(row["value"])):
        table.wrong(number, "value", "value-too-long", limit=MAX_DIGITS, decimals=MAX_DECIMALS)


def _fits(value: Decimal) -> bool:
    _sign, digits, exponent = value.as_tuple()
    decimals = max(0, -int(exponent))
    return len(digits) + max(0, int(exponent)) <= MAX_DIGITS and decimals <= MAX_DECIMALS
