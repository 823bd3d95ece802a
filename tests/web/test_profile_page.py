# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile of a region on its page, and as a file."""

import re

import pytest
from published import AT

from cbs_server import misbehaving
from contexts.cbs_loading import Asking
from contexts.loaded_tables import CODE, table
from samenspel.agenda.services import import_region
from samenspel.core.region_record import Member, RegionRecord
from samenspel.core.rights import INSTALLATION
from samenspel.sources.reference import own_region_record, region_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def twente(db):
    import_region(record=region_record("AM05", on=AT.date()), actor=INSTALLATION, at=AT)


def html_of(client, path, language="nl"):
    response = client.get(path, headers={"accept-language": language})
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_answers_its_questions_in_order(client, twente):
    html = html_of(client, "/twente/profiel/")
    parts = ("standout", "work", "differences", "similar", "figures")
    places = [html.index(f'id="{one}"') for one in parts]
    assert places == sorted(places)
    assert "Wat deze regio bijzonder maakt" in html


def test_the_page_is_in_the_language_of_the_visitor(client, twente):
    client.post("/taal/", {"language": "en", "next": "/"})
    assert "What makes this region special" in html_of(client, "/twente/profiel/", "en")
    assert "Household size" in html_of(client, "/twente/profiel/", "en")


def test_the_page_has_a_map_of_every_municipality_with_a_table(client, twente):
    html = html_of(client, "/twente/profiel/")
    assert html.count('<path class="map__') == 14
    assert html.count('<td><div class="bars__row">') >= 16


def test_another_figure_and_year_can_be_chosen(client, twente):
    html = html_of(client, "/twente/profiel/?cijfer=good-health&jaar=2021")
    assert '<option value="good-health" selected>' in html
    assert "2024:" not in html


@pytest.mark.parametrize("asked", ["cijfer=x", "jaar=1999", "jaar=x", "jaar=%C2%B2", "jaar=-1"])
def test_what_does_not_exist_is_not_found(client, twente, asked):
    assert client.get(f"/twente/profiel/?{asked}").status_code == 404


def test_the_page_has_no_script_and_no_inline_style(client, twente):
    assert not re.search(r"<script|<style| style=| on[a-z]+=", html_of(client, "/twente/profiel/"))


def test_the_profile_can_be_taken_home(client, twente):
    data = client.get("/twente/profiel/profiel.json").json()
    assert data["region"]["code"] == "AM05"
    rows = client.get("/twente/profiel/profiel.csv").content.decode().splitlines()
    assert len(rows) == len(data["indicators"]) + 1
    assert client.get("/twente/profiel/profiel.exe").status_code == 404


def test_a_region_of_ones_own_has_a_profile(client):
    record = own_region_record(["GM0141", "GM0147"], title="Twee Steden", on=AT.date())
    import_region(record=record, actor=INSTALLATION, at=AT)
    data = client.get("/twee-steden/profiel/profiel.json").json()
    assert data["region"]["name"] == "Twee Steden"


@pytest.mark.parametrize("fictional", [True, False])
def test_a_region_without_official_figures_says_so(client, fictional):
    record = RegionRecord(
        "leeg", "Leeg", "own", fictional=fictional, members=(Member("VB0001", "Nergens"),)
    )
    import_region(record=record, actor=INSTALLATION, at=AT)
    assert "geen officiële cijfers" in html_of(client, "/leeg/profiel/")
    assert client.get("/leeg/profiel/profiel.json").status_code == 404


def test_a_server_notices_a_table_that_was_loaded(client, twente, settings, tmp_path):
    settings.DATA = tmp_path
    assert "99025NED" not in html_of(client, "/twente/profiel/")

    with misbehaving(table()) as server:
        Asking(tmp_path / "statistics").load(server, CODE)

    html = html_of(client, "/twente/profiel/")
    assert "Kerncijfers wijken en buurten 2025 (99025NED)" in html
    data = client.get("/twente/profiel/profiel.json").json()
    assert {one["period"] for one in data["indicators"] if one["code"] == "inhabitants"} == {2025}
    settings.DATA = tmp_path / "other"
    assert "99025NED" not in html_of(client, "/twente/profiel/")
