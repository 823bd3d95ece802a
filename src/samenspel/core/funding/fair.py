# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A key beside shares that are fair or stable, and whether some parties would be cheaper off alone.

The costs of groups come from what was typed, from the parts of the allocation (who is asked for
which), or from the measures of the agenda (who takes part in which).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

import numpy as np

from samenspel.core.agenda.record import Measure
from samenspel.core.errors import RuleError
from samenspel.core.funding.allocation import Reckoned, asked_of, reckoned
from samenspel.core.sharing.answer import Division, GameAnswer, answer
from samenspel.core.sharing.audit import audit
from samenspel.core.sharing.core_test import worst_group
from samenspel.core.sharing.games import Game
from samenspel.core.sharing.programs import shared_costs
from samenspel.core.sharing.request import read
from samenspel.core.sharing.rounding import whole_cents
from samenspel.core.sharing.scenario import Scenario, by_layer
from samenspel.core.sharing.shared import Shared, SharedCost, table_of
from samenspel.core.sharing.shared_audit import audit_of

KEY = "key"
"""The method that is the allocation's own key."""

MOST_PARTIES = 60
MOST_IN_TABLE = 16
"""Parties up to which all groups are looked at, within a second."""

_KEPT = 32


def typed_game(text: str) -> Game | Shared:
    """
    Return the game in a text that ``samenspel share`` reads.

    Raises:
        RuleError: as ``request.read``; ``allocation-game-form`` when it is a plan.
    """
    found = read(text)
    if isinstance(found, Scenario):
        raise RuleError("allocation-game-form")
    return found


def game_of_parts(one: Reckoned) -> Shared:
    """
    Return the game of the parts of an allocation.

    An amount costs the same however many of those it asks take part: they share it. A rate per
    unit grows with who takes part, so everyone brings its own cost.
    """
    items = []
    for layer, years in zip(one.plan.layers, by_layer(one.plan), strict=True):
        paid = Counter[str]()
        for asked in years.values():
            paid.update(asked)
        if layer.amount_cents is None:
            own = {party: cents for party, cents in paid.items() if cents}
            items += [SharedCost(cents, frozenset({party})) for party, cents in own.items()]
        elif paid.total():
            items.append(SharedCost(paid.total(), asked_of(one.plan, layer)))
    return Shared(tuple(sorted(one.plan.parties)), tuple(items))


def game_of_measures(measures: Iterable[Measure], parties: Collection[str]) -> Shared:
    """
    Return the game in which each measure is shared by the parties that take part in it.

    A measure without costs, or in which none of *parties* leads or takes part, is left out.
    """
    items = []
    for measure in measures:
        cents = sum(cost.amount_cents for cost in measure.costs)
        users = frozenset({measure.lead, *measure.partners} & set(parties))
        if cents and users:
            items.append(SharedCost(cents, users))
    return Shared(tuple(sorted(parties)), tuple(items))


def beside_key(game: Game | Shared, pays: Mapping[str, int]) -> GameAnswer:
    """
    Return the divisions of a game with, first, that of a key: in proportion to what parties pay.

    Raises:
        RuleError: ``allocation-game-small`` with fewer than two parties; ``game-too-large`` with
            more than sixty; ``share-gives-nothing`` when nobody pays or there are no costs.
    """
    count = len(game.parties)
    if count < len("ab"):
        raise RuleError("allocation-game-small")
    if count > MOST_PARTIES:
        raise RuleError("game-too-large", count=count, most=MOST_PARTIES)
    if not game.total:
        raise RuleError("share-gives-nothing")
    if isinstance(game, Shared) and count <= MOST_IN_TABLE:
        game = table_of(game)
    found = answer(game)
    if not isinstance(found, GameAnswer):
        raise RuleError("allocation-game-form")
    cents = whole_cents(game.total, {party: pays.get(party, 0) for party in game.parties})
    return replace(found, divisions={KEY: _division(game, cents), **found.divisions})


@lru_cache(_KEPT)
def fair_by_parts(text: str) -> GameAnswer:
    """
    Return the answer for the parts of a frozen plan; kept, since it takes up to seconds.

    Raises:
        RuleError: as ``beside_key``.
    """
    one = reckoned(text)
    return beside_key(game_of_parts(one), one.found.by_party())


@lru_cache(_KEPT)
def fair_as_typed(text: str, game: str) -> GameAnswer:
    """
    Return the answer for a game that was typed; kept, since it takes up to seconds.

    Raises:
        RuleError: as ``typed_game`` and ``beside_key``.
    """
    return beside_key(typed_game(game), reckoned(text).found.by_party())


@lru_cache(_KEPT)
def fair_by_measures(text: str, measures: tuple[Measure, ...]) -> GameAnswer:
    """
    Return the answer for the measures of an agenda; kept, since it takes up to seconds.

    Raises:
        RuleError: as ``beside_key``.
    """
    one = reckoned(text)
    return beside_key(game_of_measures(measures, one.plan.parties), one.found.by_party())


def _division(game: Game | Shared, cents: Mapping[str, int]) -> Division:
    shares = tuple(Fraction(cents[party]) for party in game.parties)
    if isinstance(game, Game):
        return Division(dict(cents), audit(game, shares))
    program = shared_costs(game.parties, game.items)
    worst = worst_group(program, np.array([cents[party] for party in game.parties], np.float64))
    return Division(dict(cents), audit_of(game, shares, worst))
