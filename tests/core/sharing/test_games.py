# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Shapley value, nucleolus and core of games from the books, and of games from nowhere."""

from fractions import Fraction

import brute
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from samenspel.core.errors import RuleError
from samenspel.core.sharing.audit import alike, audit, dummies, in_cents
from samenspel.core.sharing.core_test import least_core, worst_group
from samenspel.core.sharing.divisions import METHODS, by_alone, equal, separable
from samenspel.core.sharing.exact import orthogonal, solve
from samenspel.core.sharing.games import Game, Kind, from_coalitions, names_in, savings_of
from samenspel.core.sharing.kohlberg import is_nucleolus
from samenspel.core.sharing.nucleolus import nucleolus
from samenspel.core.sharing.shapley import shapley

TENNESSEE = {
    "N": 163520, "F": 140826, "P": 250096, "NF": 301607, "NP": 378821, "FP": 367370, "NFP": 412584,
}  # fmt: skip
"""Navigation, flood control, power on the Tennessee, thousand dollars: Straffin & Heaney (1981)."""

SKANE = """
A 2195 H 1708 K 1091 L 1588 M 2081 T 2198 AH 3469 AK 3286 AL 3783 AM 4276 AT 4393 HK 2296 HL 2500 HM
3789 HT 3906 KL 2679 KM 3145 KT 3289 LM 3110 LT 3786 MT 3941 AHK 4074 AHL 4322 AHM 5550 AHT 5667 AKL
4874 AKM 5340 AKT 5484 ALM 5305 ALT 5981 AMT 6136 HKL 2726 HKM 4255 HKT 4494 HLM 4581 HLT 4698 HMT
5649 KLM 4201 KLT 4877 KMT 5032 LMT 5146 AHKL 4895 AHKM 6025 AHKT 6272 AHLM 6403 AHLT 6520 AHMT 7410
AKLM 6396 AKLT 7072 AKMT 7227 ALMT 7341 HKLM 4807 HKLT 4924 HKMT 5935 HLMT 6441 KLMT 5661 AHKLM 6976
AHKLT 7093 AHKMT 7742 AHLMT 8300 AKLMT 7397 HKLMT 6646 AHKLMT 8382
"""
"""
Water supply of six groups of municipalities in Skåne, 10 000 kronor.

Young, Okada & Hashimoto (1979), *Cost Allocation in Water Resources Development*, IIASA. The paper
prints 18.60 and 19.21 million for M and T in the nucleolus; with this table, from which its Shapley
value and separable costs follow to the last digit, that is not the nucleolus.
"""


def game(amounts, kind=Kind.COST):
    parties = max(amounts, key=len)
    return from_coalitions(parties, {frozenset(g): v for g, v in amounts.items()}, kind)


def skane():
    words = SKANE.split()
    return game({g: int(v) for g, v in zip(words[::2], words[1::2], strict=True)})


def bankruptcy(estate, claims):
    parties = range(len(claims))
    values = [
        max(0, estate - sum(claims[i] for i in parties if not group >> i & 1))
        for group in range(1 << len(claims))
    ]
    return Game(tuple(f"p{i}" for i in parties), np.array(values, dtype=float), Kind.SAVINGS)


SMALL = st.integers(0, 60)


@st.composite
def games(draw, most=6, amounts=SMALL):
    count = draw(st.integers(1, most))
    values = [0, *draw(st.lists(amounts, min_size=2**count - 1, max_size=2**count - 1))]
    kind = draw(st.sampled_from(Kind))
    return Game(tuple("abcdefg"[:count]), np.array(values, dtype=float), kind)


def worths(one):
    return [one.kind.sign * int(value) for value in one.values]


def test_shapley_and_nucleolus_of_the_tennessee():
    tennessee = game(TENNESSEE)
    assert shapley(tennessee) == (117829, Fraction("100756.5"), Fraction("193998.5"))
    assert [round(share) for share in nucleolus(tennessee).shares] == [116234, 93540, 202810]


def test_shapley_and_separable_costs_of_skane_are_those_of_the_paper():
    assert [round(float(s) / 100, 2) for s in shapley(skane())] == [
        20.01, 10.71, 6.61, 10.37, 16.95, 19.18,
    ]  # fmt: skip
    assert [round(float(s) / 100, 1) for s in separable(skane())] == [
        19.5, 13.3, 5.6, 10.9, 16.7, 17.8,
    ]  # fmt: skip


