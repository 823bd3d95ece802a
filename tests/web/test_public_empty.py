# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The public pages of an installation or a region that has little or nothing yet."""

import re
from dataclasses import replace

import pytest
from django.urls import get_resolver
from published import AT, SECRET, example

from samenspel.agenda.services import import_region
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.limits import RESERVED_SLUGS
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import INSTALLATION

pytestmark = pytest.mark.django_db

PAGES = [
    *("", "profiel/", "agenda/", "agenda/wat-mist/", "agenda/versies/", "partijen/", "grootboek/"),
    *("afspraken/", "afspraken/halen-en-brengen/"),
]


def start(**rest):
    import_region(record=RegionRecord("leeg", "Leeg", "own", **rest), actor=INSTALLATION, at=AT)


def test_without_a_region_the_home_page_says_how_to_start(client):
    assert b"samenspel init --region" in client.get("/").content


@pytest.mark.parametrize("path", [*PAGES, "open-data/", "open-data/leeg.json"])
def test_a_region_without_anything_has_its_pages(client, path):
    start()
    assert client.get(f"/leeg/{path}").status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_an_agenda_without_anything_has_its_pages(client, path):
    start(agenda=AgendaRecord("Niets", 2026, 2030))
    assert client.get(f"/leeg/{path}").status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_a_first_draft_is_not_shown(client, path):
    start(agenda=AgendaRecord(SECRET, 2026, 2030))
    assert SECRET not in client.get(f"/leeg/{path}").content.decode()


def test_a_thing_of_a_region_without_agenda_is_not_found(client):
    start()
    for path in ("opgaven/O1/", "doelen/D1/", "maatregelen/M1/"):
        assert client.get(f"/leeg/{path}").status_code == 404


def test_a_reconstruction_with_little_known_has_its_pages(client):
    record = replace(example("twente-2018-2022"), slug="twente")
    import_region(record=record, actor=INSTALLATION, at=AT)
    assert client.get("/twente/").status_code == 200


def test_no_region_can_take_the_address_of_a_page():
    patterns = get_resolver("samenspel.web.urls").url_patterns
    first = {str(one.pattern).split("/")[0].lstrip("^") for one in patterns}
    words = {part for part in first if re.fullmatch("[a-z0-9-]+", part)}
    assert words
    assert words <= RESERVED_SLUGS
