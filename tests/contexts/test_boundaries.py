# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Borders are shared, close around every kind of region, and say the truth about area."""

import json
import runpy
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from samenspel.sources import boundaries as maps
from samenspel.sources import statistics
from samenspel.sources.reference import division

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "compile_boundaries.py"
POINTS_OF_SOURCE = 13_272
PARTS_OF_SOURCE = 366
COUNTRY = maps.boundaries()
KINDS = ["labour-market-region", "corop", "province"]
SQUARE = [[0, 0], [1000, 0], [1000, 1000], [0, 1000]]


def regions(kind):
    known = division()
    return {
        one.municipality: one.region
        for one in known.memberships
        if one.until is None and known.regions[one.region].kind == kind
    }


def steps(rings):
    return Counter(step for ring in rings for step in zip(ring, (*ring[1:], ring[0]), strict=True))


def area(ring):
    x, y = COUNTRY.points[list(ring)].T
    return (x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


def segments():
    every = {tuple(sorted(step)) for rings in COUNTRY.rings.values() for step in steps(rings)}
    return np.array(sorted(every))


def test_every_municipality_of_now_has_its_boundary():
    assert tuple(sorted(COUNTRY.rings)) == statistics.municipalities()


def test_the_file_is_small_and_has_far_fewer_points_than_its_source():
    size = len(files("samenspel.data").joinpath("boundaries.json").read_bytes())
    assert len(COUNTRY.points) < 0.15 * POINTS_OF_SOURCE
    assert size < 200_000


def test_no_part_of_a_municipality_got_lost_and_all_run_the_same_way():
    rings = [ring for own in COUNTRY.rings.values() for ring in own]
    assert len(rings) == PARTS_OF_SOURCE
    assert all(len(set(ring)) == len(ring) > 2 for ring in rings)
    assert sum(area(ring) < 0 for ring in rings) == 1


def test_every_municipality_keeps_its_area():
    text = files("samenspel.data").joinpath("boundaries.json").read_text(encoding="utf-8")
    extents = json.loads(text)["extents"]
    now = {code: sum(area(ring) for ring in own) for code, own in COUNTRY.rings.items()}
    assert now == pytest.approx(extents, rel=0.02)


def test_neighbours_walk_their_border_in_opposite_directions():
    walked = steps(ring for own in COUNTRY.rings.values() for ring in own)
    assert max(walked.values()) == 1
    assert sum((end, start) in walked for start, end in walked) > len(walked) / 2


def test_no_two_borders_cross():
    ends = COUNTRY.points[segments()]
    start, step = ends[:, 0], ends[:, 1] - ends[:, 0]
    numbers = segments()
    for k in range(len(ends)):
        other = ~np.isin(numbers, numbers[k]).any(axis=1)
        assert not crossing(start[k], step[k], start[other], step[other]).any(), numbers[k]


def crossing(start, step, starts, ahead):
    across = step[0] * ahead[:, 1] - step[1] * ahead[:, 0]
    gap = starts - start
    with np.errstate(divide="ignore", invalid="ignore"):
        t = (gap[:, 0] * ahead[:, 1] - gap[:, 1] * ahead[:, 0]) / across
        u = (gap[:, 0] * step[1] - gap[:, 1] * step[0]) / across
    return (t >= 0) & (t <= 1) & (u >= 0) & (u <= 1)


@pytest.mark.parametrize("kind", KINDS)
def test_every_region_closes_and_holds_the_area_of_its_members(kind):
    region_of = regions(kind)
    for region, rings in maps.outlines(region_of).items():
        members = [code for code in COUNTRY.rings if region_of[code] == region]
        own = sum(area(ring) for code in members for ring in COUNTRY.rings[code])
        assert sum(area(ring) for ring in rings) == pytest.approx(own)
        assert max(steps(rings).values()) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_regions_leave_no_border_out_but_those_inside(kind):
    region_of = regions(kind)
    drawn = steps(ring for rings in maps.outlines(region_of).values() for ring in rings)
    owner = {step: code for code, own in COUNTRY.rings.items() for step in steps(own)}
    for (start, end), code in owner.items():
        other = owner.get((end, start))
        inside = other is not None and region_of[other] == region_of[code]
        assert ((start, end) in drawn) != inside


def test_a_map_fits_its_frame():
    twente = [code for code, region in regions("labour-market-region").items() if region == "AM05"]
    window = maps.frame(twente, width=400, margin=5)
    drawn = maps.places({code: code for code in twente}, window)
    assert list(drawn) == sorted(twente)
    x, y = np.concatenate([ring for rings in drawn.values() for ring in rings]).T
    assert (x.min(), x.max()) == pytest.approx((5, 395), abs=0.1)
    assert (y.min(), y.max()) == pytest.approx((5, window.height - 5), abs=1)


def test_north_is_up_and_east_is_right():
    window = maps.frame(COUNTRY.rings, width=1000)
    drawn = maps.places({"GM0014": "Groningen", "GM0363": "Amsterdam"}, window)
    groningen, amsterdam = (drawn[name][0][0] for name in ("Groningen", "Amsterdam"))
    assert groningen[0] > amsterdam[0]
    assert groningen[1] < amsterdam[1]


def test_what_has_no_boundary_is_refused():
    with pytest.raises(ValueError, match="no boundary for GM0457"):
        maps.outlines({"GM0457": "Weesp"})
    with pytest.raises(ValueError, match="needs a municipality"):
        maps.frame([], width=100)


def write_source(folder, *squares):
    features = [
        {
            "properties": {"statcode": f"GM{k}"},
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
        }
        for k, ring in enumerate(squares)
    ]
    (folder / "boundaries").mkdir()
    path = folder / "boundaries" / "gemeenten_2023.geojson"
    path.write_text(json.dumps({"features": features}), encoding="utf-8")


def two_wavy_squares():
    wave = [[1 + 0.0004 * (k % 2), k / 40] for k in range(41)]
    left = [[0.0, 0.0], *wave, [0.0, 1.0]]
    right = [[2.0, 1.0], *wave[::-1], [2.0, 0.0]]
    return left, right


def test_the_compiler_is_repeatable_and_its_check_sees_a_change(tmp_path):
    write_source(tmp_path, *two_wavy_squares())
    command = [sys.executable, str(TOOL), str(tmp_path), "--out", str(tmp_path)]
    first, again = (subprocess.run([*command, *more], check=False) for more in ([], ["--check"]))
    (tmp_path / "boundaries.json").write_text("{}", encoding="utf-8")
    changed = subprocess.run([*command, "--check"], check=False)
    assert (first.returncode, again.returncode, changed.returncode) == (0, 0, 1)


def test_a_border_is_simplified_once_for_both_sides_and_areas_stay(tmp_path):
    write_source(tmp_path, *two_wavy_squares())
    tool = runpy.run_path(str(TOOL))
    network = tool["load"](tmp_path / tool["SOURCE"])
    fewer = tool["simplified"](network)
    (left,), (right,) = fewer.rings["GM0"], fewer.rings["GM1"]
    assert len(fewer.used()) < 15
    assert len(set(left) & set(right)) >= 2
    for code in ("GM0", "GM1"):
        areas = [net.area(net.rings[code][0]) for net in (network, fewer)]
        assert areas[0] == pytest.approx(areas[1], rel=1e-3)
