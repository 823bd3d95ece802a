# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
r"""
Cost games of many parties, without a table: what a group pays is the outcome of a small program.

.. math:: c(S) = \min_y\; p \cdot y \quad\text{with}\quad A y \ge B\,1_S,\; 0 \le y \le 1

Since that is a minimum itself, the group with most reason to leave is one program as well: choose
the group and how it serves itself at the same time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from samenspel.core.sharing.games import Floats, check_parties, group_of, members
from samenspel.core.sharing.rounding import check_amount
from samenspel.core.sharing.shared import SharedCost, check_users

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """
    A cost game as a program; build it with ``shared_costs`` or ``facilities``.

    ``prices``: (k,) cents. ``supply``: (m, k) and ``demand``: (m, n), the two sides of the rows.
    ``whole``: (k,) true where a part is impossible.
    """

    parties: tuple[str, ...]
    prices: Floats
    supply: "csr_array"
    demand: "csr_array"
    whole: Floats

    def cost(self, group: int) -> int:
        """Return what a group pays on its own, in cents."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        needed = self.demand @ members([group], len(self.parties))[0]
        found = milp(
            self.prices,
            constraints=LinearConstraint(self.supply, lb=needed),
            integrality=self.whole,
            bounds=Bounds(0, 1),
        )
        return round(float(_solved(found).fun))

    @property
    def everyone(self) -> int:
        """The group of all parties."""
        return (1 << len(self.parties)) - 1

    def worst(self, shares: Floats, apart: Sequence[Sequence[int]] = ()) -> tuple[int, float]:
        """
        Return the group that most overpays with these shares, and by how many cents.

        Below zero it underpays, and all others do so even more. Nobody and everyone do not count;
        a game of one party has no group. With whole vectors *apart*, only groups count that are not
        orthogonal to all of them.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array, hstack

        count = len(self.parties)
        before, after = len(self.prices), 2 * len(apart)
        signs = np.array([[*v] for v in apart] + [[-one for one in v] for v in apart])
        nothing = np.zeros((after, before))
        far = np.abs(signs).sum(axis=1) + 1 if after else np.zeros(0)
        rows = hstack([self.supply, -self.demand, csr_array((self.supply.shape[0], after))])
        size = np.concatenate([np.zeros(before), np.ones(count), np.zeros(after)])
        constraints = [
            LinearConstraint(rows, lb=0),
            LinearConstraint(size, lb=1, ub=count - 1),
        ]
        if after:  # of each vector and its opposite, one has to be 1 or more on the group
            either = np.concatenate([np.zeros(before + count), np.ones(after)])
            sides = np.column_stack([nothing, signs, -np.diag(far)])
            constraints += [
                LinearConstraint(either, lb=1),
                LinearConstraint(sides, lb=1 - far),
            ]
        found = milp(
            np.concatenate([self.prices, -shares, np.zeros(after)]),
            constraints=constraints,
            integrality=np.concatenate([self.whole, np.ones(count + after)]),
            bounds=Bounds(0, 1),
            options={"mip_rel_gap": 0},
        )
        chosen = _solved(found).x[before : before + count] > 1 / 2
        return group_of(chosen), -float(found.fun)


def shared_costs(parties: Sequence[str], items: Sequence[SharedCost]) -> Program:
    """
    Return the game in which a group pays for every item that one of its parties uses.

    Raises:
        RuleError: ``game-no-parties``, ``game-party-twice``, ``game-unknown-party``,
            ``game-item-without-users``, ``share-amount-negative`` or ``share-amount-too-large``.
    """
    from scipy.sparse import csr_array

    names = check_parties(parties)
    check_users(names, items)
    place = {name: index for index, name in enumerate(names)}
    rows = [(k, place[user]) for k, item in enumerate(items) for user in sorted(item.users)]
    count = range(len(rows))
    ones = np.ones(len(rows))
    supply = csr_array((ones, (count, [k for k, _ in rows])), (len(rows), len(items)))
    demand = csr_array((ones, (count, [party for _, party in rows])), (len(rows), len(names)))
    prices = np.array([check_amount(item.cost_cents) for item in items], dtype=np.float64)
    return Program(names, prices, supply, demand, np.zeros(len(items)))


def facilities(parties: Sequence[str], opening: Floats, serving: Floats) -> Program:
    """
    Return the game in which a group opens facilities and each party is served by one of them.

    Args:
        parties: n of them.
        opening: shape (f,), cents, what it costs to open each facility.
        serving: shape (n, f), cents, what it costs to serve each party from each facility.

    Raises:
        RuleError: ``game-no-parties`` or ``game-party-twice``.
        ValueError: shapes differ, or an amount is negative or not finite.
    """
    from scipy.sparse import csr_array

    names = check_parties(parties)
    count, places = len(names), len(opening)
    if serving.shape != (count, places) or places == 0:
        raise ValueError(f"need {count} rows of {places} or more facilities")
    if not all(np.isfinite(table).all() and (table >= 0).all() for table in (opening, serving)):
        raise ValueError("every amount must be finite and zero or more")
    pairs = np.arange(count * places)
    served = csr_array(
        (np.ones(len(pairs)), (pairs // places, places + pairs)), (count, places + len(pairs))
    )
    opened = csr_array(
        (
            np.concatenate([np.ones(len(pairs)), -np.ones(len(pairs))]),
            (np.tile(pairs, 2), np.concatenate([pairs % places, places + pairs])),
        ),
        (len(pairs), places + len(pairs)),
    )
    demand = csr_array((np.ones(count), (range(count), range(count))), (count + len(pairs), count))
    whole = np.concatenate([np.ones(places), np.zeros(len(pairs))])
    supply = csr_array(np.vstack([served.toarray(), opened.toarray()]))
    return Program(names, np.concatenate([opening, serving.ravel()]), supply, demand, whole)


def _solved(found: Any) -> Any:
    if not found.success:
        raise ValueError(f"the program has no solution: {found.message}")
    return found
