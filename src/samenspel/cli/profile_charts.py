# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The charts of ``samenspel profile``: one, all in one file, or all as files in a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.output import STDOUT, deliver, save, target, to_replace
from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _

if TYPE_CHECKING:
    from samenspel.charts.chart import Chart
    from samenspel.documents.profile import Asked

Command = Callable[..., Any]
SVG = "svg"
_KEY = "samenspel.chart"


def chart_flag(command: Command) -> Command:
    """Give a command the flag that ``deliver_charts`` reads."""
    return click.option(
        "--chart",
        metavar="NAME",
        callback=_remember,
        expose_value=False,
        help="Only this chart, as SVG. Default: all in one file, or in the folder of --output.",
    )(command)


def chart_name() -> str | None:
    """Return the chart that was asked for."""
    name: str | None = click.get_current_context().meta.get(_KEY)
    return name


def deliver_charts(asked: "Asked") -> None:
    """
    Draw the chart that was asked for, or all: in one file, or into a folder, which is made.

    Raises:
        Problem: there is no such chart, or a file may not be replaced.
    """
    from samenspel.charts.profile import profile_charts

    if len(asked.found) > 1:
        raise Problem(_("a chart is of one region. Leave out --compare."))
    charts = profile_charts(asked.found[0], asked.levels, asked.indicator)
    if name := chart_name():
        deliver(_drawn(_named(charts, name)), "SVG", text=True)
    elif target() == STDOUT or target().endswith(f".{SVG}"):
        deliver(_sheet(charts), "SVG", text=True)
    else:
        _deliver_each(charts, Path(target()))


def _named(charts: "list[Chart]", name: str) -> "Chart":
    for one in charts:
        if one.name == name:
            return one
    there = ", ".join(one.name for one in charts)
    refusal = _("no chart '%(name)s' can be drawn of this region. There are: %(there)s.")
    raise Problem(refusal % {"name": name, "there": there})


def _deliver_each(charts: "list[Chart]", folder: Path) -> None:
    if folder.is_file():
        refusal = _("%(folder)s is a file. Name a folder, or a file that ends in .%(ending)s.")
        raise Problem(refusal % {"folder": folder, "ending": SVG})
    folder.mkdir(parents=True, exist_ok=True)
    for one in charts:
        save(folder / f"{one.name}.{SVG}", _drawn(one), force=to_replace())
    names = ", ".join(one.name for one in charts)
    told = {"count": len(charts), "folder": folder, "names": names}
    click.echo(_("Wrote %(count)s charts in %(folder)s: %(names)s.") % told)


def _sheet(charts: "list[Chart]") -> bytes:
    from samenspel.charts.sheet import sheet

    return sheet(charts)


def _drawn(one: "Chart") -> bytes:
    from samenspel.charts.render import svg_file

    return svg_file(one)


def _remember(context: click.Context, _flag: click.Parameter, value: str | None) -> None:
    context.meta[_KEY] = value
