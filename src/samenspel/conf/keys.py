# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The two keys of an installation: made once, in the data folder, for its owner only."""

import os
import secrets
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from samenspel.core.errors import RuleError
from samenspel.core.signing import KEY_BYTES, parse_key

SHORTEST = 50
"""Characters; fewer means that the file is not what was written."""


def secret_key(folder: Path) -> str:
    """
    Return the key in *folder* that guards sessions, making folder (0700) and key (0600) at first.

    Raises:
        RuleError: ``data-folder-unusable`` or ``secret-key-damaged``.
    """
    path = folder / "secret-key"
    key = _kept(path, lambda: secrets.token_urlsafe(SHORTEST))
    if len(key) < SHORTEST:
        raise RuleError("secret-key-damaged", file=path)
    return key


def signing_key(folder: Path) -> bytes:
    """
    Return the Ed25519 key in *folder* that signs heads of the ledger, made and kept the same way.

    Raises:
        RuleError: ``data-folder-unusable`` or ``signing-key-damaged``.
    """
    path = folder / "signing-key"
    try:
        return parse_key(_kept(path, lambda: secrets.token_hex(KEY_BYTES)))
    except ValueError as error:
        raise RuleError("signing-key-damaged", file=path) from error


def link_key(secret: str) -> bytes:
    """Return the key that signs links in mail, made from the secret key of the installation."""
    return sha256(b"samenspel links in mail\0" + secret.encode()).digest()


def _kept(path: Path, make: Callable[[], str]) -> str:
    """Return the text of a file, empty when it is no text; *make* it when it is not there."""
    folder = path.parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _write(path, make())
        return path.read_text("ascii").strip()
    except OSError as error:
        raise RuleError("data-folder-unusable", folder=folder, reason=error.strerror) from error
    except UnicodeDecodeError:
        return ""


def _write(path: Path, key: str) -> None:
    """Put a whole key in place at once, so that nobody reads half of it; who comes first wins."""
    prefix = f"{path.name}-"
    with NamedTemporaryFile("w", encoding="ascii", dir=path.parent, prefix=prefix) as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
        try:
            os.link(file.name, path)
        except FileExistsError:
            return