def test_nucleolus_of_skane_is_certified_and_the_printed_one_is_not():
    found = nucleolus(skane()).shares
    assert [round(float(s) / 100, 2) for s in found[:4]] == [20.35, 12.06, 5.0, 8.61]
    assert is_nucleolus(skane(), found)
    printed = [share + shift for share, shift in zip(found, [0, 0, 0, 0, 28, -28], strict=True)]
    assert not is_nucleolus(skane(), printed)


@pytest.mark.parametrize(
    ("estate", "shares"),
    [(100, ["100/3"] * 3), (200, [50, 75, 75]), (300, [50, 100, 150])],
)
def test_nucleolus_divides_an_estate_as_the_talmud_does(estate, shares):
    assert nucleolus(bankruptcy(estate, [100, 200, 300])).shares == tuple(map(Fraction, shares))


def test_a_game_without_core_says_what_a_group_gains_at_best():
    majority = game({"a": 0, "b": 0, "c": 0, "ab": 90, "ac": 90, "bc": 90, "abc": 90}, Kind.SAVINGS)
    found = least_core(majority)
    assert found.excess == pytest.approx(30)
    assert found.shares == pytest.approx((30, 30, 30))
    assert found.worst.group in {0b011, 0b101, 0b110}


@settings(max_examples=60, deadline=None)
@given(games())
def test_shapley_is_that_by_definition(one):
    assert list(shapley(one)) == brute.shapley([int(v) for v in one.values])


@settings(max_examples=60, deadline=None)
@given(games())
def test_nucleolus_is_that_by_definition(one):
    found = [one.kind.sign * share for share in nucleolus(one).shares]
    assert found == brute.nucleolus(worths(one))


@pytest.mark.parametrize("seed", range(4))
def test_nucleolus_of_seven_parties_is_that_by_definition(seed):
    chance = np.random.Generator(np.random.PCG64(seed))
    values = chance.integers(0, 1000, 128).astype(float)
    values[0] = 0
    one = Game(tuple("abcdefg"), values, Kind.SAVINGS)
    assert list(nucleolus(one).shares) == brute.nucleolus(worths(one))


@given(st.lists(st.lists(st.integers(0, 1), min_size=5, max_size=5), min_size=1, max_size=5))
def test_orthogonal_vectors_span_what_is_left(rows):
    independent = []
    for row in rows:
        if np.linalg.matrix_rank(np.array([*independent, row])) > len(independent):
            independent.append(row)
    assume(independent)
    found = orthogonal(independent)
    assert len(found) == 5 - len(independent)
    assert not (np.array(independent) @ np.reshape(found, (-1, 5)).T).any()


def test_equations_that_leave_a_choice_are_refused():
    with pytest.raises(ValueError, match="choice"):
        solve([[1, 1], [2, 2]], [1, 2])


@settings(max_examples=60, deadline=None)
@given(games(most=7), st.integers(0, 6), st.integers(0, 6))
def test_kohlberg_knows_the_nucleolus_and_nothing_else(one, giver, getter):
    found = list(nucleolus(one).shares)
    assert is_nucleolus(one, found)
    giver, getter = giver % len(found), getter % len(found)
    if giver != getter:
        found[giver] -= Fraction(1, 100)
        found[getter] += Fraction(1, 100)
        assert not is_nucleolus(one, found)


@settings(max_examples=60, deadline=None)
@given(games())
def test_least_core_has_the_excess_of_the_first_level(one):
    found = least_core(one)
    assert sum(found.shares) == pytest.approx(one.total, abs=1e-6)
    if len(one.parties) > 1:
        level = nucleolus(one, individually_rational=False).levels[0]
        assert found.excess == pytest.approx(level.excess, abs=1e-6)
        assert worst_group(one, np.array(found.shares)).gain == pytest.approx(
            found.excess, abs=1e-5
        )


@settings(max_examples=60, deadline=None)
@given(games(), st.integers(1, 1000))
def test_scaling_scales_and_order_says_nothing(one, factor):
    count = len(one.parties)
    scaled = Game(one.parties, one.values * factor, one.kind)
    turned = np.array([one.values[_turned(g, count)] for g in range(len(one.values))])
    for method in (shapley, lambda g: nucleolus(g).shares):
        shares = method(one)
        assert method(scaled) == tuple(share * factor for share in shares)
        assert method(Game(one.parties, turned, one.kind))[::-1] == shares


