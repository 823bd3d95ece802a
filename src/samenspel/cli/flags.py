# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Flags that set a setting: made from the table of settings, and remembered for the command."""

import os
from collections.abc import Callable
from typing import Any

import click

from samenspel.core.options import OPTIONS, Setting

Command = Callable[..., Any]
_KEY = "samenspel.flags"


def setting_flags(*names: str) -> Callable[[Command], Command]:
    """Give a command the flags of the settings *names*, in the order of the table."""

    def decorate(command: Command) -> Command:
        for option in reversed(OPTIONS):
            if option.name in names:
                flag = f"--{option.name.replace('_', '-')}"
                command = click.option(
                    flag, option.name, help=option.about, callback=_remember, expose_value=False
                )(command)
        return command

    return decorate


installation_flags = setting_flags("data", "settings")
"""The flags of every command that works on an installation; ``installation`` reads them."""


def given_flags() -> dict[str, str]:
    """Return the settings given as flags of the command that runs."""
    return dict(click.get_current_context().meta.get(_KEY, {}))


def settings() -> dict[str, Setting]:
    """Return the settings of this command, and hand them to the processes that it starts."""
    from samenspel.sources.configuration import settle

    flags = given_flags()
    found = settle(flags)
    os.environ.update({found[name].option.variable: text for name, text in flags.items()})
    return found


def _remember(context: click.Context, flag: click.Parameter, value: str | None) -> None:
    if value is not None and flag.name:
        context.meta.setdefault(_KEY, {})[flag.name] = value
