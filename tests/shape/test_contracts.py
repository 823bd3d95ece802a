# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Imports point down only, the core is pure, models are private: import-linter says so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from house import ROOT

PLANTS = {
    "Layers point down": ("core/money_of_old.py", "import samenspel.words.errors"),
    "The core is pure": ("core/clock.py", "import time"),
    "Contexts talk through services and queries": (
        "web/rows_of_parties.py",
        "import samenspel.parties.models",
    ),
}


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the linter on the package in *folder*, with the contracts of the project."""
    command = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(
        [command, "--config", ROOT / "pyproject.toml", "--no-cache", "--no-logo"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copied(tmp_path):
    """A copy of the code of the package, to plant a fault in."""
    shutil.copytree(
        ROOT / "src" / "samenspel",
        tmp_path / "samenspel",
        ignore=lambda folder, names: [
            name for name in names if (Path(folder) / name).is_file() and not name.endswith(".py")
        ],
    )
    return tmp_path


def test_the_contracts_hold():
    result = linted(ROOT / "src")
    assert result.returncode == 0, result.stdout
    assert f"{len(PLANTS)} kept, 0 broken" in result.stdout


@pytest.mark.parametrize("contract", PLANTS)
def test_a_forbidden_import_is_caught(copied, contract):
    place, line = PLANTS[contract]
    (copied / "samenspel" / place).write_text(f"{line}\n", encoding="utf-8")
    result = linted(copied)
    assert result.returncode == 1
    assert f"{contract} BROKEN" in result.stdout
