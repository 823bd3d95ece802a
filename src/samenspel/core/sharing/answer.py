# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is answered: for a game its divisions with their audits, for a plan its gap and ways out."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from samenspel.core.sharing.audit import Audit, Shares, audit, in_cents
from samenspel.core.sharing.closing import Way, ways_to_close
from samenspel.core.sharing.core_test import LeastCore, least_core, worst_group
from samenspel.core.sharing.divisions import METHODS
from samenspel.core.sharing.games import Game, Kind, names_in
from samenspel.core.sharing.kohlberg import is_nucleolus
from samenspel.core.sharing.oddities import Oddity, oddities
from samenspel.core.sharing.programs import shared_costs
from samenspel.core.sharing.scenario import Outcome, Scenario, outcome
from samenspel.core.sharing.shared import Shared, shapley_of, table_of
from samenspel.core.sharing.shared_audit import audit_of

MOST_CERTIFIED = 16
"""Parties up to which the nucleolus is proved anew from its shares."""

_MOST_IN_TABLE_OF_SHARED = 20


@dataclass(frozen=True, slots=True)
class Division:
    """
    One method: its shares in whole cents, and their audit before rounding.

    ``certified``: whether Kohlberg's criterion holds; None where it does not apply or was not
    tested.
    """

    shares: dict[str, int]
    audit: Audit
    certified: bool | None = None


@dataclass(frozen=True, slots=True)
class GameAnswer:
    """The divisions of a game by method, whether any division can hold, and what is odd."""

    parties: tuple[str, ...]
    kind: Kind
    total_cents: int
    alone_cents: dict[str, int]
    divisions: dict[str, Division]
    core: LeastCore
    oddities: tuple[Oddity, ...] = ()

    def names(self, group: int) -> tuple[str, ...]:
        """Return the parties in a group."""
        return names_in(group, self.parties)


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """What each party is asked and pays, and ways to close the gap."""

    scenario: Scenario
    found: Outcome
    ways: tuple[Way, ...]


def answer(request: Game | Shared | Scenario) -> GameAnswer | PlanAnswer:
    """
    Return the answer.

    Raises:
        RuleError: what the modules of the three forms raise.
    """
    if isinstance(request, Scenario):
        found = outcome(request)
        return PlanAnswer(request, found, ways_to_close(request, found))
    if isinstance(request, Game):
        return _of_game(request)
    if len(request.parties) <= _MOST_IN_TABLE_OF_SHARED:
        return _of_game(table_of(request))
    return _of_shared(request)


def _of_game(game: Game) -> GameAnswer:
    alone = (int(cents) for cents in game.alone)
    return GameAnswer(
        game.parties,
        game.kind,
        game.total,
        dict(zip(game.parties, alone, strict=True)),
        dict(_divisions(game)),
        least_core(game),
        oddities(game),
    )


def _divisions(game: Game) -> Iterator[tuple[str, Division]]:
    for code, method in METHODS.items():
        shares = method(game)
        if shares is None:
            continue
        certified = None
        if code == "nucleolus" and len(game.parties) <= MOST_CERTIFIED:
            certified = is_nucleolus(game, shares)
        cents = in_cents(game.parties, game.total, shares)
        yield code, Division(cents, audit(game, shares), certified)


def _of_shared(shared: Shared) -> GameAnswer:
    program = shared_costs(shared.parties, shared.items)
    divisions = {}
    for code, shares in _shares_of_shared(shared):
        worst = worst_group(program, np.array([float(share) for share in shares]))
        cents = in_cents(shared.parties, shared.total, shares)
        divisions[code] = Division(cents, audit_of(shared, shares, worst))
    core = least_core(program)
    return GameAnswer(shared.parties, Kind.COST, shared.total, shared.alone, divisions, core)


def _shares_of_shared(shared: Shared) -> Iterator[tuple[str, Shares]]:
    total, count = shared.total, len(shared.parties)
    yield "equal", (Fraction(total, count),) * count
    if alone := sum(shared.alone.values()):
        yield "by-alone", tuple(Fraction(total * own, alone) for own in shared.alone.values())
    yield "shapley", tuple(shapley_of(shared).values())
