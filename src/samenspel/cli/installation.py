# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Getting at the installation: its settings, its database, its tables up to date."""

import os
from pathlib import Path

from samenspel.cli.flags import settings
from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _, chosen, speaking
from samenspel.core.errors import RuleError
from samenspel.core.options import Setting
from samenspel.core.problems import RecordError


def start_installation() -> None:
    """Make the database of an installation, or bring it up to date with a backup first."""
    existed = database_file(settings()).is_file()
    found = set_up()
    if not pending_migrations():
        return
    from django.core.management import call_command

    from samenspel.cli.backup import back_up_automatically
    from samenspel.cli.progress import working

    if existed and not found["database_url"].value:
        back_up_automatically(found)
    with working(_("Preparing the database")):
        call_command("migrate", verbosity=0, interactive=False)


def open_installation() -> None:
    """
    Open an installation that exists, to read or change what is in it.

    Raises:
        Problem: there is none, or its tables are those of another version.
    """
    find_installation()
    if pending_migrations():
        raise Problem(
            _(
                "the database is of an earlier version of Samenspel. "
                "'samenspel serve' brings it up to date, with a backup first."
            )
        )


def find_installation() -> dict[str, Setting]:
    """
    Open an installation that exists, of whatever version, and return its settings.

    Raises:
        Problem: there is none.
    """
    found = settings()
    if not (found["database_url"].value or database_file(found).is_file()):
        refusal = _(
            "there is no Samenspel in %(folder)s. "
            "Start one with 'samenspel init' or 'samenspel serve', or name its folder with --data."
        )
        raise Problem(refusal % {"folder": found["data"].value})
    return set_up()


def set_up() -> dict[str, Setting]:
    """
    Load Django for the installation that flags, environment and file name; return its settings.

    Raises:
        Problem: the database cannot be reached.
    """
    found = settings()
    os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.conf.settings"
    import django
    from django.db import DatabaseError, connection
    from django.utils import translation

    django.setup()
    translation.activate(chosen())
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise Problem(_unreachable(found, error)) from error
    return found


def database_file(found: dict[str, Setting]) -> Path:
    """Return where SQLite keeps the database of an installation."""
    return Path(str(found["data"].value)) / "samenspel.sqlite3"


def pending_migrations() -> bool:
    """Tell whether the tables are not yet those of this version."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def explained(error: RuleError | RecordError) -> str:
    """Return what a refusal says, also when the settings themselves are refused."""
    with speaking():
        from samenspel.words.errors import explain
        from samenspel.words.problems import explain_problem, where

        if isinstance(error, RuleError):
            return explain(error)
        return "\n".join(f"{where(one)}: {explain_problem(one)}" for one in error.problems)


def known_region(slug: str) -> int:
    """
    Return the key of a region.

    Raises:
        Problem: there is no such region; names those that there are.
    """
    from samenspel.regions.queries import region, regions

    facts = region(slug)
    if facts is None:
        names = ", ".join(one.slug for one in regions()) or _("none yet")
        refusal = _("there is no region '%(slug)s' here. The regions are: %(names)s.")
        raise Problem(refusal % {"slug": slug, "names": names})
    return facts.pk


def _unreachable(found: dict[str, Setting], error: Exception) -> str:
    reason = str(error).strip().splitlines()[0].rstrip(".")
    if found["database_url"].value:
        said = _("the database does not answer: %(reason)s. Check DATABASE_URL and the server.")
        return said % {"reason": reason}
    said = _(
        "the database %(file)s cannot be opened: %(reason)s. "
        "Check the folder, or put back a backup with 'samenspel restore'."
    )
    return said % {"file": database_file(found), "reason": reason}
