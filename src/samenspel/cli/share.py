# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel share``: who pays what, by several methods, and whether that holds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _, speaking

if TYPE_CHECKING:
    from samenspel.core.sharing.answer import GameAnswer, PlanAnswer


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def share(file: Path, *, as_json: bool) -> None:
    """
    Divide costs over parties, and say who would be better off alone.

    FILE is JSON with the parties and one of: the cost (or savings) of every group of them, what
    they share and who uses it, or a key. Needs no installation.
    """
    text = _text(file)
    from samenspel.core.sharing.answer import answer
    from samenspel.core.sharing.answer_json import to_plain
    from samenspel.core.sharing.request import read

    found = answer(read(text))
    with speaking():
        from samenspel.words.sharing import told

        words = told(found)
        if as_json:
            data = to_plain(found) | {"words": words}
            click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        else:
            click.echo("\n".join([*_table(found), "", *words]))


def _text(file: Path) -> str:
    from samenspel.core.sharing.plain import LARGEST

    if file.stat().st_size > LARGEST:
        refusal = _("%(file)s is larger than %(most)s megabytes.")
        raise Problem(refusal % {"file": file, "most": LARGEST >> 20})
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(_("%(file)s is no text in UTF-8.") % {"file": file}) from error


def _table(answer: "GameAnswer | PlanAnswer") -> Iterator[str]:
    """Yield a table of what each party pays, amounts to the right."""
    from samenspel.words.formats import euro

    parties, columns = _columns(answer)
    rows = [[party, *(euro(column[party]) for column in columns.values())] for party in parties]
    table = [["", *columns], *rows]
    widths = [max(len(row[place]) for row in table) for place in range(len(table[0]))]
    for name, *cells in table:
        amounts = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        yield "  ".join([name.ljust(widths[0]), *amounts]).rstrip()


def _columns(
    answer: "GameAnswer | PlanAnswer",
) -> tuple[tuple[str, ...], dict[str, dict[str, int]]]:
    """Return the parties in the order of the file, and by heading what each pays."""
    from samenspel.core.sharing.answer import GameAnswer
    from samenspel.words.sharing import heading

    if isinstance(answer, GameAnswer):
        columns = {heading("alone"): answer.alone_cents}
        columns |= {heading(code): one.shares for code, one in answer.divisions.items()}
        return answer.parties, columns
    columns = {heading("pays"): answer.found.by_party()}
    for way in answer.ways:
        paid = {party: sum(years.values()) for party, years in way.pays.items()}
        if paid not in columns.values():
            columns[heading(str(way.kind))] = paid
    return answer.scenario.parties, columns
