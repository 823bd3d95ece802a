# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Loading a table: from the first service that can give it, page by page, into an edition."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from samenspel.sources.cbs.addresses import Source, table_code
from samenspel.sources.cbs.editions import Edition, Origin, find_edition, write_edition
from samenspel.sources.cbs.errors import SourceError
from samenspel.sources.cbs.part_file import PartFile
from samenspel.sources.cbs.records import About
from samenspel.sources.cbs.service import LEVELS, Service
from samenspel.sources.cbs.transport import Get
from samenspel.sources.cbs.v3 import V3
from samenspel.sources.cbs.v4 import V4

Told = Callable[[int, int | None], None]
"""Is told how many rows have come, of how many in all where that is known."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An edition, and whether it is new here."""

    edition: Edition
    is_new: bool


def services_of(source: Source, get: Get) -> tuple[Service, ...]:
    """Return the services of a source, the one to ask first first."""
    return V4(get, source.v4), V3(get, source.v3, source.v3_catalogue)


def load(
    code: str, services: Sequence[Service], store: Path, *, at: datetime, told: Told
) -> Loaded:
    """
    Return a table as the first service that can gives it, loaded unless it is there already.

    What came in before a failure is kept beside the editions, and the next time goes on from there.

    Raises:
        SourceError: no service can; of the failures it is the one that tells most.
    """
    table_code(code)
    failures = []
    for service in services:
        try:
            return _load_from(service, code, store, at, told)
        except SourceError as error:
            failures.append(error)
    raise _most_telling(failures)


def _most_telling(failures: Sequence[SourceError]) -> SourceError:
    """Return the last failure that says more than that the table is not there."""
    telling = [error for error in failures if error.code != "missing"]
    return telling[-1] if telling else failures[0]


def _load_from(service: Service, code: str, store: Path, at: datetime, told: Told) -> Loaded:
    about = _about(service, code)
    if there := find_edition(store, about, LEVELS):
        return Loaded(there, is_new=False)
    table = service.table(about)
    part = PartFile(_part_path(store, about, service), _heading(service, about))
    while not part.progress.done:
        told(part.progress.received, part.progress.total)
        part.add(service.page(table, part.progress.after, part.progress.received))
    told(part.progress.received, part.progress.received)
    if _about(service, code) != about:
        part.remove()
        raise SourceError("changed-meanwhile", table=code)
    origin = Origin(service.base, service.protocol, at, LEVELS)
    edition = write_edition(store, table, origin, part.figures())
    for path in (store / about.code).glob(".part-*"):
        path.unlink()
    return Loaded(edition, is_new=True)


def _about(service: Service, code: str) -> About:
    """Return what the service says of a table, once it is about that table."""
    about = service.about(code)
    if table_code(about.code).lower() != code.lower():
        raise SourceError("unexpected-answer", part=about.code)
    return about


def _part_path(store: Path, about: About, service: Service) -> Path:
    return store / about.code / f".part-{service.protocol}"


def _heading(service: Service, about: About) -> dict[str, str]:
    """Return what must be the same for pages that came earlier to be of use."""
    return {
        "format": "1",
        "table": about.code,
        "edition": about.edition,
        "base": service.base,
        "levels": " ".join(LEVELS),
    }
