# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Compile simplified municipal boundaries from a folder with ``boundaries/gemeenten_2023.geojson``.

``python tools/compile_boundaries.py FOLDER`` writes ``boundaries.json`` to ``src/samenspel/data``;
``--check`` writes nothing and exits with status 1 when it would change. Every point is stored once
and municipalities name their points, so a border is one border for both sides. Points go by
Visvalingam's rule, least triangle first, unless a municipality's area would change by more than
``WORST`` or lines would cross; what is left moves a little, so that areas are true again.
Same file in, same bytes out.
"""

import argparse
import heapq
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PACKAGED = Path(__file__).resolve().parent.parent / "src" / "samenspel" / "data"
SOURCE = "boundaries/gemeenten_2023.geojson"
KEPT = 0.145
"""Share of the points in the source that stay; a point of a shared border is stored twice there."""

WORST = 0.03
"""How much of its area a municipality may win or lose before the points move."""

ROUNDS = 3
"""Rounds of moving: each leaves less than a hundredth of the error."""

DEGREE = 10_000
"""The source has four decimals of a degree; whole numbers are these."""

STEPS = 1.3
"""How much larger the triangles of a next round may be."""

ON_A_BORDER = 2
"""A point on a border has this many neighbours; where borders meet there are more."""

KILOMETRES = 111.2
"""Length of a degree of latitude."""

Point = tuple[int, int]
Ring = list[int]


@dataclass(slots=True)
class Network:
    """All borders as one network of points; ``rings`` run counter-clockwise around their inside."""

    points: list[Point]
    rings: dict[str, list[Ring]]
    plane: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        """Place the points in a plane in which areas are true, in kilometres."""
        self.plane = _plane(np.array(self.points))

    def area(self, ring: Ring) -> float:
        """Return the area of a ring in square kilometres, negative when it runs clockwise."""
        x, y = self.plane[ring].T
        return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2

    def degrees(self) -> NDArray[np.int64]:
        """Return where the points are now, as ``points`` are given."""
        x, y = self.plane.T / KILOMETRES
        return np.rint(DEGREE * np.column_stack((x / np.cos(np.radians(y)), y))).astype(np.int64)

    def round(self) -> None:
        """Move the points to where they can be written."""
        self.plane = _plane(self.degrees())

    def used(self) -> set[int]:
        """Return the points that a ring passes."""
        return {point for rings in self.rings.values() for ring in rings for point in ring}


def _plane(degrees: NDArray[np.int64]) -> NDArray[np.float64]:
    lon, lat = degrees.T / DEGREE
    return KILOMETRES * np.column_stack((lon * np.cos(np.radians(lat)), lat))


def load(path: Path) -> Network:
    """Read a GeoJSON file of polygons with property ``statcode``."""
    numbers: dict[Point, int] = {}
    rings: dict[str, list[Ring]] = {}
    outer: dict[str, list[bool]] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        code = feature["properties"]["statcode"]
        for polygon in _polygons(feature["geometry"]):
            for place, ring in enumerate(polygon):
                found = [(round(x * DEGREE), round(y * DEGREE)) for x, y in ring[:-1]]
                rings.setdefault(code, []).append(
                    [numbers.setdefault(point, len(numbers)) for point in found]
                )
                outer.setdefault(code, []).append(place == 0)
    network = Network(list(numbers), rings)
    for code, found_rings in rings.items():
        for ring, is_outer in zip(found_rings, outer[code], strict=True):
            if (network.area(ring) > 0) != is_outer:
                ring.reverse()
    return network


def _polygons(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    inside = geometry["coordinates"]
    return [inside] if geometry["type"] == "Polygon" else inside


def edges(ring: Ring) -> Iterator[tuple[int, int]]:
    """Yield the steps of a ring."""
    return zip(ring, [*ring[1:], ring[0]], strict=True)


class Simplifier:
    """Takes points away one by one; ``left`` says how many are left."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.neighbours: dict[int, set[int]] = {}
        self.sides: dict[tuple[int, int], str] = {}
        for code, rings in network.rings.items():
            for start, end in (edge for ring in rings for edge in edges(ring)):
                self.sides[start, end] = code
                self.neighbours.setdefault(start, set()).add(end)
                self.neighbours.setdefault(end, set()).add(start)
        self.area = {c: sum(map(network.area, rings)) for c, rings in network.rings.items()}
        self.changed = dict.fromkeys(self.area, 0.0)
        self.plane = network.plane.copy()

    @property
    def left(self) -> int:
        """Return how many points are left."""
        return len(self.neighbours)

    def run(self, target: int) -> None:
        """Take points away until *target* are left or none can be missed."""
        limit, largest = 1e-4, max(self.area.values())
        while self.left > target and limit < largest:
            while self._round(limit, target):
                pass
            limit *= STEPS

    def _round(self, limit: float, target: int) -> bool:
        """Try every point whose triangle is small enough; tell whether one went."""
        queue = [(self._size(point), point) for point in self.neighbours]
        heapq.heapify(queue)
        before = self.left
        while queue and queue[0][0] <= limit and self.left > target:
            size, point = heapq.heappop(queue)
            near = self.neighbours.get(point, set())
            if near and size == self._size(point) and self._take(point):
                for other in near:
                    heapq.heappush(queue, (self._size(other), other))
        return self.left < before

    def _size(self, point: int) -> float:
        """Return how much leaving out a point changes; endless where borders meet."""
        near = self.neighbours[point]
        if len(near) != ON_A_BORDER:
            return np.inf
        a, b = near
        return abs(self._turn(a, point, b))

    def _turn(self, a: int, b: int, c: int) -> float:
        """Return the area of a triangle, positive when it runs counter-clockwise."""
        (ax, ay), (bx, by), (cx, cy) = self.plane[[a, b, c]]
        return float((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    def _take(self, point: int) -> bool:
        """Take a point away if nothing forbids it; tell whether it went."""
        a, b = self.neighbours[point]
        gains = {
            code: -self._turn(start, point, end)
            for start, end in ((a, b), (b, a))
            if (code := self.sides.get((start, point))) and self.sides.get((point, end)) == code
        }
        if b in self.neighbours[a] or self._spoils(gains) or self._holds_a_point(a, point, b):
            return False
        for start, end in ((a, b), (b, a)):
            code = self.sides.pop((start, point), None)
            self.sides.pop((point, end), None)
            if code:
                self.sides[start, end] = code
        for code, gain in gains.items():
            self.changed[code] += gain
        self._unlink(point, a, b)
        return True

    def _unlink(self, point: int, a: int, b: int) -> None:
        del self.neighbours[point]
        self.plane[point] = np.inf
        for one, other in ((a, b), (b, a)):
            self.neighbours[one].remove(point)
            self.neighbours[one].add(other)

    def _spoils(self, gains: dict[str, float]) -> bool:
        """Tell whether a municipality would become too large or too small, and more so."""
        return any(
            abs(after := self.changed[code] + gain) > WORST * self.area[code]
            and abs(after) > abs(self.changed[code])
            for code, gain in gains.items()
        )

    def _holds_a_point(self, a: int, b: int, c: int) -> bool:
        """Tell whether another point lies in the triangle: then lines would cross."""
        corners = self.plane[[a, b, c]]
        low, high = corners.min(axis=0), corners.max(axis=0)
        near = np.flatnonzero(((self.plane >= low) & (self.plane <= high)).all(axis=1))
        near = near[(near != a) & (near != b) & (near != c)]
        if not near.size:
            return False
        turns = [
            _times(corners[k] - corners[k - 1], self.plane[near] - corners[k - 1])
            for k in range(len(corners))
        ]
        inside = np.all([t >= 0 for t in turns], axis=0) | np.all([t <= 0 for t in turns], axis=0)
        return bool(inside.any())

    def rings(self) -> dict[str, list[Ring]]:
        """Return what is left of every ring."""
        kept = self.neighbours
        return {
            code: [[point for point in ring if point in kept] for ring in rings]
            for code, rings in self.network.rings.items()
        }


def simplified(network: Network) -> Network:
    """Return the network with fewer points."""
    simplifier = Simplifier(network)
    written = sum(len(ring) for rings in network.rings.values() for ring in rings)
    simplifier.run(int(KEPT * written))
    return _balanced(Network(network.points, simplifier.rings()), simplifier.area)


def _balanced(network: Network, areas: dict[str, float]) -> Network:
    """Return the network with true areas; what would cross when it moves stays where it is."""
    fixed: set[int] = set()
    while True:
        trial = Network(network.points, network.rings)
        for _ in range(ROUNDS):
            balance(trial, areas, fixed)
        trial.round()
        wrong = crossings(trial) | _turned(network, trial)
        if not wrong:
            return trial
        fixed |= wrong


def balance(network: Network, areas: dict[str, float], fixed: set[int]) -> None:
    """Move what is not fixed as little as possible (least squares) towards the areas in km²."""
    used = sorted(network.used())
    place = {point: k for k, point in enumerate(used)}
    slopes = np.zeros((len(areas), len(used), 2))
    missing = np.zeros(len(areas))
    for k, (code, area) in enumerate(areas.items()):
        rings = network.rings[code]
        missing[k] = area - sum(map(network.area, rings))
        for ring in rings:
            x, y = network.plane[ring].T
            ahead = np.column_stack((np.roll(y, -1), np.roll(x, 1)))
            behind = np.column_stack((np.roll(y, 1), np.roll(x, -1)))
            np.add.at(slopes[k], [place[point] for point in ring], (ahead - behind) / 2)
    slopes[:, [place[point] for point in sorted(fixed)]] = 0
    moves = np.linalg.lstsq(slopes.reshape(len(areas), -1), missing, rcond=None)[0]
    network.plane[used] += moves.reshape(-1, 2)


def crossings(network: Network) -> set[int]:
    """Return the ends of all border lines that touch or cross another without sharing an end."""
    every = {edge for rings in network.rings.values() for ring in rings for edge in edges(ring)}
    lines = np.array(sorted({(min(edge), max(edge)) for edge in every}))
    starts = network.plane[lines[:, 0]]
    ahead = network.plane[lines[:, 1]] - starts
    wrong: set[int] = set()
    for line, start, step in zip(lines, starts, ahead, strict=True):
        apart = ~np.isin(lines, line).any(axis=1)
        gap, other = starts[apart] - start, ahead[apart]
        across = _times(step, other)
        way, far = np.sign(across), np.abs(across)
        along, there = way * _times(gap, other), way * _times(gap, step)
        meets = (far > 0) & (along >= 0) & (along <= far) & (there >= 0) & (there <= far)
        if meets.any():
            wrong |= {*line.tolist(), *lines[apart][meets].ravel().tolist()}
    return wrong


def _turned(before: Network, after: Network) -> set[int]:
    """Return the points of rings that run the other way round now."""
    return {
        point
        for rings in before.rings.values()
        for ring in rings
        if before.area(ring) * after.area(ring) <= 0
        for point in ring
    }


def _times(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the cross product of vectors in the plane."""
    return one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]


def render(network: Network, source: Network) -> bytes:
    """Write the points once, from south to north, each as a step from the last; then the rings."""
    degrees = network.degrees()
    order = sorted(network.used(), key=lambda number: (*degrees[number, ::-1].tolist(), number))
    place = {number: k for k, number in enumerate(order)}
    steps = np.diff(degrees[order], axis=0, prepend=np.zeros((1, 2), dtype=int))
    areas = {
        code: [[place[number] for number in _from_least(ring, place)] for ring in rings]
        for code, rings in sorted(network.rings.items())
    }
    about = {
        "what": "Municipalities of the Netherlands, division of 2023 to 2026, simplified",
        "source": "CBS/Kadaster, municipal borders of 1 January 2023",
        "licence": "CC BY 4.0",
        "points": "longitude and latitude (WGS 84) in 1/10000 degree, each a step from the last",
        "areas": "rings of point numbers, counter-clockwise around the inside",
        "extents": "area before simplification, in square kilometres",
    }
    extents = {code: round(sum(map(source.area, source.rings[code])), 2) for code in areas}
    lines = ",\n".join(f'"{code}":{_dense(rings)}' for code, rings in areas.items())
    text = f'{{"about":{json.dumps(about, indent=1)},\n"points":{_dense(steps.ravel().tolist())},\n'
    return f'{text}"areas":{{\n{lines}\n}},\n"extents":{_dense(extents)}}}\n'.encode()


def _from_least(ring: Ring, place: dict[int, int]) -> Ring:
    """Turn a ring so that its first point is the lowest in number."""
    first = min(range(len(ring)), key=lambda k: place[ring[k]])
    return ring[first:] + ring[:first]


def _dense(value: Iterable[Any]) -> str:
    return json.dumps(value, separators=(",", ":"))


def main() -> int:
    """Write or check the packaged boundaries; the answer is the exit status."""
    parser = argparse.ArgumentParser(description="Compile the packaged boundaries.")
    parser.add_argument("folder", type=Path, help="folder with boundaries/")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("--out", type=Path, default=PACKAGED, help="default: the package's data")
    options = parser.parse_args()
    source = load(options.folder / SOURCE)
    content = render(simplified(source), source)
    path = options.out / "boundaries.json"
    if path.exists() and path.read_bytes() == content:
        print("Nothing changed.")
        return 0
    if not options.check:
        path.write_bytes(content)
    print("Changed: boundaries.json")
    return int(options.check)


if __name__ == "__main__":
    sys.exit(main())
