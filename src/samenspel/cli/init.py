# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel init``: start a real region from the packaged reference tables."""

import json
from dataclasses import replace
from datetime import date, datetime

import click

from samenspel.cli.clock import today
from samenspel.cli.flags import installation_flags
from samenspel.cli.problems import Problem
from samenspel.cli.progress import working
from samenspel.cli.speaking import _, gettext_noop
from samenspel.core.region_record import RegionRecord


@click.command()
@installation_flags
@click.option("--region", "code", help="Code of an official region, such as AM05; see --list.")
@click.option(
    "--municipalities", help="Codes of municipalities with commas, for a region of one's own."
)
@click.option("--title", default="", help="Name of the region; else its official name.")
@click.option("--slug", default="", help="Name in addresses, such as 'twente'; else from its name.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of which the composition counts; else today.",
)
@click.option("--list", "lists", is_flag=True, help="List the official regions.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def init(  # noqa: PLR0913 - one per flag
    *,
    code: str | None,
    municipalities: str | None,
    title: str,
    slug: str,
    on: datetime | None,
    lists: bool,
    as_json: bool,
) -> None:
    """
    Start a region: its municipalities with their councils, province, inhabitants and agency.

    Take an official region by its code, or make one of your own from municipality codes.
    """
    if lists:
        _list(as_json=as_json)
        return
    if bool(code) is bool(municipalities):
        raise Problem(_("give either --region or --municipalities. --list shows the regions."))
    day = on.date() if on else None
    start = _official(code, day, title) if code else _own(municipalities or "", day, title)
    record = replace(start, slug=slug or start.slug)
    _import(record)
    started = {
        "slug": record.slug,
        "title": record.title,
        "municipalities": len(record.members),
        "parties": len(record.parties),
    }
    if as_json:
        click.echo(json.dumps(started, indent=2, ensure_ascii=False))
    else:
        click.echo(_(_STARTED) % started)


_STARTED = gettext_noop(
    "Started: %(title)s ('%(slug)s'), %(municipalities)s municipalities, %(parties)s parties. "
    "'samenspel serve' shows it."
)


def _list(*, as_json: bool) -> None:
    from samenspel.sources.reference import division

    found = sorted(division().regions.values(), key=lambda one: one.code)
    if as_json:
        rows = [{"code": one.code, "name": one.name, "kind": one.kind} for one in found]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for one in found:
        click.echo(f"{one.code}  {one.kind:<22} {one.name}")


def _official(code: str, on: date | None, title: str) -> RegionRecord:
    from samenspel.sources.reference import region_record

    return region_record(code.strip().upper(), on=on or today(), title=title)


def _own(codes: str, on: date | None, title: str) -> RegionRecord:
    from samenspel.sources.reference import own_region_record

    if not title:
        raise Problem(_("a region of one's own needs a name. Give it with --title."))
    wanted = [code.strip().upper() for code in codes.split(",") if code.strip()]
    return own_region_record(wanted, title=title, on=on or today())


def _import(record: RegionRecord) -> None:
    """
    Start the region.

    Raises:
        Problem: there is one of that name already; to start again would undo what people entered.
    """
    from samenspel.cli.installation import start_installation

    start_installation()
    from django.utils import timezone

    from samenspel.agenda.services import import_region
    from samenspel.core.rights import INSTALLATION
    from samenspel.regions.queries import region

    if region(record.slug):
        refusal = _("there is a region '%(slug)s' already. Choose another name with --slug.")
        raise Problem(refusal % {"slug": record.slug})
    with working(_("Starting the region")):
        import_region(record=record, actor=INSTALLATION, at=timezone.now())
