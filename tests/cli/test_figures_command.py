# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel figures``: a template out, own figures in, all of them or nothing."""

import csv
import io

import pytest

from contexts.own_files import STAGES
from contexts.own_files import csv as csv_file


@pytest.fixture
def file(tmp_path):
    """Writes a CSV file with one figure of two municipalities of Twente."""

    def write(value="10"):
        target = tmp_path / "cijfers.csv"
        target.write_bytes(csv_file([*STAGES, "GM0153", value], [*STAGES, "GM0141", "2"]))
        return target

    return write


def test_a_file_is_loaded_once(installation, file):
    told = installation.says("figures", "import", file(), "--region", "twente", "--yes")
    assert "“Stageplaatsen” (stages) of 2025 is new: 2 municipalities." in told
    assert told.endswith("Figures loaded: 1.\n")
    again = installation.says("figures", "import", file(), "--region", "twente", "--yes")
    assert again == "Nothing changes.\n"
    assert "figures-loaded" in installation.says("ledger", "export", "--region", "twente")


def test_dry_run_tells_and_writes_nothing(installation, file):
    asked = ("figures", "import", file(), "--region", "twente", "--dry-run")
    told = installation.says(*asked)
    assert told.endswith("Nothing was written: this was a dry run.\n")
    assert installation.says(*asked) == told


def test_everything_that_is_wrong_is_told(installation, file):
    done = installation.run("figures", "import", file("veel"), "--region", "twente", "--yes")
    assert (done.returncode, done.stdout) == (2, "")
    assert "“veel” is no number" in done.stderr


def test_nobody_to_ask_is_told_to_say_so(installation, file):
    done = installation.run("figures", "import", file(), "--region", "twente")
    assert done.returncode == 2
    assert "--yes" in done.stderr


def test_the_template_holds_the_municipalities_of_a_region(started, tmp_path):
    text = started.says("figures", "template", "--region", "twente", "--format", "csv")
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))
    assert rows[0][0] == "Code"
    assert ["GM0153", "Enschede"] in [row[8:10] for row in rows]
    target = tmp_path / "cijfers.xlsx"
    assert started.says("figures", "template", "--output", target) == f"Wrote {target}.\n"
    assert target.read_bytes().startswith(b"PK")


def test_a_region_that_is_not_here_is_refused(started, file):
    assert "no region 'nergens'" in started.refuses(
        "figures", "import", file(), "--region", "nergens"
    )


def test_a_figure_is_withdrawn_by_its_code(installation, file):
    installation.says("figures", "import", file(), "--region", "twente", "--yes")
    asked = ("figures", "remove", "stages", "--region", "twente", "--yes")
    assert "There are: stages 2025." in installation.refuses(*asked, "--year", "2020")
    told = installation.says(*asked)
    assert told == "  “Stageplaatsen” (stages) of 2025 is withdrawn.\nFigures withdrawn: 1.\n"
    assert "There are: none yet." in installation.refuses(*asked)
