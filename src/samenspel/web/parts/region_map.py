# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A map of the municipalities of a region, shaded by where each stands in the whole country."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from samenspel.core.profile.arrays import Floats
from samenspel.core.profile.report import Figure, Place
from samenspel.sources.boundaries import frame, paths
from samenspel.sources.statistics import vector
from samenspel.words.figures import indicator_name, value_text

CLASSES = 5
WIDTH = 460


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality on the map: its outline, its class (0: unknown) and what it says."""

    path: str
    shade: int
    says: str


@dataclass(frozen=True, slots=True)
class Shade:
    """A class of the legend."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The map with its legend; title and description are for who cannot see it."""

    width: int
    height: int
    title: str
    desc: str
    areas: tuple[Area, ...]
    legend: tuple[Shade, ...]


def region_map(places: Sequence[Place], figure: Figure) -> RegionMap:
    """Return the map of an indicator; each class holds a fifth of the country's municipalities."""
    window = frame([one.code for one in places], width=WIDTH)
    drawn = paths({one.code: one.code for one in places}, window)
    country = vector(figure.code, figure.period)
    known = country[np.isfinite(country)]
    edges = np.quantile(known, np.linspace(0, 1, CLASSES + 1))
    values = dict(zip([one.code for one in places], figure.inside, strict=True))
    areas = tuple(
        Area(
            drawn[one.code],
            _shade(values[one.code], edges),
            f"{one.name}: {value_text(figure.code, values[one.code])}",
        )
        for one in places
    )
    name = indicator_name(figure.code)
    return RegionMap(
        window.width,
        window.height,
        title=_("Map: %(name)s in %(year)s") % {"name": name, "year": figure.period},
        desc=_("The municipalities of the region; the table beside it has the same figures."),
        areas=areas,
        legend=tuple(_legend(figure.code, edges, unknown=any(one.shade == 0 for one in areas))),
    )


def _shade(value: float | None, edges: Floats) -> int:
    if value is None:
        return 0
    return int(np.clip(np.searchsorted(edges, value, side="right"), 1, CLASSES))


def _legend(code: str, edges: Floats, *, unknown: bool) -> list[Shade]:
    found = [
        Shade(
            number,
            _("%(low)s to %(high)s")
            % {
                "low": value_text(code, float(edges[number - 1])),
                "high": value_text(code, float(edges[number])),
            },
        )
        for number in range(1, CLASSES + 1)
    ]
    return [*found, Shade(0, _("unknown"))] if unknown else found
