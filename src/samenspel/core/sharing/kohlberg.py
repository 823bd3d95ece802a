# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Whether shares are the nucleolus, told from the shares alone.

Kohlberg (1971): for every excess, the groups with that excess or more have to be balanced, that is
add up to everyone with weights above zero. Groups whose shares follow from those before need not be
looked at (Nguyen & Thomas 2016). How the shares were found plays no part, so this catches a wrong
nucleolus of our own as well as another's.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from samenspel.core.sharing.games import Floats, Game, members
from samenspel.core.sharing.sweep import Excesses

_SAME = 1e-10
"""In units of the largest worth: what counts as the same excess."""

_ZERO = 1e-6
"""What a linear program leaves of zero."""

_AT_ONCE = 500


def is_nucleolus(game: Game, shares: Sequence[Fraction | float]) -> bool:
    """
    Tell whether *shares*, in cents, are the nucleolus of *game*.

    Among the shares by which nobody is worse off than alone, when there are such; else among all
    that add up. Shares off by less than 1e-10 of the largest worth pass.
    """
    excesses = Excesses(game)
    parties, scale = excesses.parties, excesses.scale
    own = (game.kind.sign * np.array([float(s) for s in shares]) - excesses.alone) / scale
    if abs(own.sum() - excesses.total / scale) > _SAME:
        return False
    at_least_alone = excesses.total >= 0
    if at_least_alone and own.min() < -_SAME:
        return False
    # A party that gets no more than alone can be given no less: it counts as a group of its own
    # that may be balanced with weight zero.
    floor = np.eye(parties)[own < _SAME] if at_least_alone else np.zeros((0, parties))
    settled = np.ones((1, parties))
    while len(settled) < parties:
        excesses.strike(settled)
        tight = excesses.above(own, float(excesses.worst(own)[0].max()) - _SAME)
        if not _is_balanced(tight, settled, floor):
            return False
        settled = _basis(settled, members(tight[:_AT_ONCE].tolist(), parties))
    return True


def _is_balanced(groups: NDArray[np.int64], settled: Floats, floor: Floats) -> bool:
    """
    Tell whether no shift of shares serves some of *groups* and harms none.

    That is what weights above zero mean. A shift keeps what settled groups get and takes nothing
    from a party at its floor. Of many groups only as many are looked at as show it.
    """
    from scipy.optimize import linprog

    parties = settled.shape[1]
    chosen = groups[:_AT_ONCE]
    while True:
        rows = members(chosen.tolist(), parties)
        kept = np.concatenate([rows, floor])
        found = linprog(
            -rows.sum(axis=0),
            A_ub=-kept,
            b_ub=np.zeros(len(kept)),
            A_eq=settled,
            b_eq=np.zeros(len(settled)),
            bounds=(-1, 1),
            method="highs-ds",
        )
        if -found.fun < _ZERO:
            return True
        harmed = [g for g in groups.tolist() if members([g], parties)[0] @ found.x < -_ZERO]
        if not harmed:
            return False
        chosen = np.concatenate([chosen, np.array(harmed[:_AT_ONCE])])


def _basis(settled: Floats, rows: Floats) -> Floats:
    """Return independent rows that span both."""
    found = list(settled)
    for row in rows:
        if np.linalg.matrix_rank(np.array([*found, row])) > len(found):
            found.append(row)
        if len(found) == len(row):
            break
    return np.array(found)
