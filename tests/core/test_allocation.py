# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An allocation is one text that divides the same way for ever; its invoices tie to the cent."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.agenda.record import Cost, Measure
from samenspel.core.errors import RuleError
from samenspel.core.funding.allocation import (
    check_frozen,
    check_plan,
    digest_of,
    invoices,
    reckoned,
)
from samenspel.core.funding.fair import beside_key, fair_by_parts, game_of_measures, game_of_parts
from samenspel.core.funding.what_if import Changes, changes_text, read_changes, what_if
from samenspel.core.sharing.keys import EQUAL, INHABITANTS, Basis, mix, per
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.plan_json import plan_text, shown
from samenspel.core.sharing.request import read_plan
from samenspel.core.sharing.rules import Centre, Rules, Transition
from samenspel.core.sharing.scenario import Scenario, outcome

PEOPLE = {"almelo": 73_132, "borne": 23_668, "enschede": 159_732}
BASES = {INHABITANTS: Basis(PEOPLE, date(2021, 1, 1), "CBS")}
FUND = Layer(per(INHABITANTS), rate_cents=12_50, name="Fund")
PLAN = Scenario(tuple(PEOPLE), (2027, 2028), (FUND,), BASES)
OFFICE = Layer(mix({EQUAL: 1, INHABITANTS: 4}), amount_cents=100_000_01, name="Office")
EVERY_RULE = Layer(
    per(INHABITANTS),
    amount_cents=50_000_00,
    only=frozenset({"almelo", "borne"}),
    rules=Rules({"borne": 100}, {"almelo": 40_000_00}, Centre("almelo", Fraction(1, 3))),
    measure="M1",
)
TRANSITION = Rules(transition=Transition({"almelo": 1_00, "borne": 2_00}, Fraction(1, 4)))
MANY = replace(
    PLAN,
    layers=(FUND, OFFICE, EVERY_RULE, replace(OFFICE, rules=TRANSITION)),
    rises={2028: Fraction(5, 2)},
    limits={"almelo": 5_00},
    left_out=frozenset({"borne"}),
)


def refused(code, act):
    with pytest.raises(RuleError) as error:
        act()
    assert error.value.code == code


@pytest.mark.parametrize("plan", [PLAN, MANY])
def test_a_plan_comes_back_from_its_text(plan):
    text = plan_text(plan)
    assert outcome(read_plan(text)) == outcome(plan)
    assert plan_text(read_plan(text)) == text
    assert read_plan(text).bases[INHABITANTS] == BASES[INHABITANTS]


def test_the_order_of_parties_does_not_change_the_digest():
    turned = dict(reversed(PEOPLE.items()))
    other = replace(
        PLAN,
        parties=tuple(turned),
        bases={INHABITANTS: replace(BASES[INHABITANTS], figures=turned)},
    )
    assert digest_of(plan_text(other)) == digest_of(plan_text(PLAN))


@given(st.fractions(), st.integers(-(10**18), 10**18))
def test_a_number_as_text_loses_nothing(fraction, whole):
    assert Fraction(shown(fraction)) == fraction
    assert shown(whole) == str(whole)


def test_what_cannot_be_decided_is_refused():
    undated = replace(PLAN, bases={INHABITANTS: Basis(PEOPLE)})
    refused("allocation-basis-undated", lambda: check_frozen(undated))
    free = replace(PLAN, layers=(replace(FUND, rate_cents=0),))
    refused("share-gives-nothing", lambda: check_frozen(free))
    check_frozen(PLAN)


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("unknown-party", {"parties": (*PEOPLE, "atlantis")}),
        ("allocation-years", {"years": ()}),
        ("allocation-years", {"years": tuple(range(2000, 2031))}),
        ("allocation-layers", {"layers": ()}),
        ("text-unfit", {"layers": (replace(FUND, name="\u202e"),)}),
        ("text-unfit", {"layers": (replace(FUND, name="x" * 301),)}),
        ("text-unfit", {"bases": {INHABITANTS: replace(BASES[INHABITANTS], source="\0")}}),
        ("share-basis-unknown", {"layers": (Layer(per("homes"), amount_cents=1),)}),
        ("share-without-inhabitants", {"bases": {INHABITANTS: Basis(PEOPLE | {"borne": 0})}}),
        ("share-amount-negative", {"layers": (replace(OFFICE, amount_cents=-1),)}),
        ("share-amount-too-large", {"layers": (replace(OFFICE, amount_cents=2**53),)}),
        ("share-amount-too-large", {"layers": (replace(OFFICE, amount_cents=2**53 - 1),) * 2}),
    ],
)
def test_what_cannot_be_divided_is_not_kept(code, changed):
    refused(code, lambda: check_plan(replace(PLAN, **changed), PEOPLE))


def test_a_key_that_gives_nobody_anything_is_not_kept():
    nothing = {"homes": Basis(dict.fromkeys(PEOPLE, 0))}
    layers = (Layer(per("homes"), amount_cents=1),)
    plan = replace(PLAN, bases=nothing, layers=layers)
    refused("share-gives-nothing", lambda: check_plan(plan, PEOPLE))


