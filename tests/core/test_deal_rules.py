# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Signatures bring a deal into force exactly as its decision rule says."""

from datetime import date

import pytest
from deals import NAMES
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.deals.rules import Rule, RuleKind, Weight, check_rule, in_force
from samenspel.core.deals.states import (
    BY_DATE,
    NEXT_STATES,
    OPEN,
    PRIVATE,
    SIGNABLE,
    DealState,
    check_step,
    state_on,
)
from samenspel.core.errors import RuleError

some = st.sets(st.sampled_from(NAMES))
votes = st.fixed_dictionaries(dict.fromkeys(NAMES, st.integers(1, 9)))
weights = votes.map(lambda found: tuple(Weight(*one) for one in found.items()))
rules = st.one_of(
    st.just(Rule()),
    st.just(Rule(RuleKind.ALL_FUNDERS)),
    st.builds(Rule, st.just(RuleKind.WEIGHTED_MAJORITY), weights),
    st.builds(Rule, st.just(RuleKind.AT_LEAST), at_least=st.integers(2, len(NAMES))),
)
MAJORITY = Rule(RuleKind.WEIGHTED_MAJORITY, (Weight("north", 3), Weight("school", 2)))


@given(rules, some, some, some)
def test_one_more_signature_never_takes_a_deal_out_of_force(rule, signed, more, funders):
    assert in_force(rule, NAMES, signed | more, funders) >= in_force(rule, NAMES, signed, funders)


@given(rules, some.filter(bool))
def test_when_all_have_signed_it_is_in_force_by_any_rule(rule, funders):
    assert in_force(rule, NAMES, NAMES, funders)


@given(rules, some, some)
def test_without_a_signature_of_a_party_it_is_not(rule, funders, strangers):
    assert not in_force(rule, NAMES, {f"not-{one}" for one in strangers}, funders)


@given(some)
def test_all_means_all(signed):
    assert in_force(Rule(), NAMES, signed) == (signed == set(NAMES))


@given(some, some)
def test_all_funders_means_those_and_no_other(signed, funders):
    found = in_force(Rule(RuleKind.ALL_FUNDERS), NAMES, signed, funders)
    assert found == (bool(funders) and funders <= signed)


@given(some, st.integers(2, len(NAMES)))
def test_at_least_is_counted(signed, count):
    rule = Rule(RuleKind.AT_LEAST, at_least=count)
    assert in_force(rule, NAMES, signed) == (len(signed) >= count)


@given(weights, some)
def test_a_majority_is_more_than_half_and_never_of_both_sides(found, signed):
    rule = Rule(RuleKind.WEIGHTED_MAJORITY, found)
    by_hand = sum(one.weight if one.party in signed else -one.weight for one in found) > 0
    assert in_force(rule, NAMES, signed) == by_hand
    assert not (by_hand and in_force(rule, NAMES, set(NAMES) - signed))


@given(weights, some)
def test_no_municipality_alone_decides_by_a_rule_that_passed(found, municipalities):
    rule = Rule(RuleKind.WEIGHTED_MAJORITY, found)
    alone = [one for one in municipalities if in_force(rule, NAMES, {one})]
    if not alone:
        check_rule(rule, NAMES, municipalities)
        return
    with pytest.raises(RuleError, match="municipality-majority") as error:
        check_rule(rule, NAMES, municipalities)
    assert error.value.params["party"] in alone


def test_another_party_than_a_municipality_may_have_the_majority():
    check_rule(MAJORITY, ("north", "school"), ("school",))
    with pytest.raises(RuleError, match="municipality-majority"):
        check_rule(MAJORITY, ("north", "school"), ("north", "school"))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (Rule(RuleKind.AT_LEAST), "count-outside-parties"),
        (Rule(RuleKind.AT_LEAST, at_least=1), "count-outside-parties"),
        (Rule(RuleKind.AT_LEAST, at_least=5), "count-outside-parties"),
        (MAJORITY, "weight-missing"),
        (
            Rule(RuleKind.WEIGHTED_MAJORITY, tuple(Weight(one, 0) for one in NAMES)),
            "weight-unfit",
        ),
        (
            Rule(RuleKind.WEIGHTED_MAJORITY, tuple(Weight(one, -1) for one in NAMES)),
            "weight-unfit",
        ),
    ],
)
def test_a_rule_that_cannot_be_applied_is_refused(rule, code):
    with pytest.raises(RuleError, match=code):
        check_rule(rule, NAMES, ())


@given(st.sampled_from(DealState), st.sampled_from(DealState))
def test_a_version_moves_as_the_table_says(now, wanted):
    if wanted in NEXT_STATES[now]:
        check_step(now, wanted)
    else:
        with pytest.raises(RuleError, match="deal-state-not-allowed"):
            check_step(now, wanted)


def test_what_was_shown_stays_shown_and_every_state_can_be_reached():
    assert set(NEXT_STATES) == set(DealState)
    assert {one for after in NEXT_STATES.values() for one in after} | {DealState.DRAFT} == set(
        DealState
    )
    public = set(DealState) - PRIVATE
    assert all(NEXT_STATES[state].isdisjoint(PRIVATE) for state in public)
    assert SIGNABLE.isdisjoint(PRIVATE)
    assert not any(NEXT_STATES[state] & OPEN for state in SIGNABLE)


def test_the_calendar_ends_a_deal_after_its_last_day_and_lapses_it_before():
    day, next_day = date(2026, 3, 1), date(2026, 3, 2)

    assert state_on(DealState.IN_FORCE, day, None, day) is DealState.IN_FORCE
    assert state_on(DealState.IN_FORCE, day, None, next_day) is DealState.ENDED
    assert state_on(DealState.IN_FORCE, None, next_day, day) is DealState.IN_FORCE
    assert state_on(DealState.IN_FORCE, day, day, next_day) is DealState.LAPSED
    assert state_on(DealState.IN_FORCE, day, next_day, next_day) is DealState.ENDED
    assert state_on(DealState.PROPOSED, None, day, next_day) is DealState.PROPOSED
    assert state_on(DealState.RETRACTED, day, day, next_day) is DealState.RETRACTED
    assert NEXT_STATES[DealState.IN_FORCE] >= BY_DATE


def test_a_proposal_is_past_its_term_after_the_last_day_of_the_deal():
    day, next_day = date(2026, 3, 1), date(2026, 3, 2)

    assert state_on(DealState.PROPOSED, day, None, day) is DealState.PROPOSED
    assert state_on(DealState.PROPOSED, day, None, next_day) is DealState.ENDED
    assert DealState.ENDED in NEXT_STATES[DealState.PROPOSED]
