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
from samenspel.cli.speaking import _

_EMPTY = """
SET LOCAL client_min_messages = warning;
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT format('%I.%I', current_schema(), c.relname) AS name,
            CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind
        FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace
            AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
        ORDER BY c.relkind = 'S'
    LOOP
        EXECUTE format('DROP %s IF EXISTS %s CASCADE', found.kind, found.name);
    END LOOP;
    FOR found IN
        SELECT p.oid::regprocedure AS name FROM pg_proc p
        WHERE p.pronamespace = current_schema()::regnamespace
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', found.name);
    END LOOP;
END
$$;
"""
"""Drops what is in the schema; not the schema, nor what belongs to an extension."""

SECRET = b"*"
"""How libpq marks an option that is a secret."""


def dump(folder: Path) -> Path:
    """Write the whole database into *folder*; raise ``Problem`` when that cannot be done."""
    target = folder / POSTGRESQL
    arguments = ["--format=custom", "--no-owner", "--no-privileges", f"--file={target}"]
    with working(_("Copying the database")):
        _run("pg_dump", f"--dbname={_address()}", *arguments)
    return target


def load(folder: Path) -> None:
    """Replace all that is in the database by the dump in *folder*, all or nothing."""
    empty, script = folder / "empty.sql", folder / "restore.sql"
    empty.write_text(_EMPTY, encoding="utf-8")
    with working(_("Putting the database back")):
        _run(
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            f"--file={script}",
            str(folder / POSTGRESQL),
        )
        _run(
            "psql",
            f"--dbname={_address()}",
            "--no-psqlrc",
            "--quiet",
            "--output=/dev/null",
            "--set=ON_ERROR_STOP=1",
            "--single-transaction",
            f"--file={empty}",
            f"--file={script}",
        )


def _run(program: str, *arguments: str) -> None:
    from django.db import connections

    connections.close_all()
    path = shutil.which(program)
    if path is None:
        refusal = _(
            "%(program)s is not installed; it comes with PostgreSQL's client programs "
            "(postgresql-client on Debian)."
        )
        raise Problem(refusal % {"program": program})
    done = subprocess.run(  # noqa: S603 - a program of PostgreSQL with our own arguments
        [path, *arguments],
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [_("it gave no reason")])[0]
        raise Problem(_("%(reason)s. Nothing was changed.") % {"reason": reason})


def _address() -> str:
    """Return how the programs find the database; without secrets, since everybody can read it."""
    from psycopg.conninfo import make_conninfo

    return make_conninfo("", **_options(secret=False))


def _environment() -> dict[str, str]:
    """Return the environment of the programs, with the password, which only their owner reads."""
    password = _options(secret=True).get("password")
    return os.environ | ({"PGPASSWORD": password} if password else {})


def _options(*, secret: bool) -> dict[str, str]:
    """Return the options of the connection that libpq knows: ``sslmode`` and the like included."""
    from django.db import connection
    from psycopg.pq import Conninfo

    of = connection.settings_dict
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
    given = {name: of[key] for name, key in (names | {"port": "PORT"}).items()} | of["OPTIONS"]
    known = {
        one.keyword.decode()
        for one in Conninfo.get_defaults()
        if (one.dispchar == SECRET) is secret
    }
    return {name: str(value) for name, value in given.items() if name in known and value}
