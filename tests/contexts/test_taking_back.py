# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A signature is taken back until its version is in force, with a reason, and given again."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from table import (
    DAY,
    DRAFT,
    TERMS,
    act,
    conclude,
    entries,
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

from samenspel.core.deals.signing import Reservation
from samenspel.core.deals.states import DealState
from samenspel.core.rights import NOBODY
from samenspel.deals import models, queries
from samenspel.ledger.queries import verify_book

pytestmark = pytest.mark.django_db

WHY = {"party": "north", "reason": "The council wants to read it first"}


def test_a_signature_under_a_proposal_is_taken_back_and_given_again(table):
    digest = propose()
    sign(table, "north", digest)
    act("take_back", table["north"], at=later(1), **WHY)

    found = page(NOBODY).current
    assert (found.signed, found.waiting) == ({}, TERMS.parties)
    assert [(one.party, one.reason) for one in found.facts.taken_back] == [tuple(WHY.values())]
    for party in ("north", "school"):
        assert not sign(table, party, digest, at=later(2))
    assert sign(table, "south", digest, at=later(2))


def test_a_signature_under_an_amendment_is_taken_back_without_leaving_the_deal(agreed):
    digest = act("propose_amendment", draft=less_money())
    sign(agreed, "north", digest)
    act("take_back", agreed["north"], **WHY)

    assert not sign(agreed, "school", digest)
    now = page()
    assert (now.current.left, now.open.waiting) == ({}, ("north",))
    assert "north" in now.current.signed
    assert sign(agreed, "north", digest)


def test_it_is_one_entry_with_its_reason(table):
    digest = propose()
    sign(table, "north", digest)
    act("take_back", table["north"], **WHY)

    last = entries()[-1]
    assert (last["kind"], last["object"]) == ("signature-taken-back", "deal:practice")
    assert last["details"] == {"version": 1, "digest": digest, "reason": WHY["reason"]}
    assert verify_book("valley") is None


def test_the_receipt_is_that_of_the_signature_that_stands(table):
    digest = propose()
    for day in (0, 2):
        sign(table, "north", digest, at=later(day))
        if not day:
            act("take_back", table["north"], at=later(1), **WHY)
    seq = queries.signature_entries("valley", "practice")[1, "north"]
    assert entries()[seq - 1]["kind"] == "deal-signed"
    assert seq == len(entries())


def test_a_reservation_goes_with_its_signature(table):
    held = (Reservation("If it fits", commitment="T1"),)
    sign(table, "north", propose(), reservations=held)
    here, pk = valley_id(), page().commitments["T1"].pk
    assert queries.held_back(pk) == [("north", held[0])]

    act("take_back", table["north"], **WHY)
    assert queries.held_back(pk) == []
    assert queries.deals(here, on=DAY)[0].reservations == 0


def test_in_force_a_signature_stands(agreed):
    refused("signature-stands", "take_back", agreed["north"], **WHY)


def test_past_its_last_day_or_off_the_table_a_signature_stands(table):
    terms = replace(TERMS, ends_on=later(5).date())
    sign(table, "north", propose(replace(DRAFT, terms=terms)))
    refused("signature-stands", "take_back", table["north"], at=later(9), **WHY)
    act("retract_deal", reason="Anew")
    refused("signature-stands", "take_back", table["north"], **WHY)


def test_only_who_signed_takes_it_back_and_says_why(table):
    digest = propose()
    refused("not-signed", "take_back", table["north"], **WHY)
    sign(table, "north", digest)
    refused("text-missing", "take_back", table["north"], party="north", reason=" ")
    refused("not-allowed", "take_back", SECRETARY, **WHY)
    refused("not-allowed", "take_back", table["school"], **WHY)
    refused("unknown-deal", "take_back", table["north"], slug="other", **WHY)
    refused("changed-meanwhile", "take_back", table["north"], seen="0" * 64, **WHY)
    act("take_back", table["north"], seen=digest, **WHY)
    refused("not-signed", "take_back", table["north"], **WHY)


def test_the_last_signature_after_one_was_taken_back_puts_nothing_in_force(table):
    digest = propose()
    for party in ("north", "school"):
        sign(table, party, digest)
    act("take_back", table["north"], **WHY)
    assert not sign(table, "south", digest)
    assert state() is DealState.PROPOSED


def test_the_database_itself_refuses_to_take_back_without_a_reason(table):
    conclude(table)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Signature.objects.update(taken_back_at=later(1))
