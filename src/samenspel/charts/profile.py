# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The charts of the profile of a region, in the order in which it tells of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from samenspel.charts.chart import Chart
from samenspel.charts.layers import bars, dots, either, in_rows, interval, reference, tick, track
from samenspel.charts.look import specification
from samenspel.charts.maps import Area, Told, area_map, fifths
from samenspel.charts.profile_jobs import growth, jobs
from samenspel.core.profile.report import Figure, Profile, Scale, Standout
from samenspel.sources.statistics import vector
from samenspel.words import profile as words
from samenspel.words.figures import (
    decimal,
    indicator_name,
    percent,
    quotient,
    sector_name,
    value_text,
)

CHARTS = ("standout", "jobs", "growth", "map", "levels")
"""The names of all charts."""


def profile_charts(found: Profile, scales: Sequence[Scale], indicator: str) -> list[Chart]:
    """
    Return what can be drawn of a profile; what has no figures has no chart.

    Args:
        found: the profile.
        scales: at which levels of the country the *indicator* differs, empty when that is unknown.
        indicator: the code of the figure for the map and the levels.
    """
    figure = next(one for one in found.figures if one.code == indicator)
    drawn = [standout(found), jobs(found), growth(found), area(found, figure)]
    return [one for one in (*drawn, levels(scales, figure)) if one]


def standout(found: Profile) -> Chart | None:
    """Return how far from the country the region is in what stands out; None when nothing does."""
    if not found.standout:
        return None
    periods = {one.code: one.period for one in found.figures}
    data: list[dict[str, Any]] = [
        {
            "row": _name(one),
            "note": _value(one),
            "score": round(one.score, 2),
            "low": round(one.low, 2),
            "high": round(one.high, 2),
        }
        for one in found.standout
    ]
    ends = max(3.0, *(abs(one) for row in data for one in (row["low"], row["high"])))
    x = {
        "field": "score",
        "scale": {"domain": [-ends, ends], "nice": True},
        "axis": {
            "grid": False,
            "title": _("usual differences; 0 is the country, right is above it"),
        },
    }
    colour = either("datum.score > 0", "main", "other")
    return Chart(
        name="standout",
        title=_("%(region)s: how far from the country in what stands out")
        % {"region": found.subject.name},
        desc=_("A dot for each figure, with a line for how certain it is. %(first)s")
        % {"first": words.standout(found.standout[0], found)},
        source=_sources(
            ("jobs", found.work.year) if one.is_sector else (one.code, periods[one.code])
            for one in found.standout
        ),
        spec=specification(
            in_rows(data, [track(), interval("low", "high"), reference(0), dots(x, colour)])
        ),
        columns=(_("Figure"), _("Here"), _("Usual differences"), _("At least"), _("At most")),
        rows=tuple(
            (row["row"], row["note"], *(decimal(row[key], 2) for key in ("score", "low", "high")))
            for row in data
        ),
        values=tuple(
            (row["row"], one.value, row["score"], row["low"], row["high"])
            for row, one in zip(data, found.standout, strict=True)
        ),
    )


def levels(scales: Sequence[Scale], figure: Figure) -> Chart | None:
    """Return which share of the differences shows at each level; None when that is unknown."""
    data: list[dict[str, Any]] = [
        {
            "row": words.level(one),
            "note": percent(one.between_share),
            "share": round(one.between_share, 4),
            "chance": None if one.by_chance is None else round(one.by_chance, 4),
        }
        for one in scales
        if one.between_share is not None
    ]
    if not data:
        return None
    x = {
        "field": "share",
        "scale": {"domain": [0, 1]},
        "axis": {
            "format": "%",
            "grid": False,
            "title": _("share of the differences between municipalities; stripe: by chance"),
        },
    }
    return Chart(
        name="levels",
        title=_("%(figure)s: how much of the differences shows at each level")
        % {"figure": indicator_name(figure.code)},
        desc=words.grows(scales) or _("A bar for each level of the country, from coarse to fine."),
        source=words.source(figure.code, figure.period),
        spec=specification(in_rows(data, [track(), bars(x), tick("chance")])),
        columns=(_("Level"), _("Share of the differences"), _("By chance")),
        rows=tuple((row["row"], row["note"], percent(row["chance"])) for row in data),
        values=tuple((row["row"], row["share"], row["chance"]) for row in data),
    )


def area(found: Profile, figure: Figure) -> Chart | None:
    """Return the municipalities on the map; None when their figures are all unknown."""
    if all(one is None for one in figure.inside):
        return None
    code, name = figure.code, indicator_name(figure.code)
    inside = zip(found.subject.municipalities, figure.inside, strict=True)
    known = {"name": name, "year": figure.period}
    told = Told(
        name="map",
        title=_("Map: %(name)s in %(year)s") % known,
        desc=_(
            "The municipalities of the region in five shades, from low to high; each shade holds "
            "a fifth of the municipalities of the country."
        ),
        source=words.source(code, figure.period),
        heads=(_("Municipality"), _("Code"), name),
    )
    areas = [Area(one.code, one.name, (one.code,), value) for one, value in inside]
    areas.sort(key=lambda one: (one.value is None, -(one.value or 0)))
    return area_map(
        areas, told, fifths(vector(code, figure.period)), lambda value: value_text(code, value)
    )


def _name(one: Standout) -> str:
    return sector_name(one.code) if one.is_sector else indicator_name(one.code)


def _value(one: Standout) -> str:
    if one.is_sector:
        return _("%(quotient)s times the country") % {"quotient": quotient(one.value)}
    return value_text(one.code, one.value)


def _sources(used: Iterable[tuple[str, int]]) -> str:
    """Return each source once, in the order of use."""
    return "; ".join(dict.fromkeys(words.source(code, period) for code, period in used))
