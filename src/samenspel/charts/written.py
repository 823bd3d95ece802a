# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is written in the areas of a map: in the colour that can be read on their shade."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from samenspel.charts.label_place import Rings, word_place
from samenspel.charts.look import PALETTE, SMALL

LETTER = 0.55
"""Width of a letter as part of its height, on average."""

STRONG = {PALETTE["main"], PALETTE["deep"]}
"""Shades on which the colour of the page is read and not that of ink."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A text on a map and its middle, in dots right and down."""

    text: str
    right: float
    down: float


def name_in(rings: Rings, name: str) -> Mark | None:
    """Return the name of an area where it fits in it; None where it does not."""
    found = word_place(rings, LETTER * SMALL * len(name), SMALL)
    return Mark(name, *found) if found else None


def written(marks: Iterable[tuple[Mark, str]]) -> list[dict[str, Any]]:
    """Return the layers that write each mark on its shade, with a rim of that shade around it."""
    rows = [
        {
            "right": one.right,
            "down": one.down,
            "text": one.text,
            "shade": shade,
            "ink": PALETTE["surface" if shade in STRONG else "ink"],
        }
        for one, shade in marks
    ]
    rim = {"strokeWidth": 3, "strokeJoin": "round"}
    return [_layer(rows, "shade", stroke=True, **rim), _layer(rows, "ink")] if rows else []


def _layer(
    rows: list[dict[str, Any]], colour: str, *, stroke: bool = False, **mark: object
) -> dict[str, Any]:
    painted = {"field": colour, "type": "nominal", "scale": None}
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "fontSize": SMALL, "clip": False, **mark},
        "encoding": {
            "longitude": {"field": "right", "type": "quantitative"},
            "latitude": {"field": "down", "type": "quantitative"},
            "text": {"field": "text", "type": "nominal"},
            "fill": painted,
            **({"stroke": painted} if stroke else {}),
        },
    }
