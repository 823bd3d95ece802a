# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A backup: one zip file (0600) with the database, the settings file and a note of what it is.

The secret key is left out on purpose: who reads a copy of a backup must not be able to forge
log-ins. After a restore on another computer people log in again.
"""

import json
import os
import re
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from samenspel import __version__
from samenspel.cli.problems import Problem
from samenspel.cli.progress import working
from samenspel.cli.speaking import _
from samenspel.sources.configuration import FILE_NAME

NOTE = "about.json"
SQLITE = "samenspel.sqlite3"
POSTGRESQL = "samenspel.dump"
LONGEST_NOTE = 10_000
AUTOMATIC = "-automatic.zip"


@dataclass(frozen=True, slots=True)
class Note:
    """What a backup says of itself."""

    content: str
    sha256: str
    size: int
    version: str = __version__


def free_name(folder: Path, ending: str = ".zip") -> Path:
    """Return a name in *folder* that tells the time (UTC) and is not yet taken."""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    names = (folder / f"samenspel-{stamp}{extra}{ending}" for extra in _extras())
    return next(name for name in names if not name.exists())


def _extras() -> Iterator[str]:
    yield ""
    number = 1
    while True:
        number += 1
        yield f"-{number}"


def pack(database: Path, settings_file: Path, target: Path) -> None:
    """
    Put *database* and, when it is there, *settings_file* into *target*, whole or not at all.

    Raises:
        Problem: *target* exists.
    """
    if target.exists():
        refusal = _("%(file)s exists already. Choose another name with --output.")
        raise Problem(refusal % {"file": target})
    half = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(half, "x", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
            half.chmod(0o600)
            with working(_("Packing")):
                note = Note(database.name, _digest(database), database.stat().st_size)
                file.writestr(NOTE, json.dumps(asdict(note), indent=2))
                file.write(database, database.name)
            if settings_file.is_file():
                file.write(settings_file, FILE_NAME)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def unpacked(source: Path, beside: Path) -> Iterator[Path]:
    """
    Yield the folder with what is in *source*, checked against its note; on the disk of *beside*.

    Raises:
        Problem: it is no backup of Samenspel, or it is damaged.
    """
    with TemporaryDirectory(dir=beside, prefix="restore-") as folder:
        try:
            with working(_("Unpacking")):
                _unpack(source, Path(folder))
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as error:
            refusal = _("%(file)s is not a backup of Samenspel, or it is damaged.")
            raise Problem(refusal % {"file": source}) from error
        yield Path(folder)


def _unpack(source: Path, folder: Path) -> None:
    with zipfile.ZipFile(source) as file:
        note = _note(file)
        _check_age(note)
        names = set(file.namelist())
        if note.content not in {SQLITE, POSTGRESQL} or names - {NOTE, FILE_NAME, note.content}:
            raise zipfile.BadZipFile
        for name in names - {NOTE}:
            with file.open(name) as packed, (folder / name).open("wb") as whole:
                _copy(packed, whole, note.size if name == note.content else LONGEST_NOTE)
    database = folder / note.content
    if database.stat().st_size != note.size or _digest(database) != note.sha256:
        raise zipfile.BadZipFile


def _note(file: zipfile.ZipFile) -> Note:
    """Read the note within bounds: the file may come from anywhere."""
    try:
        with file.open(NOTE) as packed:
            return Note(**json.loads(packed.read(LONGEST_NOTE)))
    except (KeyError, TypeError, ValueError) as error:
        raise zipfile.BadZipFile from error


def _check_age(note: Note) -> None:
    """Raise ``Problem`` when a later version made the backup: its tables may differ."""
    made_by, this = (
        tuple(map(int, re.findall(r"\d+", one))) for one in (note.version, __version__)
    )
    if made_by > this:
        refusal = _(
            "this backup is of version %(later)s, later than this one (%(this)s). "
            "Install that version first."
        )
        raise Problem(refusal % {"later": note.version, "this": __version__})


def _copy(packed: IO[bytes], whole: IO[bytes], longest: int) -> None:
    """Copy at most *longest* bytes and one more, by which too much shows."""
    remaining = longest + 1
    while remaining and (part := packed.read(min(remaining, 2**20))):
        whole.write(part)
        remaining -= len(part)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def keep_newest(folder: Path, count: int) -> None:
    """Drop automatic backups in *folder* except the newest *count*."""
    for old in sorted(folder.glob(f"samenspel-*{AUTOMATIC}"), key=_age)[:-count]:
        old.unlink()


def _age(path: Path) -> tuple[str, int, str]:
    """Order backups of one second by the number that follows it: none, 2, ... 9, 10."""
    return path.name[: len("samenspel-20261124T000000Z")], len(path.name), path.name
