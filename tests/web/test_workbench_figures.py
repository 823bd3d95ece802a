# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Own figures in the browser: a file in, a look, and then on the profile for everybody."""

import csv
import io
from datetime import timedelta

import pytest
from bench import entries
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from published import AT

from contexts.own_files import SHARE, STAGES, xlsx
from contexts.own_files import csv as csv_file
from samenspel.agenda.services import import_region
from samenspel.core.own_figures import digest
from samenspel.core.rights import INSTALLATION
from samenspel.regions.queries import own_figures, region
from samenspel.regions.services import load_figures
from samenspel.sources.own_figures import Known, read_figures
from samenspel.sources.reference import region_record

TOP = "/werkblad/dal/cijfers/"
ONE = xlsx()


@pytest.fixture
def analyst(bench):
    return bench.client("analyst")


def send(client, data, name="cijfers.xlsx"):
    return client.post(TOP, {"figures": SimpleUploadedFile(name, data)})


def there(slug="dal"):
    return own_figures(region(slug).pk)


def loaded(client, data=ONE):
    page = client.get(send(client, data).url)
    return client.post(TOP + "overnemen/", {"seen": page.context["digest"]})


def test_figures_count_only_after_a_look(analyst):
    page = analyst.get(send(analyst, ONE).url)
    assert "Stageplaatsen" in page.content.decode()
    assert there() == ()

    done = analyst.post(TOP + "overnemen/", {"seen": page.context["digest"]})

    assert done.status_code == 302
    assert [one.code for one in there()] == ["stages"]
    assert entries()[-1]["kind"] == "figures-loaded"
    assert entries()[-1]["role"] == "analyst"
    assert analyst.get(TOP + "voorbeeld/").status_code == 410


def test_the_same_file_twice_changes_nothing(analyst):
    loaded(analyst)
    count = len(entries())
    page = analyst.get(send(analyst, ONE).url)
    assert page.context["nothing"]
    assert analyst.post(TOP + "overnemen/", {"seen": page.context["digest"]}).status_code == 302
    assert len(entries()) == count


def test_what_was_loaded_is_listed_and_can_be_taken_along_and_brought_back(analyst):
    loaded(analyst)
    assert "Stageplaatsen" in analyst.get(TOP).content.decode()
    file = analyst.get("/dal/profiel/eigen-cijfers.csv").content
    assert analyst.get(send(analyst, file, "cijfers.csv").url).context["nothing"]


def test_everything_wrong_is_told(analyst):
    answer = send(analyst, csv_file([*STAGES, "VB0009", "x"]), "cijfers.csv")
    assert answer.status_code == 400
    assert answer.context["error"].total == 2
    assert "geen gemeente van deze regio" in answer.content.decode()


@pytest.mark.parametrize("data", [b"PK\x03\x04rommel", b"{", b"\0" * 100, b"hallo"])
def test_a_file_that_is_no_table_is_refused(analyst, data):
    assert send(analyst, data).status_code == 400


def test_a_file_that_is_too_large_is_refused_before_it_is_read(analyst):
    assert send(analyst, b"x" * (11 * 2**20)).status_code == 400


def test_what_changed_meanwhile_is_shown_again(analyst):
    page = analyst.get(send(analyst, ONE).url)
    [mine] = read_figures(ONE, Known(["VB0001"]))
    load_figures(
        slug="dal", figures=[mine], actor=INSTALLATION, at=AT, seen=digest(there())
    )  # fmt: skip
    again = analyst.post(TOP + "overnemen/", {"seen": page.context["digest"]})
    assert again.status_code == 409
    assert again.context["nothing"]


def test_what_waits_goes_away_after_an_hour_and_is_of_one_region(analyst):
    send(analyst, ONE)
    session = analyst.session
    waiting = dict(session["figures"])
    session["figures"] = {**waiting, "region": "berg"}
    session.save()
    assert analyst.get(TOP + "voorbeeld/").status_code == 410
    past = timezone.now() - timedelta(seconds=1)
    session["figures"] = {**waiting, "until": past.isoformat()}
    session.save()
    assert analyst.get(TOP + "voorbeeld/").status_code == 410


