# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A deal has one text; what cannot be held to is refused; an amendment says what it changes."""

from dataclasses import replace
from datetime import date

import pytest
from deals import DEAL, HOURS, MONEY, NAMES, PAID
from deals import deals as any_deal
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.agenda.differences import Change, FieldChange, ListChange
from samenspel.core.deals.commitment import Amount, Condition, Decision, Kind, Outcome
from samenspel.core.deals.commitment_checks import check_commitment
from samenspel.core.deals.deal import DealDraft, Sharing, SharingKind, check_deal, draft_from
from samenspel.core.deals.differences import deal_differences, touched
from samenspel.core.deals.rules import Rule, RuleKind
from samenspel.core.deals.text import deal_digest, deal_text, draft_text, read_deal, read_draft
from samenspel.core.errors import RuleError


def text(record, number=1):
    return deal_text("valley", "deal", number, record)


@given(any_deal())
def test_a_deal_is_read_back_as_it_was_signed(record):
    assert read_deal(text(record)) == record


@given(any_deal())
def test_a_draft_is_read_back_as_it_was_kept(record):
    draft = DealDraft(record.terms, ("T1", "T2"), record.commitments)
    assert read_draft(draft_text(draft)) == draft


@given(any_deal(), any_deal())
def test_two_deals_have_one_text_only_when_nothing_differs(one, other):
    assert (text(one) == text(other)) == (one == other)
    if one == other:
        assert deal_differences(one, other) == ()


@given(any_deal())
def test_an_amendment_begins_with_changing_nothing(record):
    draft = draft_from(record)
    assert (draft.terms, draft.changes) == (record.terms, ())
    assert draft.binds == tuple(one.key for one in record.commitments)


def test_the_digest_is_of_this_version_of_this_deal():
    found = {
        deal_digest(deal_text(*place, DEAL))
        for place in [("valley", "deal", 1), ("valley", "deal", 2), ("hills", "deal", 1)]
    }
    assert len(found) == 3


def test_what_came_of_a_condition_is_not_part_of_what_was_signed():
    met = replace(MONEY.conditions[0], outcome=Outcome.MET, settled_on=date(2026, 3, 1))
    later = replace(DEAL, commitments=(replace(MONEY, conditions=(met,)), HOURS, PAID))

    assert text(later) == text(DEAL)
    assert deal_differences(DEAL, later) == ()


def test_the_small_deal_can_be_proposed():
    check_deal(DEAL, ("north", "south"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"key": "no key"}, "code-unfit"),
        ({"what": " "}, "text-missing"),
        ({"what": "x" * 10_001}, "text-unfit"),
        ({"in_return": "a\x00b"}, "text-unfit"),
        ({"target": "M1"}, "unknown-target"),
        ({"target": "wish:M1"}, "unknown-target"),
        ({"starts_on": date(2029, 1, 1)}, "period-backward"),
        ({"amounts": (Amount(2026, -1),)}, "amount-negative"),
        ({"amounts": (Amount(2026, 2**53),)}, "amount-too-large"),
        ({"amounts": (Amount(2026, 1), Amount(2026, 2))}, "year-twice"),
        ({"amounts": (Amount(2029, 1),)}, "year-outside-period"),
        ({"amounts": ()}, "amount-missing"),
        ({"hours": 3}, "amount-out-of-place"),
        ({"hours": -3}, "amount-negative"),
        ({"kind": Kind.IN_KIND, "amounts": (), "valuation_cents": 5}, "amount-missing"),
        ({"helps": ("north",)}, "helps-itself"),
        ({"conditions": (Condition("x" * 1001, "rijk"),)}, "text-unfit"),
        ({"conditions": (Condition("If it rains"),)}, "condition-without-who"),
        ({"conditions": (Condition("x", "rijk"),) * 21}, "too-many-conditions"),
        ({"decided": Decision("", date(2026, 1, 1))}, "text-missing"),
        ({"decided": Decision("Council", date(2026, 1, 1), "javascript:x")}, "link-unfit"),
        (
            {"decided": Decision("Council", date(2026, 1, 1), "https://x.nl/" + "x" * 999)},
            "link-unfit",
        ),
    ],
)
def test_a_commitment_that_cannot_be_held_to_is_refused(change, code):
    with pytest.raises(RuleError) as error:
        check_commitment(replace(MONEY, **change))
    assert error.value.code == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": ""}, "text-missing"),
        ({"title": "x" * 301}, "text-unfit"),
        ({"text": ""}, "text-missing"),
        ({"text": "x" * 100_001}, "text-unfit"),
        ({"parties": ("north",)}, "deal-needs-parties"),
        ({"parties": ("north", "south", "north")}, "party-twice"),
        ({"parties": ("north", "south")}, "party-outside-deal"),
        ({"starts_on": date(2030, 1, 1)}, "period-backward"),
        ({"notice_days": -1}, "notice-unfit"),
        ({"sharing": Sharing(SharingKind.WEIGHTS)}, "weight-missing"),
        ({"rule": Rule(RuleKind.AT_LEAST, at_least=4)}, "count-outside-parties"),
    ],
)
def test_a_deal_that_cannot_be_agreed_on_is_refused(change, code):
    with pytest.raises(RuleError) as error:
        check_deal(replace(DEAL, terms=replace(DEAL.terms, **change)), ("north", "south"))
    assert error.value.code == code


