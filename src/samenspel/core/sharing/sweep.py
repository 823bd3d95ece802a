# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Going over all 2^n groups at once, a cache-sized block at a time.

The table is seen as rows (the high bits) of columns (the low bits). The worst group of each row
makes a handful of groups that differ, which is what a linear program wants as cuts.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from samenspel.core.sharing.games import Floats, Game, sums

BLOCK = 1 << 16
"""Amounts looked at in one go: half a megabyte, which stays in the cache."""

NEAR = 1e-9
"""In units: what counts as the same excess."""

_NOTHING = 1e-10
_HIGH_BITS = 8


class Excesses:
    """
    What each group would gain by leaving, for shares that change.

    The worth of a group is that of the game less that of its parties alone, in the unit ``scale``,
    so that figures lie between -1 and 1 or so. Costs count as negative worth.
    """

    def __init__(self, game: Game) -> None:
        self.game = game
        self.enough = NEAR
        self.parties = len(game.parties)
        self.alone = game.kind.sign * game.alone
        self.high_bits = min(_HIGH_BITS, self.parties // 2)
        shape = (1 << self.high_bits, -1)
        self.worth = (game.kind.sign * game.values).reshape(shape)
        low, high = self._split(self.alone)
        self.worth -= low
        self.worth -= high[:, None]
        self.total = float(self.worth[-1, -1])
        self.scale = float(max(self.worth.max(), -self.worth.min())) or 1.0

    def of(self, group: int) -> float:
        """Return the worth of a group, in units; of the game itself, whatever was struck."""
        row, column = divmod(group, self.worth.shape[1])
        return float(self.worth[row, column]) / self.scale

    def amount(self, group: int) -> int:
        """Return the amount of a group in cents, as the game has it."""
        return self.game.value(group)

    def in_cents(self, shares: Floats) -> Floats:
        """Return shares in units, above what parties have alone, as cents that they pay or get."""
        return self.game.kind.sign * (shares * self.scale + self.alone)

    def worst(self, shares: Floats) -> tuple[Floats, NDArray[np.int64]]:
        """Return the largest excess in each row, and the group that has it; shares in units."""
        low, high = self._split(shares * self.scale)
        columns = self.worth.shape[1]
        best = np.empty(len(high))
        groups = np.empty(len(high), dtype=np.int64)
        for rows in self._blocks():
            excess = self.worth[rows] - low
            place = excess.argmax(axis=1)
            best[rows] = excess[np.arange(len(place)), place] - high[rows]
            groups[rows] = np.arange(rows.start, rows.start + len(place)) * columns + place
        return best / self.scale, groups

    def above(self, shares: Floats, least: float) -> NDArray[np.int64]:
        """Return the groups with an excess of *least* units or more."""
        low, high = self._split(shares * self.scale)
        found = []
        for rows in self._blocks():
            excess = self.worth[rows] - low
            wanted = least * self.scale + high[rows, None]
            row, column = np.nonzero(excess >= wanted)
            found.append((row + rows.start) * self.worth.shape[1] + column)
        return np.concatenate(found)

    def strike(self, basis: Floats) -> None:
        """
        Strike the groups in the span of *basis* (r, n): what they get follows from the basis.

        The first row of a basis is all parties together. A group lies in the span when it is
        orthogonal to two random vectors that the basis is orthogonal to; that this is so by chance
        for a group outside has odds of 1 to 10^12.
        """
        if len(basis) == 1:  # all parties together: in its span lie everyone and nobody
            self.worth[0, 0] = self.worth[-1, -1] = -np.inf
            return
        vectors = _orthogonal(basis)
        if vectors is None:
            self.worth[:] = -np.inf
            return
        first, second = (self._split(vector) for vector in vectors)
        for rows in self._blocks():
            sums_of_first = first[0] + first[1][rows, None]
            row, column = np.nonzero(np.abs(sums_of_first) < _NOTHING)
            sums_of_second = second[0][column] + second[1][rows][row]
            inside = np.abs(sums_of_second) < _NOTHING
            self.worth[rows][row[inside], column[inside]] = -np.inf

    def _split(self, amounts: Floats) -> tuple[Floats, Floats]:
        low = self.parties - self.high_bits
        return sums(amounts[:low]), sums(amounts[low:])

    def _blocks(self) -> Iterator[slice]:
        rows, columns = self.worth.shape
        step = max(1, BLOCK // columns)
        return (slice(start, min(start + step, rows)) for start in range(0, rows, step))


def _orthogonal(basis: Floats) -> tuple[Floats, Floats] | None:
    """Return two vectors orthogonal to the basis, the same each time; None if it is full."""
    parties = basis.shape[1]
    if len(basis) >= parties:
        return None
    orthonormal, _ = np.linalg.qr(basis.T)
    first, second = np.random.Generator(np.random.PCG64(parties)).normal(size=(2, parties))
    for _ in range(2):  # a second time removes what rounding left
        first = first - orthonormal @ (orthonormal.T @ first)
        second = second - orthonormal @ (orthonormal.T @ second)
    return first / np.linalg.norm(first), second / np.linalg.norm(second)
