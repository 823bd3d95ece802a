# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
r"""
The Shapley value: what a party adds on average, over all orders in which parties can join.

.. math:: \varphi_i = \sum_{S \not\ni i} \frac{|S|!\,(n-|S|-1)!}{n!}\,(v(S \cup i) - v(S))

Groups of one size count alike, so it suffices to add up, by size, the amounts of the groups with
and without the party. Those sums are whole numbers and the outcome is an exact fraction.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import comb

import numpy as np
from numpy.typing import NDArray

from samenspel.core.sharing.games import Bools, Floats, Game, sizes

_EXACT = 2.0**53
_LOW = 2.0**26
_LEAST_PAIRS = 2


@dataclass(frozen=True, slots=True)
class Sampled:
    """
    An estimated Shapley value, in the unit of the amounts.

    ``margins``: with each share, how far it may be off in 19 of 20 samples (1.96 standard errors).
    """

    shares: Floats
    margins: Floats
    orders: int


def shapley(game: Game) -> tuple[Fraction, ...]:
    """
    Return the Shapley value in cents, as exact fractions; two passes over the table.

    Source: Shapley (1953), *A value for n-person games*, Annals of Mathematics Studies 28.
    """
    parties = len(game.parties)
    having = [[0] * (parties + 1) for _ in range(parties)]
    for factor, table in _parts(game.values, parties):
        for party, sizes_of in enumerate(_by_size(table[None, :], parties)):
            for size, amount in enumerate(sizes_of):
                having[party][size] += factor * int(amount)
    total = [0] + [sum(row[size] for row in having) // size for size in range(1, parties + 1)]
    return tuple(_value(row, total) for row in having)


def shapley_sampled(
    costs: Callable[[Bools], Floats], parties: int, *, orders: int, seed: int
) -> Sampled:
    """
    Estimate the Shapley value from random orders in which parties join, each also backwards.

    *costs* gets groups as rows, shape (m, parties), and returns their amounts, shape (m,). The same
    *seed* gives the same estimate. Source: Castro, Gómez & Tejada (2009), Computers & OR 36(5).

    Raises:
        ValueError: fewer than four orders.
    """
    pairs = orders // 2
    if pairs < _LEAST_PAIRS:
        raise ValueError("at least four orders are needed to see how far they differ")
    chance = np.random.Generator(np.random.PCG64(seed))
    total, squares = np.zeros(parties), np.zeros(parties)
    for _ in range(pairs):
        order = chance.permutation(parties)
        added = (_added(costs, order) + _added(costs, order[::-1])) / 2
        total += added
        squares += added**2
    mean = total / pairs
    variance = np.maximum(squares / pairs - mean**2, 0) * pairs / (pairs - 1)
    return Sampled(mean, 1.96 * np.sqrt(variance / pairs), 2 * pairs)


def _added(costs: Callable[[Bools], Floats], order: NDArray[np.int64]) -> Floats:
    """Return what each party adds when they join in this order."""
    parties = len(order)
    groups = np.zeros((parties, parties), dtype=np.bool_)
    groups[:, order] = np.tri(parties, dtype=np.bool_)
    added = np.empty(parties)
    added[order] = np.diff(costs(groups), prepend=0.0)
    return added


def _parts(values: Floats, parties: int) -> Iterator[tuple[int, Floats]]:
    """Yield factor and table, small enough that all sums below are whole floats, hence exact."""
    if float(max(values.max(), -values.min())) * comb(parties, parties // 2) < _EXACT:
        yield 1, values
        return
    high = np.floor(values / _LOW)
    yield int(_LOW), high
    yield 1, values - high * _LOW


def _by_size(tables: Floats, parties: int) -> Floats:
    """
    Return for each party the sum of the amounts of its groups by their size.

    ``tables``: shape (t, 2^parties); the groups of table *t* have *t* parties besides. Each half of
    the parties sees the groups of the other half added up by size, and is halved in its turn.
    """
    count = len(tables)
    if parties == 1:
        return np.concatenate([[0.0], tables[:, 1]])[None, :]
    low, high = parties - parties // 2, parties // 2
    for_low = np.zeros((count + high, 1 << low))
    for_high = np.zeros((count + low, 1 << high))
    of_size_low, of_size_high = _of_size(low), _of_size(high)
    for besides, table in enumerate(tables):
        square = table.reshape(1 << high, 1 << low)
        for_low[besides : besides + high + 1] += of_size_high @ square
        for_high[besides : besides + low + 1] += (square @ of_size_low.T).T
    width = count + parties
    halves = (_by_size(for_low, low), _by_size(for_high, high))
    return np.concatenate([half[:, :width] for half in halves])


def _of_size(parties: int) -> Floats:
    """Return 1 where a group (column) has so many parties (row), else 0."""
    wanted = np.arange(parties + 1)[:, None]
    return np.equal(sizes(parties), wanted).astype(np.float64)


def _value(having: list[int], by_size: list[int]) -> Fraction:
    parties = len(by_size) - 1
    added = (
        Fraction(having[size + 1] - (by_size[size] - having[size]), comb(parties - 1, size))
        for size in range(parties)
    )
    return sum(added, Fraction(0)) / parties
