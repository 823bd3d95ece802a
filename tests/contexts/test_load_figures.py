# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Own figures: read from files whole or not at all, loaded once, and on the ledger."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_files import PLACES, SHARE, STAGES, csv, xlsx
from valley import NOON, REGION

from samenspel.agenda.services import import_region
from samenspel.core.errors import RuleError
from samenspel.core.own_figures import OwnFigure, digest
from samenspel.core.rights import INSTALLATION, Actor, Grant, Role
from samenspel.ledger.queries import links
from samenspel.regions.queries import own_figures, region
from samenspel.regions.services import load_figures
from samenspel.sources.own_figures import Known, read_figures, template, written
from samenspel.sources.workbook import WorkbookError
from samenspel.words.workbook import told

KNOWN = Known(PLACES)
MEMBERS = tuple(one.code for one in REGION.members)


def read(data, known=KNOWN):
    return read_figures(data, known)


def wrong(data, known=KNOWN):
    """Return what is wrong with a file: place and code of each problem."""
    with pytest.raises(WorkbookError) as caught:
        read(data, known)
    assert all(told(one)["wrong"] for one in caught.value.problems)
    return [(one.place, one.code) for one in caught.value.problems]


# Reading.


def test_a_spreadsheet_and_a_csv_file_say_the_same():
    expected = OwnFigure(
        *("stages", 2025, "Stageplaatsen", "plaatsen", "higher-better", "sum", "School", "CC0"),
        values=(("VB0001", "12.5"),),
    )
    assert read(xlsx()) == (expected,)
    assert read(csv([*STAGES, "VB0001", "12,5"], [*STAGES, "VB0002", ""])) == (expected,)


def test_a_value_that_is_empty_is_unknown_and_zero_is_zero():
    [one] = read(csv([*STAGES, "VB0001", "0"], [*STAGES, "VB0002", ""]))
    assert one.values == (("VB0001", "0"),)


def test_english_headings_sheets_and_codes_are_understood():
    head = ["Code", "Year", "Name", "Unit", "Direction", "Rule", "Source", "Licence"]
    row = [*STAGES[:4], "higher-better", "SUM", *STAGES[6:]]
    data = csv([*row, "VB0001", "1"], head=[*head, "Municipality", "Value"])
    assert read(data)[0].rule == "sum"


def test_everything_that_is_wrong_is_told_with_its_place():
    described = [
        ["a b", 2025, "", "plaatsen", "omhoog", "optellen", "School", "CC0"],
        [*SHARE[:1], 1492, *SHARE[2:]],
    ]
    values = [
        ("stages", 2025, "VB0001", 1),
        ("a b", 2025, "GM9999", "veel"),
        ("a b", 2025, "VB0001", "=1+1"),
    ]
    assert wrong(xlsx(described, values)) == [
        ("Cijfers A2", "bad-key"),
        ("Cijfers C2", "missing-field"),
        ("Cijfers E2", "unknown-word"),
        ("Cijfers A3", "figure-without-values"),
        ("Cijfers B3", "year-out-of-range"),
        ("Waarden A2", "unknown-figure"),
        ("Waarden C3", "not-a-member"),
        ("Waarden D3", "bad-number"),
        ("Waarden D4", "formula"),
    ]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ([("stages", 2025, "VB0001", 1)] * 2, ("Waarden C3", "duplicate-figure")),
        ([("stages", 2025, "VB0001", "1.234")], ("Waarden D2", "ambiguous-number")),
        ([("stages", 2025, "VB0001", "1" * 16)], ("Waarden D2", "value-too-long")),
        ([("stages", 2025, "VB0001", "0,1234567")], ("Waarden D2", "value-too-long")),
        ([("stages", 2025.5, "VB0001", 1)], ("Waarden B2", "not-whole")),
    ],
)
def test_a_wrong_value_is_told(values, problem):
    assert problem in wrong(xlsx(values=values))


def test_a_figure_is_described_once_and_alike():
    assert ("Cijfers A3", "duplicate-key") in wrong(xlsx([STAGES, STAGES]))
    other = [*STAGES[:2], "Anders", *STAGES[3:]]
    data = csv([*STAGES, "VB0001", "1"], [*other, "VB0002", "1"])
    assert wrong(data) == [("C3", "rows-disagree")]
    unread = [*STAGES[:4], "omhoog", *STAGES[5:]]
    assert wrong(csv([*unread, "VB0001", "1"], [*STAGES, "VB0002", "1"])) == [
        ("E2", "unknown-word")
    ]


def test_a_figure_without_values_can_only_be_withdrawn():
    data = xlsx(values=())
    assert wrong(data) == [("Cijfers A2", "figure-without-values")]
    assert read(data, Known(PLACES, {("stages", 2025)}))[0].values == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "missing-column"),
        (b"\x00\x01", "not-a-workbook"),
        (b"\xff\xfe", "not-utf-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted-or-old"),
        (b"PK\x03\x04rommel", "damaged"),
        (b'a;"b', "damaged"),
        (b"x" * (11 * 2**20), "file-too-large"),
        (b"code;code\n", "duplicate-column"),
        (b"wat\n1", "unknown-column"),
        (xlsx(described=(), values=()), "no-figures"),
        (xlsx(Meer=[["x"]]), "unknown-sheet"),
        (csv(*[[*STAGES, "VB0001", "1"]] * 10_100), "sheet-too-long"),
    ],
)
def test_a_file_that_is_no_table_of_figures_is_refused(data, code):
    assert code in {found for _place, found in wrong(data)}


