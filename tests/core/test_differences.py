# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two versions is told once, whole, and the same from both sides."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from records import agendas, few, small_agenda

from samenspel.core.agenda.differences import (
    Change,
    Difference,
    FieldChange,
    ListChange,
    differences,
)
from samenspel.core.agenda.kinds import identity, items
from samenspel.core.agenda.record import (
    AgendaRecord,
    Challenge,
    Contribution,
    Cost,
    Goal,
    Interest,
    Line,
    Measure,
)

OLD = small_agenda()


def with_measure(**values: object) -> AgendaRecord:
    """Return the small agenda with fields of its first measure replaced."""
    first, *rest = OLD.measures
    return replace(OLD, measures=(replace(first, **values), *rest))


def only_fields(new: AgendaRecord) -> tuple[FieldChange | ListChange, ...]:
    [difference] = differences(OLD, new)
    assert difference.change is Change.CHANGED
    return difference.fields


@few
@given(agendas())
def test_a_version_does_not_differ_from_itself(agenda):
    assert differences(agenda, agenda) == []


@few
@given(agendas())
def test_order_of_rows_and_lists_is_no_difference(agenda):
    turned = replace(
        agenda,
        goals=agenda.goals[::-1],
        measures=tuple(
            replace(one, partners=one.partners[::-1], costs=one.costs[::-1])
            for one in agenda.measures[::-1]
        ),
    )
    assert differences(agenda, turned) == []


def mirrored(found: list[Difference], change: Change) -> set[tuple[str, str]]:
    return {(one.kind, one.key) for one in found if one.change is change}


@few
@given(agendas(), agendas())
def test_what_is_added_one_way_is_dropped_the_other_way(old, new):
    there, back = differences(old, new), differences(new, old)

    assert mirrored(there, Change.ADDED) == mirrored(back, Change.DROPPED)
    assert mirrored(there, Change.DROPPED) == mirrored(back, Change.ADDED)
    assert len(mirrored(there, Change.CHANGED)) == len(mirrored(back, Change.CHANGED))


@few
@given(agendas(), agendas())
def test_everything_in_one_version_only_is_told(old, new):
    found = differences(old, new)
    for kind in ("challenge", "line", "goal", "measure"):
        known = {one.key for one in found if one.kind == kind}
        known |= {one.was_key for one in found if one.kind == kind}
        before, after = ({identity(item) for item in items(a, kind)} for a in (old, new))
        assert before ^ after <= known


@few
@given(agendas(), agendas())
def test_added_things_come_in_the_order_of_the_new_version(old, new):
    added = [
        one.key for one in differences(old, new) if one.kind == "goal" and one.change == "added"
    ]

    assert added == [goal.key for goal in new.goals if goal.key in added]


def test_agenda_itself_comes_first():
    new = replace(with_measure(title="Anders"), ends_year=2030)

    assert [(one.kind, one.key) for one in differences(OLD, new)] == [
        ("agenda", ""),
        ("measure", "M1"),
    ]


def test_kinds_are_told_in_order_with_what_was_dropped_last():
    new = AgendaRecord(
        OLD.title,
        OLD.starts_year,
        OLD.ends_year,
        challenges=(Challenge("C9", "Wonen"), *OLD.challenges[:1]),
        lines=OLD.lines,
        measures=OLD.measures[:1],
    )
    told = [(one.kind, one.key, str(one.change)) for one in differences(OLD, new)]

    assert told == [
        ("challenge", "C9", "added"),
        ("challenge", "C2", "dropped"),
        ("goal", "G1", "dropped"),
        ("measure", "M2", "dropped"),
        ("interest", "roc/C1", "dropped"),
        ("interest", "lindewaard", "dropped"),
    ]


