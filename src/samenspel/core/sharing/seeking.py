# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The group with most reason to leave in a game without a table, among those not settled yet."""

import numpy as np
from numpy.typing import NDArray

from samenspel.core.sharing.exact import orthogonal
from samenspel.core.sharing.games import Floats, members
from samenspel.core.sharing.programs import Program
from samenspel.core.sharing.sweep import NEAR

_CENTS_ENOUGH = 0.01
"""Excesses that differ by less are the same, whatever the unit."""


class SoughtExcesses:
    """What ``sweep.Excesses`` is for a table: the same questions, each answered by a program."""

    def __init__(self, game: Program) -> None:
        self.game = game
        self.parties = len(game.parties)
        self.costs: dict[int, int] = {}
        self.apart: list[list[int]] = []
        alone = [-self.amount(1 << i) for i in range(self.parties)]
        self.alone: Floats = np.array(alone, dtype=np.float64)
        self.scale = float(-self.alone.sum()) or 1.0
        self.enough = max(NEAR, _CENTS_ENOUGH / self.scale)
        self.total = float(-self.amount(game.everyone) - self.alone.sum())

    def amount(self, group: int) -> int:
        """Return what a group pays, in cents."""
        if group not in self.costs:
            self.costs[group] = self.game.cost(group)
        return self.costs[group]

    def of(self, group: int) -> float:
        """Return the worth of a group less that of its parties alone, in units."""
        row = members([group], self.parties)[0]
        return (-self.amount(group) - float(row @ self.alone)) / self.scale

    def in_cents(self, shares: Floats) -> Floats:
        """Return shares in units, above what parties have alone, as cents that they pay."""
        return np.negative(shares * self.scale + self.alone)

    def worst(self, shares: Floats) -> tuple[Floats, NDArray[np.int64]]:
        """Return the largest excess of a group that is not struck, and that group."""
        paid = self.in_cents(shares)
        group, _ = self.game.worst(paid)
        if self.apart and self._is_struck(group):
            group, _ = self.game.worst(paid, self.apart)
        row = members([group], self.parties)[0]
        return np.array([self.of(group) - float(row @ shares)]), np.array([group])

    def strike(self, basis: Floats) -> None:
        """Strike the groups in the span of *basis*; its first row is all parties together."""
        self.apart = orthogonal(basis.astype(np.int64).tolist()) if len(basis) > 1 else []

    def _is_struck(self, group: int) -> bool:
        row = members([group], self.parties)[0].astype(np.int64)
        return not any(int(row @ np.array(vector)) for vector in self.apart)
