# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The table for SiSa (single information, single audit): per measure what a source paid for.

Which columns there are differs per source and is set by who hands it in. Money is computed from the
payments, in the year that they count in, and never typed; all else is typed and never computed. A
locked year is frozen with its digest; a correction is a new version of that year.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from samenspel.core.canonical import encode
from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.errors import RuleError
from samenspel.core.funding.cash import Payment
from samenspel.core.limits import KEY, SHORT_TEXT, shown

MAX_COLUMNS, MAX_CHOICES = 20, 10


class ColumnKind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    MONEY_YEAR = "money-year"
    MONEY_CUMULATIVE = "money-cumulative"
    YES_NO = "yes-no"
    CHOICE = "choice"


COMPUTED = frozenset({ColumnKind.MONEY_YEAR, ColumnKind.MONEY_CUMULATIVE})

YES, NO = "J", "N"
"""The form asks for these letters."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``required``: a year cannot be locked while a measure has no answer here."""

    code: str
    label: str
    kind: ColumnKind
    choices: tuple[str, ...] = ()
    required: bool = True


DEFAULT_COLUMNS: tuple[Column, ...] = (
    Column("02", "Besteding (jaar T)", ColumnKind.MONEY_YEAR),
    Column("03", "Besteding volgens plan (Ja/Nee)", ColumnKind.YES_NO),
    Column("04", "Toelichting op afwijking", ColumnKind.TEXT, required=False),
    Column("05", "Cumulatieve besteding (t/m jaar T)", ColumnKind.MONEY_CUMULATIVE),
    Column("06", "Project afgerond in jaar T (Ja/Nee)", ColumnKind.YES_NO),
    Column("07", "Eindverantwoording (Ja/Nee)", ColumnKind.YES_NO),
    Column("08", "Aard controle", ColumnKind.CHOICE, ("R", "n.v.t.")),
)
"""
What tables of this kind often ask, after the name of the project.

Not verified against the official form of any arrangement: who hands it in checks the columns.
"""

