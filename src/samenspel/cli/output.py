# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where what a command makes goes: to stdout, or whole or not at all to a file."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _

Command = Callable[..., Any]
STDOUT = "-"
_KEY = "samenspel.output"


def output_flags(command: Command) -> Command:
    """Give a command the flags that ``target`` and ``deliver`` read."""
    for flag, more in (
        ("--force", {"is_flag": True, "help": "Replace the file if it exists."}),
        ("--output", {"help": "File to write; '-' for stdout. Default: stdout."}),
    ):
        command = click.option(flag, callback=_remember, expose_value=False, **more)(command)
    return command


def target() -> str:
    """Return the file that was asked for, '-' for stdout."""
    given = click.get_current_context().meta.get(_KEY, {})
    return str(given.get("output") or STDOUT)


def to_replace() -> bool:
    """Tell whether a file that exists may be replaced."""
    return bool(click.get_current_context().meta.get(_KEY, {}).get("force"))


def deliver(data: bytes, what: str, *, text: bool) -> None:
    """
    Send what a command made to where it was asked to go.

    Raises:
        Problem: it is no *text* and would go to a terminal, or the file exists or cannot be made.
    """
    where = target()
    if where == STDOUT:
        show(data, what, text=text)
        return
    save(Path(where), data, force=to_replace())
    click.echo(_("Wrote %(file)s.") % {"file": where})


def show(data: bytes, what: str, *, text: bool) -> None:
    """
    Write to stdout.

    Raises:
        Problem: that is a terminal, and it is no *text*.
    """
    if not text and sys.stdout.isatty():
        refusal = _("%(what)s is no text to show. Send it to a file, or use --output.")
        raise Problem(refusal % {"what": what})
    sys.stdout.buffer.write(data)


def save(file: Path, data: bytes, *, force: bool) -> None:
    """
    Write a file, whole or not at all; only its owner may read it, since a draft may be in it.

    Raises:
        Problem: it exists and may not be replaced.
    """
    if file.exists() and not force:
        refusal = _("%(file)s exists already. Choose another name, or replace it with --force.")
        raise Problem(refusal % {"file": file})
    handle, half = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "wb") as open_file:
            open_file.write(data)
        Path(half).replace(file)
    finally:
        Path(half).unlink(missing_ok=True)


def _remember(context: click.Context, flag: click.Parameter, value: object) -> None:
    context.meta.setdefault(_KEY, {})[flag.name] = value
