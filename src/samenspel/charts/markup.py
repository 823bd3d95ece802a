# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
From what the renderer drew to SVG that stands in a page or a file.

A drawing is one picture with a name and a description; the roles and labels that the renderer gives
every mark would be read out one by one, and go. An element tree writes it, so what stands in it is
escaped whatever it is.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString

from samenspel.charts.letters import fit
from samenspel.charts.look import PALETTE

SVG = "http://www.w3.org/2000/svg"
KEPT, FILES_KEPT = 128, 16

_ROLES = {colour: role for role, colour in PALETTE.items()} | {"white": "surface"}
_PAINTS = {"fill": "fill", "stroke": "line"}
_NOISE = {"class", "role", "pointer-events", "aria-label", "aria-hidden", "aria-roledescription"}
_DEFAULTS = {("opacity", "1"), ("stroke-width", "1"), ("font-weight", "normal")}
_NO_PAINT = {"none", "transparent"}
_GROUP, _TITLE = f"{{{SVG}}}g", f"{{{SVG}}}title"
_TEXTS = {f"{{{SVG}}}{name}" for name in ("text", "tspan", "title")}
_AREA = "geoshape"
_LONG = re.compile(r"-?\d+\.\d{3,}")


@lru_cache(maxsize=KEPT)
def page_markup(drawn: str, name: str, title: str, desc: str) -> SafeString:
    """
    Return a drawing to stand in a page: colours as classes, no size, no type of its own.

    Raises:
        ValueError: a colour that has no role.
    """
    root = _described(drawn, name, title, desc)
    root.attrib.pop("width")
    root.attrib.pop("height")
    for one in root.iter():
        one.attrib.pop("font-family", None)
        _paint(one)
    return SafeString(ET.tostring(root, encoding="unicode"))


@lru_cache(maxsize=FILES_KEPT)
def file_markup(drawn: str, name: str, title: str, desc: str) -> bytes:
    """Return a drawing as a file of its own: in its own colours, type and size."""
    root = _described(drawn, name, title, desc)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _described(drawn: str, name: str, title: str, desc: str) -> ET.Element:
    ET.register_namespace("", SVG)
    root = ET.fromstring(drawn)  # noqa: S314 - of our own renderer
    for one in [*root.iter()]:
        _quieten(one)
    _tidy(root)
    root.set("role", "img")
    root.set("aria-labelledby", f"chart-{name}-title chart-{name}-desc")
    for place, (tag, text) in enumerate((("title", title), ("desc", desc))):
        said = ET.Element(f"{{{SVG}}}{tag}", {"id": f"chart-{name}-{tag}"})
        said.text = fit(text)
        root.insert(place, said)
    return root


def _quieten(one: ET.Element) -> None:
    """Take away what is said of a mark; an area of a map says it to who points at it."""
    if one.get("aria-roledescription") == _AREA:
        ET.SubElement(one, _TITLE).text = one.get("aria-label")
    for key, value in [*one.attrib.items()]:
        if key in _NOISE or (key, value) in _DEFAULTS:
            del one.attrib[key]
        elif key in {"d", "transform", "x2", "y2"}:
            one.set(key, _LONG.sub(lambda found: f"{float(found[0]):.2f}", value))


def _tidy(parent: ET.Element) -> None:
    """Take away what shows nothing, and groups that only hold others."""
    for one in [*parent]:
        _tidy(one)
        if _shows_nothing(one):
            parent.remove(one)
        elif one.tag == _GROUP and not one.attrib:
            place = [*parent].index(one)
            parent[place : place + 1] = [*one]


def _shows_nothing(one: ET.Element) -> bool:
    if one.tag == _GROUP:
        return len(one) == 0
    if one.tag in _TEXTS:
        return not one.text and len(one) == 0
    unpainted = all(one.get(paint, "none") in _NO_PAINT for paint in _PAINTS)
    return unpainted or one.get("display") == "none" or one.get("d") == ""


def _paint(one: ET.Element) -> None:
    roles = [*_classes(one)]
    if roles:
        one.set("class", " ".join(roles))


def _classes(one: ET.Element) -> Iterable[str]:
    for attribute, prefix in _PAINTS.items():
        colour = one.get(attribute, "none")
        if colour in _NO_PAINT:
            continue
        if colour not in _ROLES:
            raise ValueError(f"{colour} is no colour of the palette")
        del one.attrib[attribute]
        yield f"{prefix}-{_ROLES[colour]}"
