# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Shapley value and nucleolus by their definitions, in exact fractions; slow, and not our code."""

from fractions import Fraction
from itertools import permutations

ZERO, ONE = Fraction(0), Fraction(1)


def shapley(values):
    """Average what each party adds over all orders."""
    parties = len(values).bit_length() - 1
    added, orders = [ZERO] * parties, 0
    for order in permutations(range(parties)):
        group = 0
        orders += 1
        for party in order:
            added[party] += values[group | 1 << party] - values[group]
            group |= 1 << party
    return [one / orders for one in added]


def nucleolus(values):
    """
    Return the nucleolus of a game of savings, by linear programs with all groups as rows.

    Each is solved in its dual form by the simplex method of Bland (1977).
    """
    parties = len(values).bit_length() - 1
    alone = [values[1 << i] for i in range(parties)]
    bounded = sum(alone) <= values[-1]
    settled = {len(values) - 1: Fraction(values[-1])}
    while True:
        open_groups = [g for g in range(1, len(values) - 1) if not _in_span(g, settled, parties)]
        if not open_groups:
            return _solve(list(settled.items()), parties)
        columns, gains = _dual(open_groups, settled, values, alone if bounded else [], parties)
        weights, excess = _simplex(columns, gains, [ZERO] * parties + [ONE])
        for place, group in enumerate(open_groups):
            if weights.get(place):
                settled[group] = values[group] - excess
        for i in range(parties if bounded else 0):
            if weights.get(len(open_groups) + i):
                settled[1 << i] = Fraction(alone[i])


def _dual(open_groups, settled, values, alone, parties):
    columns = [[Fraction(g >> i & 1) for i in range(parties)] + [ONE] for g in open_groups]
    gains = [Fraction(values[g]) for g in open_groups]
    for i, amount in enumerate(alone):
        columns.append([Fraction(i == j) for j in range(parties)] + [ZERO])
        gains.append(Fraction(amount))
    for group, amount in settled.items():
        row = [Fraction(group >> i & 1) for i in range(parties)] + [ZERO]
        columns += [row, [-one for one in row]]
        gains += [amount, -amount]
    return columns, gains


def _simplex(columns, gains, right):
    """Maximise gains under columns @ weights = right, weights >= 0; return weights and maximum."""
    rows, count = len(right), len(columns)
    table = [[column[r] for column in columns] for r in range(rows)]
    for r in range(rows):
        table[r] += [Fraction(r == k) for k in range(rows)] + [right[r]]
    basis = list(range(count, count + rows))
    _pivots(table, basis, [ZERO] * count + [-ONE] * rows, count + rows)
    _pivots(table, basis, gains + [ZERO] * rows, count)
    value = sum((gains[b] * table[r][-1] for r, b in enumerate(basis) if b < count), ZERO)
    return {b: table[r][-1] for r, b in enumerate(basis) if b < count}, value


def _pivots(table, basis, gains, allowed):
    while True:
        prices = [gains[b] for b in basis]
        entering = next(
            (
                c
                for c in range(allowed)
                if c not in basis
                and gains[c] > sum(p * row[c] for p, row in zip(prices, table, strict=True) if p)
            ),
            None,
        )
        if entering is None:
            return
        artificial = [r for r, b in enumerate(basis) if b >= allowed and table[r][entering]]
        ratios = [
            (row[-1] / row[entering], basis[r], r)
            for r, row in enumerate(table)
            if row[entering] > 0
        ]
        leaving = artificial[0] if artificial else min(ratios)[2]
        _pivot(table, leaving, entering)
        basis[leaving] = entering


def _pivot(table, leaving, entering):
    lead = table[leaving][entering]
    table[leaving] = [one / lead for one in table[leaving]]
    for r, row in enumerate(table):
        if r != leaving and row[entering]:
            factor = row[entering]
            table[r] = [a - factor * b for a, b in zip(row, table[leaving], strict=True)]


def _reduced(rows):
    """Return the rows in echelon form, without those that follow from others."""
    kept = []
    for row in rows:
        left = list(row)
        for pivot, other in kept:
            left = [a - left[pivot] * b for a, b in zip(left, other, strict=True)]
        pivot = next((i for i, one in enumerate(left[:-1]) if one), None)
        if pivot is not None:
            left = [one / left[pivot] for one in left]
            kept = [(p, [a - o[pivot] * b for a, b in zip(o, left, strict=True)]) for p, o in kept]
            kept.append((pivot, left))
    return kept


def _rows(items, parties):
    return [[Fraction(g >> i & 1) for i in range(parties)] + [a] for g, a in items]


def _in_span(group, settled, parties):
    rows = _rows(settled.items(), parties)
    return len(_reduced(rows)) == len(_reduced([*rows, *_rows([(group, ZERO)], parties)]))


def _solve(items, parties):
    found = dict(_reduced(_rows(items, parties)))
    return [found[i][-1] for i in range(parties)]