def test_a_rule_of_funders_needs_one():
    terms = replace(DEAL.terms, rule=Rule(RuleKind.ALL_FUNDERS))
    with pytest.raises(RuleError, match="rule-without-funder"):
        check_deal(replace(DEAL, terms=terms, commitments=(HOURS,)), ())


def test_an_amendment_says_what_it_changes():
    less = replace(MONEY, amounts=(Amount(2026, 100_00), Amount(2027, 200_00)))
    new = replace(
        DEAL,
        terms=replace(DEAL.terms, notice_days=30, parties=(*DEAL.terms.parties, "rijk")),
        commitments=(less, replace(HOURS, key="T9")),
    )
    deal, changed, added, *dropped = deal_differences(DEAL, new)

    assert deal.fields == (FieldChange("notice_days", 90, 30), ListChange("parties", ("rijk",), ()))
    assert changed.fields == (
        FieldChange("amounts", 250_00, 200_00, "2027"),
        FieldChange("amounts", 250_01, None, "2028"),
    )
    assert (added.key, added.change) == ("T9", Change.ADDED)
    assert [(one.key, one.change) for one in dropped] == [
        ("T2", Change.DROPPED),
        ("T3", Change.DROPPED),
    ]


def test_a_change_of_one_commitment_touches_those_in_it():
    more = replace(HOURS, hours=500)
    assert touched(DEAL, replace(DEAL, commitments=(MONEY, more, PAID))) == {
        "school",
        "north",
        "south",
    }
    assert touched(DEAL, replace(DEAL, commitments=(MONEY, HOURS))) == {"south"}
    later = replace(MONEY, conditions=(replace(MONEY.conditions[0], due_on=date(2027, 1, 1)),))
    assert touched(DEAL, replace(DEAL, commitments=(later, HOURS, PAID))) == {"north", "school"}


@given(any_deal(), any_deal())
def test_whom_a_change_touches_is_at_the_table_and_is_somebody(old, new):
    found = touched(old, new)
    assert found <= set(NAMES)
    assert bool(found) == (old != new)


@given(any_deal(), st.data())
def test_who_makes_a_commitment_signs_its_change(old, data):
    if not old.commitments:
        return
    one = data.draw(st.sampled_from(old.commitments))
    rest = tuple(other for other in old.commitments if other is not one)
    assert {one.party, *one.helps} <= touched(old, replace(old, commitments=rest))
