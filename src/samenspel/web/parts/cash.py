# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The cash of a region as pages show it: what came in, went out, is left, and will be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.funding.cash import Cash, cash
from samenspel.core.funding.forecast import Course
from samenspel.core.funding.sisa import deadline, spent_in, totals
from samenspel.funding.queries import (
    CashBook,
    PaymentRow,
    SisaPage,
    sisa_page,
    years_of,
)
from samenspel.web.parts.money import Bar, amount, bars
from samenspel.web.parts.targets import Named
from samenspel.words.cashier import COURSES, about, answer_text, leverage_text, payment_words
from samenspel.words.formats import euro, long_date, short_date

_MOODS = {
    Course.ON_COURSE: "good",
    Course.UNDERSPENDING: "warn",
    Course.AHEAD: "info",
    Course.LEFT_OVER: "warn",
    Course.OVERSPENT: "bad",
    Course.NOT_PLANNED: "bad",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What a page calls parties, sources and measures."""

    region: str
    parties: Mapping[str, str]
    book: CashBook

    def party(self, slug: str) -> Named:
        """Return a party with its page; without one, that nobody is named."""
        if slug in self.parties:
            return Named(self.parties[slug], reverse("party", args=[self.region, slug]))
        return Named(slug or _("nobody named"))

    def source(self, key: str) -> str:
        """Return the name of a source."""
        return self.book.sources[key].name if key in self.book.sources else key

    def measure(self, key: str) -> Named:
        """Return a measure with its page; without a key the programme itself."""
        if not key:
            return Named(_("the programme itself"))
        if key not in self.book.measures:
            return Named(key)
        return Named(self.book.measures[key], reverse("measure", args=[self.region, key]))


@dataclass(frozen=True, slots=True)
class CashRow:
    """What was received and paid out; ``mood`` is bad when more went out."""

    key: str
    name: str
    received: str
    spent: str
    balance: str
    mood: str
    leverage: str = ""


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A measure of a source against its last day."""

    measure: Named
    key: str
    planned: str
    spent: str
    to_spend: str
    expected: str
    course: str
    mood: str
    meaning: str
    lines: str


@dataclass(frozen=True, slots=True)
class ForecastView:
    """A source with its measures."""

    key: str
    name: str
    ends_on: str
    rows: list[ForecastRow]


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A payment in a list; ``struck`` when it was taken back or takes back."""

    reference: str
    day: str
    what: str
    struck: bool
    corrected_by: str
    source: str
    source_name: str
    party: Named
    measure: Named
    year: int
    amount: str
    evidence: str
    pk: int
    correctable: bool


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year for SiSa in a list."""

    source: str
    name: str
    year: int
    state: str
    mood: str
    spent: str
    url: str


def figures(book: CashBook) -> list[dict[str, str]]:
    """Return the whole cash in numbers."""
    whole = cash(book.payments)
    return [
        {"label": _("received"), "value": euro(whole.received_cents), "mood": ""},
        {"label": _("paid out"), "value": euro(whole.spent_cents), "mood": ""},
        {"label": _("in the cash"), "value": euro(whole.balance_cents), "mood": _mood(whole)},
    ]


def source_rows(book: CashBook) -> list[CashRow]:
    """Return each source with a payment."""
    leverage = book.leverage_by_source
    return [
        _row(key, book.sources[key].name, found, leverage_text(leverage.get(key)))
        for key, found in book.by_source.items()
    ]


def year_rows(book: CashBook) -> list[CashRow]:
    """Return each year with what was left at its end."""
    rows, received, spent = [], 0, 0
    for year, found in book.by_year.items():
        received, spent = received + found.received_cents, spent + found.spent_cents
        left = Cash(received, spent)
        rows.append(
            CashRow(
                str(year),
                str(year),
                euro(found.received_cents),
                euro(found.spent_cents),
                euro(left.balance_cents),
                _mood(left),
            )
        )
    return rows


def source_bars(book: CashBook) -> list[Bar]:
    """Return what was paid out from each source as bars."""
    found = {book.sources[key].name: one.spent_cents for key, one in book.by_source.items()}
    return bars({name: max(0, cents) for name, cents in found.items()})


def forecast_views(book: CashBook, names: Names) -> list[ForecastView]:
    """Return the forecast by source."""
    groups: dict[str, list[ForecastRow]] = {}
    for one in book.forecasts:
        groups.setdefault(one.source, []).append(
            ForecastRow(
                names.measure(one.measure),
                one.measure,
                amount(one.planned_cents),
                euro(one.cash.spent_cents),
                amount(one.to_spend_cents),
                amount(None if one.expected_cents is None else about(one.expected_cents)),
                str(COURSES[one.course].name),
                _MOODS.get(one.course, "none"),
                str(COURSES[one.course].meaning),
                ", ".join(book.lines.get((one.source, one.measure), ())),
            )
        )
    return [
        ForecastView(key, names.source(key), _last_day(book, key), rows)
        for key, rows in groups.items()
    ]


def payment_views(rows: Iterable[PaymentRow], names: Names) -> list[PaymentView]:
    """Return payments ready to be listed."""
    return [
        PaymentView(
            one.reference,
            short_date(one.day),
            capfirst(payment_words(one)),
            bool(row.corrected_by or one.corrects),
            row.corrected_by,
            one.source,
            names.source(one.source),
            names.party(one.party),
            names.measure(one.measure),
            one.year,
            euro(-one.amount_cents if one.corrects else one.amount_cents),
            one.evidence,
            row.pk,
            not (row.corrected_by or one.corrects),
        )
        for row in rows
        for one in (row.payment,)
    ]


def year_lines(book: CashBook, region: str, route: str = "sisa") -> list[YearLine]:
    """Return the years for SiSa of each source, latest first; *route* is the page of one."""
    return [
        _year_line(book, page, region, route)
        for facts in book.sisa
        for year in years_of(facts, book.payments)
        if (page := sisa_page(facts, year, book.payments))
    ]


def state_of(page: SisaPage, on: date) -> tuple[str, str]:
    """Return how far a year is on a day in words, and its mood."""
    version = page.version
    if version is None or version.locked_at is None:
        if on > deadline(page.year):
            return _("open, and past its date"), "warn"
        again = version is not None and version.number > 1
        return (_("open again") if again else _("open")), "info"
    return _("locked on %(date)s") % {
        "date": long_date(timezone.localdate(version.locked_at))
    }, "good"


def sisa_rows(page: SisaPage, names: Names) -> list[dict[str, Any]]:
    """Return the rows of a year for SiSa, ready to be shown."""
    return [
        {
            "key": row.measure,
            "measure": names.measure(row.measure),
            "cells": [
                answer_text(column, cell)
                for column, cell in zip(page.columns, row.cells, strict=True)
            ],
            "references": ", ".join(row.references),
        }
        for row in page.rows
    ]


def sisa_totals(page: SisaPage) -> list[str]:
    """Return the last row of a year: the sum of each column of money."""
    return ["" if cents is None else euro(cents) for cents in totals(page.columns, page.rows)]


def change_rows(page: SisaPage, names: Names) -> list[list[str]]:
    """Return what a version changes of the version before, as rows of a table."""
    columns = {one.code: one for one in page.columns}
    return [
        [
            f"{one.measure} {names.measure(one.measure).title}".strip(),
            f"{one.column} {columns[one.column].label}" if one.column in columns else one.column,
            answer_text(columns[one.column], one.was) if one.column in columns else str(one.was),
            answer_text(columns[one.column], one.now) if one.column in columns else str(one.now),
        ]
        for one in page.changes
    ]


def _year_line(book: CashBook, page: SisaPage, region: str, route: str) -> YearLine:
    state, mood = state_of(page, book.on)
    source = page.facts.source
    paid = [one for one in book.payments if one.source == source]
    return YearLine(
        source,
        page.facts.name,
        page.year,
        state,
        mood,
        euro(spent_in(paid, page.year)),
        reverse(route, args=[region, source, page.year]),
    )


def _row(key: str, name: str, found: Cash, leverage: str) -> CashRow:
    return CashRow(
        key,
        name,
        euro(found.received_cents),
        euro(found.spent_cents),
        euro(found.balance_cents),
        _mood(found),
        leverage,
    )


def _mood(found: Cash) -> str:
    return "bad" if found.balance_cents < 0 else ""


def _last_day(book: CashBook, key: str) -> str:
    source = book.sources.get(key)
    return long_date(source.ends_on) if source and source.ends_on else ""
