# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The charts of a profile on its page, and each as a file to take home."""

import re
from xml.etree import ElementTree as ET

import pytest
from published import AT

from samenspel.agenda.services import import_region
from samenspel.charts.profile import CHARTS
from samenspel.core.rights import INSTALLATION
from samenspel.sources.reference import region_record

pytestmark = pytest.mark.django_db

FILES = "/twente/profiel/grafiek/"
KINDS = {
    "svg": ("image/svg+xml", b"<?xml"),
    "png": ("image/png", b"\x89PNG"),
    "csv": ("text/csv; charset=utf-8", b"Niveau,"),
    "json": ("application/json", b"{"),
}


@pytest.fixture(autouse=True)
def twente(db):
    import_region(record=region_record("AM05", on=AT.date()), actor=INSTALLATION, at=AT)


def page(client, asked=""):
    return client.get(
        f"/twente/profiel/{asked}", headers={"accept-language": "nl"}
    ).content.decode()


def test_every_chart_stands_on_the_page_once(client):
    html = page(client)
    assert [html.count(f'id="chart-{name}-title"') for name in CHARTS] == [1] * len(CHARTS)


def test_what_names_a_chart_has_an_id_of_its_own(client):
    ids = re.findall(r'\sid="(.*?)"', page(client))
    assert len(ids) == len(set(ids))


def test_every_chart_has_its_figures_in_a_table(client):
    figures = re.findall(r'<figure class="chart">.*?</figure>', page(client), re.DOTALL)
    bare = [one for one in figures if "<table" not in one]
    assert len(bare) == 2  # the jobs and the map, whose figures stand next to them


def test_every_link_of_a_chart_leads_to_a_file(client):
    links = re.findall(r'href="(grafiek/.*?)"', page(client, "?cijfer=good-health&jaar=2021"))
    assert len(links) > 4
    for link in links:
        assert client.get(f"/twente/profiel/{link.replace('&amp;', '&')}").status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_can_be_taken_home(client, kind):
    media_type, start = KINDS[kind]
    response = client.get(f"{FILES}levels.{kind}", headers={"accept-language": "nl"})
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Disposition"].endswith(f'"twente-levels.{kind}"')
    assert response.content.startswith(start)


def test_a_file_is_of_the_figure_that_was_asked_for(client):
    content = client.get(f"{FILES}map.svg?cijfer=good-health&jaar=2021").content
    assert "ezondheid" in ET.fromstring(content).find("{*}title").text  # noqa: S314 - our own


@pytest.mark.parametrize(
    "file", ["pie.svg", "map.exe", "map.svg?cijfer=x", "levels.svg?cijfer=household-wealth"]
)
def test_a_chart_that_is_not_there_is_not_found(client, file):
    assert client.get(FILES + file).status_code == 404
