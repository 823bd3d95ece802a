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
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from samenspel.core.sharing.exact import solve
from samenspel.core.sharing.games import Game, members
from samenspel.core.sharing.master import TOLERANCE, Master, open_master
from samenspel.core.sharing.programs import Program
from samenspel.core.sharing.seeking import SoughtExcesses
from samenspel.core.sharing.sweep import Excesses


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


def nucleolus(game: Game | Program, *, individually_rational: bool = True) -> Nucleolus:
    """
    Return the nucleolus of *game*.

    Among the shares by which no party is worse off than alone; when there are none such, or when
    not *individually_rational*, among all shares that add up (the prenucleolus). Where the core is
    not empty the two are the same. With a table, time and memory grow with 2^n: 24 parties take
    seconds. Without one every group is sought by a program, to a millionth of what all pay.

    Source: Schmeidler (1969), SIAM J. Appl. Math. 17(6); Kohlberg (1971), ibid. 20(1); row
    generation after Hallefjord, Helming & Jørnsten (1995), Int. J. Game Theory 24.
    """
    master = open_master(game, individually_rational=individually_rational)
    excesses = master.excesses
    if excesses.parties == 1:
        return Nucleolus((Fraction(excesses.amount(1)),), ())
    levels: list[Level] = []
    while len(master.basis) < excesses.parties:
        if levels:
            excesses.strike(np.array(master.basis))
        master.forget_settled()
        levels.append(_settled(master, master.lowest()))
    floor = np.flatnonzero(master.good < TOLERANCE) if master.lower is not None else ()
    return Nucleolus(_exact(excesses, levels, floor), tuple(levels))


def _settled(master: Master, found: Any) -> Level:
    duals = -found.ineqlin.marginals
    excess = float(found.x[-1])
    tight = [index for index in range(len(duals)) if duals[index] > TOLERANCE]
    for index in tight:
        row = members([master.rows[index]], master.excesses.parties)[0]
        master.settle(row, master.worths[index] - excess)
    return Level(
        excess * master.excesses.scale,
        tuple(master.rows[index] for index in tight),
        tuple(float(duals[index]) for index in tight),
    )


def _exact(
    excesses: Excesses | SoughtExcesses, levels: list[Level], floor: Iterable[int]
) -> tuple[Fraction, ...]:
    """
    Return the shares as fractions.

    They follow from the groups alone: all add up to the total, and within a level any two groups
    differ by what their amounts differ. Parties at the *floor* get what they have alone.
    """
    parties = excesses.parties
    rows, amounts = [[1] * parties], [excesses.amount((1 << parties) - 1)]
    for level in levels:
        first, *others = level.groups
        for group in others:
            rows.append([(group >> i & 1) - (first >> i & 1) for i in range(parties)])
            amounts.append(excesses.amount(group) - excesses.amount(first))
    for index in floor:
        rows.append([int(i == index) for i in range(parties)])
        amounts.append(excesses.amount(1 << int(index)))
    return solve(rows, amounts)
