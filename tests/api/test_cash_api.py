# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the API tells of the cash: the same figures as the pages."""

import pytest

pytestmark = pytest.mark.django_db

HERE = "/regions/lindewaard"


def results(response):
    assert response.status_code == 200, response.content
    return response.json()["results"]


@pytest.mark.parametrize("part", ["payments", "cash", "forecasts", "sisa-years"])
def test_lists_are_paged(api, part):
    page = api(f"{HERE}/{part}", {"pageSize": 1}).json()
    assert len(page["results"]) == 1


def test_payments_add_up_to_what_each_source_has_left(api):
    paid = results(api(f"{HERE}/payments", {"source": "G9", "pageSize": 100}))
    (left,) = [one for one in results(api(f"{HERE}/cash")) if one["source"] == "G9"]
    assert sum(one["spentCents"] for one in paid) == left["spentCents"]
    assert left["balanceCents"] == left["receivedCents"] - left["spentCents"]


def test_payments_can_be_chosen_by_measure_and_direction(api):
    rows = results(api(f"{HERE}/payments", {"measure": "M24", "direction": "out"}))
    assert {(one["measure"], one["direction"]) for one in rows} == {("M24", "out")}


def test_a_counter_entry_names_what_it_takes_back(api):
    rows = results(api(f"{HERE}/payments", {"pageSize": 100}))
    assert [one["corrects"] for one in rows if one["corrects"]] == ["2026-0377"]


def test_a_locked_year_has_its_digest_and_an_open_one_none(api):
    found = {(one["source"], one["year"]): one for one in results(api(f"{HERE}/sisa-years"))}
    assert len(found["G9", 2025]["digest"]) == 64
    assert found["G9", 2025]["version"] == 2
    assert found["G9", 2026]["lockedAt"] is None
    assert found["G9", 2025]["totals"][0] == 204_440_75


def test_a_region_without_cash_has_empty_lists(api):
    assert results(api("/regions/twente/payments")) == []
