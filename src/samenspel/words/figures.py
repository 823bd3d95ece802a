# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Official figures as people read them: names in their language, numbers with their unit."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samenspel.sources.statistics import indicators, sectors, themes
from samenspel.words.formats import NO_BREAK_SPACE, euro, number

_CENTS = 100_000
"""Cents in a thousand euros."""


def indicator_name(code: str) -> str:
    """Return the name of an indicator."""
    one = indicators()[code]
    return in_language(one.name_nl, one.name_en)


def definition(code: str) -> str:
    """Return what an indicator means."""
    one = indicators()[code]
    return in_language(one.definition_nl, one.definition_en)


def unit(code: str) -> str:
    """Return the unit of an indicator."""
    one = indicators()[code]
    return in_language(one.unit_nl, one.unit_en)


def sector_name(code: str) -> str:
    """Return the name of a sector."""
    one = sectors()[code]
    return in_language(one.name_nl, one.name_en)


def theme_name(code: str) -> str:
    """Return the name of a theme."""
    one = themes()[code]
    return in_language(one.name_nl, one.name_en)


def in_language(dutch: str, english: str) -> str:
    """Return the text in the active language, Dutch unless it is English."""
    return english if (get_language() or "").startswith("en") else dutch


def value_text(code: str, value: float | None) -> str:
    """Return a value with its unit, rounded as the indicator asks; that it is unknown for None."""
    if value is None:
        return _("unknown")
    one = indicators()[code]
    if is_money(code):
        return euro(int(round(value * _CENTS, -4 if one.decimals else -5)))
    text = decimal(value, one.decimals)
    if one.unit_en == "%":
        return f"{text}%"
    return f"{text}{NO_BREAK_SPACE}{unit(code)}"


def bare(code: str, value: float | None) -> str:
    """Return a value without its unit, for a table with the unit above it; empty for None."""
    return "" if value is None else decimal(value, indicators()[code].decimals)


def short_value(code: str, value: float | None) -> str:
    """Return a value for a table where ``name_with_unit`` stands before it."""
    return value_text(code, value) if value is None or _has_sign(code) else bare(code, value)


def name_with_unit(code: str) -> str:
    """Return the name of an indicator, with its unit unless that is clear from name or value."""
    name = indicator_name(code)
    is_clear = _has_sign(code) or name.casefold() == unit(code)
    return name if is_clear else f"{name} ({unit(code)})"


def _has_sign(code: str) -> bool:
    return is_money(code) or indicators()[code].unit_en == "%"


def is_money(code: str) -> bool:
    """Tell whether an indicator is in thousands of euros."""
    return "€" in indicators()[code].unit_en


def decimal(value: float, places: int) -> str:
    """Return a number with as many decimals as asked."""
    return number_format(Decimal(f"{value:.{places}f}"), decimal_pos=places, force_grouping=True)


def percent(share: float | None) -> str:
    """Return a share as a whole percentage."""
    return _("unknown") if share is None else f"{decimal(100 * share, 0)}%"


def quotient(value: float | None) -> str:
    """Return a location quotient."""
    return _("unknown") if value is None else decimal(value, 2)


def jobs(value: float | None) -> str:
    """Return a number of jobs, in hundreds as they were published."""
    return _("unknown") if value is None else number(int(round(value, -2)))


def signed(value: float | None) -> str:
    """Return a change of jobs with its sign, in hundreds."""
    if value is None:
        return _("unknown")
    rounded = int(round(value, -2))
    return f"+{number(rounded)}" if rounded > 0 else number(rounded)
