# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A record survives the way to JSON and back to the byte; anything else is refused, all at once."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import agendas, few, regions, small_agenda, small_region

from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.limits import decimal_text
from samenspel.core.problems import RecordError
from samenspel.core.record_json import (
    agenda_digest,
    agenda_to_plain,
    dumps,
    from_plain,
    loads,
    to_plain,
)
from samenspel.core.record_reader import read
from samenspel.core.record_schema import KINDS, kind_of, rows
from samenspel.core.region_record import RegionRecord


def codes(data: object) -> list[tuple[str, int, str, str]]:
    with pytest.raises(RecordError) as error:
        from_plain(data)
    return [(p.kind, p.row, p.field, p.code) for p in error.value.problems]


def plain_with(path: str, value: object) -> dict[str, object]:
    """Return the small region with one value at a dotted path replaced."""
    data = to_plain(small_region())
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    inner = data
    for part in parents:
        inner = inner[part]
    inner[last] = value
    return data


@few
@given(regions())
def test_record_comes_back_equal_and_its_text_to_the_byte(record):
    text = dumps(record)

    assert loads(text) == record
    assert dumps(loads(text)) == text


@few
@given(agendas())
def test_the_snapshot_of_a_version_is_its_part_of_the_record_and_comes_back_from_it(agenda):
    region = replace(small_region(), agenda=None)
    snapshot = json.loads(json.dumps(agenda_to_plain(agenda)))

    assert to_plain(replace(region, agenda=agenda))["agenda"] == snapshot
    back = read(AgendaRecord, snapshot)[0]
    assert (back, agenda_digest(back)) == (agenda, agenda_digest(agenda))


def test_every_kind_occurs_in_the_small_region():
    assert {kind_of(row) for _, row in rows(small_region())} == set(KINDS)


def test_what_is_empty_is_left_out():
    assert to_plain(RegionRecord("r", "R", "own")) == {"slug": "r", "title": "R", "kind": "own"}
    assert to_plain(small_region())["agenda"]["measures"][0]["costs"] == [
        {"amount_cents": 500000},
        {"year": 2027, "amount_cents": 25000000, "source": "begroting"},
    ]


def test_text_is_readable_and_ends_in_one_newline():
    text = dumps(replace(small_region(), title="Café"))

    assert '"title": "Café"' in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1.50", "1.5"),
        ("1E+3", "1000"),
        ("-0.00", "0"),
        ("1e-7", "0.0000001"),
        ("-2.10", "-2.1"),
        ("100", "100"),
    ],
)
def test_quantity_has_one_plain_text(number, text):
    assert decimal_text(Decimal(number)) == text


def test_quantity_written_longer_is_the_same_quantity():
    data = plain_with("agenda.goals.0.baseline", "1200.00")

    assert from_plain(data) == small_region()


