# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Councils, the calendar of each budget, and what councils are asked, as others read them."""

import pytest

from samenspel.cli.demo_councils import council_acts
from samenspel.cli.demo_deals import noon
from samenspel.core.rights import INSTALLATION

pytestmark = pytest.mark.django_db

HERE = "/regions/lindewaard"
NEEDS_THE_AGENDA = {"B3"}
"""Moments about a version that these examples do not have."""


@pytest.fixture(autouse=True)
def _councils(installation):
    for act in council_acts("lindewaard"):
        if act.facts.get("key") not in NEEDS_THE_AGENDA:
            act.perform({"region": "lindewaard", "actor": INSTALLATION, "at": noon(act.day)})


def results(response):
    assert response.status_code == 200, response.content
    return response.json()["results"]


@pytest.mark.parametrize("part", ["councils", "calendars", "decision-moments"])
def test_lists_are_paged(api, part):
    page = api(f"{HERE}/{part}", {"pageSize": 1}).json()
    assert len(page["results"]) == 1
    assert api(f"{HERE}/{part}", {"pageSize": 101}).status_code == 400


def test_a_council_has_its_meetings_and_recess(api):
    row = next(one for one in results(api(f"{HERE}/councils")) if one["party"] == "kasterveen")
    assert "2026-12-10" in row["meetings"]
    assert "2026-12-19/2027-01-03" in row["recess"]


def test_a_calendar_says_by_which_law(api):
    row = next(one for one in results(api(f"{HERE}/calendars")) if one["budgetYear"] == 2028)
    due = next(one for one in row["dates"] if one["event"] == "draft-budget")
    assert due["lastOn"] == "2027-04-09"
    assert due["limits"] == [{"lastOn": "2027-04-09", "basis": "Wgr art. 35", "byLaw": True}]
    unsure = next(one for one in row["dates"] if one["event"] == "accounts-to-province")
    assert not unsure["limits"][0]["byLaw"]


def test_a_moment_has_every_council(api):
    [row] = results(api(f"{HERE}/decision-moments", {"about": "deal:starterswoningen"}))
    assert len(row["positions"]) == 8
    place = next(one for one in row["positions"] if one["council"] == "kasterveen")
    assert (place["status"], place["decidesOn"]) == ("scheduled", "2026-12-10")


def test_moments_are_chosen_by_question(api):
    rows = results(api(f"{HERE}/decision-moments", {"question": "budget"}))
    assert {one["key"] for one in rows} == {"B2", "B7"}
    assert api(f"{HERE}/decision-moments", {"question": "x"}).status_code == 400
