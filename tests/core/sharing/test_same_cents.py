# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""However a division is computed, by fractions or fast, it gives the same cents."""

import time
from dataclasses import replace
from fractions import Fraction

import pytest
from by_fractions import ask_slowly, divide_slowly
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.errors import RuleError
from samenspel.core.sharing.closing import ways_to_close
from samenspel.core.sharing.keys import EQUAL, INHABITANTS, Basis, mix, per
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.rules import Centre, Rules, divide
from samenspel.core.sharing.scenario import Scenario, outcome

PARTIES = [f"p{place}" for place in range(6)]
FIGURES = st.lists(st.integers(1, 90_000), min_size=6, max_size=6)
AMOUNTS = st.integers(0, 40) | st.integers(0, 10**9)
BOUNDS = st.dictionaries(st.sampled_from(PARTIES), AMOUNTS, max_size=4)
WEIGHTS = st.integers(0, 9) | st.integers(0, 90_000)
BUDGET_MS = 50


def bases(people, homes):
    return {
        INHABITANTS: Basis(dict(zip(PARTIES, people, strict=True))),
        "homes": Basis(dict(zip(PARTIES, homes, strict=True))),
    }


def told(act):
    try:
        return act()
    except RuleError:
        return "refused"


@given(AMOUNTS, st.lists(WEIGHTS, min_size=6, max_size=6), BOUNDS, BOUNDS)
def test_bounds_give_the_cents_of_exact_fractions(amount, homes, floors, caps):
    weights, rules = dict(zip(PARTIES, homes, strict=True)), Rules(floors, caps)
    if not any(homes):
        return
    figures, key = bases([1] * 6, homes), per("homes")
    fast = told(lambda: divide(amount, key, PARTIES, figures, rules))
    assert fast == told(lambda: divide_slowly(amount, weights, rules))


@given(
    FIGURES,
    FIGURES,
    st.lists(AMOUNTS, min_size=1, max_size=3),
    st.dictionaries(st.integers(2027, 2031), st.fractions(0, 9, max_denominator=10)),
)
def test_a_scenario_gives_the_cents_of_exact_fractions(people, homes, amounts, rises):
    keys = [mix({INHABITANTS: 2, "homes": 1, EQUAL: 1}), per("homes"), per(INHABITANTS)]
    centre = Rules(centre=Centre("p1", Fraction(1, 7)))
    layers = [
        Layer(key, amount_cents=amount, rules=centre)
        for key, amount in zip(keys, amounts, strict=False)
    ]
    layers.append(Layer(per(INHABITANTS), rate_cents=Fraction(1250, 3)))
    plan = Scenario(tuple(PARTIES), tuple(range(2027, 2032)), tuple(layers), bases(people, homes))
    plan = replace(plan, rises=rises)
    assert outcome(plan).asked == ask_slowly(plan)


@given(FIGURES, AMOUNTS, st.permutations(PARTIES))
def test_the_order_of_parties_says_nothing(people, amount, order):
    layers = (Layer(per(INHABITANTS), amount_cents=amount),)
    plan = Scenario(tuple(PARTIES), (2027,), layers, bases(people, people))
    turned = {INHABITANTS: Basis({one: plan.bases[INHABITANTS].figures[one] for one in order})}
    other = replace(plan, parties=tuple(order), bases=turned)
    assert outcome(other).pays == outcome(plan).pays


@given(FIGURES, AMOUNTS, st.integers(2, 1000))
def test_another_unit_of_a_basis_changes_no_cent(people, amount, factor):
    layers = (Layer(per(INHABITANTS), amount_cents=amount),)
    plan = Scenario(tuple(PARTIES), (2027,), layers, bases(people, people))
    scaled = replace(plan, bases=bases([one * factor for one in people], people))
    assert outcome(scaled).pays == outcome(plan).pays


@given(FIGURES, AMOUNTS, st.dictionaries(st.sampled_from(PARTIES), st.integers(0, 5000)))
def test_no_way_out_asks_more_than_a_limit(people, amount, limits):
    layers = (Layer(per(INHABITANTS), amount_cents=amount),)
    plan = Scenario(tuple(PARTIES), (2027, 2028), layers, bases(people, people), limits=limits)
    found = outcome(plan)
    counts = dict(zip(PARTIES, people, strict=True))
    for way in (found, *ways_to_close(plan, found)):
        for party, most in limits.items():
            assert all(cents <= most * counts[party] for cents in way.pays[party].values())


@pytest.mark.parametrize("spread", [False, True])
def test_thirty_five_parties_ten_years_and_a_hundred_measures_are_quick(spread):
    people = {f"p{place:02}": 9_000 + 731 * place for place in range(35)}
    homes = {party: 10 + 37 * place for place, party in enumerate(people)}
    known = {INHABITANTS: Basis(people), "homes": Basis(homes)}
    keys = [per(INHABITANTS), mix({INHABITANTS: 2, "homes": 1})]
    layers = [Layer(keys[n % 2], amount_cents=1_234_567 + 891 * n) for n in range(100)]
    rises = {year: Fraction("2.5") for year in range(2028, 2037)}
    plan = Scenario(tuple(people), tuple(range(2027, 2037)), tuple(layers), known, rises=rises)
    plan = replace(plan, limits={"p34": 10_00} if spread else {})
    costs = []
    for _ in range(5):
        start = time.process_time()
        ways_to_close(plan, outcome(plan))
        costs.append((time.process_time() - start) * 1000)
    assert min(costs) < BUDGET_MS
