# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Copying and replacing a PostgreSQL database with PostgreSQL's own programs."""

import os
import shutil
import subprocess
from pathlib import Path

from samenspel.cli.archive import POSTGRESQL
from samenspel.cli.problems import Problem
from samenspel.cli.progress import working


def dump(folder: Path) -> Path:
    """Write the whole database into *folder*; raise ``Problem`` when that cannot be done."""
    target = folder / POSTGRESQL
    with working("Copying the database"):
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    return target


def load(folder: Path) -> None:
    """Replace the database by the dump in *folder*, all or nothing."""
    with working("Putting the database back"):
        _run(
            "pg_restore",
            f"--dbname={_environment()['PGDATABASE']}",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--single-transaction",
            str(folder / POSTGRESQL),
        )


def _run(program: str, *arguments: str) -> None:
    from django.db import connections

    connections.close_all()
    path = shutil.which(program)
    if path is None:
        raise Problem(
            f"{program} is not installed; it comes with PostgreSQL's client programs "
            "(postgresql-client on Debian)."
        )
    done = subprocess.run(  # noqa: S603 - a program of PostgreSQL with our own arguments
        [path, *arguments],
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["it gave no reason"])[0]
        raise Problem(f"{reason}. Nothing was changed.")


def _environment() -> dict[str, str]:
    """Return how the programs find the database; a password on their command line would show."""
    from django.db import connection

    of = connection.settings_dict
    found = {
        "PGHOST": of["HOST"],
        "PGPORT": str(of["PORT"] or ""),
        "PGUSER": of["USER"],
        "PGPASSWORD": of["PASSWORD"],
        "PGDATABASE": of["NAME"],
    }
    return os.environ | {name: value for name, value in found.items() if value}
