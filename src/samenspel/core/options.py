# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The settings of an installation: one table, and one rule for which value counts.

A flag goes before the environment, the environment before the settings file, the file before the
default. Values arrive as text or TOML values and leave typed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from samenspel.core.errors import RuleError

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: its name in the file, its environment variable, how text becomes a value."""

    name: str
    variable: str
    default: Value
    parse: Callable[[str], Value]
    about: str
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A value with where it came from: ``flag``, ``environment``, ``file`` or ``default``."""

    option: Option
    value: Value
    origin: str


def _number(text: str) -> int:
    return int(text)


def _yes_no(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    return words[text.strip().lower()]


def _option(name: str, default: Value, about: str, *, secret: bool = False) -> Option:
    parse: Callable[[str], Value] = str
    if isinstance(default, bool):
        parse = _yes_no
    elif isinstance(default, int):
        parse = _number
    variable = "DATABASE_URL" if name == "database_url" else f"SAMENSPEL_{name.upper()}"
    return Option(name, variable, default, parse, about, secret)


OPTIONS: tuple[Option, ...] = (
    _option("data", "", "Folder with the database, backups and secret key."),
    _option("database_url", "", "PostgreSQL address; empty: SQLite in the data folder.", secret=True),
    _option("host", "127.0.0.1", "Address to listen on."),
    _option("port", 8000, "Port to listen on; 0 picks a free one."),
    _option("workers", 1, "Server processes; more than one is for PostgreSQL or many readers."),
    _option("allowed_hosts", "localhost,127.0.0.1,[::1]", "Host names to answer to, with commas."),
    _option("https", default=False, about="Served over HTTPS (by a proxy): secure cookies and HSTS."),
    _option("language", "nl", "Language of the first visit: nl or en."),
    _option("contact", "mailto:security@samenspel.example", "Where to report a weakness."),
    _option("keep_backups", 10, "How many automatic backups to keep."),
    _option("demo", default=False, about="Demonstration: one-time log-in links, loopback only."),
)


def resolve(
    flags: Mapping[str, Any], environment: Mapping[str, str], file: Mapping[str, Any]
) -> dict[str, Setting]:
    """
    Return each setting with its origin.

    Raises:
        RuleError: ``setting-unknown`` for a name in the file that is no setting,
            ``setting-invalid`` for a value of the wrong type.
    """
    known = {option.name for option in OPTIONS}
    if unknown := sorted(set(file) - known):
        raise RuleError("setting-unknown", name=unknown[0], known=", ".join(sorted(known)))
    return {option.name: _settle(option, flags, environment, file) for option in OPTIONS}


def _settle(
    option: Option, flags: Mapping[str, Any], environment: Mapping[str, str], file: Mapping[str, Any]
) -> Setting:
    if flags.get(option.name) is not None:
        return Setting(option, _typed(option, flags[option.name]), "flag")
    if option.variable in environment:
        return Setting(option, _typed(option, environment[option.variable]), "environment")
    if option.name in file:
        return Setting(option, _typed(option, file[option.name]), "file")
    return Setting(option, option.default, "default")


def _typed(option: Option, given: object) -> Value:
    """Return *given* in the option's own type; text is parsed, anything else must fit."""
    wanted = type(option.default)
    if isinstance(given, str):
        try:
            return option.parse(given)
        except (ValueError, KeyError):
            pass
    elif type(given) is wanted:
        return given  # type: ignore[return-value]  # mypy does not narrow on `type(x) is`
    raise RuleError("setting-invalid", name=option.name, value=given, wanted=wanted.__name__)