def test_a_hostile_cell_harms_nothing():
    row = [*STAGES[:2], "\u202e<script>", *STAGES[3:]]
    assert wrong(csv([*row, "VB0001", "1"])) == [("C2", "control-character")]


def test_more_figures_than_may_be_are_refused():
    rows = [[f"c{number}", *STAGES[1:], "VB0001", "1"] for number in range(501)]
    assert ("", "too-many-figures") in wrong(csv(*rows))


@given(st.binary(max_size=300))
def test_whatever_comes_is_read_or_refused(data):
    with suppress(WorkbookError):
        assert read(data)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_template_can_be_filled_in(kind):
    names = [("VB0001", "=Noord"), ("VB0002", "Zuid")]
    found = wrong(template(names, kind))
    assert {code for _place, code in found} <= {"missing-field", "no-figures"}
    assert all("2" not in place for place, _code in found)


def test_what_is_written_is_read_again():
    figures = read(
        xlsx([STAGES, SHARE], [("stages", 2025, "VB0001", 1), ("mbo", 2025, "VB0002", 9.5)])
    )
    assert set(read(written(figures, {"VB0001": "=Noord"}))) == set(figures)


# Loading.


def figure(values=((MEMBERS[0], "1"),), **changes):
    base = {
        "code": "stages", "period": 2025, "name": "Stages", "unit": "plaatsen",
        "direction": "neutral", "rule": "sum", "source": "School", "licence": "CC0",
    }  # fmt: skip
    return OwnFigure(**base | changes, values=values)


def now():
    return own_figures(region(REGION.slug).pk)


def load(*figures, actor=INSTALLATION, seen=None):
    return load_figures(
        slug=REGION.slug, figures=figures, actor=actor, at=NOON,
        seen=digest(now()) if seen is None else seen,
    )  # fmt: skip


def loaded_entries():
    return [link.payload for link in links(REGION.slug) if link.payload["kind"] == "figures-loaded"]


@pytest.mark.django_db
def test_figures_are_loaded_once_and_stand_on_the_ledger(valley):
    load(figure())
    assert load(figure()) == ()
    assert now() == (figure(),)
    [entry] = loaded_entries()
    assert entry["object"] == "figures"
    assert entry["details"] == {
        "added": 1, "changed": 0, "withdrawn": 0, "values": 1, "digest": digest([figure()]),
    }  # fmt: skip


@pytest.mark.django_db
def test_another_file_changes_what_is_in_it_and_leaves_the_rest(valley):
    load(figure(), figure(code="mbo"))
    load(figure(values=((MEMBERS[0], "2"),), name="Anders"), figure(code="mbo", period=2026))
    assert [(one.code, one.period, one.name, one.values[0][1]) for one in now()] == [
        ("mbo", 2025, "Stages", "1"),
        ("mbo", 2026, "Stages", "1"),
        ("stages", 2025, "Anders", "2"),
    ]


@pytest.mark.django_db
def test_a_figure_without_values_is_withdrawn(valley):
    load(figure(), figure(code="mbo"))
    load(figure(values=()))
    assert [one.code for one in now()] == ["mbo"]
    assert loaded_entries()[-1]["details"]["withdrawn"] == 1


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
def test_an_analyst_and_the_secretariat_may_load(valley, role):
    actor = Actor("x", (Grant(role),))
    if role in {Role.ANALYST, Role.SECRETARY, Role.ADMINISTRATOR}:
        assert load(figure(), actor=actor)
    else:
        with pytest.raises(RuleError) as caught:
            load(figure(), actor=actor)
        assert caught.value.code == "not-allowed"


@pytest.mark.django_db
def test_what_changed_meanwhile_is_not_overwritten(valley):
    seen = digest(now())
    load(figure())
    with pytest.raises(RuleError) as caught:
        load(figure(name="Anders"), seen=seen)
    assert caught.value.code == "changed-meanwhile"
    assert now() == (figure(),)


@pytest.mark.django_db
def test_all_or_nothing(valley):
    with pytest.raises(RuleError) as caught:
        load(figure(), figure(code="mbo", values=(("GM9999", "1"),)))
    assert caught.value.code == "unknown-municipality"
    assert now() == ()
    assert loaded_entries() == []


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["0", "-3.5", "123456789012345", "0.000001"])
def test_a_value_comes_back_as_it_went(valley, text):
    load(figure(values=((MEMBERS[0], text),)))
    assert now()[0].values == ((MEMBERS[0], text),)


@pytest.mark.django_db
def test_a_municipality_with_own_figures_does_not_go_unnoticed(valley):
    (*rest, last) = REGION.members
    load(figure(values=((last.code, "1"),)))
    record = replace(
        REGION,
        members=tuple(rest),
        inhabitants=tuple(one for one in REGION.inhabitants if one.municipality != last.code),
        parties=tuple(
            replace(one, municipality="") if one.municipality == last.code else one
            for one in REGION.parties
        ),
    )
    with pytest.raises(RuleError) as caught:
        import_region(record=record, actor=INSTALLATION, at=NOON)
    assert caught.value.code == "still-in-use"
    assert now() == (figure(values=((last.code, "1"),)),)
