# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The packaged statistics added up to regions of any kind, each by its own rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from samenspel.core.composition import COROP
from samenspel.core.profile.aggregate import Aggregate, totals, weighted_means
from samenspel.core.profile.arrays import NO_GROUP, Floats, Ints, divided, group_sums
from samenspel.sources.reference import division
from samenspel.sources.statistics import (
    INHABITANTS,
    MEAN,
    NO_RULE,
    indicators,
    jobs,
    municipalities,
    observations,
    vector,
    weight,
)

COUNTRY = "NL"
JOB_WEIGHTS = 2024
"""The year whose inhabitants divide the jobs of a COROP region that lies in several regions."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Regions, and for each municipality of now the number of the one it lies in, or -1."""

    regions: tuple[str, ...]
    number: Ints


@dataclass(frozen=True, slots=True)
class RegionalFigures:
    """
    Figures of regions in one period, shape (regions, indicators); NaN where there is no figure.

    ``coverage`` says on which part of the region a figure rests, 0 to 1.
    """

    period: int
    regions: tuple[str, ...]
    indicators: tuple[str, ...]
    values: Floats
    coverage: Floats


@dataclass(frozen=True, slots=True)
class RegionalJobs:
    """
    Jobs of employees in regions, shape (regions, sectors); NaN where a part is secret.

    CBS publishes jobs by COROP region. ``fit`` is 1 for a region made of whole ones; below, jobs
    are divided by inhabitants, an estimate: an inhabitant's COROP region lies for this part inside.
    """

    year: int
    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    values: Floats
    fit: Floats


@lru_cache(maxsize=8)
def grouping(kind: str) -> Grouping:
    """Return the official regions of a kind, in order of code; empty for a kind unknown."""
    known = division()
    region_of = {
        one.municipality: one.region
        for one in known.memberships
        if one.until is None and known.regions[one.region].kind == kind
    }
    return grouped(region_of)


def grouped(region_of: Mapping[str, str]) -> Grouping:
    """Return regions of one's own: the region of each municipality of now that has one."""
    regions = tuple(sorted(set(region_of.values())))
    places = {code: k for k, code in enumerate(regions)}
    number = [places.get(region_of.get(code, ""), NO_GROUP) for code in municipalities()]
    numbers = np.array(number, dtype=np.intp)
    numbers.flags.writeable = False
    return Grouping(regions, numbers)


def country() -> Grouping:
    """Return the country as one region."""
    return Grouping((COUNTRY,), np.zeros(len(municipalities()), dtype=np.intp))


def figures(period: int, regions: Grouping) -> RegionalFigures:
    """
    Return the figures of a period for regions, in order of theme.

    Counts add and need the whole region; means weigh and need nine tenths; medians have no figure.
    Raises ValueError, naming the periods there are, when nothing is known of this one.
    """
    found = observations(period)
    each = [_figure(code, period, regions) for code in found.indicators]
    values = np.column_stack([one.value for one in each])
    coverage = np.column_stack([one.coverage for one in each])
    return RegionalFigures(period, regions.regions, found.indicators, values, coverage)


def _figure(code: str, period: int, regions: Grouping) -> Aggregate:
    values, rule = vector(code, period), indicators()[code].rule
    number, count = regions.number, len(regions.regions)
    if rule == MEAN:
        return weighted_means(values, weight(code, period), number, count)
    if rule == NO_RULE:
        values = np.full(values.shape, np.nan)
    return totals(values, number, count, size=vector(INHABITANTS, JOB_WEIGHTS))


def jobs_in(year: int, regions: Grouping) -> RegionalJobs:
    """
    Return the jobs of a year for regions, exactly where they are made of whole COROP regions.

    Raises ValueError, naming the years there are, for another year.
    """
    known = jobs()
    if year not in known.years:
        raise ValueError(f"no jobs of {year}; there are of {', '.join(map(str, known.years))}")
    parts = _parts(regions)
    table = known.values[known.years.index(year)]
    secret = (parts > 0).T.astype(float) @ np.isnan(table)
    values = np.where(secret > 0, np.nan, parts.T @ np.nan_to_num(table))
    return RegionalJobs(year, regions.regions, known.sectors, values, _fit(regions, parts))


def _parts(regions: Grouping) -> Floats:
    """Return which part of the inhabitants of each COROP region lives in each region."""
    corop, count = grouping(COROP).number, len(regions.regions)
    people = vector(INHABITANTS, JOB_WEIGHTS)
    inside = regions.number != NO_GROUP
    cells = np.where(inside, corop * count + regions.number, NO_GROUP)
    shared = group_sums(people, cells, len(jobs().regions) * count).reshape(-1, count)
    return divided(shared, group_sums(people, corop, len(jobs().regions))[:, np.newaxis])


def _fit(regions: Grouping, parts: Floats) -> Floats:
    """Return which part of its COROP region lies in the region, on average over inhabitants."""
    people = vector(INHABITANTS, JOB_WEIGHTS)
    inside = parts[grouping(COROP).number, regions.number]
    weighed = group_sums(people * inside, regions.number, len(regions.regions))
    return divided(weighed, group_sums(people, regions.number, len(regions.regions)))
