# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Money adds up by year and by line, unknown stays unknown; the triangle counts each thing once."""

from hypothesis import given
from records import agendas, few, small_agenda

from samenspel.core.agenda.money import Money, money, per_line, total
from samenspel.core.agenda.record import AgendaRecord, Cost, Line, Measure
from samenspel.core.agenda.triangle import AREAS, area, triangle_counts
from samenspel.core.region_record import TRIANGLE


def test_agenda_without_costs_has_no_totals():
    agenda = AgendaRecord("A", 2026, 2027, lines=(Line("L1", "l"),), measures=(Measure("M1", "m"),))

    assert money(agenda) == Money({}, None, None, {"L1": None, "": None}, unknown=1)


def test_cost_of_zero_is_known():
    agenda = AgendaRecord("A", 2026, 2027, measures=(Measure("M1", "m", costs=(Cost(2026, 0),)),))

    assert money(agenda) == Money({2026: 0}, None, 0, {"": 0}, unknown=0)


def test_years_lines_and_undivided_are_kept_apart():
    assert money(small_agenda()) == Money(
        years={2027: 250_000_00},
        undivided=5_000_00,
        total=255_000_00,
        lines={"L1": 255_000_00, "": None},
        unknown=1,
    )


@few
@given(agendas())
def test_every_division_adds_up_to_the_same_total(agenda):
    found = money(agenda)

    assert sum(found.years.values()) + (found.undivided or 0) == (found.total or 0)
    assert sum(filter(None, found.lines.values())) == (found.total or 0)
    assert list(found.years) == sorted(found.years)
    assert (found.total is None) == all(not measure.costs for measure in agenda.measures)


@few
@given(agendas())
def test_lines_come_in_the_order_of_the_agenda(agenda):
    keys = [key for key in per_line(agenda) if key]

    assert keys == [line.key for line in agenda.lines]
    assert total(agenda.measures) == money(agenda).total


def test_triangle_has_seven_areas():
    assert len(AREAS) == 7
    assert AREAS[0] == ("economy",)
    assert AREAS[-1] == TRIANGLE


def test_own_sides_of_a_region_lie_outside_the_triangle():
    assert area(("water", "labour-market", "economy")) == ("economy", "labour-market")
    assert area(("water",)) == ()


@few
@given(agendas())
def test_each_measure_with_a_side_is_counted_once(agenda):
    counts = triangle_counts(agenda.measures)

    assert list(counts) == list(AREAS)
    assert sum(counts.values()) == sum(bool(measure.sides) for measure in agenda.measures)
