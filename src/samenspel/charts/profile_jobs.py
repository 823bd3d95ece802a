# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a region lives on, and where the growth of its jobs came from, as charts."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from samenspel.charts.chart import Chart
from samenspel.charts.layers import dots, either, in_rows, interval, reference, track
from samenspel.charts.look import PALETTE, SMALL, TEXT, WIDTH, specification
from samenspel.core.profile.report import Growth, Profile, SectorJobs
from samenspel.words import profile as words
from samenspel.words.figures import jobs as jobs_text
from samenspel.words.figures import percent, quotient, sector_name, signed

PARTS = ("national", "by_sector", "regional")
_PAINTS = ("pale", "other", "main")
_PERIOD, _SLOT = 74, 20
"""Dots for the period beside its bar, and from line to line."""

_BAR = [{"filter": "datum.order == 0"}]
_SECTOR = [{"filter": "datum.order == 0 && datum.first"}]
"""What is said once for a bar, and once for a sector."""


def jobs(found: Profile) -> Chart | None:
    """Return how many times the country's share each sector has; None without jobs."""
    work = found.work
    known = [one for one in work.sectors if one.lq is not None]
    if not known:
        return None
    data = [_quotient(one) for one in known]
    ends = max(2.0, *(row["high"] or row["quotient"] for row in data))
    x = {
        "field": "quotient",
        "scale": {"domain": [0, ends], "nice": True},
        "axis": {
            "grid": False,
            "title": _("times the share of jobs that the sector has in the country"),
        },
    }
    colour = either("datum.special", "main", "soft")
    layers = [track(), interval("low", "high"), reference(1), dots(x, colour)]
    return Chart(
        name="jobs",
        title=_("%(region)s: which sectors are larger or smaller than in the country, %(year)s")
        % {"region": found.subject.name, "year": work.year},
        desc=_(
            "A dot for each sector, with a line of 95%% certainty; at 1 its share is that of the "
            "country. Bright dots are special. %(estimate)s"
        )
        % {"estimate": words.estimate(work)},
        source=words.source("jobs", work.year),
        spec=specification(in_rows(data, layers)),
        columns=(
            *(_("Sector"), _("Jobs"), _("Share"), _("Times the country")),
            *(_("At least"), _("At most")),
        ),
        rows=tuple(
            (
                sector_name(one.code),
                jobs_text(one.jobs),
                percent(one.share),
                *map(quotient, (one.lq, one.lq_low, one.lq_high)),
            )
            for one in known
        ),
        values=tuple(
            (row["row"], row["jobs"], row["share"], row["quotient"], row["low"], row["high"])
            for row in data
        ),
    )


def growth(found: Profile) -> Chart | None:
    """Return where the change of jobs in each sector and period came from; None when unknown."""
    known = [one for one in found.work.growth if one.sector and one.change is not None]
    if not known:
        return None
    order = {one.code: place for place, one in enumerate(found.work.sectors)}
    known.sort(key=lambda one: (order[one.sector], one.since))
    names = (_("As the country"), _("As the sector"), _("Of the region"))
    return Chart(
        name="growth",
        title=_("%(region)s: where growth of jobs came from, by sector")
        % {"region": found.subject.name},
        desc=" ".join(words.grown(one) for one in found.work.growth if not one.sector),
        source=words.source("jobs", found.work.year),
        spec=specification(_stacked(known, names)),
        columns=(_("Sector"), _("Period"), _("Change"), *names),
        rows=tuple(
            (
                sector_name(one.sector),
                _period(one),
                *map(signed, (one.change, one.national, one.by_sector, one.regional)),
            )
            for one in known
        ),
        values=tuple(
            (sector_name(one.sector), _period(one), *map(_whole, (one.change, *_parts(one))))
            for one in known
        ),
    )


def _quotient(one: SectorJobs) -> dict[str, Any]:
    return {
        "row": sector_name(one.code),
        "note": f"{quotient(one.lq)} · {percent(one.share)}",
        "jobs": _whole(one.jobs),
        "share": _rounded(one.share),
        "quotient": _rounded(one.lq),
        "low": _rounded(one.lq_low),
        "high": _rounded(one.lq_high),
        "special": one.special,
    }


def _stacked(known: list[Growth], names: tuple[str, ...]) -> dict[str, Any]:
    """Return bars of three parts, those that take away on the left, a stripe for the sum."""
    since = min(one.since for one in known)
    data = [row for one in known for row in _three(one, names, first=one.since == since)]
    slots = dict.fromkeys(slot for row in data for slot in (row["row"], row["slot"]))
    y = {"type": "nominal", "axis": None, "scale": {"domain": [*slots]}}
    colours = {"domain": [*names], "range": [PALETTE[role] for role in _PAINTS]}
    x = {
        "field": "jobs",
        "type": "quantitative",
        "scale": {"range": [_PERIOD, WIDTH]},
        "axis": {"title": _("jobs; stripe: the change")},
    }
    bars = {
        "mark": {"type": "bar", "height": 14, "stroke": PALETTE["soft"]},
        "encoding": {
            "x": x,
            "y": {"field": "slot", **y},
            "color": {"field": "part", "type": "nominal", "scale": colours},
            "order": {"field": "order", "type": "quantitative"},
        },
    }
    stripe = {
        "mark": {"type": "tick", "size": 18, "thickness": 3},
        "encoding": {
            "x": {"field": "change", "type": "quantitative"},
            "y": {"field": "slot", **y},
        },
    }
    sector = _named("row", {"field": "row", **y}, fontSize=TEXT, dy=2)
    period = _named("period", {"field": "slot", **y}, color=PALETTE["soft"])
    return {
        "data": {"values": data},
        "height": {"step": _SLOT},
        "layer": [
            bars,
            {"transform": _BAR, **stripe},
            {"transform": _BAR, **period},
            {"transform": _SECTOR, **sector},
        ],
    }


def _three(one: Growth, names: tuple[str, ...], *, first: bool) -> Iterator[dict[str, Any]]:
    row, period = sector_name(one.sector), _period(one)
    for place, (name, part) in enumerate(zip(names, _parts(one), strict=True)):
        yield {
            "row": row,
            "slot": f"{row} {period}",
            "period": period,
            "part": name,
            "order": place,
            "jobs": _whole(part),
            "change": _whole(one.change),
            "first": first,
        }


def _named(field: str, y: dict[str, Any], **mark: Any) -> dict[str, Any]:
    written = {"type": "text", "align": "left", "fontSize": SMALL} | mark
    text = {"field": field, "type": "nominal"}
    return {"mark": written, "encoding": {"x": {"value": 0}, "y": y, "text": text}}


def _parts(one: Growth) -> tuple[float | None, ...]:
    return (one.national, one.by_sector, one.regional)


def _period(one: Growth) -> str:
    return f"{one.since}-{one.until}"


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
