# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A deal goes from draft to force by its rule; what a rule refuses leaves no trace."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from table import (
    DAY,
    DRAFT,
    FUND,
    HOURS,
    MONEY,
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
from valley import NOON, SECRETARY, acting

from samenspel.core.deals.commitment import Amount
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.core.deals.signing import Reservation
from samenspel.core.deals.states import DealState
from samenspel.core.deals.text import content_digest, deal_digest
from samenspel.core.rights import INSTALLATION, NOBODY
from samenspel.deals import models, queries
from samenspel.ledger.queries import verify_book

pytestmark = pytest.mark.django_db


def test_the_last_signature_puts_a_deal_in_force(table):
    digest = propose()

    assert not sign(table, "north", digest)
    assert not sign(table, "school", digest)
    assert state() is DealState.PROPOSED
    assert sign(table, "south", digest)
    assert state() is DealState.IN_FORCE
    assert page().current.facts.in_force_at == NOON


def test_each_act_is_one_entry_and_the_book_is_whole(table):
    before = len(entries())
    conclude(table)

    assert [one["kind"] for one in entries()[before:]] == [
        "deal-added",
        "deal-proposed",
        *["deal-signed"] * 3,
    ]
    assert [one["details"]["in_force"] for one in entries()[-3:]] == [False, False, True]
    assert entries()[-1]["details"]["pledged"] == ["T1", "T2", "T3"]
    assert verify_book("valley") is None


def test_a_draft_is_read_by_its_own_parties_only(table):
    act("save_deal", draft=DRAFT)

    seen = {"north": table["north"], "club": acting("representative", "club"), "public": NOBODY}
    assert {name for name, reader in seen.items() if page(reader)} == {"north"}
    assert queries.deals(valley_id(), NOBODY, on=DAY) == []
    act("propose_deal")
    assert all(page(reader) for reader in seen.values())
    assert [row.waiting for row in queries.deals(valley_id(), on=DAY)] == [TERMS.parties]


def test_a_draft_s_words_are_not_on_the_ledger(table):
    act("save_deal", draft=replace(DRAFT, terms=replace(TERMS, text="A hush-hush plan")))

    assert "hush" not in str(entries())


def test_that_a_draft_would_bind_a_commitment_is_not_told(table):
    act("move_commitment", key="T1", to=Rung.PLEDGED, on=DAY)
    act("save_deal", draft=DRAFT)

    here = valley_id()
    assert queries.commitment(here, "T1", NOBODY).bindings == ()
    assert queries.commitments(here, NOBODY, deal="practice") == []
    act("propose_deal")
    assert queries.commitment(here, "T1", NOBODY).deals == ("practice",)
    assert len(queries.commitments(here, NOBODY, deal="practice")) == len(DRAFT.binds)


def test_what_is_signed_is_the_text_that_anyone_can_read(table):
    digest = propose()
    text = queries.signed_text(valley_id(), "practice", 1)

    assert deal_digest(text.encode()) == digest == page().current.facts.digest
    assert "A quarter of the practice centre" in text
    assert page().current.record.commitments == (MONEY, HOURS, FUND)


def test_what_is_bound_stands_still(table):
    propose()

    more = replace(MONEY, what="More")
    refused("commitment-bound", "save_commitment", commitment=more, instead_of="T1")
    refused("deal-proposed", "save_deal", draft=DRAFT)
    refused("commitment-bound", "save_deal", slug="other", draft=DRAFT)


def test_a_signature_pledges_what_was_mentioned(agreed):
    rungs = {key: row.rung for key, row in page().commitments.items()}

    assert set(rungs.values()) == {Rung.PLEDGED}
    assert [step.evidence for step in queries.steps(page().commitments["T1"].pk)] == [
        "",
        "deal:practice",
    ]


def test_a_signature_keeps_its_mandate_and_reservations(table):
    held = (Reservation("Not before the summer", "§1"), Reservation("If it fits", "", "T1"))
    sign(table, "north", propose(), reservations=held)

    signed = page(NOBODY).current.signed["north"]
    assert (signed.organ, signed.decided_on, signed.reservations) == ("Executive", DAY, held)
    assert queries.deals(valley_id(), on=DAY)[0].reservations == 2
    assert [one["text"] for one in entries()[-1]["details"]["reservations"]] == [
        "Not before the summer",
        "If it fits",
    ]


