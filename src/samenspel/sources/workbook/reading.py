# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From a file to a region's record: all of it, or everything that is wrong with it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from samenspel.core.checks import checked, problems_with
from samenspel.core.limits import shown
from samenspel.core.merge import merge
from samenspel.core.problems import Place, Problem, RecordError
from samenspel.core.record_json import Plain, parse
from samenspel.core.record_reader import read
from samenspel.core.record_schema import KINDS
from samenspel.core.region_record import RegionRecord, Term
from samenspel.sources.spreadsheet import SpreadsheetError, bounds, read_sheets
from samenspel.sources.workbook.draft import Draft
from samenspel.sources.workbook.places import in_json, in_order_of, located
from samenspel.sources.workbook.problems import CellProblem, WorkbookError, file_problem
from samenspel.sources.workbook.sheets import BY_KIND, FIRST_ROW
from samenspel.sources.workbook.tables import Table, tables_of

Current = Callable[[str], RegionRecord | None]
"""Gives what is known now of the region with a slug (empty: the file does not say), or None."""


class Reading(NamedTuple):
    """
    What a file says: a whole record that holds, and the kinds that came from the file.

    The other kinds are as they are now.
    """

    record: RegionRecord
    present: frozenset[str]


def nothing_yet(_slug: str) -> RegionRecord | None:
    """Know no region."""
    return None


def read_workbook(source: bytes | Path, current: Current = nothing_yet) -> Reading:
    """
    Return the record in an xlsx, ods, zipped csv or json file.

    A kind without a sheet stays as it is in what *current* gives; a file with all sheets needs no
    *current*.

    Raises:
        WorkbookError: with everything that is wrong, each with its sheet, row and column.
    """
    data = _bytes_of(source)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}:
        return Reading(_from_json(data, current), frozenset(KINDS))
    try:
        sheets = read_sheets(data)
    except SpreadsheetError as error:
        raise WorkbookError([file_problem(error.code, error.sheet, **error.params)]) from error
    tables, problems = tables_of(sheets)
    return Reading(_record(tables, problems, current), frozenset(tables))


def _bytes_of(source: bytes | Path) -> bytes:
    """Return the bytes of a file, one more than is allowed at most."""
    if isinstance(source, bytes):
        return source
    with source.open("rb") as file:
        return file.read(bounds.MAX_FILE + 1)


def _record(
    tables: Mapping[str, Table], problems: list[CellProblem], current: Current
) -> RegionRecord:
    draft = Draft(tables)
    region = draft.region()
    now = current(str(region.get("slug", "")))
    draft.use_words(_terms(region, now))
    agenda = now.agenda if now else None
    draft.add_rest(region, [one.key for one in agenda.measures] if agenda else ())
    record, unread = read(RegionRecord, region)
    if now is not None:
        record = merge(record, tables, now)
    problems += draft.problems
    problems += _incomplete(tables, region, now)
    problems += located(_all_problems(draft, record, unread, now), draft, record)
    if problems:
        raise WorkbookError(in_order_of(tables, problems))
    return record


def _terms(region: Plain, now: RegionRecord | None) -> Iterable[Term]:
    """Return the terms that words are read by: those of the file, else those of now."""
    if "terms" in region:
        return read(RegionRecord, {"terms": region["terms"]})[0].terms
    return now.terms if now else ()


def _all_problems(
    draft: Draft, record: RegionRecord, unread: list[Problem], now: RegionRecord | None
) -> Iterator[Problem]:
    """Yield what is wrong with the record; a cell or column that is told already is told once."""
    spoilt = {(one.place, one.field) for one in draft.malformed}
    unread = [one for one in unread if one.kind in draft.tables]
    silent = {one for one in unread if (one.place, one.field) in spoilt or draft.lacks_column(one)}
    for problem in problems_with(record, [*draft.malformed, *unread]):
        of_file = problem.kind in draft.tables
        if problem not in silent and (of_file or now is not None):
            yield problem


def _incomplete(
    tables: Mapping[str, Table], region: Plain, now: RegionRecord | None
) -> Iterator[CellProblem]:
    """Yield what keeps a part of a workbook from being joined with what there is."""
    if now is None and "region" not in tables:
        yield file_problem("sheet-missing", BY_KIND["region"].name)
    if "agenda" in region and "agenda" not in tables and (now is None or now.agenda is None):
        yield file_problem("sheet-missing", BY_KIND["agenda"].name)
    if fault := _other_region(str(region.get("slug", "")), now):
        yield tables["region"].at(FIRST_ROW, "slug", fault)


def _from_json(data: bytes, current: Current) -> RegionRecord:
    if len(data) > bounds.MAX_FILE:
        raise WorkbookError([file_problem("file-too-large", limit=bounds.MAX_FILE)])
    if sum(map(data.count, (b"{", b"[", b","))) > bounds.MAX_SIGNS:
        raise WorkbookError([file_problem("too-many-cells", limit=bounds.MAX_AREA)])
    try:
        record = checked(parse(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise WorkbookError([file_problem("not-utf-8")]) from error
    except RecordError as error:
        raise WorkbookError(map(in_json, error.problems)) from error
    if fault := _other_region(record.slug, current(record.slug)):
        raise WorkbookError([in_json(fault)])
    return record


def _other_region(slug: str, now: RegionRecord | None) -> Problem | None:
    """Return what is wrong when a file is of another region than the one that it is for."""
    if now is None or slug in {"", now.slug}:
        return None
    return Place("region").problem("slug", "other-region", value=shown(slug), wanted=now.slug)
