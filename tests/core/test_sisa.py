# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The SiSa table: cumulative ties with the year before, totals with the payments."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from payments import PAID, books

from samenspel.core.errors import RuleError
from samenspel.core.funding.sisa import (
    DEFAULT_COLUMNS,
    Change,
    Column,
    ColumnKind,
    changes,
    check_answers,
    check_columns,
    columns_of,
    deadline,
    digest_of,
    frozen,
    plain_columns,
    rows_of,
    spent_in,
    spent_until,
    table,
    totals,
    unanswered,
)

FULL = {"03": "J", "06": "N", "07": "N", "08": "R"}
MONEY = [at for at, one in enumerate(DEFAULT_COLUMNS) if one.kind.startswith("money")]


@given(books(), st.integers(2021, 2026))
def test_cumulative_is_that_of_the_year_before_plus_the_year(book, year):
    assert spent_until(book, year) == spent_until(book, year - 1) + spent_in(book, year)


@given(books(), st.integers(2020, 2026))
def test_totals_tie_with_the_payments(book, year):
    mine = [one for one in book if one.source == "F1"]
    found = totals(DEFAULT_COLUMNS, table(DEFAULT_COLUMNS, year, mine, {}))
    assert [found[at] for at in MONEY] == [spent_in(mine, year), spent_until(mine, year)]


@given(books(), st.integers(2020, 2026))
def test_order_of_payments_and_freezing_change_nothing(book, year):
    rows = table(DEFAULT_COLUMNS, year, book, {"M1": FULL})
    assert table(DEFAULT_COLUMNS, year, book[::-1], {"M1": FULL}) == rows
    text = frozen("F1", year, DEFAULT_COLUMNS, rows)
    data = json.loads(text)
    assert (columns_of(data["columns"]), rows_of(data["rows"])) == (DEFAULT_COLUMNS, rows)
    assert digest_of(text) == digest_of(frozen("F1", year, DEFAULT_COLUMNS, rows))


def test_a_row_names_its_payments_and_what_was_typed():
    later = replace(PAID, reference="2027-1", year=2027)
    (row,) = table(DEFAULT_COLUMNS, 2026, [PAID, later], {"M1": FULL})
    assert row.measure == "M1"
    assert row.cells == (250_00, "J", None, 250_00, "N", "N", "R")
    assert row.references == ("2026-1",)


def test_what_must_be_answered_and_is_not_is_named():
    rows = table(DEFAULT_COLUMNS, 2026, [PAID], {"M1": {**FULL, "08": ""}})
    assert unanswered(DEFAULT_COLUMNS, rows) == (("M1", "08"),)


def test_what_changed_between_versions_is_told_by_cell():
    before = table(DEFAULT_COLUMNS, 2026, [PAID], {"M1": FULL})
    after = table(
        DEFAULT_COLUMNS, 2026, [replace(PAID, amount_cents=1)], {"M1": {**FULL, "06": "J"}}
    )
    assert changes((DEFAULT_COLUMNS, before), (DEFAULT_COLUMNS, after)) == (
        Change("M1", "02", 250_00, 1),
        Change("M1", "05", 250_00, 1),
        Change("M1", "06", "N", "J"),
    )


def test_a_year_is_handed_in_by_15_july_of_the_next():
    assert deadline(2025) == date(2026, 7, 15)


def test_the_default_columns_pass_and_survive_json():
    check_columns(DEFAULT_COLUMNS)
    assert columns_of(json.loads(json.dumps(plain_columns(DEFAULT_COLUMNS)))) == DEFAULT_COLUMNS


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ((), "sisa-columns-count"),
        (tuple(Column(str(n), "x", ColumnKind.TEXT) for n in range(21)), "sisa-columns-count"),
        ((Column("0 1", "x", ColumnKind.TEXT),), "sisa-column-unfit"),
        (
            (Column("01", "x", ColumnKind.TEXT), Column("01", "y", ColumnKind.TEXT)),
            "sisa-column-twice",
        ),
        ((Column("01", "", ColumnKind.TEXT),), "text-missing"),
        ((Column("01", "x", ColumnKind.CHOICE, ("R",)),), "sisa-choices-unfit"),
        ((Column("01", "x", ColumnKind.CHOICE, ("R", "R")),), "sisa-choices-unfit"),
        ((Column("01", "x", ColumnKind.TEXT, ("R", "n.v.t.")),), "sisa-choices-unfit"),
    ],
)
def test_columns_that_make_no_table_are_refused(columns, code):
    with pytest.raises(RuleError, match=code):
        check_columns(columns)


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"99": "x"}, "sisa-column-unknown"),
        ({"02": "100"}, "sisa-column-computed"),
        ({"03": "misschien"}, "sisa-answer-unfit"),
        ({"08": "D1"}, "sisa-answer-unfit"),
        ({"04": "a" * 301}, "text-unfit"),
    ],
)
def test_an_answer_that_does_not_fit_its_column_is_refused(answers, code):
    with pytest.raises(RuleError, match=code):
        check_answers(DEFAULT_COLUMNS, answers)


def test_an_empty_answer_is_no_answer():
    check_answers(DEFAULT_COLUMNS, {"03": "", "08": ""})
