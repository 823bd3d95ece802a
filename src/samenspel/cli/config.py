# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel config``: every setting with its value and where that came from."""

import json

import click

from samenspel.cli.flags import setting_flags, settings
from samenspel.core.options import OPTIONS, Setting, Value

_FLAGS = [option.name for option in OPTIONS if not option.secret and option.name != "demo"]


@click.command()
@setting_flags(*_FLAGS)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def config(*, as_json: bool) -> None:
    """
    Show every setting, its value and where that came from.

    A flag goes before an environment variable, that before the settings file (samenspel.toml in the
    data folder), that before the default. Secrets are not shown.
    """
    found = settings().values()
    if as_json:
        click.echo(json.dumps([_as_data(setting) for setting in found], indent=2))
        return
    for setting in found:
        click.echo(f"{setting.option.name} = {_text(setting)}   ({setting.origin})")
        click.echo(f"    {setting.option.variable}: {setting.option.about}")


def _shown(setting: Setting) -> Value:
    return "***" if setting.option.secret and setting.value else setting.value


def _text(setting: Setting) -> str:
    return json.dumps(_shown(setting), ensure_ascii=False)


def _as_data(setting: Setting) -> dict[str, Value]:
    return {
        "name": setting.option.name,
        "value": _shown(setting),
        "origin": setting.origin,
        "variable": setting.option.variable,
        "about": setting.option.about,
    }