@pytest.mark.parametrize(
    ("values", "change"),
    [
        ({"title": "Leerbedrijf"}, FieldChange("title", "Leerwerkbedrijf", "Leerbedrijf")),
        ({"lead": "lindewaard"}, FieldChange("lead", "roc", "lindewaard")),
        ({"lead": ""}, FieldChange("lead", "roc", "")),
        ({"starts_on": None}, FieldChange("starts_on", OLD.measures[0].starts_on, None)),
        ({"partners": ("a", "b")}, ListChange("partners", ("a", "b"), ("lindewaard",))),
        ({"challenges": ("C2",)}, ListChange("challenges", (), ("C1",))),
        ({"contributions": ()}, ListChange("contributions", (), ("G1",))),
        (
            {"contributions": (Contribution("G1", Decimal(2), "geschat"),)},
            FieldChange("contribution_amount", Decimal("0.5"), Decimal(2), "G1"),
        ),
        (
            {"contributions": (Contribution("G1", Decimal("0.50"), "geteld"),)},
            FieldChange("contribution_note", "geschat", "geteld", "G1"),
        ),
    ],
)
def test_field_says_from_and_to(values, change):
    assert only_fields(with_measure(**values)) == (change,)


def test_costs_are_told_per_year():
    costs = (Cost(2028, 1), Cost(2027, 180_000_00, "begroting"), Cost(None, 5_000_00, "raad"))

    assert only_fields(with_measure(costs=costs)) == (
        FieldChange("cost_source", "", "raad"),
        FieldChange("costs", 250_000_00, 180_000_00, "2027"),
        FieldChange("costs", None, 1, "2028"),
    )


def test_new_contribution_says_how_much():
    new = with_measure(contributions=())
    [back] = differences(new, OLD)

    assert back.fields == (
        ListChange("contributions", ("G1",), ()),
        FieldChange("contribution_amount", None, Decimal("0.5"), "G1"),
    )


def test_interest_is_known_by_party_and_challenge():
    new = replace(OLD, interests=(Interest("roc", "C1", gets="geld", brings="docenten"),))
    changed, dropped = differences(OLD, new)

    assert (changed.key, changed.title) == ("roc/C1", "roc")
    assert changed.fields == (FieldChange("gets", "leerlingen", "geld"),)
    assert (dropped.key, dropped.change) == ("lindewaard", Change.DROPPED)


def test_new_key_with_the_same_title_is_a_new_name_and_not_a_new_thing():
    renamed = replace(OLD.challenges[0], key="O1")
    new = replace(
        OLD,
        challenges=(renamed, OLD.challenges[1]),
        goals=tuple(replace(goal, challenge="O1") for goal in OLD.goals),
        measures=tuple(
            replace(one, challenges=tuple("O1" if key == "C1" else key for key in one.challenges))
            for one in OLD.measures
        ),
        interests=(replace(OLD.interests[0], challenge="O1"), OLD.interests[1]),
    )

    assert differences(OLD, new) == [
        Difference("challenge", "O1", "Te weinig technici", Change.RENAMED, (), "C1")
    ]


def test_renamed_thing_also_tells_what_else_changed():
    old = AgendaRecord("A", 2026, 2027, goals=(Goal("G1", "g", owner="a"),))
    new = AgendaRecord("A", 2026, 2027, goals=(Goal("G2", "g", owner="b"),))

    assert differences(old, new) == [
        Difference("goal", "G2", "g", Change.RENAMED, (FieldChange("owner", "a", "b"),), "G1")
    ]


def test_interest_in_a_renamed_challenge_is_dropped_under_the_name_it_had():
    old = replace(OLD, interests=(Interest("lindewaard", "C1", gets="x"), *OLD.interests))
    renamed = replace(OLD.challenges[0], key="O1")
    new = AgendaRecord(OLD.title, 2026, 2029, challenges=(renamed,))

    dropped = [one.key for one in differences(old, new) if one.kind == "interest"]
    assert dropped == ["lindewaard/C1", "roc/C1", "lindewaard"]


def test_title_that_occurs_twice_renames_nothing():
    old = AgendaRecord("A", 2026, 2027, lines=(Line("L1", "x"), Line("L2", "x")))
    new = AgendaRecord("A", 2026, 2027, lines=(Line("L3", "x"),))

    assert [str(one.change) for one in differences(old, new)] == ["added", "dropped", "dropped"]


def test_measure_that_needs_a_renamed_measure_did_not_change():
    old = AgendaRecord(
        "A", 2026, 2027, measures=(Measure("M1", "m"), Measure("M2", "n", needs=("M1",)))
    )
    new = AgendaRecord(
        "A", 2026, 2027, measures=(Measure("M7", "m"), Measure("M2", "n", needs=("M7",)))
    )

    assert [one.key for one in differences(old, new)] == ["M7"]
