# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What leaving a deal breaks, and who helps whom in it: every cent is told once."""

from dataclasses import replace
from datetime import date

import pytest
from deals import DEAL, HOURS, MONEY, NAMES, commitments, parties
from deals import days as any_day
from deals import deals as any_deal
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.deals.balance import THE_REGION, Gift, balances, gift_of, matrix
from samenspel.core.deals.commitment import Outcome
from samenspel.core.deals.deal import DealRecord
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.core.deals.split import split
from samenspel.core.deals.withdrawal import Standing, consequences, effective_on, still_stands

STANDING = Standing(DEAL.terms.parties, (), {}, {"measure:M1": "school"})
EFFECTIVE = date(2026, 6, 30)


@given(st.integers(0, 10**15), st.dictionaries(parties, st.integers(0, 10**6), min_size=1))
def test_parts_add_up_and_none_is_a_whole_off(amount, weights):
    total = sum(weights.values())
    if not total:
        return
    parts = split(amount, weights)
    assert sum(parts.values()) == amount
    assert all(abs(parts[one] - amount * weights[one] / total) < 1.01 for one in weights)
    assert parts == split(amount, dict(reversed(weights.items())))


@pytest.mark.parametrize("weights", [{}, {"a": 0}, {"a": -1, "b": 2}])
def test_a_division_without_weights_is_refused(weights):
    with pytest.raises(ValueError, match="weights"):
        split(1, weights)


def test_notice_is_counted_in_days():
    assert effective_on(date(2026, 3, 1), 90) == date(2026, 5, 30)
    assert effective_on(date(2026, 3, 1), 0) == date(2026, 3, 1)


def test_leaving_takes_the_money_of_later_years_and_the_others_would_pay_it():
    found = consequences(DEAL, "north", EFFECTIVE, STANDING)

    assert found.money_lost == {"measure:M1": 500_01}
    assert found.extra_cents == {"south": 500_01}
    assert (found.lost, found.leads_lost, found.stands) == (("T1",), (), True)


def test_leaving_breaks_a_condition_and_a_lead():
    found = consequences(DEAL, "school", EFFECTIVE, STANDING)

    assert [(one.commitment, one.party) for one in found.conditions] == [("T1", "north")]
    assert found.leads_lost == ("measure:M1",)
    assert (found.hours_lost, found.money_lost, found.extra_cents) == (400, {}, {})


def test_what_is_done_does_not_fall_away():
    done = replace(STANDING, rungs={"T1": Rung.DONE})
    assert consequences(DEAL, "north", EFFECTIVE, done).lost == ()


def test_a_deal_of_one_does_not_stand():
    assert still_stands(DEAL, DEAL.terms.parties, {"north"})
    assert not still_stands(DEAL, DEAL.terms.parties, {"north", "south"})


def by_votes(**votes):
    rule = Rule(RuleKind.WEIGHTED_MAJORITY, tuple(Weight(*one) for one in votes.items()))
    return replace(DEAL, terms=replace(DEAL.terms, rule=rule))


def test_votes_are_counted_over_who_stays():
    deal = by_votes(north=5, school=3, south=3)
    assert still_stands(deal, {"north", "school"}, set())
    assert still_stands(deal, {"school", "south"}, {"north"})
    assert not still_stands(deal, {"school"}, {"north"})
    assert not still_stands(deal, NAMES, {"north", "south"})


def test_votes_of_who_left_no_longer_keep_a_deal_from_standing():
    deal = by_votes(north=4, school=2, south=2)
    assert still_stands(deal, {"school", "south"}, {"north"})


def test_a_municipality_that_comes_to_hold_the_majority_is_named():
    deal = by_votes(north=4, school=4, south=3)
    standing = replace(STANDING, municipalities=frozenset({"north", "south"}))

    assert consequences(deal, "school", EFFECTIVE, standing).majority == "north"
    assert consequences(deal, "north", EFFECTIVE, standing).majority == ""
    assert consequences(DEAL, "school", EFFECTIVE, standing).majority == ""


