# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Queries that are compiled once.

A page asks the same dozen questions again and again. Django turns each into SQL anew, which takes
ten times as long as SQLite takes to answer. A prepared query keeps the SQL that Django made and
fills in other values; what comes back is the same, converted by the same fields.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

Value = str | int
Row = tuple[Any, ...]

_FIRST_NUMBER = 2_147_483_000
"""The number that stands for the first value; it fits every integer column."""

_AT_ONCE = 512
"""Keys in one statement; more take another."""


class _Compiled(NamedTuple):
    """``places``: place in ``params`` -> which value goes there."""

    sql: str
    params: tuple[Any, ...]
    places: dict[int, int]
    converters: dict[int, tuple[list[Any], Any]]


class Prepared:
    """
    A query that is asked often, each time with other values.

    *build* returns a ``values_list`` of plain columns and uses each of its arguments as it is, in a
    filter that needs the value itself: not in a slice, not to choose what to ask, not in a list.
    """

    def __init__(self, build: Callable[..., "QuerySet[Any, Any]"]) -> None:
        self._build = build
        self._compiled: dict[tuple[str, tuple[type, ...]], _Compiled] = {}

    def __call__(self, *values: Value) -> list[Row]:
        """Return the rows; one statement."""
        connection = connections[DEFAULT_DB_ALIAS]
        kind = (connection.vendor, tuple(type(value) for value in values))
        if kind not in self._compiled:
            self._compiled[kind] = _compile(self._build, values)
        sql, params, places, converters = self._compiled[kind]
        filled = [
            values[places[place]] if place in places else param
            for place, param in enumerate(params)
        ]
        with connection.cursor() as cursor:
            cursor.execute(sql, filled)
            rows = cursor.fetchall()
        return [_converted(row, converters, connection) for row in rows] if converters else rows


class PreparedIn:
    """
    A query about a list of keys, compiled once for each power of two that their number fits in.

    *build* takes the keys and uses them in an ``in`` of a filter; see ``Prepared`` for the rest.
    """

    def __init__(self, build: Callable[[Sequence[int]], "QuerySet[Any, Any]"]) -> None:
        self._build = build
        self._sized: dict[int, Prepared] = {}

    def __call__(self, keys: Sequence[int]) -> list[Row]:
        """Return the rows; no statement without keys, else one for each 512 of them."""
        rows: list[Row] = []
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            size = 1 << (len(some) - 1).bit_length()
            rows += self._of(size)(*some, *[some[0]] * (size - len(some)))
        return rows

    def _of(self, size: int) -> Prepared:
        if size not in self._sized:
            self._sized[size] = Prepared(lambda *keys: self._build(keys))
        return self._sized[size]


def _compile(build: Callable[..., "QuerySet[Any, Any]"], values: tuple[Value, ...]) -> _Compiled:
    """Return the SQL of the query, with the places of its values found by marks in their stead."""
    marks = {_mark(value, number): number for number, value in enumerate(values)}
    compiler = build(*marks).query.get_compiler(DEFAULT_DB_ALIAS)
    sql, params = compiler.as_sql()
    places = {
        place: marks[param]
        for place, param in enumerate(params)
        if isinstance(param, str | int) and param in marks
    }
    if set(places.values()) != set(marks.values()):
        raise TypeError("a prepared query must use each of its values as it is")
    converters = compiler.get_converters([column[0] for column in compiler.select])
    return _Compiled(sql, tuple(params), places, converters)


def _mark(value: Value, number: int) -> Value:
    return _FIRST_NUMBER + number if isinstance(value, int) else f"value-{_FIRST_NUMBER + number}"


def _converted(row: Row, converters: dict[int, tuple[list[Any], Any]], connection: Any) -> Row:
    """Return a row as Django's own query would."""
    cells = list(row)
    for place, (steps, column) in converters.items():
        for step in steps:
            cells[place] = step(cells[place], column, connection)
    return tuple(cells)
