# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A file says who shares what; what does not hold is refused with the name of what is wrong."""

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.core.errors import RuleError
from samenspel.core.sharing.answer import answer
from samenspel.core.sharing.answer_json import to_plain
from samenspel.core.sharing.request import read

TWO = {"parties": ["A", "B"], "cost": {"A": 10, "B": 8.25, "A,B": 15}}
PLAN = {
    "parties": ["Almelo", "Enschede"],
    "key": "inhabitants",
    "rate": 12.5,
    "years": [2018, 2019],
    "basis": {"inhabitants": {"Almelo": 73132, "Enschede": 159732}},
    "limits": {"Almelo": 5.0},
}
SHARED = {
    "parties": ["A", "B", "C"],
    "shared": [
        {"name": "office", "cost": 90, "users": ["A", "B", "C"]},
        {"cost": 10, "users": ["C"]},
    ],
}


def answered(data):
    return to_plain(answer(read(json.dumps(data))))


def shares(data, method):
    return answered(data)["methods"][method]["shares_cents"]


def test_amounts_are_euros_and_shares_are_cents():
    assert shares(TWO, "shapley") == {"A": 838, "B": 662}
    assert shares(TWO, "nucleolus") == {"A": 838, "B": 662}
    assert shares(TWO, "equal") == {"A": 750, "B": 750}


def test_cents_and_euros_are_two_ways_to_say_the_same():
    cents = {"parties": ["A", "B"], "cost_cents": {"A": 1000, "B": 825, "A,B": 1500}}
    assert answered(cents) == answered(TWO)


def test_spaces_and_the_order_within_a_group_say_nothing():
    turned = {"parties": ["A", "B"], "cost": {" B , A": 15, "B": 8.25, "A ": 10}}
    assert answered(turned) == answered(TWO)


def test_every_division_comes_with_its_audit_and_the_most_violated_group():
    data = {"parties": ["A", "B", "C"], "cost": dict.fromkeys(["A", "B", "C"], 10)}
    data["cost"] |= {"A,B": 11, "A,C": 20, "B,C": 20, "A,B,C": 21}
    equal = answered(data)["methods"]["equal"]
    assert equal["audit"] == {
        "efficient": True,
        "individually_rational": True,
        "worse_off_cents": {},
        "in_core": False,
        "most_violated": {"group": ["A", "B"], "gain_cents": 300},
        "dummies": False,
        "symmetric": True,
    }
    assert answered(data)["methods"]["nucleolus"]["certified"] is True
    assert answered(data)["core"]["empty"] is False


def test_an_empty_core_tells_by_how_much():
    data = {"parties": list("abc"), "savings": dict.fromkeys(["a", "b", "c"], 0)}
    data["savings"] |= dict.fromkeys(["a,b", "a,c", "b,c", "a,b,c"], 90)
    core = answered(data)["core"]
    assert (core["empty"], core["least_excess_cents"]) == (True, 30_00)
    assert len(core["most_violated"]["group"]) == 2


def test_shared_things_become_a_game():
    assert shares(SHARED, "shapley") == {"A": 3000, "B": 3000, "C": 4000}


def test_many_parties_that_share_need_no_table():
    parties = [f"p{i}" for i in range(24)]
    one = {"parties": parties, "shared": [{"cost": 100, "users": parties}]}
    one["shared"].append({"cost": 50, "users": parties[:2]})
    found = answered(one)
    assert set(found["methods"]) == {"equal", "by-alone", "shapley"}
    assert found["methods"]["shapley"]["shares_cents"]["p0"] == 2917
    assert found["methods"]["shapley"]["audit"]["in_core"] is True
    assert found["methods"]["equal"]["audit"]["symmetric"] is True


def test_a_plan_tells_the_gap_and_ways_to_close_it():
    found = answered(PLAN)
    assert found["gap_cents"] == 73132 * 750 * 2
    assert [way["way"] for way in found["ways"]] == ["spread", "smaller", "level", "source"]
    assert found["years_cents"]["Almelo"] == {2018: 36_566_000, 2019: 36_566_000}


def test_a_key_may_have_every_rule():
    plan = {
        "parties": ["A", "B"],
        "key": {"equal": 0.5, "homes": 0.5},
        "amount": 1000,
        "basis": {"homes": {"A": 1, "B": 3}},
        "centre": {"party": "A", "part": 0.1},
        "transition": {"before": {"A": 1, "B": 1}, "progress": 0.5},
        "caps": {"B": 500},
        "floors": {"A": 1},
        "plus": [{"key": "equal", "amount": 3.01, "only": ["B"]}],
        "without": [],
        "rises": {"2030": 2},
    }
    assert answered(plan)["shares_cents"] == {"A": 500_00, "B": 503_01}
    assert read(json.dumps(plan)).layers[0].key.parts[0].weight == Fraction(1, 2)


def odd(costs):
    names = sorted({name for group in costs for name in group})
    data = {"parties": names, "cost": {",".join(group): value for group, value in costs.items()}}
    return {one["code"]: one for one in answered(data)["odd"]}


def test_odd_amounts_are_told_with_their_group():
    assert odd({"a": 5, "b": 5, "ab": 12})["dearer-together"]["cents"] == 200
    assert odd({"a": 5, "b": 5, "ab": 3})["cheaper-with-more"]["group"] == ("a", "b")
    assert odd({"a": 5, "b": 5, "ab": 8}) == {}


def without(data, *fields, **more):
    return {name: value for name, value in data.items() if name not in fields} | more


