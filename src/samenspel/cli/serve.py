# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel serve``: the real thing."""

import webbrowser
from pathlib import Path

import click

from samenspel.cli.flags import installation_flags, setting_flags, settings
from samenspel.cli.installation import start_installation
from samenspel.cli.speaking import _


@click.command()
@installation_flags
@setting_flags("host", "port", "workers", "allowed_hosts", "https")
@click.option("--open/--no-open", "opens", default=False, help="Open a browser.")
@click.pass_context
def serve(context: click.Context, *, opens: bool) -> None:
    """
    Serve the data folder until Ctrl-C.

    Brings the database up to date first, and makes a backup of SQLite before it does.
    """
    from samenspel.cli.lock import serving
    from samenspel.cli.server import free_address, run

    found = {name: setting.value for name, setting in settings().items()}
    address = free_address(
        str(found["host"]), int(found["port"]), loopback_only=bool(found["demo"])
    )

    def ready() -> None:
        click.echo(_("Samenspel is at %(url)s/ (Ctrl-C stops it).") % {"url": address.url})
        if opens:
            webbrowser.open(address.url)

    with serving(Path(str(found["data"]))):
        start_installation()
        context.exit(run(address, workers=int(found["workers"]), ready=ready))
