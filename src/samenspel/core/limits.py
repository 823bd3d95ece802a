# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
How large things may be, and what a single value must look like.

The table is the rule; the columns of the database are as wide as it says.
"""

import re
from decimal import Decimal

MAX_ROWS = 10_000
"""Rows of one kind; for costs and contributions, of one measure."""

MAX_MEMBERS = 500
"""Codes or keys in one list, such as the partners of a measure."""

MAX_INTEGER = 2**53 - 1
"""Beyond this a reader that keeps numbers as doubles loses digits."""

FIRST_YEAR, LAST_YEAR = 1900, 2200

MAX_COUNT = 100_000_000
"""Inhabitants, votes."""

MAX_DECIMAL_DIGITS = 30
"""Digits of a quantity, before and after the point together."""

LONG_TEXT, SHORT_TEXT = 10_000, 300

_LONG = frozenset({"about", "why", "evidence", "summary", "gets", "brings"})
"""Fields that hold paragraphs: up to 10,000 characters, line breaks allowed."""

_LIMITS = {
    "source": 1000,
    "website": 1000,
    "unit": 50,
    "code": 50,
    "kind": 50,
    "scheme": 50,
}

RESERVED_SLUGS = frozenset(
    {
        "account",
        "accounts",
        "antwoord",
        "api",
        "demo",
        "i18n",
        "inloggen",
        "kaart",
        "over",
        "post",
        "privacy",
        "static",
        "taal",
        "toegankelijkheid",
        "uitloggen",
        "wachtwoord",
        "werkblad",
    }
)
"""First parts of an address that no region can have."""

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,19}")
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,49}")
MUNICIPALITY = re.compile(r"(GM|VB)[0-9]{4}")
"""A code of CBS, or VB (*voorbeeld*) for a municipality of a fictional region."""

DECIMAL = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")

_SURROGATES = "\ud800-\udfff"
_NO_CHARACTERS = "\ufffe\uffff"
_DIRECTION_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
"""Invisible marks that show a text in another order than it is stored in."""

_UNFIT = _SURROGATES + _NO_CHARACTERS + _DIRECTION_OVERRIDES
_UNFIT_IN_LINE = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_UNFIT}]")
_UNFIT_IN_TEXT = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_UNFIT}]")

Fault = tuple[str, dict[str, object]]
"""The code and params of a problem whose place is not known yet."""


def text_limit(field: str) -> int:
    """Return how many characters *field* may hold."""
    return LONG_TEXT if field in _LONG else _LIMITS.get(field, SHORT_TEXT)


def is_long(field: str) -> bool:
    """Tell whether *field* holds paragraphs rather than one line."""
    return field in _LONG


def text_fault(field: str, text: str) -> Fault | None:
    """Return what is wrong with *text* in *field*: its length or a character in it."""
    if len(text) > (limit := text_limit(field)):
        return "text-too-long", {"limit": limit, "length": len(text)}
    return character_fault(text, paragraphs=field in _LONG)


def character_fault(text: str, *, paragraphs: bool) -> Fault | None:
    """Return what is wrong with a character of *text*; line breaks are right in *paragraphs*."""
    if found := (_UNFIT_IN_TEXT if paragraphs else _UNFIT_IN_LINE).search(text):
        return "control-character", {
            "character": f"U+{ord(found[0]):04X}",
            "position": found.start() + 1,
        }
    return None


def integer_fault(number: int) -> Fault | None:
    """Return what is wrong with *number* when others cannot hold it."""
    return ("integer-too-large", {"limit": MAX_INTEGER}) if abs(number) > MAX_INTEGER else None


def decimal_fault(number: Decimal) -> Fault | None:
    """Return what is wrong with a quantity: not finite, or more digits than we keep."""
    if not number.is_finite():
        return "bad-decimal", {"value": str(number)}
    too_wide = number.adjusted() >= MAX_DECIMAL_DIGITS  # do not write out 1E+1000000 to see it
    if too_wide or _digits(number) > MAX_DECIMAL_DIGITS:
        return "too-many-digits", {"limit": MAX_DECIMAL_DIGITS}
    return None


def _digits(number: Decimal) -> int:
    """Return how many digits the plain text has, but never more than twice the limit or so."""
    if number.adjusted() < -MAX_DECIMAL_DIGITS:
        return 0 if not number else -number.adjusted()
    return len(decimal_text(number).strip("-").replace(".", ""))


def decimal_text(number: Decimal) -> str:
    """
    Return the one plain text of *number*: no exponent, no zeros at the end, no minus before zero.

    >>> decimal_text(Decimal("-1.20E+2"))
    '-120'
    """
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", "0"} else text


def shown(value: object, most: int = 60) -> str:
    """Return at most *most* characters of *value* in one line, fit to be shown in a message."""
    text = _UNFIT_IN_LINE.sub("\ufffd", str(value)[: most + 1])
    return text if len(text) <= most else text[: most - 1] + "…"
