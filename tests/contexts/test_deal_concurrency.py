# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Who act at the same moment: each party signs once, the last one binds all; one alone changes what
all of them saw.

A process of its own on a database of its own, since threads cannot share the transaction of a test.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from servers import scratch_database

HERE = Path(__file__).parent
SIGNERS, RACERS = "deal_signers.py", "deal_racers.py"
LATE = {"changed-meanwhile", "unknown-commitment", "deal-state-not-allowed"}
"""What is told to who comes second: it is another now, or there no more."""

PARTIES = 20


def running(program, folder, database_url=""):
    """Run a program and return what it found."""
    env = os.environ | {
        "SAMENSPEL_DATA": str(folder),
        "DATABASE_URL": database_url,
        "PYTHONPATH": os.pathsep.join(map(str, (HERE, HERE.parent))),
    }
    command = [sys.executable, HERE / program]
    result = subprocess.run(command, env=env, capture_output=True, check=False, timeout=300)
    assert result.returncode == 0, result.stderr.decode()
    return json.loads(result.stdout)


def check(found):
    assert found["outcomes"] == sorted(
        ["False"] * (PARTIES - 1) + ["True"] + ["signed-already"] * PARTIES
    )
    assert found["signed"] == sorted(f"party-{number}" for number in range(PARTIES))
    assert (found["entries"], found["state"], found["fault"]) == (PARTIES, "in-force", "")


def test_signers_at_the_same_moment_sign_once_each_on_sqlite(tmp_path):
    check(running(SIGNERS, tmp_path))


@pytest.mark.postgres
def test_signers_at_the_same_moment_sign_once_each_on_postgresql(tmp_path):
    with scratch_database(os.environ["SAMENSPEL_TEST_POSTGRES"]) as url:
        check(running(SIGNERS, tmp_path, url))


def check_one(found):
    """Of each race one act alone was done, and told to all others that they came late."""
    for race in ("moved", "removed", "dropped"):
        assert found[race].count("done") == 1, (race, found[race])
        assert set(found[race]) - {"done"} <= LATE, (race, found[race])
    assert found["moved"].count("changed-meanwhile") == len(found["moved"]) - 1
    assert found["fault"] == ""


def test_of_all_who_saw_the_same_one_changes_it_on_sqlite(tmp_path):
    check_one(running(RACERS, tmp_path))


@pytest.mark.postgres
def test_of_all_who_saw_the_same_one_changes_it_on_postgresql(tmp_path):
    with scratch_database(os.environ["SAMENSPEL_TEST_POSTGRES"]) as url:
        check_one(running(RACERS, tmp_path, url))
