# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What fair shares cost to compute, beside the peers in the same run; and whether both agree.

Run ``python benchmarks/sharing.py`` after installing the extra ``bench``; without it the peers are
left out. It takes some five minutes, most of it for 1,000 random games. CPU seconds of this
process, best of three below a second; numpy is held to one thread, as the peers are.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import resource
import time
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import linprog

from samenspel.core.funding.what_if import Changes, what_if
from samenspel.core.sharing.closed_forms import airport_shapley
from samenspel.core.sharing.core_test import least_core
from samenspel.core.sharing.games import Floats, Game, Kind, members, savings_of, sums
from samenspel.core.sharing.keys import INHABITANTS, Basis, mix, per
from samenspel.core.sharing.kohlberg import is_nucleolus
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.nucleolus import nucleolus
from samenspel.core.sharing.programs import Program, facilities
from samenspel.core.sharing.scenario import Scenario
from samenspel.core.sharing.shapley import shapley

try:
    import coopgame
except ImportError:
    coopgame = None
try:
    import tucoopy
except ImportError:
    tucoopy = None

QUICK = 1.0
CLOSE = 1e-6
RANDOM_GAMES = 1000
PEER_MOST = 22
"""Parties: at 24 the peer takes more than a gigabyte."""

TUCOOPY_MOST, TUCOOPY_GAMES = 6, 100
"""Of its parties and games: it is slow."""


def main() -> None:
    """Print the figures."""
    print("Shapley value, exact: concave costs")
    for parties in (16, 20, 22, 24):
        against("shapley", concave(parties), shapley)
    print("nucleolus: concave costs; costs of places")
    for parties in (16, 18, 20, 22, 24):
        against("nucleolus", concave(parties), lambda game: nucleolus(game).shares)
        against("nucleolus", places(parties), lambda game: nucleolus(game).shares)
    print(f"peak memory so far: {memory()} MB")
    print("least core without a table: every party a possible place")
    for parties in (20, 35):
        cost, found = seconds(lambda n=parties: least_core(program(n)))
        print(f"  n={parties}: {cost:.2f} s, at best {found.excess:.2f} cents for the worst group")
    print("nucleolus without a table")
    print(f"  n=20: {seconds(lambda: nucleolus(program(20)))[0]:.2f} s")
    print("airport of 1,000,000 parties")
    costs = np.floor(chance(1).uniform(0, 1e6, 1_000_000))
    print(f"  {seconds(lambda: airport_shapley(costs))[0]:.3f} s")
    print("what if: 35 parties, 10 years, 100 measures by two keys, a limit, the gap spread")
    print(f"  {seconds(what_if_35())[0]:.3f} s")
    random_games()


def against(name: str, game: Game, own: Callable[[Game], Any]) -> None:
    """Print our time and that of the best peer on the same game of savings, and the difference."""
    savings = savings_of(game)
    mine, shares = seconds(lambda: own(savings))
    line = f"  n={len(game.parties)}: own {mine:.4f} s"
    if coopgame is not None and len(game.parties) <= PEER_MOST:
        listed = savings.values[1:].tolist()
        theirs, found = seconds(lambda: getattr(coopgame, name)(coopgame.Game(listed)))
        values = found["allocation"] if isinstance(found, dict) else found
        gap = max(abs(float(a) - b) for a, b in zip(shares, values, strict=True))
        line += f", coopgame-py {theirs:.4f} s: {theirs / mine:.1f} times; differ {gap:.1e} cents"
    print(line, flush=True)


def random_games() -> None:
    """Hold random games of at most ten parties against slow code, the criterion and the peers."""
    wrong, wrong_peer, tried = 0, 0, 0
    for seed in range(RANDOM_GAMES):
        game = random_game(2 + seed % 9, seed)
        found = [float(share) for share in nucleolus(game).shares]
        slow = by_all_rows(game)
        fair = [float(share) for share in shapley(game)]
        held = np.allclose(found, slow, atol=CLOSE) and is_nucleolus(game, found)
        wrong += not (held and np.allclose(fair, by_definition(game), atol=CLOSE))
        if tucoopy is not None and tried < TUCOOPY_GAMES and fits_tucoopy(game):
            tried += 1
            wrong_peer += not is_nucleolus(game, of_tucoopy(game))
    print(f"{RANDOM_GAMES} random games of 2 to 10 parties against slow code: {wrong} wrong")
    if tried:
        print(f"  tucoopy: {wrong_peer} of {tried} are not the nucleolus by Kohlberg's criterion")


def by_definition(game: Game) -> list[float]:
    """Return the Shapley value, group by group."""
    parties = len(game.parties)
    orders = [1.0]
    for size in range(1, parties + 1):
        orders.append(orders[-1] * size)
    shares = [0.0] * parties
    for group in range(game.everyone):
        size = group.bit_count()
        weight = orders[size] * orders[parties - size - 1] / orders[parties]
        for party in range(parties):
            if not group >> party & 1:
                shares[party] += weight * (game.value(group | 1 << party) - game.value(group))
    return shares


