# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What every version of the protocol can do for us, and what their answers have in common."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from samenspel.sources.cbs.errors import SourceError
from samenspel.sources.cbs.records import About, Kind, Observation, Page, Table

LEVELS = ("NL", "LD", "PV", "CR", "AM", "GM")
"""
The regions whose figures we keep, by how their codes begin: the country and its parts, provinces,
COROP and labour market regions, municipalities. Districts and neighbourhoods stay at the source.
"""

PERIOD_STATUS = {
    "Definitief": "definitive",
    "Voorlopig": "provisional",
    "NaderVoorlopig": "provisional",
}


class Service(Protocol):
    """One version of the protocol at one source."""

    protocol: str
    base: str

    def about(self, code: str) -> About:
        """Return what the source says of a table; ``SourceError("missing")`` if it has none."""

    def table(self, about: About) -> Table:
        """Return the table with its dimensions and measures."""

    def page(self, table: Table, after: str, received: int) -> Page:
        """Return the figures at a place in the list, after *received* rows have come."""

    def catalogue(self, words: str) -> tuple[About, ...]:
        """Return the tables with these words in their title."""


def level_filter(field: str) -> str:
    """Return the condition that a code is of a level that we keep."""
    return " or ".join(f"startswith({field},'{level}')" for level in LEVELS)


def kind_of(name: str) -> Kind:
    """Return the kind of a dimension from what either version calls it."""
    if name.startswith("Geo"):
        return Kind.REGION
    return Kind.PERIOD if name.startswith("Time") else Kind.OTHER


def kept(table: Table, observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """
    Return the figures of regions that we keep, each code of which the table knows.

    Raises:
        SourceError: ``unknown-code``.
    """
    region = table.columns.index(Kind.REGION) if table.region else None
    known = [frozenset(member.code for member in one.members) for one in table.dimensions]
    measures = frozenset(one.code for one in table.measures)
    found = []
    for one in observations:
        if region is not None and not one.codes[region].startswith(LEVELS):
            continue
        _check(one, table, known, measures)
        found.append(one)
    return tuple(found)


def _check(
    one: Observation,
    table: Table,
    known: Sequence[frozenset[str]],
    measures: frozenset[str],
) -> None:
    if one.measure not in measures:
        raise SourceError("unknown-code", dimension="measure", code=one.measure)
    for column, codes, code in zip(table.columns, known, one.codes, strict=True):
        if code not in codes:
            raise SourceError("unknown-code", dimension=column, code=code)


def edition_moment(text: str) -> str:
    """
    Return the moment of a change to the minute, by the clock of the source.

    Raises:
        SourceError: ``unexpected-answer``.
    """
    moment = text[:16]
    day, _, time = moment.partition("T")
    digits = (day + time).replace("-", "").replace(":", "")
    if (len(moment), len(digits)) != (16, 12) or not (digits.isascii() and digits.isdecimal()):
        raise SourceError("unexpected-answer", part="Modified")
    return moment


def path_of(
    title: str, parent: object, groups: dict[object, tuple[str, object]]
) -> tuple[str, ...]:
    """Return the headings above a measure, from the outermost, with its title last."""
    path, seen = [title], set()
    while parent in groups and parent not in seen:
        seen.add(parent)
        heading, parent = groups[parent]
        path.insert(0, heading)
    return tuple(path)
