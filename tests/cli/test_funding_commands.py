# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a controller does with the funding plan in the terminal."""

import json

import pytest
from openpyxl import load_workbook

REGION = ("--region", "lindewaard")


@pytest.fixture
def says(served):
    def run(*arguments, status=0):
        done = served.run("funding", *arguments)
        assert (done.returncode, done.stderr) == (status, "")
        return done.stdout

    return run


def test_plan_shows_sums_by_source_and_what_is_missing(says):
    told = says("plan", *REGION)
    assert "G1 Regio Deal Oostermark-West" in told
    assert "together" in told
    assert "M16 650 starterswoningen in Kasterveen en Hallerdijk: short of €1,000,000" in told


def test_plan_as_json_adds_up(says):
    data = json.loads(says("plan", *REGION, "--json"))
    whole = data["total"]["planned"]
    assert whole == sum(one["planned"] for one in data["sources"])
    assert whole == sum(one["planned"] for one in data["years"])
    assert {one["key"] for one in data["lines"]} >= set(data["total"]["lines"])


def test_check_names_what_fails_with_its_lines_and_ends_with_1(says):
    told = says("check", *REGION, status=1)
    assert "[not in order] Does money of the Rijk count as money of the region?" in told
    assert "Lines: R28, R29." in told


def test_check_as_json_gives_figures_in_cents(says):
    found = json.loads(says("check", *REGION, "--json", status=1))
    (own,) = [one for one in found if one["code"] == "own-share"]
    assert own["result"] == "passed"
    assert own["figures"]["needed_cents"] == 1_000_000_000


def test_check_of_twente_finds_nothing_wrong(says):
    told = says("check", "--region", "twente")
    assert "[in order] Does the region itself put in enough?" in told


def test_a_plan_that_was_exported_is_imported_again(served, says, tmp_path):
    file = tmp_path / "plan.xlsx"
    assert says("export", *REGION, "--output", str(file)) == f"Wrote {file}.\n"
    assert says("import", str(file), *REGION, "--yes") == "Nothing changes.\n"

    changed = change(file, tmp_path / "anders.xlsx", "B7", "Bedrijven")
    told = says("import", str(changed), *REGION, "--dry-run")
    assert told == "  G5: changed\nNothing was written: this was a dry run.\n"


def change(file, target, cell, value):
    """Write a plan with another value in one cell of its sources; return where."""
    book = load_workbook(file)
    book["Geldbronnen"][cell] = value
    book.save(target)
    return target


def test_what_is_wrong_in_a_file_is_told_by_cell(served, tmp_path):
    file = tmp_path / "plan.xlsx"
    served.run("funding", "export", *REGION, "--output", str(file))
    wrong = change(file, tmp_path / "fout.xlsx", "C7", "?")
    done = served.run("funding", "import", str(wrong), *REGION, "--yes")
    assert done.returncode == 2
    assert "Geldbronnen" in done.stderr
    assert "Soort" in done.stderr


def test_a_region_that_is_not_there_is_told(served):
    done = served.run("funding", "plan", "--region", "nergens")
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no region 'nergens' here" in done.stderr
