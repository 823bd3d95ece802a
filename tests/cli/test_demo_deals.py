# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The deals of the examples show all that can become of a promise, on the day of the story."""

from datetime import date

import pytest

from samenspel.cli.demo_data import load
from samenspel.core.deals.commitment import Kind, Outcome
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.overdue import Escalation
from samenspel.core.deals.states import DealState
from samenspel.core.rights import INSTALLATION
from samenspel.deals.queries import (
    commitment,
    commitments,
    deal,
    deals,
    overdue,
    region_balance,
    steps,
    withdrawal_preview,
)
from samenspel.regions.queries import region

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
PACT = "werk-en-techniek"


@pytest.fixture(scope="module")
def examples(django_db_setup, django_db_blocker):
    """Load the examples once; what is loaded goes with the module."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        load(step=lambda: None)
        yield {slug: region(slug).pk for slug in ("lindewaard", "twente")}
        transaction.set_rollback(True)


@pytest.fixture
def here(examples):
    return examples["lindewaard"]


@pytest.fixture
def there(examples):
    return examples["twente"]


def test_region_has_a_deal_in_force_one_to_sign_and_a_draft(here):
    seen = {row.slug: row.state for row in deals(here, INSTALLATION, on=TODAY)}

    assert seen == {
        PACT: DealState.IN_FORCE,
        "starterswoningen": DealState.PROPOSED,
        "stroom-delen": DealState.DRAFT,
    }
    assert "stroom-delen" not in {row.slug for row in deals(here, on=TODAY)}


def test_deal_in_force_was_signed_with_one_reservation_amended_and_left(here):
    page = deal(here, PACT, on=TODAY)
    held = [one for signed in page.current.signed.values() for one in signed.reservations]

    assert [version.state for version in page.versions] == [
        DealState.AMENDED,
        DealState.IN_FORCE,
    ]
    assert [(one.clause, one.commitment) for one in held] == [("4. Leerwerkbanen", "T8")]
    assert {one.key for one in page.current.differences} == {"T6", "T13"}
    assert set(page.current.left) == {"werkgevers-lindewaard"}


def test_who_left_broke_a_condition_took_a_lead_and_money_and_hours(here):
    broken = withdrawal_preview(here, "lindewaard", PACT, "werkgevers-lindewaard", TODAY)

    assert broken.stands
    assert broken.effective_on == date(2027, 3, 20)
    assert broken.leads_lost == ("measure:M3",)
    assert broken.money_lost == {"measure:M23": 64_000_000}
    assert broken.hours_lost == 4_544
    assert [(one.commitment, one.party) for one in broken.conditions] == [
        ("T3", "provincie-oostermark")
    ]
    assert sum(broken.extra_cents.values()) == 64_000_000


def test_one_commitment_is_overdue_with_the_explanation_of_its_party(here):
    (late,) = overdue(here, on=TODAY)

    assert late.row.commitment.key == "T8"
    assert late.escalation is Escalation.TABLE
    assert "17 december" in late.row.explanation


def test_every_kind_rung_and_outcome_is_there(here):
    rows = commitments(here, INSTALLATION)
    outcomes = {one.outcome for row in rows for one in row.commitment.conditions}

    assert {row.commitment.kind for row in rows} == set(Kind)
    assert {row.rung for row in rows} == set(Rung)
    assert outcomes == set(Outcome)


def test_one_commitment_stepped_back_with_its_reason(here):
    taken = steps(commitment(here, "T9").pk)

    assert [one.rung for one in taken] == [
        Rung.PLEDGED,
        Rung.COVERED,
        Rung.PLEDGED,
        Rung.ADOPTED,
    ]
    assert taken[2].reason


def test_parties_bring_and_get(here):
    table = region_balance(here, "lindewaard", on=TODAY)

    assert table.parties["lindewaard"].brings.cents
    assert table.parties["roc-de-linde"].gets.hours


def test_real_region_tells_its_compromise_and_what_is_not_known(there):
    (row,) = deals(there, on=TODAY)

    assert (row.state, row.signed, row.waiting) == (DealState.ENDED, (), ())
    assert len(row.parties) == 14
    assert not overdue(there, on=TODAY)


def test_what_is_told_of_the_real_region_names_its_source(there):
    rows = commitments(there)

    assert len(rows) == 16
    assert all("Bron: " in row.commitment.what for row in rows)
    assert all(row.commitment.cents is None for row in rows)
