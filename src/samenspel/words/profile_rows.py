# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a profile in words, the same on its page, in a terminal and in a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from samenspel.core.profile.report import Figure, Profile
from samenspel.sources.statistics import indicators
from samenspel.words import certainty
from samenspel.words import profile as words
from samenspel.words.figures import (
    bare,
    definition,
    indicator_name,
    jobs,
    percent,
    quotient,
    sector_name,
    short_value,
    signed,
    theme_name,
    unit,
    value_text,
)
from samenspel.words.formats import number

MOST_SIMILAR = 5
"""As many regions like it are shown."""

JOBS = "jobs"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its source, and the figure with its period that the source is of."""

    says: str
    source: str
    code: str
    period: int


@dataclass(frozen=True, slots=True)
class SectorRow:
    """The jobs of a sector; ``part`` is the share as a number, None when unknown."""

    name: str
    jobs: str
    share: str
    part: float | None
    quotient: str
    certain: str
    special: bool


@dataclass(frozen=True, slots=True)
class GrowthRow:
    """Where the change of the jobs of a sector in a period came from."""

    name: str
    period: str
    change: str
    national: str
    sector: str
    regional: str


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """A region like this one, in what both are special and in what they differ most."""

    name: str
    code: str
    distance: str
    why: str
    different: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of the region, how certain it is, beside that of the country."""

    code: str
    period: int
    name: str
    about: str
    value: str
    certain: str
    reason: str
    country: str
    place: str
    trend: str
    source: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The figures of a theme, and those of its municipalities side by side."""

    code: str
    name: str
    rows: list[FigureRow]
    heads: list[str]
    inside: list[tuple[str, list[str]]]


def told(found: Profile) -> list[Told]:
    """Return what stands out."""
    periods = {one.code: one.period for one in found.figures}
    return [
        _told(words.standout(one, found), JOBS, found.work.year)
        if one.is_sector
        else _told(words.standout(one, found), one.code, periods[one.code])
        for one in found.standout
    ]


def _told(says: str, code: str, period: int) -> Told:
    return Told(says, words.source(code, period), code, period)


def sector_rows(found: Profile) -> list[SectorRow]:
    """Return the jobs by sector; none when they are not known of the region."""
    return [
        SectorRow(
            name=sector_name(one.code),
            jobs=jobs(one.jobs),
            share=percent(one.share),
            part=one.share,
            quotient=quotient(one.lq),
            certain=f"{quotient(one.lq_low)} - {quotient(one.lq_high)}",
            special=one.special,
        )
        for one in found.work.sectors
    ]


def growth_told(found: Profile) -> list[str]:
    """Return where the change of all jobs came from, a sentence for each period."""
    return [words.grown(one) for one in found.work.growth if not one.sector]


def growth_rows(found: Profile) -> list[GrowthRow]:
    """Return where the change of the jobs of each sector came from."""
    return [
        GrowthRow(
            sector_name(one.sector),
            f"{one.since}-{one.until}",
            *map(signed, (one.change, one.national, one.by_sector, one.regional)),
        )
        for one in found.work.growth
        if one.sector
    ]


def similar_rows(found: Profile) -> list[SimilarRow]:
    """Return the regions that are most like it."""
    return [
        SimilarRow(
            one.name,
            one.code,
            quotient(one.distance),
            words.variables(one.why),
            words.variables(one.different),
        )
        for one in found.similar[:MOST_SIMILAR]
    ]


def themes(found: Profile) -> Iterator[Theme]:
    """Yield the figures by theme."""
    for code, figures in groupby(found.figures, lambda one: indicators()[one.code].theme):
        yield _theme(code, list(figures), found)


def trend(one: Figure) -> str:
    """Return the figure of each year, in a row; a dash where it is unknown."""
    return ", ".join(
        f"{period}: {'-' if value is None else short_value(one.code, value)}"
        for period, value in one.trend
    )


def side_by_side(
    figures: Sequence[Figure], found: Profile
) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Return headings with units, and the figures of each municipality; empty is unknown."""
    heads = [f"{indicator_name(one.code)} ({unit(one.code)})" for one in figures]
    rows = [
        (place.name, [bare(one.code, one.inside[at]) for one in figures])
        for at, place in enumerate(found.subject.municipalities)
    ]
    return heads, rows


def _theme(code: str, figures: list[Figure], found: Profile) -> Theme:
    alone = len(found.subject.municipalities) == 1
    rows = [_figure_row(one, alone=alone) for one in figures]
    return Theme(code, theme_name(code), rows, *side_by_side(figures, found))


def _figure_row(one: Figure, *, alone: bool) -> FigureRow:
    place = ""
    if one.rank:
        place = _("%(rank)s of %(of)s") % {"rank": number(one.rank), "of": number(one.of)}
    note = "" if alone else words.weighed(one.code)
    return FigureRow(
        code=one.code,
        period=one.period,
        name=indicator_name(one.code),
        about=definition(one.code),
        value=value_text(one.code, one.value),
        certain=certainty.told(one),
        reason=words.reason(one.reason) or words.country_reason(one) or note,
        country=value_text(one.code, one.country),
        place=place,
        trend=trend(one),
        source=words.source(one.code, one.period),
    )
