# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Codes of commitments are given once; what a draft is called and does stays with its parties."""

from dataclasses import replace

import pytest
from table import DAY, DRAFT, HOURS, MONEY, TERMS, act, entries, page, propose, refused, valley_id

from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.deals import queries

pytestmark = pytest.mark.django_db

NEW = replace(HOURS, key="T9")
WITH_NEW = replace(DRAFT, binds=(*DRAFT.binds, "T9"), changes=(NEW,))
TO_DEAL = replace(HOURS, key="T4", target="deal:practice")


def test_a_code_that_a_draft_or_proposal_gives_is_not_offered(table):
    assert queries.next_key(valley_id()) == "T4"
    act("save_deal", draft=WITH_NEW)
    assert queries.next_key(valley_id()) == "T10"
    act("propose_deal")
    assert queries.next_key(valley_id()) == "T10"


def test_a_code_that_a_draft_gives_is_taken(table):
    act("save_deal", draft=WITH_NEW)
    refused("key-taken", "save_commitment", commitment=NEW)
    refused("key-taken", "save_commitment", commitment=replace(MONEY, key="T9"), instead_of="T1")
    other = replace(WITH_NEW, binds=("T9",))
    refused("commitment-bound", "save_deal", slug="other", draft=other)
    act("drop_deal")
    act("save_commitment", commitment=NEW)


def test_the_ledger_does_not_tell_what_a_draft_is_called(table):
    act("save_deal", draft=DRAFT)
    act("save_deal", draft=replace(DRAFT, terms=replace(TERMS, title="Otherwise")))
    act("drop_deal")
    added, changed, dropped = entries()[-3:]
    assert {one["object"] for one in (added, changed, dropped)} == {"draft:1"}
    assert "practice" not in str(entries())


def test_from_the_proposal_on_it_tells_both(table):
    propose()
    last = entries()[-1]
    assert (last["object"], last["details"]["was"]) == ("deal:practice", "draft:1")


def test_that_an_amendment_is_written_is_not_told_either(agreed):
    act("save_deal", draft=WITH_NEW)
    last = entries()[-1]
    assert (last["kind"], last["object"], last["details"]) == ("deal-added", "draft:2", {})


def test_a_public_commitment_to_a_draft_is_refused(table):
    act("save_deal", draft=DRAFT)
    refused("target-not-public", "save_commitment", commitment=TO_DEAL, rung=Rung.PLEDGED)
    act("save_commitment", commitment=TO_DEAL)
    refused("target-not-public", "move_commitment", key="T4", to=Rung.PLEDGED, on=DAY)
    other = replace(DRAFT, binds=("T4",))
    act("save_deal", slug="other", draft=other)
    refused("target-not-public", "propose_deal", slug="other")
    act("drop_deal", slug="other")
    act("propose_deal")
    act("move_commitment", key="T4", to=Rung.PLEDGED, on=DAY)


def test_who_may_not_read_a_draft_cannot_tell_that_it_is_there(table):
    draft = replace(DRAFT, terms=replace(TERMS, parties=("north", "south")), binds=("T1",))
    act("save_deal", draft=draft)
    mine = replace(TO_DEAL, party="school", helps=())
    refused("unknown-target", "save_commitment", table["school"], commitment=mine)


def test_a_draft_may_hold_commitments_to_itself(table):
    act("save_deal", draft=replace(DRAFT, binds=("T4",), changes=(TO_DEAL,)))
    assert act("propose_deal")
    assert page().open.record.commitments == (TO_DEAL,)


def test_weights_are_kept_with_the_draft(table):
    votes = tuple(Weight(party, 1) for party in TERMS.parties)
    rule = Rule(RuleKind.WEIGHTED_MAJORITY, votes)
    act("save_deal", draft=replace(DRAFT, terms=replace(TERMS, rule=rule)))
    assert page().open.draft.terms.rule == rule