@given(st.lists(st.integers(1, 10**6), min_size=3, max_size=3), st.integers(0, 10**9))
def test_invoices_add_up_by_line_by_party_and_by_year(people, amount):
    basis = {INHABITANTS: Basis(dict(zip(PEOPLE, people, strict=True)))}
    layers = (FUND, replace(OFFICE, amount_cents=amount))
    plan = replace(PLAN, bases=basis, layers=layers, limits={"almelo": 5_00})
    found = outcome(plan)
    made = invoices(plan, found)
    assert len(made) == len(PEOPLE) * 2
    assert all(sum(line.cents for line in one.lines) == one.cents for one in made)
    assert sum(one.cents for one in made) == sum(found.by_party().values())
    asked = sum(line.cents for one in made for line in one.lines if line.layer is not None)
    assert asked == found.programme_cents


@pytest.mark.parametrize(
    ("changes", "total"),
    [
        (Changes(), 256_532 * 12_50 * 2),
        (Changes(percent=Fraction(60)), 256_532 * 7_50 * 2),
        (Changes(amounts={0: 5_00}), 256_532 * 5_00 * 2),
        (Changes(limits={"almelo": 5_00}), (256_532 * 12_50 - 73_132 * 7_50) * 2),
        (Changes(left_out=frozenset({"almelo"})), (256_532 - 73_132) * 12_50 * 2),
        (Changes(weights={EQUAL: Fraction(1)}), 256_532 * 12_50 * 2),
        (
            Changes(percent=Fraction(60), extra_cents=5_00, extra_for=frozenset({"borne"})),
            (256_532 * 7_50 + 23_668 * 5_00) * 2,
        ),
    ],
)
def test_a_change_does_what_it_says(changes, total):
    found = what_if(PLAN, changes)
    assert sum(found.final.by_party().values()) == total
    assert read_changes(changes_text(changes)) == changes


def test_the_same_for_everyone_is_the_same_for_everyone():
    pays = what_if(PLAN, Changes(weights={EQUAL: Fraction(1)})).final.by_party().values()
    assert max(pays) - min(pays) <= 2


def test_a_gap_is_closed_in_the_way_that_is_chosen():
    changes = Changes(limits={"almelo": 5_00})
    spread = what_if(PLAN, changes, "spread")
    assert spread.way
    assert spread.found.gap_cents == 73_132 * 7_50 * 2
    assert sum(spread.final.by_party().values()) == spread.found.programme_cents
    assert what_if(PLAN, changes, "level").final.by_party()["borne"] == 23_668 * 5_00 * 2
    assert what_if(PLAN, changes, "no such way").way is None


def test_changes_that_cannot_be_are_refused():
    refused("what-if-nobody", lambda: what_if(PLAN, Changes(left_out=frozenset(PEOPLE))))
    refused("what-if-layer", lambda: what_if(PLAN, Changes(amounts={1: 5})))
    refused("share-amount-negative", lambda: what_if(PLAN, Changes(percent=Fraction(-1))))
    refused("share-amount-too-large", lambda: what_if(PLAN, Changes(limits={"almelo": 2**53})))
    refused("share-unknown-party", lambda: what_if(PLAN, Changes(limits={"atlantis": 1})))


def test_a_rate_is_its_own_cost_and_an_amount_is_shared():
    found = fair_by_parts(plan_text(PLAN))
    assert found.divisions["key"].audit.in_core
    assert found.divisions["key"].shares == found.divisions["shapley"].shares
    office = reckoned(plan_text(replace(PLAN, layers=(OFFICE,))))
    assert game_of_parts(office).alone == dict.fromkeys(PEOPLE, 200_000_02)


def test_a_key_that_a_group_would_leave_says_which():
    costs = {"almelo": 10_00, "borne": 90_00}
    measures = [
        Measure(party, party, lead=party, costs=(Cost(None, cents),))
        for party, cents in costs.items()
    ]
    game = game_of_measures([*measures, Measure("M3", "of nobody", costs=(Cost(None, 5),))], costs)
    assert game.total == 100_00
    found = beside_key(game, {"almelo": 1, "borne": 1})
    key = found.divisions["key"]
    assert key.shares == {"almelo": 50_00, "borne": 50_00}
    assert key.audit.worse_off == {"almelo": 40_00}
    assert found.names(key.audit.worst.group) == ("almelo",)


def test_many_parties_are_held_against_their_shares_without_a_table():
    people = {f"p{place:02}": 1000 + place for place in range(24)}
    layers = (replace(OFFICE, amount_cents=100_00),)
    plan = Scenario(tuple(people), (2027,), layers, {INHABITANTS: Basis(people)})
    found = fair_by_parts(plan_text(plan))
    assert set(found.divisions) == {"key", "equal", "by-alone", "shapley"}
    assert found.divisions["key"].audit.in_core
