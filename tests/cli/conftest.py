# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An installation on SQLite in a folder, and the command that works on it."""

import os
import shutil

import pytest

from served import environment_of, run


class Installation:
    """A data folder with the command to work on it."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = environment_of(folder)
        self.database = folder / "samenspel.sqlite3"

    def run(self, *arguments, **environment):
        return run(*map(str, arguments), environment=self.environment | environment)

    def says(self, *arguments, **environment):
        """Return what a command prints when it goes well."""
        done = self.run(*arguments, **environment)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def refuses(self, *arguments, **environment):
        """Return the one line that a command prints when it will not do something."""
        done = self.run(*arguments, **environment)
        assert (done.returncode, done.stdout) == (2, ""), done
        assert done.stderr.startswith("Error: ")
        assert done.stderr.count("\n") == 1
        return done.stderr.removeprefix("Error: ").strip()


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
