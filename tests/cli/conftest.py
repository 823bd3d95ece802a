# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An installation on SQLite in a folder, and the command that works on it."""

import os
import shutil

import pytest
from installed import Installation


@pytest.fixture(autouse=True)
def _environment_stays():
    """A command hands its flags to its children by the environment; give it back as it was."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def started(tmp_path_factory):
    """A real region in a folder that no test changes."""
    place = Installation(tmp_path_factory.mktemp("started"))
    place.says("init", "--region", "AM05")
    return place


@pytest.fixture
def installation(started, tmp_path):
    """The same in a folder that a test may change."""
    shutil.copytree(started.folder, tmp_path / "data")
    return Installation(tmp_path / "data")


@pytest.fixture
def nowhere(tmp_path):
    """A folder in which there is nothing yet."""
    return Installation(tmp_path / "new")
