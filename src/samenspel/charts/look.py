# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The one look of every chart: colours, type, axes, and numbers as the active language writes them.

A chart has the width of a telephone and grows on wider screens; what stands in it is 12 or 13 dots
high. Names of rows therefore go above what is drawn and not beside it: see ``layers``.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The first is packaged with the renderer, so that a chart is the same on every machine."""

WIDTH = 400
TEXT = 13
SMALL = 12

PALETTE: Mapping[str, str] = {
    "surface": "#ffffff",
    "ink": "#001a40",
    "soft": "#3d5374",
    "line": "#dfe3e8",
    "pale": "#c0c7d2",
    "main": "#006fb3",
    "deep": "#003e65",
    "other": "#ac501b",
    "shade-1": "#e3f3fd",
    "shade-2": "#c7e7fa",
    "shade-3": "#8ecef6",
}
"""
Role -> colour on white, equal to those of the theme; told apart without seeing red or green.

On a page each is the class ``fill-ROLE`` or ``line-ROLE``, so that the page decides on it. No two
are the same. What is unknown is ``surface`` with a border.
"""

SHADES = tuple(PALETTE[role] for role in ("shade-1", "shade-2", "shade-3", "main", "deep"))
"""The colours of five classes, from low to high."""

NUMBERS: Mapping[str, Mapping[str, Any]] = {
    "nl": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€\u00a0", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€", ""]},
}


def specification(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return marks, encodings and data as a whole specification with the one look."""
    return {"$schema": SCHEMA, "width": WIDTH, "config": _config(), **body}


def _config() -> dict[str, Any]:
    language = "en" if (get_language() or "").startswith("en") else "nl"
    text = {"font": FONT, "color": PALETTE["ink"], "fontSize": TEXT}
    return {
        "background": PALETTE["surface"],
        "padding": {"left": 4, "right": 10, "top": 6, "bottom": 6},
        "font": FONT,
        "locale": {"number": NUMBERS[language]},
        "view": {"stroke": None},
        "axis": {
            "labelColor": PALETTE["soft"],
            "labelFontSize": SMALL,
            "titleColor": PALETTE["soft"],
            "titleFontSize": SMALL,
            "titleFontWeight": "normal",
            "titlePadding": 6,
            "gridColor": PALETTE["line"],
            "domain": False,
            "ticks": False,
            "tickCount": 5,
            "labelFlush": False,
        },
        "legend": {
            "orient": "top",
            "labelColor": PALETTE["ink"],
            "labelFontSize": SMALL,
            "labelLimit": WIDTH,
            "symbolStrokeColor": PALETTE["soft"],
            "title": None,
        },
        "title": {
            "anchor": "start",
            "frame": "bounds",
            "color": PALETTE["ink"],
            "fontSize": 15,
            "fontWeight": "bold",
            "offset": 12,
            "subtitleColor": PALETTE["soft"],
            "subtitleFontSize": 11,
            "subtitlePadding": 5,
        },
        "text": text,
        "bar": {"color": PALETTE["main"]},
        "rule": {"color": PALETTE["ink"]},
        "tick": {"color": PALETTE["ink"], "opacity": 1},
        "point": {"color": PALETTE["main"], "filled": True, "size": 60, "opacity": 1},
        "geoshape": {"stroke": PALETTE["soft"], "strokeWidth": 0.6},
    }