Answer = str | int | None
Answers = Mapping[str, Mapping[str, str]]
"""Measure -> code of a column -> what was typed."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with its cells in the order of the columns; None is not answered."""

    measure: str
    cells: tuple[Answer, ...]
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that two versions of a year do not share."""

    measure: str
    column: str
    was: Answer
    now: Answer


def deadline(year: int) -> date:
    """Return the last day on which a year is handed in: 15 July of the next."""
    return date(year + 1, 7, 15)


def spent_in(payments: Iterable[Payment], year: int) -> int:
    """Return the cents that were spent in a year."""
    return sum(one.spent_cents for one in payments if one.year == year)


def spent_until(payments: Iterable[Payment], year: int) -> int:
    """Return the cents that were spent up to a year, that year included."""
    return sum(one.spent_cents for one in payments if one.year <= year)


def table(
    columns: Sequence[Column], year: int, payments: Iterable[Payment], answers: Answers
) -> tuple[Row, ...]:
    """
    Return the rows of a year from the payments of one source, in order of measure.

    There is a row for each measure that was paid for up to that year, and for each with an answer;
    the programme itself, under an empty key, comes last.
    """
    paid: dict[str, list[Payment]] = {}
    for one in payments:
        if one.spent_cents and one.year <= year:
            paid.setdefault(one.measure, []).append(one)
    keys = sorted({*paid, *answers}, key=lambda key: (not key, key))
    return tuple(_row(columns, year, key, paid.get(key, []), answers.get(key, {})) for key in keys)


def _row(
    columns: Sequence[Column],
    year: int,
    measure: str,
    payments: Sequence[Payment],
    typed: Mapping[str, str],
) -> Row:
    cells = tuple(_cell(column, year, payments, typed) for column in columns)
    return Row(measure, cells, tuple(sorted(one.reference for one in payments)))


def _cell(
    column: Column, year: int, payments: Sequence[Payment], typed: Mapping[str, str]
) -> Answer:
    if column.kind is ColumnKind.MONEY_YEAR:
        return spent_in(payments, year)
    if column.kind is ColumnKind.MONEY_CUMULATIVE:
        return spent_until(payments, year)
    return typed.get(column.code) or None


def totals(columns: Sequence[Column], rows: Iterable[Row]) -> tuple[int | None, ...]:
    """Return the sum of each column of money; None under the others."""
    found = tuple(rows)
    return tuple(
        sum(int(row.cells[place] or 0) for row in found) if column.kind in COMPUTED else None
        for place, column in enumerate(columns)
    )


def check_columns(columns: Sequence[Column]) -> None:
    """
    Refuse columns that cannot make a table.

    Raises:
        RuleError: ``sisa-columns-count``, ``sisa-column-unfit``, ``sisa-column-twice``,
            ``sisa-choices-unfit``, ``text-missing`` or ``text-unfit``.
    """
    if not 1 <= len(columns) <= MAX_COLUMNS:
        raise RuleError("sisa-columns-count", limit=MAX_COLUMNS)
    seen: set[str] = set()
    for column in columns:
        if not KEY.fullmatch(column.code):
            raise RuleError("sisa-column-unfit", column=shown(column.code))
        if column.code in seen:
            raise RuleError("sisa-column-twice", column=column.code)
        seen.add(column.code)
        check_text("label", column.label, most=SHORT_TEXT)
        _check_choices(column)


def _check_choices(column: Column) -> None:
    wanted = column.kind is ColumnKind.CHOICE
    fits = 1 < len(column.choices) <= MAX_CHOICES if wanted else not column.choices
    if not fits or len(set(column.choices)) < len(column.choices) or "" in column.choices:
        raise RuleError("sisa-choices-unfit", column=column.code, limit=MAX_CHOICES)
    for choice in column.choices:
        check_text("choices", choice, most=SHORT_TEXT)


def check_answers(columns: Sequence[Column], answers: Mapping[str, str]) -> None:
    """
    Refuse answers that do not fit their columns; an empty one is no answer.

    Raises:
        RuleError: ``sisa-column-unknown``, ``sisa-column-computed``, ``sisa-answer-unfit`` or
            ``text-unfit``.
    """
    known = {column.code: column for column in columns}
    for code, answer in answers.items():
        if code not in known:
            raise RuleError("sisa-column-unknown", column=shown(code))
        _check_answer(known[code], answer)


def _check_answer(column: Column, answer: str) -> None:
    if column.kind in COMPUTED:
        raise RuleError("sisa-column-computed", column=column.code)
    if not answer:
        return
    allowed = {ColumnKind.YES_NO: (YES, NO), ColumnKind.CHOICE: column.choices}.get(column.kind)
    if allowed is not None and answer not in allowed:
        raise RuleError("sisa-answer-unfit", column=column.code, known=allowed)
    check_text("answer", answer, most=SHORT_TEXT)


def unanswered(columns: Sequence[Column], rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """Return (measure, code) of each cell that must have an answer before a year is locked."""
    return tuple(
        (row.measure, column.code)
        for row in rows
        for column, cell in zip(columns, row.cells, strict=True)
        if column.required and cell is None
    )


def frozen(source: str, year: int, columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Return the one text of a year as it is locked."""
    content: dict[str, Any] = {
        "columns": [_plain(column) for column in columns],
        "rows": [
            {
                "measure": row.measure,
                "cells": list(row.cells),
                "payments": list(row.references),
            }
            for row in rows
        ],
        "source": source,
        "totals": list(totals(columns, rows)),
        "year": year,
    }
    return encode(content).decode()


def _plain(column: Column) -> dict[str, Any]:
    return asdict(column) | {"kind": str(column.kind), "choices": list(column.choices)}


def plain_columns(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """Return columns as plain values, for JSON."""
    return [_plain(column) for column in columns]


def columns_of(data: Iterable[Mapping[str, Any]]) -> tuple[Column, ...]:
    """Return the columns that ``plain_columns`` made plain."""
    return tuple(
        Column(**{**one, "kind": ColumnKind(one["kind"]), "choices": tuple(one["choices"])})
        for one in data
    )


def rows_of(data: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    """Return the rows of a frozen year."""
    return tuple(Row(one["measure"], tuple(one["cells"]), tuple(one["payments"])) for one in data)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a frozen year."""
    return sha256(text.encode()).hexdigest()


def changes(
    before: tuple[Sequence[Column], Sequence[Row]], after: tuple[Sequence[Column], Sequence[Row]]
) -> tuple[Change, ...]:
    """Return which cells differ between two versions, each given as columns and rows."""
    was, now = _cells(*before), _cells(*after)
    return tuple(
        Change(*place, was.get(place), now.get(place))
        for place in sorted({*was, *now})
        if was.get(place) != now.get(place)
    )


def _cells(columns: Sequence[Column], rows: Sequence[Row]) -> dict[tuple[str, str], Answer]:
    return {
        (row.measure, column.code): cell
        for row in rows
        for column, cell in zip(columns, row.cells, strict=True)
    }
