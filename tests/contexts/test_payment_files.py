# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A file with payments is read as a whole: every error with its row and column, or all payments."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook

from samenspel.core.funding.cash import Direction, Payment, PaymentKind
from samenspel.sources.payment_files import COLUMNS, Known, payments_template, read_payments
from samenspel.sources.workbook import WorkbookError
from samenspel.words.workbook import told

TODAY = date(2026, 11, 24)
KNOWN = Known({"G1"}, {"north"}, {"M1"}, {}, {"G1": 2024}, TODAY)
HEAD = [one.heading for one in COLUMNS]
ROW = [
    "26-1",
    "31-3-2026",
    "betaald",
    "termijn",
    "G1",
    "north",
    "M1",
    2026,
    "1.250,50",
    "afschrift",
]
PAYMENT = Payment(
    "26-1",
    date(2026, 3, 31),
    Direction.OUT,
    PaymentKind.INSTALMENT,
    "G1",
    "north",
    "M1",
    2026,
    1250_50,
    "afschrift",
)


def csv_of(*rows):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEAD, *rows])
    return out.getvalue().encode()


def xlsx_of(*rows):
    book, out = Workbook(), io.BytesIO()
    for row in [HEAD, *rows]:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def problems(data, known=KNOWN):
    with pytest.raises(WorkbookError) as refused:
        read_payments(data, known)
    return [(one.row, one.column, one.code) for one in refused.value.problems]


@pytest.mark.parametrize("write", [csv_of, xlsx_of])
def test_a_sound_file_gives_its_payments(write):
    empty = ["26-2", "2026-04-01", "ontvangen", "voorschot", "G1", None, None, 2026, 100, "brief"]
    first, second = read_payments(write(ROW, empty), KNOWN)
    assert first == PAYMENT
    assert (second.party, second.measure, second.amount_cents) == ("", "", 100_00)


def test_typed_cells_of_a_spreadsheet_are_read_as_they_are():
    row = [*ROW]
    row[1], row[8] = date(2026, 3, 31), 1250.5
    assert read_payments(xlsx_of(row), KNOWN) == (PAYMENT,)


@pytest.mark.parametrize(
    ("at", "cell", "code"),
    [
        (0, "=1", "payment-reference-unfit"),
        (1, "25-11-2026", "date-in-future"),
        (1, "soon", "not-a-date"),
        (2, "geleend", "unknown-word"),
        (3, "gift", "unknown-word"),
        (4, "G9", "unknown-word"),
        (5, "nobody", "unknown-word"),
        (6, "M9", "unknown-word"),
        (7, 1800, "payment-year-unfit"),
        (7, 2024, "payment-year-locked"),
        (8, "-5", "amount-negative"),
        (8, "0", "payment-nothing"),
        (8, str(2**53), "amount-too-large"),
        (8, "1,005", "fraction-of-cent"),
        (8, "veel", "bad-number"),
        (9, "", "missing-field"),
        (9, "x" * 301, "text-unfit"),
    ],
)
def test_each_error_has_its_row_and_column(at, cell, code):
    row = [*ROW]
    row[at] = cell
    assert problems(csv_of(["25-9", *ROW[1:]], row)) == [(3, "ABCDEFGHIJ"[at], code)]


def test_all_errors_are_told_at_once_in_words():
    wrong = ["26-2", "x", "y", "z", "G9", "", "", "2026", "-1", ""]
    data = csv_of(wrong, [*ROW[:8], "-1", "brief"], [*ROW[:8], "-1", "brief"])
    found = problems(data)
    assert [(row, column) for row, column, _ in found] == [
        *((2, column) for column in "BCDEJ"),
        (3, "I"),
        (4, "A"),
        (4, "I"),
    ]
    with pytest.raises(WorkbookError) as refused:
        read_payments(data, KNOWN)
    assert all(told(one)["wrong"] for one in refused.value.problems)


def test_a_payment_that_is_there_is_fine_and_another_with_its_reference_is_not():
    there = replace(KNOWN, there={"26-1": PAYMENT}, locked={"G1": 2026})
    assert read_payments(csv_of(ROW), there) == (PAYMENT,)
    other = replace(KNOWN, there={"26-1": replace(PAYMENT, amount_cents=1)})
    assert problems(csv_of(ROW), other) == [(2, "A", "payment-reference-taken")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "missing-column"),
        (payments_template(), "no-payments"),
        (b"\xff\xfe", "not-utf-8"),
        (b"PK\x03\x04broken", "damaged"),
        (csv_of().replace(b"Bron", b"Bank"), "unknown-column"),
    ],
)
def test_what_is_no_file_of_payments_is_refused(data, code):
    assert code in {one[2] for one in problems(data)}


def test_a_second_sheet_is_refused_rather_than_passed_over():
    book, out = Workbook(), io.BytesIO()
    book.active.append(HEAD)
    book.create_sheet("Meer").append(["x"])
    book.save(out)
    assert problems(out.getvalue()) == [(0, "", "unknown-sheet")]
