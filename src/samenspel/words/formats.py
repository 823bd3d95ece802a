# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Numbers, money and dates as people in the active language write them.

None has no text here: who shows a value that may be missing says in words that it is.
"""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language

from samenspel.core.limits import decimal_text

NO_BREAK_SPACE = "\u00a0"
_DASH = "\u2013"
_CENTS = 100
_MONTH = {True: "b", False: "M"}
"""How Dutch and English write a month in three letters: small, or with a capital."""


def number(value: int | Decimal) -> str:
    """Return a quantity with all its digits, grouped in thousands: ``1.500,5`` in Dutch."""
    text = decimal_text(Decimal(value))
    _, _, fraction = text.partition(".")
    return number_format(Decimal(text), decimal_pos=len(fraction), force_grouping=True)


def euro(cents: int) -> str:
    """Return an amount, without cents when they are zero: ``€ 12.500`` in Dutch, ``€12,500``."""
    whole, rest = divmod(abs(cents), _CENTS)
    places = 2 if rest else 0
    amount = number_format(
        Decimal(whole) + Decimal(rest).scaleb(-2), decimal_pos=places, force_grouping=True
    )
    sign = "-" if cents < 0 else ""
    if _is_dutch():
        return f"€{NO_BREAK_SPACE}{sign}{amount}"
    return f"{sign}€{amount}"


def euro_exact(cents: int) -> str:
    """Return an amount with its cents, also when they are zero, so that columns line up."""
    return euro(cents) if cents % _CENTS else _with_zeros(euro(cents))


def _with_zeros(amount: str) -> str:
    return f"{amount},00" if _is_dutch() else f"{amount}.00"


def euro_signed(cents: int) -> str:
    """Return a difference with its sign and cents: ``€ +12,50`` in Dutch, ``+€12.50``."""
    amount, sign = euro_exact(abs(cents)), "-" if cents < 0 else "+"
    if _is_dutch():
        return amount.replace(NO_BREAK_SPACE, NO_BREAK_SPACE + sign, 1)
    return sign + amount


def long_date(day: date) -> str:
    """Return a day with its month in full: ``1 september 2026`` in Dutch."""
    return date_format(day, "j F Y")


def short_date(day: date) -> str:
    """Return a day with its month in three letters: ``1 sep 2026`` in Dutch."""
    return date_format(day, f"j {_MONTH[_is_dutch()]} Y")


def month(day: date) -> str:
    """Return the month of a day with its year: ``sep 2026`` in Dutch."""
    return date_format(day, f"{_MONTH[_is_dutch()]} Y")


def day_of_month(month: int, day: int) -> str:
    """Return a day of every year: ``30 april`` in Dutch."""
    return date_format(date(2000, month, day), "j F")


def years(first: int, last: int) -> str:
    """Return a period in whole years: ``2026-2029`` with a dash between, or one year."""
    return str(first) if first == last else f"{first}{_DASH}{last}"


def _is_dutch() -> bool:
    return (get_language() or "").startswith("nl")
