# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Money as pages show it. What is not known says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenspel.core.agenda.summary import Summary
from samenspel.words.formats import euro


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: *percent* of the longest, None when there is nothing to draw."""

    label: str
    value: str
    percent: float | None


def amount(cents: int | None) -> str:
    """Return an amount, or that it is unknown."""
    return _("unknown") if cents is None else euro(cents)


def bars(cents: Mapping[str, int | None]) -> list[Bar]:
    """Return label -> cents as bars, the longest whole."""
    longest = max((value for value in cents.values() if value), default=0)
    return [
        Bar(label, amount(value), None if value is None else share(value, longest))
        for label, value in cents.items()
    ]


def share(part: int, whole: int) -> float:
    """Return a part of a whole in percent, with one decimal."""
    return round(part * 100 / whole, 1) if whole else 0.0


def years(summary: Summary) -> list[Bar]:
    """Return the costs of an agenda by year."""
    cents: dict[int | None, int] = {year: value for year, value in summary.years.items()}  # noqa: C416 - another type of key
    if summary.undivided is not None:
        cents[None] = summary.undivided
    return by_year(cents)


def by_year(cents: Mapping[int | None, int]) -> list[Bar]:
    """Return year -> cents as bars; None is what is not split by year, no bar when that is all."""
    if set(cents) <= {None}:
        return []
    return bars({str(year or _("not split by year")): value for year, value in cents.items()})


def yearly_per_inhabitant(total: int | None, years: int, people: int | None) -> int | None:
    """Return the cents for each inhabitant in an average year, rounded; None when unknown."""
    return round(total / (years * people)) if total is not None and people and years > 0 else None
