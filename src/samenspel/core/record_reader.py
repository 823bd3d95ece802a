# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Reads a record from plain values and goes on after a fault, so that all faults come out together.

What cannot be read becomes an empty value in the same place: positions stay those of the input.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from re import compile as pattern
from typing import Any, TypeVar

from samenspel.core import limits
from samenspel.core.limits import Fault, shown
from samenspel.core.problems import Place, Problem
from samenspel.core.record_schema import KINDS, Field, Shape, fields_of, name_of

T = TypeVar("T")

_ISO_DATE = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BLANK: dict[Shape, Any] = {Shape.TEXT: "", Shape.INTEGER: 0}


class _FaultError(Exception):
    """A value that cannot be read."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def read(kind: type[T], data: object) -> tuple[T, list[Problem]]:
    """
    Return the record of *kind* in *data* as far as it can be read, and what is wrong with it.

    The record is worth using only when there are no problems.
    """
    found: list[Problem] = []
    record: T = _row(Place(name_of(kind)), data, found)
    return record, found


def _row(place: Place, data: object, found: list[Problem]) -> Any:
    fields = fields_of(place.kind)
    if not isinstance(data, dict):
        found.append(place.problem("", "wrong-type", expected="object"))
        return KINDS[place.kind](**{field.name: _blank(field) for field in fields})
    values = {field.name: _field(place, field, data, found) for field in fields}
    unknown = [name for name in data if name not in values]
    found += [place.problem("", "unknown-field", name=shown(name)) for name in unknown]
    return KINDS[place.kind](**values)


def _field(place: Place, field: Field, data: dict[str, object], found: list[Problem]) -> object:
    if field.name not in data:
        if field.required:
            found.append(place.problem(field.name, "missing-field"))
        return _blank(field)
    value = data[field.name]
    if value is None and not field.required and field.default is None:
        return None
    if field.shape is Shape.ROW:
        return _row(Place(field.row), value, found)
    if field.shape is Shape.ROWS:
        return _rows(place, field, value, found)
    return _value(place, field, value, found)


def _rows(place: Place, field: Field, value: object, found: list[Problem]) -> tuple[object, ...]:
    if not isinstance(value, list):
        found.append(place.problem(field.name, "wrong-type", expected="list"))
        return ()
    if len(value) > limits.MAX_ROWS:
        found.append(_too_many(place, field, len(value)))
    within = place.row if place.kind == "measure" else 0
    rows = enumerate(value[: limits.MAX_ROWS], 1)
    return tuple(_row(Place(field.row, number, within), item, found) for number, item in rows)


def _too_many(place: Place, field: Field, count: int) -> Problem:
    return place.problem(field.name, "too-many-rows", limit=limits.MAX_ROWS, count=count)


def _value(place: Place, field: Field, value: object, found: list[Problem]) -> object:
    try:
        return _READERS[field.shape](field.name, value)
    except _FaultError as fault:
        found.append(place.problem(field.name, fault.code, **fault.params))
        return _blank(field)


def _blank(field: Field) -> Any:
    return _BLANK.get(field.shape) if field.required else field.default


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise _FaultError("wrong-type", expected="text")
    _refuse(limits.text_fault(name, value))
    return value


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _FaultError("wrong-type", expected="list")
    if len(value) > limits.MAX_MEMBERS:
        raise _FaultError("too-many-members", limit=limits.MAX_MEMBERS, count=len(value))
    return tuple(_text(name, item) for item in value)


def _integer(_name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _FaultError("wrong-type", expected="integer")
    _refuse(limits.integer_fault(value))
    return value


def _flag(_name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _FaultError("wrong-type", expected="flag")
    return value


def _date(name: str, value: object) -> date:
    text = _text(name, value)
    try:
        if _ISO_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _FaultError("bad-date", value=shown(text))


def _decimal(name: str, value: object) -> Decimal:
    text = _text(name, value)
    if not limits.DECIMAL.fullmatch(text):
        raise _FaultError("bad-decimal", value=shown(text))
    number = Decimal(text)
    _refuse(limits.decimal_fault(number))
    return Decimal(limits.decimal_text(number))


def _refuse(fault: Fault | None) -> None:
    if fault is not None:
        code, params = fault
        raise _FaultError(code, **params)


_READERS: dict[Shape, Callable[[str, object], object]] = {
    Shape.TEXT: _text,
    Shape.TEXTS: _texts,
    Shape.INTEGER: _integer,
    Shape.FLAG: _flag,
    Shape.DATE: _date,
    Shape.DECIMAL: _decimal,
}
