# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The cash of the example regions: payments and years for SiSa, replayed act by act."""

from collections.abc import Callable, Mapping
from datetime import date

from samenspel.cli.demo_deals import DealAct, Facts
from samenspel.core.deals.text import revived
from samenspel.core.funding.cash import Payment
from samenspel.core.funding.sisa import DEFAULT_COLUMNS
from samenspel.funding import services


def _cashier(act: DealAct, rights: Facts) -> None:
    services.set_cashier(**act.facts, **rights)


def _payment(act: DealAct, rights: Facts) -> None:
    services.record_payment(payment=revived(Payment, act.facts["payment"]), **rights)


def _payments(act: DealAct, rights: Facts) -> None:
    found = [revived(Payment, one) for one in act.facts["payments"]]
    services.import_payments(payments=found, **rights)


def _counter(act: DealAct, rights: Facts) -> None:
    facts = dict(act.facts)
    by, day = facts.pop("entry"), date.fromisoformat(facts.pop("on"))
    services.correct_payment(by=by, day=day, **facts, **rights)


def _columns(act: DealAct, rights: Facts) -> None:
    services.set_columns(columns=DEFAULT_COLUMNS, **act.facts, **rights)


def _answer(act: DealAct, rights: Facts) -> None:
    services.answer_sisa(**act.facts, **rights)


def _lock(act: DealAct, rights: Facts) -> None:
    services.lock_year(**act.facts, **rights)


def _reopen(act: DealAct, rights: Facts) -> None:
    services.reopen_year(**act.facts, **rights)


CASH_ACTS: Mapping[str, Callable[[DealAct, Facts], None]] = {
    "cashier": _cashier,
    "payment": _payment,
    "payments": _payments,
    "counter": _counter,
    "sisa-columns": _columns,
    "sisa-answer": _answer,
    "sisa-lock": _lock,
    "sisa-reopen": _reopen,
}
"""Name of an act in a file -> what does it."""