def by_all_rows(game: Game) -> Floats:
    """Return the nucleolus by linear programs that have all groups as rows."""
    parties, everyone = len(game.parties), game.everyone
    alone = game.alone
    bounded = alone.sum() <= game.total
    groups = members(range(1, everyone), parties)
    worths = game.values[1:everyone]
    basis, amounts = np.ones((1, parties)), [float(game.total)]
    while True:
        outside = np.linalg.norm(groups @ (np.eye(parties) - np.linalg.pinv(basis) @ basis), axis=1)
        rows, worth = groups[outside > CLOSE], worths[outside > CLOSE]
        if not len(rows):
            return np.linalg.lstsq(basis, np.array(amounts), rcond=None)[0]
        found = linprog(
            np.append(np.zeros(parties), 1.0),
            A_ub=-np.column_stack([rows, np.ones(len(rows))]),
            b_ub=-worth,
            A_eq=np.column_stack([basis, np.zeros(len(basis))]),
            b_eq=amounts,
            bounds=[(one if bounded else None, None) for one in alone] + [(None, None)],
        )
        tight = -found.ineqlin.marginals > CLOSE
        basis = np.concatenate([basis, rows[tight]])
        amounts += list(worth[tight] - found.x[-1])


def fits_tucoopy(game: Game) -> bool:
    """Tell whether the game is small, and can leave nobody worse off than alone."""
    return len(game.parties) <= TUCOOPY_MOST and game.alone.sum() <= game.total


def of_tucoopy(game: Game) -> list[float]:
    """Return what tucoopy calls the nucleolus."""
    values = {group: float(value) for group, value in enumerate(game.values)}
    return list(tucoopy.nucleolus(tucoopy.Game(n_players=len(game.parties), v=values)).x)


def what_if_35() -> Callable[[], Any]:
    """Return the work of a what-if: 35 parties, 10 years with rises, 100 measures, a limit."""
    people = {f"p{i}": 9_000 + 731 * i for i in range(35)}
    homes = {party: 10 + 37 * i for i, party in enumerate(people)}
    keys = [per(INHABITANTS), mix({INHABITANTS: 2, "homes": 1})]
    plan = Scenario(
        tuple(people),
        tuple(range(2027, 2037)),
        tuple(Layer(keys[i % 2], amount_cents=1_234_567 + 891 * i) for i in range(100)),
        {INHABITANTS: Basis(people), "homes": Basis(homes)},
        rises={year: Fraction("2.5") for year in range(2028, 2037)},
    )
    changes = Changes(percent=Fraction(90), limits={"p34": 10_00}, left_out=frozenset({"p3"}))
    return lambda: what_if(plan, changes, "spread")


def concave(parties: int) -> Game:
    """Return costs that grow with the square root of size."""
    weights = chance(1).integers(10, 1000, parties).astype(np.float64)
    return Game(names(parties), np.floor(10_000 * np.sqrt(sums(weights))))


def places(parties: int, of: int = 6) -> Game:
    """Return costs of serving parties from the best of *of* places."""
    serving, opening = distances(parties, of)
    costs = np.full(1 << parties, np.inf)
    for count in range(1, of + 1):
        for chosen in combinations(range(of), count):
            best = serving[:, list(chosen)].min(axis=1)
            np.minimum(costs, sums(best) + opening[list(chosen)].sum(), out=costs)
    costs[0] = 0
    return Game(names(parties), costs)


def program(parties: int) -> Program:
    """Return the same without a table, where every party is a possible place."""
    serving, opening = distances(parties, parties)
    return facilities(names(parties), opening, serving)


def distances(parties: int, of: int) -> tuple[Floats, Floats]:
    """Return what serving and opening cost."""
    random = chance(1)
    homes, sites = random.random((parties, 2)), random.random((of, 2))
    apart = np.hypot(*(homes[:, None] - sites[None]).transpose(2, 0, 1))
    return np.floor(apart * 100_000), np.floor(random.uniform(30_000, 60_000, of))


def random_game(parties: int, seed: int) -> Game:
    """Return savings from nowhere."""
    values = chance(seed).integers(0, 1000, 1 << parties).astype(np.float64)
    values[0] = 0
    return Game(names(parties), values, Kind.SAVINGS)


def names(parties: int) -> tuple[str, ...]:
    """Return names for parties."""
    return tuple(f"p{i}" for i in range(parties))


def chance(seed: int) -> np.random.Generator:
    """Return chance that repeats itself."""
    return np.random.Generator(np.random.PCG64(seed))


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return how much CPU *work* takes, and its outcome; the best of three when it is quick."""
    best, found = np.inf, None
    for _ in range(3):
        start = time.process_time()
        found = work()
        best = min(best, time.process_time() - start)
        if best > QUICK:
            break
    return float(best), found


def memory() -> int:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
