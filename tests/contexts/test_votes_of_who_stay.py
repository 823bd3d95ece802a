# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Once a party left, votes are counted over who stay; no municipality may hold most of them."""

from dataclasses import replace

import pytest
from table import DAY, DRAFT, HOURS, TERMS, act, conclude, later, page, refused, sign, valley_id

from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.core.deals.states import DealState
from samenspel.deals import queries

pytestmark = pytest.mark.django_db

CITIES = {"north", "south"}


def by_votes(north, school, south):
    votes = (Weight("north", north), Weight("school", school), Weight("south", south))
    return replace(DRAFT, terms=replace(TERMS, rule=Rule(RuleKind.WEIGHTED_MAJORITY, votes)))


def leave(actors, party="school", **more):
    return act("withdraw", actors[party], party=party, reason="Its board said no", **more)


@pytest.fixture
def unbalanced(table):
    """A deal of 4, 4 and 3 votes that the school leaves: then north has 4 of 7."""
    conclude(table, by_votes(4, 4, 3))
    return table


def test_the_preview_and_the_page_say_who_would_have_the_majority(unbalanced):
    shown = queries.withdrawal_preview(valley_id(), "valley", "practice", "school", DAY)
    assert (shown.majority, shown.stands) == ("north", True)
    assert queries.out_of_balance(page(), CITIES) == ""

    assert leave(unbalanced).majority == "north"
    assert queries.out_of_balance(page(), CITIES) == "north"
    assert queries.broken(page(), None, CITIES)["school"].majority == "north"


def test_leaving_is_not_prevented_and_the_deal_stays_in_force(unbalanced):
    leave(unbalanced)
    assert page(on=later(999).date()).current.state is DealState.IN_FORCE


def test_until_the_votes_are_divided_anew_nothing_else_is_amended(unbalanced):
    leave(unbalanced)
    draft = by_votes(4, 4, 3)
    longer = replace(draft, terms=replace(draft.terms, notice_days=30))
    refused("votes-out-of-balance", "propose_amendment", draft=longer)

    digest = act("propose_amendment", draft=by_votes(3, 4, 3))
    sign(unbalanced, "north", digest)
    assert sign(unbalanced, "south", digest)
    assert queries.out_of_balance(page(), CITIES) == ""


def test_an_amendment_on_the_table_is_not_signed_either(unbalanced):
    draft = by_votes(4, 4, 3)
    digest = act("propose_amendment", draft=replace(draft, changes=(replace(HOURS, hours=300),)))
    leave(unbalanced)
    what = {"party": "north", "digest": digest}
    refused("votes-out-of-balance", "sign_deal", unbalanced["north"], **what)


def test_votes_of_who_left_no_longer_make_a_deal_lapse(table):
    conclude(table, by_votes(4, 4, 3))
    assert leave(table, "north").stands
    assert page().current.facts.lapses_on is None
