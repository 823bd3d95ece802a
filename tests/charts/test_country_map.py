# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The map of the country: every region once, shaded and numbered by its value, with its table."""

import json
import re
from itertools import pairwise

import pytest
from django.utils import translation

from samenspel.charts.country import country_map
from samenspel.charts.label_place import label_place, word_place
from samenspel.charts.render import csv_file, specification, svg, svg_file
from samenspel.sources.boundaries import frame, places
from samenspel.sources.country import country, mapped, members

REGIONS = 35


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def drawn(code, year=2024):
    return country_map(country(code, year))


def features(chart):
    return chart.spec["layer"][0]["data"]["values"]


@pytest.mark.parametrize("code", mapped(2024))
def test_every_figure_gives_a_map_with_a_table_of_all_regions(code):
    chart = drawn(code)
    assert len(features(chart)) == len(chart.rows) == len(chart.values) == REGIONS
    known = [one for one in chart.values if one[0] is not None]
    for layer in chart.spec["layer"][1:]:
        assert [one["text"] for one in layer["data"]["values"]] == [str(one[0]) for one in known]


def test_a_darker_shade_is_never_a_lower_value():
    chart = drawn("income-per-inhabitant")
    shades = chart.spec["layer"][0]["encoding"]["color"]["scale"]["domain"]
    found = [shades.index(one["properties"]["class"]) for one in features(chart)]
    assert found == sorted(found, reverse=True)
    assert {found.count(shade) for shade in range(5)} == {REGIONS // 5}


def test_what_is_unknown_has_a_shade_of_its_own_and_no_number():
    chart = drawn("care-clients-per-1000")
    classes = [one["properties"]["class"] for one in features(chart)]
    assert classes.count("unknown") == 4
    assert "Of 4 regions it is unknown." in chart.desc
    assert chart.rows[-1][0] == ""
    assert chart.rows[-1][-1] == "unknown"


def test_what_is_known_of_no_region_has_no_map():
    assert drawn("household-wealth") is None


def test_title_and_words_say_what_is_shown_with_unit_and_period():
    chart = drawn("income-per-inhabitant")
    assert re.fullmatch(r"Income per inhabitant \(. €1,000\), 2024", chart.title)
    assert drawn("inhabitants").title == "Inhabitants, 2024"
    assert "The highest is Gooi en Vechtstreek (€42,200), the lowest Friesland" in chart.desc


def test_the_files_hold_the_source_and_the_values():
    chart = drawn("income-per-inhabitant")
    assert "85984NED" in svg_file(chart).decode()
    assert json.loads(specification(chart))["description"] == chart.desc
    assert len(csv_file(chart).decode().splitlines()) == REGIONS + 1


def test_the_drawing_is_one_picture_without_style():
    markup = svg(drawn("income-per-inhabitant"))
    assert 'role="img"' in markup
    assert not re.search("<style| style=|<script", markup)


def test_each_number_stands_inside_its_region():
    for code, rings in places(members(), frame(members(), width=400)).items():
        right, down = label_place(rings)
        crossed = sum(_crossed(right, down, ring) for ring in rings)
        assert crossed % 2 == 1, code


def _crossed(x, y, ring):
    """Count the borders to the right of a place, one by one."""
    found = 0
    for (u, v), (p, q) in pairwise(ring):
        found += (v > y) != (q > y) and x < u + (y - v) / (q - v) * (p - u)
    return found


def test_a_label_keeps_far_from_the_border_and_out_of_a_hole():
    around = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]
    assert label_place([around]) == pytest.approx((5, 5), abs=0.5)
    hole = [[2, 2], [2, 8], [8, 8], [8, 2], [2, 2]]
    right, down = label_place([around, hole])
    assert not (2 < right < 8 and 2 < down < 8)


def test_a_word_stands_where_it_has_room_or_nowhere():
    upright = [[0, 0], [30, 0], [30, 90], [0, 90], [0, 0]]
    lying = [[0, 90], [100, 90], [100, 120], [0, 120], [0, 90]]
    assert word_place([upright], 60, 12) is None
    right, down = word_place([upright, lying], 60, 12)
    assert (right, down) == pytest.approx((50, 105), abs=4)
    assert word_place([[[0, 0], [50, 0], [50, 0.001], [0, 0]]], 60, 12) is None
