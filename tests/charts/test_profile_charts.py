# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The charts of a profile: drawn whole, named and described, with the figures of their table."""

import json
import re
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from samenspel.charts import render
from samenspel.charts.look import FONT, NUMBERS, PALETTE, WIDTH
from samenspel.charts.profile import CHARTS, profile_charts
from samenspel.core.profile.report import Work
from samenspel.sources.profiles import profile, scales, subject_of

YEAR = 2024
INCOME = "income-per-inhabitant"
CODES = ("AM05", "AM09", "CR12", "PV23", "GM0153", "GM0088", "GM0034,GM0050")
FIGURES = (INCOME, "good-health", "care-clients-per-1000", "household-wealth", "inhabitants")
FIELDS = {
    "standout": ("score", "low", "high"),
    "jobs": ("jobs", "share", "quotient", "low", "high"),
    "levels": ("share", "chance"),
}


@cache
def charts(code="AM05", indicator=INCOME, language="nl"):
    found = profile(subject_of(code), YEAR)
    with translation.override(language):
        return profile_charts(found, scales(indicator, YEAR), indicator)


def every():
    return [one for code in CODES for one in charts(code)]


def chart(name, **asked):
    return next(one for one in charts(**asked) if one.name == name)


def parsed(text):
    return ET.fromstring(text)  # noqa: S314 - our own


def test_a_region_of_whole_corop_regions_has_every_chart():
    assert [one.name for one in charts()] == list(CHARTS)


@pytest.mark.parametrize("indicator", FIGURES)
def test_whatever_figure_is_chosen_is_drawn(indicator):
    for one in charts("AM05", indicator):
        parsed(render.svg(one))


def test_every_chart_is_named_and_described_in_the_page():
    for one in every():
        root = parsed(render.svg(one))
        said = [root.find(f".//*[@id='{name}']") for name in root.get("aria-labelledby").split()]
        assert [element.text for element in said] == [one.title, one.desc]
        assert root.get("role") == "img"
        assert root.get("viewBox")
        assert root.get("width") is None


def test_no_chart_has_style_script_or_pointers():
    for one in every():
        for text in (render.svg(one), render.svg_file(one).decode()):
            assert not re.search(r"style|<script|href|url\(|\son\w+=|<image", text)


def test_the_page_decides_on_colour_and_type():
    for one in every():
        text = render.svg(one)
        assert not re.search(r"#[0-9a-fA-F]{3}|font-family", text)
        classes = {name for names in re.findall(r'class="(.*?)"', text) for name in names.split()}
        assert {name.partition("-")[2] for name in classes} <= PALETTE.keys()


def test_a_file_shows_title_and_source_on_white():
    one = chart("standout")
    root = parsed(render.svg_file(one))
    seen = [" ".join(text.itertext()) for text in root.findall(".//{*}text")]
    assert one.title in seen
    assert any(text.startswith("CBS, Kerncijfers") for text in seen)
    assert root.find("{*}rect").get("fill") == PALETTE["surface"]


def test_a_chart_is_drawn_the_same_each_time():
    one = chart("jobs")
    first = render.svg_file(one), render.png(one)
    render._drawn.cache_clear()
    render._picture.cache_clear()
    assert (render.svg_file(one), render.png(one)) == first


def test_the_compiler_of_specifications_has_no_remark(capfd):
    import vl_convert

    for one in every():
        spec = render.specification(one).decode()
        vl_convert.vegalite_to_vega(spec, vl_version=render.VEGA_LITE, show_warnings=True)
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")


@pytest.mark.parametrize(("name", "fields"), FIELDS.items())
def test_what_is_drawn_is_what_the_table_has(name, fields):
    for one in [one for one in every() if one.name == name]:
        drawn = [tuple(row[field] for field in fields) for row in one.spec["data"]["values"]]
        assert drawn == [row[-len(fields) :] for row in one.values]


