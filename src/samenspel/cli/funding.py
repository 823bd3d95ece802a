# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel funding``: who pays what in a region, and whether its co-financing holds."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli import funding_cash
from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.output import deliver, output_flags, target
from samenspel.cli.speaking import _
from samenspel.cli.workbook import agreed, nothing_taken_over
from samenspel.core.changes import plain
from samenspel.core.rights import INSTALLATION

if TYPE_CHECKING:
    from samenspel.core.funding.lines import FundingLine
    from samenspel.core.funding.sources import Source
    from samenspel.funding.queries import RegionPlan

FORMATS = ("xlsx", "ods", "json", "csv")
FOUND_WRONG = 1

_region = click.option("--region", required=True, help="Address of the region, such as 'twente'.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(no_args_is_help=False)
def funding() -> None:
    """Show who pays what, test the co-financing, and take the plan in and out."""


@funding.command()
@installation_flags
@_region
@_json
def plan(region: str, *, as_json: bool) -> None:
    """Show the funding plan: what is planned, promised and decided, and what is missing."""
    found = _plan(known(region), region)
    from samenspel.core.funding.overhead import overhead
    from samenspel.core.funding.plan import gaps, stages, stages_by

    lacks = gaps(found.plan)
    years = stages_by(found.plan, lambda one: one.year)
    by_source = stages_by(found.plan, lambda one: one.source)
    if as_json:
        _print_json(
            {
                "total": asdict(stages(found.plan)),
                "years": [{"year": year, **asdict(one)} for year, one in years.items()],
                "sources": [{"source": key, **asdict(one)} for key, one in by_source.items()],
                "gaps": [{**asdict(one), "cents": one.cents} for one in lacks],
                "overhead": asdict(overhead(found.plan)),
                "lines": [{**asdict(row.line), "rung": row.rung} for row in found.rows],
            }
        )
        return
    for line in _columns(list(_table(found, by_source))):
        click.echo(line)
    for one in lacks:
        if one.cents:
            about = f"{one.measure} {found.titles.get(one.measure, '')}"
            click.echo(f"  {about}: {_missing(one.cents, one.year)}")


@funding.command()
@installation_flags
@_region
@_json
@click.pass_context
def check(context: click.Context, region: str, *, as_json: bool) -> None:
    """Test the co-financing; ends with 1 when a test fails."""
    found = _plan(known(region), region)
    from django.utils import timezone

    from samenspel.core.funding.co_funding import check_plan
    from samenspel.core.funding.findings import Verdict
    from samenspel.words.funding import told

    tests = check_plan(found.plan, timezone.localdate())
    names = {f"source:{key}": one.name for key, one in found.plan.sources.items()}
    names |= {f"measure:{key}": title for key, title in found.titles.items()}
    words = [told(one, names) for one in tests]
    if as_json:
        pairs = zip(tests, words, strict=True)
        _print_json([{**_data(one), **asdict(said)} for one, said in pairs])
    for one, said in () if as_json else zip(tests, words, strict=True):
        click.echo(f"[{said.verdict}] {said.asks}")
        click.echo(f"  {said.sentence}")
        if said.advice:
            lines = _("Lines: %(lines)s.") % {"lines": ", ".join(one.lines)}
            click.echo(f"  {said.advice} {lines}")
    if any(one.verdict is Verdict.FAILED for one in tests):
        context.exit(FOUND_WRONG)


@funding.command()
@installation_flags
@output_flags
@_region
@click.option("--format", "kind", type=click.Choice(FORMATS), help="Default: by the file, or xlsx.")
def export(region: str, *, kind: str | None) -> None:
    """Write the public funding plan to --output or stdout; it can be imported again."""
    region_id = known(region)
    from django.utils import timezone

    from samenspel.funding.queries import plan_tables
    from samenspel.sources.tables import write_tables

    ending = Path(target()).suffix.lstrip(".")
    chosen = kind or (ending if ending in FORMATS else "xlsx")
    tables = plan_tables(region_id, region, on=timezone.localdate())
    deliver(write_tables(region, tables, chosen), chosen.upper(), text=chosen == "json")


@funding.command("import")
@installation_flags
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_region
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def import_(file: Path, region: str, *, dry_run: bool, yes: bool) -> None:
    """
    Take over sources and lines from a spreadsheet: all of them, or nothing.

    Shows what changes and asks. What is not in FILE stays as it is.
    """
    region_id = known(region)
    sources, lines = _read(file, region_id, region)
    from samenspel.funding.queries import changed_by

    changed = changed_by(region_id, sources, lines, INSTALLATION)
    pairs = [(one.key, was) for one, was in changed.sources]
    pairs += [(one.key, was) for one, was in changed.lines]
    for key, was in pairs:
        how = _("changed") if was else _("new")
        click.echo(f"  {key}: {how}")
    if not pairs:
        click.echo(_("Nothing changes."))
    elif dry_run:
        click.echo(_("Nothing was written: this was a dry run."))
    elif yes or agreed():
        taken = _load(region, sources, lines)
        click.echo(_("Taken over: %(count)s.") % {"count": taken})
    else:
        click.echo(_("Nothing was written."))


def known(region: str) -> int:
    """Return the key of a region of this installation, which is open from here on."""
    open_installation()
    return known_region(region)


def _plan(region_id: int, region: str) -> "RegionPlan":
    from samenspel.funding.queries import region_plan

    return region_plan(region_id, region, INSTALLATION)


def _read(
    file: Path, region_id: int, region: str
) -> "tuple[tuple[Source, ...], tuple[FundingLine, ...]]":
    from samenspel.funding.queries import names_for_plan
    from samenspel.sources.plan_files import read_plan
    from samenspel.sources.workbook import WorkbookError

    try:
        return read_plan(file.read_bytes(), names_for_plan(region_id, region, INSTALLATION))
    except WorkbookError as error:
        raise nothing_taken_over(file, error) from error


def _load(region: str, sources: "Sequence[Source]", lines: "Sequence[FundingLine]") -> int:
    from django.utils import timezone

    from samenspel.funding.services import load_plan

    return load_plan(
        region=region, sources=sources, lines=lines, actor=INSTALLATION, at=timezone.now()
    )


def _missing(cents: int, year: int | None) -> str:
    """Say how much a measure lacks, or has too much when *cents* is below zero."""
    from samenspel.words.formats import euro

    said = _("short of %(amount)s") if cents > 0 else _("over by %(amount)s")
    if year:
        said = (
            _("short of %(amount)s in %(year)s")
            if cents > 0
            else _("over by %(amount)s in %(year)s")
        )
    return said % {"amount": euro(abs(cents)), "year": year}


def _table(found: "RegionPlan", by_source: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    from samenspel.core.funding.plan import stages
    from samenspel.words.formats import euro

    yield _("source"), _("planned"), _("promised"), _("decided")
    for key, source in found.plan.sources.items():
        one = by_source.get(key)
        cents = (one.planned, one.promised, one.decided) if one else (0, 0, 0)
        yield f"{key} {source.name}", *map(euro, cents)
    whole = stages(found.plan)
    yield _("together"), *map(euro, (whole.planned, whole.promised, whole.decided))


def _data(finding: Any) -> dict[str, Any]:
    return {
        "code": finding.code,
        "result": str(finding.verdict),
        "about": finding.about,
        "lines": finding.lines,
        "figures": dict(finding.figures),
    }


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _print_json(data: Sequence[Any] | Mapping[str, Any]) -> None:
    click.echo(json.dumps(data, indent=2, ensure_ascii=False, default=plain))


funding.add_command(funding_cash.cash)
funding.add_command(funding_cash.sisa)
