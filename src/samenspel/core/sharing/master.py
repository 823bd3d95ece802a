# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The linear program behind the least core and the nucleolus, with only the groups that matter.

Minimise the largest excess over the open groups; settled groups keep what they get. Groups are
added as they turn out to have a larger excess, until shares are known that reach the optimum.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from samenspel.core.sharing.games import Floats, Game, members
from samenspel.core.sharing.programs import Program
from samenspel.core.sharing.seeking import SoughtExcesses
from samenspel.core.sharing.sweep import Excesses

TOLERANCE = 1e-9
"""In units of the largest worth: what counts as the same excess."""

_AT_ONCE = 4
"""Groups per party that are added in one go."""

_OPTIONS = {
    "primal_feasibility_tolerance": 1e-10,
    "dual_feasibility_tolerance": 1e-10,
    "presolve": False,
}


@dataclass(slots=True)
class Master:
    """
    The rows of the program so far: open groups, and settled ones with what they get.

    ``directions`` are orthonormal and span what ``basis`` does.
    """

    excesses: Excesses | SoughtExcesses
    lower: int | None
    good: Floats
    rows: list[int] = field(default_factory=list)
    worths: list[float] = field(default_factory=list)
    basis: list[Floats] = field(default_factory=list)
    directions: list[Floats] = field(default_factory=list)
    amounts: list[float] = field(default_factory=list)
    known: set[int] = field(default_factory=set)

    def add(self, groups: list[int]) -> None:
        """Add rows for groups that have none yet."""
        new = [group for group in dict.fromkeys(groups) if group not in self.known]
        self.known.update(new)
        self.rows += new
        self.worths += [self.excesses.of(group) for group in new]

    def look(self, shares: Floats) -> float:
        """Add the groups with the largest excesses; return the largest."""
        best, groups = self.excesses.worst(shares)
        order = np.argsort(-best)[: _AT_ONCE * self.excesses.parties]
        self.add([int(groups[i]) for i in order if best[i] > -np.inf])
        return float(best[order[0]])

    def settle(self, row: Floats, amount: float) -> None:
        """Fix what a group gets, unless that follows from the groups before it."""
        rest = row
        for direction in self.directions * 2:  # a second time removes what rounding left
            rest = rest - (rest @ direction) * direction
        if (length := float(np.linalg.norm(rest))) > TOLERANCE:
            self.basis.append(row)
            self.amounts.append(amount)
            self.directions.append(rest / length)

    def forget_settled(self) -> None:
        """Drop the rows of which the amount follows from the basis."""
        rows = members(self.rows, self.excesses.parties)
        directions = np.array(self.directions)
        rest = np.abs(rows - (rows @ directions.T) @ directions).max(axis=1, initial=0)
        kept = np.flatnonzero(rest > TOLERANCE)
        self.rows = [self.rows[index] for index in kept]
        self.worths = [self.worths[index] for index in kept]

    def lowest(self) -> Any:
        """
        Return the program's solution once ``good`` reaches its optimum.

        Groups are looked for at the program's own shares, which lie in a corner, and halfway to the
        best shares so far; that takes far fewer programs (Ben-Ameur & Neto 2007).
        """
        bound = self.look(self.good)
        while True:
            found = self._solve()
            corner = found.x[:-1]
            for shares in (corner, (corner + self.good) / 2):
                if bound - found.x[-1] <= self.excesses.enough:
                    return found
                if (worst := self.look(shares)) < bound:
                    self.good, bound = shares, worst

    def _solve(self) -> Any:
        from scipy.optimize import linprog

        parties = self.excesses.parties
        objective = np.append(np.zeros(parties), 1.0)
        rows = members(self.rows, parties)
        return linprog(
            objective,
            A_ub=-np.column_stack([rows, np.ones(len(rows))]),
            b_ub=-np.array(self.worths),
            A_eq=np.column_stack([np.array(self.basis), np.zeros(len(self.basis))]),
            b_eq=np.array(self.amounts),
            bounds=[(self.lower, None)] * parties + [(None, None)],
            method="highs-ds",
            options=_OPTIONS,
        )


def open_master(game: Game | Program, *, individually_rational: bool) -> Master:
    """Return the program with nothing settled but that all shares add up."""
    excesses = SoughtExcesses(game) if isinstance(game, Program) else Excesses(game)
    parties, total = excesses.parties, excesses.total / excesses.scale
    lower = 0 if individually_rational and total >= 0 else None
    master = Master(excesses, lower, np.full(parties, total / parties))
    master.settle(np.ones(parties), total)
    everyone = (1 << parties) - 1
    master.add([1 << i for i in range(parties)] + [everyone ^ 1 << i for i in range(parties)])
    excesses.strike(np.ones((1, parties)))
    return master
