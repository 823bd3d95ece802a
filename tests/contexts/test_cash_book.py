# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Payments are recorded, imported and taken back by whoever keeps the cash, and never changed."""

from dataclasses import replace
from datetime import date

import pytest
from cash_book import CONTROLLER, IN, LATER, OTHER, OUT, act, open_book, record
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from valley import SECRETARY, acting

from samenspel.core.errors import RuleError
from samenspel.core.funding.cash import Cash
from samenspel.core.rights import Role
from samenspel.funding import models, queries
from samenspel.ledger.queries import links
from samenspel.regions.queries import region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def book(valley):
    open_book()


def region_id():
    return region("valley").pk


def there():
    return queries.payments(region_id())


def last_entry():
    return models.Payment.objects.count(), list(links("valley"))[-1]


def test_what_is_recorded_can_be_read_and_stands_on_the_ledger():
    record(IN, OUT)
    assert there() == [IN, OUT]
    assert queries.cash_by_place(region_id()) == {
        ("G1", "north", "", 2026): Cash(1000_00, 0),
        ("G1", "school", "M1", 2026): Cash(0, 250_00),
    }


def test_the_controller_of_the_cashier_and_the_secretary_keep_the_cash():
    record(IN, actor=CONTROLLER)
    record(OUT, actor=SECRETARY)
    for actor in (OTHER, acting(Role.OFFICER, "north"), acting(Role.READER)):
        with pytest.raises(RuleError, match="not-allowed"):
            record(replace(IN, reference="X"), actor=actor)


def test_only_the_secretary_names_the_cashier():
    with pytest.raises(RuleError, match="not-allowed"):
        act("set_cashier", party="school")
    with pytest.raises(RuleError, match="unknown-party"):
        act("set_cashier", SECRETARY, party="nobody")
    act("set_cashier", SECRETARY, party="school")
    assert queries.cashier("valley") == "school"
    record(IN, actor=OTHER)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("source", "G9", "unknown-funding-source"),
        ("party", "nobody", "unknown-party"),
        ("measure", "M9", "unknown-measure"),
        ("amount_cents", -5, "amount-negative"),
        ("amount_cents", 2**53, "amount-too-large"),
        ("day", date(2026, 3, 2), "date-in-future"),
    ],
)
def test_what_the_region_does_not_know_is_refused(field, value, code):
    with pytest.raises(RuleError) as refused:
        record(replace(OUT, **{field: value}))
    assert (refused.value.code, refused.value.params["field"]) == (code, field)
    assert there() == []


def test_a_reference_is_used_once_in_a_region():
    record(IN)
    with pytest.raises(RuleError, match="payment-reference-taken"):
        record(IN)


def test_the_same_file_twice_adds_nothing():
    assert act("import_payments", payments=[IN, OUT]) == 2
    entries = len(list(links("valley")))
    assert act("import_payments", payments=[IN, OUT]) == 0
    assert len(list(links("valley"))) == entries
    assert act("import_payments", payments=[IN, OUT, replace(OUT, reference="2026-3")]) == 1


def test_a_file_is_taken_over_whole_or_not_at_all():
    with pytest.raises(RuleError, match="unknown-measure"):
        act("import_payments", payments=[IN, replace(OUT, measure="M9")])
    record(IN)
    with pytest.raises(RuleError, match="payment-reference-taken"):
        act("import_payments", payments=[OUT, replace(IN, amount_cents=1)])
    assert there() == [IN]


def test_a_file_that_uses_a_reference_for_two_payments_is_refused():
    with pytest.raises(RuleError, match="payment-reference-taken"):
        act("import_payments", payments=[IN, replace(IN, amount_cents=1)])


def test_a_counter_entry_takes_a_payment_back_and_both_stay():
    record(IN, OUT)
    act("correct_payment", reference="2026-2", by="2026-2T", day=date(2026, 3, 1), evidence="typo")
    counter = there()[-1]
    assert (counter.corrects, counter.amount_cents) == ("2026-2", 250_00)
    assert queries.cash_by_place(region_id())["G1", "school", "M1", 2026] == Cash(0, 0)
    assert queries.payment_named(region_id(), "2026-2").corrected_by == "2026-2T"


@pytest.mark.parametrize(
    ("reference", "by", "day", "code"),
    [
        ("2026-9", "X", date(2026, 3, 1), "unknown-payment"),
        ("2026-2", "2026-1", date(2026, 3, 1), "payment-reference-taken"),
        ("2026-2", "X", date(2026, 1, 1), "date-before-payment"),
        ("2026-2", "X", date(2026, 3, 2), "date-in-future"),
        ("2026-2", "", date(2026, 3, 1), "payment-reference-unfit"),
    ],
)
def test_a_counter_entry_is_a_payment_with_the_same_rules(reference, by, day, code):
    record(IN, OUT)
    with pytest.raises(RuleError, match=code):
        act("correct_payment", reference=reference, by=by, day=day, evidence="typo")


def test_a_payment_is_taken_back_once():
    record(OUT)
    again = {"reference": "2026-2", "day": date(2026, 3, 1), "evidence": "typo"}
    act("correct_payment", by="T1", **again)
    with pytest.raises(RuleError, match="payment-corrected-already"):
        act("correct_payment", by="T2", **again)
    with pytest.raises(RuleError, match="payment-is-correction"):
        act("correct_payment", by="T2", **again | {"reference": "T1"})


def test_a_region_holds_a_bounded_number_of_payments(monkeypatch):
    monkeypatch.setattr("samenspel.funding.services.cashier.MAX_ROWS", 1)
    record(IN)
    with pytest.raises(RuleError, match="too-many-payments"):
        record(OUT)


def test_the_database_itself_keeps_references_apart_and_sources_in_use():
    record(IN)
    row = models.Payment.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Payment.objects.filter(pk=row.pk).update(amount_cents=0)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    with pytest.raises(ProtectedError):
        models.FundingSource.objects.get().delete()


def test_a_year_that_counts_elsewhere_than_its_day_is_fine():
    record(replace(IN, year=2025), at=LATER)
    assert there()[0].year == 2025
