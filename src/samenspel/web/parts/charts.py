# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A chart as a page shows it: drawn, with its source, its table and its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.charts import render
from samenspel.charts.chart import Chart

MEDIA_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
"""Ending of a file -> what it is."""

_WRITERS = {
    "svg": render.svg_file,
    "png": render.png,
    "csv": render.csv_file,
    "json": render.specification,
}


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column of the table; figures align to the end."""

    label: str
    number: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What ``components/chart.html`` takes; without rows when a table stands beside it."""

    title: str
    source: str
    svg: SafeString
    links: tuple[tuple[str, str], ...]
    columns: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]


def picture(
    chart: Chart, folder: str, asked: Mapping[str, object], *, has_table: bool = False
) -> Picture:
    """
    Return a chart for a page.

    Args:
        chart: what is drawn.
        folder: address of its files, relative to the page.
        asked: what stands behind the question mark in those addresses.
        has_table: the page shows the same figures in a table next to it.
    """
    query = f"?{urlencode(asked)}" if asked else ""
    names = {"svg": "SVG", "png": "PNG", "csv": "CSV", "json": _("specification")}
    return Picture(
        title=chart.title,
        source=chart.source,
        svg=render.svg(chart),
        links=tuple((name, f"{folder}{chart.name}.{kind}{query}") for kind, name in names.items()),
        columns=tuple(
            Head(label, all(isinstance(row[place], float | int | None) for row in chart.values))
            for place, label in enumerate(chart.columns)
        ),
        rows=() if has_table else chart.rows,
    )


def written(chart: Chart, kind: str) -> bytes:
    """Return a chart as a file of a kind; raise KeyError for one that is not in MEDIA_TYPES."""
    return _WRITERS[kind](chart)
