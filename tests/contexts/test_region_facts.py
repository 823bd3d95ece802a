# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and inhabitants of a region: what holds now, and what stays readable."""

from dataclasses import replace
from datetime import date

import pytest
from valley import NOON, REGION, SECRETARY

from samenspel.agenda.services import import_region
from samenspel.core.region_record import Inhabitants, Term
from samenspel.ledger.queries import links
from samenspel.regions.queries import inhabitants, municipalities, region, words

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


def changed(**values):
    import_region(record=replace(REGION, **values), actor=SECRETARY, at=NOON)
    return region("valley").pk


def test_a_word_that_ended_can_be_read_but_not_chosen(valley):
    ended = Term("phase", "stopped", "gestopt", "stopped", valid_until=date(2026, 1, 1))
    known = words(changed(terms=(*REGION.terms, ended)), "nl", DAY)

    assert known.label("phase", "stopped") == "gestopt"
    assert known.choices("phase") == [("idea", "idee")]


def test_a_word_that_was_renamed_is_called_as_it_is_now(valley):
    first = Term("phase", "go", "start", "start", valid_until=date(2026, 1, 1))
    later = Term("phase", "go", "gestart", "started", valid_from=date(2026, 1, 1))
    pk = changed(terms=(*REGION.terms, later, first))

    assert words(pk, "nl", DAY).label("phase", "go") == "gestart"


def test_inhabitants_are_of_the_latest_year_that_all_have(valley):
    newer = Inhabitants("VB0001", 2026, 2000)
    pk = changed(inhabitants=(*REGION.inhabitants, newer))

    assert inhabitants(municipalities(pk, DAY)) == (1500, 2025)


def test_inhabitants_of_different_years_are_not_added(valley):
    pk = changed(inhabitants=(Inhabitants("VB0001", 2026, 1), Inhabitants("VB0002", 2025, 2)))

    assert inhabitants(municipalities(pk, DAY)) is None
    assert [one.people for one in municipalities(pk, DAY)] == [1, 2]


def test_another_order_of_rows_is_on_the_ledger_and_has_words(valley, client):
    changed(parties=tuple(reversed(REGION.parties)))

    assert list(links("valley"))[-1].payload["kind"] == "order-changed"
    assert client.get("/valley/grootboek/").status_code == 200
    assert client.get("/valley/").status_code == 200
