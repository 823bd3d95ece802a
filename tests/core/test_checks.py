# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A record is checked as a whole: every rule, every row, all at once, in linear time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from records import few, regions, small_region

from samenspel.core.agenda.record import AgendaRecord, Contribution, Cost, Goal, Measure
from samenspel.core.checks import check, checked, problems
from samenspel.core.problems import Place, RecordError
from samenspel.core.record_json import to_plain
from samenspel.core.region_record import Member, Party, RegionRecord, Seat, Term


def changed(kind: str, row: int, /, **values: Any) -> RegionRecord:
    """Return the small region with fields of one row replaced; row 0 is the region or agenda."""
    region = small_region()
    if kind == "region":
        return replace(region, **values)
    if kind == "agenda":
        return replace(region, agenda=replace(region.agenda, **values))
    lists = {
        "member": "members",
        "party": "parties",
        "body": "bodies",
        "inhabitants": "inhabitants",
    }
    field = lists.get(kind, f"{kind}s")
    owner = region if hasattr(region, field) else region.agenda
    found = list(getattr(owner, field))
    found[row - 1] = replace(found[row - 1], **values)
    owner = replace(owner, **{field: tuple(found)})
    return owner if isinstance(owner, RegionRecord) else replace(region, agenda=owner)


def found_in(record: RegionRecord) -> list[tuple[str, int, str, str]]:
    return [(p.kind, p.row, p.field, p.code) for p in problems(record)]


@few
@given(regions())
def test_sound_records_have_no_problems(record):
    assert problems(record) == []


def test_small_region_is_sound():
    assert problems(small_region()) == []
    check(small_region())


FAULTS = [
    ("region", 0, "slug", "Lindewaard", "bad-slug"),
    ("region", 0, "slug", "", "empty"),
    ("region", 0, "slug", "api", "reserved-slug"),
    ("region", 0, "title", "  ", "empty"),
    ("region", 0, "title", "x" * 301, "text-too-long"),
    ("region", 0, "summary", "\x07", "control-character"),
    ("region", 0, "code", "AM05-and-more", "bad-key"),
    ("term", 1, "scheme", "colour", "bad-scheme"),
    ("term", 3, "code", "Werk", "bad-slug"),
    ("term", 1, "label_en", "", "empty"),
    ("member", 1, "code", "0001", "bad-municipality"),
    ("member", 1, "until", date(2020, 1, 1), "until-not-after-since"),
    ("inhabitants", 1, "year", 25, "year-out-of-range"),
    ("inhabitants", 1, "people", -1, "count-out-of-range"),
    ("inhabitants", 1, "municipality", "GM0009", "unknown-reference"),
    ("party", 2, "name", "", "empty"),
    ("party", 2, "kind", "club", "unknown-reference"),
    ("party", 1, "municipality", "GM0002", "unknown-reference"),
    ("party", 1, "about", " \n ", "blank-text"),
    ("party", 2, "website", "javascript:alert(1)", "bad-website"),
    ("party", 2, "website", "https://", "bad-website"),
    ("party", 2, "website", "https://bank.example@evil.example/", "bad-website"),
    ("party", 2, "website", "http://a b", "bad-website"),
    ("party", 2, "since", date(1212, 1, 1), "year-out-of-range"),
    ("seat", 1, "party", "linde", "unknown-reference"),
    ("seat", 1, "body", "table", "unknown-reference"),
    ("seat", 1, "votes", 10**9, "count-out-of-range"),
    ("agenda", 0, "title", "", "empty"),
    ("agenda", 0, "starts_year", 1800, "year-out-of-range"),
    ("agenda", 0, "ends_year", 2025, "ends-before-start"),
    ("challenge", 1, "key", "C 1", "bad-key"),
    ("challenge", 1, "sides", ("economy", "sport"), "unknown-reference"),
    ("challenge", 1, "sides", ("economy", "economy"), "duplicate-member"),
    ("challenge", 1, "policy_fields", ("play",), "unknown-reference"),
    ("line", 1, "lead", "nobody", "unknown-reference"),
    ("goal", 1, "challenge", "C9", "unknown-reference"),
    ("goal", 1, "line", "L9", "unknown-reference"),
    ("goal", 1, "owner", "nobody", "unknown-reference"),
    ("goal", 1, "target_year", 2024, "ends-before-start"),
    ("goal", 1, "target", Decimal("NaN"), "bad-decimal"),
    ("goal", 1, "target", Decimal("1E+1000000"), "too-many-digits"),
    ("goal", 1, "target", Decimal("1E-1000000"), "too-many-digits"),
    ("goal", 1, "unit", "x" * 51, "text-too-long"),
    ("measure", 1, "line", "L9", "unknown-reference"),
    ("measure", 1, "challenges", ("C1", "C9"), "unknown-reference"),
    ("measure", 1, "lead", "nobody", "unknown-reference"),
    ("measure", 1, "partners", ("roc", "nobody"), "unknown-reference"),
    ("measure", 1, "phase", "dream", "unknown-reference"),
    ("measure", 1, "ends_on", date(2026, 8, 31), "ends-before-start"),
    ("measure", 1, "needs", ("M9",), "unknown-reference"),
    ("measure", 1, "needs", ("M1",), "self-reference"),
    ("measure", 1, "needs", ("M2",), "cycle"),
    ("measure", 1, "partners", ("a",) * 501, "too-many-members"),
    ("interest", 1, "party", "nobody", "unknown-reference"),
    ("interest", 1, "party", "", "empty"),
    ("interest", 1, "challenge", "C9", "unknown-reference"),
]


