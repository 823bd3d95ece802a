# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Cooperative games: what every group of parties would pay, or save, on its own.

A group (coalition) is a whole number: bit *i* stands for the party with index *i*. A table of
2^n amounts has all groups; its amounts are whole cents, kept as floats that hold them exactly.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from samenspel.core.errors import RuleError
from samenspel.core.limits import MAX_INTEGER

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
MOST_IN_TABLE = 24


class Kind(StrEnum):
    """Whether the amounts are costs, of which less is better, or savings."""

    COST = "cost"
    SAVINGS = "savings"

    @property
    def sign(self) -> int:
        """What turns an amount into what a group is worth: -1 for costs."""
        return -1 if self is Kind.COST else 1


@dataclass(frozen=True, slots=True, eq=False)
class Game:
    """
    The amounts of every group of parties.

    ``values``: shape (2^n,), cents, whole, zero for nobody; index = the bits of the group.
    """

    parties: tuple[str, ...]
    values: Floats
    kind: Kind = Kind.COST

    @property
    def everyone(self) -> int:
        """The group of all parties."""
        return len(self.values) - 1

    @property
    def total(self) -> int:
        """What all parties together pay or save, in cents."""
        return int(self.values[-1])

    @property
    def alone(self) -> Floats:
        """What each party pays or saves on its own, shape (n,)."""
        return np.array([self.values[1 << index] for index in range(len(self.parties))])

    def value(self, group: int) -> int:
        """Return the amount of a group."""
        return int(self.values[group])

    def names(self, group: int) -> tuple[str, ...]:
        """Return the parties in a group, in the order of the game."""
        return names_in(group, self.parties)


def from_coalitions(
    parties: Collection[str],
    amounts: Mapping[frozenset[str], int],
    kind: Kind = Kind.COST,
) -> Game:
    """
    Return the game with these amounts in cents; every group but nobody has to be there.

    Raises:
        RuleError: ``game-no-parties``, ``game-party-twice``, ``game-too-large`` (more than 24
            parties), ``game-empty-group``, ``game-unknown-party``, ``game-incomplete`` (names the
            first group without an amount), ``game-amount-too-large`` or, for costs,
            ``game-amount-negative``.
    """
    names = check_parties(parties)
    if len(names) > MOST_IN_TABLE:
        raise RuleError("game-too-large", count=len(names), most=MOST_IN_TABLE)
    place = {name: 1 << index for index, name in enumerate(names)}
    for group in amounts:
        _check_group(group, place)
    if (lacking := (1 << len(names)) - 1 - len(amounts)) > 0:
        raise RuleError("game-incomplete", group=_first_lacking(names, amounts), count=lacking)
    values = np.zeros(1 << len(names))
    for group, cents in amounts.items():
        values[sum(place[name] for name in group)] = _checked(group, cents, kind)
    return Game(names, values, kind)


def savings_of(costs: Game) -> Game:
    """Return what each group saves: what its parties pay alone, less what it pays together."""
    return Game(costs.parties, sums(costs.alone) - costs.values, Kind.SAVINGS)


def sums(amounts: Floats) -> Floats:
    """Return the sum of *amounts* (n,) over every group, shape (2^n,)."""
    total = np.zeros(1 << len(amounts))
    for index, amount in enumerate(amounts):
        size = 1 << index
        np.add(total[:size], amount, out=total[size : 2 * size])
    return total


def sizes(parties: int) -> NDArray[np.int64]:
    """Return how many parties are in each group, shape (2^n,)."""
    return sums(np.ones(parties)).astype(np.int64)


def members(groups: Iterable[int], parties: int) -> Floats:
    """Return the groups as rows of zeros and ones, shape (m, n)."""
    masks = np.array(list(groups), dtype=np.int64)
    return (masks[:, None] >> np.arange(parties) & 1).astype(np.float64)


def names_in(group: int, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties in a group."""
    return tuple(name for index, name in enumerate(parties) if group >> index & 1)


def group_of(row: Iterable[object]) -> int:
    """Return the group of a row of zeros and ones, or of false and true."""
    return sum(1 << index for index, taking_part in enumerate(row) if taking_part)


def check_parties(parties: Collection[str]) -> tuple[str, ...]:
    """
    Return the parties.

    Raises:
        RuleError: ``game-no-parties`` or ``game-party-twice``.
    """
    if not parties:
        raise RuleError("game-no-parties")
    seen: set[str] = set()
    for party in parties:
        if party in seen:
            raise RuleError("game-party-twice", party=party)
        seen.add(party)
    return tuple(parties)


def _check_group(group: frozenset[str], known: Mapping[str, int]) -> None:
    if not group:
        raise RuleError("game-empty-group")
    for party in sorted(group):
        if party not in known:
            raise RuleError("game-unknown-party", party=party, group=sorted(group))


def _checked(group: frozenset[str], cents: int, kind: Kind) -> int:
    if abs(cents) > MAX_INTEGER:
        raise RuleError("game-amount-too-large", group=sorted(group), limit_cents=MAX_INTEGER)
    if cents < 0 and kind is Kind.COST:
        raise RuleError("game-amount-negative", group=sorted(group), amount_cents=cents)
    return cents


def _first_lacking(parties: tuple[str, ...], amounts: Collection[frozenset[str]]) -> list[str]:
    """Return the smallest group without an amount, the first by the order of the parties."""
    return next(list(group) for group in _groups(parties) if frozenset(group) not in amounts)


def _groups(parties: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(1, len(parties) + 1):
        yield from combinations(parties, size)
