# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel profile --format svg``: charts from the terminal."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

SAMENSPEL = Path(sys.executable).with_name("samenspel")


def run(*arguments):
    return subprocess.run(
        [SAMENSPEL, "profile", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_all_charts_go_into_a_folder_that_is_made(tmp_path):
    done = run("AM05", "--format", "svg", "--output", tmp_path / "charts")
    assert done.returncode == 0, done.stderr
    names = sorted(file.name for file in (tmp_path / "charts").iterdir())
    assert names == ["growth.svg", "jobs.svg", "levels.svg", "map.svg", "standout.svg"]


def test_all_charts_in_one_file_stand_below_each_other():
    done = run("GM0153", "--format", "svg")
    whole = ET.fromstring(done.stdout)  # noqa: S314 - drawn by ourselves
    charts = [*whole]
    assert [one.find("{*}title").get("id") for one in charts] == [
        "chart-standout-title",
        "chart-map-title",
        "chart-levels-title",
    ]
    ends = [float(one.get("y")) + float(one.get("height")) for one in charts]
    assert all(end < float(after.get("y")) for end, after in zip(ends, charts[1:], strict=False))
    assert ends[-1] <= float(whole.get("height"))


def test_one_chart_goes_to_a_file_or_to_stdout(tmp_path):
    done = run("GM0153", "--chart", "map", "--language", "nl")
    assert done.stdout.startswith("<?xml")
    assert "Kaart: Inkomen per inwoner" in done.stdout
    assert run("GM0153", "--chart", "map", "--output", tmp_path / "a.svg").returncode == 0
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["AM05", "--format", "svg", "--output", __file__], "is a file. Name a folder"),
        (["GM0153", "--chart", "jobs"], "There are: standout, map, levels."),
        (["AM05", "--chart", "map", "--compare", "AM06"], "Leave out --compare"),
    ],
)
def test_it_says_what_to_ask_instead(arguments, said):
    done = run(*arguments)
    assert done.returncode != 0
    assert said in done.stderr
    assert done.stdout == ""


def test_text_needs_no_renderer():
    script = (
        "import sys; from samenspel.cli.main import main\n"
        "sys.argv = ['samenspel', 'profile', 'AM05']\n"
        "try: main()\nexcept SystemExit: pass\nassert 'vl_convert' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
