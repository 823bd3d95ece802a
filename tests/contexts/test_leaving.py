# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A deal is amended by those it touches, and left by whoever wants; what that breaks is told."""

from dataclasses import replace
from datetime import date

import pytest
from table import (
    DAY,
    DRAFT,
    HOURS,
    TERMS,
    act,
    conclude,
    entries,
    hold,
    later,
    less_money,
    page,
    propose,
    refused,
    sign,
    state,
    valley_id,
)
from valley import SECRETARY

from samenspel.core.deals.commitment import Outcome
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.states import DealState
from samenspel.core.rights import NOBODY
from samenspel.deals import queries

pytestmark = pytest.mark.django_db


def test_an_amendment_is_signed_by_those_it_touches(agreed):
    digest = act("propose_amendment", draft=less_money())

    open_version = page(NOBODY).open
    assert open_version.waiting == ("north", "school")
    assert open_version.differences[0].key == "T1"
    sign(agreed, "north", digest)
    assert state(1) is DealState.IN_FORCE
    assert sign(agreed, "school", digest)
    assert [one.state for one in page().versions] == [DealState.AMENDED, DealState.IN_FORCE]


def test_an_amendment_in_force_changes_the_commitment_and_keeps_the_old_text(agreed):
    what = {"outcome": Outcome.MET, "on": DAY, "evidence": "The key was handed over"}
    act("settle_condition", agreed["school"], key="T1", number=1, **what)
    digest = act("propose_amendment", draft=less_money())
    for party in ("north", "school"):
        sign(agreed, party, digest)

    now = page()
    assert now.commitments["T1"].commitment.cents == 300_00
    assert now.commitments["T1"].commitment.conditions[0].outcome is Outcome.MET
    assert now.versions[0].record.commitments[0].cents == 600_00
    assert set(now.current.signed) == set(TERMS.parties)
    assert now.current.signed["south"].digest == now.versions[0].facts.digest


def test_an_amendment_of_nothing_is_refused(agreed):
    refused("nothing-changed", "propose_amendment", draft=DRAFT)


def test_without_a_deal_in_force_there_is_nothing_to_amend(table):
    propose()
    refused("deal-not-in-force", "propose_amendment", draft=less_money())


def test_an_amendment_may_bring_a_new_party_and_a_new_commitment(agreed):
    club = {**agreed, "club": hold("club")}
    new = replace(HOURS, key="T4", party="club", helps=())
    terms = replace(TERMS, parties=(*TERMS.parties, "club"))
    digest = act(
        "propose_amendment",
        draft=replace(DRAFT, terms=terms, binds=(*DRAFT.binds, "T4"), changes=(new,)),
    )

    for party in terms.parties:
        sign(club, party, digest)
    assert page().commitments["T4"].rung is Rung.PLEDGED
    assert page(NOBODY).current.record.commitments[-1].party == "club"


def test_leaving_takes_effect_after_the_notice_and_shows_what_it_breaks(agreed):
    preview = queries.withdrawal_preview(valley_id(), "valley", "practice", "school", DAY)
    broken = act("withdraw", agreed["school"], party="school", reason="Its board said no")

    assert broken == preview
    assert broken.effective_on == date(2026, 5, 30)
    assert [one.commitment for one in broken.conditions] == ["T1"]
    assert broken.leads_lost == ("measure:M1", "goal:D1")
    assert (broken.hours_lost, broken.stands) == (400, True)
    assert page(NOBODY).current.left["school"].reason == "Its board said no"
    assert state(on=date(2027, 1, 1)) is DealState.IN_FORCE


def test_what_the_others_would_pay_is_told_to_the_cent(agreed):
    broken = act("withdraw", agreed["north"], party="north", reason="A cut")

    assert broken.money_lost == {"measure:M1": 500_00}
    assert broken.extra_cents == {"south": 500_00}
    assert entries()[-1]["details"]["extra_cents"] == {"south": 500_00}


