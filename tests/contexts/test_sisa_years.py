# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A year for SiSa is filled in, locked with its digest, and corrected by a version of its own."""

from dataclasses import replace
from datetime import date

import pytest
from cash_book import FULL, LATER, OTHER, OUT, act, fill, open_book, record

from samenspel.core.errors import RuleError
from samenspel.core.funding.sisa import DEFAULT_COLUMNS, Change, digest_of, totals
from samenspel.funding import models, queries
from samenspel.regions.queries import region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def book(valley):
    open_book()


def page(year=2026, number=None):
    pk = region("valley").pk
    return queries.sisa_page(queries.sisa_table(pk, "G1"), year, queries.payments(pk), number)


def lock(year=2026, at=LATER):
    return act("lock_year", source="G1", year=year, at=at)


def reopen(year=2026, **more):
    act("reopen_year", source="G1", year=year, reason="A payment was missing", at=LATER, **more)


def test_a_year_shows_what_was_paid_and_what_was_typed():
    fill()
    found = page()
    assert [row.cells for row in found.rows] == [(250_00, "J", None, 250_00, "N", "N", "R")]
    assert totals(found.columns, found.rows) == (250_00, None, None, 250_00, None, None, None)
    assert (found.version.number, found.version.is_locked) == (1, False)


def test_a_locked_year_stands_still_with_its_digest():
    fill()
    digest = lock()
    found = page()
    assert found.version.digest == digest == digest_of(found.version.text)
    with pytest.raises(RuleError, match="sisa-year-locked"):
        act("answer_sisa", source="G1", year=2026, measure="M1", answers=FULL, at=LATER)
    with pytest.raises(RuleError, match="sisa-year-locked"):
        lock()


@pytest.mark.parametrize("year", [2025, 2026])
def test_payments_up_to_a_locked_year_are_refused(year):
    fill()
    lock()
    late = replace(OUT, reference="late", year=year)
    with pytest.raises(RuleError, match="payment-year-locked"):
        record(late, at=LATER)
    with pytest.raises(RuleError, match="payment-year-locked"):
        act("import_payments", payments=[late], at=LATER)
    day = {"day": date(2027, 2, 1), "evidence": "typo"}
    with pytest.raises(RuleError, match="payment-year-locked"):
        act("correct_payment", reference="2026-2", by="T", at=LATER, **day)
    record(replace(late, year=2027), at=LATER)


def test_a_correction_is_a_new_version_that_says_what_changed():
    fill()
    first = lock()
    reopen()
    record(replace(OUT, reference="late"), at=LATER)
    assert lock() != first
    assert page().changes == (
        Change("M1", "02", 250_00, 500_00),
        Change("M1", "05", 250_00, 500_00),
    )
    assert page(number=1).version.digest == first
    assert page().version.reason == "A payment was missing"
    assert page(number=3) is None


def test_cumulative_of_a_year_goes_on_from_the_locked_one():
    fill()
    lock()
    record(replace(OUT, reference="2027-1", year=2027, amount_cents=1), at=LATER)
    (before,), (after,) = page().rows, page(2027).rows
    assert after.cells[3] == before.cells[3] + after.cells[0] == 250_01


def test_years_are_opened_again_from_the_latest_back():
    fill()
    act("answer_sisa", source="G1", year=2027, measure="M1", answers=FULL, at=LATER)
    lock()
    lock(2027, at=LATER.replace(year=2028))
    with pytest.raises(RuleError, match="sisa-later-year-locked"):
        reopen()
    reopen(2027)
    reopen()


def test_a_year_is_locked_when_it_is_over_and_all_is_answered():
    record(OUT)
    with pytest.raises(RuleError, match="sisa-table-missing"):
        lock()
    act("set_columns", source="G1", columns=DEFAULT_COLUMNS)
    with pytest.raises(RuleError, match="sisa-year-running"):
        act("lock_year", source="G1", year=2026)
    with pytest.raises(RuleError, match="sisa-answer-missing"):
        lock()
    with pytest.raises(RuleError, match="sisa-year-not-locked"):
        reopen()


def test_what_was_typed_for_other_columns_is_checked_again():
    fill()
    act("set_columns", source="G1", columns=[replace(DEFAULT_COLUMNS[6], choices=("D1", "D2"))])
    with pytest.raises(RuleError, match="sisa-answer-unfit"):
        lock()


def test_an_empty_answer_takes_one_away():
    fill()
    act("answer_sisa", source="G1", year=2026, measure="M1", answers={"08": ""}, at=LATER)
    assert page().rows[0].cells[6] is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"measure": "M2"}, "sisa-measure-unpaid"),
        ({"year": 2025}, "sisa-measure-unpaid"),
        ({"answers": {"02": "9"}}, "sisa-column-computed"),
        ({"source": "G9"}, "sisa-table-missing"),
    ],
)
def test_an_answer_to_nothing_is_refused(change, code):
    fill()
    what = {"source": "G1", "year": 2026, "measure": "M1", "answers": FULL} | change
    with pytest.raises(RuleError, match=code):
        act("answer_sisa", at=LATER, **what)


def test_only_who_keeps_the_cash_may():
    fill()
    whats = {
        "set_columns": {"columns": DEFAULT_COLUMNS},
        "answer_sisa": {"year": 2026, "measure": "M1", "answers": FULL},
        "lock_year": {"year": 2026},
        "reopen_year": {"year": 2026, "reason": "x"},
    }
    for name, what in whats.items():
        with pytest.raises(RuleError, match="not-allowed"):
            act(name, OTHER, LATER, source="G1", **what)


def test_columns_of_an_unknown_source_are_refused():
    with pytest.raises(RuleError, match="unknown-funding-source"):
        act("set_columns", source="G9", columns=DEFAULT_COLUMNS)


def test_a_locked_year_keeps_the_columns_it_was_locked_with():
    fill()
    lock()
    act("set_columns", source="G1", columns=DEFAULT_COLUMNS[:1], scheme="C99", at=LATER)
    assert page().columns == DEFAULT_COLUMNS
    assert page(2027).columns == DEFAULT_COLUMNS[:1]
    assert models.SisaYear.objects.count() == 1
