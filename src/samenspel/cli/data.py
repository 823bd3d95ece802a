# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel data``: which official figures there are, and newer ones from their source."""

import json
import secrets
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.flags import installation_flags, settings
from samenspel.cli.problems import Problem
from samenspel.cli.progress import counting
from samenspel.cli.speaking import _, number

if TYPE_CHECKING:
    from samenspel.sources.cbs import Edition, Loaded, Service, SourceError

HOPELESS = {"no-network", "certificate", "unreachable", "come-back-later"}
"""Failures after which the next table would fail as well."""


@click.group(no_args_is_help=False)
def data() -> None:
    """Show which official figures there are, and load newer ones."""


@data.command("list")
@installation_flags
@click.option("--from", "store", type=click.Path(path_type=Path), help="Folder; see --into.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(*, store: Path | None, as_json: bool) -> None:
    """Show what comes with Samenspel, what was loaded, and what can be loaded."""
    from samenspel.sources.cbs import SourceError, editions

    folder = store or _store()
    try:
        loaded = editions(folder)
    except SourceError as error:
        raise Problem(_explained(error)) from error
    found = {
        "packaged": list(_packaged()),
        "loaded": [_edition_data(one) for one in loaded],
        "known": list(_known()),
    }
    if as_json:
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    for line in _told(found, folder):
        click.echo(line)


@data.command()
@installation_flags
@click.option("--table", "tables", multiple=True, help="Code of a table, such as 85984NED.")
@click.option("--newer", is_flag=True, help="Look in the catalogue for a newer year first.")
@click.option("--source", help="Address of a mirror; else CBS itself.")
@click.option("--into", type=click.Path(path_type=Path), help="Folder; else in the data folder.")
def update(*, tables: Sequence[str], newer: bool, source: str | None, into: Path | None) -> None:
    """
    Load newer official figures from CBS over the network.

    Without --table the newest known table of each kind. What came in before the connection broke
    is kept: the same command goes on from there. A table that has not changed is left alone.
    """
    from samenspel.cli.lock import updating
    from samenspel.sources.cbs import SourceError

    if tables and newer:
        raise Problem(_("give either --table or --newer."))
    _check_publisher(tables)
    folder = into or _store()
    try:
        services = _services(source)
        with updating(folder):
            _load_all(
                tuple(dict.fromkeys(tables)) or _wanted(services, newer=newer), services, folder
            )
    except SourceError as error:
        raise Problem(_explained(error)) from error


def _store() -> Path:
    return Path(str(settings()["data"].value)) / "statistics"


def _check_publisher(tables: Sequence[str]) -> None:
    """
    Refuse tables that CBS does not publish itself.

    Raises:
        Problem: one of them is of the police or of RIVM; names what can be loaded.
    """
    from samenspel.sources.cbs import ELSEWHERE, newest_codes

    if theirs := [one for one in tables if one.upper() in ELSEWHERE]:
        refusal = _(
            "%(tables)s is not in the open data of CBS itself, but of the police (crimes) or RIVM "
            "(health). Its figures by year come with Samenspel and cannot be loaded. What can be "
            "loaded: %(known)s; 'samenspel data list' shows older years. "
            "Newer figures of others can be taken over as your own with 'samenspel figures import'."
        )
        raise Problem(refusal % {"tables": ", ".join(theirs), "known": ", ".join(newest_codes())})


def _services(source: str | None) -> "Sequence[Service]":
    """Return what to ask; here time and chance come in."""
    from samenspel.sources.cbs import CBS, Pace, asker, mirror, services_of

    asked = mirror(source) if source else CBS
    pace = Pace(time.sleep, secrets.SystemRandom().random, time.monotonic)
    return services_of(asked, asker(asked.origins, pace))


def _wanted(services: "Sequence[Service]", *, newer: bool) -> tuple[str, ...]:
    from samenspel.sources.cbs import newest_codes, newest_in_catalogue

    return newest_in_catalogue(services) if newer else newest_codes()


def _load_all(codes: Sequence[str], services: "Sequence[Service]", folder: Path) -> None:
    """
    Load tables, telling of each what came of it.

    Raises:
        Problem: of one or more of them nothing came; the others are there.
    """
    from samenspel.sources.cbs import SourceError, load

    problems = []
    for code in codes:
        try:
            with counting(code) as told:
                loaded = load(code, services, folder, at=_now(), told=told)
        except SourceError as error:
            problems.append(f"{code}: {_explained(error)}")
            if error.code in HOPELESS:
                break
        else:
            click.echo(_outcome(loaded))
    if problems:
        raise Problem("\n".join(problems))


def _outcome(loaded: "Loaded") -> str:
    edition = loaded.edition
    about = edition.table.about
    if not loaded.is_new:
        told = _("not changed since edition %(edition)s.")
    else:
        told = _("loaded edition %(edition)s, %(count)s figures.")
    told %= {"edition": about.edition, "count": number(edition.rows)}
    from samenspel.sources.loaded import counts

    if not counts(edition.table):
        told += " " + _("They are kept, but no figure of a profile comes from this table.")
    return f"{about.code}  {about.title}: {told}"


def _packaged() -> Iterable[dict[str, str]]:
    """Yield the packaged tables that come from an official source."""
    from samenspel.sources.reference import data_dictionary

    rows = [one for one in data_dictionary() if one.source.startswith("CBS")]
    for table in dict.fromkeys(one.table for one in rows):
        mine = [one for one in rows if one.table == table]
        yield {
            "table": table,
            "source": _joined(one.source for one in mine),
            "edition": _joined(one.edition for one in mine),
            "licence": _joined(one.licence for one in mine),
        }


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))


