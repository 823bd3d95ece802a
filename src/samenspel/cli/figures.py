# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel figures``: figures of a region's own, from a file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.output import deliver, output_flags, target
from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _
from samenspel.cli.workbook import agreed, and_more, nothing_taken_over
from samenspel.core.rights import INSTALLATION

if TYPE_CHECKING:
    from samenspel.core.own_figures import FigureChange, OwnFigure

FORMATS = ("xlsx", "csv")
MOST_SENTENCES = 100


@click.group(no_args_is_help=False)
def figures() -> None:
    """Load figures of a region's own, and withdraw them."""


@figures.command("import")
@installation_flags
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--region", required=True, help="Address of the region, such as 'twente'.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def import_(*, file: Path, region: str, dry_run: bool, yes: bool) -> None:
    """
    Take over own figures from a spreadsheet or CSV file: all of them, or nothing.

    Shows what changes and asks. Figures that are not in FILE stay; one without any value there is
    withdrawn.
    """
    open_installation()
    region_id = known_region(region)
    found = _read(file, region_id)
    seen = _preview(region_id, found)
    if not seen:
        click.echo(_("Nothing changes."))
    elif dry_run:
        click.echo(_("Nothing was written: this was a dry run."))
    elif yes or agreed():
        loaded = len(_load(region, found, seen))
        click.echo(_("Figures loaded: %(count)s.") % {"count": loaded})
    else:
        click.echo(_("Nothing was written."))


@figures.command()
@installation_flags
@output_flags
@click.option("--region", help="Puts the municipalities of this region in it.")
@click.option("--format", "kind", type=click.Choice(FORMATS), help="Default: by the file, or xlsx.")
def template(*, region: str | None, kind: str | None) -> None:
    """Write a file to fill in with own figures, to --output or stdout."""
    from samenspel.sources.own_figures import template as written

    chosen = kind or ("csv" if target().endswith(".csv") else "xlsx")
    places: Sequence[tuple[str, str]] = ()
    if region:
        open_installation()
        places = _places(known_region(region))
    deliver(written(places, chosen), chosen.upper(), text=chosen == "csv")


@figures.command()
@installation_flags
@click.argument("code")
@click.option("--region", required=True, help="Address of the region, such as 'twente'.")
@click.option("--year", type=int, help="Only this year; else every year of it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(*, code: str, region: str, year: int | None, yes: bool) -> None:
    """Withdraw the own figure with CODE; the ledger keeps that it was there."""
    open_installation()
    region_id = known_region(region)
    gone = [replace(one, values=()) for one in _named(region_id, code, year)]
    seen = _preview(region_id, gone)
    if yes or agreed():
        click.echo(_("Figures withdrawn: %(count)s.") % {"count": len(_load(region, gone, seen))})
    else:
        click.echo(_("Nothing was written."))


def _named(region_id: int, code: str, year: int | None) -> "Sequence[OwnFigure]":
    """
    Return the own figures with a code, of one year or all.

    Raises:
        Problem: there is none; names those that there are.
    """
    from samenspel.regions.queries import own_figures

    there = own_figures(region_id)
    found = [one for one in there if one.code == code and year in (None, one.period)]
    if not found:
        names = ", ".join(f"{one.code} {one.period}" for one in there) or _("none yet")
        refusal = _(
            "there is no own figure '%(code)s' of that region and year. There are: %(there)s."
        )
        raise Problem(refusal % {"code": code, "there": names})
    return found


def _places(region_id: int) -> Sequence[tuple[str, str]]:
    from django.utils import timezone

    from samenspel.regions.queries import municipalities

    return [(one.code, one.name) for one in municipalities(region_id, timezone.localdate())]


def _read(file: Path, region_id: int) -> "tuple[OwnFigure, ...]":
    from samenspel.regions.queries import municipality_ids, own_figures
    from samenspel.sources.own_figures import Known, read_figures
    from samenspel.sources.workbook import WorkbookError

    there = {one.key for one in own_figures(region_id)}
    try:
        return read_figures(file, Known(municipality_ids(region_id), there))
    except WorkbookError as error:
        raise nothing_taken_over(file, error) from error


def _preview(region_id: int, found: "Sequence[OwnFigure]") -> str:
    """Show what would change; return the digest of what is there now, empty when nothing does."""
    from samenspel.core.own_figures import changes, digest
    from samenspel.regions.queries import own_figures
    from samenspel.words.own_figures import change_sentence

    now = own_figures(region_id)
    changed = changes(now, found)
    for one in changed[:MOST_SENTENCES]:
        click.echo(f"  {change_sentence(one)}")
    if len(changed) > MOST_SENTENCES:
        click.echo(f"  {and_more(len(changed) - MOST_SENTENCES)}")
    return digest(now) if changed else ""


def _load(region: str, found: "Sequence[OwnFigure]", seen: str) -> "Sequence[FigureChange]":
    from django.utils import timezone

    from samenspel.regions.services import load_figures

    return load_figures(
        slug=region, figures=found, actor=INSTALLATION, at=timezone.now(), seen=seen
    )
