# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Keeps a restore and a running server apart, and two updates of the figures.

Servers hold a shared lock on a file in the data folder; a restore needs it alone. The system
lets go of it when a process ends, however it ends.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _

SERVING, UPDATING = "serving.lock", ".loading.lock"


@contextmanager
def serving(folder: Path) -> Iterator[None]:
    """Hold the lock as one of the servers of *folder*."""
    wait = _("a backup is being put back in %(folder)s. Try again when that is done.")
    with _held(folder / SERVING, fcntl.LOCK_SH, wait):
        yield


@contextmanager
def restoring(folder: Path) -> Iterator[None]:
    """Hold the lock alone."""
    stop = _("Samenspel is running on %(folder)s. Stop it first, then put the backup back.")
    with _held(folder / SERVING, fcntl.LOCK_EX, stop):
        yield


@contextmanager
def updating(folder: Path) -> Iterator[None]:
    """Hold the lock on a folder of figures alone."""
    wait = _("figures are being loaded into %(folder)s already. Try again when that is done.")
    with _held(folder / UPDATING, fcntl.LOCK_EX, wait):
        yield


@contextmanager
def _held(lock: Path, kind: int, refusal: str) -> Iterator[None]:
    folder = lock.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Problem(refusal % {"folder": folder}) from error
    else:
        yield
    finally:
        os.close(handle)
