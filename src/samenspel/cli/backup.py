# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel backup`` and ``samenspel restore``."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from samenspel.cli.archive import AUTOMATIC, SQLITE, free_name, keep_newest, pack, unpacked
from samenspel.cli.flags import installation_flags, settings
from samenspel.cli.installation import database_file, find_installation
from samenspel.cli.problems import Problem
from samenspel.cli.progress import working
from samenspel.cli.speaking import _
from samenspel.core.options import Setting
from samenspel.sources.configuration import FILE_NAME

Settings = dict[str, Setting]


@click.command()
@installation_flags
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; else one in the folder 'backups' of the data folder.",
)
def backup(output: Path | None) -> None:
    """
    Write a backup; the server may go on.

    A zip file, readable by you alone, with the database and the settings file; not the secret key.
    """
    found = find_installation()
    target = output or free_name(_backups(found))
    _back_up(found, target)
    click.echo(_("Wrote %(file)s.") % {"file": target})


@click.command()
@installation_flags
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """
    Put back a backup; the server must be stopped.

    FILE is checked first, and what is there now is kept as a backup too.
    """
    from samenspel.cli.lock import restoring

    found = settings()
    folder = _folder(found)
    with restoring(folder), unpacked(file, folder) as content:
        kept = _put_back(found, content)
        if not (folder / FILE_NAME).exists() and (content / FILE_NAME).exists():
            (content / FILE_NAME).replace(folder / FILE_NAME)
    click.echo(_("Put back: %(file)s") % {"file": file})
    if kept:
        click.echo(_("What was there is in %(file)s") % {"file": kept})


def back_up_automatically(found: Settings) -> Path:
    """Keep a copy of the database as it is now, and drop automatic copies that are too many."""
    target = _keep(found)
    keep_newest(target.parent, int(found["keep_backups"].value))
    return target


def _keep(found: Settings) -> Path:
    """Keep a copy of the database as it is now, and drop none: one may be what is put back."""
    target = free_name(_backups(found), AUTOMATIC)
    _back_up(found, target)
    return target


def _back_up(found: Settings, target: Path) -> None:
    from samenspel.cli import postgresql, sqlite

    with TemporaryDirectory(dir=_backups(found), prefix="making-") as folder:
        if found["database_url"].value:
            database = postgresql.dump(Path(folder))
        else:
            database = sqlite.copy(database_file(found), Path(folder))
        pack(database, _folder(found) / FILE_NAME, target)


def _put_back(found: Settings, content: Path) -> Path | None:
    """Replace the database by the one in *content*; return the backup of what was there."""
    from samenspel.cli import postgresql, sqlite

    is_sqlite = (content / SQLITE).exists()
    if is_sqlite is bool(found["database_url"].value):
        kind, other = ("SQLite", "PostgreSQL") if is_sqlite else ("PostgreSQL", "SQLite")
        refusal = _("this backup is of %(kind)s, but this installation uses %(other)s.")
        raise Problem(refusal % {"kind": kind, "other": other})
    if is_sqlite:
        with working(_("Checking the database")):
            sqlite.check(content / SQLITE)
            sound = sqlite.is_sound(database_file(found))
        kept = _keep(found) if sound else None
        sqlite.replace(database_file(found), content / SQLITE)
        return kept
    find_installation()
    kept = _keep(found)
    postgresql.load(content)
    return kept


def _folder(found: Settings) -> Path:
    return Path(str(found["data"].value))


def _backups(found: Settings) -> Path:
    folder = _folder(found) / "backups"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
