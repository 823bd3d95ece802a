# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Amounts as people type them: euros to the cent, and quantities.

In euros at most two digits follow the last mark, so "12.500" and "12,500" are twelve thousand five
hundred, and "12,5" twelve fifty. A quantity may have any number of decimals; there one language's
decimal mark is the other's mark of thousands, and the active language decides.
"""

import re
from decimal import Decimal

from django.utils.translation import get_language

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_EUROS = re.compile(
    r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?"
    r"|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?"
    r"|[0-9]{1,16}(?:[.,][0-9]{1,2})?)"
)
_CENTS = re.compile(r"(.*)[.,]([0-9]{1,2})")
_NO_CENTS = (",-", ",--", ".-", ",\u2013")


def euros_to_cents(text: str) -> int | None:
    """
    Return the whole cents in *text*, None when it is no amount.

    >>> euros_to_cents("€ 12.500"), euros_to_cents("12500,5"), euros_to_cents("1,250.05")
    (1250000, 1250050, 125005)
    """
    plain = _SPACES.sub("", text).removeprefix("€").removeprefix("EUR")
    for ending in _NO_CENTS:
        plain = plain.removesuffix(ending)
    if not _EUROS.fullmatch(plain):
        return None
    parts = _CENTS.fullmatch(plain)
    whole, cents = (parts[1], parts[2]) if parts else (plain, "")
    return int(re.sub("[.,]", "", whole)) * 100 + int(cents.ljust(2, "0"))


def cents_to_euros(cents: int) -> str:
    """Return *cents* as a form shows them: in groups of three, cents only when there are any."""
    whole, rest = divmod(cents, 100)
    return _in_groups(whole) + (f"{_decimal_mark()}{rest:02}" if rest else "")


def parse_quantity(text: str) -> Decimal | None:
    """Return the number in *text* as the active language writes it, None when it is none."""
    decimal = _decimal_mark()
    thousands = "." if decimal == "," else ","
    plain = _SPACES.sub("", text).replace("\u2212", "-")
    mark, group = re.escape(decimal), re.escape(thousands)
    if re.fullmatch(rf"-?[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+(?:{mark}[0-9]+)?", plain):
        plain = plain.replace(thousands, "")
    if not re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", plain):
        return None
    return Decimal(plain.replace(",", "."))


def shown_quantity(number: Decimal) -> str:
    """Return *number* as a form shows it: all its digits, in groups of three."""
    whole, mark, fraction = format(number.copy_abs(), "f").partition(".")
    sign = "-" if number < 0 else ""
    return sign + _in_groups(int(whole)) + (f"{_decimal_mark()}{fraction}" if mark else "")


def _in_groups(whole: int) -> str:
    return f"{whole:,}".replace(",", "." if _decimal_mark() == "," else ",")


def _decimal_mark() -> str:
    return "." if (get_language() or "").startswith("en") else ","
