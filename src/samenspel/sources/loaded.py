# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Figures from tables that were loaded, as far as they are sound, over the packaged ones.

Of a table that stands in a folder more than once the newest edition counts that is whole. A column
is taken when nine in ten municipalities have a value (all, when others weigh by it), none is
impossible, and together they are in the order of what was published before: a shifted column or
another unit never gets in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from statistics import median

from samenspel.sources import in_use
from samenspel.sources.cbs import Edition as Loaded
from samenspel.sources.cbs import Kind, Measure, SourceError, Table, observations
from samenspel.sources.cbs.editions import newest_editions, stamp
from samenspel.sources.in_use import PACKAGED_ONLY, Newer, Remark
from samenspel.sources.loaded_jobs import LoadedJobs, is_jobs, loaded_jobs
from samenspel.sources.measures import AS_PUBLISHED, COMPUTED, TITLE, TITLES, figure, named
from samenspel.sources.statistics import (
    INHABITANTS,
    MEAN,
    NOW,
    Edition,
    indicators,
    municipalities,
    packaged_editions,
    packaged_figures,
)

FOLDER = "statistics"
"""Where in the data folder tables are loaded."""

FIRST_DIVISION = 2021
LEAST_KNOWN = 0.9
FAR = 3.0
"""Times that the middle municipality may differ from what was published before."""

_YEARLY = re.compile(r"([0-9]{4})JJ00")
_TITLE = re.compile(rf"{TITLE} ([0-9]{{4}})")
_STATUS = {"definitive": "definite", "provisional": "provisional"}

Rows = dict[str, dict[str, float]]
"""Municipality -> our name of a measure -> its value."""

Figures = dict[in_use.Key, tuple[Edition, Mapping[str, float]]]
"""Indicator and period -> where its figures come from, and those."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The figures of one period of a table."""

    table: Table
    period: int
    status: str
    rows: Rows


def use_loaded(data: Path) -> None:
    """Let what was loaded into a data folder count, from here on in this command or request."""
    in_use.use(newer_figures(data / FOLDER))


def newer_figures(store: Path) -> Newer:
    """Return the figures in a folder of loaded tables; read once for each state of the folder."""
    found = stamp(store)
    return _newer(store, found) if found else PACKAGED_ONLY


def counts(table: Table) -> bool:
    """Tell whether a table is one of which the figures are read; others are only kept."""
    return is_jobs(table) or bool(_TITLE.fullmatch(table.about.title))


@lru_cache(maxsize=2)
def _newer(store: Path, _stamp: object) -> Newer:
    editions, damaged = newest_editions(store)
    taken = _Taken(remarks=[_damaged(one) for one in damaged])
    done: set[str] = set()
    for one in editions:
        if one.table.about.code not in done:
            try:
                taken.take(one)
                done.add(one.table.about.code)
            except SourceError:
                taken.remarks.append(_damaged(one.folder))
    figures = taken.figures
    return Newer(
        {key: edition for key, (edition, _values) in figures.items()} | taken.editions,
        {key: values for key, (_edition, values) in figures.items()},
        taken.jobs,
        tuple(taken.remarks),
    )


@dataclass(slots=True)
class _Taken:
    """What was taken from tables so far, from new to old; what is there already stays."""

    remarks: list[Remark]
    figures: Figures = field(default_factory=dict)
    editions: dict[in_use.Key, Edition] = field(default_factory=dict)
    jobs: dict[tuple[int, str, str], float] = field(default_factory=dict)

    def take(self, one: Loaded) -> None:
        """Take what is sound of a table; raise ``SourceError`` when its edition is damaged."""
        if is_jobs(one.table):
            found = loaded_jobs(one)
            self.jobs |= found.jobs
            self.editions |= found.editions
            self.remarks += _of_jobs(one.table, found)
        elif _TITLE.fullmatch(one.table.about.title):
            for part in list(_parts(one)):
                figures, said = _sound(part)
                self.figures = figures | self.figures
                self.remarks += said


def _of_jobs(table: Table, found: LoadedJobs) -> Iterator[Remark]:
    if found.jobs:
        yield _remark("loaded", table)
    if found.left or not found.jobs:
        yield _remark("jobs-left-out", table, years=found.left)


