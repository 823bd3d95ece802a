# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The statistics of municipalities, and the jobs of COROP regions.

Packaged ones, and over them those that were loaded, see ``in_use``. Figures stand as they were
published, in the division of their table; here they are asked for in the municipalities of now.
Missing is NaN, never 0. What is not a figure of this product and why stands in ``left_out``.
Sources: CBS, police and RIVM (CC BY 4.0), per edition.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

from samenspel.core.composition import holds_on, successor_of
from samenspel.core.profile.arrays import Floats, Ints
from samenspel.core.profile.recode import merged
from samenspel.sources.in_use import in_use, kept
from samenspel.sources.reference import division, inhabitants, read_table

SUM, MEAN, NO_RULE = "sum", "mean", "none"
"""How a figure goes from parts to a whole; a median does not."""

NOW = 2026
"""The division in which figures are given: 342 municipalities, the same since 2023."""

INHABITANTS = "inhabitants"
UNPLACED = "CR99"
"""The region of jobs that CBS could not place."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme under which figures stand; eight are those of broad welfare."""

    code: str
    name_nl: str
    name_en: str
    broad_welfare: bool


@dataclass(frozen=True, slots=True)
class Sector:
    """A group of sections of the business classification SBI 2008, such as ``G H I``."""

    code: str
    sections: str
    name_nl: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """
    What a figure means and how it adds up.

    A mean weighs by the indicator ``weight``; ``weight_basis`` is ``exact`` when that is the
    denominator in words, else ``proxy``. What is not ``shown`` only serves as weight.
    """

    code: str
    name_nl: str
    name_en: str
    definition_nl: str
    definition_en: str
    unit_nl: str
    unit_en: str
    decimals: int
    direction: str
    theme: str
    rule: str
    weight: str
    weight_basis: str
    denominator_nl: str
    denominator_en: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """
    Where the figures of an indicator in a period come from.

    ``status`` is ``definite``, ``provisional`` or ``not-stated``; ``made`` is ``published``,
    ``computed`` (from published figures, as the note says) or ``estimated``.
    """

    indicator: str
    period: int
    division: int
    source: str
    table: str
    edition: str
    status: str
    licence: str
    made: str
    column: str
    note: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column of a source that is no figure here, and why."""

    table: str
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Observations:
    """
    The figures of one period: ``values`` has shape (municipalities, indicators), NaN if unknown.

    Municipalities that merged since are added up, by the rule of each figure.
    """

    period: int
    municipalities: tuple[str, ...]
    indicators: tuple[str, ...]
    values: Floats


@dataclass(frozen=True, slots=True)
class Jobs:
    """
    Jobs of employees in December: ``values`` has shape (years, regions, sectors), NaN if secret.

    Published in hundreds. ``unplaced``, shape (years, sectors), are jobs that have no region; in
    2014 that was not published.
    """

    years: tuple[int, ...]
    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    values: Floats
    unplaced: Floats


@lru_cache(maxsize=1)
def themes() -> Mapping[str, Theme]:
    """Return the themes by code, in the order in which they show."""
    rows = read_table("themes")
    return {
        row["code"]: Theme(broad_welfare=row.pop("broad_welfare") == "yes", **row) for row in rows
    }


@lru_cache(maxsize=1)
def sectors() -> Mapping[str, Sector]:
    """Return the sectors of ``jobs`` by code, in the order of the classification."""
    return {row["code"]: Sector(**row) for row in read_table("sectors")}


@lru_cache(maxsize=1)
def indicators() -> Mapping[str, Indicator]:
    """Return every indicator by code, in order of theme."""
    return {
        row["code"]: Indicator(
            decimals=int(row.pop("decimals")), shown=row.pop("shown") == "yes", **row
        )
        for row in read_table("indicators")
    }


@kept(2)
def editions() -> Mapping[tuple[str, int], Edition]:
    """Return where the figures of an indicator in a period come from."""
    return {**packaged_editions(), **in_use().editions}


@lru_cache(maxsize=1)
def packaged_editions() -> Mapping[tuple[str, int], Edition]:
    """Return the editions that come with this product."""
    found = (
        Edition(period=int(row.pop("period")), division=int(row.pop("division")), **row)
        for row in read_table("indicator-editions")
    )
    return {(one.indicator, one.period): one for one in found}


@lru_cache(maxsize=1)
def left_out() -> tuple[LeftOut, ...]:
    """Return the columns of the sources that are no figures here, with the reason."""
    return tuple(LeftOut(**row) for row in read_table("columns-left-out"))


@kept(256)
def periods(indicator: str) -> tuple[int, ...]:
    """Return the periods of which an indicator is known, in order."""
    return tuple(sorted(period for code, period in editions() if code == indicator))


@lru_cache(maxsize=8)
def municipalities(year: int = NOW) -> tuple[str, ...]:
    """Return the codes of the municipalities on 1 January of a year, in order."""
    every = division().municipalities.values()
    day = date(year, 1, 1)
    return tuple(sorted(one.code for one in every if holds_on(one.since, one.until, day)))


def published(indicator: str, period: int) -> Mapping[str, float]:
    """
    Return the figures as published, by municipality of the division of the edition.

    Raises KeyError for an indicator or period that the tables do not have.
    """
    return _published()[indicator, period]


@kept(64)
def observations(period: int) -> Observations:
    """
    Return the figures of a period in the municipalities of now, in order of theme.

    Raises ValueError, naming the periods there are, when nothing is known of this one.
    """
    known = sorted({when for _, when in _published()})
    if period not in known:
        raise ValueError(f"no figures of {period}; there are of {', '.join(map(str, known))}")
    codes = tuple(code for code in indicators() if (code, period) in _published())
    values = np.column_stack([vector(code, period) for code in codes])
    values.flags.writeable = False
    return Observations(period, municipalities(), codes, values)


@kept(1024)
def vector(indicator: str, period: int, year: int = NOW) -> Floats:
    """
    Return one figure for the municipalities of a year, in order of code; NaN where unknown.

    A median of municipalities that merged is not known. Raises KeyError for what the tables do not
    have, ValueError for a division that was before the one in which it was published.
    """
    edition, found = editions()[indicator, period], published(indicator, period)
    old = municipalities(edition.division)
    values = np.array([found.get(code, np.nan) for code in old])
    if old != municipalities(year):
        values = _in_later(values, indicators()[indicator], period, edition.division, year)
    values.flags.writeable = False
    return values


def weight(indicator: str, period: int, year: int = NOW) -> Floats:
    """
    Return by what a mean weighs: its weight in the same period, or else in the nearest known.

    Raises KeyError for an indicator that has no weight.
    """
    by = indicators()[indicator].weight
    known = [one for one in periods(by) if _leads_to(editions()[by, one].division, year)]
    nearest = min(known, key=lambda one: (abs(one - period), -one), default=period)
    return vector(by, nearest, year)


def _leads_to(division_of: int, year: int) -> bool:
    """Tell whether figures of one division can be given in that of a year."""
    return division_of <= year or municipalities(division_of) == municipalities(year)


@lru_cache(maxsize=1)
def packaged_jobs() -> Mapping[tuple[int, str, str], float]:
    """Return the jobs that come with this product, NaN where they are secret."""
    return {
        (int(row["year"]), row["region"], row["sector"]): float(row["jobs"] or "nan")
        for row in read_table("jobs")
    }


@kept(2)
def jobs() -> Jobs:
    """Return the jobs of employees by year, COROP region and sector."""
    newer, packaged = in_use().jobs, packaged_jobs()
    again = {year for year, _region, _sector in newer}
    found = {key: value for key, value in packaged.items() if key[0] not in again} | dict(newer)
    years = tuple(sorted({year for year, _region, _sector in found}))
    regions = tuple(sorted({region for _year, region, _sector in found} - {UNPLACED}))
    places = {code: k for k, code in enumerate((*regions, UNPLACED))}
    kinds = {code: k for k, code in enumerate(sectors())}
    table = np.full((len(years), len(places), len(kinds)), np.nan)
    for (year, region, sector), value in found.items():
        table[years.index(year), places[region], kinds[sector]] = value
    table.flags.writeable = False
    return Jobs(years, regions, tuple(kinds), table[:, :-1], table[:, -1])


def _in_later(values: Floats, of: Indicator, period: int, before: int, year: int) -> Floats:
    """Return figures of one division in a later one, by their rule."""
    into, count = _successors(before, year), len(municipalities(year))
    if of.rule == NO_RULE:
        alone = np.bincount(into, minlength=count)[into] == 1
        values = np.where(alone, values, np.nan)
    weights = weight(of.code, period, before) if of.rule == MEAN else None
    return merged(values, into, count, weight=weights).value


@cache
def _successors(before: int, year: int) -> Ints:
    """Return for each municipality of a year its place among those of a later year."""
    if before > year:
        raise ValueError(f"figures in the division of {before} do not go back to that of {year}")
    places = {code: k for k, code in enumerate(municipalities(year))}
    return np.array([places[successor_of(division(), code)] for code in municipalities(before)])


@cache
def merged_since(year: int) -> Mapping[str, tuple[str, ...]]:
    """Return the municipalities of now that several of a year have become, each with those."""
    parts: dict[str, list[str]] = {}
    for code in municipalities(year):
        parts.setdefault(successor_of(division(), code), []).append(code)
    return {code: tuple(old) for code, old in parts.items() if len(old) > 1}


@kept(2)
def _published() -> Mapping[tuple[str, int], Mapping[str, float]]:
    return {**packaged_figures(), **in_use().values}


@lru_cache(maxsize=1)
def packaged_figures() -> Mapping[tuple[str, int], Mapping[str, float]]:
    """
    Return every figure that comes with this product.

    The table has no quotes, and a CSV reader would take twice as long.
    """
    found: dict[tuple[str, int], dict[str, float]] = {}
    for one in inhabitants():
        found.setdefault((INHABITANTS, one.year), {})[one.municipality] = float(one.people)
    text = files("samenspel.data").joinpath("observations.csv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        indicator, period, municipality, value = line.split(",")
        found.setdefault((indicator, int(period)), {})[municipality] = float(value)
    return found
