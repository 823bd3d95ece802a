# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What charts in rows are made of: each row a name, what is drawn below it, and a text at the right.

Names stand above and not beside, so that long ones fit on a telephone.
"""

from collections.abc import Mapping
from typing import Any

from samenspel.charts.look import PALETTE, SMALL, TEXT, WIDTH

Layer = dict[str, Any]

ROW = "row"
"""The field with the name of a row, the same in every chart."""

NOTE = "note"
"""The field with the text at the right."""

STEP = 44
"""Dots from row to row."""

_UP, _DOWN = -9, 8


def in_rows(data: list[dict[str, Any]], layers: list[Layer]) -> dict[str, Any]:
    """Return layers over the same rows, in the order of the data, with names and texts."""
    return {
        "data": {"values": data},
        "height": {"step": STEP},
        "encoding": {"y": {"field": ROW, "type": "nominal", "axis": None, "sort": None}},
        "layer": [*layers, _text(ROW, 0, align="left"), _text(NOTE, WIDTH, **_QUIET)],
    }


def track() -> Layer:
    """Return the thin line that leads the eye along a row."""
    return {
        "mark": {"type": "rule", "color": PALETTE["line"], "yOffset": _DOWN},
        "encoding": {"x": {"value": 0}, "x2": {"value": WIDTH}},
    }


def reference(value: float) -> Layer:
    """Return a mark in every row at the value that all are held against."""
    return {
        "mark": {**_TICK, "color": PALETTE["ink"]},
        "encoding": {"x": {"datum": value, "type": "quantitative"}},
    }


def tick(field: str) -> Layer:
    """Return a mark in each row where its value in a field lies, in the second colour."""
    return {
        "mark": {**_TICK, "color": PALETTE["other"], "thickness": 4, "stroke": PALETTE["surface"]},
        "encoding": {"x": {"field": field, "type": "quantitative"}},
    }


def interval(low: str, high: str) -> Layer:
    """Return the thick line from one field to another."""
    return {
        "mark": {"type": "rule", "strokeWidth": 5, "color": PALETTE["pale"], "yOffset": _DOWN},
        "encoding": {"x": {"field": low, "type": "quantitative"}, "x2": {"field": high}},
    }


def dots(x: Mapping[str, Any], colour: Mapping[str, Any]) -> Layer:
    """Return a dot in each row."""
    return {
        "mark": {"type": "point", "yOffset": _DOWN, "size": 90},
        "encoding": {"x": {"type": "quantitative", **x}, "color": colour},
    }


def bars(x: Mapping[str, Any]) -> Layer:
    """Return a bar in each row."""
    return {
        "mark": {"type": "bar", "height": 14, "yOffset": _DOWN},
        "encoding": {"x": {"type": "quantitative", **x}},
    }


def either(test: str, role: str, otherwise: str) -> dict[str, Any]:
    """Return the colour of one role where a test holds, else of another."""
    return {"condition": {"test": test, "value": PALETTE[role]}, "value": PALETTE[otherwise]}


_TICK = {"type": "tick", "size": 14, "thickness": 2, "yOffset": _DOWN}
_QUIET = {"align": "right", "fontSize": SMALL, "color": PALETTE["soft"]}


def _text(field: str, place: float, **mark: Any) -> Layer:
    written = {"type": "text", "dy": _UP, "fontSize": TEXT} | mark
    return {
        "mark": written,
        "encoding": {"x": {"value": place}, "text": {"field": field, "type": "nominal"}},
    }
