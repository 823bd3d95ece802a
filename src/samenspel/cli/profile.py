# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel profile``: what makes a region special, from official figures."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.flags import installation_flags, settings

if TYPE_CHECKING:
    from samenspel.core.profile.report import Profile

FORMATS = ("text", "json", "csv")
LANGUAGES = ("en", "nl")


@click.command()
@installation_flags
@click.argument("code")
@click.option("--format", "kind", type=click.Choice(FORMATS), help="Default: text.")
@click.option("--json", "kind", flag_value="json", help="The same as --format json.")
@click.option("--year", type=int, help="The newest figures until this year. Default: the newest.")
@click.option("--compare", "others", multiple=True, help="Code of another region; repeatable.")
@click.option(
    "--indicator",
    default="income-per-inhabitant",
    show_default=True,
    help="The figure of which to show how differences grow.",
)
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
def profile(
    *,
    code: str,
    kind: str | None,
    year: int | None,
    others: Sequence[str],
    indicator: str,
    language: str,
) -> None:
    """
    Show what is special about a region, from official figures.

    CODE is that of a labour market region (AM05), COROP region (CR12), province (PV23) or
    municipality (GM0153), or several municipalities with commas between: a region of one's own.
    Needs no installation and no network. Where figures were loaded with 'samenspel data update',
    those count; --data names another folder.
    """
    from samenspel.cli.profile_text import told
    from samenspel.cli.speaking import speaking
    from samenspel.sources.loaded import use_loaded
    from samenspel.sources.profiles import checked_year, scales, subject_of
    from samenspel.sources.profiles import profile as profile_of
    from samenspel.words.profile_data import as_data

    use_loaded(Path(str(settings()["data"].value)))
    when = checked_year(year)
    found = [profile_of(subject_of(one), when) for one in (code, *others)]
    levels = scales(indicator, when)
    with speaking(language):
        if kind == "json":
            data = as_data(found[0], levels, indicator)
            if others:
                data["compare"] = [as_data(one, levels, indicator) for one in found[1:]]
            click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        elif kind == "csv":
            click.echo(_table(found), nl=False)
        else:
            click.echo("\n".join(told(found, levels, indicator)))


def _table(found: Iterable["Profile"]) -> str:
    from samenspel.words.profile_data import COLUMNS, rows

    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in found:
        writer.writerows(rows(one))
    return written.getvalue()