def test_who_has_left_neither_leaves_nor_signs_again(agreed):
    act("withdraw", agreed["south"], party="south", reason="A cut")
    refused("withdrawn-already", "withdraw", agreed["south"], party="south", reason="Again")
    digest = act("propose_amendment", draft=less_money(notice_days=30))
    refused("withdrawn-already", "sign_deal", agreed["south"], party="south", digest=digest)
    sign(agreed, "north", digest)
    assert sign(agreed, "school", digest)


def test_a_party_is_not_struck_off_before_it_gave_notice_itself(agreed):
    fewer = replace(TERMS, parties=("north", "south"))
    draft = replace(DRAFT, terms=fewer, binds=("T1", "T3"))
    refused("party-dropped", "propose_amendment", draft=draft)

    act("withdraw", agreed["school"], party="school", reason="Closed")
    assert act("propose_amendment", draft=draft)


def test_who_leaves_gets_no_other_commitment(agreed):
    act("withdraw", agreed["north"], party="north", reason="A cut")
    refused("party-leaving", "propose_amendment", draft=less_money())


def test_an_amendment_does_not_bind_who_left_before_signing_it(agreed):
    digest = act("propose_amendment", draft=less_money())
    act("withdraw", agreed["north"], party="north", reason="A cut")

    assert not sign(agreed, "school", digest)
    assert state(2) is DealState.PROPOSED


def test_a_condition_that_was_met_does_not_fail_any_more(agreed):
    what = {"outcome": Outcome.MET, "on": DAY, "evidence": "The key was handed over"}
    act("settle_condition", key="T1", number=1, **what)

    broken = act("withdraw", agreed["school"], party="school", reason="Its board said no")
    assert broken.conditions == ()


def test_a_deal_lapses_on_the_day_that_too_few_are_left(agreed):
    act("withdraw", agreed["south"], party="south", reason="A cut")
    act("withdraw", agreed["north"], at=later(10), party="north", reason="A cut too")

    assert page().current.facts.lapses_on == date(2026, 6, 9)
    assert state(on=date(2026, 6, 8)) is DealState.IN_FORCE
    assert state(on=date(2026, 6, 9)) is DealState.LAPSED
    refused("deal-over", "save_deal", at=later(100), draft=less_money())
    after = queries.withdrawal_preview(valley_id(), "valley", "practice", "north", date(2026, 7, 1))
    assert (after.stands, after.effective_on) == (False, date(2026, 6, 9))


def test_an_amendment_under_way_is_not_waited_for_once_the_deal_lapsed(agreed):
    act("propose_amendment", draft=less_money())
    for party in ("south", "north"):
        act("withdraw", agreed[party], party=party, reason="A cut")
    assert queries.deals(valley_id(), on=DAY)[0].waiting == ("school",)
    assert queries.deals(valley_id(), on=date(2027, 1, 1))[0].waiting == ()


def test_leaving_needs_a_reason_and_a_bond(agreed):
    refused("text-missing", "withdraw", agreed["north"], party="north", reason=" ")
    refused("not-bound", "withdraw", hold("club"), party="club", reason="Why not")
    refused("not-allowed", "withdraw", SECRETARY, party="north", reason="For them")


def test_nobody_leaves_what_is_not_in_force_yet(table):
    sign(table, "north", propose())
    refused("not-bound", "withdraw", table["north"], party="north", reason="Second thoughts")


def test_after_its_last_day_a_deal_is_over(table):
    conclude(table, replace(DRAFT, terms=replace(TERMS, ends_on=date(2026, 12, 31))))
    new_year = date(2027, 1, 1)

    assert state(on=new_year) is DealState.ENDED
    refused("deal-over", "save_deal", at=later(400), draft=less_money())
    what = {"party": "north", "reason": "Late", "at": later(400)}
    refused("not-bound", "withdraw", table["north"], **what)
