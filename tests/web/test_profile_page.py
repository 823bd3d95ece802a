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


def test_what_stands_out_is_told_with_the_jobs_and_no_more_than_fits_at_once(client, twente):
    html = html_of(client, "/twente/profiel/")
    assert "groter: Bouwnijverheid (1,47 keer); Nijverheid" in html
    assert "die eruit springen" not in html
    import_region(record=region_record("AM21", on=AT.date()), actor=INSTALLATION, at=AT)
    shown, folded = html_of(client, "/haaglanden/profiel/").split("Nog 15 cijfers die eruit")
    assert shown.split('class="told"')[1].count("<li>") == 8
    assert folded.split("</details>")[0].count("<li>") == 15


def test_the_page_is_in_the_language_of_the_visitor(client, twente):
    client.post("/taal/", {"language": "en", "next": "/"})
    assert "What makes this region special" in html_of(client, "/twente/profiel/", "en")
    assert "Household size" in html_of(client, "/twente/profiel/", "en")


def test_the_page_says_what_lies_near_and_how_certain_figures_are(client, twente):
    html = html_of(client, "/twente/profiel/")
    assert "Wat er dichtbij ligt" in html
    assert "eerder een vraag dan een advies" in html
    assert html.count("95% zeker") >= 40
    assert "zoals geregistreerd" in html


def test_the_page_has_a_map_of_every_municipality_with_a_table(client, twente):
    html = html_of(client, "/twente/profiel/")
    assert re.search(r"<title>Enschede: .*?</title>", html)
    assert html.count('<td><div class="bars__row">') >= 16


def test_another_figure_and_year_can_be_chosen(client, twente):
    html = html_of(client, "/twente/profiel/?cijfer=good-health&jaar=2021")
    assert '<option value="good-health" selected>' in html
    assert "2024:" not in html


@pytest.mark.parametrize(
    "asked",
    [
        *("cijfer=x", "cijfer=", "cijfer=%00", "jaar=1999", "jaar=x", "jaar=-1", "jaar=%C2%B2"),
        pytest.param("jaar=" + 5000 * "9", id="a year of more digits than Python reads"),
    ],
)
def test_what_does_not_exist_is_not_found(client, twente, asked):
    assert client.get(f"/twente/profiel/?{asked}").status_code == 404


def test_page_and_document_say_when_a_sector_is_special(client, twente):
    for address in ("", "profiel.html"):
        html = html_of(client, f"/twente/profiel/{address}")
        assert "Bijzonder: het aandeel is vrijwel zeker meer dan een kwart groter" in html


def test_the_page_has_no_script_and_no_inline_style(client, twente):
    assert not re.search(r"<script|<style| style=| on[a-z]+=", html_of(client, "/twente/profiel/"))


def test_the_profile_can_be_taken_home(client, twente):
    data = client.get("/twente/profiel/profiel.json").json()
    assert data["region"]["code"] == "AM05"
    rows = client.get("/twente/profiel/profiel.csv").content.decode().splitlines()
    assert len(rows) == len(data["indicators"]) + 1
    assert client.get("/twente/profiel/profiel.exe").status_code == 404


@pytest.mark.parametrize(
    ("kind", "start", "media_type"),
    [("pdf", b"%PDF-1.7", "application/pdf"), ("html", b"<!doctype html>", "text/html")],
)
def test_the_profile_is_a_document_as_well(client, twente, kind, start, media_type):
    response = client.get(f"/twente/profiel/profiel.{kind}?cijfer=good-health&vergelijk=AM06")
    assert response.content.startswith(start)
    assert response.headers["Content-Type"].startswith(media_type)
    assert (
        response.headers["Content-Disposition"] == f'attachment; filename="twente-profiel.{kind}"'
    )
    assert "default-src" in response.headers["Content-Security-Policy"]
    assert f"profiel.{kind}" in html_of(client, "/twente/profiel/")


def test_a_document_is_in_the_language_of_the_visitor(client, twente):
    assert 'lang="nl"' in html_of(client, "/twente/profiel/profiel.html")
    client.post("/taal/", {"language": "en", "next": "/"})
    assert "What makes Twente special" in html_of(client, "/twente/profiel/profiel.html", "en")


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


def test_other_regions_stand_beside_this_one(client, twente):
    html = html_of(client, "/twente/profiel/?vergelijk=AM18&vergelijk=AM06&vergelijk=")
    section = html.split('id="compare"')[1].split("</section>")[0]
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)', section)
    assert heads == ["Cijfer", "Twente", "Groot Amsterdam", "Veluwe Stedendriehoek", "Land"]
    [income] = re.findall(r"Inkomen per inwoner.*?</tr>", section)
    assert re.findall(r"€\s([\d.]+)", income) == ["31.500", "40.700", "34.100", "34.900"]


def test_regions_to_choose_from_begin_with_the_most_similar(client, twente):
    similar = client.get("/twente/profiel/profiel.json").json()["similar"]
    html = html_of(client, f"/twente/profiel/?vergelijk={similar[1]['code']}")
    offered = re.findall(r'<option value="(AM\d\d)"', html.split('id="compare"')[1])
    near = [one["code"] for one in similar if one is not similar[1]]
    assert offered[: len(near)] == near
    assert len(set(offered)) == len(offered) == 33


def test_a_region_that_was_chosen_can_be_taken_away(client, twente):
    html = html_of(client, "/twente/profiel/?vergelijk=AM18&vergelijk=AM06&jaar=2021")
    links = re.findall(r'href="\?([^"]+)#compare">haal weg', html)
    assert [link.split("vergelijk=")[1] for link in links] == ["AM06", "AM18"]
    assert all("jaar=2021" in link for link in links)


FIVE = "AM01&vergelijk=AM02&vergelijk=AM03&vergelijk=AM06&vergelijk=AM07"


@pytest.mark.parametrize("asked", ["AM99", "AM05", "GM0153", "PV23", FIVE])
def test_what_cannot_be_compared_is_not_found(client, twente, asked):
    assert client.get(f"/twente/profiel/?vergelijk={asked}").status_code == 404


def test_the_files_hold_the_regions_compared(client, twente):
    asked = "vergelijk=AM06&jaar=2021"
    data = client.get(f"/twente/profiel/profiel.json?{asked}").json()
    assert [one["region"]["code"] for one in data["compare"]] == ["AM06"]
    assert data["edition"]["year"] == 2021
    rows = client.get(f"/twente/profiel/profiel.csv?{asked}").content.decode().splitlines()
    assert {row[:4] for row in rows[1:]} == {"AM05", "AM06"}
    page = html_of(client, f"/twente/profiel/?{asked}")
    assert 'profiel.json?vergelijk=AM06&amp;jaar=2021"' in page


def test_what_is_compared_stays_when_another_figure_is_chosen(client, twente):
    html = html_of(client, "/twente/profiel/?vergelijk=AM06&cijfer=good-health")
    assert 'name="vergelijk" value="AM06" form="figure-form"' in html
    assert html.count('id="figure-form"') == 1
    assert 'name="cijfer" value="good-health"' in html.split('id="compare"')[1]
