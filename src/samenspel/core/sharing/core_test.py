# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Whether a division holds, or a group of parties is better off on its own.

The core is all divisions without such a group. The least core has the lowest excess that can be
had: at or below zero the core is not empty, above zero no division holds.
"""

from dataclasses import dataclass

import numpy as np

from samenspel.core.sharing.games import Floats, Game, members
from samenspel.core.sharing.master import open_master
from samenspel.core.sharing.programs import Program
from samenspel.core.sharing.sweep import Excesses


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

    Source: Maschler, Peleg & Shapley (1979), Math. of OR 4(4).
    """
    master = open_master(game, individually_rational=False)
    excesses = master.excesses
    if excesses.parties == 1:
        return LeastCore(0.0, (float(excesses.amount(1)),), Worst(1, 0.0))
    master.lowest()
    best, groups = excesses.worst(master.good)
    gain = float(best.max()) * excesses.scale
    shares = tuple(excesses.in_cents(master.good).tolist())
    return LeastCore(gain, shares, Worst(int(groups[best.argmax()]), gain))
