# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Copying, checking and replacing an SQLite database that may be in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from samenspel.cli.problems import Problem
from samenspel.cli.progress import bar
from samenspel.cli.speaking import _

PAGES_AT_ONCE = 2000


def copy(database: Path, folder: Path) -> Path:
    """Copy *database* into *folder* as it is at one moment, while others read and write."""
    target = folder / database.name
    with closing(_reading(database)) as source, closing(sqlite3.connect(target)) as whole:
        pages = source.execute("PRAGMA page_count").fetchone()[0]
        with bar(_("Copying the database"), pages) as shown:
            source.backup(
                whole,
                pages=PAGES_AT_ONCE,
                progress=lambda _done, left, total: shown.update(total - left - shown.pos),
            )
    return target


def check(database: Path) -> None:
    """Raise ``Problem`` unless *database* is whole, and of Samenspel."""
    if not is_sound(database):
        raise Problem(_("the database in this backup is damaged; nothing was changed."))
    with closing(_reading(database)) as source:
        found = source.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' "
            "AND name IN ('django_migrations', 'ledger_entry', 'regions_region')"
        )
        if found.fetchone()[0] != 3:  # noqa: PLR2004 - the three tables named above
            raise Problem(
                _("the database in this backup is not of Samenspel; nothing was changed.")
            )


def is_sound(database: Path) -> bool:
    """Tell whether *database* exists and SQLite finds no damage in it."""
    if not database.is_file():
        return False
    try:
        with closing(_reading(database)) as source:
            return bool(source.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def replace(database: Path, by: Path) -> None:
    """
    Put *by* in the place of *database* at once; a damaged one is kept under another name.

    Raises:
        Problem: another program has the database open.
    """
    if is_sound(database):
        _end_journal(database)
    elif database.exists():
        database.rename(database.with_name(f"{database.name}.damaged"))
    for left in ("-wal", "-shm"):
        database.with_name(database.name + left).unlink(missing_ok=True)
    by.chmod(0o600)
    by.replace(database)


def _end_journal(database: Path) -> None:
    """Fold the write-ahead log into the file, which SQLite refuses while others have it open."""
    try:
        with closing(sqlite3.connect(database, timeout=1)) as held:
            held.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.OperationalError as error:
        refusal = _("%(file)s is in use by another program. Stop it first; nothing was changed.")
        raise Problem(refusal % {"file": database}) from error


def _reading(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=20)