def _known() -> Iterable[dict[str, Any]]:
    from samenspel.cli.data_words import GIVES
    from samenspel.sources.cbs import SERIES

    for one in SERIES:
        tables = [
            {"year": year or None, "table": code} for year, code in sorted(one.tables.items())
        ]
        yield {"gives": _(GIVES[one.gives]), "tables": tables}


def _edition_data(edition: "Edition") -> dict[str, Any]:
    about, origin = edition.table.about, edition.origin
    return {
        "table": about.code,
        "title": about.title,
        "edition": about.edition,
        "period": about.period,
        "figures": edition.rows,
        "retrieved_at": origin.retrieved_at.isoformat(timespec="seconds"),
        "address": origin.address,
        "protocol": origin.protocol,
        "licence": "CC BY 4.0",
        "sha256": edition.sha256,
        "folder": str(edition.folder),
    }


def _told(found: dict[str, list[dict[str, Any]]], folder: Path) -> Iterable[str]:
    """Yield the lines that say what there is."""
    yield _("Packaged:")
    for one in found["packaged"]:
        yield f"  {one['table']:<24} {one['source']}, {one['edition']}, {one['licence']}"
    yield _("Loaded into %(folder)s:") % {"folder": folder}
    for one in found["loaded"]:
        day = one["retrieved_at"][:10]
        told = _("edition %(edition)s, retrieved %(day)s")
        told %= {"edition": one["edition"], "day": day}
        yield f"  {one['table']:<9} {one['title']}: {told}"
    if not found["loaded"]:
        yield "  " + _("Nothing yet; 'samenspel data update' loads the newest tables.")
    yield _("Known at CBS:")
    for one in found["known"]:
        codes = ", ".join(
            f"{table['table']} ({table['year']})" if table["year"] else table["table"]
            for table in one["tables"]
        )
        yield f"  {one['gives']}: {codes}"


def _explained(error: "SourceError") -> str:
    from samenspel.cli.data_words import explain

    return explain(error)


def _now() -> datetime:
    """Read the clock once, at the border."""
    return datetime.now(UTC)  # noqa: TID251 - the clock, without Django
