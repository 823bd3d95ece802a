# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a controller reads of the cash in the terminal, and the files it gives."""

import json

import pytest

from samenspel.sources.spreadsheet import read_sheets

REGION = ("--region", "lindewaard")


@pytest.fixture
def says(served):
    def run(*arguments):
        done = served.run("funding", *arguments, *REGION)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def test_cash_tells_what_came_in_went_out_and_is_left(says):
    told = says("cash")
    assert "together" in told
    assert "€1,666,709.35" in told
    assert "G4 Europees Sociaal Fonds" in told
    assert "behind" in told


def test_cash_of_one_year(says):
    assert "€59,559.25" in says("cash", "--year", "2025")


def test_sisa_of_a_locked_year_has_its_digest_and_total(says):
    told = says("sisa", "--year", "2025")
    assert "G9 Rijk: aanloopgeld voor de regio, 2025: locked, SHA-256 " in told
    assert "15 July 2026" in told
    assert "€204,440.75" in told


def test_sisa_as_json(says):
    data = json.loads(says("sisa", "--year", "2026", "--source", "G9", "--format", "json"))
    assert [one["measure"] for one in data["sisa_g9_2026"]][-1] == "Totaal"


def test_cash_as_a_spreadsheet(says, tmp_path):
    file = tmp_path / "kas.xlsx"
    says("cash", "--format", "xlsx", "--output", str(file))
    names = [sheet.name for sheet in read_sheets(file.read_bytes())]
    assert names[0] == "Betalingen"
    assert names[-1] == "Controle"


def test_a_year_without_a_table_is_told(served):
    done = served.run("funding", "sisa", "--year", "2019", *REGION)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "no table for SiSa of 2019" in done.stderr
