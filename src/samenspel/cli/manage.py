# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel manage``: Django's own commands on this installation."""

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import set_up


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@installation_flags
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """
    Run a command of Django, for who develops or repairs.

    Flags of Samenspel go before the command, those of Django after it. Errors are Django's own.
    """
    set_up()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["samenspel manage", *arguments])
