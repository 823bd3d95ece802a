# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Amounts of a game that are possible but seldom meant: worth a look before deciding by them."""

from dataclasses import dataclass

from samenspel.core.sharing.games import Floats, Game, Kind


@dataclass(frozen=True, slots=True)
class Oddity:
    """
    A group, the party in it that makes it odd, and by how many cents.

    ``dearer-together``: the group pays more than the party and the others apart, or saves less.
    ``cheaper-with-more``: the group pays less than the others without the party.
    """

    code: str
    group: tuple[str, ...]
    party: str
    cents: int


def oddities(game: Game) -> tuple[Oddity, ...]:
    """Return of each kind the worst of the first party that has one."""
    found = [_first(game, "dearer-together", game.kind.sign, game.kind.sign * game.alone)]
    if game.kind is Kind.COST:
        found.append(_first(game, "cheaper-with-more", 1, 0 * game.alone))
    return tuple(one for one in found if one)


def _first(game: Game, code: str, sign: int, least: Floats) -> Oddity | None:
    """Return where a party adds less than *least* to the amounts of others, taken with *sign*."""
    for index, party in enumerate(game.parties):
        square = game.values.reshape(-1, 2, 1 << index)
        added = sign * (square[:, 1] - square[:, 0])
        if (lacking := least[index] - added.min()) > 0:
            return Oddity(code, game.names(_group(int(added.argmin()), index)), party, int(lacking))
    return None


def _group(place: int, index: int) -> int:
    """Return the group with the party at *index* added to the others at *place*."""
    high, low = divmod(place, 1 << index)
    return high << index + 1 | 1 << index | low
