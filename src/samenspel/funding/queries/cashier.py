# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What was received and paid out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet

from samenspel.core.funding.cash import Cash, Direction, Payment, PaymentKind, cash_by
from samenspel.funding import models

_FIELDS = (
    *("reference", "day", "direction", "kind", "source__key", "party__slug", "measure"),
    *("year", "amount_cents", "evidence", "corrects__reference"),
)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment, and the reference of the counter-entry that took it back."""

    pk: int
    payment: Payment
    corrected_by: str


class Place(NamedTuple):
    """What a payment is of and for; party and measure are empty where there is none."""

    source: str
    party: str
    measure: str
    year: int


def cashier(region: str) -> str:
    """Return the party that keeps the cash of a region; empty when nobody was named."""
    rows = models.Cashier.objects.filter(region__slug=region)
    return rows.values_list("party__slug", flat=True).first() or ""


def payments(region_id: int, *, source: str = "", until: int = 0) -> list[Payment]:
    """Return the payments of a region, of one source, up to a year; by day; one statement."""
    rows = _rows(region_id)
    if source:
        rows = rows.filter(source__key=source)
    if until:
        rows = rows.filter(year__lte=until)
    return [_payment(found) for found in rows.order_by("day", "pk").values_list(*_FIELDS)]


def payment_rows(region_id: int) -> list[PaymentRow]:
    """Return the payments of a region with what took them back, latest first; one statement."""
    return _with_corrections(_rows(region_id).order_by("-day", "-pk"))


def payment_named(region_id: int, reference: str) -> PaymentRow | None:
    """Return the payment with a reference, or None."""
    return next(iter(_with_corrections(_rows(region_id).filter(reference=reference))), None)


def payments_named(region_id: int, references: Collection[str]) -> dict[str, Payment]:
    """Return reference -> payment, of those that are there."""
    rows = _rows(region_id)
    if len(references) == 1:
        rows = rows.filter(reference__in=references)
    wanted = set(references)
    found = (_payment(row) for row in rows.values_list(*_FIELDS))
    return {one.reference: one for one in found if one.reference in wanted}


def cash_by_place(region_id: int) -> dict[Place, Cash]:
    """
    Return source, party, measure and year -> what was received and paid out; one statement.

    The party is who paid what was received, or was paid what went out.
    """
    return cash_by(
        payments(region_id), lambda one: Place(one.source, one.party, one.measure, one.year)
    )


def _rows(region_id: int) -> "QuerySet[models.Payment]":
    return models.Payment.objects.filter(region_id=region_id)


def _with_corrections(rows: "QuerySet[models.Payment]") -> list[PaymentRow]:
    found = rows.values_list("pk", "corrected_by__reference", *_FIELDS)
    return [PaymentRow(pk, _payment(rest), by or "") for pk, by, *rest in found]


def _payment(row: Sequence[Any]) -> Payment:
    reference, day, direction, kind, source, party, measure, year, cents, evidence, corrects = row
    return Payment(
        reference,
        day,
        Direction(direction),
        PaymentKind(kind),
        source,
        party or "",
        measure,
        year,
        cents,
        evidence,
        corrects or "",
    )
