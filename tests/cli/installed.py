# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A data folder with the command that works on it."""

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
