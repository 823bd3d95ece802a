# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two records, as the ledger and the preview tell it."""

from dataclasses import replace

from samenspel.core.agenda.record import AgendaRecord, Challenge, Cost, Measure
from samenspel.core.changes import agenda_changes, region_changes
from samenspel.core.region_record import Party, RegionRecord

ONE = Measure("M1", "One", partners=("a", "b"), costs=(Cost(2026, 100),))
TWO = Measure("M2", "Two")
AGENDA = AgendaRecord(
    "Agenda", 2026, 2030, challenges=(Challenge("O1", "Work"),), measures=(ONE, TWO)
)
REGION = RegionRecord("r", "Region", "own", parties=(Party("a", "A", "company"),))


def told(changes):
    return [(change.kind, change.identity, change.change) for change in changes]


def test_nothing_changed_between_equal_records():
    assert agenda_changes(AGENDA, AGENDA) == []
    assert region_changes(REGION, REGION) == []


def test_a_changed_field_is_told_from_what_to_what():
    new = replace(AGENDA, measures=(replace(ONE, title="Uno"), TWO))

    (change,) = agenda_changes(AGENDA, new)

    assert change.fields == {"title": ("One", "Uno")}


def test_money_is_told_as_plain_values():
    new = replace(AGENDA, measures=(replace(ONE, costs=(Cost(2026, 250),)), TWO))

    (change,) = agenda_changes(AGENDA, new)

    assert change.fields["costs"][1] == [{"year": 2026, "amount_cents": 250, "source": ""}]


def test_added_and_removed_things_are_told():
    new = replace(AGENDA, challenges=(), measures=(ONE, TWO, Measure("M3", "Three")))

    assert told(agenda_changes(AGENDA, new)) == [
        ("challenge", "O1", "removed"),
        ("measure", "M3", "added"),
    ]


def test_another_order_is_a_change_of_its_own():
    new = replace(AGENDA, measures=(TWO, ONE))

    assert told(agenda_changes(AGENDA, new)) == [("order", "measures", "changed")]


def test_the_order_within_a_list_of_partners_means_nothing():
    new = replace(AGENDA, measures=(replace(ONE, partners=("b", "a")), TWO))

    assert agenda_changes(AGENDA, new) == []


def test_a_new_region_is_all_addition():
    assert told(region_changes(None, REGION)) == [
        ("region", "r", "changed"),
        ("party", "a", "added"),
    ]
