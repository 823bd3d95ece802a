# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers, money and dates read as in the language of the reader."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from samenspel.words.formats import euro, long_date, number, years


@pytest.mark.parametrize(
    ("cents", "dutch", "english"),
    [
        (0, "€\u00a00", "€0"),
        (1_250_000, "€\u00a012.500", "€12,500"),
        (1_250_050, "€\u00a012.500,50", "€12,500.50"),
        (5, "€\u00a00,05", "€0.05"),
        (-1_250_000, "€\u00a0-12.500", "-€12,500"),
        (2**53 - 1, "€\u00a090.071.992.547.409,91", "€90,071,992,547,409.91"),
    ],
)
def test_euro_is_exact_and_has_cents_only_when_needed(cents, dutch, english):
    with override("nl"):
        assert euro(cents) == dutch
    with override("en"):
        assert euro(cents) == english


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (1500, "1.500", "1,500"),
        (Decimal("1500.50"), "1.500,5", "1,500.5"),
        (Decimal("-0.125"), "-0,125", "-0.125"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (
            Decimal("12345678901234567890.000001"),
            "12.345.678.901.234.567.890,000001",
            "12,345,678,901,234,567,890.000001",
        ),
    ],
)
def test_number_keeps_all_its_digits(value, dutch, english):
    with override("nl"):
        assert number(value) == dutch
    with override("en"):
        assert number(value) == english


def test_date_has_its_month_in_full():
    with override("nl"):
        assert long_date(date(2026, 9, 1)) == "1 september 2026"
    with override("en"):
        assert long_date(date(2026, 9, 1)) == "1 September 2026"


def test_years_are_a_range_or_one():
    assert years(2026, 2029) == "2026\u20132029"
    assert years(2026, 2026) == "2026"
