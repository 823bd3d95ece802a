# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the API tells of deals and commitments, and to whom."""

from dataclasses import fields
from hashlib import sha256

import pytest

from samenspel.api import commitments, deals
from samenspel.core.deals.commitment import Amount, Commitment, Condition, Decision
from samenspel.core.deals.deal import Terms
from samenspel.core.deals.rules import Rule
from samenspel.core.deals.withdrawal import Consequences
from samenspel.deals.queries import DealRow, SignatureFacts, StepFacts

pytestmark = pytest.mark.django_db

HERE = "/regions/lindewaard"
PACT = f"{HERE}/deals/werk-en-techniek"
DRAFT = f"{HERE}/deals/stroom-delen"
AT_THE_TABLE = "officer at the draft deal"
PARTS = [
    *("deals", "commitments", "overdue", "balances", "exchanges"),
    *("deals/werk-en-techniek/versions", "deals/werk-en-techniek/signatures"),
    *("deals/werk-en-techniek/withdrawals", "deals/werk-en-techniek/versions/2/differences"),
    *("commitments/T9/steps", "commitments/T9/conditions"),
]


def results(response):
    assert response.status_code == 200, response.content
    return response.json()["results"]


@pytest.mark.parametrize("part", PARTS)
def test_lists_are_paged(api, part):
    page = api(f"{HERE}/{part}", {"pageSize": 1}).json()
    assert len(page["results"]) == 1
    assert api(f"{HERE}/{part}", {"pageSize": 101}).status_code == 400


@pytest.mark.parametrize("part", ["deals", "commitments", "deals/werk-en-techniek/withdrawals"])
def test_a_thing_has_the_address_it_is_read_at(api, part):
    for row in results(api(f"{HERE}/{part}", {"pageSize": 100})):
        alone = api(row["url"].partition("/api/v1")[2])
        assert alone.status_code == 200
        assert part == "deals/werk-en-techniek/withdrawals" or alone.json() == row


