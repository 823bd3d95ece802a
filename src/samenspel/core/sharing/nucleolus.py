# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
r"""
The nucleolus: shares under which the group with most reason to leave has as little as possible.

Then the same for the next group, and so on (Schmeidler 1969). A row of linear programs: each
minimises the largest excess over the groups not settled yet, with only those groups as rows that
matter; groups with a positive dual are settled at that excess. When they settle every share, the
shares are solved again in exact fractions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np

from samenspel.core.sharing.exact import solve
from samenspel.core.sharing.games import Floats, Game, members
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


@dataclass(frozen=True, slots=True)
class Level:
    """
    The groups settled together: each has this excess, in cents; above zero it gains by leaving.

    With ``weights``, all above zero, the groups add up to everyone, given those of the levels
    before. That no shares do better follows from this (Kohlberg 1971).
    """

    excess: float
    groups: tuple[int, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Nucleolus:
    """The shares in cents, as exact fractions, and the levels from which they follow."""

    shares: tuple[Fraction, ...]
    levels: tuple[Level, ...]


@dataclass(slots=True)
class _State:
    """
    The rows of the program so far: open groups, and settled ones with what they get.

    ``directions`` are orthonormal and span what ``basis`` does.
    """

    excesses: Excesses
    lower: int | None
    good: Floats
    rows: list[int] = field(default_factory=list)
    worths: list[float] = field(default_factory=list)
    basis: list[Floats] = field(default_factory=list)
    directions: list[Floats] = field(default_factory=list)
    amounts: list[float] = field(default_factory=list)
    known: set[int] = field(default_factory=set)

    def add(self, groups: list[int]) -> None:
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


def nucleolus(game: Game, *, individually_rational: bool = True) -> Nucleolus:
    """
    Return the nucleolus of *game*.

    Among the shares by which no party is worse off than alone; when there are none such, or when
    not *individually_rational*, among all shares that add up (the prenucleolus). Where the core is
    not empty the two are the same. Time and memory grow with 2^n: 24 parties take seconds.

    Source: Schmeidler (1969), SIAM J. Appl. Math. 17(6); Kohlberg (1971), ibid. 20(1); row
    generation after Hallefjord, Helming & Jørnsten (1995), Int. J. Game Theory 24.
    """
    excesses = Excesses(game)
    parties = excesses.parties
    at_least_alone = individually_rational and excesses.total >= 0
    total = excesses.total / excesses.scale
    state = _State(excesses, 0 if at_least_alone else None, np.full(parties, total / parties))
    state.settle(np.ones(parties), total)
    everyone = (1 << parties) - 1
    state.add([1 << i for i in range(parties)] + [everyone ^ 1 << i for i in range(parties)])
    if parties == 1:
        return Nucleolus((Fraction(game.total),), ())
    levels: list[Level] = []
    while len(state.basis) < parties:
        excesses.strike(np.array(state.basis))
        state.forget_settled()
        levels.append(_settled(state, _lowest(state)))
    floor = np.flatnonzero(state.good < TOLERANCE) if at_least_alone else ()
    return Nucleolus(_exact(game, levels, floor), tuple(levels))


def _lowest(state: _State) -> Any:
    """
    Return the program's solution once its optimum is reached by shares that we know.

    Groups are looked for at the program's own shares, which lie in a corner, and halfway to the
    best shares so far; that takes far fewer programs (Ben-Ameur & Neto 2007).
    """
    bound = state.look(state.good)
    while True:
        found = _solve(state)
        corner = found.x[:-1]
        for shares in (corner, (corner + state.good) / 2):
            if bound - found.x[-1] <= TOLERANCE:
                return found
            if (worst := state.look(shares)) < bound:
                state.good, bound = shares, worst


def _solve(state: _State) -> Any:
    from scipy.optimize import linprog

    parties = state.excesses.parties
    objective = np.append(np.zeros(parties), 1.0)
    rows = members(state.rows, parties)
    return linprog(
        objective,
        A_ub=-np.column_stack([rows, np.ones(len(rows))]),
        b_ub=-np.array(state.worths),
        A_eq=np.column_stack([np.array(state.basis), np.zeros(len(state.basis))]),
        b_eq=np.array(state.amounts),
        bounds=[(state.lower, None)] * parties + [(None, None)],
        method="highs-ds",
        options=_OPTIONS,
    )


def _settled(state: _State, found: Any) -> Level:
    duals = -found.ineqlin.marginals
    excess = float(found.x[-1])
    tight = [index for index in range(len(duals)) if duals[index] > TOLERANCE]
    for index in tight:
        row = members([state.rows[index]], state.excesses.parties)[0]
        state.settle(row, state.worths[index] - excess)
    return Level(
        excess * state.excesses.scale,
        tuple(state.rows[index] for index in tight),
        tuple(float(duals[index]) for index in tight),
    )


def _exact(game: Game, levels: list[Level], floor: Iterable[int]) -> tuple[Fraction, ...]:
    """
    Return the shares as fractions.

    They follow from the groups alone: all add up to the total, and within a level any two groups
    differ by what their amounts differ. Parties at the *floor* get what they have alone.
    """
    parties = len(game.parties)
    everyone = [1] * parties
    rows, amounts = [everyone], [game.total]
    for level in levels:
        first, *others = level.groups
        for group in others:
            rows.append([(group >> i & 1) - (first >> i & 1) for i in range(parties)])
            amounts.append(game.value(group) - game.value(first))
    for index in floor:
        rows.append([int(i == index) for i in range(parties)])
        amounts.append(int(game.alone[index]))
    return solve(rows, amounts)
