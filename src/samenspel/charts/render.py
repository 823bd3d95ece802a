# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Draws charts: for a page, and as files to take home.

Vega-Lite is drawn in this process by ``vl_convert``, loaded at the first chart. It may fetch
nothing: a specification that points anywhere is refused. Its only fonts are its own, so a chart is
the same on every machine; with hundreds of fonts it would also take six times as long to measure a
text. What was drawn is kept by its content.
"""

import csv
import io
import json
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from textwrap import wrap
from threading import Lock
from types import ModuleType
from typing import Any

from django.utils.safestring import SafeString

from samenspel.charts.beside import beside
from samenspel.charts.chart import Chart
from samenspel.charts.letters import all_fit
from samenspel.charts.look import FONT, SCHEMA
from samenspel.charts.markup import file_markup, page_markup

VEGA_LITE = "6.4"
KEPT, FILES_KEPT = 128, 16
PIXELS = 2.0
"""Dots of a PNG for each dot of the drawing: sharp on paper and on fine screens."""

FONTS = "FONTCONFIG_FILE"
FIRST = {"$schema": SCHEMA, "title": {"text": "Samenspel", "font": FONT}, "mark": "geoshape"}
"""The variable by which fonts are found, and a chart that needs them."""

POINTERS = {"url", "href"}
LINE, SMALL_LINE = 52, 74
"""Characters that fit on a line of a title, and of the source below it."""

_STARTING = Lock()


def svg(chart: Chart) -> SafeString:
    """
    Return a chart as SVG to stand in a page: named and described, in the colours of the page.

    It has no size of its own, no style and no title that can be seen: the page gives those.

    Raises:
        ValueError: the specification is not sound, or points outside itself.
    """
    return page_markup(_drawn(_text(chart.spec)), chart.name, chart.title, chart.desc)


def svg_file(chart: Chart) -> bytes:
    """Return a chart as an SVG file of its own, on white, with its title and source in sight."""
    drawn = _drawn(_text(_entitled(chart)))
    return file_markup(drawn, chart.name, chart.title, chart.desc)


def png(chart: Chart) -> bytes:
    """Return a chart as a picture, on white, with its title and source in sight."""
    return _picture(svg_file(chart).decode())


def csv_file(chart: Chart) -> bytes:
    """Return the figures of a chart, unknown ones empty, as CSV in UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(chart.columns)
    writer.writerows(chart.values)
    return written.getvalue().encode()


def specification(chart: Chart) -> bytes:
    """Return the whole Vega-Lite specification as JSON, with title and source."""
    return json.dumps(_entitled(chart), indent=2, ensure_ascii=False).encode()


def _entitled(chart: Chart) -> dict[str, Any]:
    source = wrap(chart.source, SMALL_LINE)
    title = {"text": wrap(chart.title, LINE), "subtitle": source}
    return {**chart.spec, "title": title, "description": chart.desc}


def _text(spec: object) -> str:
    return json.dumps(all_fit(spec), sort_keys=True, ensure_ascii=False, allow_nan=False)


@lru_cache(maxsize=KEPT)
def _drawn(spec: str) -> str:
    if POINTERS & set(_keys(json.loads(spec))):
        raise ValueError("a chart holds its own data: it points nowhere")
    return beside(_draw)(spec)


def _draw(spec: str) -> str:
    drawn: str = renderer().vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    return drawn


@lru_cache(maxsize=FILES_KEPT)
def _picture(drawn: str) -> bytes:
    picture: bytes = renderer().svg_to_png(drawn, scale=PIXELS)
    return picture


def renderer() -> ModuleType:
    """Return the renderer; one thread starts it, for all threads share the variable for fonts."""
    with _STARTING:
        return _started()


@cache
def _started() -> ModuleType:
    """Return the renderer when it has read its fonts, for which it looks at its first text."""
    import vl_convert

    before = os.environ.get(FONTS)
    os.environ[FONTS] = str(files("samenspel.charts").joinpath("fonts.conf"))
    try:
        vl_convert.svg_to_png(vl_convert.vegalite_to_svg(FIRST, vl_version=VEGA_LITE))
    finally:
        del os.environ[FONTS]
        if before is not None:
            os.environ[FONTS] = before
    return vl_convert


def _keys(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _keys(one)
