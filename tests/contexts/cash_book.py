# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The valley with a source of money and a cashier, for tests of acts on its cash."""

from dataclasses import replace
from datetime import UTC, date, datetime

from valley import NOON, SECRETARY, acting

from samenspel.core.funding.cash import Direction, Payment, PaymentKind
from samenspel.core.funding.sisa import DEFAULT_COLUMNS
from samenspel.core.funding.sources import Source, SourceKind
from samenspel.core.rights import Role
from samenspel.funding import services

LATER = datetime(2027, 2, 1, 12, tzinfo=UTC)
CONTROLLER = acting(Role.CONTROLLER, "north")
OTHER = acting(Role.CONTROLLER, "school")
IN = Payment(
    "2026-1",
    date(2026, 2, 1),
    Direction.IN,
    PaymentKind.ADVANCE,
    "G1",
    "north",
    "",
    2026,
    1000_00,
    "statement 1",
)
OUT = replace(
    IN,
    reference="2026-2",
    direction=Direction.OUT,
    kind=PaymentKind.INSTALMENT,
    party="school",
    measure="M1",
    amount_cents=250_00,
)
FULL = {"03": "J", "06": "N", "07": "N", "08": "R"}


def act(name, actor=CONTROLLER, at=NOON, **what):
    """Do an act of the services in the valley."""
    return getattr(services, name)(region="valley", actor=actor, at=at, **what)


def open_book():
    """Give the region of the fixture a source and a cashier."""
    source = Source("G1", "Deal of the Rijk", SourceKind.NATIONAL, ends_on=date(2028, 12, 31))
    act("save_source", SECRETARY, source=source)
    act("set_cashier", SECRETARY, party="north")


def record(*payments, **more):
    for one in payments:
        act("record_payment", payment=one, **more)


def fill(year=2026, at=LATER):
    """Record both payments and answer what a year asks."""
    record(IN, OUT)
    act("set_columns", source="G1", columns=DEFAULT_COLUMNS, at=at)
    act("answer_sisa", source="G1", year=year, measure="M1", answers=FULL, at=at)
