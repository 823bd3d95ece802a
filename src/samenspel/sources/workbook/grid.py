# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From a record to the rows of the workbook's sheets, the same for every format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from samenspel.core.region_record import RegionRecord
from samenspel.sources.workbook.draft import LISTS
from samenspel.sources.workbook.layout import OWNED, OWNER, SheetLayout, Value
from samenspel.sources.workbook.numbers import CENTS
from samenspel.sources.workbook.sheets import SHEETS
from samenspel.sources.workbook.terms import Words, words_for, words_of

Written = str | int | Decimal | date | None
"""What goes into a cell: a text is always a text, whatever it begins with."""

YES, NO = "ja", "nee"

_EXACT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet with its rows of data."""

    layout: SheetLayout
    rows: tuple[tuple[Written, ...], ...]


def grids(record: RegionRecord) -> tuple[Grid, ...]:
    """Return all sheets of a record, also those without rows."""
    words = words_of(record.terms)
    return tuple(Grid(layout, tuple(_rows(record, layout, words))) for layout in SHEETS)


def is_exact(number: int | Decimal) -> bool:
    """Tell whether a spreadsheet program, which keeps doubles, would keep a number as it is."""
    return Decimal(format(float(number), f".{_EXACT_DIGITS}g")) == number


def _rows(
    record: RegionRecord, layout: SheetLayout, words: Mapping[str, Words]
) -> Iterator[tuple[Written, ...]]:
    columns = [
        (column, layout.value_of(column), words_for(layout, column, words))
        for column in layout.columns
    ]
    for owner, row in _records(record, layout.kind):
        yield tuple(
            owner if column.field == OWNER else _written(value, getattr(row, column.field), known)
            for column, value, known in columns
        )


def _records(record: RegionRecord, kind: str) -> Iterator[tuple[str, Any]]:
    """Yield what a sheet has rows for, each with the key of its measure if it has one."""
    agenda = record.agenda
    if kind == "region":
        yield "", record
    elif kind == "agenda":
        yield from [("", agenda)] if agenda else []
    elif kind in OWNED:
        for measure in agenda.measures if agenda else ():
            for one in getattr(measure, LISTS[kind]):
                yield measure.key, one
    else:
        holder = record if hasattr(record, LISTS[kind]) else agenda
        for one in getattr(holder, LISTS[kind], ()):
            yield "", one


def _written(value: Value, found: Any, words: Words | None) -> Written:
    if found is None or found in {"", ()}:
        return None
    if value is Value.FLAG:
        return YES if found else NO
    if value is Value.MONEY:
        return Decimal(found).scaleb(-CENTS)
    if value is Value.CODES:
        return "; ".join(words.word_of(one) if words else one for one in found)
    if words is not None:
        return words.word_of(found)
    written: Written = found
    return written
