# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Everything of commitments and deals has words, and an amendment is told in sentences."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from samenspel.core.agenda.differences import Change, Difference, FieldChange
from samenspel.core.deals.commitment import Amount, Commitment, Condition, Decision, Kind, Outcome
from samenspel.core.deals.deal import DealRecord, Sharing, SharingKind, Terms
from samenspel.core.deals.differences import deal_differences
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.overdue import ESCALATION, Escalation, EscalationStep
from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.core.deals.states import DealState
from samenspel.core.errors import RuleError
from samenspel.words import deals
from samenspel.words.deal_differences import FIELDS, deal_sentences
from samenspel.words.errors import explain

NAMES = {"north": "North", "school": "The School", "south": "South"}
OLD = DealRecord(
    Terms("Deal", "Text.", ("north", "school"), notice_days=90),
    (Commitment("T1", "north", "measure:M1", Kind.MONEY, "A fund", amounts=(Amount(2027, 100),)),),
)


def said(new, language="en"):
    with override(language):
        return deal_sentences(deal_differences(OLD, new), NAMES)


@pytest.mark.parametrize(
    ("words", "of"),
    [
        (deals.RUNGS, Rung),
        (deals.DEAL_STATES, DealState),
        (deals.COMMITMENT_KINDS, Kind),
        (deals.RULES, RuleKind),
        (deals.SHARINGS, SharingKind),
        (deals.OUTCOMES, Outcome),
        (deals.ESCALATIONS, Escalation),
    ],
)
def test_everything_has_words(words, of):
    assert set(words) == set(of)


def test_changed_terms_are_told():
    weights = (Weight("north", 2), Weight("school", 1))
    terms = replace(
        OLD.terms,
        notice_days=30,
        parties=("north", "school", "south"),
        rule=Rule(RuleKind.AT_LEAST, at_least=2),
        sharing=Sharing(SharingKind.WEIGHTS, weights),
    )
    assert said(replace(OLD, terms=terms)) == [
        "The notice in days goes from 90 to 30.",
        "Added to the parties: South.",
        "The decision rule goes from “all” to “at least a number”.",
        "The number of signatures needed is now 2; it was not given before.",
        "The division goes from “in equal parts” to “by weight”.",
        "The weight in the division of North is now 2; it was not given before.",
        "The weight in the division of The School is now 1; it was not given before.",
    ]


def test_changed_commitments_are_told():
    new = replace(
        OLD.commitments[0],
        amounts=(Amount(2027, 50_50), Amount(2028, 100)),
        helps=("school",),
        conditions=(Condition("If it fits", "south"),),
    )
    assert said(replace(OLD, commitments=(new,))) == [
        "The amount in 2027 of commitment T1 “A fund” goes from €1 to €50.50.",
        "The amount in 2028 of commitment T1 “A fund” is now €1; it was not given before.",
        "Added to the parties for whom it is done of commitment T1 “A fund”: The School.",
        "Added to the conditions of commitment T1 “A fund”: “If it fits”.",
    ]


def test_what_comes_and_goes_is_told_in_dutch_too():
    other = Commitment("T2", "school", "measure:M1", Kind.HOURS, "Uren", hours=3)
    assert said(replace(OLD, commitments=(other,)), "nl") == [
        "Nieuw: toezegging T2 “Uren”.",
        "Vervallen: toezegging T1 “A fund”.",
    ]


def test_a_long_text_is_said_to_be_rewritten():
    terms = replace(OLD.terms, text="Other words.\nAnd more.")
    assert said(replace(OLD, terms=terms)) == ["The text was rewritten."]


def test_other_steps_on_what_is_late_are_told_by_their_name():
    own = (EscalationStep(Escalation.REMINDER, 7, "A call"), *ESCALATION[1:])
    terms = replace(OLD.terms, escalation=own)
    assert said(replace(OLD, terms=terms)) == [
        "The number of days until the step “reminder” on what is late goes from 14 to 7.",
        "What happens at the step “reminder” is now “A call”; it was not given before.",
    ]


def test_every_field_that_can_change_has_a_name():
    full = Commitment(
        *("T1", "school", "goal:D1", Kind.IN_KIND, "Other"),
        starts_on=date(2026, 1, 1),
        ends_on=date(2027, 1, 1),
        hours=1,
        valuation_cents=1,
        valuation_evidence="x",
        helps=("north",),
        in_return="y",
        conditions=(Condition("z", "north"),),
        decided=Decision("o", date(2026, 1, 1), "https://x.example"),
    )
    weights = (Weight("north", 1), Weight("south", 1))
    terms = Terms(
        *("Other", "Other text", ("north", "south")),
        Rule(RuleKind.WEIGHTED_MAJORITY, weights, 2),
        date(2026, 1, 1),
        date(2027, 1, 1),
        1,
        Sharing(SharingKind.WEIGHTS, weights),
        (EscalationStep(Escalation.REMINDER, 1, "A call"),),
    )
    later = replace(full, conditions=(Condition("z", "south", due_on=date(2026, 2, 1)),))
    found = [
        *deal_differences(OLD, DealRecord(terms, (full,))),
        *deal_differences(DealRecord(terms, (full,)), DealRecord(terms, (later,))),
    ]
    fields = {change.field for one in found for change in one.fields}
    assert fields == set(FIELDS)
    assert all(deal_sentences(found, NAMES))


def test_a_party_is_named_and_a_value_that_goes_is_told():
    lost = Difference("commitment", "T1", "X", Change.CHANGED, (FieldChange("hours", 3, None),))
    with override("en"):
        assert deal_sentences([lost], NAMES) == [
            "The number of hours of commitment T1 “X” is no longer given; it was 3."
        ]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (RuleError("rung-same", rung=Rung.COVERED), "“covered in the budget”"),
        (RuleError("deal-not-open", state=DealState.RETRACTED), "is retracted and"),
        (RuleError("text-missing", field="in_return"), "“In return” is empty."),
        (RuleError("mandate-too-small", amount_cents=1_250_00), "asks €1,250 of"),
        (RuleError("amount-missing", kind=Kind.IN_KIND, field="valuation_cents"), "(in kind)"),
    ],
)
def test_a_refusal_names_things_as_people_do(error, sentence):
    with override("en"):
        assert sentence in explain(error)
