# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Several charts below each other, as one SVG file."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from samenspel.charts.chart import Chart
from samenspel.charts.markup import SVG
from samenspel.charts.render import svg_file

GAP = 32
"""Dots between one chart and the next."""


def sheet(charts: Iterable[Chart]) -> bytes:
    """Return charts, each with its own title, description and source, as one SVG file."""
    drawn = [ET.fromstring(svg_file(one)) for one in charts]  # noqa: S314 - drawn by ourselves
    whole = ET.Element(f"{{{SVG}}}svg")
    top = 0
    for one in drawn:
        one.set("y", str(top))
        top += int(one.get("height", 0)) + GAP
        whole.append(one)
    width = max((int(one.get("width", 0)) for one in drawn), default=0)
    whole.set("width", str(width))
    whole.set("height", str(top))
    whole.set("viewBox", f"0 0 {width} {top}")
    written: bytes = ET.tostring(whole, encoding="utf-8", xml_declaration=True)
    return written
