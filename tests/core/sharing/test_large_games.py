# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Games without a table agree with the same games in a table, and closed forms with both."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.core.errors import RuleError
from samenspel.core.sharing.closed_forms import airport_nucleolus, airport_shapley
from samenspel.core.sharing.core_test import least_core, worst_group
from samenspel.core.sharing.games import Game, group_of, names_in
from samenspel.core.sharing.nucleolus import nucleolus
from samenspel.core.sharing.programs import facilities, shared_costs
from samenspel.core.sharing.shapley import shapley, shapley_sampled
from samenspel.core.sharing.shared import Shared, SharedCost, shapley_of, table_of

NAMES = tuple("abcdef")
needs = st.lists(st.integers(0, 50), min_size=1, max_size=7)


@st.composite
def shared(draw):
    parties = NAMES[: draw(st.integers(2, 6))]
    users = st.sets(st.sampled_from(parties), min_size=1).map(frozenset)
    items = st.builds(SharedCost, st.integers(0, 5000), users)
    return Shared(parties, tuple(draw(st.lists(items, min_size=1, max_size=6))))


def airport(costs):
    count = len(costs)
    values = [
        max((c for i, c in enumerate(costs) if g >> i & 1), default=0) for g in range(1 << count)
    ]
    return Game(tuple(map(str, range(count))), np.array(values, dtype=float))


def places(count, seed=7):
    chance = np.random.Generator(np.random.PCG64(seed))
    serving = np.floor(chance.uniform(100, 9000, (count, count)))
    return facilities(
        [f"p{i}" for i in range(count)], chance.uniform(3000, 6000, count) // 1, serving
    )


def table(program):
    values = [0.0, *(program.cost(g) for g in range(1, program.everyone + 1))]
    return Game(program.parties, np.array(values, dtype=float))


@settings(max_examples=40, deadline=None)
@given(shared())
def test_shared_things_are_paid_by_their_users_alike(one):
    assert tuple(shapley_of(one).values()) == shapley(table_of(one))


@settings(max_examples=25, deadline=None)
@given(shared())
def test_least_core_of_shared_things_needs_no_table(one):
    program = shared_costs(one.parties, one.items)
    assert [program.cost(g) for g in range(1, program.everyone + 1)] == list(
        table_of(one).values[1:]
    )
    assert least_core(program).excess == pytest.approx(least_core(table_of(one)).excess, abs=0.02)


def test_a_game_of_places_agrees_with_its_table():
    program = places(6)
    listed = table(program)
    assert least_core(program).excess == pytest.approx(least_core(listed).excess, abs=0.02)
    shares = np.full(6, listed.total / 6)
    with_table, without = worst_group(listed, shares), worst_group(program, shares)
    assert without.group == with_table.group
    assert without.gain == pytest.approx(with_table.gain)


@settings(max_examples=15, deadline=None)
@given(shared())
def test_nucleolus_of_shared_things_needs_no_table(one):
    assert nucleolus(shared_costs(one.parties, one.items)).shares == nucleolus(table_of(one)).shares


@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_nucleolus_of_places_needs_no_table(count):
    program = places(count)
    assert nucleolus(program).shares == nucleolus(table(program)).shares


def test_twenty_parties_without_a_table_name_the_group_that_blocks():
    program = places(20)
    found = least_core(program)
    paid = sum(share for i, share in enumerate(found.shares) if found.worst.group >> i & 1)
    assert paid - program.cost(found.worst.group) == pytest.approx(found.excess, abs=0.02)
    assert worst_group(program, np.array(found.shares)).gain <= found.excess + 0.02
    assert 1 <= len(names_in(found.worst.group, program.parties)) <= 19


@given(needs)
def test_airport_shapley_is_that_of_the_table(costs):
    expected = [float(share) for share in shapley(airport(costs))]
    assert airport_shapley(np.array(costs, dtype=float)) == pytest.approx(expected, abs=1e-9)


@settings(deadline=None)
@given(needs)
def test_airport_nucleolus_is_that_of_the_table(costs):
    expected = [float(share) for share in nucleolus(airport(costs)).shares]
    assert airport_nucleolus(np.array(costs, dtype=float)) == pytest.approx(expected, abs=1e-9)


def test_runways_of_the_books():
    costs = np.array([1.0, 2.0, 3.0])
    assert airport_shapley(costs) == pytest.approx([1 / 3, 5 / 6, 11 / 6])
    assert airport_nucleolus(costs) == pytest.approx([0.5, 0.75, 1.75])


def test_airport_of_a_hundred_thousand_adds_up():
    costs = np.random.Generator(np.random.PCG64(1)).uniform(0, 1e6, 100_000)
    assert airport_shapley(costs).sum() == pytest.approx(costs.max())


@pytest.mark.parametrize("costs", [[], [-1.0], [float("nan")], [float("inf")], [[1.0]]])
@pytest.mark.parametrize("form", [airport_shapley, airport_nucleolus])
def test_costs_that_do_not_hold_are_refused(form, costs):
    with pytest.raises(ValueError, match=r"need the costs|finite"):
        form(np.array(costs))


def test_sampling_lies_within_its_margins_and_repeats_itself():
    costs = np.arange(1.0, 31.0)

    def cost(groups):
        return np.sqrt(groups @ costs)

    found = shapley_sampled(cost, 30, orders=400, seed=3)
    assert found.shares.sum() == pytest.approx(np.sqrt(costs.sum()))
    assert (found.shares == shapley_sampled(cost, 30, orders=400, seed=3).shares).all()
    better = shapley_sampled(cost, 30, orders=8000, seed=4)
    assert (better.margins < found.margins).all()
    inside = np.abs(found.shares - better.shares) <= found.margins + better.margins
    assert inside.mean() >= 0.9


def test_sampling_meets_the_exact_value_of_a_small_game():
    one = table(places(5))

    def cost(groups):
        return one.values[[group_of(row) for row in groups]]

    found = shapley_sampled(cost, 5, orders=2000, seed=1)
    exact = np.array([float(share) for share in shapley(one)])
    assert (np.abs(found.shares - exact) <= 1.5 * found.margins + 1e-9).all()
    with pytest.raises(ValueError, match="four orders"):
        shapley_sampled(cost, 5, orders=3, seed=1)


def test_facilities_that_do_not_hold_are_refused():
    with pytest.raises(ValueError, match="rows"):
        facilities(["a"], np.array([1.0]), np.zeros((2, 1)))
    with pytest.raises(ValueError, match="finite"):
        facilities(["a"], np.array([-1.0]), np.zeros((1, 1)))


@pytest.mark.parametrize(
    ("users", "code"), [((), "game-item-without-users"), (("z",), "game-unknown-party")]
)
def test_shared_things_that_do_not_hold_are_refused(users, code):
    items = (SharedCost(1, frozenset(users)),)
    for wrong in (lambda: shared_costs("ab", items), lambda: shapley_of(Shared(("a", "b"), items))):
        with pytest.raises(RuleError, match=code):
            wrong()
