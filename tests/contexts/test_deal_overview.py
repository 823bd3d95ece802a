# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What pages ask of many deals and commitments at once, in few statements."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from table import DAY, DRAFT, HOURS, TERMS, act, conclude, later, page, refused, sign, valley_id

from samenspel.agenda.queries import current_version
from samenspel.core.deals.ladder import Rung
from samenspel.deals import queries
from samenspel.deals.services.drafting import RESERVED

pytestmark = pytest.mark.django_db
SUMMER = date(2026, 8, 1)


def agenda():
    return current_version("valley").pk


def test_a_region_in_short(agreed):
    act("move_commitment", key="T3", to=Rung.DONE, on=DAY, evidence="Paid")

    told = queries.region_pledges(valley_id(), on=SUMMER)

    assert (told.in_force, told.proposed) == (1, 0)
    assert (told.promised, told.done, told.overdue) == (3, 1, 1)
    assert (told.cents, told.done_cents) == (690_00, 90_00)
    assert told.last_left is None


def test_without_promises_money_is_unknown_and_not_zero(table):
    told = queries.region_pledges(valley_id(), on=DAY)
    assert (told.promised, told.cents) == (0, None)


def test_what_is_proposed_counts_apart_and_an_amendment_not(agreed):
    act("save_deal", slug="other", draft=replace(DRAFT, binds=()))
    act("propose_deal", slug="other")
    act("propose_amendment", draft=replace(DRAFT, terms=replace(TERMS, notice_days=1)))

    told = queries.region_pledges(valley_id(), on=DAY)
    assert (told.in_force, told.proposed) == (1, 1)


def test_what_leaving_broke_is_the_same_as_what_was_told_then(agreed):
    told = act("withdraw", agreed["north"], party="north", reason="No money")

    assert queries.broken(page(), agenda(), ()) == {"north": told}
    assert queries.region_pledges(valley_id(), on=DAY).last_left.party == "north"


def test_it_stays_told_after_an_amendment_without_the_party(agreed):
    told = act("withdraw", agreed["north"], party="north", reason="No money")
    draft = replace(DRAFT, binds=("T2", "T3"))
    digest = act("propose_amendment", draft=draft, at=later(1))
    sign(agreed, "school", digest, at=later(1))

    [found] = queries.broken(page(), agenda(), ()).values()
    assert found.money_lost == told.money_lost


def test_titles_are_those_in_force_and_never_of_a_draft(agreed):
    act("save_deal", slug="secret", draft=replace(DRAFT, binds=()))
    new = replace(DRAFT, terms=replace(TERMS, title="New name"))
    act("propose_amendment", draft=new)

    found = queries.deal_titles(valley_id(), ["practice", "secret", "none"])
    assert found == {"practice": TERMS.title}


def test_steps_come_by_commitment(agreed):
    act("move_commitment", key="T2", to=Rung.COVERED, on=DAY, evidence="Budget 2026")
    rows = page().commitments

    found = queries.steps_of(row.pk for row in rows.values())
    assert found[rows["T2"].pk] == queries.steps(rows["T2"].pk)


def test_the_balance_names_what_it_counts_and_what_is_late(agreed):
    found = queries.region_balance(valley_id(), "valley", on=SUMMER)
    assert [row.commitment.key for row in found.rows] == ["T1", "T2", "T3"]
    assert [*found.late] == [HOURS.key]
    assert queries.late(valley_id(), found.rows, on=SUMMER) == [*found.late.values()]


def test_a_region_in_short_takes_few_statements(agreed):
    act("withdraw", agreed["north"], party="north", reason="No money")
    with CaptureQueriesContext(connection) as asked:
        queries.region_pledges(valley_id(), on=SUMMER)
    assert len(asked) <= 9


def test_a_deal_that_nobody_left_breaks_nothing(table):
    conclude(table)
    assert queries.broken(page(), agenda(), ()) == {}


@pytest.mark.parametrize("slug", sorted(RESERVED))
def test_a_deal_cannot_stand_in_the_way_of_a_page(table, slug):
    refused("code-unfit", "save_deal", slug=slug, draft=DRAFT)
