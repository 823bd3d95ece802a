# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a cell means: from what stands in it to the plain value that a record is read from."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from samenspel.core.limits import decimal_text, shown
from samenspel.sources.spreadsheet import Cell, Mark
from samenspel.sources.workbook.layout import Value
from samenspel.sources.workbook.numbers import (
    NumberError,
    cents_of,
    decimal_of,
    euros_of,
    whole_of,
)

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DUTCH = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")
_FLAGS = {
    "ja": True,
    "yes": True,
    "true": True,
    "waar": True,
    "nee": False,
    "no": False,
    "false": False,
    "onwaar": False,
}
SEPARATOR = re.compile(r"[;\n]")


class CellError(Exception):
    """A cell that does not hold what its column asks for."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def plain_value(value: Value, cell: Cell) -> Any:
    """
    Return what a cell that is not empty holds, as the record's JSON has it.

    Raises:
        CellError: with a code that says what is wrong.
    """
    if isinstance(cell, Mark):
        raise CellError("formula" if cell is Mark.FORMULA else "unreadable-cell")
    try:
        return _READERS[value](cell)
    except NumberError as error:
        raise CellError(error.code, value=shown(cell)) from error


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _text(cell: Cell) -> str:
    if isinstance(cell, int) and not isinstance(cell, bool):
        return str(cell)
    if not isinstance(cell, str):
        raise CellError("not-text", value=shown(cell))
    return cell


def _code(cell: Cell) -> str:
    return _text(cell).strip()


def _codes(cell: Cell) -> list[str]:
    return [part.strip() for part in SEPARATOR.split(_text(cell)) if part.strip()]


def _number(cell: Cell, read: Callable[[str], Decimal]) -> Decimal:
    if isinstance(cell, str):
        return read(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | Decimal):
        raise CellError("bad-number", value=shown(cell))
    return Decimal(cell)


def _whole(cell: Cell) -> int:
    number = _number(cell, whole_of)
    if number != number.to_integral_value():
        raise CellError("not-whole", value=shown(cell))
    return int(number)


def _decimal(cell: Cell) -> str:
    return decimal_text(_number(cell, decimal_of))


def _money(cell: Cell) -> int:
    return cents_of(_number(cell, euros_of))


def _date(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    text = cell.strip() if isinstance(cell, str) else ""
    if found := _ISO.fullmatch(text):
        parts = [int(part) for part in found.groups()]
    elif found := _DUTCH.fullmatch(text):
        parts = [int(part) for part in reversed(found.groups())]
    else:
        raise CellError("not-a-date", value=shown(cell))
    try:
        return date(*parts).isoformat()
    except ValueError as error:
        raise CellError("not-a-date", value=shown(cell)) from error


def _flag(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    answer = _FLAGS.get(cell.strip().casefold()) if isinstance(cell, str) else None
    if answer is None:
        raise CellError("not-yes-or-no", value=shown(cell))
    return answer


_READERS: dict[Value, Callable[[Cell], Any]] = {
    Value.CODE: _code,
    Value.CODES: _codes,
    Value.LINE: _text,
    Value.PARAGRAPHS: _text,
    Value.WHOLE: _whole,
    Value.DECIMAL: _decimal,
    Value.MONEY: _money,
    Value.DATE: _date,
    Value.FLAG: _flag,
}
