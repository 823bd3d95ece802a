# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A region goes into a workbook and comes out the same; what people fill in is understood."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

import pytest
from edited import edited, filled, problems_of, saved
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from core.records import few, regions, small_agenda, small_region
from samenspel.core.agenda.record import Cost, Goal
from samenspel.core.record_json import dumps, loads
from samenspel.core.record_schema import KINDS, fields_of
from samenspel.sources.spreadsheet.comma_separated import armoured, bare
from samenspel.sources.workbook import FORMATS, format_of, read_workbook, write_workbook
from samenspel.sources.workbook.layout import OWNED, OWNER
from samenspel.sources.workbook.sheets import BY_KIND, SHEETS, plain_name

EXAMPLES = files("samenspel.data").joinpath("examples")
SHEET_FORMATS = ["xlsx", "ods", "csv"]


def read_back(record, kind):
    return read_workbook(write_workbook(record, kind)).record


def with_goal(**values):
    goal = replace(small_agenda().goals[0], **values)
    return replace(small_region(), agenda=replace(small_agenda(), goals=(goal,)))


def current(_slug):
    return small_region()


# The table of sheets


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_its_column(kind):
    fields = {field.name for field in fields_of(kind) if not field.row}
    owner = {OWNER} if kind in OWNED else set()

    assert {column.field for column in BY_KIND[kind].columns} == fields | owner


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_heading_means_two_columns(sheet):
    names = [{plain_name(one.heading), plain_name(one.english)} for one in sheet.columns]

    assert len(set.union(*names)) == sum(map(len, names))


# There and back


@pytest.mark.parametrize("kind", FORMATS)
@few
@given(record=regions())
def test_record_comes_back_the_same(kind, record):
    assert read_back(record, kind) == record


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", ["lindewaard", "lindewaard-versie-1", "twente-2018-2022"])
def test_example_comes_back_byte_for_byte(name, kind):
    text = EXAMPLES.joinpath(f"{name}.json").read_text(encoding="utf-8")

    assert dumps(read_back(loads(text), kind)) == text


@pytest.mark.parametrize("kind", FORMATS)
def test_equal_records_give_equal_bytes(kind):
    assert write_workbook(small_region(), kind) == write_workbook(small_region(), kind)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    "goal",
    [
        {"target": Decimal("0.1234567890123456789")},
        {"target": Decimal(10) ** 29},
        {"target": Decimal("-1.5"), "baseline": Decimal(0)},
        {"title": "=HYPERLINK(1)"},
        {"title": "_x0041_ _x000D_"},
        {"title": "  twee  spaties "},
        {"title": "'=1"},
        {"title": "-1"},
        {"title": "1.234"},
        {"title": 'a;b"c'},
        {"key": "007"},
    ],
    ids=str,
)
def test_what_spreadsheets_like_to_change_comes_back_the_same(kind, goal):
    agenda = replace(small_agenda(), measures=(), goals=(Goal("G1", "x"),))
    record = replace(
        small_region(), agenda=replace(agenda, goals=(replace(agenda.goals[0], **goal),))
    )

    assert read_back(record, kind) == record


@pytest.mark.parametrize("kind", SHEET_FORMATS)
def test_first_days_of_1900_come_back(kind):
    [member] = small_region().members
    record = replace(small_region(), members=(replace(member, since=date(1900, 1, 1)),))

    assert read_back(record, kind) == record


@pytest.mark.parametrize("kind", SHEET_FORMATS)
@pytest.mark.parametrize("cents", [1, 10, 1234567, 2**53 - 1])
def test_every_cent_comes_back(kind, cents):
    agenda = small_agenda()
    measure = replace(agenda.measures[0], costs=(Cost(2027, cents),))
    record = replace(small_region(), agenda=replace(agenda, measures=(measure,)))

    assert read_back(record, kind) == record


# What is written


def test_no_text_becomes_a_formula():
    data = write_workbook(with_goal(title="=1+1"), "xlsx")
    cell = load_workbook(BytesIO(data))["Doelen"]["B3"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert b"table:formula" not in part(write_workbook(with_goal(title="=1+1"), "ods"))


def part(data, name="content.xml"):
    return ZipFile(BytesIO(data)).read(name)


@given(st.text("='+-@\t\ra", max_size=4))
def test_text_in_csv_computes_nothing_and_is_read_back(text):
    written = armoured(text)

    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert bare(written) == text


def test_columns_offer_what_may_be_chosen():
    sheet = load_workbook(BytesIO(write_workbook(small_region(), "xlsx")))["Maatregelen"]
    rules = {
        str(rule.sqref).split(":")[0]: rule.formula1
        for rule in sheet.data_validations.dataValidation
    }

    assert rules["F3"].startswith("OFFSET('Partijen'!$A$3")
    assert rules["H3"] == "'Begrippen'!$C$6:$C$6"
    assert b"of:cell-content-is-in-list([$'Begrippen'.$C$6:.$C$6])" in part(
        write_workbook(small_region(), "ods")
    ).replace(b"&#x27;", b"'")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.xlsx", "xlsx"), ("a.ods", "ods"), ("a.json", "json"), ("a.csv.zip", "csv"), ("a", "xlsx")],
)
def test_name_of_a_file_tells_its_format(name, kind):
    assert format_of(name) == kind


