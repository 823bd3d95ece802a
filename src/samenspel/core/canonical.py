# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
One text for one value: canonical JSON after RFC 8785, without its floats.

A digest is worth something only when everybody who has the value computes the same bytes. Fractions
are refused instead of formatted: amounts are whole cents, other decimals travel as strings.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NoReturn, TypeAlias

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"
"""What has a canonical text; at run time a sequence must be a list or a tuple."""

LARGEST_INTEGER = 2**53 - 1
"""Beyond this a reader that keeps numbers as doubles, as JavaScript does, loses digits."""

DEEPEST = 64
"""Levels of nesting; deeper is no record of anything."""


class NotCanonicalError(ValueError):
    """A text that is JSON, but not the one canonical text of its value."""


def encode(value: Json) -> bytes:
    """
    Return the canonical text of *value* in UTF-8.

    Raises:
        TypeError: something in it has no canonical text, such as a float, a date or a key that is
            no string.
        ValueError: an integer beyond 2^53 - 1, a lone surrogate, or more than 64 levels.
    """
    text = json.dumps(_ordered(value, 0), ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("a lone surrogate is no character and has no canonical text") from error


def decode(text: bytes) -> Json:
    """
    Return the value of a canonical *text*.

    Raises:
        NotCanonicalError: *text* is not byte for byte what ``encode`` makes of its value.
        ValueError: *text* is no JSON, repeats a key, or holds what has no canonical text.
    """
    plain = _plain(text)
    return plain[0] if plain else _decoded(text)


def is_plain_mapping(text: bytes) -> bool:
    """Tell whether *text* is the canonical one of a mapping; False also when that is in doubt."""
    return text.startswith(b"{") and _plain(text) is not None


def _plain(text: bytes) -> tuple[Json] | None:
    """
    Return the value when *text* is canonical beyond doubt, as nearly all are; None: look closer.

    Reading and writing it again with the standard library is six times as fast as with our own
    checks, and comes to the same where no character is beyond 16 bits and no nest is deep.
    """
    if not text.isascii() and _BEYOND_16_BITS.search(text):
        return None
    if text.count(b"{") + text.count(b"[") > DEEPEST:
        return None
    try:
        written = text.decode()
        value, end = _READER.raw_decode(written)
        same = end == len(written) and _WRITER.encode(value) == written
    except ValueError:
        return None
    return (value,) if same else None


def _decoded(text: bytes) -> Json:
    """Return the value of *text* with every check of its own."""
    try:
        value: Json = json.loads(
            text.decode(),
            object_pairs_hook=_without_repeats,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
    except RecursionError as error:
        raise ValueError(f"nested more than {DEEPEST} levels deep") from error
    if encode(value) != text:
        raise NotCanonicalError("the same value has another canonical text")
    return value


def moment(at: datetime) -> str:
    """Return the one text of an instant: UTC, microseconds, ``Z``. Raise ValueError when naive."""
    if at.utcoffset() is None:
        raise ValueError("a moment without time zone could be any of many")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _ordered(value: object, depth: int) -> object:
    """Return *value* with checked members and keys in order, ready for the standard library."""
    if depth > DEEPEST:
        raise ValueError(f"nested more than {DEEPEST} levels deep")
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        return _exact(value)
    if isinstance(value, list | tuple):
        return [_ordered(item, depth + 1) for item in value]
    if isinstance(value, Mapping):
        return {key: _ordered(value[key], depth + 1) for key in sorted(value, key=_utf16)}
    kind = type(value).__name__
    raise TypeError(f"{kind} has no canonical text: write it as a string or a whole number")


def _exact(number: int) -> int:
    if abs(number) > LARGEST_INTEGER:
        raise ValueError("an integer beyond 2^53 - 1 has no canonical text: write it as a string")
    return number


def _utf16(key: object) -> bytes:
    if not isinstance(key, str):
        raise TypeError(f"a key must be a string, not {type(key).__name__}")
    return key.encode("utf-16-be", "surrogatepass")


def _without_repeats(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key occurs twice")
    return found


def _refuse_number(text: str) -> NoReturn:
    raise ValueError(f"{text[:40]} is no whole number")


def _exact_text(digits: str) -> int:
    return _exact(int(digits))


_BEYOND_16_BITS = re.compile(rb"[\xf0-\xff]")
"""A key with such a character sorts otherwise in UTF-16 than by its characters."""

_READER = json.JSONDecoder(
    parse_int=_exact_text, parse_float=_refuse_number, parse_constant=_refuse_number
)
_WRITER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":")
)
