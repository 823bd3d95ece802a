# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel demo``: two example regions on this computer, to look at and to try everything on."""

import os
import signal
import sys
import webbrowser
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from samenspel.cli.flags import given_flags, setting_flags, settings
from samenspel.cli.installation import database_file, start_installation
from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _
from samenspel.core.options import OPTIONS
from samenspel.sources.configuration import FILE_NAME

_KEPT = {"host", "port", "language", "contact"}
"""Settings that a demonstration takes from its environment; real data must stay out of reach."""


@click.command()
@setting_flags("data", "host", "port")
@click.option(
    "--open/--no-open", "opens", default=True, help="Open a browser (does so by default)."
)
@click.pass_context
def demo(context: click.Context, *, opens: bool) -> None:
    """
    Show two example regions: Twente 2018-2022 and a fictional one.

    Everything is in a temporary folder that goes when you stop it with Ctrl-C, or in --data, where
    it stays. Prints a link per role with which you log in once.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _shield()
    given = given_flags().get("data")
    with nullcontext(given) if given else TemporaryDirectory(prefix="samenspel-demo-") as folder:
        os.environ["SAMENSPEL_DATA"] = folder
        context.exit(_show(opens=opens))


def _show(*, opens: bool) -> int:
    from samenspel.cli.lock import serving
    from samenspel.cli.server import free_address, run

    found = settings()
    address = free_address(str(found["host"].value), int(found["port"].value), loopback_only=True)
    folder = Path(str(found["data"].value))
    with serving(folder):
        _prepare(folder)
        links = _links(address.url)

        def ready() -> None:
            at = {"url": address.url}
            click.echo(_("Samenspel shows its examples at %(url)s/ (Ctrl-C stops it).") % at)
            click.echo()
            click.echo(_("Log in on the fictional region, once per link, as:"))
            click.echo()
            for role, link in links.items():
                click.echo(f"  {role:<16}{link}")
            sys.stdout.flush()
            if opens:
                webbrowser.open(f"{address.url}/")

        return run(address, workers=1, ready=ready)


def _shield() -> None:
    """Forget settings that could lead to a real installation."""
    for option in OPTIONS:
        if option.name not in _KEPT:
            os.environ.pop(option.variable, None)


def _prepare(folder: Path) -> None:
    """
    Make *folder* a demonstration, or take the one that is there.

    Raises:
        Problem: it holds a real installation, or the settings of one.
    """
    found = settings()
    file = folder / FILE_NAME
    begun = file.exists() or database_file(found).exists()
    if found["database_url"].value or (begun and not found["demo"].value):
        refusal = _(
            "%(folder)s holds a real installation. Give the demonstration a folder of its own."
        )
        raise Problem(refusal % {"folder": folder})
    if not file.exists():
        file.write_text("demo = true\n", encoding="utf-8")
    start_installation()

    from samenspel.cli.demo_data import is_loaded, load, steps
    from samenspel.cli.progress import bar

    if not is_loaded():
        with bar(_("Loading the examples"), steps()) as shown:
            load(step=lambda: shown.update(1))


def _links(url: str) -> dict[str, str]:
    from django.utils import timezone

    from samenspel.cli.demo_data import login_tokens

    tokens = login_tokens(at=timezone.now())
    return {role: f"{url}/inloggen/eenmalig/{token}/" for role, token in tokens.items()}
