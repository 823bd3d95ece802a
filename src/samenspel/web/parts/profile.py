# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile of a region as its page shows it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.charts.profile import profile_charts
from samenspel.core.errors import RuleError
from samenspel.core.profile.report import Figure, Profile, Scale, Subject
from samenspel.regions.queries import MunicipalityFacts, RegionFacts
from samenspel.sources.in_use import kept
from samenspel.sources.profiles import own_subject, profile, scales, subject_of
from samenspel.sources.reference import division
from samenspel.sources.statistics import indicators
from samenspel.web.parts.charts import Picture, picture
from samenspel.web.parts.money import Bar
from samenspel.words import profile as words
from samenspel.words import profile_rows as rows
from samenspel.words import relatedness, special_work
from samenspel.words.figures import indicator_name, value_text
from samenspel.words.own_figures import OwnTheme
from samenspel.words.profile_notes import notes

KEPT = 128

CHARTS_AT = "grafiek/"
"""Where the files of charts are, from the page."""

IN_SIGHT = 8
"""Figures that stand out and are told at once: beside them the chart shows all."""

BESIDE = {"jobs", "map"}
"""Charts with a table of the same figures next to them on the page."""


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


@kept(KEPT)
def body(
    whose: Subject, year: int, shown: str, language: str, own: OwnTheme | None = None
) -> SafeString:
    """
    Return the profile as HTML in a language; kept as long as the same figures count.

    Raises:
        RuleError: there are no figures of the year, or of the indicator that is *shown*.
    """
    with translation.override(language):
        context = _context(whose, year, shown) | {"own": own}
        return render_to_string("pages/parts/profile.html", context)


def _context(whose: Subject, year: int, shown: str) -> dict[str, Any]:
    levels, found = scales(shown, year), profile(whose, year)
    figure = next(one for one in found.figures if one.code == shown)
    return {
        "held_against": words.held_against(found),
        **_standout(found),
        "nothing": words.nothing_stands_out(),
        **_work(found),
        "shown": shown,
        "shown_name": indicator_name(shown),
        "shown_source": words.source(shown, figure.period),
        "options": [(one.code, indicator_name(one.code)) for one in found.figures],
        "year": year,
        "charts": _charts(found, levels, shown),
        "inside": _inside(found, figure),
        "grows": words.grows(levels),
        "by_chance": words.by_chance(levels),
        "similar": rows.similar_rows(found),
        "structure": f"{words.distance()} {words.variables(found.structure)}",
        "notes": notes(found),
        "themes": list(rows.themes(found)),
    }


def _standout(found: Profile) -> dict[str, Any]:
    """Return the figures that stand out, the farthest in sight, and what jobs add to them."""
    told = rows.told(found)
    return {
        "standout": told[:IN_SIGHT],
        "more_standout": told[IN_SIGHT:],
        "special_work": special_work.told(found),
    }


def _work(found: Profile) -> dict[str, Any]:
    work = found.work
    if work.reason:
        return {"no_jobs": words.reason(work.reason, work)}
    sectors = rows.sector_rows(found)
    most = max((one.part or 0 for one in sectors), default=0) or 1
    return {
        "sectors": [(one, round(100 * (one.part or 0) / most, 1)) for one in sectors],
        "jobs_year": work.year,
        "jobs_source": words.source(rows.JOBS, work.year),
        "estimate": words.estimate(work),
        "special_sector": words.special_sector(),
        "one_sided": words.one_sided(work.krugman),
        "growth": rows.growth_told(found),
        "near": relatedness.told(work.related),
        "near_caution": relatedness.caution(),
        "near_rows": relatedness.rows(work.related),
    }


def _charts(found: Profile, levels: Sequence[Scale], shown: str) -> dict[str, Picture]:
    asked = {"jaar": found.year, "cijfer": shown}
    return {
        one.name: picture(one, CHARTS_AT, asked, has_table=one.name in BESIDE)
        for one in profile_charts(found, levels, shown)
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