@pytest.mark.parametrize(
    ("kind", "row", "field", "value", "code"),
    FAULTS,
    ids=[
        f"{kind}.{field}-{code}-{number}" for number, (kind, _, field, _, code) in enumerate(FAULTS)
    ],
)
def test_each_rule_speaks_at_its_place(kind, row, field, value, code):
    assert (kind, row, field, code) in found_in(changed(kind, row, **{field: value}))


@pytest.mark.parametrize(
    ("kind", "row", "values", "problem"),
    [
        ("member", 0, {}, ("member", 2, "code", "duplicate-key")),
        ("inhabitants", 0, {}, ("inhabitants", 2, "year", "duplicate-year")),
        ("party", 1, {}, ("party", 3, "slug", "duplicate-key")),
        ("body", 0, {}, ("body", 2, "slug", "duplicate-key")),
        ("term", 0, {}, ("term", 5, "valid_from", "overlapping-period")),
        ("seat", 1, {}, ("seat", 3, "since", "overlapping-period")),
        ("challenge", 0, {"title": "Anders"}, ("challenge", 3, "key", "duplicate-key")),
        ("line", 0, {}, ("line", 2, "key", "duplicate-key")),
        ("goal", 0, {}, ("goal", 2, "key", "duplicate-key")),
        ("measure", 1, {}, ("measure", 3, "key", "duplicate-key")),
        ("interest", 0, {"gets": "x"}, ("interest", 3, "challenge", "duplicate-interest")),
    ],
)
def test_nothing_occurs_twice(kind, row, values, problem):
    region = small_region()
    field = {"party": "parties", "body": "bodies", "inhabitants": kind}.get(kind, f"{kind}s")
    owner = region if hasattr(region, field) else region.agenda
    found = getattr(owner, field)
    twice = replace(owner, **{field: (*found, replace(found[row], **values))})
    record = twice if isinstance(twice, RegionRecord) else replace(region, agenda=twice)

    assert found_in(record) == [problem]


def test_duplicate_names_the_row_that_was_first():
    region = small_region()
    [problem] = problems(replace(region, members=(*region.members, Member("GM0001", "Weer"))))

    assert problem.values == {"value": "GM0001", "first": 1}


def test_costs_of_one_measure_have_each_year_once():
    costs = (Cost(2026, 1), Cost(None, 1), Cost(2026, 2), Cost(None, 3), Cost(2027, -1))
    record = changed("measure", 2, costs=costs)

    found = [(p.within, p.row, p.field, p.code) for p in problems(record)]
    assert sorted(found) == [
        (2, 3, "year", "duplicate-year"),
        (2, 4, "year", "duplicate-undivided"),
        (2, 5, "amount_cents", "negative-money"),
    ]


def test_contribution_names_a_known_goal_once():
    record = changed("measure", 2, contributions=(Contribution("G1"), Contribution("G1")))
    assert found_in(record) == [("contribution", 2, "goal", "duplicate-goal")]

    record = changed("measure", 2, contributions=(Contribution("G7"),))
    assert found_in(record) == [("contribution", 1, "goal", "unknown-reference")]


def test_money_together_stays_countable():
    record = changed("measure", 2, costs=(Cost(2026, 2**53 - 1), Cost(2027, 1)))

    assert found_in(record) == [("agenda", 0, "measures", "total-too-large")]


def test_cycle_is_named_whole_and_once():
    agenda = AgendaRecord(
        "A",
        2026,
        2027,
        measures=(
            Measure("M1", "a", needs=("M2",)),
            Measure("M2", "b", needs=("M3",)),
            Measure("M3", "c", needs=("M1", "M4")),
            Measure("M4", "d"),
            Measure("M5", "e", needs=("M6", "M1")),
            Measure("M6", "f", needs=("M5",)),
        ),
    )
    found = problems(RegionRecord("r", "R", "own", agenda=agenda))

    assert [(p.row, p.values["path"]) for p in found] == [
        (1, "M1 → M2 → M3 → M1"),
        (5, "M5 → M6 → M5"),
    ]