def test_only_who_may_load_sends_a_file(officer):
    page = officer.get(TOP)
    assert page.status_code == 200
    assert '<input type="file"' not in page.content.decode()
    assert send(officer, ONE).status_code == 403


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_template_names_the_municipalities(analyst, kind):
    answer = analyst.get(f"{TOP}sjabloon.{kind}")
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, no-store"
    assert answer.content
    assert analyst.get(f"{TOP}sjabloon.exe").status_code == 404


def test_a_made_up_region_shows_its_own_figures(analyst, client):
    loaded(analyst)
    html = client.get("/dal/profiel/").content.decode()
    assert "Eigen cijfers" in html
    assert "12,5\u00a0plaatsen" in html
    assert "eigen-cijfers.csv" in client.get("/dal/open-data/").content.decode()


@pytest.fixture
def twente(db):
    import_region(record=region_record("AM05", on=AT.date()), actor=INSTALLATION, at=AT)
    places = [one.code for one in region_record("AM05", on=AT.date()).members]
    rows = [[*STAGES, code, "10"] for code in places] + [[*SHARE, places[0], "-1,5"]]
    figures = read_figures(csv_file(*rows), Known(places))
    load_figures(slug="twente", figures=figures, actor=INSTALLATION, at=AT, seen=digest(()))
    return places


def test_they_stand_among_the_figures_of_the_profile(client, twente):
    html = client.get("/twente/profiel/").content.decode()
    figures = html[html.index('id="figures"') :]
    assert "Eigen cijfers" in figures
    assert "140\u00a0plaatsen" in figures
    assert "School (CC0)" in figures
    assert "Van een deel van de regio is dit cijfer onbekend." in figures


def test_they_are_in_the_files_of_the_profile(client, twente):
    found = client.get("/twente/profiel/profiel.json").json()["own_indicators"]
    assert [(one["code"], one["value"], one["period"]) for one in found] == [
        ("mbo", None, 2025),
        ("stages", 140.0, 2025),
    ]
    assert found[0]["municipalities"][twente[0]] == -1.5
    assert None in found[0]["municipalities"].values()
    rows = list(
        csv.DictReader(io.StringIO(client.get("/twente/profiel/profiel.csv").content.decode()))
    )
    assert [row["value"] for row in rows if row["code"] == "stages"] == ["140.0"]


def test_a_region_without_own_figures_says_nothing_of_them(client, db):
    import_region(record=region_record("AM05", on=AT.date()), actor=INSTALLATION, at=AT)
    assert "Eigen cijfers" not in client.get("/twente/profiel/").content.decode()
    assert client.get("/twente/profiel/profiel.json").json()["own_indicators"] == []


def test_a_figure_is_removed_after_it_was_asked(analyst):
    loaded(analyst)
    address = TOP + "stages/2025/verwijderen/"
    assert address in analyst.get(TOP).content.decode()
    page = analyst.get(address)
    assert "Stageplaatsen (2025)" in page.content.decode()

    stale = analyst.post(address, {"seen": "-"})
    assert (stale.status_code, len(there())) == (409, 1)
    assert analyst.post(address, {"seen": page.context["digest"]}).status_code == 302

    assert there() == ()
    last = entries()[-1]
    assert (last["kind"], last["details"]["withdrawn"]) == ("figures-loaded", 1)
    assert analyst.get(address).status_code == 404


def test_who_may_not_load_may_not_remove_and_sees_no_link(analyst, bench):
    loaded(analyst)
    reader = bench.client("reader")
    assert "verwijderen" not in reader.get(TOP).content.decode()
    assert reader.get(TOP + "stages/2025/verwijderen/").status_code == 403