def _turned(group, count):
    return sum(1 << (count - 1 - i) for i in range(count) if group >> i & 1)


@settings(max_examples=60, deadline=None)
@given(games(amounts=st.integers(0, 2**53 - 1)))
def test_every_method_adds_up_to_the_cent(one):
    for method in METHODS.values():
        shares = method(one)
        if shares is not None:
            assert audit(one, shares).efficient
            assert sum(in_cents(one.parties, one.total, shares).values()) == one.total


def test_costs_and_savings_give_the_same_nucleolus_and_shapley():
    costs = skane()
    savings = savings_of(costs)
    for method in (shapley, lambda g: nucleolus(g).shares):
        saved = zip(costs.alone, method(savings), strict=True)
        assert method(costs) == tuple(int(alone) - share for alone, share in saved)


def test_audit_names_who_is_worse_off_and_who_leaves():
    found = audit(skane(), equal(skane()))
    assert found.worse_off == {"K": 306}
    assert not found.individually_rational
    assert not found.in_core
    assert names_in(found.worst.group, tuple("AHKLMT")) == ("H", "K", "L")
    assert found.worst.gain == pytest.approx(3 * 1397 - 2726)


def test_audit_sees_who_adds_nothing_and_who_is_alike():
    one = game({"a": 10, "b": 10, "c": 6, "ab": 12, "ac": 16, "bc": 16, "abc": 18})
    assert dummies(one) == ("c",)
    assert list(alike(one)) == [(0, 1)]
    assert audit(one, shapley(one)).unfair_to == ()
    assert audit(one, equal(one)).unfair_to == ()
    assert audit(one, (Fraction(9), Fraction(5), Fraction(4))).unlike == (("a", "b"),)
    assert audit(one, (Fraction(9), Fraction(5), Fraction(4))).unfair_to == ("c",)


def test_who_adds_the_same_only_at_the_end_is_no_dummy():
    one = game({"a": 10, "b": 10, "c": 6, "ab": 12, "ac": 13, "bc": 16, "abc": 18})
    assert dummies(one) == ()


def test_who_differs_in_one_group_only_is_not_alike():
    groups = ("a", "b", "c", "d", "ab", "ac", "ad", "bc", "bd", "cd", "abc", "abd", "acd", "bcd")
    costs = {group: {1: 10, 2: 15, 3: 18}[len(group)] for group in groups} | {"abcd": 20, "ad": 14}
    assert list(alike(game(costs))) == [(0, 3), (1, 2)]


def test_methods_that_do_not_apply_are_left_out():
    free = game({"a": 0, "b": 0, "ab": 0})
    assert by_alone(free) is None
    assert separable(free) is None


@pytest.mark.parametrize(
    ("parties", "amounts", "code"),
    [
        ("", {}, "game-no-parties"),
        ("aa", {}, "game-party-twice"),
        ("ab", {"a": 1, "ab": 2}, "game-incomplete"),
        ("ab", {"a": 1, "b": 1, "ac": 2}, "game-unknown-party"),
        ("a", {"": 0, "a": 1}, "game-empty-group"),
        ("a", {"a": 2**53}, "game-amount-too-large"),
        ("a", {"a": -1}, "game-amount-negative"),
        ("abcdefghijklmnopqrstuvwxy", {}, "game-too-large"),
    ],
)
def test_a_game_that_does_not_hold_is_refused(parties, amounts, code):
    with pytest.raises(RuleError, match=code):
        from_coalitions(parties, {frozenset(g): v for g, v in amounts.items()})


def test_an_incomplete_game_names_the_first_group_that_lacks():
    amounts = {frozenset(g): 1 for g in ("a", "b", "c", "ab", "abc")}
    with pytest.raises(RuleError) as refused:
        from_coalitions("abc", amounts)
    assert refused.value.params == {"group": ["a", "c"], "count": 2}


@pytest.mark.parametrize("count", [9, 12])
def test_games_with_many_ties_are_solved(count):
    groups = np.arange(1 << count)
    size = np.array([int(g).bit_count() for g in groups], dtype=float)
    for values in (size * 0, size * 100, (size > count / 2) * 100.0):
        one = Game(tuple(map(str, range(count))), values, Kind.SAVINGS)
        found = nucleolus(one).shares
        assert set(found) == {Fraction(one.total, count)}
        assert is_nucleolus(one, found)
