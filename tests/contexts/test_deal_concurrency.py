# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Representatives who sign at the same moment: each party signs once, the last one binds all.

A process of its own on a database of its own, since threads cannot share the transaction of a test.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from servers import scratch_database

PROGRAM = Path(__file__).with_name("deal_signers.py")
PARTIES = 20


def signing(folder, database_url=""):
    """Run the program and return what it found."""
    env = os.environ | {
        "SAMENSPEL_DATA": str(folder),
        "DATABASE_URL": database_url,
        "PYTHONPATH": os.pathsep.join(map(str, (PROGRAM.parent, PROGRAM.parent.parent))),
    }
    command = [sys.executable, PROGRAM]
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
    check(signing(tmp_path))


@pytest.mark.postgres
def test_signers_at_the_same_moment_sign_once_each_on_postgresql(tmp_path):
    with scratch_database(os.environ["SAMENSPEL_TEST_POSTGRES"]) as url:
        check(signing(tmp_path, url))