@pytest.mark.parametrize(
    ("held", "code"),
    [
        (Reservation("", "§1"), "text-missing"),
        (Reservation("x"), "reservation-without-place"),
        (Reservation("x", commitment="T9"), "unknown-commitment"),
    ],
)
def test_a_reservation_on_nothing_is_refused(table, held, code):
    digest = propose()
    what = {"party": "north", "digest": digest, "reservations": (held,)}
    refused(code, "sign_deal", table["north"], **what)


def test_a_signature_needs_a_mandate_at_that_moment(table):
    digest = propose()
    nobody = acting("representative", "north")
    refused("no-mandate", "sign_deal", nobody, party="north", digest=digest)
    early = {"party": "north", "digest": digest, "at": later(-1)}
    refused("no-mandate", "sign_deal", table["north"], **early)


def test_a_mandate_reaches_as_far_as_its_amount(table):
    digest = propose()
    small = hold("north", limit=599_99, name="small")
    refused("mandate-too-small", "sign_deal", small, party="north", digest=digest)
    large = hold("north", limit=600_00, name="large")
    assert act("sign_deal", large, party="north", digest=digest) is False


def test_only_a_representative_signs_and_for_its_own_party(table):
    digest = propose()
    for actor in (SECRETARY, INSTALLATION, table["school"], acting("officer", "north")):
        refused("not-allowed", "sign_deal", actor, party="north", digest=digest)


def test_signing_twice_or_something_else_than_is_shown_is_refused(table):
    digest = propose()
    sign(table, "north", digest)
    refused("signed-already", "sign_deal", table["north"], party="north", digest=digest)
    for other in ("", "0" * 64):
        refused("deal-text-changed", "sign_deal", table["south"], party="south", digest=other)
    club = hold("club")
    refused("not-a-signatory", "sign_deal", club, party="club", digest=digest)
    what = {"party": "south", "digest": digest, "slug": "other"}
    refused("unknown-deal", "sign_deal", table["south"], **what)


def test_a_retracted_proposal_cannot_be_signed_and_can_be_made_anew(table):
    digest = propose()
    act("retract_deal", reason="The figures were wrong")
    refused("deal-not-open", "sign_deal", table["north"], party="north", digest=digest)

    other = propose(replace(DRAFT, terms=replace(TERMS, title="Deal again")))
    refused("deal-text-changed", "sign_deal", table["north"], party="north", digest=digest)
    assert not sign(table, "north", other)
    assert [one.state for one in page().versions] == [DealState.RETRACTED, DealState.PROPOSED]
    assert not page().current.facts.is_amendment


def test_a_proposal_past_its_last_day_waits_for_nobody_and_can_only_be_retracted(table):
    digest = propose(replace(DRAFT, terms=replace(TERMS, ends_on=DAY)))
    day_after = later(1)

    assert page(on=day_after.date()).current.waiting == ()
    assert page(on=day_after.date()).open is None
    what = {"party": "north", "digest": digest, "at": day_after}
    refused("deal-not-open", "sign_deal", table["north"], **what)
    act("retract_deal", reason="Its days are over", at=day_after)
    assert state() is DealState.RETRACTED


def test_a_dropped_draft_was_never_public(table):
    act("save_deal", draft=DRAFT)
    act("drop_deal")
    assert page(NOBODY) is None
    refused("deal-state-not-allowed", "propose_deal")


def test_an_edit_of_what_somebody_else_changed_is_refused(table):
    act("save_deal", draft=DRAFT)
    act("save_deal", draft=replace(DRAFT, binds=("T1",)), seen=content_digest(DRAFT))
    refused("changed-meanwhile", "save_deal", draft=DRAFT, seen=content_digest(DRAFT))
    refused("changed-meanwhile", "propose_deal", seen=content_digest(DRAFT))


