# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile of a region as its page shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.core.errors import RuleError
from samenspel.core.profile.report import Figure, Profile, Scale, Similar, Subject
from samenspel.regions.queries import MunicipalityFacts, RegionFacts
from samenspel.sources.profiles import own_subject, profile, scales, subject_of
from samenspel.sources.reference import division
from samenspel.sources.statistics import indicators
from samenspel.web.parts.money import Bar
from samenspel.web.parts.region_map import region_map
from samenspel.words import profile as words
from samenspel.words.figures import (
    bare,
    definition,
    indicator_name,
    jobs,
    percent,
    quotient,
    sector_name,
    signed,
    theme_name,
    unit,
    value_text,
)
from samenspel.words.formats import number

SHOWN = "income-per-inhabitant"
"""The figure of the map and the levels until a visitor chooses another."""

KEPT = 128
MOST_SIMILAR = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its source."""

    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of the region beside that of the country."""

    name: str
    about: str
    value: str
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
    rows: list[Row]
    heads: list[str]
    inside: list[tuple[str, list[str]]]


def subject(
    region: RegionFacts, members: Callable[[], Iterable[MunicipalityFacts]]
) -> Subject | None:
    """
    Return what official figures know of a region; None for one that is made up.

    *members* is only asked for a region of one's own.
    """
    if region.fictional:
        return None
    if region.code in division().regions:
        return subject_of(region.code)
    try:
        return own_subject([one.code for one in members()], region.title)
    except RuleError:
        return None


@lru_cache(maxsize=KEPT)
def body(whose: Subject, year: int, shown: str, language: str) -> SafeString:
    """
    Return the profile as HTML in a language; kept, for packaged figures do not change.

    Raises:
        RuleError: there are no figures of the year, or of the indicator that is *shown*.
    """
    with translation.override(language):
        return render_to_string("pages/parts/profile.html", _context(whose, year, shown))


def _context(whose: Subject, year: int, shown: str) -> dict[str, Any]:
    levels, found = scales(shown, year), profile(whose, year)
    figure = next(one for one in found.figures if one.code == shown)
    return {
        "held_against": words.held_against(found),
        "standout": [_told(found, one) for one in found.standout],
        "nothing": words.nothing_stands_out(),
        **_work(found),
        "shown": shown,
        "shown_name": indicator_name(shown),
        "shown_source": words.source(shown, figure.period),
        "options": [(one.code, indicator_name(one.code)) for one in found.figures],
        "year": year,
        "map": region_map(whose.municipalities, figure),
        "inside": _inside(found, figure),
        "levels": [_level(one) for one in levels],
        "grows": words.grows(levels),
        "by_chance": words.by_chance(levels),
        "similar": [_similar(one) for one in found.similar[:MOST_SIMILAR]],
        "structure": words.variables(found.structure),
        "themes": _themes(found),
    }


def _told(found: Profile, one: Any) -> Told:
    if one.is_sector:
        return Told(words.standout(one, found), words.source("jobs", found.work.year))
    period = next(figure.period for figure in found.figures if figure.code == one.code)
    return Told(words.standout(one, found), words.source(one.code, period))


def _work(found: Profile) -> dict[str, Any]:
    work = found.work
    if work.reason:
        return {"no_jobs": words.reason(work.reason, work)}
    most = max((one.share or 0 for one in work.sectors), default=0) or 1
    return {
        "sectors": [
            {
                "name": sector_name(one.code),
                "jobs": jobs(one.jobs),
                "share": percent(one.share),
                "percent": round(100 * (one.share or 0) / most, 1),
                "quotient": quotient(one.lq),
                "certain": f"{quotient(one.lq_low)} - {quotient(one.lq_high)}",
                "special": one.special,
            }
            for one in work.sectors
        ],
        "jobs_year": work.year,
        "jobs_source": words.source("jobs", work.year),
        "estimate": words.estimate(work),
        "one_sided": words.one_sided(work.krugman),
        "growth": [words.grown(one) for one in work.growth if not one.sector],
        "growth_rows": [
            (
                sector_name(one.sector),
                f"{one.since}-{one.until}",
                *map(signed, (one.change, one.national, one.by_sector, one.regional)),
            )
            for one in work.growth
            if one.sector
        ],
    }


def _inside(found: Profile, figure: Figure) -> list[Bar]:
    """Return the municipalities as bars, the highest first, with region and country between."""
    named = [
        (place.name, value)
        for place, value in zip(found.subject.municipalities, figure.inside, strict=True)
    ]
    if indicators()[figure.code].rule != "sum":
        named += [(_("the region"), figure.value), (_("the country"), figure.country)]
    most = max((abs(value) for _name, value in named if value is not None), default=0) or 1
    named.sort(key=lambda one: (one[1] is None, -(one[1] or 0)))
    return [
        Bar(
            name,
            value_text(figure.code, value),
            None if value is None else round(100 * max(value, 0) / most, 1),
        )
        for name, value in named
    ]


def _level(one: Scale) -> Bar:
    share = one.between_share
    return Bar(words.level(one), percent(share), None if share is None else round(100 * share, 1))


def _similar(one: Similar) -> dict[str, str]:
    return {
        "name": one.name,
        "code": one.code,
        "distance": quotient(one.distance),
        "why": words.variables(one.why),
        "different": words.variables(one.different),
    }


def _themes(found: Profile) -> list[Theme]:
    grouped = groupby(found.figures, lambda one: indicators()[one.code].theme)
    return [_theme(code, list(figures), found) for code, figures in grouped]


def _theme(code: str, figures: list[Figure], found: Profile) -> Theme:
    places = found.subject.municipalities
    return Theme(
        code,
        theme_name(code),
        [_row(one, alone=len(places) == 1) for one in figures],
        [f"{indicator_name(one.code)} ({unit(one.code)})" for one in figures],
        [
            (place.name, [bare(one.code, one.inside[at]) for one in figures])
            for at, place in enumerate(places)
        ],
    )


def _row(one: Figure, *, alone: bool) -> Row:
    place = ""
    if one.rank:
        place = _("%(rank)s of %(of)s") % {"rank": number(one.rank), "of": number(one.of)}
    note = "" if alone else words.weighed(one.code)
    return Row(
        name=indicator_name(one.code),
        about=definition(one.code),
        value=value_text(one.code, one.value),
        reason=words.reason(one.reason) or note,
        country=value_text(one.code, one.country),
        place=place,
        trend=", ".join(f"{period}: {bare(one.code, value) or '-'}" for period, value in one.trend),
        source=words.source(one.code, one.period),
    )