def test_digest_follows_content_and_nothing_else():
    agenda = small_agenda()

    assert len(agenda_digest(agenda)) == 64
    assert agenda_digest(agenda) == agenda_digest(small_agenda())
    assert agenda_digest(agenda) != agenda_digest(replace(agenda, about="x"))


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("colour", "red", ("region", 0, "", "unknown-field")),
        ("title", 7, ("region", 0, "title", "wrong-type")),
        ("title", None, ("region", 0, "title", "wrong-type")),
        ("title", "a\0b", ("region", 0, "title", "control-character")),
        ("title", "two\nlines", ("region", 0, "title", "control-character")),
        ("title", "\u202eabc", ("region", 0, "title", "control-character")),
        ("title", "\ud800", ("region", 0, "title", "control-character")),
        ("title", "x" * 301, ("region", 0, "title", "text-too-long")),
        ("summary", "a\rb", ("region", 0, "summary", "control-character")),
        ("summary", "x" * 10_001, ("region", 0, "summary", "text-too-long")),
        ("fictional", 1, ("region", 0, "fictional", "wrong-type")),
        ("parties", {}, ("region", 0, "parties", "wrong-type")),
        ("parties.1", "roc", ("party", 2, "", "wrong-type")),
        ("parties.1.since", "2026-02-30", ("party", 2, "since", "bad-date")),
        ("parties.1.since", "20260201", ("party", 2, "since", "bad-date")),
        ("parties.1.since", 2026, ("party", 2, "since", "wrong-type")),
        ("agenda", [], ("agenda", 0, "", "wrong-type")),
        ("agenda.starts_year", "2026", ("agenda", 0, "starts_year", "wrong-type")),
        ("agenda.starts_year", True, ("agenda", 0, "starts_year", "wrong-type")),
        ("agenda.starts_year", 2026.0, ("agenda", 0, "starts_year", "wrong-type")),
        ("agenda.goals.0.target", "1e3", ("goal", 1, "target", "bad-decimal")),
        ("agenda.goals.0.target", "NaN", ("goal", 1, "target", "bad-decimal")),
        ("agenda.goals.0.target", "1,5", ("goal", 1, "target", "bad-decimal")),
        ("agenda.goals.0.target", "\u0661", ("goal", 1, "target", "bad-decimal")),
        ("agenda.goals.0.target", 15, ("goal", 1, "target", "wrong-type")),
        ("agenda.goals.0.target", "1" * 31, ("goal", 1, "target", "bad-decimal")),
        ("agenda.goals.0.target", "1" * 30 + ".1", ("goal", 1, "target", "too-many-digits")),
        ("agenda.measures.0.partners", "roc", ("measure", 1, "partners", "wrong-type")),
        ("agenda.measures.0.partners", [3], ("measure", 1, "partners", "wrong-type")),
        ("agenda.measures.0.partners", ["a"] * 501, ("measure", 1, "partners", "too-many-members")),
        (
            "agenda.measures.0.costs.1.amount_cents",
            2**53,
            ("cost", 2, "amount_cents", "integer-too-large"),
        ),
        (
            "agenda.measures.0.costs.1.amount_cents",
            False,
            ("cost", 2, "amount_cents", "wrong-type"),
        ),
        ("agenda.measures.0.costs.1.amount_cents", None, ("cost", 2, "amount_cents", "wrong-type")),
    ],
)
def test_wrong_value_is_named_with_its_place(path, value, problem):
    assert codes(plain_with(path, value)) == [problem]


def test_all_problems_come_at_once():
    data = plain_with("colour", "red")
    del data["title"]
    data["agenda"]["measures"][1]["costs"] = [{"year": 2027}, {"year": "x", "amount_cents": 1}]

    assert codes(data) == [
        ("region", 0, "title", "missing-field"),
        ("cost", 1, "amount_cents", "missing-field"),
        ("cost", 2, "year", "wrong-type"),
        ("region", 0, "", "unknown-field"),
    ]


def test_cost_knows_its_measure():
    data = plain_with("agenda.measures.0.costs.1.year", "2027")

    with pytest.raises(RecordError) as error:
        from_plain(data)
    assert error.value.problems[0].within == 1


def test_more_rows_than_allowed_are_not_even_read():
    data = plain_with("parties", [7] * 10_001)

    found = codes(data)
    assert found[0] == ("region", 0, "parties", "too-many-rows")
    assert len(found) == 1 + 10_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-json"),
        ("{", "not-json"),
        ("[1.5]", "fraction"),
        ("[NaN]", "fraction"),
        ('{"a": 1, "b": 2, "a": 3}', "duplicate-field"),
        ("[" * 100_000, "too-deep"),
        ("[]", "wrong-type"),
        ('{"slug": ' + "9" * 100_000 + "}", "wrong-type"),
    ],
)
def test_text_that_is_no_record_is_refused(text, code):
    with pytest.raises(RecordError) as error:
        loads(text)
    assert error.value.problems[0].code == code


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["slug", "title", "agenda", "parties", "x"]), json_values))
def test_no_value_whatever_breaks_the_reader(data):
    with pytest.raises(RecordError):
        from_plain(data)


def test_message_of_the_error_names_the_first_problems():
    with pytest.raises(RecordError, match="region 0 slug: missing-field"):
        from_plain({})


def test_dates_are_iso():
    assert to_plain(small_region())["agenda"]["measures"][0]["starts_on"] == "2026-09-01"
    assert from_plain(plain_with("parties.1.since", "2026-02-28")).parties[1].since == date(
        2026, 2, 28
    )
