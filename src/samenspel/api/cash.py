# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The cash: payments, what each source has left, the forecast, and the years for SiSa."""

from collections.abc import Iterator
from typing import Any

from rest_framework import serializers

from samenspel.core.funding.cash import Direction, PaymentKind
from samenspel.core.funding.forecast import Course
from samenspel.core.funding.sisa import ColumnKind, totals
from samenspel.funding.queries import CashBook, SisaPage, cash_book, sisa_page, years_of

from .asking import Asked
from .reading import Resource
from .showing import CamelCase, Code, Moment, PageQuery, listing, texts

_KEY = r"^[A-Za-z0-9][A-Za-z0-9-]{0,19}\Z"


class Payment(CamelCase):
    """One payment, received or made; it never changes."""

    reference = serializers.CharField(help_text="The number that the books know it by.")
    day = serializers.DateField()
    direction = serializers.ChoiceField([str(one) for one in Direction])
    kind = serializers.ChoiceField([str(one) for one in PaymentKind])
    source: Any = serializers.CharField(help_text="Key of the source of money.")
    party = serializers.CharField(help_text="Slug of who paid or was paid; else empty.")
    measure = serializers.CharField(help_text="Key of the measure; empty: the programme itself.")
    year = serializers.IntegerField(help_text="The year that it counts in.")
    amount_cents = serializers.IntegerField(help_text="Whole eurocents, above zero.")
    received_cents = serializers.IntegerField(help_text="What it adds to what was received.")
    spent_cents = serializers.IntegerField(help_text="What it adds to what was paid out.")
    evidence = serializers.CharField()
    corrects = serializers.CharField(
        help_text="Reference of the payment that it takes back; else empty."
    )


class CashOfSource(CamelCase):
    """What was received from a source, paid out of it, and is left."""

    source: Any = serializers.CharField(help_text="Key of the source.")
    received_cents = serializers.IntegerField()
    spent_cents = serializers.IntegerField()
    balance_cents = serializers.IntegerField(help_text="Below zero when more went out.")


class Forecast(CamelCase):
    """What will be spent on the last day of a source, by a straight line."""

    source: Any = serializers.CharField(help_text="Key of the source.")
    measure = serializers.CharField(help_text="Key of the measure; empty: the programme itself.")
    planned_cents = serializers.IntegerField(allow_null=True)
    spent_cents = serializers.IntegerField()
    to_spend_cents = serializers.IntegerField(allow_null=True)
    expected_cents = serializers.IntegerField(
        allow_null=True, help_text="On the last day; null when that cannot be said."
    )
    ends_on = serializers.DateField(allow_null=True)
    course = serializers.ChoiceField([str(one) for one in Course])


class SisaColumn(CamelCase):
    """A column of a table for SiSa."""

    code = serializers.CharField()
    label: Any = serializers.CharField()
    kind = serializers.ChoiceField([str(one) for one in ColumnKind])
    choices = texts("What can be answered, in a column of that kind.")
    required: Any = serializers.BooleanField(help_text="Whether it must have an answer.")


class SisaRow(CamelCase):
    """A measure in a year for SiSa."""

    measure = serializers.CharField(help_text="Key of the measure; empty: the programme itself.")
    cells = serializers.ListField(
        child=serializers.JSONField(allow_null=True),
        help_text="In the order of the columns: whole eurocents, a text, or null.",
    )
    payments = texts("References of the payments that it is made of.")


class SisaYear(CamelCase):
    """The latest version of a year of a table for SiSa."""

    source: Any = serializers.CharField(help_text="Key of the source.")
    year = serializers.IntegerField()
    version = serializers.IntegerField(help_text="0: nothing was typed yet.")
    locked_at = Moment(allow_null=True)
    digest = serializers.CharField(help_text="SHA-256 of the text as it was locked; else empty.")
    columns = SisaColumn(many=True)
    rows = SisaRow(many=True)
    totals = serializers.ListField(child=serializers.IntegerField(allow_null=True))


class PaymentQuery(PageQuery):
    """A page of payments."""

    source: Any = Code("Only of this source, by key.", pattern=_KEY)
    measure = Code("Only for this measure, by key.", pattern=_KEY)
    direction = serializers.ChoiceField([str(one) for one in Direction], required=False)


def _book(asked: Asked) -> CashBook:
    return cash_book(asked.region.pk, asked.region.slug, on=asked.on, reader=asked.actor)


def _payments(asked: Asked) -> dict[str, Any]:
    wanted = asked.chosen("source", "measure", "direction")
    found = [row.payment for row in _book(asked).rows]
    return asked.page_of(
        [one for one in found if all(getattr(one, name) == wanted[name] for name in wanted)]
    )


def _sources(asked: Asked) -> dict[str, Any]:
    return asked.page_of(
        [
            {
                "source": key,
                "received_cents": one.received_cents,
                "spent_cents": one.spent_cents,
                "balance_cents": one.balance_cents,
            }
            for key, one in _book(asked).by_source.items()
        ]
    )


def _forecasts(asked: Asked) -> dict[str, Any]:
    names = ("source", "measure", "planned_cents", "to_spend_cents", "expected_cents", "ends_on")
    return asked.page_of(
        [
            {name: getattr(one, name) for name in (*names, "course")}
            | {"spent_cents": one.cash.spent_cents}
            for one in _book(asked).forecasts
        ]
    )


def _years(asked: Asked) -> dict[str, Any]:
    return asked.page_of([_year(page) for page in _pages(_book(asked))])


def _pages(book: CashBook) -> Iterator[SisaPage]:
    for facts in book.sisa:
        for year in years_of(facts, book.payments):
            if page := sisa_page(facts, year, book.payments):
                yield page


def _year(page: SisaPage) -> dict[str, Any]:
    version = page.version
    return {
        "source": page.facts.source,
        "year": page.year,
        "version": version.number if version else 0,
        "locked_at": version.locked_at if version else None,
        "digest": version.digest if version else "",
        "columns": page.columns,
        "rows": [
            {"measure": row.measure, "cells": row.cells, "payments": row.references}
            for row in page.rows
        ],
        "totals": totals(page.columns, page.rows),
    }


RESOURCES = {
    "payments": Resource(
        "The payments, latest first", listing(Payment), _payments, PaymentQuery, is_list=True
    ),
    "cash": Resource(
        "What each source has left", listing(CashOfSource), _sources, PageQuery, is_list=True
    ),
    "forecasts": Resource(
        "What will be spent in time", listing(Forecast), _forecasts, PageQuery, is_list=True
    ),
    "sisa-years": Resource(
        "The years for SiSa", listing(SisaYear), _years, PageQuery, is_list=True
    ),
}
