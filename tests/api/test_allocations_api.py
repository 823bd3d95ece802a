# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the API tells of allocations and scenarios: the same cents as the pages."""

from hashlib import sha256

import pytest

pytestmark = pytest.mark.django_db

TWENTE = "/regions/twente"


def results(response):
    assert response.status_code == 200, response.content
    return response.json()["results"]


def test_an_allocation_adds_up_and_has_its_frozen_text(api):
    one, _later = results(api(f"{TWENTE}/allocations"))
    assert sum(share["paysCents"] for share in one["shares"]) == one["askedCents"] == 3_948_331_250
    assert sha256(one["text"].encode()).hexdigest() == one["digest"]
    assert (one["state"], one["years"]) == ("frozen", list(range(2018, 2023)))


def test_a_scenario_tells_its_gap_and_who_pays_it(api):
    found = {one["key"]: one for one in results(api(f"{TWENTE}/scenarios"))}
    assert found["almelo-vijf-euro"]["gapCents"] == 274_245_000
    spread = found["anderen-vullen-aan"]
    assert sum(share["paysCents"] for share in spread["shares"]) == 3_948_331_250
    assert spread["way"] == "spread"


def test_scenarios_can_be_chosen_by_allocation(api):
    assert len(results(api(f"{TWENTE}/scenarios", {"allocation": "V1"}))) == 3
    assert results(api(f"{TWENTE}/scenarios", {"allocation": "V2"})) == []


@pytest.mark.parametrize("part", ["allocations", "scenarios"])
def test_lists_are_paged(api, part):
    assert len(results(api(f"{TWENTE}/{part}", {"pageSize": 1}))) == 1


def test_drafts_are_not_told(api):
    assert [one["key"] for one in results(api("/regions/lindewaard/allocations"))] == ["V1"]
