# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Keys divide to the cent, always the same way, and rules on top are never broken."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samenspel.core.errors import RuleError
from samenspel.core.limits import MAX_INTEGER
from samenspel.core.sharing.keys import (
    EQUAL,
    INHABITANTS,
    Basis,
    Key,
    Part,
    equally,
    fixed_plus,
    mix,
    per,
)
from samenspel.core.sharing.rounding import whole_cents, whole_weights
from samenspel.core.sharing.rules import Centre, Rules, Transition, divide, indexed, per_unit

PEOPLE = {"almelo": 73_132, "borne": 23_668, "enschede": 159_732}
BASES = {
    INHABITANTS: Basis(PEOPLE),
    "homes": Basis({"almelo": 300, "borne": 0, "enschede": 900}),
    "offices": Basis({"almelo": Fraction("1.5"), "borne": 2, "enschede": Fraction("6.5")}),
    "fund": Basis({"almelo": 120_000_000, "borne": 30_000_000, "enschede": 350_000_000}),
}
KEYS = (
    per(INHABITANTS),
    equally(),
    fixed_plus(Fraction(1, 3)),
    mix({"homes": 50, "offices": 30, INHABITANTS: 20}),
    per("fund"),
    mix({EQUAL: 1, "homes": 1, "offices": 1, INHABITANTS: 1, "fund": 1}),
)

parties = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.integers(1, 10**6), min_size=1
)
amounts = st.integers(0, MAX_INTEGER)


def bases(people):
    return {INHABITANTS: Basis(people)}


@pytest.mark.parametrize(
    ("key", "cents"),
    [
        (per(INHABITANTS), [28_508, 9_226, 62_266]),
        (equally(), [33_334, 33_333, 33_333]),
        (fixed_plus(Fraction(1, 2)), [30_921, 21_280, 47_799]),
        (mix({"homes": 2, INHABITANTS: 1}), [26_169, 3_076, 70_755]),
        (per("homes"), [25_000, 0, 75_000]),
        (per("fund"), [24_000, 6_000, 70_000]),
    ],
)
def test_each_key_divides_a_thousand_euros(key, cents):
    assert list(divide(100_000, key, PEOPLE, BASES).values()) == cents


@given(amounts, parties)
def test_shares_add_up_and_the_order_of_parties_says_nothing(amount, people):
    found = divide(amount, per(INHABITANTS), people, bases(people))
    turned = dict(reversed(people.items()))
    assert sum(found.values()) == amount
    assert found == divide(amount, per(INHABITANTS), turned, bases(turned))


@given(amounts, parties, st.integers(2, 1000))
def test_another_unit_gives_the_same_cents(amount, people, unit):
    larger = {party: count * unit for party, count in people.items()}
    key = per(INHABITANTS)
    assert divide(amount, key, people, bases(people)) == divide(amount, key, larger, bases(larger))


@given(amounts, parties)
def test_nobody_is_a_cent_from_its_exact_share(amount, people):
    total = sum(people.values())
    for party, cents in divide(amount, per(INHABITANTS), people, bases(people)).items():
        assert abs(cents - Fraction(amount * people[party], total)) < 1


@given(st.integers(0, 10**12), st.sampled_from(KEYS), st.sampled_from(KEYS))
def test_keys_are_mixed_in_proportion(amount, one, other):
    assume({p.basis for p in one.parts}.isdisjoint(p.basis for p in other.parts))
    assume(len(one.parts) + len(other.parts) <= 5)
    total = [sum(Fraction(p.weight) for p in key.parts) for key in (one, other)]
    parts = [
        Part(p.basis, Fraction(p.weight) / whole)
        for key, whole in zip((one, other), total, strict=True)
        for p in key.parts
    ]
    both = divide(amount, Key(tuple(parts)), PEOPLE, BASES)
    halves = [divide(amount, key, PEOPLE, BASES) for key in (one, other)]
    for party, cents in both.items():
        assert abs(2 * cents - sum(half[party] for half in halves)) <= 4


def test_a_tie_goes_to_the_larger_weight_and_then_to_the_first_code():
    assert whole_cents(1, {"b": 1, "a": 1}) == {"b": 0, "a": 1}
    assert whole_cents(2, {"a": 1, "b": 3}) == {"a": 0, "b": 2}
    assert whole_weights({"a": Fraction(1, 3), "b": Fraction(1, 2)}) == {"a": 2, "b": 3}


