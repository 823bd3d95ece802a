# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The tables that were loaded, each state of a table in a folder of its own.

``<table>/<edition>/figures.csv`` has a column for each dimension, ``measure``, ``value`` and
``status``; ``about.json`` beside it says what they mean, where they come from and what the digest
of the figures is. A folder is there whole or not at all, and never changes.
"""

import csv
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import file_digest
from pathlib import Path
from typing import Any

from samenspel.sources.cbs.errors import SourceError
from samenspel.sources.cbs.part_file import Figure
from samenspel.sources.cbs.records import (
    About,
    Dimension,
    Kind,
    Measure,
    Member,
    Observation,
    Table,
)

FIGURES, ABOUT = "figures.csv", "about.json"
LICENCE = "CC BY 4.0"
SOURCE = "CBS"
_FORMAT = 1
_REST = ("measure", "value", "status")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an edition was taken from, when, and what of it: the beginnings of region codes."""

    address: str
    protocol: str
    retrieved_at: datetime
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A state of a table as it was loaded."""

    folder: Path
    table: Table
    origin: Origin
    rows: int
    sha256: str


def write_edition(store: Path, table: Table, origin: Origin, figures: Iterable[Figure]) -> Edition:
    """
    Write an edition, whole or not at all; one of the same name gives way.

    Raises:
        SourceError: ``contradiction``: the source gave two different figures for one place.
    """
    target = folder_of(store, table.about)
    half = target.with_name(f".new-{target.name}")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    rows = _write_figures(half / FIGURES, table, figures)
    edition = Edition(target, table, origin, rows, _digest(half / FIGURES))
    _write(half / ABOUT, json.dumps(_described(edition), indent=1, ensure_ascii=False) + "\n")
    _put_in_place(half, target)
    return edition


def editions(store: Path) -> tuple[Edition, ...]:
    """Return what was loaded, by table and then from old to new."""
    found = sorted(store.glob(f"[!.]*/[!.]*/{ABOUT}"))
    return tuple(_read_about(path) for path in found)


def stamp(store: Path) -> tuple[tuple[str, int], ...]:
    """Return what tells whether other editions are there than before: names and moments."""
    found = store.glob(f"[!.]*/[!.]*/{ABOUT}")
    return tuple(sorted((str(path), _moment(path)) for path in found))


def _moment(path: Path) -> int:
    """Return when a file was written; 0 when it has just made way for another."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def newest_editions(store: Path) -> tuple[tuple[Edition, ...], tuple[Path, ...]]:
    """Return what was loaded, from new to old, and the folders of editions that are damaged."""
    found, damaged = [], []
    for path in sorted(store.glob(f"[!.]*/[!.]*/{ABOUT}")):
        try:
            found.append(_read_about(path))
        except SourceError:
            damaged.append(path.parent)
    found.sort(key=lambda one: (one.table.about.modified, one.table.about.code), reverse=True)
    return tuple(found), tuple(damaged)


def find_edition(store: Path, about: About, levels: tuple[str, ...]) -> Edition | None:
    """Return the loaded edition of the state that *about* tells, with the same regions in it."""
    path = folder_of(store, about) / ABOUT
    found = _read_about(path) if path.is_file() else None
    return found if found and found.origin.levels == levels else None


def observations(edition: Edition, levels: tuple[str, ...] = ("",)) -> Iterator[Observation]:
    """
    Yield the figures of an edition, once their digest was found to hold.

    *levels* are how the codes of the regions begin that are wanted; the rest is quickly passed by.

    Raises:
        SourceError: ``edition-damaged``.
    """
    path = edition.folder / FIGURES
    try:
        is_whole = _digest(path) == edition.sha256
    except OSError:
        is_whole = False
    if not is_whole:
        raise SourceError("edition-damaged", folder=edition.folder)
    words = {one.code for one in edition.table.measures if one.is_text}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        region = edition.table.columns.index(Kind.REGION) if edition.table.region else None
        for *codes, measure, text, status in rows:
            if region is not None and not codes[region].startswith(levels):
                continue
            value = (text if measure in words else Decimal(text)) if text else None
            yield Observation(measure, tuple(codes), value, status)


def folder_of(store: Path, about: About) -> Path:
    """Return where the edition lies, or will lie."""
    return store / about.code / about.edition


def _write_figures(path: Path, table: Table, figures: Iterable[Figure]) -> int:
    """Write figures by the line, each place once; return how many there are."""
    seen: dict[int, int] = {}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((*table.columns, *_REST))
        for measure, codes, value, status in figures:
            place, content = hash((measure, codes)), hash((value, status))
            if place not in seen:
                writer.writerow((*codes, measure, "" if value is None else value, status))
            elif seen[place] != content:
                raise SourceError("contradiction", measure=measure, codes=", ".join(codes))
            seen[place] = content
        file.flush()
        os.fsync(file.fileno())
    return len(seen)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(half: Path, target: Path) -> None:
    """Give a finished folder its name; a folder that has it already steps aside first."""
    old = target.with_name(f".old-{target.name}")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    half.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _described(edition: Edition) -> dict[str, Any]:
    """Return an edition as it stands in ``about.json``."""
    table, origin = edition.table, edition.origin
    return {
        "format": _FORMAT,
        "table": table.about.code,
        "title": table.about.title,
        "edition": table.about.edition,
        "modified": table.about.modified,
        "period": table.about.period,
        "source": SOURCE,
        "licence": LICENCE,
        "address": origin.address,
        "protocol": origin.protocol,
        "retrieved_at": origin.retrieved_at.isoformat(timespec="seconds"),
        "levels": origin.levels,
        "rows": edition.rows,
        "sha256": edition.sha256,
        "dimensions": [asdict(one) for one in table.dimensions],
        "measures": [asdict(one) for one in table.measures],
    }


def _read_about(path: Path) -> Edition:
    """
    Return the edition that an ``about.json`` describes.

    Raises:
        SourceError: ``edition-damaged``.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
        return Edition(
            path.parent, _table(content), _origin(content), content["rows"], content["sha256"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError("edition-damaged", folder=path.parent) from error


def _origin(content: dict[str, Any]) -> Origin:
    return Origin(
        content["address"],
        content["protocol"],
        datetime.fromisoformat(content["retrieved_at"]),
        tuple(content["levels"]),
    )


def _table(content: dict[str, Any]) -> Table:
    about = About(content["table"], content["title"], content["modified"], content["period"])
    dimensions = (
        Dimension(
            one["code"],
            one["title"],
            Kind(one["kind"]),
            tuple(Member(**member) for member in one["members"]),
        )
        for one in content["dimensions"]
    )
    measures = (Measure(**one | {"path": tuple(one["path"])}) for one in content["measures"])
    return Table(about, tuple(dimensions), tuple(measures))
