# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the settings of an installation stand: flags, environment and settings file."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samenspel.core.errors import RuleError
from samenspel.core.options import Setting, resolve

FILE_NAME = "samenspel.toml"
"""The settings file in the data folder."""


def default_folder() -> Path:
    """Return the data folder of who names none."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "samenspel"


def settle(flags: Mapping[str, str]) -> dict[str, Setting]:
    """
    Return every setting as it holds for this process, with its origin.

    Raises:
        RuleError: ``settings-file-missing``, ``settings-file-invalid`` or one of
            ``core.options.resolve``.
    """
    folder = flags.get("data") or os.environ.get("SAMENSPEL_DATA") or default_folder()
    named = flags.get("settings") or os.environ.get("SAMENSPEL_SETTINGS")
    path = Path(named or Path(folder) / FILE_NAME)
    if named and not path.is_file():
        raise RuleError("settings-file-missing", file=path)
    defaults = {"data": str(default_folder())}
    return resolve(flags, os.environ, _read(path) if path.is_file() else {}, defaults)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError("settings-file-invalid", file=path, reason=error) from error
