# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What the cashier received and paid out, added up; in whole eurocents.

A payment is written once. A mistake is put right by a counter-entry, which counts against what it
corrects; then the right payment is entered anew. A repayment counts against what went before it:
money that comes back was not spent, money that is given back was not received. So the balance is
always all that came in less all that went out, and below zero when it is.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.errors import RuleError
from samenspel.core.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_INTEGER,
    MAX_ROWS,
    SHORT_TEXT,
    shown,
)

Key = TypeVar("Key", bound=Hashable)

REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_-]{0,39}")
"""The number that the books of the cashier know a payment by."""

MAX_PAYMENT_CENTS = MAX_INTEGER // MAX_ROWS
"""Nine billion euros: so all payments of a region together stay exact everywhere."""


class Direction(StrEnum):
    """Whether money came in or went out."""

    IN = "in"
    OUT = "out"


class PaymentKind(StrEnum):
    """What a payment is."""

    ADVANCE = "advance"
    INSTALMENT = "instalment"
    SETTLEMENT = "settlement"
    REPAYMENT = "repayment"


@dataclass(frozen=True, slots=True)
class Payment:
    """
    One payment, received or made.

    ``source`` is the code of where the money comes from, ``party`` who paid it or was paid (empty:
    nobody at the table), ``measure`` the key of what it is for (empty: the programme itself).
    ``year`` is the year that it counts in, which may be another than that of its day. ``corrects``
    is the reference of the payment that a counter-entry takes back.
    """

    reference: str
    day: date
    direction: Direction
    kind: PaymentKind
    source: str
    party: str
    measure: str
    year: int
    amount_cents: int
    evidence: str = ""
    corrects: str = ""

    @property
    def is_correction(self) -> bool:
        """Whether this takes another payment back."""
        return bool(self.corrects)

    @property
    def received_cents(self) -> int:
        """What it adds to what was received; below zero for what is taken or given back."""
        return self._signed if self._adds_to is Direction.IN else 0

    @property
    def spent_cents(self) -> int:
        """What it adds to what was paid out; below zero for what is taken back or came back."""
        return self._signed if self._adds_to is Direction.OUT else 0

    @property
    def _adds_to(self) -> Direction:
        back = {Direction.IN: Direction.OUT, Direction.OUT: Direction.IN}
        is_back = self.kind is PaymentKind.REPAYMENT
        return back[self.direction] if is_back else self.direction

    @property
    def _signed(self) -> int:
        is_back = self.kind is PaymentKind.REPAYMENT
        return -self.amount_cents if is_back != self.is_correction else self.amount_cents


@dataclass(frozen=True, slots=True)
class Cash:
    """Money received and paid out."""

    received_cents: int = 0
    spent_cents: int = 0

    @property
    def balance_cents(self) -> int:
        """What is left; below zero when more was paid out than received."""
        return self.received_cents - self.spent_cents


def cash(payments: Iterable[Payment]) -> Cash:
    """Return payments together."""
    found = tuple(payments)
    return Cash(sum(one.received_cents for one in found), sum(one.spent_cents for one in found))


def cash_by(payments: Iterable[Payment], key: Callable[[Payment], Key]) -> dict[Key, Cash]:
    """Return key -> payments together, in the order in which each key first appears."""
    groups: dict[Key, list[Payment]] = {}
    for one in payments:
        groups.setdefault(key(one), []).append(one)
    return {found: cash(some) for found, some in groups.items()}


def check_payment(one: Payment, today: date) -> None:
    """
    Refuse a payment that no cashier can answer for; ``field`` in the params says where.

    Raises:
        RuleError: ``payment-reference-unfit``, ``date-in-future``, ``payment-year-unfit``,
            ``payment-nothing``, ``amount-negative``, ``amount-too-large``, ``text-missing`` or
            ``text-unfit`` (the evidence).
    """
    for fault in payment_faults(one, today):
        raise fault


def payment_faults(one: Payment, today: date) -> Iterator[RuleError]:
    """Yield everything for which ``check_payment`` would refuse a payment."""
    for check in (_check_reference, _check_year, _check_cents, _check_evidence):
        try:
            check(one)
        except RuleError as fault:
            yield fault
    if one.day > today:
        yield RuleError("date-in-future", field="day", on=one.day)


def _check_reference(one: Payment) -> None:
    if not REFERENCE.fullmatch(one.reference):
        raise RuleError(
            "payment-reference-unfit", field="reference", reference=shown(one.reference)
        )


def _check_year(one: Payment) -> None:
    if not FIRST_YEAR <= one.year <= LAST_YEAR:
        raise RuleError("payment-year-unfit", field="year", first=FIRST_YEAR, last=LAST_YEAR)


def _check_cents(one: Payment) -> None:
    if one.amount_cents < 0:
        raise RuleError("amount-negative", field="amount_cents")
    if one.amount_cents == 0:
        raise RuleError("payment-nothing", field="amount_cents")
    if one.amount_cents > MAX_PAYMENT_CENTS:
        raise RuleError("amount-too-large", field="amount_cents")


def _check_evidence(one: Payment) -> None:
    check_text("evidence", one.evidence, most=SHORT_TEXT)


def check_correctable(one: Payment, corrected: bool) -> None:
    """
    Refuse a counter-entry to what cannot have one.

    Raises:
        RuleError: ``payment-is-correction`` or ``payment-corrected-already``.
    """
    if one.is_correction:
        raise RuleError("payment-is-correction", reference=one.reference)
    if corrected:
        raise RuleError("payment-corrected-already", reference=one.reference)