def test_the_parts_of_growth_are_those_of_the_table():
    one = chart("growth")
    drawn = [row["jobs"] for row in one.spec["data"]["values"]]
    assert drawn == [part for row in one.values for part in row[3:]]
    assert all(abs(sum(row[3:]) - row[2]) <= 2 for row in one.values)


def test_the_map_says_the_value_of_each_area():
    one = chart("map")
    said = {each["properties"]["says"] for each in one.spec["layer"][0]["data"]["values"]}
    assert said == {f"{name}: {text}" for name, _, text in one.rows}
    assert all(f"<title>{text}</title>" in render.svg(one) for text in said)


def test_the_map_names_the_areas_in_which_the_name_fits():
    names = {each["text"] for each in chart("map").spec["layer"][1]["data"]["values"]}
    assert {"Enschede", "Hof van Twente"} < names < {row[0] for row in chart("map").rows}


def test_a_map_on_which_few_names_fit_has_none():
    found = profile(subject_of("PV30"), YEAR)
    [one] = [one for one in profile_charts(found, (), INCOME) if one.name == "map"]
    assert len(one.spec["layer"]) == 1


def test_rows_and_values_have_a_cell_for_each_column():
    for one in every():
        assert len(one.rows) == len(one.values) > 0
        assert {len(row) for row in (*one.rows, *one.values)} == {len(one.columns)}


def test_what_has_no_figures_has_no_chart():
    found = profile(subject_of("AM05"), YEAR)
    empty = replace(found, standout=(), work=Work(0, 0, (), reason="no-jobs-yet"))
    assert [one.name for one in profile_charts(empty, (), INCOME)] == ["map"]


def test_a_figure_that_is_unknown_everywhere_has_no_map():
    found = profile(subject_of("AM05"), YEAR)
    figures = tuple(replace(one, inside=(None,) * len(one.inside)) for one in found.figures)
    assert "map" not in [
        one.name for one in profile_charts(replace(found, figures=figures), (), INCOME)
    ]


def test_a_hostile_name_is_text():
    one = replace(chart("map"), title='</title><script>alert("x")</script>', desc="<b onload=x>")
    assert "<script" not in render.svg(one)
    assert "<script" not in render.svg_file(one).decode()
    assert parsed(render.svg_file(one)).find("{*}desc").text == "<b onload=x>"


def test_numbers_are_written_as_the_language_does():
    assert ">0,5<" in render.svg(chart("jobs"))
    assert ">0.5<" in render.svg(chart("jobs", language="en"))
    assert NUMBERS["nl"]["decimal"] == ","


def test_the_specification_stands_on_its_own():
    whole = json.loads(render.specification(chart("levels")))
    assert whole["data"]["values"]
    assert whole["title"]["subtitle"]
    assert whole["config"]["font"] == FONT


def test_csv_leaves_empty_what_is_unknown():
    lines = render.csv_file(chart("levels")).decode().splitlines()
    assert lines[0] == "Niveau,Deel van de verschillen,Door toeval"
    assert lines[-1].endswith(",1.0,")


@pytest.mark.parametrize(
    "points",
    [
        {"data": {"url": "file:///etc/passwd"}},
        {"mark": {"type": "image", "url": "http://localhost/x.png"}},
        {"layer": [{"encoding": {"href": {"value": "http://localhost"}}}]},
    ],
)
def test_a_chart_that_points_anywhere_is_refused(points):
    one = chart("levels")
    with pytest.raises(ValueError, match="points nowhere"):
        render.svg(replace(one, spec={**one.spec, **points}))


def test_a_colour_without_a_role_is_refused():
    one = chart("levels")
    spec = {**one.spec, "background": "#123456"}
    with pytest.raises(ValueError, match="no colour of the palette"):
        render.svg(replace(one, spec=spec))


def test_nothing_is_wider_than_a_telephone():
    for one in every():
        width = float(parsed(render.svg(one)).get("viewBox").split()[2])
        assert width <= WIDTH + 50
