# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Divisions of practice to hold beside the Shapley value and the nucleolus."""

from collections.abc import Callable
from fractions import Fraction

from samenspel.core.sharing.games import Game
from samenspel.core.sharing.nucleolus import nucleolus
from samenspel.core.sharing.shapley import shapley

Shares = tuple[Fraction, ...]


def equal(game: Game) -> Shares:
    """Return the same for every party."""
    return (Fraction(game.total, len(game.parties)),) * len(game.parties)


def by_alone(game: Game) -> Shares | None:
    """Return shares in proportion to what parties have alone; None when that is below zero."""
    alone = [int(cents) for cents in game.alone]
    if min(alone) < 0 or not sum(alone):
        return None
    return tuple(Fraction(game.total * cents, sum(alone)) for cents in alone)


def separable(game: Game) -> Shares | None:
    """
    Return separable costs and remaining benefits, the rule of water projects; None if it has none.

    Each party pays what it adds to the cost of all others, and the rest is divided by what each
    still gains then. Source: Young, Okada & Hashimoto (1982), Water Resources Research 18(3).
    """
    added = [game.total - game.value(game.everyone ^ 1 << i) for i in range(len(game.parties))]
    gains = [int(alone) - cents for alone, cents in zip(game.alone, added, strict=True)]
    if not sum(gains):
        return None
    rest = Fraction(game.total - sum(added), sum(gains))
    return tuple(cents + rest * gain for cents, gain in zip(added, gains, strict=True))


METHODS: dict[str, Callable[[Game], Shares | None]] = {
    "equal": equal,
    "by-alone": by_alone,
    "separable": separable,
    "shapley": shapley,
    "nucleolus": lambda game: nucleolus(game).shares,
}
"""Code of a method -> how it divides, in cents by the order of the parties."""