@pytest.mark.parametrize(
    ("shape", "record"),
    [
        (commitments.Promise, Commitment),
        (commitments.Amount, Amount),
        (commitments.Condition, Condition),
        (commitments.Decision, Decision),
        (commitments.Step, StepFacts),
        (deals.Deal, DealRow),
        (deals.Rule, Rule),
        (deals.Signature, SignatureFacts),
        (deals.Consequences, Consequences),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_no_field_of_a_record_is_forgotten(shape, record):
    shown = {field.source for field in shape().fields.values()}
    assert {field.name for field in fields(record)} <= shown


def test_no_term_of_a_deal_is_forgotten():
    shown = {field.source.rpartition(".")[2] for field in deals.WholeVersion().fields.values()}
    wanted = {field.name for field in fields(Terms)}
    assert wanted - {"escalation"} | {"when_late"} <= shown


def test_a_draft_is_there_for_its_own_parties_only(api):
    for who in ("", "officer", "reader of another region"):
        assert "stroom-delen" not in {row["slug"] for row in results(api(f"{HERE}/deals", who=who))}
        for part in ("", "/versions", "/versions/1", "/signatures", "/withdrawals"):
            assert api(f"{DRAFT}{part}", who=who).status_code == 404
    assert api(DRAFT, who=AT_THE_TABLE).json()["state"] == "draft"


def test_a_hidden_deal_is_refused_in_the_words_of_one_that_is_not_there(api):
    for part in ("", "/versions", "/versions/1", "/versions/1/text", "/signatures"):
        hidden, absent = (api(f"{HERE}/deals/{slug}{part}") for slug in ("stroom-delen", "geen"))
        assert hidden.content == absent.content


def test_what_is_only_mentioned_is_read_by_its_own_party(api):
    assert api(f"{HERE}/commitments/T21").status_code == 404
    assert api(f"{HERE}/commitments/T21/steps").status_code == 404
    assert api(f"{HERE}/commitments/T21/conditions").status_code == 404
    assert api(f"{HERE}/commitments/T21", who=AT_THE_TABLE).json()["rung"] == "mentioned"


def test_a_draft_is_not_told_of_by_what_it_binds(api):
    row = api(f"{HERE}/commitments/T21", who=AT_THE_TABLE).json()
    assert row["deals"] == []


def test_the_digest_is_that_of_the_text(api):
    for number in (1, 2):
        found = api(f"{PACT}/versions/{number}/text").json()
        assert sha256(found["text"].encode()).hexdigest() == found["digest"]
        assert found["digest"] == api(f"{PACT}/versions/{number}").json()["digest"]


def test_a_draft_has_no_text_that_is_signed(api):
    assert api(f"{DRAFT}/versions/1/text", who=AT_THE_TABLE).status_code == 404


def test_signatures_tell_mandate_and_reservation_and_no_person(api):
    rows = results(api(f"{PACT}/signatures", {"pageSize": 100}))
    assert len(rows) == 12
    assert sum(len(row["reservations"]) for row in rows) == 1
    assert all(row["organ"] and row["decidedOn"] for row in rows)
    assert not {"actor", "person", "name"} & set(rows[0])


def test_a_signature_names_its_entry_in_the_ledger(api):
    for row in results(api(f"{PACT}/signatures", {"pageSize": 100})):
        entry = api(f"{HERE}/ledger-entries/{row['entry']}").json()
        assert (entry["kind"], entry["party"]) == ("deal-signed", row["party"])
        assert row["digest"] in entry["sealedText"]


def test_what_a_withdrawal_broke_is_told(api):
    broken = api(f"{PACT}/withdrawals/werkgevers-lindewaard").json()
    assert broken["moneyLost"] == [{"target": "measure:M23", "cents": 64_000_000}]
    assert sum(one["cents"] for one in broken["extraCents"]) == 64_000_000
    assert broken["stands"] is True


def test_who_stays_breaks_nothing(api):
    assert api(f"{PACT}/withdrawals/lindewaard").status_code == 404


def test_overdue_is_told_with_the_explanation_beside_it(api):
    (late,) = results(api(f"{HERE}/overdue"))
    row = api(f"{HERE}/commitments/T8").json()
    assert (late["commitment"], late["escalation"]) == ("T8", row["escalation"])
    assert late["days"] == row["overdueDays"] >= 55
    assert late["explanation"] == row["explanation"] != ""


def test_conditions_have_their_proof(api):
    (row,) = results(api(f"{HERE}/commitments/T9/conditions"))
    assert (row["number"], row["outcome"]) == (1, "met")
    assert row["evidence"]


def test_what_nobody_knows_is_null_and_not_zero(api):
    rows = results(api("/regions/twente/commitments", {"pageSize": 100}))
    assert {(row["hours"], row["valuationCents"]) for row in rows} == {(None, None)}
    assert {row["endsOn"] for row in rows} == {None}


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"party": "lindewaard"}, lambda row: row["party"] == "lindewaard"),
        ({"target": "measure:M22"}, lambda row: row["target"] == "measure:M22"),
        ({"kind": "money"}, lambda row: row["kind"] == "money"),
        ({"rung": "granted"}, lambda row: row["rung"] == "granted"),
        ({"deal": "werk-en-techniek"}, lambda row: "werk-en-techniek" in row["deals"]),
    ],
    ids=["party", "target", "kind", "rung", "deal"],
)
def test_a_filter_keeps_exactly_what_fits(api, chosen, expected):
    everything = results(api(f"{HERE}/commitments", {"pageSize": 100}))
    found = results(api(f"{HERE}/commitments", {"pageSize": 100, **chosen}))
    assert found == [row for row in everything if expected(row)]
    assert found


def test_all_that_is_brought_is_got(api):
    rows = results(api(f"{HERE}/balances", {"pageSize": 100}))
    for name in ("cents", "hours"):
        brought, got = (sum(row[side][name] or 0 for row in rows) for side in ("brings", "gets"))
        assert brought == got > 0


def test_exchanges_are_the_cells_of_the_balance(api):
    cells = results(api(f"{HERE}/exchanges", {"pageSize": 100}))
    brings = sum(row["total"]["cents"] or 0 for row in cells if row["giver"] == "lindewaard")
    rows = results(api(f"{HERE}/balances", {"pageSize": 100}))
    assert brings == next(row["brings"]["cents"] for row in rows if row["party"] == "lindewaard")
