# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a sheet and a column of the workbook are, and what kind of value each column holds."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from samenspel.core.check_references import REFERENCES
from samenspel.core.limits import is_long
from samenspel.core.record_schema import Field, Shape, fields_of
from samenspel.core.region_record import SCHEMES

OWNER = "measure"
"""The column of a cost or contribution that names its measure."""

OWNED = ("cost", "contribution")
SINGLE = ("region", "agenda")
"""Kinds of which a record has one row at most."""


class Value(Enum):
    """What stands in the cells of a column."""

    CODE = "code"
    CODES = "codes"
    LINE = "line"
    PARAGRAPHS = "paragraphs"
    WHOLE = "whole"
    DECIMAL = "decimal"
    MONEY = "money"
    DATE = "date"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column: a field of the kind, its heading in Dutch and English, and help in Dutch.

    *choices* are the codes that may stand here, each with its Dutch word, when they are fixed.
    """

    field: str
    heading: str
    english: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet: the kind of record in its rows, its name in Dutch and English, its columns."""

    kind: str
    name: str
    english: str
    about: str
    columns: tuple[Column, ...]

    def value_of(self, column: Column) -> Value:
        """Return what stands in the cells of a column."""
        if column.field == OWNER and self.kind in OWNED:
            return Value.CODE
        if column.choices:
            return Value.CODE
        return _value(self.kind, _field(self.kind, column.field))

    def target_of(self, column: Column) -> str:
        """Return the kind of record or the classification that a column names, or nothing."""
        if column.field == OWNER and self.kind in OWNED:
            return OWNER
        return REFERENCES.get(self.kind, {}).get(column.field, "")

    def is_required(self, column: Column) -> bool:
        """Tell whether every row must have a value here."""
        if column.field == OWNER and self.kind in OWNED:
            return True
        return _field(self.kind, column.field).required


def is_classification(target: str) -> bool:
    """Tell whether a column's target is a classification rather than a kind of record."""
    return target in SCHEMES


@cache
def _field(kind: str, name: str) -> Field:
    return next(field for field in fields_of(kind) if field.name == name)


def _value(kind: str, field: Field) -> Value:
    if field.name.endswith("_cents"):
        return Value.MONEY
    if field.shape is Shape.TEXT:
        return _text_value(kind, field.name)
    return _BY_SHAPE[field.shape]


def _text_value(kind: str, name: str) -> Value:
    if name in {"key", "slug", "code", "scheme"} or name in REFERENCES.get(kind, {}):
        return Value.CODE
    return Value.PARAGRAPHS if is_long(name) else Value.LINE


_BY_SHAPE = {
    Shape.TEXTS: Value.CODES,
    Shape.INTEGER: Value.WHOLE,
    Shape.DECIMAL: Value.DECIMAL,
    Shape.DATE: Value.DATE,
    Shape.FLAG: Value.FLAG,
}
