# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The settings of an installation: one table, and one rule for which value counts.

A flag goes before the environment, the environment before the settings file, the file before the
default. Values arrive as text or TOML values and leave typed. An empty variable counts as not set.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from samenspel.core.errors import RuleError

Value = str | int | bool

_YES_NO = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Option:
    """
    One setting; the type of ``default`` is its type.

    ``pattern`` is what its text must match and ``wanted`` says so in words; a whole number lies
    between ``lowest`` and ``highest``. ``in_file`` is False where the file would name itself.
    """

    name: str
    default: Value
    about: str
    pattern: str = ""
    wanted: str = "text"
    lowest: int = 0
    highest: int = 0
    secret: bool = False
    in_file: bool = True

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "DATABASE_URL" if self.name == "database_url" else f"SAMENSPEL_{self.name.upper()}"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value with where it came from: ``flag``, ``environment``, ``file`` or ``default``."""

    option: Option
    value: Value
    origin: str


OPTIONS: tuple[Option, ...] = (
    Option("data", "", "Folder with the database, the backups and the secret key."),
    Option("settings", "", "Settings file; else samenspel.toml in the data folder.", in_file=False),
    Option(
        "database_url",
        "",
        "PostgreSQL address; empty: SQLite in the data folder.",
        pattern=r"postgres(ql)?://\S+",
        wanted="an address like postgresql://user:password@host/database",
        secret=True,
    ),
    Option("host", "127.0.0.1", "Address to listen on."),
    Option("port", 8000, "Port to listen on; 0 picks a free one.", highest=65535),
    Option(
        "workers",
        1,
        "Server processes; more than one is for PostgreSQL or many readers.",
        lowest=1,
        highest=64,
    ),
    Option("allowed_hosts", "localhost,127.0.0.1,[::1]", "Host names to answer to, with commas."),
    Option("https", default=False, about="Served over HTTPS by a proxy: secure cookies and HSTS."),
    Option(
        "language",
        "nl",
        "Language of the first visit: nl or en.",
        pattern="nl|en",
        wanted="nl or en",
    ),
    Option(
        "contact",
        "mailto:security@samenspel.example",
        "Where to report a weakness.",
        pattern=r"(mailto:|https://)\S+",
        wanted="a mailto: or https:// address",
    ),
    Option("keep_backups", 10, "How many automatic backups to keep.", lowest=1, highest=10_000),
    Option(
        "mail",
        "console",
        "Where mail goes: console, file (a folder in the data folder) or a mail server, such as "
        "smtp+tls://user@host:587.",
        pattern=r"console|file|smtp(s|\+tls)?://([^\s/@]+@)?[^\s/@:]+(:[0-9]{1,5})?",
        wanted="console, file, or an address like smtp+tls://user@host:587",
    ),
    Option("mail_password", "", "Password of the user at the mail server.", secret=True),
    Option(
        "mail_from",
        "samenspel@localhost",
        "Sender of mail.",
        pattern=r"[^\s@<>]+@[^\s@<>]+",
        wanted="an e-mail address",
    ),
    Option(
        "demo",
        default=False,
        about="Demonstration: example regions, only for this computer itself.",
    ),
)


def resolve(
    flags: Mapping[str, Any],
    environment: Mapping[str, str],
    file: Mapping[str, Any],
    defaults: Mapping[str, Value],
) -> dict[str, Setting]:
    """
    Return each setting with its origin; *defaults* replace those of the table.

    Raises:
        RuleError: ``setting-unknown`` for a name in the file that is no setting,
            ``setting-invalid`` for a value that does not fit.
    """
    known = sorted(option.name for option in OPTIONS if option.in_file)
    if unknown := sorted(set(file) - set(known)):
        raise RuleError("setting-unknown", name=unknown[0], known=", ".join(known))
    sources = {"flag": flags, "environment": _by_name(environment), "file": file}
    table = (replace(one, default=defaults.get(one.name, one.default)) for one in OPTIONS)
    return {option.name: _settle(option, sources) for option in table}


def _by_name(environment: Mapping[str, str]) -> dict[str, str]:
    return {o.name: environment[o.variable] for o in OPTIONS if environment.get(o.variable)}


def _settle(option: Option, sources: Mapping[str, Mapping[str, Any]]) -> Setting:
    for origin, given in sources.items():
        if given.get(option.name) is not None:
            return Setting(option, _typed(option, given[option.name], origin), origin)
    return Setting(option, option.default, "default")


def _typed(option: Option, given: object, origin: str) -> Value:
    """Return *given* in the option's own type; text is parsed, anything else must fit."""
    value = _parse(option, given) if isinstance(given, str) else given
    if isinstance(value, bool | int | str) and _fits(option, value):
        return value
    where = _WHERE[origin].format(option.name.replace("_", "-"), option.variable)
    shown = "(not shown)" if option.secret else given
    raise RuleError(
        "setting-invalid", name=option.name, value=shown, wanted=_wanted(option), where=where
    )


_WHERE = {"flag": "--{0}", "environment": "{1}", "file": "the settings file"}


def _parse(option: Option, text: str) -> Value | None:
    """Return the value that *text* stands for, or None."""
    if isinstance(option.default, bool):
        return _YES_NO.get(text.strip().lower())
    if isinstance(option.default, int):
        plain = text.strip()
        return int(plain) if re.fullmatch(r"[0-9]{1,9}", plain) else None
    return text


def _fits(option: Option, value: Value) -> bool:
    if type(value) is not type(option.default):
        return False
    if isinstance(value, str):
        return not option.pattern or re.fullmatch(option.pattern, value) is not None
    return isinstance(value, bool) or option.lowest <= value <= option.highest


def _wanted(option: Option) -> str:
    if isinstance(option.default, bool):
        return "true or false"
    if isinstance(option.default, int):
        return f"a whole number from {option.lowest} to {option.highest}"
    return option.wanted
