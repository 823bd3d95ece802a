# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What of a table has come in so far, so that a download that broke off goes on where it was.

Text, one line for each page, each with the digest of all up to there. Whatever does not hold, such
as the last line of a process that was killed, is dropped.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from samenspel.sources.cbs.errors import SourceError
from samenspel.sources.cbs.paging import MAX_PAGES
from samenspel.sources.cbs.records import Observation, Page

_START = "0" * 64
MAX_ROWS = 2_000_000
"""Rows of one table; what we keep of the largest is a twentieth of that."""

Cell = str | None
Figure = tuple[str, tuple[str, ...], Cell, str]
"""A measure, its codes, its value as text, and its status."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is; ``after`` is empty at the start and, once ``done``, at the end."""

    digest: str = _START
    pages: int = 0
    received: int = 0
    total: int | None = None
    after: str = ""
    done: bool = False


class PartFile:
    """The pages of one state of one table from one source, which *heading* names."""

    def __init__(self, path: Path, heading: dict[str, str]) -> None:
        self._path = path
        self.progress = Progress()
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (path.is_file() and self._resume(heading)):
            self.progress = Progress()
            path.write_text("", encoding="utf-8")
            self._append(heading)

    def add(self, page: Page) -> None:
        """
        Write a page down, so that it survives whatever happens next.

        Raises:
            SourceError: ``endless-pages``, ``too-many-rows``, ``rows-differ``.
        """
        now = _further(self.progress, page)
        rows = [(one.measure, one.codes, _cell(one), one.status) for one in page.observations]
        self._append({"progress": [now.received, now.total, now.after], "rows": rows})
        self.progress = replace(now, digest=self.progress.digest)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures of all pages, a page at a time in memory."""
        with self._path.open(encoding="utf-8") as lines:
            next(lines)
            for line in lines:
                for measure, codes, value, status in json.loads(line[65:])["rows"]:
                    yield measure, tuple(codes), value, status

    def remove(self) -> None:
        """Throw it away."""
        self._path.unlink(missing_ok=True)

    def _append(self, content: dict[str, Any]) -> None:
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        digest = _digest(self.progress.digest, body)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{digest} {body}\n")
            file.flush()
            os.fsync(file.fileno())
        self.progress = replace(self.progress, digest=digest)

    def _resume(self, heading: dict[str, str]) -> bool:
        """Take up what is there; tell whether it is of this table and state."""
        good = 0
        with self._path.open("rb") as lines:
            for number, line in enumerate(lines):
                content = self._verified(line)
                if content is None or (number == 0 and content != heading):
                    break
                if number:
                    self._take(content)
                good += len(line)
        os.truncate(self._path, good)
        return good > 0

    def _verified(self, line: bytes) -> dict[str, Any] | None:
        """Return what a line holds, if it is whole and follows what came before."""
        digest, _, body = line.decode("utf-8", "replace").rstrip("\n").partition(" ")
        if not line.endswith(b"\n") or digest != _digest(self.progress.digest, body):
            return None
        self.progress = replace(self.progress, digest=digest)
        content: dict[str, Any] = json.loads(body)
        return content

    def _take(self, content: dict[str, Any]) -> None:
        received, total, after = content["progress"]
        self.progress = replace(
            self.progress,
            pages=self.progress.pages + 1,
            received=received,
            total=total,
            after=after,
            done=not after,
        )


def _further(progress: Progress, page: Page) -> Progress:
    received = progress.received + page.received
    total = page.total if progress.total is None else progress.total
    if progress.pages >= MAX_PAGES:
        raise SourceError("endless-pages", limit=MAX_PAGES)
    if received > MAX_ROWS:
        raise SourceError("too-many-rows", limit=MAX_ROWS)
    if total is not None and (received > total or (not page.after and received < total)):
        raise SourceError("rows-differ", total=total, received=received)
    return Progress(
        pages=progress.pages + 1,
        received=received,
        total=total,
        after=page.after,
        done=not page.after,
    )


def _cell(one: Observation) -> Cell:
    return None if one.value is None else str(one.value)


def _digest(before: str, body: str) -> str:
    return sha256(f"{before} {body}".encode()).hexdigest()
