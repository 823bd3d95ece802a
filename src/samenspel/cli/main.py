# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The command ``samenspel``.

Each group of commands has its module; they import Django and other heavy things inside their
functions, so that ``--help`` and what needs no database answer at once.
"""

import os
import sys
from collections.abc import Callable

import click

from samenspel import __version__
from samenspel.cli import (
    backup,
    calendar,
    check,
    config,
    data,
    deals,
    demo,
    figures,
    funding,
    init,
    ledger,
    manage,
    profile,
    remind,
    serve,
    share,
    user,
    workbook,
)
from samenspel.cli.speaking import ENGLISH, _, give_language_flag, speak
from samenspel.core.errors import RuleError
from samenspel.core.problems import RecordError

BAD_INPUT = 2
INTERRUPTED = 130


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="samenspel", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Keep the joint socio-economic agenda of a region."""
    speak(ENGLISH)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (
    demo.demo,
    serve.serve,
    init.init,
    workbook.import_,
    workbook.export,
    check.check,
    deals.deals,
    funding.funding,
    calendar.calendar,
    share.share,
    remind.remind,
    ledger.ledger,
    user.user,
    backup.backup,
    backup.restore,
    config.config,
    data.data,
    figures.figures,
    profile.profile,
    manage.manage,
):
    commands.add_command(command)
    give_language_flag(command)


def main() -> None:
    """Run the command line and end the process: 0 done, 1 found wrong, 2 not possible so."""
    os.umask(0o077)
    sys.exit(guarded(lambda: commands.main(prog_name="samenspel", standalone_mode=False)))


def guarded(run: Callable[[], object]) -> int:
    """Return the exit status of *run*; whatever a person can mend becomes one line on stderr."""
    try:
        status = run()
    except click.exceptions.Abort:
        return INTERRUPTED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except expected_errors() as error:
        text = sentence(error)
        refusal = _("Error: %(text)s") % {"text": f"{text[:1].upper()}{text[1:]}"}
        click.echo(refusal, err=True)
        return BAD_INPUT
    return status if isinstance(status, int) else 0


def expected_errors() -> tuple[type[Exception], ...]:
    """Return what may go wrong outside the program; the database's errors once it is in use."""
    database = sys.modules.get("django.db")
    found = (database.DatabaseError,) if database else ()
    return (RuleError, RecordError, click.ClickException, OSError, *found)


def sentence(error: Exception) -> str:
    """Return what went wrong and what to do as one line."""
    if isinstance(error, click.UsageError):
        name = error.ctx.command_path if error.ctx else "samenspel"
        return f"{_one_line(error.format_message())} See '{name} --help'."
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, RuleError | RecordError):
        from samenspel.cli.installation import explained

        return explained(error)
    if isinstance(error, OSError):
        return f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
    return _("the database refuses: %(why)s") % {"why": _one_line(str(error))}


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