@given(amounts, parties, st.data())
def test_caps_and_floors_are_kept_to_the_cent(amount, people, data):
    bounds = st.dictionaries(st.sampled_from(sorted(people)), st.integers(0, MAX_INTEGER))
    floors, caps = data.draw(bounds), data.draw(bounds)
    try:
        found = divide(amount, per(INHABITANTS), people, bases(people), Rules(floors, caps))
    except RuleError:
        low = {party: floors.get(party, 0) for party in people}
        high = {party: caps.get(party, amount) for party in people}
        crossed = any(low[party] > high[party] for party in people)
        assert crossed or sum(low.values()) > amount or sum(high.values()) < amount
        return
    assert sum(found.values()) == amount
    assert all(found[party] <= cap for party, cap in caps.items())
    assert all(found[party] >= floor for party, floor in floors.items())


def test_what_a_capped_party_leaves_is_paid_by_the_others_at_one_price():
    found = divide(100_000, per(INHABITANTS), PEOPLE, BASES, Rules(caps={"enschede": 40_000}))
    assert found == {"almelo": 45_330, "borne": 14_670, "enschede": 40_000}


def test_a_floor_takes_from_the_others():
    found = divide(100_000, per(INHABITANTS), PEOPLE, BASES, Rules(floors={"borne": 20_000}))
    assert found == {"almelo": 25_124, "borne": 20_000, "enschede": 54_876}


def test_the_centre_pays_its_part_first():
    rules = Rules(centre=Centre("enschede", Fraction(1, 10)))
    assert divide(100_000, equally(), PEOPLE, BASES, rules) == {
        "almelo": 30_000,
        "borne": 30_000,
        "enschede": 40_000,
    }


@pytest.mark.parametrize(
    ("progress", "cents"),
    [
        (0, [50_000, 50_000, 0]),
        (Fraction(1, 2), [37_500, 25_000, 37_500]),
        (1, [25_000, 0, 75_000]),
    ],
)
def test_a_transition_goes_from_before_to_the_key(progress, cents):
    before = {"almelo": 700, "borne": 700, "gone": 900}
    rules = Rules(transition=Transition(before, Fraction(progress)))
    assert list(divide(100_000, per("homes"), PEOPLE, BASES, rules).values()) == cents


def test_who_uses_nothing_pays_nothing_also_when_others_are_capped():
    with pytest.raises(RuleError, match="share-caps-leave-gap"):
        divide(100, per("homes"), PEOPLE, BASES, Rules(caps={"almelo": 10, "enschede": 10}))


def test_indexation_is_rounded_once():
    assert indexed(100_00, [Fraction("2.5")] * 3) == 107_69
    assert indexed(100_00, []) == 100_00
    assert indexed(1, [Fraction(50)]) == 2


def test_a_rate_is_rounded_per_party():
    assert per_unit(Fraction("1250.5"), {"a": 1, "b": 2}) == {"a": 1251, "b": 2501}


KEY = per(INHABITANTS)


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("share-amount-negative", lambda: divide(-1, KEY, PEOPLE, BASES)),
        ("share-amount-too-large", lambda: divide(2**53, KEY, PEOPLE, BASES)),
        ("share-no-parties", lambda: divide(1, KEY, (), BASES)),
        ("share-basis-unknown", lambda: divide(1, per("cows"), PEOPLE, BASES)),
        ("share-basis-missing", lambda: divide(1, KEY, ("almelo", "zwolle"), BASES)),
        ("share-basis-negative", lambda: divide(1, per("x"), ("a",), {"x": Basis({"a": -1})})),
        ("share-without-inhabitants", lambda: divide(1, KEY, ("a",), bases({"a": 0}))),
        ("share-gives-nothing", lambda: divide(1, per("x"), ("a",), {"x": Basis({"a": 0})})),
        ("share-gives-nothing", lambda: whole_cents(1, {"a": 0})),
        ("share-key-parts", lambda: Key(())),
        ("share-key-parts", lambda: mix(dict.fromkeys("abcdef", 1))),
        ("share-key-twice", lambda: Key((Part("a"), Part("a")))),
        ("share-key-weight", lambda: mix({"a": 0})),
        ("share-key-weight", lambda: fixed_plus(Fraction(2))),
        ("share-unknown-party", lambda: divide(1, KEY, PEOPLE, BASES, Rules(caps={"x": 1}))),
        (
            "share-rule-part",
            lambda: divide(1, KEY, PEOPLE, BASES, Rules(centre=Centre("borne", Fraction(2)))),
        ),
        (
            "share-floors-exceed",
            lambda: divide(1, KEY, PEOPLE, BASES, Rules(floors=dict.fromkeys(PEOPLE, 1))),
        ),
        (
            "share-bounds-crossed",
            lambda: divide(9, KEY, PEOPLE, BASES, Rules({"borne": 2}, {"borne": 1})),
        ),
    ],
)
def test_what_cannot_be_divided_is_refused(code, wrong):
    with pytest.raises(RuleError, match=code):
        wrong()
