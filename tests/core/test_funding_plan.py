# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A funding plan adds up: stages side by side, gaps by year, the programme itself apart."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.deals.commitment import Amount, Commitment, Kind
from samenspel.core.deals.ladder import Rung
from samenspel.core.errors import RuleError
from samenspel.core.funding.cash import Direction, Payment, PaymentKind
from samenspel.core.funding.lines import Entry, FundingLine, check_line, entries
from samenspel.core.funding.overhead import overhead
from samenspel.core.funding.plan import Gap, Plan, Stages, gaps, stages, stages_by
from samenspel.core.funding.sources import Source, SourceKind, check_source
from samenspel.core.limits import MAX_INTEGER

TOWNS = Source("G1", "Municipalities", SourceKind.MUNICIPALITY)
MONEY = Commitment(
    "T1",
    "north",
    "measure:M1",
    Kind.MONEY,
    "Money",
    amounts=(Amount(2026, 100), Amount(2027, 50)),
)
HOURS = Commitment("T2", "north", "measure:M1", Kind.HOURS, "Hours", hours=10, valuation_cents=700)


def line(**more):
    return FundingLine("R1", "G1", **({"measure": "M1"} | more))


def refused(code, act, one):
    with pytest.raises(RuleError) as error:
        act(one)
    assert error.value.code == code


def test_a_line_on_a_commitment_has_the_amounts_party_and_rung_of_it():
    found = entries(line(commitment="T1"), Rung.ADOPTED, TOWNS, MONEY)

    assert [(one.year, one.cents) for one in found] == [(2026, 100), (2027, 50)]
    assert {(one.party, one.rung) for one in found} == {("north", Rung.ADOPTED)}


def test_a_line_takes_one_year_or_a_part_of_a_commitment():
    year = entries(line(commitment="T1", year=2027), Rung.PLEDGED, TOWNS, MONEY)
    part = entries(line(commitment="T1", year=2027, amount_cents=20), Rung.PLEDGED, TOWNS, MONEY)

    assert [(one.year, one.cents) for one in year + part] == [(2027, 50), (2027, 20)]


def test_hours_that_were_valued_are_in_kind_and_not_divided_over_years():
    (found,) = entries(line(commitment="T2"), Rung.PLEDGED, TOWNS, HOURS)

    assert (found.year, found.cents, found.in_kind) == (None, 700, True)


def test_a_commitment_without_figure_for_a_line_puts_in_nothing():
    silent = replace(HOURS, valuation_cents=None)

    assert entries(line(commitment="T2"), Rung.PLEDGED, TOWNS, silent) == ()
    assert entries(line(commitment="T1", year=2040), Rung.PLEDGED, TOWNS, MONEY) == ()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, "funding-amount-missing"),
        ({"amount_cents": -1}, "amount-negative"),
        ({"amount_cents": MAX_INTEGER + 1}, "amount-too-large"),
        ({"amount_cents": 1, "year": 1066}, "funding-year"),
        ({"amount_cents": 1, "beside": "G1"}, "funding-beside-itself"),
        ({"amount_cents": 100, "hours": 3, "tariff_cents": 33}, "funding-valuation"),
        ({"amount_cents": 100, "hours": 3}, "funding-valuation"),
        ({"amount_cents": 100, "tariff_cents": 3}, "funding-valuation"),
        ({"amount_cents": 0, "hours": -1, "tariff_cents": 0}, "amount-negative"),
        ({"amount_cents": 1, "note": "\x00"}, "text-unfit"),
        ({"amount_cents": 1, "key": "?"}, "code-unfit"),
    ],
)
def test_a_line_that_nobody_can_reckon_with_is_refused(more, code):
    refused(code, check_line, replace(line(), **more))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"key": "a b"}, "code-unfit"),
        ({"name": " "}, "text-missing"),
        ({"available_cents": -1}, "amount-negative"),
        ({"available_cents": MAX_INTEGER + 1}, "amount-too-large"),
        ({"most_share": 0}, "funding-share"),
        ({"least_own_share": 10_000}, "funding-share"),
        ({"link": "javascript:alert(1)"}, "link-unfit"),
        ({"programme": "\x00"}, "text-unfit"),
    ],
)
def test_a_source_that_nobody_can_reckon_with_is_refused(more, code):
    refused(code, check_source, replace(TOWNS, **more))


def entry(cents, rung=Rung.ADOPTED, year=2026, measure="M1"):
    return Entry(f"R{cents}", "G1", cents, rung, measure=measure, year=year)


def test_stages_stand_side_by_side_and_hold_each_other():
    plan = Plan(entries=(entry(1, Rung.MENTIONED), entry(2, Rung.PLEDGED), entry(4), entry(8)))

    assert stages(plan) == Stages(15, 14, 12, None, None, ("R1", "R2", "R4", "R8"))


def test_received_and_spent_are_known_only_where_payments_are_kept():
    paid = Payment(
        *("P1", date(2026, 2, 1), Direction.IN, PaymentKind.ADVANCE, "G1", "north"),
        *("M1", 2026, 5),
    )
    kept = Plan(entries=(entry(8),), payments=(paid,))

    assert (stages(kept).paid, stages(kept).spent) == (5, 0)
    assert stages(replace(kept, payments=None)).paid is None


def test_a_gap_is_told_by_year_where_all_is_divided():
    plan = Plan(entries=(entry(4), entry(8, year=2028)), costs={"M1": {2026: 10, 2027: 5}})

    assert gaps(plan) == [
        Gap("M1", 2026, 10, 4, ("R4",)),
        Gap("M1", 2027, 5, 0),
        Gap("M1", 2028, 0, 8, ("R8",)),
    ]
    assert [one.cents for one in gaps(plan)] == [6, 5, -8]


def test_what_is_not_divided_makes_one_gap_over_the_whole_period():
    plan = Plan(entries=(entry(4, year=None), entry(3)), costs={"M1": {2026: 10}, "M2": {None: 2}})

    assert [(one.measure, one.year, one.cents) for one in gaps(plan)] == [
        ("M1", None, 3),
        ("M2", None, 2),
    ]


def test_an_unknown_cost_makes_an_unknown_gap():
    (found,) = gaps(Plan(entries=(entry(4),), costs={"M1": {}}))

    assert (found.cost_cents, found.cents) == (None, None)


def test_the_programme_itself_is_no_measure_and_has_its_share():
    plan = Plan(entries=(entry(5, measure=""), entry(195)))

    assert [one.measure for one in gaps(plan)] == ["M1"]
    assert (overhead(plan).cents, overhead(plan).share) == (5, 250)
    assert overhead(Plan()).share is None


ENTRIES = st.lists(
    st.builds(
        entry,
        st.integers(0, 10**15),
        st.sampled_from(Rung),
        st.sampled_from([None, 2026, 2027]),
        st.sampled_from(["", "M1", "M2"]),
    ),
    max_size=10,
)


@given(ENTRIES, st.sampled_from(["year", "measure", "rung"]))
def test_groups_add_up_to_the_whole_whatever_they_are_made_by(some, name):
    plan = Plan(entries=tuple(some))
    groups = stages_by(plan, lambda one: getattr(one, name)).values()

    for stage in ("planned", "promised", "decided"):
        assert sum(getattr(one, stage) for one in groups) == getattr(stages(plan), stage)


@given(ENTRIES)
def test_decided_is_within_promised_is_within_planned(some):
    whole = stages(Plan(entries=tuple(some)))

    assert whole.decided <= whole.promised <= whole.planned
