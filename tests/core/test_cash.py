# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Cash ties whatever the payments: all groups together are the whole, a counter-entry is a zero."""

from dataclasses import replace
from operator import attrgetter

import pytest
from hypothesis import given
from payments import DAY, PAID, books, taken_back

from samenspel.core.errors import RuleError
from samenspel.core.funding.cash import (
    MAX_PAYMENT_CENTS,
    Cash,
    Direction,
    PaymentKind,
    cash,
    cash_by,
    check_correctable,
    check_payment,
)


@given(books())
def test_groups_add_up_to_the_whole(book):
    for key in map(attrgetter, ("source", "measure", "year", "party")):
        parts = cash_by(book, key).values()
        assert sum(one.received_cents for one in parts) == cash(book).received_cents
        assert sum(one.spent_cents for one in parts) == cash(book).spent_cents


@given(books())
def test_the_balance_is_all_that_came_in_less_all_that_went_out(book):
    signs = {Direction.IN: 1, Direction.OUT: -1}
    flow = sum(
        signs[one.direction] * (-1 if one.corrects else 1) * one.amount_cents for one in book
    )
    assert cash(book).balance_cents == flow


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("kind", PaymentKind)
def test_a_counter_entry_leaves_nothing(direction, kind):
    one = replace(PAID, direction=direction, kind=kind)
    assert cash([one, taken_back(one)]) == Cash()


def test_a_repayment_counts_against_what_went_before():
    back = replace(PAID, direction=Direction.IN, kind=PaymentKind.REPAYMENT, amount_cents=50_00)
    assert cash([PAID, back]) == Cash(0, 200_00)
    given_back = replace(PAID, kind=PaymentKind.REPAYMENT)
    assert cash([given_back]) == Cash(-250_00, 0)


def test_a_balance_below_zero_shows_so():
    assert cash([PAID]).balance_cents == -250_00


def test_a_sound_payment_passes():
    check_payment(PAID, DAY)
    check_payment(replace(PAID, amount_cents=MAX_PAYMENT_CENTS), DAY)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("amount_cents", -1, "amount-negative"),
        ("amount_cents", 0, "payment-nothing"),
        ("amount_cents", MAX_PAYMENT_CENTS + 1, "amount-too-large"),
        ("amount_cents", 2**53, "amount-too-large"),
        ("day", DAY.replace(day=25), "date-in-future"),
        ("reference", "", "payment-reference-unfit"),
        ("reference", "=1+1", "payment-reference-unfit"),
        ("reference", "A" * 41, "payment-reference-unfit"),
        ("year", 1899, "payment-year-unfit"),
        ("year", 2201, "payment-year-unfit"),
        ("evidence", " ", "text-missing"),
        ("evidence", "a\u202eb", "text-unfit"),
        ("evidence", "a" * 301, "text-unfit"),
    ],
)
def test_what_no_cashier_can_answer_for_is_refused(field, value, code):
    with pytest.raises(RuleError) as refused:
        check_payment(replace(PAID, **{field: value}), DAY)
    assert refused.value.code == code
    assert refused.value.params["field"] == field


def test_only_a_payment_that_stands_can_be_taken_back():
    check_correctable(PAID, corrected=False)
    with pytest.raises(RuleError, match="payment-corrected-already"):
        check_correctable(PAID, corrected=True)
    with pytest.raises(RuleError, match="payment-is-correction"):
        check_correctable(taken_back(PAID), corrected=False)
