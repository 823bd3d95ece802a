# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Maps of areas in five shades, each area named with its value."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from samenspel.charts.chart import Chart
from samenspel.charts.label_place import Rings
from samenspel.charts.look import PALETTE, SHADES, WIDTH, specification
from samenspel.charts.written import Mark, name_in, written
from samenspel.core.profile.arrays import Floats
from samenspel.sources.boundaries import Frame, frame, places


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the map: its code and name, the municipalities in it, and its value."""

    code: str
    name: str
    municipalities: Sequence[str]
    value: float | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a map says: see ``Chart``; ``heads`` name the area and its value."""

    name: str
    title: str
    desc: str
    source: str
    heads: tuple[str, str, str]


def fifths(values: Floats) -> Floats:
    """Return the borders (6,) of five classes with as many of the known values in each."""
    known = values[np.isfinite(values)]
    return np.quantile(known, np.linspace(0, 1, len(SHADES) + 1))


def area_map(
    areas: Sequence[Area],
    told: Told,
    edges: Floats,
    text: Callable[[float | None], str],
    marks: Mapping[str, Mark] | None = None,
) -> Chart:
    """
    Return the map of some areas, which do not overlap.

    Args:
        areas: at least one, in the order of the table.
        told: what the map says.
        edges: shape (6,), the borders of the classes.
        text: writes a value with its unit, and that it is unknown for None.
        marks: what is written in an area, by its code; None for their names.

    Raises:
        ValueError: no area, or a municipality without a boundary.
    """
    window = frame([code for one in areas for code in one.municipalities], width=WIDTH)
    rings = places({code: one.code for one in areas for code in one.municipalities}, window)
    unknown = any(one.value is None for one in areas)
    labels = [*_labels(edges, text), *([_("unknown")] if unknown else [])]
    shapes = _drawing(_features(areas, edges, labels, text, rings), labels)
    marked = _names(areas, rings) if marks is None else marks
    names = written(
        (marked[one.code], _shade(one.value, edges)) for one in areas if one.code in marked
    )
    return Chart(
        name=told.name,
        title=told.title,
        desc=told.desc,
        source=" ".join(
            (f"{told.source}.", _("Borders: CBS and Kadaster, simplified (CC BY 4.0)."))
        ),
        spec=specification(_projected([shapes, *names], window)),
        columns=told.heads,
        rows=tuple((one.name, one.code, text(one.value)) for one in areas),
        values=tuple((one.name, one.code, one.value) for one in areas),
    )


def _projected(layers: list[dict[str, Any]], window: Frame) -> dict[str, Any]:
    return {
        "width": window.width,
        "height": window.height,
        "projection": {"type": "identity", "scale": 1, "translate": [0, 0]},
        "layer": layers,
    }


def _drawing(features: list[dict[str, Any]], labels: list[str]) -> dict[str, Any]:
    shades = [*SHADES, PALETTE["surface"]][: len(labels)]
    return {
        "data": {"values": features},
        "mark": {"type": "geoshape", "clip": False},
        "encoding": {
            "color": {
                "field": "properties.class",
                "type": "nominal",
                "scale": {"domain": labels, "range": shades},
                "legend": {"orient": "bottom", "columns": 2, "symbolType": "square"},
            },
            "description": {"field": "properties.says", "type": "nominal"},
        },
    }


def _names(areas: Sequence[Area], rings: Mapping[str, Rings]) -> dict[str, Mark]:
    """Return the names that fit in their area; none when most do not, for it then seems chosen."""
    tried = {one.code: name_in(rings[one.code], one.name) for one in areas}
    found = {code: mark for code, mark in tried.items() if mark}
    return found if 2 * len(found) >= len(areas) else {}


def _features(
    areas: Sequence[Area],
    edges: Floats,
    labels: Sequence[str],
    text: Callable[[float | None], str],
    rings: Mapping[str, Rings],
) -> list[dict[str, Any]]:
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": rings[one.code]},
            "properties": {
                "class": labels[_number(one.value, edges)],
                "says": f"{one.name}: {text(one.value)}",
            },
        }
        for one in areas
    ]


def _number(value: float | None, edges: Floats) -> int:
    """Return the number of the class of a value, that of unknown last."""
    if value is None:
        return len(SHADES)
    return int(np.searchsorted(edges[1:-1], value, side="right"))


def _shade(value: float | None, edges: Floats) -> str:
    return (*SHADES, PALETTE["surface"])[_number(value, edges)]


def _labels(edges: Floats, text: Callable[[float | None], str]) -> Iterable[str]:
    for low, high in pairwise(edges):
        yield _("%(low)s to %(high)s") % {"low": text(float(low)), "high": text(float(high))}
