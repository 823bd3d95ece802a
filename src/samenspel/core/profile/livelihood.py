# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What one region lives on, from the jobs of all: quotients, one-sidedness, growth in parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from samenspel.core.profile.arrays import Floats, Ints, divided
from samenspel.core.profile.estimates import Estimates
from samenspel.core.profile.portrait import contrasted
from samenspel.core.profile.quotients import (
    ShrunkenQuotients,
    chance_of_more,
    location_quotients,
    shrunken_quotients,
)
from samenspel.core.profile.relatedness import certain_density
from samenspel.core.profile.report import Growth, Related, SectorJobs, Standout
from samenspel.core.profile.shift_share import ShiftShare, shift_share_by_period
from samenspel.core.profile.specialisation import Reference, krugman_index

JOBS_TOGETHER = 10.0
"""Jobs that come and go together; CBS rounds them to hundreds."""

LIKELY = 0.5
"""Probability from which on a region is called strong in a sector."""

REASONS = 3
"""Strong sectors that are named as why a region is near to another."""

SEED = 20
"""The same draws each time, so that a page does not change from one reading to the next."""


@dataclass(frozen=True, slots=True)
class JobTables:
    """Jobs by year, each of shape (r, s), of regions that together are the country."""

    sectors: tuple[str, ...]
    years: Mapping[int, Floats]

    @property
    def last(self) -> Floats:
        """The jobs of the last year."""
        return self.years[max(self.years)]


def sector_jobs(tables: JobTables, own: int) -> tuple[SectorJobs, ...]:
    """Return the sectors of a region, the one with most jobs first."""
    jobs = tables.last
    found = shrunken_quotients(jobs, clump=JOBS_TOGETHER)
    shares = divided(jobs[own], float(np.nansum(jobs[own])))
    sectors = [
        SectorJobs(
            code,
            jobs=_number(jobs[own, at]),
            share=_number(shares[at]),
            lq=_number(found.value[own, at]),
            lq_low=_number(found.low[own, at]),
            lq_high=_number(found.high[own, at]),
            special=bool(found.special[own, at]),
        )
        for at, code in enumerate(tables.sectors)
    ]
    return tuple(sorted(sectors, key=lambda one: (-(one.jobs or 0), one.code)))


def krugman(tables: JobTables, own: int) -> float | None:
    """Return how one-sided a region is, against the rest of the country."""
    return _number(krugman_index(tables.last, reference=Reference.REST)[own])


def growth(tables: JobTables, own: int) -> tuple[Growth, ...]:
    """Return for each period the change of all jobs in parts, then that of each sector."""
    years = sorted(tables.years)
    if len(years) < 2:  # noqa: PLR2004 - a period has two ends
        return ()
    periods = shift_share_by_period([tables.years[year] for year in years])
    return tuple(
        one
        for ends, parts in zip(pairwise(years), periods, strict=True)
        for one in _in_period(ends, parts, tables.sectors, own)
    )


def _in_period(
    ends: tuple[int, int], parts: ShiftShare, sectors: Sequence[str], own: int
) -> list[Growth]:
    columns = [getattr(parts, name)[own] for name in ("change", "national", "sector", "regional")]
    rows: list[list[float | None]] = [[float(np.nansum(column)) for column in columns]]
    rows += [[_number(column[at]) for column in columns] for at in range(len(sectors))]
    return [
        Growth(ends[0], ends[1], code, *row) for code, row in zip(("", *sectors), rows, strict=True)
    ]


def related_sectors(tables: JobTables, own: int, learnt: JobTables) -> tuple[Related, ...]:
    """
    Return how near a region is to each sector, the nearest first.

    *learnt* are the regions, with the same sectors, that say which sectors go together.
    """
    strong = chance_of_more(tables.last, clump=JOBS_TOGETHER)[own]
    found = certain_density(
        strong,
        chance_of_more(learnt.last, clump=JOBS_TOGETHER),
        rng=np.random.Generator(np.random.PCG64(SEED)),
    )
    sectors = [
        Related(
            code,
            density=_number(found.density[at]),
            low=_number(found.low[at]),
            high=_number(found.high[at]),
            by_chance=_number(found.by_chance[at]),
            strong=bool(strong[at] >= LIKELY),
            nearer=bool(found.nearer[at]),
            through=_nearest_strong(tables.sectors, strong, found.proximity[at]),
        )
        for at, code in enumerate(tables.sectors)
    ]
    return tuple(sorted(sectors, key=lambda one: (-(one.density or 0), one.code)))


def _nearest_strong(sectors: Sequence[str], strong: Floats, near: Floats) -> tuple[str, ...]:
    """Return the sectors that a region is strong in and that are nearest to another."""
    order = np.argsort(-np.where(strong >= LIKELY, near, 0.0), kind="stable")[:REASONS]
    return tuple(sectors[at] for at in order if strong[at] >= LIKELY and near[at] > 0)


def standout_sectors(tables: JobTables, own: int, like: Ints) -> list[Standout]:
    """
    Return in which sectors a region stands out, by the quotient of the jobs.

    Both rules hold: a notable quotient for certain, and far from the country and regions like it.
    """
    observed = location_quotients(tables.last)
    found = shrunken_quotients(tables.last, clump=JOBS_TOGETHER)
    each = (
        _standout(code, at, observed, found, (own, like)) for at, code in enumerate(tables.sectors)
    )
    return [one for one in each if one]


def _standout(
    code: str, at: int, observed: Floats, found: ShrunkenQuotients, whose: tuple[int, Ints]
) -> Standout | None:
    own, like = whose
    quotients = Estimates(found.value[:, at], found.low[:, at], found.high[:, at], 1.0)
    differs, median = contrasted(quotients, observed[:, at], own, like)
    if not (differs.special[own] and found.special[own, at]):
        return None
    return Standout(
        code=code,
        is_sector=True,
        score=float(differs.score[own]),
        low=float(differs.low[own]),
        high=float(differs.high[own]),
        value=float(found.value[own, at]),
        country=1.0,
        similar=median,
    )


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
