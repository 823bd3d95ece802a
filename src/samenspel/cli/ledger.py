# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel ledger``: the record of acts, and whether it still holds."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.problems import Problem
from samenspel.cli.progress import bar
from samenspel.core.chain import (
    LONGEST_LINE,
    Fault,
    Head,
    Verdict,
    examine,
    parse_head,
    read,
)

_region = click.option("--region", required=True, help="Address of the region, such as 'twente'.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(no_args_is_help=False)
def ledger() -> None:
    """Show, export and verify the record of acts of a region."""


@ledger.command()
@installation_flags
@_region
@_json
def head(region: str, *, as_json: bool) -> None:
    """Print the number and digest of the last entry; publish it to be held to it."""
    _open(region)
    from samenspel.ledger import queries

    last = queries.head(region)
    if as_json:
        click.echo(json.dumps(_head_data(last) if last else None))
    elif last:
        click.echo(str(last))
    else:
        click.echo("No entries yet.")


@ledger.command()
@installation_flags
@_region
@click.option("--output", type=click.File("wb", lazy=True), default="-", help="File; else stdout.")
def export(region: str, output: Any) -> None:
    """Write all entries, one JSON line each, as 'ledger verify' reads them."""
    _open(region)
    from samenspel.ledger import queries

    on_screen = output.name == "-" and sys.stdout.isatty()
    with bar("Writing", _entries(region), hidden=on_screen) as shown:
        for line in queries.export_lines(region):
            output.write(line)
            shown.update(1)


@ledger.command()
@installation_flags
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--region", help="Verify the database itself, for this region.")
@click.option("--head", "published", help="A published head to hold it to, as 42:<digest>.")
@_json
@click.pass_context
def verify(
    context: click.Context,
    file: Path | None,
    region: str | None,
    published: str | None,
    *,
    as_json: bool,
) -> None:
    """
    Find the first entry that does not hold, in an exported FILE or in the database.

    Ends with status 1 when there is one. A FILE needs no installation.
    """
    if bool(file) is bool(region):
        raise Problem("give either an exported FILE or --region.")
    wanted = _published(published)
    verdict = _of_file(file, wanted) if file else _of_database(str(region), wanted)
    click.echo(json.dumps(_verdict_data(verdict)) if as_json else _told(verdict))
    context.exit(1 if verdict.fault else 0)


def _open(region: str) -> None:
    open_installation()
    known_region(region)


def _published(text: str | None) -> Head | None:
    try:
        return parse_head(text) if text else None
    except ValueError as error:
        raise Problem(f"--head: {error}, as 'samenspel ledger head' prints it.") from error


def _of_file(file: Path, published: Head | None) -> Verdict:
    with file.open("rb") as source, bar("Checking", file.stat().st_size) as shown:

        def lines() -> Iterator[bytes]:
            while line := source.readline(LONGEST_LINE + 1):
                yield line
                shown.update(len(line))

        return examine(read(lines()), published)


def _of_database(region: str, published: Head | None) -> Verdict:
    _open(region)
    from samenspel.ledger import queries

    with bar("Checking", _entries(region)) as shown:
        return queries.examine_book(region, published, step=lambda: shown.update(1))


def _entries(region: str) -> int:
    """Return how many entries there are, by which a bar fills."""
    from samenspel.ledger import queries

    last = queries.head(region)
    return last.seq if last else 0


def _told(verdict: Verdict) -> str:
    if verdict.fault:
        return f"Entry {verdict.fault.seq} does not hold: {_REASONS[verdict.fault.reason]}"
    if not verdict.head.seq:
        return "No entries."
    return f"All {verdict.head.seq} entries hold. Head: {verdict.head}"


def _verdict_data(verdict: Verdict) -> dict[str, Any]:
    return {
        "holds": verdict.fault is None,
        "head": _head_data(verdict.head),
        "fault": _fault_data(verdict.fault) if verdict.fault else None,
    }


def _head_data(head: Head) -> dict[str, Any]:
    return {"seq": head.seq, "digest": head.digest}


def _fault_data(fault: Fault) -> dict[str, Any]:
    return {"seq": fault.seq, "reason": str(fault.reason)}


_REASONS = {
    "changed": "its content was changed after it was sealed.",
    "dropped": "it is not there, though later ones are.",
    "reordered": "it stands further on, after later ones.",
    "repeated": "in its place stands an entry that was there before, or one slipped in.",
    "unlinked": "it was sealed after another entry than the one before it.",
    "rewritten": "it is not the entry that was published as head.",
    "cut-off": "the record ends before the published head.",
    "malformed": "that line is no entry.",
    "not-canonical": "it says the same in another text than the one that was sealed.",
    "copy-changed": "the columns that people search differ from the sealed text.",
}
