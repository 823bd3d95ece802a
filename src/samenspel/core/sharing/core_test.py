# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Whether a division holds, or a group of parties is better off on its own.

The core is all divisions without such a group. The least core has the lowest excess that can be
had: at or below zero the core is not empty, above zero no division holds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenspel.core.sharing.games import Floats, Game, members
from samenspel.core.sharing.programs import Program
from samenspel.core.sharing.sweep import Excesses

_TOLERANCE = 1e-9
"""In units of the largest worth: what counts as the same excess."""

_CENTS_ENOUGH = 0.01
_TOWARDS_GOOD = 0.5
"""How far from the best guess towards the best point known the next group is looked for."""


@dataclass(frozen=True, slots=True)
class Worst:
    """The group with most reason to leave; ``gain``: what it gains by that, in cents."""

    group: int
    gain: float


@dataclass(frozen=True, slots=True)
class LeastCore:
    """
    A division under which nobody's reason to leave is larger than it has to be.

    ``excess`` in cents: the most that a group gains by leaving; negative when all lose by it.
    ``worst`` is a group that would gain so much. ``shares`` in cents, in the order of the parties.
    """

    excess: float
    shares: tuple[float, ...]
    worst: Worst


def worst_group(game: Game | Program, shares: Floats) -> Worst | None:
    """
    Return the group that gains most by leaving, or loses least; None when there is one party.

    *shares* in cents: what each party pays in a game of costs, or gets in one of savings.
    """
    if len(game.parties) == 1:
        return None
    if isinstance(game, Program):
        return Worst(*game.worst(shares))
    excesses = Excesses(game)
    excesses.strike(np.ones((1, excesses.parties)))
    own = (game.kind.sign * shares - excesses.alone) / excesses.scale
    best, groups = excesses.worst(own)
    row = int(best.argmax())
    group = int(groups[row])
    paid = float(members([group], excesses.parties)[0] @ shares)
    return Worst(group, game.kind.sign * (game.value(group) - paid))


def least_core(game: Game | Program) -> LeastCore:
    """
    Return a division in the least core.

    Without a table by adding groups to a linear program until none has a larger excess, each looked
    for between the program's solution and the best division so far (Ben-Ameur & Neto 2007), which
    takes far fewer groups. Source: Maschler, Peleg & Shapley (1979), Math. of OR 4(4).
    """
    if len(game.parties) == 1:
        total = float(game.cost(1) if isinstance(game, Program) else game.total)
        return LeastCore(0.0, (total,), Worst(1, 0.0))
    finder = _OfProgram(game) if isinstance(game, Program) else _OfTable(game)
    rows, worths = finder.start()
    good, bound, worst = np.full(len(rows[0]), finder.total / len(rows[0])), np.inf, 0
    towards = _TOWARDS_GOOD
    guess, lowest = _master(rows, worths, finder.total)
    while bound - lowest > finder.tolerance:
        point = guess + towards * (good - guess)
        groups, excesses = finder.worst(point)
        if excesses[0] < bound:
            good, bound, worst = point, float(excesses[0]), int(groups[0])
        new = members(groups, len(guess))
        own = excesses + new @ point
        cuts_off = bool((own - new @ guess > lowest + finder.tolerance).any())
        towards = _TOWARDS_GOOD if cuts_off else 0.0
        rows, worths = np.concatenate([rows, new]), np.concatenate([worths, own])
        guess, lowest = _master(rows, worths, finder.total)
    return finder.answer(good, bound, worst)


class _OfTable:
    """Groups of a game that has all its amounts, in units of its largest worth."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.excesses = Excesses(game)
        self.total = self.excesses.total / self.excesses.scale
        self.tolerance = _TOLERANCE

    def start(self) -> tuple[Floats, Floats]:
        parties = self.excesses.parties
        worths = np.array([self.excesses.of(1 << i) for i in range(parties)])
        self.excesses.strike(np.ones((1, parties)))
        return np.eye(parties), worths

    def worst(self, shares: Floats) -> tuple[NDArray[np.int64], Floats]:
        best, groups = self.excesses.worst(shares)
        order = np.argsort(-best)[: 8 * self.excesses.parties]
        order = order[np.isfinite(best[order])]
        return groups[order], best[order]

    def answer(self, shares: Floats, excess: float, worst: int) -> LeastCore:
        scale, sign = self.excesses.scale, self.game.kind.sign
        cents = sign * (shares * scale + self.excesses.alone)
        return LeastCore(excess * scale, tuple(cents.tolist()), Worst(worst, excess * scale))


class _OfProgram:
    """Groups of a game without a table, in units of what all pay together."""

    def __init__(self, game: Program) -> None:
        self.game = game
        self.cents = game.cost(game.everyone)
        self.scale = float(self.cents or 1)
        self.total = -self.cents / self.scale
        self.tolerance = max(_TOLERANCE, _CENTS_ENOUGH / self.scale)

    def start(self) -> tuple[Floats, Floats]:
        parties = len(self.game.parties)
        alone = [-self.game.cost(1 << i) / self.scale for i in range(parties)]
        return np.eye(parties), np.array(alone)

    def worst(self, shares: Floats) -> tuple[NDArray[np.int64], Floats]:
        group, cents = self.game.worst(-shares * self.scale)
        return np.array([group]), np.array([cents / self.scale])

    def answer(self, shares: Floats, excess: float, worst: int) -> LeastCore:
        cents = (-shares * self.scale).tolist()
        return LeastCore(excess * self.scale, tuple(cents), Worst(worst, excess * self.scale))


def _master(rows: Floats, worths: Floats, total: float) -> tuple[Floats, float]:
    """Return the shares that are best for the groups known, and their excess."""
    from scipy.optimize import linprog

    parties = rows.shape[1]
    found = linprog(
        np.append(np.zeros(parties), 1.0),
        A_ub=-np.column_stack([rows, np.ones(len(rows))]),
        b_ub=-worths,
        A_eq=np.append(np.ones(parties), 0.0)[None, :],
        b_eq=[total],
        bounds=(None, None),
        method="highs-ds",
        options={"presolve": False},
    )
    return found.x[:-1], float(found.x[-1])
