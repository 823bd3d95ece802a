# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Jobs by COROP region and sector from the table that was loaded, as far as they are sound.

Of its years those count that are packaged too, and the newest beyond: growth is told from one to
the next. A sector is known by the sections of the classification before its title.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from statistics import median

from samenspel.core.composition import COROP
from samenspel.sources.cbs import Edition as Loaded
from samenspel.sources.cbs import Kind, Table, observations
from samenspel.sources.reference import division
from samenspel.sources.statistics import (
    INHABITANTS,
    NOW,
    UNPLACED,
    Edition,
    packaged_editions,
    packaged_jobs,
    sectors,
)

JOBS = "jobs"
TITLE = "Banen van werknemers in december"
"""How the title of the table begins, and its measure is called."""

LEAST_KNOWN = 0.9
FAR = 3.0
_THOUSAND = 1000
_YEARLY = "JJ00"
_STATUS = {"definitive": "definite", "provisional": "provisional"}

Cells = dict[tuple[str, str], float]
"""COROP region and sector -> jobs."""


@dataclass(frozen=True, slots=True)
class LoadedJobs:
    """Jobs by year, region and sector with their editions; ``left`` are years that do not count."""

    jobs: Mapping[tuple[int, str, str], float]
    editions: Mapping[tuple[str, int], Edition]
    left: tuple[int, ...]


def is_jobs(table: Table) -> bool:
    """Tell whether a table is that of jobs by sector and region."""
    return table.about.title.startswith(TITLE) and table.region is not None


def loaded_jobs(edition: Loaded) -> LoadedJobs:
    """
    Return the jobs in a loaded table.

    Raises:
        SourceError: ``edition-damaged``.
    """
    found = _read(edition)
    known = {year for year, _region, _sector in packaged_jobs()}
    last = max([*found, 0])
    wanted = sorted(year for year in found if year in known or year == last > max(known))
    sound = {year: found[year] for year in wanted if _is_sound(year, found[year])}
    return LoadedJobs(
        {(year, *cell): value for year, cells in sound.items() for cell, value in cells.items()},
        {(JOBS, year): _edition(edition.table, year) for year in sound},
        tuple(year for year in wanted if year not in sound),
    )


def _read(edition: Loaded) -> dict[int, Cells]:
    """Return the jobs of each year; nothing of a table that is divided otherwise."""
    table = edition.table
    kinds = [one.kind for one in table.dimensions]
    if sorted(kinds) != sorted((Kind.REGION, Kind.PERIOD, Kind.OTHER)):
        return {}
    region, when, other = map(kinds.index, (Kind.REGION, Kind.PERIOD, Kind.OTHER))
    measures = {one.code for one in table.measures if one.path[-1].startswith(TITLE)}
    names = _sectors(table, other)
    places = {UNPLACED, *(one for one, of in division().regions.items() if of.kind == COROP)}
    found: dict[int, Cells] = {}
    for one in observations(edition, ("CR",)):
        year, sector = _year(one.codes[when]), names.get(one.codes[other])
        if one.measure in measures and year and sector and one.codes[region] in places:
            value = float("nan") if one.value is None else _THOUSAND * float(one.value)
            found.setdefault(year, {})[one.codes[region], sector] = value
    return found


def _year(code: str) -> int:
    year, _mark, rest = code.partition(_YEARLY)
    return int(year) if year.isdecimal() and code.endswith(_YEARLY) and not rest else 0


def _sectors(table: Table, at: int) -> dict[str, str]:
    """Return the sector of each code whose title begins with its sections, such as ``B-E``."""
    tokens: dict[str, str] = {}
    for sector in sectors().values():
        letters = sector.sections.split()
        for token in (f"{letters[0]}-{letters[-1]}", "+".join(letters)):
            tokens[token if len(letters) > 1 else letters[0]] = sector.code
    found: dict[str, list[str]] = {}
    for member in table.dimensions[at].members:
        if code := tokens.get(member.title.partition(" ")[0]):
            found.setdefault(code, []).append(member.code)
    return {codes[0]: code for code, codes in found.items() if len(codes) == 1}


def _is_sound(year: int, cells: Cells) -> bool:
    """Tell whether nine in ten cells are known and together in the order of those before."""
    packaged = packaged_jobs()
    nearest = min({one for one, _r, _s in packaged}, key=lambda one: abs(one - year))
    before = {(r, s): value for (one, r, s), value in packaged.items() if one == nearest}
    known = {cell: value for cell, value in cells.items() if not isnan(value)}
    if len(known.keys() & before.keys()) < LEAST_KNOWN * len(before) or min(known.values()) < 0:
        return False
    times = [
        known[cell] / before[cell] for cell in known.keys() & before.keys() if before[cell] > 0
    ]
    return 1 / FAR <= median(times) <= FAR


def _edition(table: Table, year: int) -> Edition:
    about = table.about
    status = next(
        (
            _STATUS.get(member.status, "")
            for dimension in table.dimensions
            for member in dimension.members
            if dimension.kind == Kind.PERIOD and _year(member.code) == year
        ),
        "",
    )
    return Edition(
        indicator=JOBS,
        period=year,
        division=NOW,
        source="CBS",
        table=about.code,
        edition=f"{about.title}, {about.modified[:10]}",
        status=status or "not-stated",
        licence=packaged_editions()[INHABITANTS, 2024].licence,
        made="published",
        column=TITLE,
        note="",
    )
