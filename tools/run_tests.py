# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Runs the whole suite on SQLite, then on PostgreSQL what a database can make differ, if there is one.

That is the server named by SAMENSPEL_TEST_POSTGRES, else a temporary one made with the PostgreSQL
programs of this machine. Arguments go to pytest; with arguments only SQLite is used, unless
SAMENSPEL_TEST_POSTGRES is set.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scratch_postgres import find_programs, scratch_server

SERVER = "SAMENSPEL_TEST_POSTGRES"

# What asks no database, and what a browser makes of the same pages, need not be tried twice.
ONCE = ["charts", "core", "docs", "documents", "shape", "words"]
AGAIN = ["-m", "not browser", *(f"--ignore=tests/{folder}" for folder in ONCE)]


def main() -> int:
    """Return the exit status of the first run that fails, else 0."""
    arguments = sys.argv[1:]
    with server(wanted=not arguments) as url:
        if not url and os.environ.get("SAMENSPEL_TEST_REQUIRE_ALL") == "1":
            raise SystemExit("PostgreSQL is required here (postgresql on Debian).")
        runs = {"SQLite": "", **({"PostgreSQL": url} if url else {})}
        for name, database in runs.items():
            print(f"Testing on {name}", file=sys.stderr, flush=True)
            if status := run(arguments, database, url):
                return status
    if not url:
        print("Not tested on PostgreSQL: none found on this machine.", file=sys.stderr)
    return 0


@contextmanager
def server(*, wanted: bool) -> Iterator[str]:
    """Yield the address of a PostgreSQL server to test on, or empty text."""
    if url := os.environ.get(SERVER, ""):
        yield url
    elif wanted and find_programs():
        with scratch_server() as url:
            yield url
    else:
        yield ""


def run(arguments: list[str], database: str, url: str) -> int:
    """Run pytest on one database; all processors share the files."""
    environment = {**os.environ, "DATABASE_URL": database}
    if url:
        environment[SERVER] = url
    pytest = shutil.which("pytest", path=str(Path(sys.executable).parent)) or "pytest"
    spread = [] if arguments else ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
    chosen = AGAIN if database and not arguments else arguments
    return subprocess.run([pytest, *spread, *chosen], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
