# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A funding plan is kept by who may, follows commitments, and stands on the ledger."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from table import DAY, FUND, MONEY, act, entries, promise, seat, valley_id
from valley import NOON, SECRETARY, acting

from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.text import content_digest
from samenspel.core.errors import RuleError
from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.sources import Source, SourceKind
from samenspel.core.limits import MAX_INTEGER
from samenspel.core.rights import NOBODY
from samenspel.funding import queries, services
from samenspel.sources.plan_files import Known, read_plan
from samenspel.sources.tables import write_tables
from samenspel.sources.workbook import WorkbookError

pytestmark = pytest.mark.django_db

RIJK = Source("G1", "Regio Deal", SourceKind.NATIONAL, least_own_share=5000, from_national=True)
TOWNS = Source("G2", "Municipalities", SourceKind.MUNICIPALITY)
OWN = FundingLine(
    "R1", "G2", 100_00, measure="M1", year=2027, party="north", beside="G1", note="A note."
)
RESTING = FundingLine("R2", "G2", measure="M1", commitment="T1")
OFFICER = acting("officer", "north")


@pytest.fixture
def plan(db):
    seat()
    promise(MONEY, FUND)
    for one in (RIJK, TOWNS):
        do("save_source", source=one)


def do(name, actor=SECRETARY, at=NOON, **what):
    return getattr(services, name)(region="valley", actor=actor, at=at, **what)


def rows(reader=SECRETARY):
    return {row.line.key: row for row in queries.line_rows(valley_id(), reader)}


def refused(code, name, *args, **what):
    """The act is refused with this code, and leaves neither row nor entry."""
    before = queries.sources(valley_id()), rows(), entries()
    with pytest.raises(RuleError) as error:
        do(name, *args, **what)
    assert error.value.code == code
    assert (queries.sources(valley_id()), rows(), entries()) == before


def test_sources_and_lines_are_read_back_as_they_were_written(plan):
    do("save_line", line=OWN)

    assert queries.sources(valley_id()) == [RIJK, TOWNS]
    assert (rows()["R1"].line, rows()["R1"].rung) == (OWN, Rung.MENTIONED)
    assert queries.next_line_key(valley_id()) == "R2"
    assert queries.next_source_key(valley_id()) == "G3"


def test_money_of_the_rijk_says_so_by_its_kind(plan):
    do("save_source", source=Source("G3", "Ministry", SourceKind.NATIONAL))

    assert queries.source(valley_id(), "G3").from_national


def test_a_line_on_a_commitment_follows_it(plan):
    do("save_line", line=replace(RESTING, party="north"))
    act("move_commitment", key="T1", to=Rung.PLEDGED, on=DAY)

    found = queries.plan(valley_id(), {})
    assert [(one.year, one.cents) for one in found.entries] == [
        (2026, 100_00),
        (2027, 250_00),
        (2028, 250_00),
    ]
    assert {(one.party, one.rung) for one in found.entries} == {("north", Rung.PLEDGED)}
    refused("funding-rung-elsewhere", "move_line", key="R2", to=Rung.PLEDGED, on=DAY)


def test_a_line_on_a_commitment_that_is_not_public_is_hidden_with_it(plan):
    do("save_line", line=RESTING)

    assert set(rows(NOBODY)) == set()
    assert "line" not in entries()[-1]["details"]
    act("move_commitment", key="T1", to=Rung.PLEDGED, on=DAY)
    assert set(rows(NOBODY)) == {"R2"}


def test_steps_of_a_line_are_kept_with_their_evidence(plan):
    do("save_line", line=OWN)
    do("move_line", key="R1", to=Rung.ADOPTED, on=DAY, evidence="Council, 1 March")

    (step,) = queries.steps_of_line(rows()["R1"].pk)
    assert (step.rung, step.was, step.evidence) == (Rung.ADOPTED, "mentioned", "Council, 1 March")
    refused("evidence-missing", "move_line", key="R1", to=Rung.GRANTED, on=DAY)
    refused("reason-missing", "move_line", key="R1", to=Rung.PLEDGED, on=DAY)
    refused(
        "date-in-future",
        "move_line",
        key="R1",
        to=Rung.MENTIONED,
        on=DAY + timedelta(days=1),
        reason="Oops",
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (replace(OWN, source="G9"), "unknown-funding-source"),
        (replace(OWN, beside="G9"), "unknown-funding-source"),
        (replace(OWN, measure="M9"), "unknown-target"),
        (replace(OWN, party="nobody"), "unknown-party"),
        (replace(OWN, amount_cents=-1), "amount-negative"),
        (replace(OWN, amount_cents=MAX_INTEGER + 1), "amount-too-large"),
        (replace(RESTING, commitment="T9"), "unknown-commitment"),
        (replace(RESTING, party="school"), "funding-other-party"),
        (replace(RESTING, measure="M2"), "funding-other-measure"),
        (replace(RESTING, year=2040), "funding-no-amount"),
    ],
)
def test_a_line_that_does_not_fit_the_region_is_refused(plan, line, code):
    refused(code, "save_line", line=line)


def test_a_code_is_used_once(plan):
    do("save_line", line=OWN)

    refused("key-taken", "save_line", line=OWN)
    refused("key-taken", "save_source", source=TOWNS)
    refused("unknown-funding-line", "save_line", line=replace(OWN, key="R5"), instead_of="R4")
    refused(
        "unknown-funding-source", "save_source", source=replace(TOWNS, key="G7"), instead_of="G6"
    )


