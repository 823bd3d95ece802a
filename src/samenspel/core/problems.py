# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What can be wrong with a record: where, and which rule it breaks.

Problems are gathered, never thrown one by one, so that who keeps a workbook sees all of them at
once. ``words.problems`` has a sentence for each code.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One thing that is wrong.

    ``kind`` is a kind of record (``measure``); ``row`` its position in its list, from 1, or 0 for
    the one region and the one agenda. A cost or contribution counts within its measure, whose
    position is ``within``. ``field`` is empty when the row as a whole is wrong.
    """

    kind: str
    row: int
    field: str
    code: str
    params: tuple[tuple[str, object], ...] = ()
    within: int = 0

    @property
    def values(self) -> dict[str, object]:
        """The params by name."""
        return dict(self.params)

    @property
    def place(self) -> "Place":
        """The row that this is about."""
        return Place(self.kind, self.row, self.within)


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a record; see ``Problem`` for its parts."""

    kind: str
    row: int = 0
    within: int = 0

    def problem(self, field: str, code: str, **params: object) -> Problem:
        """Return a problem in *field* of this row."""
        return Problem(self.kind, self.row, field, code, tuple(params.items()), self.within)


class RecordError(Exception):
    """A record that does not hold; ``problems`` has everything that is wrong, in its order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "; ".join(f"{p.kind} {p.row} {p.field}: {p.code}" for p in self.problems[:5])