# What is understood


def test_columns_may_stand_in_any_order_under_english_headings():
    data = filled(Region=[["Kind", "NAME", " address "], ["own", "Dal", "dal"]])

    record, present = read_workbook(data)

    assert (record.slug, record.title, record.kind) == ("dal", "Dal", "own")
    assert present == {"region"}


def test_help_row_and_blank_rows_are_no_data():
    data = filled(
        Regio=[
            ["Adres", "Naam", "Soort regio"],
            ["Uitleg: verzonnen", "x", "y"],
            [None, " ", None],
            ["dal", "Dal", "eigen indeling"],
        ]
    )

    assert read_workbook(data).record.title == "Dal"


@pytest.mark.parametrize("word", ["idea", "Idee", "IDEE", "Idea", " idee "])
def test_word_or_code_of_a_term_is_understood(word):
    data = edited(small_region(), {("Maatregelen", "H3"): word})

    assert read_workbook(data).record == small_region()


def test_word_that_means_two_things_is_not_guessed():
    record = small_region()
    twice = (*record.terms, replace(record.terms[3], code="other"))
    data = edited(replace(record, terms=twice), {("Maatregelen", "H3"): "Idee"})

    assert problems_of(data) == [("Maatregelen H3", "unknown-reference")]


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        (12500, 12_500_00),
        (12500.5, 12_500_50),
        (0.1 + 0.2, 30),
        ("12500", 12_500_00),
        ("12.500", 12_500_00),
        ("12.500,00", 12_500_00),
        ("€ 12.500,-", 12_500_00),
        ("€\u00a01.250.000,01", 1_250_000_01),
        ("12500.5", 12_500_50),
        ("0,1", 10),
    ],
)
def test_amounts_are_understood_to_the_cent(written, cents):
    data = edited(small_region(), {("Kosten", "C3"): written})

    assert read_workbook(data).record.agenda.measures[0].costs[0].amount_cents == cents


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (1.5, "1.5"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1.234,5", "1234.5"),
        ("1234.567", "1234.567"),
        ("1.234.567", "1234567"),
        ("0.125", "0.125"),
        ("\u22123", "-3"),
    ],
)
def test_numbers_are_understood(written, number):
    data = edited(small_region(), {("Doelen", "J3"): written})

    assert read_workbook(data).record.agenda.goals[0].target == Decimal(number)


@pytest.mark.parametrize("written", [date(2026, 9, 1), "2026-09-01", "1-9-2026", "01/09/2026"])
def test_dates_are_understood(written):
    data = edited(small_region(), {("Maatregelen", "I3"): written})

    assert read_workbook(data).record == small_region()


def test_several_codes_stand_in_one_cell():
    data = edited(small_region(), {("Maatregelen", "E3"): " C1 ;\nC2;"})

    assert read_workbook(data).record == small_region()


# Part of a workbook


def test_sheet_that_is_not_there_leaves_its_kind_as_it_is():
    data = edited(small_region(), {("Maatregelen", "B3"): "Anders"}, keep=["Maatregelen"])
    record, present = read_workbook(data, current)
    measures = small_agenda().measures

    assert present == {"measure"}
    assert record.agenda.measures == (replace(measures[0], title="Anders"), measures[1])
    assert replace(record, agenda=small_agenda()) == small_region()


def test_costs_alone_find_their_measures():
    data = edited(small_region(), {("Kosten", "A3"): "M2"}, keep=["Kosten"])
    first, second = read_workbook(data, current).record.agenda.measures

    assert (len(first.costs), second.costs) == (1, (Cost(None, 5_000_00),))
    assert first.contributions == small_agenda().measures[0].contributions


def test_costs_alone_of_an_unknown_measure_are_refused():
    data = edited(small_region(), {("Kosten", "A3"): "M9"}, keep=["Kosten"])

    assert problems_of(data, current) == [("Kosten A3", "unknown-reference")]


def test_part_that_breaks_what_is_there_names_what_it_breaks():
    cells = {("Opgaven", "A3"): "C9"}
    data = edited(small_region(), cells, keep=["Opgaven"])

    assert problems_of(data, current) == [
        ("Doelen G1", "unknown-reference"),
        ("Maatregelen M1", "unknown-reference"),
        ("Maatregelen M2", "unknown-reference"),
        ("Belangen", "unknown-reference"),
    ]


def test_part_of_a_region_that_is_not_there_yet_is_refused():
    data = edited(small_region(), {}, keep=["Maatregelen"])

    assert ("Regio", "sheet-missing") in problems_of(data)


def test_empty_sheet_empties_its_kind():
    book = load_workbook(BytesIO(write_workbook(small_region(), "xlsx")))
    book["Kosten"].delete_rows(3, 99)

    assert all(not one.costs for one in read_workbook(saved(book)).record.agenda.measures)


def test_workbook_of_another_region_is_refused():
    other = replace(small_region(), slug="elders")

    assert problems_of(write_workbook(other, "xlsx"), current) == [("Regio A3", "other-region")]
    assert problems_of(write_workbook(other, "json"), current) == [("region slug", "other-region")]
