# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a workbook, told by sheet, row and column."""

from collections.abc import Iterable
from dataclasses import dataclass

from samenspel.core.problems import Problem

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class CellProblem:
    """
    One thing that is wrong, and where it stands.

    ``row`` counts as a spreadsheet does, from 1; 0: the sheet as a whole. ``column`` is a letter
    (in JSON a name), empty: the row as a whole. ``sheet`` is empty when the file as a whole is
    wrong. ``name`` is what the row is known by when it is not in the file but in the installation.
    """

    sheet: str
    row: int
    column: str
    problem: Problem
    heading: str = ""
    name: str = ""

    @property
    def code(self) -> str:
        """The stable name of what is wrong."""
        return self.problem.code

    @property
    def values(self) -> dict[str, object]:
        """What the sentence about it names."""
        return self.problem.values

    @property
    def place(self) -> str:
        """Where, in short: ``Maatregelen B4``."""
        cell = f"{self.column}{self.row}" if self.row else self.column
        return f"{self.sheet} {cell or self.name}".strip()


class WorkbookError(Exception):
    """
    A workbook that cannot be taken over.

    ``problems`` are the first 200 in the order of the file, ``total`` says how many there are.
    """

    def __init__(self, problems: Iterable[CellProblem]) -> None:
        found = tuple(problems)
        self.problems = found[:MOST_SHOWN]
        self.total = len(found)
        super().__init__(self.problems)

    @property
    def not_shown(self) -> int:
        """How many problems are left out."""
        return self.total - len(self.problems)

    def __str__(self) -> str:
        shown = "; ".join(f"{one.place}: {one.code}" for one in self.problems[:5])
        return f"{self.total} problems: {shown}"


def file_problem(code: str, sheet: str = "", **params: object) -> CellProblem:
    """Return a problem of a file or sheet as a whole."""
    return CellProblem(sheet, 0, "", Problem("", 0, "", code, tuple(params.items())))
