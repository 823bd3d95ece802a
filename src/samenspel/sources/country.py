# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole country by one indicator: every official region of a kind, and how they rank."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from samenspel.core.composition import LABOUR_MARKET_REGION
from samenspel.core.errors import RuleError
from samenspel.core.profile.distinctiveness import ranks
from samenspel.core.profile.report import Place
from samenspel.sources.in_use import kept
from samenspel.sources.profile_columns import columns_of, newest, places_of, regions_of
from samenspel.sources.profiles import checked_year, rounded
from samenspel.sources.statistics import NO_RULE, indicators, municipalities


@dataclass(frozen=True, slots=True)
class Ranked:
    """A region with its value, in the unit of the indicator; ``rank`` is 1 for the highest."""

    place: Place
    value: float | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class Country:
    """One indicator in one period: all regions of a kind, the highest first, unknown last."""

    indicator: str
    period: int
    value: float | None
    regions: tuple[Ranked, ...]

    @property
    def known(self) -> int:
        """How many regions have a value."""
        return sum(one.value is not None for one in self.regions)


def mapped(year: int) -> tuple[str, ...]:
    """Return the indicators that regions have a figure of, in order of theme; medians have none."""
    return tuple(code for code in newest(year) if indicators()[code].rule != NO_RULE)


@kept(256)
def country(indicator: str, year: int, kind: str = LABOUR_MARKET_REGION) -> Country:
    """
    Return an indicator of all regions of a kind, in its newest period until a year.

    The values are those of the profiles of these regions.

    Raises:
        RuleError: ``no-figures-of-indicator``, ``no-figures-of-year``.
    """
    known = newest(checked_year(year))
    if indicator not in known:
        raise RuleError("no-figures-of-indicator", asked=indicator, known=tuple(known))
    column = columns_of(kind, known[indicator])[indicator]
    found = [
        Ranked(place, rounded(value), int(rank) if np.isfinite(rank) else None)
        for place, value, rank in zip(
            places_of(kind), column.values, ranks(column.values), strict=True
        )
    ]
    found.sort(key=lambda one: (one.rank is None, one.rank or 0, one.place.name))
    return Country(indicator, known[indicator], rounded(column.country), tuple(found))


@lru_cache(maxsize=4)
def members(kind: str = LABOUR_MARKET_REGION) -> dict[str, str]:
    """Return municipality -> the region of a kind in which it lies now."""
    regions = regions_of(kind)
    return {
        code: regions.regions[number]
        for code, number in zip(municipalities(), regions.number, strict=True)
        if number >= 0
    }
