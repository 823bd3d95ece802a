# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Files that were built for a download, kept for whoever asks for the same content.

A workbook costs up to seconds to build and anybody may ask for it. What was built stands in a
folder that all processes share, by the digest of what is in it: other content has another name.
Only what everyone may read is kept.
"""

import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from samenspel import __version__

MOST_FILES, MOST_BYTES = 200, 100 * 10**6
"""What the folder holds at most; what was asked for longest ago goes first."""


def digest_of(content: str, kind: str) -> str:
    """Return the SHA-256 of what a file would hold: content, format and version of this program."""
    parts = (kind, __version__, content)
    return sha256("\n".join(parts).encode()).hexdigest()


def exported(digest: str, kind: str, build: Callable[[], bytes]) -> bytes:
    """Return the file with this digest in one format, built at most once while it is kept."""
    kept = _folder() / f"{digest}.{kind}"
    try:
        data = kept.read_bytes()
        os.utime(kept)
    except FileNotFoundError:
        data = build()
        _keep(kept, data)
    return data


def _folder() -> Path:
    return Path(settings.DATA) / "exports"


def _keep(path: Path, data: bytes) -> None:
    """Write a file for its owner only and in one go, then make room."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).replace(path)
    _make_room(path.parent)


def _make_room(folder: Path) -> None:
    left, room = MOST_FILES, MOST_BYTES
    for _, size, path in sorted(_sizes(folder), reverse=True):
        left, room = left - 1, room - size
        if left < 0 or room < 0:
            path.unlink(missing_ok=True)


def _sizes(folder: Path) -> list[tuple[int, int, Path]]:
    """Return (moment, bytes, path) of each file; another process may remove one meanwhile."""
    found = []
    for path in folder.iterdir():
        try:
            facts = path.stat()
        except FileNotFoundError:
            continue
        found.append((facts.st_mtime_ns, facts.st_size, path))
    return found
