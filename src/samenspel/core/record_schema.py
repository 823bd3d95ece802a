# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The kinds of record and the shape of each field, read from the dataclasses themselves.

A field that is added there is at once read, written and checked.
"""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_args, get_type_hints

from samenspel.core.agenda import record as content
from samenspel.core.problems import Place
from samenspel.core.region_record import (
    Body,
    Inhabitants,
    Member,
    Party,
    RegionRecord,
    Seat,
    Term,
)

KINDS: dict[str, type] = {
    "region": RegionRecord,
    "term": Term,
    "member": Member,
    "inhabitants": Inhabitants,
    "party": Party,
    "body": Body,
    "seat": Seat,
    "agenda": content.AgendaRecord,
    "challenge": content.Challenge,
    "line": content.Line,
    "goal": content.Goal,
    "measure": content.Measure,
    "cost": content.Cost,
    "contribution": content.Contribution,
    "interest": content.Interest,
}
"""Every kind of row in a region's record, in the order of the record."""

_NAMES = {shape: name for name, shape in KINDS.items()}


class Shape(Enum):
    """What a field holds."""

    TEXT = "text"
    INTEGER = "integer"
    FLAG = "flag"
    DATE = "date"
    DECIMAL = "decimal"
    TEXTS = "texts"
    ROW = "row"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Field:
    """
    One field of a kind. ``row`` is the kind within a ROW or ROWS field, else empty.

    A field is required when it has no default; one that may be None has None as its default.
    """

    name: str
    shape: Shape
    required: bool
    default: Any
    row: str = ""


_SHAPES: dict[object, Shape] = {
    str: Shape.TEXT,
    int: Shape.INTEGER,
    bool: Shape.FLAG,
    date: Shape.DATE,
    Decimal: Shape.DECIMAL,
}


@cache
def fields_of(kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind of record, in order."""
    shape = KINDS[kind]
    hints = get_type_hints(shape)
    defaults = {item.name: item.default for item in fields(shape)}
    return tuple(_field(name, hints[name], default) for name, default in defaults.items())


def name_of(kind: type) -> str:
    """Return the name of a kind."""
    return _NAMES[kind]


def kind_of(row: object) -> str:
    """Return the name of the kind that *row* is."""
    return _NAMES[type(row)]


def rows(record: object, place: Place | None = None) -> Iterator[tuple[Place, Any]]:
    """Yield *record* and every row within it with its place, parents first, in order."""
    place = place or Place(kind_of(record))
    yield place, record
    for field in nested_fields(place.kind):
        value = getattr(record, field.name)
        if field.shape is Shape.ROWS:
            within = place.row if place.kind == "measure" else 0
            for number, row in enumerate(value, 1):
                yield from rows(row, Place(field.row, number, within))
        elif value is not None:
            yield from rows(value, Place(field.row))


@cache
def nested_fields(kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind that hold rows themselves."""
    return tuple(field for field in fields_of(kind) if field.row)


def _field(name: str, hint: Any, default: object) -> Field:
    inner = get_args(hint)
    may_be_none = type(None) in inner
    required = default is MISSING and not may_be_none
    default = None if default is MISSING else default
    if may_be_none or not inner:
        shape = inner[0] if inner else hint
        row = _NAMES.get(shape, "")
        return Field(name, Shape.ROW if row else _SHAPES[shape], required, default, row)
    row = _NAMES.get(inner[0], "")
    return Field(name, Shape.ROWS if row else Shape.TEXTS, required, default, row)