@pytest.mark.parametrize("rule", [Rule(RuleKind.AT_LEAST, at_least=2), Rule(RuleKind.ALL_FUNDERS)])
def test_another_rule_needs_fewer_and_the_others_may_join(table, rule):
    digest = propose(replace(DRAFT, terms=replace(TERMS, rule=rule)))
    sign(table, "north", digest)
    assert sign(table, "south", digest)

    rungs = {key: row.rung for key, row in page().commitments.items()}
    assert rungs == {"T1": Rung.PLEDGED, "T2": Rung.MENTIONED, "T3": Rung.PLEDGED}
    assert queries.to_sign(valley_id(), table["school"], on=DAY)[0][0] == "school"
    sign(table, "school", digest)
    assert page().commitments["T2"].rung is Rung.PLEDGED


def test_nobody_changes_what_another_promised_without_its_signature(table):
    act("move_commitment", key="T1", to=Rung.PLEDGED, on=DAY)
    rule = Rule(RuleKind.AT_LEAST, at_least=2)
    digest = propose(less_money(rule=rule))
    sign(table, "school", digest)
    assert sign(table, "south", digest)

    assert queries.commitment(valley_id(), "T1").commitment == MONEY
    assert queries.commitment(valley_id(), "T1").deals == ("practice",)
    [waits] = page(NOBODY).current.unsigned
    assert (waits.key, [one.now for one in waits.fields]) == ("T1", [200_00, None])
    sign(table, "north", digest)
    assert page(NOBODY).current.unsigned == ()
    assert queries.commitment(valley_id(), "T1").commitment.amounts[1:] == (Amount(2027, 200_00),)


def test_one_party_alone_makes_no_deal(table):
    terms = replace(TERMS, rule=Rule(RuleKind.ALL_FUNDERS))
    digest = propose(replace(DRAFT, terms=terms, binds=("T1",)))

    assert not sign(table, "north", digest)
    assert state() is DealState.PROPOSED
    assert sign(table, "school", digest)


def test_a_code_that_a_proposal_gives_is_taken(table):
    new = replace(HOURS, key="T9")
    draft = replace(DRAFT, binds=(*DRAFT.binds, "T9"), changes=(new,))
    propose(draft)

    refused("key-taken", "save_commitment", commitment=replace(new, party="club"))
    other = replace(draft, binds=("T9",))
    refused("commitment-bound", "save_deal", slug="other", draft=other)
    act("retract_deal", reason="Anew")
    act("save_deal", slug="other", draft=other)


def test_a_deal_takes_no_commitment_of_who_is_not_at_its_table(table):
    act("save_commitment", commitment=replace(HOURS, key="T9", party="club"))
    draft = replace(DRAFT, binds=(*DRAFT.binds, "T9"), changes=(replace(HOURS, key="T9"),))
    act("save_deal", draft=draft)

    refused("party-outside-deal", "propose_deal")


def test_no_municipality_alone_has_the_majority(table):
    weights = (Weight("north", 5), Weight("school", 2), Weight("south", 2))
    rule = Rule(RuleKind.WEIGHTED_MAJORITY, weights)
    draft = replace(DRAFT, terms=replace(TERMS, rule=rule))
    refused("municipality-majority", "save_deal", draft=draft)


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (replace(DRAFT, binds=("T9",)), "unknown-commitment"),
        (replace(DRAFT, changes=(replace(MONEY, key="T9"),)), "change-outside-deal"),
        (replace(DRAFT, terms=replace(TERMS, parties=("north", "nobody"))), "unknown-party"),
        (replace(DRAFT, changes=(replace(MONEY, target="measure:M9"),)), "unknown-target"),
        (replace(DRAFT, terms=replace(TERMS, text="")), "text-missing"),
    ],
)
def test_a_draft_that_names_what_is_not_there_is_refused(table, draft, code):
    refused(code, "save_deal", draft=draft)


def test_a_list_and_a_page_cost_few_statements(agreed, django_assert_max_num_queries):
    act("propose_amendment", draft=less_money())
    here = valley_id()
    with django_assert_max_num_queries(5):
        assert len(queries.deals(here, on=DAY)) == 1
    with django_assert_max_num_queries(10):
        assert queries.deal(here, "practice", on=DAY).open
    with django_assert_max_num_queries(6):
        assert len(queries.commitments(here, deal="practice")) == 3


def test_the_database_itself_refuses_a_second_signature_and_a_second_deal_in_force(agreed):
    signed = models.Signature.objects.first()
    version = models.DealVersion.objects.get()
    for row in (signed, version):
        row.pk, row._state.adding = None, True
    version.number = 2
    for row in (signed, version):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()
