# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A small deal between three parties, and any deal at all, for tests of its rules."""

from datetime import date

from hypothesis import strategies as st

from samenspel.core.deals.commitment import Amount, Commitment, Condition, Decision, Kind
from samenspel.core.deals.deal import DealRecord, Sharing, SharingKind, Terms
from samenspel.core.deals.rules import Rule, Weight

NAMES = ("north", "rijk", "school", "south")

MONEY = Commitment(
    "T1",
    "north",
    "measure:M1",
    Kind.MONEY,
    "A quarter of the cost of the practice centre",
    starts_on=date(2026, 1, 1),
    ends_on=date(2028, 12, 31),
    amounts=(Amount(2026, 100_00), Amount(2027, 250_00), Amount(2028, 250_01)),
    conditions=(Condition("If the school gives the room", party="school"),),
    decided=Decision("Council", date(2026, 2, 1), "https://north.example/besluit"),
    in_return="Places for its residents",
)
HOURS = Commitment(
    "T2", "school", "measure:M1", Kind.HOURS, "Two teachers", hours=400, helps=("north", "south")
)
PAID = Commitment("T3", "south", "goal:D1", Kind.MONEY, "A fund", amounts=(Amount(2027, 99),))

DEAL = DealRecord(
    Terms(
        "Deal",
        "## 1\n\nWe build it together.",
        ("north", "school", "south"),
        ends_on=date(2029, 12, 31),
        notice_days=90,
    ),
    (MONEY, HOURS, PAID),
)

cents = st.integers(0, 10**12)
parties = st.sampled_from(NAMES)
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
amounts = st.dictionaries(st.integers(2020, 2035), cents, max_size=4).map(
    lambda by_year: tuple(Amount(*one) for one in sorted(by_year.items()))
)
conditions = st.lists(
    st.builds(Condition, words, party=parties, due_on=st.none() | days), max_size=2
).map(tuple)


@st.composite
def commitments(draw, key="T1"):
    """Any commitment; more than the checks let through."""
    return Commitment(
        key,
        draw(parties),
        draw(st.sampled_from(["measure:M1", "measure:M2", "goal:D1", "deal:deal"])),
        draw(st.sampled_from(Kind)),
        draw(words),
        ends_on=draw(st.none() | days),
        amounts=draw(amounts),
        hours=draw(st.none() | st.integers(0, 10**6)),
        helps=tuple(sorted(draw(st.sets(parties, max_size=2)))),
        conditions=draw(conditions),
    )


@st.composite
def deals(draw):
    """Any deal between the four."""
    found = draw(st.lists(st.integers(1, 9), unique=True, max_size=4))
    weights = tuple(Weight(name, draw(st.integers(1, 9))) for name in NAMES)
    return DealRecord(
        Terms(
            draw(words),
            draw(words),
            NAMES,
            draw(st.builds(Rule)),
            sharing=draw(st.sampled_from([Sharing(), Sharing(SharingKind.WEIGHTS, weights)])),
        ),
        tuple(draw(commitments(f"T{number}")) for number in found),
    )
