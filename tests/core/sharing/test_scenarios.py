# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Twente 2017, to the cent: 12.50 per inhabitant for five years, and one that will not pay it."""

from dataclasses import replace
from fractions import Fraction
from importlib.resources import files

import pytest

from samenspel.core.errors import RuleError
from samenspel.core.record_json import loads
from samenspel.core.sharing.closing import Kind, ways_to_close
from samenspel.core.sharing.keys import INHABITANTS, Basis, equally, mix, per
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.scenario import Outcome, Scenario, effects, outcome

RECORD = loads(
    files("samenspel.data").joinpath("examples", "twente-2018-2022.json").read_text("utf-8")
)
PEOPLE = {row.municipality: row.people for row in RECORD.inhabitants if row.year == 2021}
ALMELO, BORNE, ENSCHEDE, HENGELO = "GM0141", "GM0147", "GM0153", "GM0164"
TWENTE = 631_733
YEARS = tuple(range(2018, 2023))
PROPOSAL = Scenario(
    tuple(PEOPLE),
    YEARS,
    (Layer(per(INHABITANTS), rate_cents=12_50),),
    {INHABITANTS: Basis(PEOPLE)},
)
CAPPED = replace(PROPOSAL, limits={ALMELO: 5_00})


def way(kind, scenario=CAPPED):
    found = outcome(scenario)
    return next(way for way in ways_to_close(scenario, found) if way.kind is kind)


def paid(cents):
    return {party: sum(years.values()) for party, years in cents.items()}


def test_the_proposal_asks_twelve_fifty_of_everyone():
    found = outcome(PROPOSAL)
    assert sum(PEOPLE.values()) == TWENTE
    assert found.programme_cents == TWENTE * 12_50 * 5 == 3_948_331_250
    assert found.by_party()[ALMELO] == 73_132 * 12_50 * 5
    assert (found.gap_cents, ways_to_close(PROPOSAL, found)) == (0, ())


def test_almelo_at_five_euros_leaves_a_gap():
    found = outcome(CAPPED)
    assert found.by_party()[ALMELO] == 73_132 * 5_00 * 5 == 182_830_000
    assert found.gap_cents == 73_132 * 7_50 * 5 == 274_245_000
    assert found.gaps == {ALMELO: 274_245_000}


def test_the_others_pay_the_gap_to_the_cent():
    spread = way(Kind.SPREAD)
    total = paid(spread.pays)
    assert sum(total.values()) == 3_948_331_250
    assert total[ALMELO] == 182_830_000
    exact = Fraction(159_732 * (3_948_331_250 - 182_830_000), TWENTE - 73_132)
    assert abs(total[ENSCHEDE] - exact) < len(YEARS)
    assert total[ENSCHEDE] == 1_076_745_380


def test_the_effect_is_told_per_inhabitant():
    before, after = outcome(PROPOSAL), Outcome({}, way(Kind.SPREAD).pays)
    told = {effect.party: effect for effect in effects(before, after, PEOPLE)}
    assert (told[ALMELO].before_each_cents, told[ALMELO].after_each_cents) == (12_50, 5_00)
    assert told[ALMELO].difference_cents == -274_245_000
    others = {e.after_each_cents for party, e in told.items() if party != ALMELO}
    assert others == {13_48}
    assert sum(effect.difference_cents for effect in told.values()) == 0


def test_other_ways_are_a_smaller_programme_the_same_part_and_another_source():
    assert way(Kind.SMALLER).programme_cents == 3_948_331_250 - 274_245_000
    level = way(Kind.LEVEL)
    assert level.programme_cents == TWENTE * 5_00 * 5
    assert paid(level.pays)[ENSCHEDE] == 159_732 * 5_00 * 5
    assert way(Kind.SOURCE).source_cents == 274_245_000


def test_the_compromise_is_seven_fifty_and_five_for_who_wants():
    wanting = frozenset({ENSCHEDE, HENGELO})
    compromise = replace(
        PROPOSAL,
        layers=(
            Layer(per(INHABITANTS), rate_cents=7_50),
            Layer(per(INHABITANTS), rate_cents=5_00, only=wanting),
        ),
    )
    found = outcome(compromise)
    assert found.programme_cents == (TWENTE * 7_50 + (159_732 + 81_049) * 5_00) * 5
    told = {e.party: e for e in effects(outcome(PROPOSAL), found, PEOPLE)}
    assert told[ALMELO].after_each_cents == 7_50
    assert told[ENSCHEDE].difference_cents == 0
    assert found.gap_cents == 0


def test_leaving_a_party_out_makes_its_part_the_gap():
    without = replace(PROPOSAL, left_out=frozenset({ENSCHEDE}))
    assert outcome(without).gaps == {ENSCHEDE: 159_732 * 12_50 * 5}
    assert paid(way(Kind.SPREAD, without).pays)[ENSCHEDE] == 0
    level = way(Kind.LEVEL, without)
    assert level.programme_cents == (TWENTE - 159_732) * 12_50 * 5


def test_nobody_pays_beyond_its_own_limit_to_close_a_gap():
    limits = {ALMELO: 5_00, ENSCHEDE: Fraction("12.60") * 100}
    spread = way(Kind.SPREAD, replace(PROPOSAL, limits=limits))
    assert paid(spread.pays)[ENSCHEDE] == 159_732 * 12_60 * 5
    assert sum(paid(spread.pays).values()) == 3_948_331_250


def test_the_others_cannot_pay_when_all_have_a_limit():
    limits = dict.fromkeys(PEOPLE, 1250) | {ALMELO: 5_00}
    scenario = replace(PROPOSAL, limits=limits)
    kinds = [one.kind for one in ways_to_close(scenario, outcome(scenario))]
    assert kinds == [Kind.SMALLER, Kind.LEVEL, Kind.SOURCE]


def test_amounts_over_a_key_rise_with_the_index():
    scenario = replace(
        PROPOSAL,
        layers=(Layer(equally(), amount_cents=1_400_000),),
        rises={2020: Fraction("2.5"), 2021: Fraction(2)},
    )
    years = outcome(scenario).asked[ALMELO]
    assert years == {2018: 100_000, 2019: 100_000, 2020: 102_500, 2021: 104_550, 2022: 104_550}


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("share-layer", lambda: Layer(equally())),
        ("share-layer", lambda: Layer(equally(), amount_cents=1, rate_cents=1)),
        ("share-layer", lambda: Layer(mix({"a": 1, "b": 1}), rate_cents=1)),
        ("share-unknown-party", lambda: outcome(replace(PROPOSAL, limits={"GM9999": 1}))),
        ("share-unknown-party", lambda: outcome(replace(PROPOSAL, left_out=frozenset("x")))),
        (
            "share-amount-too-large",
            lambda: outcome(replace(PROPOSAL, layers=(Layer(equally(), amount_cents=2**52),))),
        ),
    ],
)
def test_a_scenario_that_does_not_hold_is_refused(code, wrong):
    with pytest.raises(RuleError, match=code):
        wrong()
