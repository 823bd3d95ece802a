# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Numbers that people wrote as text, in the Dutch way or with a point.

A comma begins the decimals. A point does so too, unless it can only be a thousands separator;
``1.234`` could be either and is refused.
"""

import re
from decimal import Decimal

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]")
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-"})
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]{1,30})?")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_COMMA = re.compile(r"-?[0-9]{1,30}(,[0-9]{1,30})?")
_POINT = re.compile(r"-?[0-9]{1,30}\.[0-9]{1,30}")

CENTS = 2


class NumberError(Exception):
    """A text or number that cannot be read; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decimal_of(text: str) -> Decimal:
    """
    Return the quantity in a text.

    Raises:
        NumberError: ``bad-number``, or ``ambiguous-number`` for one such as 1.234.

    >>> decimal_of("1.234,5")
    Decimal('1234.5')
    """
    text = _bare(text)
    if _AMBIGUOUS.fullmatch(text):
        raise NumberError("ambiguous-number")
    return _parsed(text)


def whole_of(text: str) -> Decimal:
    """
    Return the whole number in a text; a point can only separate thousands.

    Raises:
        NumberError: ``bad-number`` or ``not-whole``.
    """
    number = _parsed(_bare(text))
    if number != number.to_integral_value():
        raise NumberError("not-whole")
    return number


def euros_of(text: str) -> Decimal:
    """
    Return the amount in a text, with or without the sign of the euro.

    A point before three digits can only separate thousands: money has two decimals.

    Raises:
        NumberError: ``bad-number``.
    """
    text = _bare(text)
    if text.startswith("-€"):
        text = "-" + text[2:]
    text = text.removeprefix("€").removeprefix("EUR").removesuffix(",-")
    return _parsed(text)


def cents_of(euros: Decimal) -> int:
    """
    Return whole cents.

    Raises:
        NumberError: ``fraction-of-cent``; amounts are never rounded here.
    """
    cents = euros.scaleb(CENTS)
    if cents != cents.to_integral_value():
        raise NumberError("fraction-of-cent")
    return int(cents)


def dutch(number: int | Decimal) -> str:
    """Return a number as text with a comma, which is read back as it was."""
    return format(Decimal(number), "f").replace(".", ",")


def _bare(text: str) -> str:
    return _SPACES.sub("", text).translate(_SIGNS)


def _parsed(text: str) -> Decimal:
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _COMMA.fullmatch(text) or _POINT.fullmatch(text):
        return Decimal(text.replace(",", "."))
    raise NumberError("bad-number")