def cost(**amounts):
    return {
        "parties": ["A", "B"],
        "cost": {name.replace("_", ","): v for name, v in amounts.items()},
    }


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("share-file-field-wrong", []),
        ("share-file-field-missing", without(TWO, "parties")),
        ("share-file-form", without(TWO, "cost")),
        ("share-file-form", TWO | PLAN),
        ("share-file-field-unknown", TWO | {"colour": 1}),
        ("share-file-field-wrong", TWO | {"parties": "A,B"}),
        ("share-file-field-wrong", TWO | {"parties": ["A", ""]}),
        ("share-file-field-wrong", TWO | {"cost": [10]}),
        ("share-file-comma", TWO | {"parties": ["A,B", "C"]}),
        ("game-party-twice", TWO | {"parties": ["A", "A"]}),
        ("game-incomplete", cost(A=1, B=1)),
        ("game-unknown-party", cost(A=1, B=1, A_C=1)),
        ("game-group-twice", cost(A=1, B=1, A_B=1, B_A=2)),
        ("game-party-repeated", cost(A=1, B=1, A_A=1)),
        ("game-empty-group", {"parties": ["A"], "cost": {"": 0, "A": 1}}),
        ("game-amount-negative", cost(A=-1, B=1, A_B=1)),
        ("share-amount-too-large", cost(A=1e30, B=1, A_B=1)),
        ("share-amount-fraction", cost(A=0.001, B=1, A_B=1)),
        ("share-not-number", cost(A=float("nan"), B=1, A_B=1)),
        ("share-not-number", cost(A=float("inf"), B=1, A_B=1)),
        ("share-not-number", cost(A="ten", B=1, A_B=1)),
        ("share-not-number", cost(A=True, B=1, A_B=1)),
        ("share-not-number", cost(A=int("9" * 60), B=1, A_B=1)),
        ("share-file-field-wrong", without(SHARED, "shared", shared=[])),
        ("share-file-field-missing", without(SHARED, "shared", shared=[{"cost": 1}])),
        ("share-amount-negative", without(SHARED, "shared", shared=[{"cost": -1, "users": ["A"]}])),
        ("game-item-without-users", without(SHARED, "shared", shared=[{"cost": 1, "users": []}])),
        ("game-unknown-party", without(SHARED, "shared", shared=[{"cost": 1, "users": ["Z"]}])),
        ("game-too-large", SHARED | {"parties": [f"p{i}" for i in range(61)]}),
        ("share-unknown-party", PLAN | {"limits": {"Z": 1}}),
        ("share-basis-unknown", PLAN | {"key": "homes"}),
        ("share-basis-missing", PLAN | {"basis": {"inhabitants": {"Almelo": 1}}}),
        (
            "share-without-inhabitants",
            PLAN | {"basis": {"inhabitants": {"Almelo": 0, "Enschede": 1}}},
        ),
        ("share-layer", PLAN | {"amount": 5}),
        ("share-file-field-wrong", PLAN | {"years": 5}),
        ("share-file-field-wrong", PLAN | {"years": [True]}),
        ("share-file-field-missing", PLAN | {"centre": {"party": "Almelo"}}),
        ("share-file-field-missing", PLAN | {"plus": [{"amount": 1}]}),
        ("share-file-field-wrong", PLAN | {"plus": {}}),
    ],
)
def test_what_does_not_hold_is_refused(code, data):
    with pytest.raises(RuleError, match=rf"^{code}\b"):
        answer(read(json.dumps(data)))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("share-file-not-json", "{"),
        ("share-file-not-json", ""),
        ("share-file-name-twice", '{"parties": ["A"], "cost": {"A": 1, "A": 2}}'),
        ("share-file-too-deep", '{"parties": ' + "[" * 100_000),
        ("share-not-number", '{"parties": ["A"], "cost": {"A": 1e-999999}}'),
        ("share-amount-too-large", '{"parties": ["A"], "cost": {"A": 1e999999}}'),
    ],
)
def test_text_that_is_no_such_file_is_refused(code, text):
    with pytest.raises(RuleError, match=rf"^{code}\b"):
        read(text)


def test_a_refusal_names_the_group():
    with pytest.raises(RuleError) as refused:
        read(json.dumps(cost(A=1, B=1)))
    assert refused.value.params["group"] == ["A", "B"]


def test_an_incomplete_game_of_many_parties_is_refused_at_once():
    names = [f"p{i}" for i in range(24)]
    with pytest.raises(RuleError) as refused:
        read(json.dumps({"parties": names, "cost": dict.fromkeys(names, 1)}))
    assert refused.value.params == {"group": ["p0", "p1"], "count": 2**24 - 1 - 24}


NAMES = st.sampled_from(["A", "A,B", "cost", "users", "key", "inhabitants", "Almelo", "part", ""])
FIELDS = st.sampled_from(
    ["parties", "cost", "shared", "key", "amount", "rate", "basis", "years", "plus", "limits",
     "without", "rises", "caps", "floors", "centre", "transition"]
)  # fmt: skip
ONE = st.none() | st.booleans() | st.integers() | st.floats() | NAMES
SOME = ONE | st.lists(ONE, max_size=3) | st.dictionaries(NAMES, ONE, max_size=3)
ANYTHING = SOME | st.lists(SOME, max_size=2) | st.dictionaries(NAMES, SOME, max_size=3)


@settings(deadline=None)
@given(st.sampled_from([TWO, PLAN, SHARED]), st.dictionaries(FIELDS, ANYTHING, max_size=2))
def test_whatever_a_file_holds_there_is_an_answer_or_a_refusal(base, changed):
    try:
        to_plain(answer(read(json.dumps(base | changed))))
    except RuleError as refused:
        assert refused.code.startswith(("share-", "game-"))  # noqa: PT017 - any refusal will do
