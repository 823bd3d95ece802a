# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping the cash: who does, what was received and paid, and counter-entries for mistakes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from samenspel.agenda.queries import last_seen
from samenspel.core.canonical import encode
from samenspel.core.errors import RuleError
from samenspel.core.funding.cash import (
    Payment,
    cash,
    check_correctable,
    check_payment,
)
from samenspel.core.limits import MAX_ROWS, shown
from samenspel.core.rights import Act, Actor
from samenspel.deals.services.recording import Doing, begin
from samenspel.funding import models
from samenspel.funding.queries.cashier import payment_named, payments_named
from samenspel.funding.queries.sisa import locked_through
from samenspel.parties.queries import party_ids

from .keeping import begin_keeping

Ids = Mapping[str, int]


@transaction.atomic
def set_cashier(*, region: str, party: str, actor: Actor, at: datetime) -> None:
    """
    Make a party the one that keeps the cash; its controller may then record payments.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region`` or ``unknown-party``.
    """
    doing = begin(region, actor, at, Act.KEEP_CASH)
    known = party_ids(doing.region_id)
    if party not in known:
        raise RuleError("unknown-party", field="party", party=shown(party))
    models.Cashier.objects.update_or_create(
        region_id=doing.region_id, defaults={"party_id": known[party]}
    )
    doing.record("cashier-set", f"party:{party}", {})


@transaction.atomic
def record_payment(*, region: str, payment: Payment, actor: Actor, at: datetime) -> None:
    """
    Write one payment into the cash book; from then on it stands there, and everyone can read it.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-funding-source``,
            ``unknown-party``, ``unknown-measure``, ``payment-reference-taken``,
            ``payment-year-locked``, ``too-many-payments`` or as ``check_payment``.
    """
    doing = begin_keeping(region, actor, at)
    book = _Book(doing)
    book.check(payment)
    if payments_named(doing.region_id, [payment.reference]):
        raise RuleError("payment-reference-taken", field="reference", reference=payment.reference)
    book.write([payment])
    doing.record("payment-recorded", f"payment:{payment.reference}", _plain(payment))


@transaction.atomic
def import_payments(*, region: str, payments: Sequence[Payment], actor: Actor, at: datetime) -> int:
    """
    Write payments of a file, all or none; return how many were new.

    One that is there already with the same content is passed over, so that the same file twice adds
    nothing. The entry on the ledger has the digest of what was added.

    Raises:
        RuleError: as ``record_payment``.
    """
    doing = begin_keeping(region, actor, at)
    book = _Book(doing)
    there = payments_named(doing.region_id, [one.reference for one in payments])
    new: dict[str, Payment] = {}
    for one in payments:
        known = there.get(one.reference) or new.get(one.reference)
        if known is not None and known != one:
            raise RuleError("payment-reference-taken", reference=one.reference)
        if known is None:
            book.check(one)
            new[one.reference] = one
    if not new:
        return 0
    book.write(list(new.values()))
    total = cash(new.values())
    details = {
        "count": len(new),
        "digest": sha256(encode([_plain(one) for one in new.values()])).hexdigest(),
        "first": next(iter(new)),
        "received_cents": total.received_cents,
        "spent_cents": total.spent_cents,
    }
    doing.record("payments-imported", "payments", details)
    return len(new)


@transaction.atomic
def correct_payment(  # noqa: PLR0913 - which, by which entry, when and why, by whom
    *,
    region: str,
    reference: str,
    by: str,
    day: date,
    evidence: str,
    actor: Actor,
    at: datetime,
) -> None:
    """
    Take a payment back by a counter-entry with the reference *by*; nothing is edited or deleted.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-payment``,
            ``payment-is-correction``, ``payment-corrected-already``, ``date-before-payment``, or as
            ``record_payment``.
    """
    doing = begin_keeping(region, actor, at)
    row = payment_named(doing.region_id, reference)
    if row is None:
        raise RuleError("unknown-payment", reference=shown(reference))
    wrong = row.payment
    check_correctable(wrong, bool(row.corrected_by))
    if day < wrong.day:
        raise RuleError("date-before-payment", field="day", on=wrong.day)
    counter = replace(wrong, reference=by, day=day, evidence=evidence, corrects=reference)
    book = _Book(doing)
    book.check(counter)
    if payments_named(doing.region_id, [by]):
        raise RuleError("payment-reference-taken", field="by", reference=by)
    book.write([counter], row.pk)
    doing.record("payment-corrected", f"payment:{reference}", _plain(counter))


class _Book:
    """What a payment may name, read once for all payments of an act."""

    def __init__(self, doing: Doing) -> None:
        self.doing = doing
        sources = models.FundingSource.objects.filter(region_id=doing.region_id)
        self.sources: Ids = dict(sources.values_list("key", "pk"))
        self.parties: Ids = party_ids(doing.region_id)
        self.locked = locked_through(doing.region_id)
        self.measures: dict[str, bool] = {"": True}

    def check(self, one: Payment) -> None:
        """Refuse what cannot be written."""
        check_payment(one, self.doing.on)
        if one.source not in self.sources:
            raise RuleError("unknown-funding-source", field="source", key=shown(one.source))
        if one.party and one.party not in self.parties:
            raise RuleError("unknown-party", field="party", party=shown(one.party))
        if not self._is_measure(one.measure):
            raise RuleError("unknown-measure", field="measure", measure=shown(one.measure))
        if one.year <= self.locked.get(one.source, 0):
            raise RuleError("payment-year-locked", field="year", year=one.year, source=one.source)

    def write(self, payments: Sequence[Payment], corrected: int | None = None) -> None:
        there = models.Payment.objects.filter(region_id=self.doing.region_id).count()
        if there + len(payments) > MAX_ROWS:
            raise RuleError("too-many-payments", limit=MAX_ROWS)
        models.Payment.objects.bulk_create(self._row(one, corrected) for one in payments)

    def _is_measure(self, key: str) -> bool:
        if key not in self.measures:
            found = last_seen(self.doing.region, "measure", key, self.doing.actor)
            self.measures[key] = found is not None
        return self.measures[key]

    def _row(self, one: Payment, corrected: int | None) -> models.Payment:
        return models.Payment(
            region_id=self.doing.region_id,
            reference=one.reference,
            day=one.day,
            direction=one.direction,
            kind=one.kind,
            source_id=self.sources[one.source],
            party_id=self.parties[one.party] if one.party else None,
            measure=one.measure,
            year=one.year,
            amount_cents=one.amount_cents,
            evidence=one.evidence,
            corrects_id=corrected,
            actor=self.doing.actor.reference,
            at=self.doing.at,
        )


def _plain(one: Payment) -> dict[str, Any]:
    """Return a payment for the ledger; what is empty is left out."""
    plain = asdict(one) | {
        "day": one.day.isoformat(),
        "direction": str(one.direction),
        "kind": str(one.kind),
    }
    return {name: value for name, value in plain.items() if value != ""}
