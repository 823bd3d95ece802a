# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A partial record takes the place of what it is about, and nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from records import few, regions, small_agenda, small_region

from samenspel.core.agenda.record import AgendaRecord, Measure
from samenspel.core.merge import merge
from samenspel.core.record_schema import KINDS
from samenspel.core.region_record import RegionRecord

NOTHING = RegionRecord("", "", "")


@few
@given(record=regions(), other=regions())
def test_all_kinds_give_the_new_record(record, other):
    assert merge(record, KINDS, other) == record


@few
@given(record=regions(), other=regions())
def test_no_kinds_leave_the_current_record(record, other):
    assert merge(record, (), other) == other


@few
@given(present=st.sets(st.sampled_from(list(KINDS))))
def test_merge_of_a_record_with_itself_changes_nothing(present):
    assert merge(small_region(), present, small_region()) == small_region()


def test_costs_follow_their_measure_by_its_key():
    measures = (Measure("M2", "Anders"), Measure("M1", "Nieuw"))
    new = replace(NOTHING, agenda=AgendaRecord("", 0, 0, measures=measures))
    merged = merge(new, {"measure"}, small_region())

    assert [one.title for one in merged.agenda.measures] == ["Anders", "Nieuw"]
    assert merged.agenda.measures[1].costs == small_agenda().measures[0].costs
    assert merged.agenda.title == small_agenda().title


def test_costs_alone_replace_all_costs():
    stub = Measure("M1", "")
    new = replace(NOTHING, agenda=AgendaRecord("", 0, 0, measures=(stub,)))
    merged = merge(new, {"cost"}, small_region())

    assert [one.costs for one in merged.agenda.measures] == [(), ()]
    assert merged.agenda.measures[0].title == small_agenda().measures[0].title


def test_content_of_an_agenda_needs_a_heading():
    new = replace(NOTHING, agenda=None)

    assert merge(new, {"measure"}, replace(small_region(), agenda=None)).agenda is None
    assert merge(new, {"agenda"}, small_region()).agenda is None
