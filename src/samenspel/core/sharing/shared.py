# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Things that cost the same however many use them, such as one office, one system, one study."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from samenspel.core.errors import RuleError
from samenspel.core.sharing.games import Game


@dataclass(frozen=True, slots=True)
class SharedCost:
    """Something that costs the same for one user as for all: it is made or it is not."""

    cost_cents: int
    users: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shared:
    """Parties and the things that they share."""

    parties: tuple[str, ...]
    items: tuple[SharedCost, ...]

    @property
    def total(self) -> int:
        """What all things cost, in cents."""
        return sum(item.cost_cents for item in self.items)

    @property
    def alone(self) -> dict[str, int]:
        """What each party would pay for all it uses: party -> cents."""
        return {party: sum(item.cost_cents for item in self.used(party)) for party in self.parties}

    def used(self, party: str) -> tuple[SharedCost, ...]:
        """Return the things that a party uses."""
        return tuple(item for item in self.items if party in item.users)


def check_users(parties: Sequence[str], items: Sequence[SharedCost]) -> None:
    """
    Check that everything has users, and that these are parties.

    Raises:
        RuleError: ``game-item-without-users`` or ``game-unknown-party``.
    """
    for item in items:
        if not item.users:
            raise RuleError("game-item-without-users")
        for user in sorted(item.users):
            if user not in parties:
                raise RuleError("game-unknown-party", party=user, group=sorted(item.users))


def shapley_of(shared: Shared) -> dict[str, Fraction]:
    """
    Return the Shapley value, for any number of parties: each thing is paid equally by its users.

    Raises:
        RuleError: what ``check_users`` raises.
    """
    check_users(shared.parties, shared.items)
    shares = dict.fromkeys(shared.parties, Fraction(0))
    for item in shared.items:
        for user in item.users:
            shares[user] += Fraction(item.cost_cents, len(item.users))
    return shares


def table_of(shared: Shared) -> Game:
    """Return the game with the amounts of all groups."""
    place = {party: 1 << index for index, party in enumerate(shared.parties)}
    groups = np.arange(1 << len(shared.parties))
    values = np.zeros(len(groups))
    for item in shared.items:
        users = sum(place[user] for user in item.users)
        values += item.cost_cents * ((groups & users) != 0)
    return Game(shared.parties, values)