def test_a_municipality_with_half_of_the_votes_of_who_stay_has_no_majority():
    deal = by_votes(north=3, school=1, south=3)
    standing = replace(STANDING, municipalities=frozenset({"north", "south"}))
    assert consequences(deal, "school", EFFECTIVE, standing).majority == ""


def of_hours(count, since=None, until=None, **terms):
    hours = replace(HOURS, hours=count, starts_on=since, ends_on=until)
    return DealRecord(replace(DEAL.terms, ends_on=None, **terms), (hours,))


@pytest.mark.parametrize(
    ("since", "until", "lost"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), 184),  # as many hours as days
        (date(2026, 7, 1), date(2026, 7, 2), 365),  # nothing is worked yet
        (date(2026, 6, 30), date(2026, 7, 1), 183),  # a half counts as a whole hour
        (date(2026, 1, 1), date(2026, 6, 30), 0),  # all is worked
        (None, date(2026, 12, 31), 365),  # nobody knows what is worked
        (date(2026, 1, 1), None, 365),
    ],
)
def test_hours_fall_away_by_the_days_that_are_left(since, until, lost):
    found = consequences(of_hours(365, since, until), "school", date(2026, 7, 1), STANDING)
    assert found.hours_lost == lost


def test_hours_without_a_period_of_their_own_have_that_of_the_deal():
    deal = of_hours(100, starts_on=date(2026, 1, 1))
    deal = replace(deal, terms=replace(deal.terms, ends_on=date(2026, 4, 10)))
    assert consequences(deal, "school", date(2026, 3, 2), STANDING).hours_lost == 40


def test_what_a_failed_condition_released_does_not_fall_away():
    failed = replace(MONEY.conditions[0], outcome=Outcome.FAILED, settled_on=EFFECTIVE)
    deal = replace(DEAL, commitments=(replace(MONEY, conditions=(failed,)),))
    found = consequences(deal, "north", EFFECTIVE, STANDING)
    assert (found.lost, found.money_lost, found.extra_cents) == ((), {}, {})


@given(any_deal(), parties, any_day, st.sets(parties))
def test_what_the_others_would_pay_is_what_was_lost(record, leaver, effective, gone):
    found = consequences(record, leaver, effective, Standing(NAMES, gone, {}, {}))

    stay = set(NAMES) - gone - {leaver}
    lost = sum(
        amount.amount_cents
        for one in record.commitments
        if one.party == leaver and one.kind == "money"
        for amount in one.amounts
        if date(amount.year, 1, 1) >= effective
    )
    assert found.money_lost_cents == lost
    assert sum(found.extra_cents.values()) == (lost if stay else 0)
    assert set(found.extra_cents) <= stay


@given(st.lists(commitments(), max_size=6))
def test_all_that_is_brought_is_got(promises):
    gifts = [
        gift_of(replace(one, key=f"T{number}"), {"measure:M1": "school"}, NAMES)
        for number, one in enumerate(promises)
    ]
    cents = sum(gift.cents or 0 for gift in gifts)
    hours = sum(gift.hours or 0 for gift in gifts)

    found = balances(gifts).values()
    for side in ([one.brings for one in found], [one.gets for one in found]):
        assert sum(one.cents or 0 for one in side) == cents
        assert sum(one.hours or 0 for one in side) == hours
    assert sum(one.cents or 0 for one in matrix(gifts).values()) == cents


def test_who_is_helped_is_named_or_leads_or_sits_in_the_deal():
    money, hours, paid = DEAL.commitments
    leads = {"measure:M1": "school", "goal:D1": "south"}
    assert gift_of(money, leads, ()).takers == ("school",)
    assert gift_of(hours, leads, ()).takers == ("north", "south")
    assert gift_of(paid, leads, ()).takers == (THE_REGION,)
    assert gift_of(replace(paid, target="deal:x"), {}, NAMES).takers == ("north", "rijk", "school")


def test_a_figure_that_nobody_gave_stays_unknown():
    words = Gift("T1", "north", ("south",), None, None, "Advice")
    total = matrix([words])["north", "south"]
    assert (total.cents, total.hours, total.gifts) == (None, None, (words,))
