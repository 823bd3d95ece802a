# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel profile``: what makes a region special, from official figures."""

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path, PurePath

import click

from samenspel.cli.clock import today
from samenspel.cli.flags import installation_flags, settings
from samenspel.cli.output import deliver, output_flags, target
from samenspel.cli.profile_charts import SVG, chart_flag, chart_name, deliver_charts

TEXTS = ("text", "json", "csv", "html")
FORMATS = (*TEXTS, "pdf", SVG)
DRAWN = {"html", "pdf", SVG}


@click.command()
@installation_flags
@output_flags
@chart_flag
@click.argument("code")
@click.option("--format", "kind", type=click.Choice(FORMATS), help="Default: by the file, or text.")
@click.option("--json", "kind", flag_value="json", help="The same as --format json.")
@click.option("--year", type=int, help="The newest figures until this year. Default: the newest.")
@click.option("--compare", "others", multiple=True, help="Code of another region; repeatable.")
@click.option(
    "--indicator",
    default="income-per-inhabitant",
    show_default=True,
    help="The figure of which to show how differences grow.",
)
def profile(
    *,
    code: str,
    kind: str | None,
    year: int | None,
    others: Sequence[str],
    indicator: str,
) -> None:
    """
    Show what is special about a region, from official figures.

    CODE is that of a labour market region (AM05), COROP region (CR12), province (PV23) or
    municipality (GM0153), or several municipalities with commas between: a region of one's own.
    Needs no installation and no network. Where figures were loaded with 'samenspel data update',
    those count; --data names another folder.
    """
    from samenspel.charts.beside import drawing_beside

    chosen = kind or (SVG if chart_name() else _format_of(target()))
    with drawing_beside() if chosen in DRAWN else nullcontext():
        _deliver((code, *others), chosen, year, indicator)


def _deliver(codes: Sequence[str], chosen: str, year: int | None, indicator: str) -> None:
    from samenspel.cli.profile_file import made
    from samenspel.cli.speaking import speaking
    from samenspel.documents.profile import Asked
    from samenspel.sources.loaded import use_loaded
    from samenspel.sources.profiles import checked_year, scales, subject_of
    from samenspel.sources.profiles import profile as profile_of

    use_loaded(Path(str(settings()["data"].value)))
    when = checked_year(year)
    found = tuple(profile_of(subject_of(one), when) for one in codes)
    with speaking():
        asked = Asked(found, scales(indicator, when), indicator)
        if chosen == SVG:
            return deliver_charts(asked)
        data = made(chosen, asked, on=today())
    return deliver(data, chosen.upper(), text=chosen in TEXTS)


def _format_of(file: str) -> str:
    """Return the format that the name of a file asks for; text when it asks for none."""
    ending = PurePath(file).suffix.removeprefix(".").lower()
    return ending if ending in FORMATS else "text"
