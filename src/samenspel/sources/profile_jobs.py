# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The jobs of a region in a country that is divided without rest, as far as COROP regions tell."""

import numpy as np

from samenspel.core.composition import COROP, regions_around
from samenspel.core.profile.arrays import Ints
from samenspel.core.profile.livelihood import (
    JobTables,
    growth,
    krugman,
    related_sectors,
    sector_jobs,
    standout_sectors,
)
from samenspel.core.profile.report import Place, Standout, Subject, Work
from samenspel.core.profile.scales import MUNICIPALITY
from samenspel.sources.in_use import kept
from samenspel.sources.profile_columns import OWN_ROW, own_region
from samenspel.sources.reference import division
from samenspel.sources.regional_figures import Grouping, grouped, grouping, jobs_in
from samenspel.sources.statistics import jobs, municipalities

LEAST_FIT = 0.9
"""How well a region must fit whole COROP regions for its jobs to be estimated."""

NO_ROUNDING = 1 - 1e-9
_ALONE = np.array([], dtype=np.intp)


def work_of(subject: Subject, year: int, like: Ints) -> tuple[Work, list[Standout]]:
    """
    Return what a region lives on, and the sectors in which it stands out.

    Only jobs as CBS counted them can stand out. *like* are the numbers of similar peers.
    """
    known = [one for one in jobs().years if one <= year]
    codes = [one.code for one in subject.municipalities]
    corop = tuple(Place(one.code, one.name) for one in regions_around(division(), codes, COROP))
    if not known:
        return Work(0, 0.0, corop, "no-jobs-yet"), []
    fit = _fit(subject, known[-1])
    if fit < LEAST_FIT:
        return Work(known[-1], fit, corop, "jobs-by-corop-only"), []
    tables, own = _tables(subject, tuple(known))
    work = Work(
        known[-1],
        fit,
        corop,
        sectors=sector_jobs(tables, own),
        krugman=krugman(tables, own),
        growth=growth(tables, own),
        related=related_sectors(tables, own, _official(COROP, tuple(known))),
    )
    peers = like if _divides_the_country(subject) else _ALONE
    return work, standout_sectors(tables, own, peers) if work.is_exact else []


def _fit(subject: Subject, year: int) -> float:
    fit = float(jobs_in(year, own_region(subject)).fit[0])
    return 1.0 if fit >= NO_ROUNDING else fit


def _tables(subject: Subject, years: tuple[int, ...]) -> tuple[JobTables, int]:
    """Return the jobs of the whole country in regions of which the subject is one."""
    if _divides_the_country(subject):
        regions = grouping(subject.kind)
        return _official(subject.kind, years), regions.regions.index(subject.code)
    regions = _with_the_rest(subject)
    return _job_tables(regions, years), regions.regions.index(OWN_ROW)


def _divides_the_country(subject: Subject) -> bool:
    """Tell whether the peers of a subject have jobs of their own: municipalities do not."""
    return subject.kind == subject.peers and subject.kind != MUNICIPALITY


@kept(16)
def _official(kind: str, years: tuple[int, ...]) -> JobTables:
    return _job_tables(grouping(kind), years)


def _job_tables(regions: Grouping, years: tuple[int, ...]) -> JobTables:
    found = {year: jobs_in(year, regions) for year in years}
    return JobTables(jobs().sectors, {year: one.values for year, one in found.items()})


def _with_the_rest(subject: Subject) -> Grouping:
    """Return the subject beside what remains of each COROP region."""
    corop = grouping(COROP)
    rest = {
        code: corop.regions[number]
        for code, number in zip(municipalities(), corop.number, strict=True)
    }
    return grouped(rest | {one.code: OWN_ROW for one in subject.municipalities})
