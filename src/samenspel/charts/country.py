# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The country on a map: every region in one of five shades, with its place as a number."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.charts.chart import Chart
from samenspel.charts.label_place import label_place
from samenspel.charts.look import WIDTH
from samenspel.charts.maps import Area, Told, area_map, fifths
from samenspel.charts.written import Mark
from samenspel.sources.boundaries import frame, places
from samenspel.sources.country import Country, Ranked, members
from samenspel.words import profile as words
from samenspel.words.figures import bare, indicator_name, unit, value_text
from samenspel.words.formats import number


def country_map(found: Country) -> Chart | None:
    """Return an indicator of all labour market regions on a map; None when nothing is known."""
    if not found.known:
        return None
    drawn = area_map(
        _areas(found),
        Told(
            "country",
            _titled(found),
            _described(found),
            words.source(found.indicator, found.period),
            (_("Region"), _("Code"), _("Value")),
        ),
        fifths(np.array([one.value for one in found.regions], dtype=float)),
        lambda value: _("unknown") if value is None else bare(found.indicator, value),
        {one.place.code: _place(one) for one in found.regions if one.rank is not None},
    )
    return replace(
        drawn,
        spec=_legend_in_the_sea(drawn.spec),
        columns=(_("Place"), *drawn.columns),
        rows=tuple(_row(found.indicator, one) for one in found.regions),
        values=tuple(
            (one.rank, one.place.name, one.place.code, one.value) for one in found.regions
        ),
    )


def _areas(found: Country) -> list[Area]:
    inside: dict[str, list[str]] = {}
    for municipality, region in members().items():
        inside.setdefault(region, []).append(municipality)
    return [
        Area(one.place.code, one.place.name, inside[one.place.code], one.value)
        for one in found.regions
    ]


def _titled(found: Country) -> str:
    name, of = indicator_name(found.indicator), unit(found.indicator)
    known = {"name": name, "unit": of, "year": found.period}
    if name.casefold() == of:
        return _("%(name)s, %(year)s") % known
    return _("%(name)s (%(unit)s), %(year)s") % known


def _described(found: Country) -> str:
    """Return what is to be seen: the highest and the lowest, and of how many nothing is known."""
    high, low = found.regions[0], found.regions[found.known - 1]
    says = _(
        "Map of the labour market regions. The highest is %(high)s, the lowest %(low)s. The number "
        "in a region is its place in the table."
    ) % {"high": _named(found.indicator, high), "low": _named(found.indicator, low)}
    if unknown := len(found.regions) - found.known:
        says += " " + ngettext(
            "Of %(count)s region it is unknown.", "Of %(count)s regions it is unknown.", unknown
        ) % {"count": unknown}
    return says


def _named(indicator: str, one: Ranked) -> str:
    return f"{one.place.name} ({value_text(indicator, one.value)})"


def _row(indicator: str, one: Ranked) -> tuple[str, ...]:
    place = "" if one.rank is None else number(one.rank)
    return place, one.place.name, one.place.code, value_text(indicator, one.value)


def _legend_in_the_sea(spec: Mapping[str, Any]) -> dict[str, Any]:
    shapes, *rest = spec["layer"]
    legend = {"orient": "top-left", "offset": 0, "symbolType": "square"}
    encoding = {**shapes["encoding"], "color": {**shapes["encoding"]["color"], "legend": legend}}
    return {**spec, "layer": [{**shapes, "encoding": encoding}, *rest]}


def _place(one: Ranked) -> Mark:
    right, down = _middles()[one.place.code]
    return Mark(str(one.rank), right, down)


@lru_cache(maxsize=1)
def _middles() -> Mapping[str, tuple[float, float]]:
    """Return where the number of each region stands, in dots."""
    drawn = places(members(), frame(members(), width=WIDTH))
    return {code: label_place(rings) for code, rings in drawn.items()}