def test_term_may_be_renewed_in_another_period():
    region = small_region()
    ended = Term("phase", "idea", "Idee", "Idea", None, date(2027, 1, 1))
    again = Term("phase", "idea", "Plan", "Plan", date(2027, 1, 1))
    record = replace(region, terms=(*region.terms[:3], again, ended))

    assert problems(record) == []


def test_term_counts_only_in_the_years_of_the_agenda():
    ended = changed("term", 4, valid_until=date(2026, 1, 1))
    just_not_ended = changed("term", 4, valid_until=date(2026, 1, 2))
    later = changed("term", 4, valid_from=date(2030, 1, 1))

    assert found_in(ended) == found_in(later) == [("measure", 1, "phase", "term-not-valid")]
    assert found_in(just_not_ended) == []


def test_sides_of_the_triangle_exist_without_terms():
    agenda = AgendaRecord("A", 2026, 2027, measures=(Measure("M1", "a", sides=("economy",)),))

    assert problems(RegionRecord("r", "R", "own", agenda=agenda)) == []


def test_seat_may_follow_another():
    record = replace(
        small_region(),
        seats=(
            Seat("board", "roc", since=date(2024, 1, 1)),
            Seat("board", "roc", until=date(2024, 1, 1)),
        ),
    )
    assert problems(record) == []


def test_problems_come_all_at_once_in_the_order_of_the_record():
    record = replace(
        changed("measure", 1, lead="nobody", title=""),
        slug="!",
        parties=(Party("a", "A", "none"), Party("a", "", "none")),
        seats=(),
    )

    assert found_in(record)[:5] == [
        ("region", 0, "slug", "bad-slug"),
        ("party", 1, "kind", "unknown-reference"),
        ("party", 2, "name", "empty"),
        ("party", 2, "slug", "duplicate-key"),
        ("party", 2, "kind", "unknown-reference"),
    ]
    assert ("measure", 1, "title", "empty") in found_in(record)


def test_form_and_content_are_reported_together():
    data = to_plain(small_region())
    data["title"] = 3
    data["agenda"]["measures"][0]["lead"] = "nobody"
    data["agenda"]["goals"][0] = "G1"
    with pytest.raises(RecordError) as error:
        checked(data)

    assert [(p.kind, p.row, p.field, p.code) for p in error.value.problems] == [
        ("region", 0, "title", "wrong-type"),
        ("goal", 1, "", "wrong-type"),
        ("measure", 1, "lead", "unknown-reference"),
    ]


def test_what_names_an_unreadable_row_is_not_blamed():
    data = to_plain(small_region())
    data["parties"] = "all"
    data["agenda"]["lines"][0]["key"] = 1
    with pytest.raises(RecordError) as error:
        checked(data)

    assert [(p.kind, p.field) for p in error.value.problems] == [
        ("region", "parties"),
        ("line", "key"),
    ]


def test_party_kind_counts_only_while_the_party_takes_part():
    record = changed("party", 2, until=date(1999, 1, 1))

    assert found_in(record) == [("party", 2, "kind", "term-not-valid")]


def test_a_field_too_many_hides_nothing_else():
    data = to_plain(small_region())
    data["parties"][1] |= {"colour": "red", "kind": "club"}
    with pytest.raises(RecordError) as error:
        checked(data)

    assert [p.code for p in error.value.problems] == ["unknown-field", "unknown-reference"]


def test_sound_data_becomes_a_record():
    assert checked(to_plain(small_region())) == small_region()


def test_problem_knows_its_place():
    problem = Place("cost", 2, within=7).problem("year", "duplicate-year", value=2027)

    assert problem.place == Place("cost", 2, 7)
    assert problem.values == {"value": 2027}


def large(count: int) -> RegionRecord:
    """Return a region with many measures, each needing the one before, all with a fault."""
    measures = tuple(
        Measure(
            f"M{number}",
            "t",
            lead="nobody",
            needs=(f"M{number - 1}",),
            costs=(Cost(2027, 1), Cost(2028, 1)),
            contributions=(Contribution("G1"),),
        )
        for number in range(count)
    )
    agenda = AgendaRecord("A", 2026, 2029, goals=(Goal("G1", "g"),), measures=measures)
    return RegionRecord("r", "R", "own", agenda=agenda)


def test_many_problems_are_all_reported():
    assert len(problems(large(10_000))) == 10_001


def test_a_long_circle_needs_no_deep_stack():
    record = large(10_000)
    first = replace(record.agenda.measures[0], needs=("M9999",), lead="")
    measures = tuple(replace(measure, lead="") for measure in record.agenda.measures[1:])
    record = replace(record, agenda=replace(record.agenda, measures=(first, *measures)))

    assert found_in(record) == [("measure", 1, "needs", "cycle")]