def test_what_somebody_changed_meanwhile_is_not_overwritten(plan):
    do("save_line", line=OWN)
    digest = content_digest(OWN)
    do("save_line", line=replace(OWN, note="Other"), instead_of="R1", seen=digest)

    refused("changed-meanwhile", "save_line", line=OWN, instead_of="R1", seen=digest)
    refused("changed-meanwhile", "save_source", source=TOWNS, instead_of="G2", seen=digest)


def test_a_line_on_a_step_of_its_own_first_goes_back_before_it_rests_on_a_commitment(plan):
    do("save_line", line=OWN)
    do("move_line", key="R1", to=Rung.PLEDGED, on=DAY)

    refused("funding-on-a-step", "save_line", line=replace(RESTING, key="R1"), instead_of="R1")


def test_what_is_in_use_stays(plan):
    do("save_line", line=RESTING)

    refused("still-in-use", "remove_source", key="G2")
    with pytest.raises(RuleError, match="still-in-use"):
        act("remove_commitment", key="T1")
    do("remove_line", key="R2")
    do("remove_source", key="G2")
    assert [one.key for one in queries.sources(valley_id())] == ["G1"]


def test_an_officer_keeps_the_money_of_the_own_party_only(plan):
    do("save_line", OFFICER, line=OWN)
    do("move_line", OFFICER, key="R1", to=Rung.PLEDGED, on=DAY)

    refused("not-allowed", "save_line", OFFICER, line=replace(OWN, key="R7", party="school"))
    refused("not-allowed", "save_line", OFFICER, line=replace(OWN, party="south"), instead_of="R1")
    refused("not-allowed", "save_source", OFFICER, source=replace(TOWNS, key="G5"))
    refused("not-allowed", "remove_source", OFFICER, key="G2")
    refused("not-allowed", "move_line", acting("reader"), key="R1", to=Rung.COVERED, on=DAY)
    do("save_source", OFFICER, source=replace(TOWNS, key="G5", party="north"))


def test_every_act_is_one_entry_with_what_changed(plan):
    before = len(entries())
    do("save_line", line=OWN)
    do("save_line", line=replace(OWN, amount_cents=5), instead_of="R1")
    do("move_line", key="R1", to=Rung.PLEDGED, on=DAY)
    do("remove_line", key="R1")

    told = entries()[before:]
    assert [one["kind"] for one in told] == [
        "funding-line-added",
        "funding-line-changed",
        "funding-line-moved",
        "funding-line-removed",
    ]
    assert told[1]["details"]["changed"] == {"amount_cents": [100_00, 5]}


KNOWN = Known((), ("north", "school", "south"), ("M1", "M2"), ("T1", "T3"))


def tables():
    return queries.plan_tables(valley_id(), "valley", on=date(2026, 3, 1))


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_a_plan_comes_back_from_the_file_it_was_written_to(plan, kind):
    act("move_commitment", key="T1", to=Rung.PLEDGED, on=DAY)
    do("save_source", source=replace(RIJK, available_cents=1_50, most_share=1250), instead_of="G1")
    do("save_line", line=OWN)
    do("save_line", line=RESTING)

    sources, lines = read_plan(write_tables("Valley", tables(), kind), KNOWN)

    assert list(sources) == queries.sources(valley_id())
    assert list(lines) == [OWN, RESTING]
    assert do("load_plan", sources=sources, lines=lines) == 0, "nothing differs"
    changed = [replace(OWN, amount_cents=7), replace(OWN, key="R9")]
    assert do("load_plan", sources=sources, lines=changed) == 2
    assert rows()["R1"].line.amount_cents == 7


def test_a_plan_is_loaded_as_a_whole_or_not_at_all(plan):
    refused(
        "funding-other-party",
        "load_plan",
        sources=[replace(TOWNS, key="G8")],
        lines=[replace(RESTING, party="south")],
    )


def test_all_that_is_wrong_in_a_file_is_told_by_sheet_row_and_column(plan):
    do("save_line", line=OWN)
    told = list(tables())
    told[0] = replace(told[0], rows=(*told[0].rows, told[0].rows[0]))
    wrong = ("R5", "G9", "M9", "nobody", 1000, 1, "", "T9", None, None, "", "")
    told[1] = replace(told[1], rows=(*told[1].rows, wrong))

    with pytest.raises(WorkbookError) as error:
        read_plan(write_tables("Valley", told, "xlsx"), KNOWN)

    assert [(one.sheet, one.row, one.column, one.code) for one in error.value.problems] == [
        ("Geldbronnen", 4, "A", "duplicate-key"),
        ("Regels", 3, "B", "unknown-word"),
        ("Regels", 3, "D", "unknown-word"),
        ("Regels", 3, "C", "unknown-word"),
        ("Regels", 3, "H", "unknown-word"),
    ]


def test_a_sheet_that_is_no_part_of_a_plan_is_refused(plan):
    odd = replace(tables()[0], name="Iets anders")

    with pytest.raises(WorkbookError) as error:
        read_plan(write_tables("Valley", [odd], "xlsx"), KNOWN)
    assert [one.code for one in error.value.problems] == ["unknown-sheet"]
