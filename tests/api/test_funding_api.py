# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The funding plan in the API: the same lines, gaps and tests as on the page."""

import pytest
from django.db import transaction

from samenspel.cli.demo_data import load
from samenspel.core.funding.plan import stages
from samenspel.funding.queries import region_plan
from samenspel.regions.queries import region

pytestmark = pytest.mark.django_db

TOP = "/api/v1/regions/lindewaard/funding-"


@pytest.fixture(scope="module", autouse=True)
def _examples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(step=lambda: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def ask(client):
    def get(what):
        response = client.get(f"{TOP}{what}")
        assert response.status_code == 200, response.content
        return response.json()["results"]

    return get


def test_sources_come_with_their_rules(ask):
    deal = next(one for one in ask("sources") if one["key"] == "G1")

    assert (deal["leastOwnShare"], deal["fromNational"]) == (5000, True)
    assert deal["availableCents"] == 1_000_000_000


def test_the_entries_of_all_lines_add_up_to_the_plan(ask):
    lines = ask("lines?pageSize=100")
    cents = sum(one["cents"] for line in lines for one in line["entries"])

    assert cents == stages(region_plan(region("lindewaard").pk, "lindewaard").plan).planned


def test_lines_are_asked_by_measure_source_and_rung(ask):
    found = ask("lines?measure=M25&source=G3&rung=pledged")

    assert [line["key"] for line in found] == ["R30", "R31"]
    assert found[0]["party"] == "broekhuizen"


def test_a_gap_is_what_a_measure_lacks(ask):
    gap = next(one for one in ask("gaps?pageSize=100") if one["measure"] == "M16")

    assert (gap["year"], gap["cents"]) == (None, 100_000_000)


def test_what_fails_says_so_with_its_lines(ask):
    failed = [one for one in ask("tests?pageSize=100") if one["verdict"] == "failed"]
    (national,) = [one for one in failed if one["code"] == "national-counted"]

    assert national["lines"] == ["R28", "R29"]
    assert national["figures"]["nationalCents"] == 200_000_000
    assert "money of the Rijk" in national["sentence"]
