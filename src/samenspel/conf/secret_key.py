# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The secret key of an installation: made once, in the data folder, for its owner only."""

import os
import secrets
from pathlib import Path
from tempfile import NamedTemporaryFile

from samenspel.core.errors import RuleError

SHORTEST = 50
"""Characters; fewer means that the file is not what was written."""


def secret_key(folder: Path) -> str:
    """
    Return the key in *folder*, making folder (0700) and key (0600) on first use.

    Raises:
        RuleError: ``data-folder-unusable`` or ``secret-key-damaged``.
    """
    path = folder / "secret-key"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        key = path.read_text("ascii").strip()
    except OSError as error:
        raise RuleError("data-folder-unusable", folder=folder, reason=error.strerror) from error
    except UnicodeDecodeError:
        key = ""
    if len(key) < SHORTEST:
        raise RuleError("secret-key-damaged", file=path)
    return key


def _make(path: Path) -> None:
    """Put a whole key in place at once, so that nobody reads half of it; who comes first wins."""
    with NamedTemporaryFile("w", encoding="ascii", dir=path.parent, prefix="secret-key-") as file:
        file.write(secrets.token_urlsafe(SHORTEST))
        file.flush()
        os.fsync(file.fileno())
        try:
            os.link(file.name, path)
        except FileExistsError:
            return
