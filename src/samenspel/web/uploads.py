# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Files that arrive: bounded while they come in, kept for a while between preview and import.

What is kept is the record that was read from a workbook, as plain JSON in the data folder, for the
account alone; it goes away when it is used or after an hour.
"""

import hashlib
import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler

from samenspel.core.record_json import dumps, loads
from samenspel.core.region_record import RegionRecord
from samenspel.sources.spreadsheet.bounds import MAX_FILE

KEPT_SECONDS = 3600
_ROOM_FOR_FIELDS = 64 * 1024
"""Bytes of a form around its file."""


class BoundedUpload(MemoryFileUploadHandler):
    """Refuses a request with more than one workbook's bytes before it is read."""

    def handle_raw_input(self, *args: Any, **_more: Any) -> None:
        """Raise RequestDataTooBig, which answers 400, when the body is too large."""
        _data, _headers, content_length, *_rest = args
        if content_length > MAX_FILE + _ROOM_FOR_FIELDS:
            raise RequestDataTooBig("The file is larger than a workbook may be.")
        self.activated = True


def keep(record: RegionRecord, at: datetime) -> tuple[str, str]:
    """Keep *record* for an hour; return the token and the digest by which to ask for it."""
    folder = _folder()
    _drop_old(folder, at)
    text = dumps(record).encode()
    token = secrets.token_hex(16)
    handle = os.open(folder / f"{token}.json", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(text)
    return token, hashlib.sha256(text).hexdigest()


def kept(token: str, digest: str, at: datetime) -> RegionRecord | None:
    """Return a kept record; None when it is gone, too old or not what was kept."""
    path = _path(token)
    if path is None or not path.is_file() or _age(path, at) > KEPT_SECONDS:
        return None
    text = path.read_bytes()
    if not secrets.compare_digest(hashlib.sha256(text).hexdigest(), digest):
        return None
    return loads(text.decode())


def drop(token: str) -> None:
    """Forget a kept record."""
    path = _path(token)
    if path is not None:
        path.unlink(missing_ok=True)


def _folder() -> Path:
    folder = Path(settings.DATA) / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _path(token: str) -> Path | None:
    """Return the file of a token, which is nothing but hexadecimal digits."""
    return _folder() / f"{token}.json" if token.isalnum() and token.isascii() else None


def _drop_old(folder: Path, at: datetime) -> None:
    for path in folder.glob("*.json"):
        if _age(path, at) > KEPT_SECONDS:
            path.unlink(missing_ok=True)


def _age(path: Path, at: datetime) -> float:
    """Return how many seconds ago a file was written; it may vanish meanwhile."""
    try:
        return at.timestamp() - path.stat().st_mtime
    except FileNotFoundError:
        return KEPT_SECONDS + 1.0