def _parts(edition: Loaded) -> Iterator[_Part]:
    """Yield the periods of a table; raise ``SourceError`` when the edition is damaged."""
    table = edition.table
    names = _measures(table.measures)
    if not table.region or len(table.columns) > 1 + (Kind.PERIOD in table.columns):
        return
    region = table.columns.index(Kind.REGION)
    when = table.columns.index(Kind.PERIOD) if Kind.PERIOD in table.columns else None
    found: dict[str, Rows] = {}
    for one in observations(edition, ("GM",)):
        name, code = names.get(one.measure), one.codes[region]
        if name and one.value is not None:
            rows = found.setdefault("" if when is None else one.codes[when], {})
            rows.setdefault(code, {})[name] = float(one.value)
    status = {
        member.code: _STATUS.get(member.status, "")
        for dimension in table.dimensions
        if dimension.kind == Kind.PERIOD
        for member in dimension.members
    }
    for code, rows in found.items():
        if year := _year(code, table):
            yield _Part(table, year, status.get(code) or "not-stated", rows)


def _year(code: str, table: Table) -> int:
    """Return the year of a period, or of the table when it has none; 0 for part of a year."""
    match = _YEARLY.fullmatch(code) if code else _TITLE.fullmatch(table.about.title)
    return int(match[1]) if match else 0


def _measures(measures: Iterable[Measure]) -> dict[str, str]:
    """Return our name of each measure that we take; two with one title tell nothing apart."""
    named_so: dict[str, list[str]] = {}
    for one in measures:
        if not one.is_text and (name := named(one.path[-1])):
            named_so.setdefault(name, []).append(one.code)
    return {codes[0]: name for name, codes in named_so.items() if len(codes) == 1}


def _sound(part: _Part) -> tuple[Figures, list[Remark]]:
    """Return the sound figures of a period with their edition, and what is to be said of it."""
    division = _division(part.rows)
    known = set(municipalities(division))
    strange = sorted(part.rows.keys() - known)
    if len(known & part.rows.keys()) < len(known) / 2:
        return {}, [_remark("other-municipalities", part.table)]
    said = [_remark("strange-municipalities", part.table, names=tuple(strange))] if strange else []
    found: Figures = {}
    left, weights = [], {one.weight for one in indicators().values()}
    for code in (*AS_PUBLISHED, *COMPUTED):
        values = _values(code, {gm: part.rows[gm] for gm in known & part.rows.keys()})
        least = 1 if code in weights else LEAST_KNOWN
        if len(values) >= least * len(known) and _possible(code, part.period, values):
            found[code, part.period] = _edition(code, part, division), values
        elif values:
            left.append(code)
    if left:
        said.append(_remark("columns-left-out", part.table, indicators=tuple(left)))
    if found:
        said.insert(0, _remark("loaded", part.table))
    return found, said


def _division(rows: Rows) -> int:
    """Return the year whose municipalities those of a table are, or are most like."""
    years = range(NOW, FIRST_DIVISION - 1, -1)
    return max(years, key=lambda year: -len(rows.keys() ^ set(municipalities(year))))


def _values(code: str, rows: Rows) -> dict[str, float]:
    one = indicators()[code]
    digits = one.decimals + (one.rule == MEAN)
    found = {gm: figure(code, row) for gm, row in rows.items()}
    return {gm: round(value, digits) for gm, value in found.items() if value is not None}


def _possible(code: str, period: int, values: Mapping[str, float]) -> bool:
    """Tell whether values can be those of an indicator, as it was published before."""
    most = 100.0 if indicators()[code].unit_en == "%" else float("inf")
    if not all(0 <= value <= most for value in values.values()):
        return False
    before = _before(code, period)
    times = [value / before[gm] for gm, value in values.items() if before.get(gm)]
    return not times or 1 / FAR <= median(times) <= FAR


def _before(code: str, period: int) -> Mapping[str, float]:
    known = [one for name, one in packaged_figures() if name == code]
    nearest = min(known, key=lambda one: abs(one - period), default=None)
    return {} if nearest is None else packaged_figures()[code, nearest]


def _edition(code: str, part: _Part, division: int) -> Edition:
    about, measure = part.table.about, AS_PUBLISHED.get(code, "")
    licence = packaged_editions()[INHABITANTS, 2024].licence
    return Edition(
        indicator=code,
        period=part.period,
        division=division,
        source="CBS",
        table=about.code,
        edition=f"{about.title}, {about.modified[:10]}",
        status=part.status,
        licence=licence,
        made="published" if measure else "computed",
        column=TITLES.get(measure, ""),
        note="" if measure else "computed from measures of this table",
    )


def _damaged(folder: Path) -> Remark:
    """Return that an edition is damaged, by table and edition; where they lie is not for all."""
    return Remark("edition-damaged", (("folder", f"{folder.parent.name}/{folder.name}"),))


def _remark(code: str, table: Table, **values: object) -> Remark:
    about = table.about
    named_so = {"table": about.code, "title": about.title, "edition": about.modified[:10]}
    return Remark(code, tuple((named_so | values).items()))
