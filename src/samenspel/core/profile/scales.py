# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How differences grow as one flies lower: one indicator at every level of the country."""

from collections.abc import Mapping, Sequence

import numpy as np

from samenspel.core.profile.arrays import Floats, Ints
from samenspel.core.profile.inequality import between_shares, decompose, shuffle_test
from samenspel.core.profile.report import Scale

MUNICIPALITY = "municipality"
SHUFFLES = 999
SEED = 20
"""The same shuffles each time, so that a page does not change from one reading to the next."""


def scales(
    values: Floats, people: Floats, levels: Mapping[str, Ints], nested: Sequence[str]
) -> tuple[Scale, ...]:
    """
    Return which share of the inequality lies between the groups of each level.

    Municipalities without a figure or without people count nowhere.

    Args:
        values: shape (m,), a share, rate or mean, or what each has; NaN where unknown.
        people: shape (m,), by whom it is shared.
        levels: level -> the group of each municipality, shape (m,).
        nested: the levels that lie within each other, from coarse to fine; the others are each
            held against the country.

    Returns:
        The levels in their order and the municipality last; none when something is negative or
        all is nothing, for then there is no such share.
    """
    known = np.isfinite(values) & (people > 0)
    if not known.any() or (values[known] < 0).any() or not values[known].any():
        return ()
    amount, sharing = values[known] * people[known], people[known]
    groups = {level: number[known] for level, number in levels.items()}
    shares = between_shares(amount, sharing, list(groups.values()))
    added = decompose(amount, sharing, [groups[level] for level in nested]).shares
    extra = dict(zip((*nested, MUNICIPALITY), added, strict=True))
    found = [
        _scale(level, share, extra.get(level), (amount, sharing, groups[level]))
        for level, share in zip(groups, shares, strict=True)
    ]
    whole = None if np.isnan(added[-1]) else 1.0
    last = Scale(MUNICIPALITY, len(amount), whole, _number(added[-1]), None, None)
    return (*found, last)


def _scale(
    level: str, share: float, added: float | None, what: tuple[Floats, Floats, Ints]
) -> Scale:
    if np.isnan(share):
        return Scale(level, np.unique(what[2]).size, None, None, None, None)
    rng = np.random.Generator(np.random.PCG64(SEED))
    test = shuffle_test(*what, rng=rng, shuffles=SHUFFLES)
    by_chance = float(test.expected * share / test.observed) if test.observed else None
    groups = int(np.unique(what[2]).size)
    return Scale(level, groups, float(share), _number(added), by_chance, test.p_value)


def _number(value: float | None) -> float | None:
    return None if value is None or np.isnan(value) else float(value)
