# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The first agenda of a region: started with its heading, once, by who may edit it."""

from dataclasses import replace

import pytest
from valley import AGENDA, NOON, REGION, SECRETARY, acting

from samenspel.agenda import queries
from samenspel.agenda.services import import_region, save_item, start_agenda
from samenspel.core.agenda.record import AgendaRecord, Challenge
from samenspel.core.errors import RuleError
from samenspel.core.problems import RecordError
from samenspel.core.rights import INSTALLATION
from samenspel.ledger.queries import links, verify_book

HEADING = AgendaRecord("First", 2026, 2030, about="Together.", source="Plan")


@pytest.fixture
def bare(db):
    """A region without an agenda."""
    import_region(record=replace(REGION, agenda=None), actor=INSTALLATION, at=NOON)


def start(heading=HEADING, actor=SECRETARY, region="valley"):
    return start_agenda(region=region, heading=heading, actor=actor, at=NOON)


def entries():
    return [link.payload for link in links("valley")]


def refused(code, **kwargs):
    before = entries()
    with pytest.raises(RuleError) as error:
        start(**kwargs)
    assert error.value.code == code
    assert entries() == before


def test_the_first_draft_has_the_heading_and_no_content(bare):
    full = replace(AGENDA, title="First", about="Together.", source="Plan")

    assert start(full) == 1
    assert queries.region_record("valley", actor=SECRETARY).agenda == HEADING


def test_the_ledger_tells_that_it_started_and_with_which_fields(bare):
    start()
    started, changed = entries()[-2:]

    assert (started["kind"], started["object"]) == ("version-started", "version:1")
    assert started["details"] == {"based_on": None}
    assert (changed["kind"], changed["object"]) == ("agenda-changed", "agenda")
    assert changed["details"]["version"] == 1
    assert "First" not in str(changed)
    assert verify_book("valley") is None


def test_what_is_started_can_be_filled(bare):
    start()
    item = Challenge("O1", "Work")
    save_item(region="valley", number=1, item=item, actor=SECRETARY, at=NOON)
    assert queries.region_record("valley", actor=SECRETARY).agenda.challenges == (item,)


def test_a_region_with_a_version_cannot_start_again(valley):
    refused("has-agenda")


def test_only_who_may_edit_the_agenda_starts_it(bare):
    refused("not-allowed", actor=acting("reader"))


def test_an_unknown_region_has_no_agenda_to_start(bare):
    refused("unknown-region", region="nowhere")


def test_a_period_that_is_not_right_starts_nothing(bare):
    with pytest.raises(RecordError):
        start(replace(HEADING, ends_year=2020))
    assert not queries.versions("valley", SECRETARY)
