# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading JSON in which numbers are exact and every name occurs once."""

import json
import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn

from samenspel.core.errors import RuleError
from samenspel.core.limits import MAX_INTEGER, shown

Plain = dict[str, Any]
LARGEST = 64 * 1024 * 1024
"""Characters in a file; a game of 20 parties with short names fits."""

_MOST_DIGITS = 40
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40}|/0*[1-9][0-9]{0,39})?")
_CENTS = 100


def parse(text: str) -> Plain:
    """
    Return the object in a JSON text.

    Raises:
        RuleError: ``share-file-too-large``, ``share-file-not-json``, ``share-file-too-deep``,
            ``share-file-name-twice`` or ``share-not-number`` (NaN, Infinity, too many digits).
    """
    if len(text) > LARGEST:
        raise RuleError("share-file-too-large", megabytes=LARGEST >> 20)
    try:
        found = json.loads(
            text,
            object_pairs_hook=_once,
            parse_float=Decimal,
            parse_int=_integer,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as error:
        raise RuleError("share-file-not-json", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise RuleError("share-file-too-deep") from error
    return mapping(found, "")


def mapping(value: object, name: str) -> Plain:
    """
    Return an object.

    Raises:
        RuleError: ``share-file-field-wrong``.
    """
    if not isinstance(value, dict):
        raise RuleError("share-file-field-wrong", name=name or "{ }")
    return value


def texts(value: object, name: str) -> list[str]:
    """
    Return a list of names, stripped.

    Raises:
        RuleError: ``share-file-field-wrong``.
    """
    if not isinstance(value, list) or not all(
        isinstance(one, str) and one.strip() for one in value
    ):
        raise RuleError("share-file-field-wrong", name=name)
    return [one.strip() for one in value]


def check_fields(data: Plain, known: Collection[str]) -> None:
    """
    Check that an object has no fields but the *known*.

    Raises:
        RuleError: ``share-file-field-unknown``.
    """
    for name in data:
        if name not in known:
            raise RuleError("share-file-field-unknown", name=shown(name), fields=sorted(known))


def number(value: object, name: str) -> Fraction:
    """
    Return a number, exactly as written; text holds what other programs round: "12.50" or "1/3".

    Raises:
        RuleError: ``share-not-number``, or ``share-amount-too-large`` beyond 2^53.
    """
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Fraction(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise RuleError("share-not-number", name=name, value=shown(value))
    if isinstance(value, Decimal):
        if value.adjusted() < -_MOST_DIGITS or len(value.as_tuple().digits) > _MOST_DIGITS:
            raise RuleError("share-not-number", name=name, value=shown(value))
        if value.adjusted() > _MOST_DIGITS:
            raise RuleError("share-amount-too-large", limit_cents=MAX_INTEGER)
    return Fraction(value)


def euros(value: object, name: str) -> int:
    """
    Return an amount in euros as whole cents.

    Raises:
        RuleError: ``share-not-number``, ``share-amount-fraction`` (a part of a cent) or
            ``share-amount-too-large``.
    """
    cents = number(value, name) * _CENTS
    if cents.denominator != 1:
        raise RuleError("share-amount-fraction", name=name, value=shown(value))
    return int(_within(cents))


def cents(value: object, name: str) -> int:
    """
    Return an amount in whole cents.

    Raises:
        RuleError: as ``euros``.
    """
    found = number(value, name)
    if found.denominator != 1:
        raise RuleError("share-amount-fraction", name=name, value=shown(value))
    return int(_within(found))


def numbers(value: object, name: str) -> dict[str, Fraction]:
    """
    Return an object of numbers.

    Raises:
        RuleError: ``share-file-field-wrong`` or what ``number`` raises.
    """
    found: Mapping[str, object] = mapping(value, name)
    return {key.strip(): number(one, f"{name}: {key}") for key, one in found.items()}


def _within(amount: Fraction) -> Fraction:
    if abs(amount) > MAX_INTEGER:
        raise RuleError("share-amount-too-large", limit_cents=MAX_INTEGER)
    return amount


def _once(pairs: list[tuple[str, Any]]) -> Plain:
    found: Plain = {}
    for name, value in pairs:
        if name in found:
            raise RuleError("share-file-name-twice", name=shown(name))
        found[name] = value
    return found


def _integer(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise RuleError("share-not-number", name="", value=shown(text))
    return int(text)


def _no_number(text: str) -> NoReturn:
    raise RuleError("share-not-number", name="", value=text)
