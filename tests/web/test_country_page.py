# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The front page: the regions of the installation first, then the country by any figure."""

import re

import pytest
from published import AT

from samenspel.agenda.services import import_region
from samenspel.charts.markup import page_markup as svg
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import INSTALLATION
from samenspel.sources.country import country, mapped
from samenspel.sources.reference import region_record
from samenspel.web.warm import warm

pytestmark = pytest.mark.django_db

ROW = re.compile(
    r'<tr><td class="number">(\d*)</td><th scope="row">(?:<a href="([^"]+)">)?([^<]+)(?:</a>)? '
    r"<small>(AM\d\d)</small></th><td [^>]+>([^<]+)</td></tr>"
)


@pytest.fixture
def twente(db):
    import_region(record=region_record("AM05", on=AT.date()), actor=INSTALLATION, at=AT)


def html_of(client, asked="", language="nl"):
    response = client.get(f"/{asked}", headers={"accept-language": language})
    assert response.status_code == 200
    return response.content.decode()


def test_the_regions_of_the_installation_come_first(client, twente):
    html = html_of(client)
    assert html.index('<h2><a href="/twente/"') < html.index('id="country"')


def test_the_map_and_the_table_hold_all_regions(client):
    rows = ROW.findall(html_of(client))
    assert [row[3] for row in rows] == [
        one.place.code for one in country("income-per-inhabitant", 2024).regions
    ]
    assert rows[0] == ("1", "", "Gooi en Vechtstreek", "AM12", "€\xa042.200")
    assert len(rows) == 35


def test_each_region_has_its_shape_and_place_on_the_map(client):
    drawn = html_of(client).split("<svg")[1].split("</svg>")[0]
    assert drawn.count("<path") >= 35 + 5
    places = re.findall(r"<text[^>]*>(\d+)</text>", drawn)
    assert sorted(map(int, places)) == sorted([*range(1, 36)] * 2)


def test_only_a_region_that_is_here_has_a_link(client, twente):
    linked = {row[3]: row[1] for row in ROW.findall(html_of(client)) if row[1]}
    assert linked == {"AM05": "/twente/"}


def test_a_made_up_region_does_not_take_the_place_of_a_real_one(client):
    record = RegionRecord("nep", "Nep", "labour-market-region", "AM05", fictional=True)
    import_region(record=record, actor=INSTALLATION, at=AT)
    assert not [row for row in ROW.findall(html_of(client)) if row[1]]


def test_the_page_says_how_a_region_is_started(client, twente):
    assert "samenspel init --region AM12" in html_of(client)


def test_every_figure_that_can_be_chosen_has_its_map(client):
    html = html_of(client)
    offered = re.findall(r'<option value="([^"]+)"', html)
    assert offered == [*mapped(2024)]
    for code in (offered[0], offered[-1], "care-clients-per-1000"):
        html = html_of(client, f"?cijfer={code}")
        assert f'<option value="{code}" selected>' in html
        assert len(ROW.findall(html)) == 35


def test_what_is_unknown_is_called_so(client):
    html = html_of(client, "?cijfer=care-clients-per-1000")
    unknown = [row for row in ROW.findall(html) if row[4] == "onbekend"]
    assert {row[3] for row in unknown} == {"AM03", "AM07", "AM27", "AM36"}
    assert {row[0] for row in unknown} == {""}
    assert re.search("Van 4 regio.s is het onbekend", html)


def test_a_figure_that_no_region_has_is_explained_and_has_no_map(client):
    html = html_of(client, "?cijfer=household-wealth")
    assert "Medianen van gemeenten" in html
    assert '<option value="household-wealth" selected>' in html
    assert "<svg" not in html.split('id="country"')[1].split("</section>")[0]
    assert not ROW.findall(html)


def test_the_unit_is_said_once_where_it_is_long(client):
    html = html_of(client, "?cijfer=care-clients-per-1000")
    assert re.search(r"<caption>Wmo-cliënten \(per 1.000 inwoners\) in 2021", html)
    assert ROW.findall(html)[0][4] == "90,1"


@pytest.mark.parametrize("asked", ["cijfer=x", "cijfer=", "jaar=1999", "jaar=x"])
def test_what_does_not_exist_is_not_found(client, asked):
    assert client.get(f"/?{asked}").status_code == 404


def test_an_earlier_year_can_be_asked(client):
    assert "2021" in html_of(client, "?jaar=2021").split("<caption>")[1].split("</caption>")[0]


def test_the_page_is_in_the_language_of_the_visitor(client):
    client.post("/taal/", {"language": "en", "next": "/"})
    html = html_of(client, language="en")
    assert "The country on the map" in html
    assert "€42,200" in html


def test_the_map_can_be_taken_home(client):
    html = html_of(client, "?cijfer=care-clients-per-1000&jaar=2021")
    links = [link.replace("&amp;", "&") for link in re.findall('href="(/kaart/[^"]+)"', html)]
    found = {client.get(link).headers["content-type"].split(";")[0] for link in links}
    assert found == {"image/svg+xml", "image/png", "text/csv", "application/json"}
    table = client.get(links[2]).content.decode().splitlines()
    assert table[1].startswith("1,Zuid-Limburg,AM30,90.1")
    assert table[-1].endswith(",")


@pytest.mark.parametrize("asked", ["exe", "svg?cijfer=x", "svg?cijfer=household-wealth"])
def test_a_file_that_does_not_exist_is_not_found(client, asked):
    assert client.get(f"/kaart/country.{asked}").status_code == 404


def test_the_page_has_no_script_and_no_inline_style(client):
    assert not re.search(r"<script|<style| style=| on[a-z]+=", html_of(client))


def test_a_server_has_drawn_the_map_before_it_answers(client):
    warm()
    before = svg.cache_info().misses
    html_of(client)
    assert svg.cache_info().misses == before
