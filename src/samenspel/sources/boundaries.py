# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Maps of municipalities and of any regions made of them, as GeoJSON.

The boundaries are simplified and for maps only. Every point is stored once, so neighbours share
their border to the digit, and a region is drawn by leaving out the borders inside it. A map is true
to area (sinusoidal, around the middle of the country). Source: CBS/Kadaster, CC BY 4.0.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from samenspel.core.profile.arrays import Floats

SOURCE = "CBS/Kadaster, municipal borders of 1 January 2023 (simplified), CC BY 4.0"
DEGREE = 10_000
MIDDLE = 5.3876
"""Degrees east of the meridian that stands upright: that of Amersfoort."""

KILOMETRES = 111.2
"""Length of a degree of latitude."""

Ring = tuple[int, ...]
"""Numbers of points around an area; the last joins the first."""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """
    The country: where the points lie and which of them go around each municipality.

    ``points`` has shape (n, 2): kilometres east of Amersfoort's meridian and north of the equator.
    """

    points: Floats
    rings: Mapping[str, tuple[Ring, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A window on the map: the corner at the upper left in kilometres, and dots per kilometre."""

    west: float
    north: float
    scale: float
    width: int
    height: int


@lru_cache(maxsize=1)
def boundaries() -> Boundaries:
    """Return the municipal boundaries of the division of 2023 to 2026."""
    text = files("samenspel.data").joinpath("boundaries.json").read_text(encoding="utf-8")
    found = json.loads(text)
    steps = np.array(found["points"], dtype=np.int64).reshape(-1, 2)
    rings = {code: tuple(map(tuple, area)) for code, area in found["areas"].items()}
    return Boundaries(_plane(steps.cumsum(axis=0) / DEGREE), rings)


def frame(codes: Iterable[str], *, width: int, margin: int = 2) -> Frame:
    """
    Return the window in which municipalities fill a width in dots, with a margin around them.

    Raises ValueError when there are none, or for a code that has no boundary.
    """
    country = boundaries()
    numbers = sorted({point for code in codes for ring in _rings(code) for point in ring})
    if not numbers:
        raise ValueError("a map needs a municipality")
    west, south = country.points[numbers].min(axis=0)
    east, north = country.points[numbers].max(axis=0)
    scale = (width - 2 * margin) / float(east - west)
    edge = margin / scale
    height = round(scale * float(north - south)) + 2 * margin
    return Frame(float(west) - edge, float(north) + edge, scale, width, height)


def places(areas: Mapping[str, str], window: Frame) -> dict[str, list[list[list[float]]]]:
    """
    Return the rings around each area as dots right and down, the last the first, for GeoJSON.

    In order of key; rings of holes run the other way around. *areas* says by municipality in which
    area it lies: itself, or a region. Raises ValueError for a code that has no boundary.
    """
    dots = [[right / 10, down / 10] for right, down in _places(window)]
    return {
        key: [[dots[point] for point in (*ring, ring[0])] for ring in rings]
        for key, rings in outlines(areas).items()
    }


def outlines(areas: Mapping[str, str]) -> dict[str, tuple[Ring, ...]]:
    """Return the rings around each area, in order of key, without the borders inside it."""
    members: dict[str, list[str]] = {}
    for code, key in areas.items():
        members.setdefault(key, []).append(code)
    return {key: tuple(_around(members[key])) for key in sorted(members)}


def _around(codes: Iterable[str]) -> Iterator[Ring]:
    """Yield what remains of the rings when what two have in common falls away."""
    steps = {step for code in sorted(codes) for ring in _rings(code) for step in _steps(ring)}
    following: dict[int, list[int]] = {}
    for start, end in sorted(steps):
        if (end, start) not in steps:
            following.setdefault(start, []).append(end)
    while following:
        ring = [next(iter(following))]
        while ring[-1] in following:
            ends = following[ring[-1]]
            ring.append(ends.pop())
            if not ends:
                del following[ring[-2]]
        yield tuple(ring[:-1])


def _steps(ring: Ring) -> Iterator[tuple[int, int]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _rings(code: str) -> tuple[Ring, ...]:
    found = boundaries().rings.get(code)
    if found is None:
        raise ValueError(f"no boundary for {code}: boundaries are those of 2023 to 2026")
    return found


def _places(window: Frame) -> list[tuple[int, int]]:
    """Return every point in tenths of a dot, right and down."""
    east, north = boundaries().points.T
    east, south = east - window.west, window.north - north
    tenths = np.rint(10 * window.scale * np.column_stack((east, south))).astype(int)
    return [(right, down) for right, down in tenths.tolist()]


def _plane(degrees: Floats) -> Floats:
    """Place longitude and latitude in the plane, in kilometres."""
    lon, lat = degrees.T
    return KILOMETRES * np.column_stack(((lon - MIDDLE) * np.cos(np.radians(lat)), lat))
