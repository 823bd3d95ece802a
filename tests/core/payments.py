# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Payments for tests: one to begin with, and any."""

from datetime import date

from hypothesis import strategies as st

from samenspel.core.funding.cash import MAX_PAYMENT_CENTS, Direction, Payment, PaymentKind

DAY = date(2026, 11, 24)
PAID = Payment(
    "2026-1",
    date(2026, 3, 1),
    Direction.OUT,
    PaymentKind.INSTALMENT,
    "F1",
    "north",
    "M1",
    2026,
    250_00,
    "bank statement 7",
)


@st.composite
def books(draw):
    """Payments with references of their own, some of them taken back."""
    places = st.tuples(
        st.sampled_from(["F1", "F2"]), st.sampled_from(["", "M1", "M2"]), st.integers(2020, 2026)
    )
    count = draw(st.integers(0, 12))
    found = []
    for number in range(count):
        source, measure, year = draw(places)
        direction, kind = draw(st.sampled_from(Direction)), draw(st.sampled_from(PaymentKind))
        cents = draw(st.integers(1, MAX_PAYMENT_CENTS))
        one = Payment(
            f"P{number}", date(year, 1, 1), direction, kind, source, "", measure, year, cents, "x"
        )
        found.append(one)
        if draw(st.booleans()):
            found.append(taken_back(one))
    return found


def taken_back(one):
    """Return the counter-entry to a payment."""
    return Payment(
        f"{one.reference}-T",
        one.day,
        one.direction,
        one.kind,
        one.source,
        one.party,
        one.measure,
        one.year,
        one.amount_cents,
        one.evidence,
        one.reference,
    )
