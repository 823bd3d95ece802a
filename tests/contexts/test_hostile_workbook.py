# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Files that nobody means well with get a clear answer, in bounded time and memory.

What people do wrong by accident comes out whole: every cell, with its sheet, row and column.
"""

import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils.translation import override
from edited import edited, filled, problems_of
from hostile import HOSTILE, LARGEST, ods, row, text, xlsx, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

import samenspel.sources
from core.records import small_agenda, small_region
from samenspel.core.agenda.record import Measure
from samenspel.core.record_schema import KINDS, fields_of
from samenspel.sources.spreadsheet import SpreadsheetError, read_sheets
from samenspel.sources.workbook import WorkbookError, read_workbook, write_workbook
from samenspel.words.problems import PROBLEMS
from samenspel.words.workbook import CELL_PROBLEMS, explain_cell, place

MOST_MEGABYTES = 150
WRITTEN = {kind: write_workbook(small_region(), kind) for kind in ("xlsx", "ods", "csv", "json")}

READ_ALONE = """
import resource, sys
from samenspel.sources.workbook import WorkbookError, read_workbook
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
def peak():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
data = sys.stdin.buffer.read()
before = peak()
try:
    read_workbook(data)
except WorkbookError:
    print((peak() - before) // 1024)
"""
"""Prints how many megabytes reading takes; ends by force when it would take for ever."""


# Files that would hurt


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_gets_a_clear_answer(name):
    code, make = HOSTILE[name]
    with pytest.raises(WorkbookError) as refused:
        read_workbook(make())

    problem = refused.value.problems[0]

    assert problem.code == code
    assert all(explain_cell(problem))


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
@pytest.mark.parametrize("make", LARGEST.values(), ids=LARGEST)
def test_largest_file_within_the_bounds_needs_little_memory(make):
    alone = [sys.executable, "-c", READ_ALONE]
    run = subprocess.run(alone, input=make(), capture_output=True, check=True)

    assert int(run.stdout) < MOST_MEGABYTES


@pytest.mark.parametrize("kind", WRITTEN)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_touched_file_is_read_or_refused(kind, data):
    with suppress(WorkbookError):
        read_workbook(touched(WRITTEN[kind], data))


def touched(file, data):
    """Return *file* with a few bytes changed, as it is or inside one of its parts."""
    if not file.startswith(b"PK") or data.draw(st.booleans()):
        return changed(file, data)
    with ZipFile(BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    return zipped((parts | {name: changed(parts[name], data)}).items())


def changed(content, data):
    at = data.draw(st.integers(0, len(content)))
    cut = data.draw(st.integers(0, 20))
    return content[:at] + data.draw(st.binary(max_size=20)) + content[at + cut :]


def test_what_is_empty_may_be_formatted_to_the_end_of_the_sheet():
    blank = '<table:table-cell table:number-columns-repeated="16383"/>'
    data = ods(row(text("x") + blank) + row(blank, 1_048_575))

    assert [sheet.rows for sheet in read_sheets(data)] == [(("x",),)]


def test_parts_that_are_not_needed_are_not_unpacked():
    bomb = ("xl/media/image1.png", b"\0" * 100_000_000)

    assert read_sheets(xlsx("", extra=[bomb]))[0].rows == ()


def test_bytes_are_counted_over_all_parts(monkeypatch):
    monkeypatch.setattr("samenspel.sources.spreadsheet.bounds.MAX_UNPACKED", 10_000)
    with pytest.raises(SpreadsheetError, match="unpacks-too-large"):
        read_sheets(WRITTEN["xlsx"])


# Cells that are wrong by accident


@pytest.mark.parametrize(
    ("cell", "written", "code"),
    [
        (("Maatregelen", "B3"), "=1+1", "formula"),
        (("Kosten", "C3"), "=SUM(C4:C9)", "formula"),
        (("Maatregelen", "B3"), None, "missing-field"),
        (("Maatregelen", "B3"), True, "not-text"),
        (("Maatregelen", "B3"), 1.5, "not-text"),
        (("Maatregelen", "I3"), "morgen", "not-a-date"),
        (("Maatregelen", "I3"), "31-2-2026", "not-a-date"),
        (("Maatregelen", "A4"), "M1", "duplicate-key"),
        (("Maatregelen", "A4"), "M 1", "bad-key"),
        (("Maatregelen", "E3"), "C1; C7", "unknown-reference"),
        (("Maatregelen", "M3"), "M2", "cycle"),
        (("Kosten", "A3"), "M7", "unknown-reference"),
        (("Kosten", "A3"), None, "missing-field"),
        (("Kosten", "C3"), 0.125, "fraction-of-cent"),
        (("Kosten", "C3"), "12,345", "fraction-of-cent"),
        (("Kosten", "C3"), "veel", "bad-number"),
        (("Kosten", "C3"), -1, "negative-money"),
        (("Kosten", "B4"), 2027.5, "not-whole"),
        (("Kosten", "B4"), "#REF!", "unreadable-cell"),
        (("Doelen", "J3"), "1.234", "ambiguous-number"),
        (("Doelen", "J3"), "1,2,3", "bad-number"),
        (("Regio", "E3"), "misschien", "not-yes-or-no"),
        (("Regio", "C3"), "een soort", "bad-slug"),
        (("Begrippen", "A3"), "lijst", "bad-scheme"),
        (("Partijen", "A4"), "lindewaard", "duplicate-key"),
        (("Gemeenten", "A3"), "GM1", "bad-municipality"),
        (("Belangen", "B3"), "\u202eC1", "control-character"),
        (("Agenda", "A3"), 1066, "year-out-of-range"),
        (("Doelen", "Z1"), "Extra", "unknown-column"),
        (("Doelen", "Z7"), "los", "missing-heading"),
        (("Doelen", "F1"), "Titel", "duplicate-column"),
    ],
)
def test_wrong_cell_is_named(cell, written, code):
    sheet, letter_and_row = cell
    wanted = (f"{sheet} {letter_and_row if code != 'missing-heading' else 'Z1'}", code)

    assert wanted in problems_of(edited(small_region(), {cell: written}))


@pytest.mark.parametrize("content", ["<f>1+1</f><v>2</v>", "<f/>"])
def test_formula_is_named_by_its_cell(content):
    strings = "".join(f"<si><t>{name}</t></si>" for name in ("Adres", "Naam", "Soort regio"))
    heads = "".join(f'<c t="s"><v>{n}</v></c>' for n in range(3))
    data = xlsx(f'<row>{heads}</row><row><c r="B2">{content}</c></row>', strings=strings)

    assert ("Regio B2", "formula") in problems_of(data)


def test_formula_in_ods_is_named_by_its_cell():
    formula = (
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
    )
    data = ods(row(text("Adres") + text("Naam")) + row(text("x") + formula))

    assert ("Regio B2", "formula") in problems_of(data)


def test_error_value_is_no_empty_cell():
    sheet = '<row><c t="str"><v>Naam</v></c></row><row><c t="e"><v>#N/A</v></c></row>'

    assert ("Regio A2", "unreadable-cell") in problems_of(xlsx(sheet))


def test_everything_that_is_wrong_comes_out_at_once_in_order():
    cells = {("Kosten", "C3"): "x", ("Agenda", "A3"): "x", ("Doelen", "J3"): "1.234"}

    assert problems_of(edited(small_region(), cells)) == [
        ("Agenda A3", "bad-number"),
        ("Doelen J3", "ambiguous-number"),
        ("Kosten C3", "bad-number"),
    ]


def test_duplicate_names_the_row_that_was_first():
    with pytest.raises(WorkbookError) as refused:
        read_workbook(edited(small_region(), {("Maatregelen", "A4"): "M1"}))
    [problem] = [one for one in refused.value.problems if one.code == "duplicate-key"]

    assert problem.values["first"] == 3
    with override("en"):
        assert place(problem) == "Maatregelen, row 4, column A (Code)"


def test_of_five_thousand_errors_the_first_two_hundred_are_shown():
    measures = tuple(Measure(f"M{n}", "x", phase="nergens") for n in range(5000))
    agenda = replace(small_agenda(), measures=measures)
    with pytest.raises(WorkbookError) as refused:
        read_workbook(write_workbook(replace(small_region(), agenda=agenda), "ods"))

    assert (len(refused.value.problems), refused.value.not_shown) == (200, 4800)


@pytest.mark.parametrize(
    ("sheets", "code"),
    [
        ({"Blad1": [["x"]]}, "unknown-sheet"),
        ({"Uitleg": [["x"]]}, "no-sheets"),
        ({"Regio": [["x"]], "Region": [["x"]]}, "duplicate-sheet"),
        ({"Regio": []}, "missing-column"),
        ({"Regio": [["Adres", "Naam", "Soort regio"], ["a", "A", "own"]] * 2}, "more-than-one-row"),
    ],
)
def test_sheets_that_do_not_fit_are_refused(sheets, code):
    assert code in [found for _, found in problems_of(filled(**sheets))]


# Words


def test_every_problem_has_its_words():
    fields = {field.name for kind in KINDS for field in fields_of(kind)}
    files = Path(samenspel.sources.__file__).parent.glob("*/*.py")
    calls = r"(?:SpreadsheetError|CellError|NumberError|problem)\("
    code = calls + r'[^"()]*"([a-z]+(?:-[a-z0-9]+)*)"'
    raised = {found for file in files for found in re.findall(code, file.read_text())}

    assert {"damaged", "formula", "sheet-missing", "not-a-date", "missing-heading"} <= raised
    assert raised - {*CELL_PROBLEMS, *PROBLEMS, *fields} == set()
