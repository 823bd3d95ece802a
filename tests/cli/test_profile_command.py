# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The command ``samenspel profile``: every format, and what it refuses."""

import csv
import io
import json

import pytest

from cbs_server import misbehaving
from contexts.loaded_tables import CODE, table


def test_it_needs_no_installation(nowhere):
    told = nowhere.says("profile", "AM05")
    for heading in ("What stands out", "What it lives on", "Who is like us", "The figures"):
        assert f"\n{heading}\n" in told
    assert not nowhere.folder.exists()


def test_it_speaks_dutch_when_asked(nowhere):
    told = nowhere.says("profile", "PV23", "--language", "nl")
    assert "Provincie, 25 gemeenten" in told
    assert "Bouwnijverheid" in told


def test_json_holds_the_profile(nowhere):
    found = json.loads(nowhere.says("profile", "cr12", "--json"))
    assert found["region"]["code"] == "CR12"
    assert found["jobs"]["exact"]
    assert found == json.loads(nowhere.says("profile", "CR12", "--format", "json"))


def test_csv_holds_a_row_for_each_figure_of_each_region(nowhere):
    text = nowhere.says("profile", "AM05", "--compare", "AM06", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["region"] for row in rows} == {"AM05", "AM06"}
    assert len({row["code"] for row in rows}) * 2 == len(rows)


def test_regions_stand_beside_each_other_in_columns_that_line_up(nowhere):
    told = nowhere.says("profile", "AM05", "--compare", "AM06", "--compare", "AM18")
    beside = told.split("Beside other regions\n")[1].splitlines()
    assert beside[1:4] == ["AM05: Twente", "AM06: Veluwe Stedendriehoek", "AM18: Groot Amsterdam"]
    [income] = [line for line in beside if line.startswith("  Income per inhabitant")]
    assert income.split()[3:] == ["€31,500", "€34,100", "€40,700", "€34,900"]
    assert len({len(line) for line in beside[4:] if line.endswith(("Country", "%"))}) == 1


def test_a_region_of_ones_own_is_a_number_beside_others(nowhere):
    told = nowhere.says("profile", "GM0141,GM0147", "--compare", "AM06")
    assert "\n(1): Almelo, Borne\nAM06: Veluwe Stedendriehoek\n" in told


def test_one_region_has_nothing_beside_it(nowhere):
    assert "Beside other regions" not in nowhere.says("profile", "AM05")


def test_a_region_of_ones_own_is_made_of_municipalities(nowhere):
    found = json.loads(nowhere.says("profile", "GM0141,GM0147", "--json"))
    assert found["region"]["kind"] == "own"
    assert len(found["region"]["municipalities"]) == 2


def test_an_earlier_year_can_be_asked(nowhere):
    found = json.loads(nowhere.says("profile", "AM05", "--year", "2021", "--json"))
    assert max(one["period"] for one in found["indicators"]) == 2021


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["XX99"], "AM01-AM38"),
        (["AM05", "--year", "1999"], "2024"),
        (["AM05", "--compare", "XX99"], "XX99"),
        (["GM0370"], "GM0439 Purmerend"),
        (["GM0141,GM9999"], "GM9999"),
        (["AM05", "--indicator", "happiness"], "income-per-inhabitant"),
        (["AM05", "--format", "exe"], "json"),
        (["AM05", *("--compare", "AM06") * 5, "--format", "pdf"], "csv"),
    ],
)
def test_it_says_what_exists(nowhere, arguments, word):
    assert word in nowhere.refuses("profile", *arguments)


def test_a_loaded_edition_counts_from_the_data_folder(nowhere, tmp_path):
    with misbehaving(table()) as server:
        nowhere.says("data", "update", "--table", CODE, "--source", server.url)
    found = json.loads(nowhere.says("profile", "AM05", "--json"))
    assert CODE in {one["table"] for one in found["edition"]["tables"]}
    assert any(CODE in note for note in found["notes"])
    assert f"({CODE})" in nowhere.says("profile", "AM05")
    elsewhere = nowhere.says("profile", "AM05", "--data", tmp_path / "elsewhere")
    assert CODE not in elsewhere
