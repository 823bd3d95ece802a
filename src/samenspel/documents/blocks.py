# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The content of a document, apart from how it is laid out. All text is plain text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, with a note that stands smaller below it."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part (level 1) or of a section in it (level 2)."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; *quiet* for what explains how to read the rest."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph that nobody may overlook."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; *numbered* when something else names its items by number."""

    items: tuple[Cell, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column; *width* is its part of what is left, 0 for as wide as its content."""

    head: str
    number: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row says what the row is about."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, with title and source in it; *alt* is for who cannot see it."""

    alt: str
    svg: bytes


@dataclass(frozen=True, slots=True)
class Pictures:
    """Drawings that stand side by side where there is room."""

    pictures: tuple[Picture, ...]


Block = Heading | Text | Notice | Items | Table | Pictures


@dataclass(frozen=True, slots=True)
class Document:
    """A document in a language (``nl``, ``en``); *made* is the day that it was made on."""

    title: str
    subtitle: str
    language: str
    made: date
    lead: tuple[str, ...]
    blocks: tuple[Block, ...]


def row(*cells: str | Cell) -> tuple[Cell, ...]:
    """Return a row of a table."""
    return tuple(one if isinstance(one, Cell) else Cell(one) for one in cells)


def table(caption: str, columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """
    Return a table.

    Raises:
        ValueError: a row has another number of cells than there are columns.
    """
    found = Table(caption, tuple(columns), tuple(rows))
    if any(len(one) != len(found.columns) for one in found.rows):
        raise ValueError(f"a row does not fit the columns of {caption!r}")
    return found


def picked(drawn: Mapping[str, Picture], *names: str) -> Iterator[Pictures]:
    """Yield the drawings with these names as one block, as far as there are any."""
    if found := tuple(drawn[name] for name in names if name in drawn):
        yield Pictures(found)
