# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What can be said for and against a division: the same five questions for every method.

Does it add up; is nobody worse off than alone; is no group better off on its own; does who adds
nothing pay only for itself; do parties that are alike pay alike?
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from samenspel.core.sharing.core_test import Worst, worst_group
from samenspel.core.sharing.games import Floats, Game
from samenspel.core.sharing.rounding import nearest_cents, whole_cents, whole_weights

ONE_CENT = 1
"""In whole cents a division may be off by a cent per party; less is no reason to leave."""

Shares = Sequence[Fraction]


@dataclass(frozen=True, slots=True)
class Audit:
    """
    What holds of a division, before it is rounded to cents.

    ``off_cents``: what it lacks to add up. ``worse_off``: party -> cents that it pays more, or
    saves less, than alone. ``worst``: the group with most reason to leave; ``in_core`` when that
    gains less than a cent. ``unfair_to``: parties that add nothing to any group and do not get
    exactly what they have alone. ``unlike``: pairs of parties that are alike and not treated so.
    """

    off_cents: Fraction
    worse_off: dict[str, int]
    worst: Worst | None
    unfair_to: tuple[str, ...]
    unlike: tuple[tuple[str, str], ...]

    @property
    def efficient(self) -> bool:
        """It adds up to the total."""
        return not self.off_cents

    @property
    def individually_rational(self) -> bool:
        """Nobody is worse off than alone."""
        return not self.worse_off

    @property
    def in_core(self) -> bool:
        """No group gains a cent by leaving."""
        gain = self.worst.gain if self.worst else 0
        return self.efficient and self.individually_rational and gain < ONE_CENT


def audit(game: Game, shares: Shares) -> Audit:
    """Return what holds of *shares*, in cents by the order of the parties."""
    floats = np.array([float(share) for share in shares])
    return Audit(
        off_cents=game.total - sum(shares, Fraction(0)),
        worse_off=_worse_off(game, shares),
        worst=worst_group(game, floats),
        unfair_to=tuple(_unfair_to(game, floats)),
        unlike=tuple(_unlike(game, floats)),
    )


def in_cents(parties: Sequence[str], total: int, shares: Shares) -> dict[str, int]:
    """
    Return shares in whole cents that add up to *total*, by largest remainder.

    Who gets money where others pay, as may happen in an odd game, is rounded down like the others.
    """
    down = {party: int(share // 1) for party, share in zip(parties, shares, strict=True)}
    parts = {party: share % 1 for party, share in zip(parties, shares, strict=True)}
    left = total - sum(down.values())
    extra = whole_cents(left, whole_weights(parts)) if left else {}
    return {party: cents + extra.get(party, 0) for party, cents in down.items()}


def dummies(game: Game) -> tuple[str, ...]:
    """Return the parties that add to every group just what they have alone."""
    alone, everyone = game.alone, game.everyone
    found = []
    for index, party in enumerate(game.parties):
        if game.value(everyone) - game.value(everyone ^ 1 << index) != alone[index]:
            continue
        without, having = _halves(game.values, index)
        if (having - without == alone[index]).all():
            found.append(party)
    return tuple(found)


def alike(game: Game) -> Iterator[tuple[int, int]]:
    """Yield pairs of parties that add the same to every group without them; each to the first."""
    alone, everyone = game.alone, game.everyone
    last = [game.value(everyone ^ 1 << index) for index in range(len(alone))]
    placed: set[int] = set()
    for first in range(len(alone)):
        for other in range(first + 1, len(alone)):
            if other in placed or alone[first] != alone[other] or last[first] != last[other]:
                continue
            if _add_the_same(game.values, first, other):
                placed.add(other)
                yield first, other


def _worse_off(game: Game, shares: Shares) -> dict[str, int]:
    sign = game.kind.sign
    lost = {
        party: nearest_cents(sign * (int(alone) - share))
        for party, alone, share in zip(game.parties, game.alone, shares, strict=True)
    }
    return {party: cents for party, cents in lost.items() if cents >= ONE_CENT}


def _unfair_to(game: Game, shares: Floats) -> Iterator[str]:
    due = dict(zip(game.parties, np.abs(shares - game.alone), strict=True))
    return (party for party in dummies(game) if due[party] >= ONE_CENT)


def _unlike(game: Game, shares: Floats) -> Iterator[tuple[str, str]]:
    for first, other in alike(game):
        if abs(shares[first] - shares[other]) >= ONE_CENT:
            yield game.parties[first], game.parties[other]


def _halves(values: Floats, index: int) -> tuple[Floats, Floats]:
    """Return the amounts of the groups without and with a party, in the same order."""
    square = values.reshape(-1, 2, 1 << index)
    return square[:, 0], square[:, 1]


def _add_the_same(values: Floats, first: int, other: int) -> bool:
    """Tell whether every group with the first but not the other pays as with them exchanged."""
    cube = values.reshape(-1, 2, 1 << (other - first - 1), 2, 1 << first)
    return bool((cube[:, 0, :, 1] == cube[:, 1, :, 0]).all())
