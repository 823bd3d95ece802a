# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What pages read of an agenda in parts is what the whole holds, also after edits."""

from datetime import UTC, datetime
from importlib.resources import files

import pytest

from samenspel.agenda.queries import (
    Wanted,
    agenda_record,
    cost_by_year,
    count_measures,
    draft,
    last_seen,
    measure_rows,
    summary,
    titles,
)
from samenspel.agenda.services import import_region, move_version, remove_item, save_item
from samenspel.core.agenda.money import total
from samenspel.core.agenda.record import Measure
from samenspel.core.agenda.states import State
from samenspel.core.agenda.summary import summarise
from samenspel.core.record_json import loads
from samenspel.core.rights import INSTALLATION, NOBODY

pytestmark = pytest.mark.django_db

ACT = {"region": "lindewaard", "actor": INSTALLATION, "at": datetime(2026, 3, 1, tzinfo=UTC)}


@pytest.fixture
def version():
    """A draft from which things were removed and to which one was added."""
    path = files("samenspel.data").joinpath("examples", "lindewaard.json")
    record = loads(path.read_text(encoding="utf-8"))
    import_region(record=record, actor=INSTALLATION, at=ACT["at"])
    for key in ("M3", "M26"):
        remove_item(**ACT, number=1, kind="measure", known_by=key)
    save_item(**ACT, number=1, item=Measure("M30", "Nieuw", challenges=("O1",), lead="zorgkring"))
    return draft("lindewaard", INSTALLATION).pk


def in_pages(version, size):
    rows = []
    while page := measure_rows(version, start=len(rows), limit=size):
        rows += page
    return rows


def test_the_numbers_kept_are_those_of_the_content(version):
    assert summary(version) == summarise(agenda_record(version))


@pytest.mark.parametrize("size", [1, 7, 25])
def test_pages_of_measures_are_the_measures_in_order(version, size):
    whole = agenda_record(version).measures
    rows = in_pages(version, size)
    assert [row.key for row in rows] == [one.key for one in whole]
    assert [row.challenges for row in rows] == [one.challenges for one in whole]
    assert [row.cents for row in rows] == [total([one]) for one in whole]


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (Wanted(line="L2"), lambda one: one.line == "L2"),
        (Wanted(challenge="O1"), lambda one: "O1" in one.challenges),
        (Wanted(phase="decision"), lambda one: one.phase == "decision"),
        (Wanted(lead="zorgkring"), lambda one: one.lead == "zorgkring"),
        (Wanted(partner="zorgkring"), lambda one: "zorgkring" in one.partners),
        (Wanted(party="zorgkring"), lambda one: "zorgkring" in {one.lead, *one.partners}),
        (Wanted(policy_field="economy"), lambda one: "economy" in one.policy_fields),
        (Wanted(goal="D1"), lambda one: "D1" in {part.goal for part in one.contributions}),
        (Wanted(needs="M1"), lambda one: "M1" in one.needs),
        (
            Wanted(party="zorgkring", phase="decision"),
            lambda one: "zorgkring" in {one.lead, *one.partners} and one.phase == "decision",
        ),
    ],
)
def test_what_is_asked_is_what_holds(version, wanted, holds):
    expected = [one.key for one in agenda_record(version).measures if holds(one)]
    assert [row.key for row in measure_rows(version, wanted, limit=100)] == expected
    assert count_measures(version, wanted) == len(expected)


def test_costs_by_year_add_up_and_keep_the_undivided_apart(version):
    led = [one for one in agenda_record(version).measures if one.lead == "roc-de-linde"]
    found = cost_by_year(version, Wanted(lead="roc-de-linde"))
    assert sum(found.values()) == total(led)
    assert list(found) == sorted(found)


def test_titles_come_in_the_order_of_the_agenda(version):
    found = titles(version, "measure", ["M5", "M1", "nergens"])
    assert list(found) == ["M1", "M5"]


def test_something_is_last_seen_where_the_reader_may_see_it(version):
    assert last_seen("lindewaard", "measure", "M1", INSTALLATION) == 1
    assert last_seen("lindewaard", "measure", "M1", NOBODY) is None
    move_version(**ACT, number=1, to=State.RELEASED)
    assert last_seen("lindewaard", "measure", "M1", NOBODY) == 1
    assert last_seen("lindewaard", "measure", "M3", NOBODY) is None
