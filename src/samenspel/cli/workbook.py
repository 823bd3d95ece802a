# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel export`` and ``samenspel import``: a region as a workbook, out and in."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.output import STDOUT, save, show
from samenspel.cli.problems import Problem
from samenspel.cli.progress import working
from samenspel.cli.speaking import _
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import INSTALLATION

if TYPE_CHECKING:
    from samenspel.sources.workbook import WorkbookError

FORMATS = ("xlsx", "ods", "json", "csv")
MOST_SENTENCES = 100
_NEW = "-"
"""What was seen of a region that was not there: the digest of nothing that is."""


@click.command()
@installation_flags
@click.option("--region", required=True, help="Address of the region, such as 'twente'.")
@click.option("--format", "kind", type=click.Choice(FORMATS), help="Default: xlsx.")
@click.option("--output", help="File to write; '-' for stdout. Default: named after the region.")
@click.option("--version", "number", type=int, help="Version of the agenda.")
@click.option("--deals", is_flag=True, help="Its public deals and commitments instead.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
def export(
    *,
    region: str,
    kind: str | None,
    output: str | None,
    number: int | None,
    deals: bool,
    force: bool,
) -> None:
    """
    Write a region with its agenda as a workbook (xlsx, ods), as JSON, or as zipped CSV files.

    Without --version that is the open draft, or for want of one the latest version: what an import
    is compared with. With --deals it is what everyone may read of deals and commitments; that
    cannot be imported, because a promise is an act of its party.
    """
    if deals and number is not None:
        raise Problem(_("--version is of the agenda; --deals has every version of every deal."))
    open_installation()
    known_region(region)
    from samenspel.sources import workbook

    chosen = workbook.FORMATS[kind or workbook.format_of(output or "")]
    target = output or f"{region}{'-afspraken' if deals else ''}{chosen.suffix}"
    with working(_("Writing")):
        data = _deals(region, chosen.name) if deals else chosen.write(_record(region, number))
    if target == STDOUT:
        show(data, _("a workbook"), text=chosen.name == "json")
        return
    save(Path(target), data, force=force)
    click.echo(_("Wrote %(file)s.") % {"file": target})


@click.command("import")
@installation_flags
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--region", help="The region that the workbook must be of.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def import_(*, file: Path, region: str | None, dry_run: bool, yes: bool) -> None:
    """
    Take over a workbook: all of it, or nothing when anything is wrong.

    Shows what changes and asks. Sheets that are not in FILE stay as they are. The content of the
    agenda goes to the open draft, or to a new one.
    """
    open_installation()
    if region:
        known_region(region)
    record = _read(file, region)
    seen = _preview(record)
    if not seen:
        click.echo(_("Nothing changes."))
        return
    if dry_run:
        click.echo(_("Nothing was written: this was a dry run."))
        return
    if not (yes or agreed()):
        click.echo(_("Nothing was written."))
        return
    _write(record, seen)
    told = {"title": record.title, "slug": record.slug}
    click.echo(_("Imported: %(title)s ('%(slug)s').") % told)


def _record(region: str, number: int | None) -> RegionRecord:
    """Return a region with a version of its agenda: by default what an import is compared with."""
    from samenspel.agenda.queries import draft, region_record, versions

    if number is None:
        latest = draft(region, INSTALLATION) or next(iter(versions(region, INSTALLATION)), None)
        number = latest.number if latest else None
    return region_record(region, actor=INSTALLATION, number=number)


def _deals(region: str, kind: str) -> bytes:
    """Return the public deals and commitments of a region as tables."""
    from django.utils import timezone

    from samenspel.deals.queries import deal_tables
    from samenspel.regions.queries import region as facts_of
    from samenspel.sources.tables import write_tables

    place = facts_of(region)
    assert place is not None  # noqa: S101 - known_region has looked
    return write_tables(place.title, deal_tables(place.pk, on=timezone.localdate()), kind)


def _read(file: Path, region: str | None) -> RegionRecord:
    from samenspel.regions.queries import region as facts_of
    from samenspel.sources.workbook import WorkbookError, read_workbook

    def current(slug: str) -> RegionRecord | None:
        wanted = region or slug
        return _record(wanted, None) if wanted and facts_of(wanted) else None

    try:
        with working(_("Reading %(file)s") % {"file": file.name}):
            return read_workbook(file, current).record
    except WorkbookError as error:
        raise nothing_taken_over(file, error) from error


def nothing_taken_over(file: Path, error: "WorkbookError") -> Problem:
    """Return what to say of a file with problems: all of them, as a table."""
    heading = _("nothing was taken over from %(file)s:") % {"file": file}
    return Problem(f"{heading}\n{_table(error)}")


def _table(error: "WorkbookError") -> str:
    from samenspel.words.workbook import explain_cell

    rows = [(_("sheet"), _("row"), _("column"), _("problem"), _("expected"))]
    for one in error.problems:
        column = f"{one.column} {one.heading}".strip()
        row = str(one.row) if one.row else ""
        rows.append((one.sheet, row, column, *explain_cell(one)))
    widths = [max(len(row[position]) for row in rows) for position in range(4)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]])
        for row in rows
    ]
    if error.not_shown:
        lines.append(and_more(error.not_shown))
    return "\n".join(line.rstrip() for line in lines)


def _preview(record: RegionRecord) -> str:
    """Show what would change; return the digest of what is there now, empty when nothing does."""
    from samenspel.agenda.services import preview_region
    from samenspel.core.record_json import row_digest
    from samenspel.words.imports import import_sentences

    with working(_("Comparing")):
        result = preview_region(record=record, actor=INSTALLATION)
    if result.changes_nothing:
        return ""
    found = import_sentences(result)
    for sentence in found[:MOST_SENTENCES]:
        click.echo(f"  {sentence}")
    if len(found) > MOST_SENTENCES:
        click.echo(f"  {and_more(len(found) - MOST_SENTENCES)}")
    return row_digest(result.before) if result.before else _NEW


def and_more(left: int) -> str:
    """Return how many there are that are not shown."""
    return _("... and %(left)s more.") % {"left": left}


def agreed() -> bool:
    """Ask whether to take over what was shown; raise Problem when nobody is there to answer."""
    if not sys.stdin.isatty():
        raise Problem(
            _("nobody is there to answer. Add --yes to take it over, or --dry-run to look.")
        )
    return click.confirm(_("Take this over?"))


def _write(record: RegionRecord, seen: str) -> None:
    """Take the record over, unless what the preview showed was changed since."""
    from django.utils import timezone

    from samenspel.agenda.services import import_region

    with working(_("Writing")):
        import_region(record=record, actor=INSTALLATION, at=timezone.now(), seen=seen)
