# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What everyone can read: the facts, where they come from, and nothing that is not public."""

import io
import json
import re
import zipfile
from datetime import datetime
from hashlib import sha256

import pytest
from django.db import transaction
from django.utils import timezone
from published import SECRET, SLUG, logged_in, publish

from samenspel.core.chain import read, verify
from samenspel.core.record_json import loads
from samenspel.ledger.queries import head
from samenspel.web import exports
from samenspel.web.views import open_data, party

pytestmark = pytest.mark.django_db

PAGES = [
    "",
    "profiel/",
    "agenda/",
    "agenda/wat-mist/",
    "agenda/versies/",
    "agenda/versies/1/",
    "agenda/versies/1/verschil/2/",
    "agenda/?versie=1",
    "opgaven/O2/",
    "opgaven/O2/?versie=1",
    "doelen/D4/",
    "maatregelen/M11/",
    "maatregelen/M6/?versie=1",
    "partijen/",
    "partijen/roc-de-linde/",
    "partijen/lindewaard/?versie=1",
    "grootboek/",
    "grootboek/?over=measure:M26",
    "open-data/",
]
INSTALLATION_PAGES = ["/", "/over/", "/toegankelijkheid/", "/privacy/"]
DRAFT = ["agenda/versies/3/?page=2", "agenda/versies/2/verschil/3/", "maatregelen/M99/?versie=3"]


@pytest.fixture(scope="module", autouse=True)
def region(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        publish()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def page(client):
    def get(path, status=200):
        response = client.get(path if path.startswith("/") else f"/{SLUG}/{path}")
        assert response.status_code == status, path
        return text_of(response)

    return get


def text_of(response):
    html = response.content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("path", PAGES + INSTALLATION_PAGES)
def test_a_page_needs_no_account_and_sets_no_session(client, path):
    response = client.get(path if path.startswith("/") else f"/{SLUG}/{path}")
    assert response.status_code == 200
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize("path", PAGES + INSTALLATION_PAGES)
def test_a_page_has_no_script_and_no_inline_style(client, path):
    html = client.get(path if path.startswith("/") else f"/{SLUG}/{path}").content.decode()
    assert not re.search(r"<script|<style| style=| on[a-z]+=", html)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_shows_the_draft(page, path):
    assert SECRET not in page(path)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_a_fictional_region_says_so(client, path):
    assert b'class="banner"' in client.get(f"/{SLUG}/{path}").content


@pytest.mark.parametrize("path", DRAFT)
def test_a_draft_is_not_there_for_who_may_not_read_it(page, path):
    assert SECRET not in page(path, 404)


def test_a_draft_is_there_for_who_may_read_it():
    reader = logged_in("reader")
    for path in DRAFT:
        response = reader.get(f"/{SLUG}/{path}")
        assert response.status_code == 200
        assert SECRET in response.content.decode()


def test_the_home_page_tells_of_each_region_what_it_is(page):
    told = page("/")
    assert "8" in told
    assert "312.480" in told
    assert "Agenda Lindewaard en omstreken" in told


def test_the_region_page_shows_money_goals_and_what_is_missing(page):
    told = page("")
    assert "€ 30,41" in told  # 47.51 million over five years and 312,480 inhabitants
    assert "26,5% (2024) → 31% in 2030" in told
    assert "O2" not in told


def test_the_agenda_shows_challenges_lines_and_measures(page):
    told = page("agenda/")
    for title in ("Handen voor de techniek", "Zorg dichtbij", "Techniekhuis Lindewaard"):
        assert title in told


def test_an_unknown_cost_is_unknown_and_not_zero(page):
    assert "€ 0" not in page("maatregelen/M11/") + page("agenda/")


@pytest.mark.parametrize(
    ("asked", "shown", "hidden"),
    [
        ("opgave=O2", "Slimme zorg thuis", "Techniekhuis"),
        ("lijn=L2", "Slimme zorg thuis", "Techniekhuis"),
        ("fase=completed", "Eén nummer voor wijkverpleging", "Techniekhuis"),
        ("partij=zorgkring", "Slimme zorg thuis", "Pendelbus"),
        ("veld=mobility", "Pendelbus", "Slimme zorg thuis"),
        ("opgave=O2&fase=idea", "Kamer bij een oudere", "Slimme zorg thuis"),
    ],
)
def test_measures_can_be_chosen(client, asked, shown, hidden):
    html = client.get(f"/{SLUG}/agenda/?{asked}").content.decode()
    measures = html.split('id="measures"')[1].split('id="missing"')[0]
    assert shown in measures
    assert hidden not in measures


HOSTILE = [
    "\0",
    "%00",
    "9" * 400,
    "-1",
    "' OR 1=1 --",
    "O1\n",
    "<b>",
    "१",
    "😀",
    "../../etc",
]


@pytest.mark.parametrize("name", ["opgave", "lijn", "fase", "partij", "veld", "versie", "page"])
@pytest.mark.parametrize("value", HOSTILE)
def test_what_is_not_offered_cannot_be_asked(client, name, value):
    assert client.get(f"/{SLUG}/agenda/", {name: value}).status_code == 404


@pytest.mark.parametrize("name", ["over", "soort", "voor", "versie"])
@pytest.mark.parametrize("value", ["\0", "9" * 400, "-1", "' OR 1=1 --", "<b>", "A B", "😀"])
def test_the_ledger_cannot_be_asked_nonsense(client, name, value):
    assert client.get(f"/{SLUG}/grootboek/", {name: value}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/nergens/",
        "/nergens/agenda/",
        "/lindewaard%00/",
        f"/{SLUG}/agenda/versies/0/",
        f"/{SLUG}/agenda/versies/99999999999999999999/",
        f"/{SLUG}/agenda/versies/4/",
        f"/{SLUG}/agenda/versies/1/verschil/4/",
        f"/{SLUG}/agenda/versies/3/tekst.json",
        f"/{SLUG}/partijen/niemand/",
        f"/{SLUG}/partijen/{'x' * 300}/",
        f"/{SLUG}/maatregelen/{'x' * 300}/",
        f"/{SLUG}/maatregelen/%00/",
        f"/{SLUG}/open-data/lindewaard.exe",
        f"/{SLUG}/open-data/twente.json",
    ],
)
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(("path", "version"), [("maatregelen/M6/", 1), ("opgaven/O1/", None)])
def test_something_dropped_leads_to_the_version_that_has_it(client, path, version):
    response = client.get(f"/{SLUG}/{path}")
    if version is None:
        assert response.status_code == 200
    else:
        assert response.status_code == 404
        assert f"?versie={version}" in response.content.decode()


def test_something_only_in_the_draft_leads_nowhere(client):
    response = client.get(f"/{SLUG}/maatregelen/M99/")
    assert response.status_code == 404
    assert "?versie=" not in response.content.decode()


def test_links_within_an_older_version_stay_in_it(client):
    html = client.get(f"/{SLUG}/opgaven/O1/?versie=1").content.decode()
    links = re.findall(rf'href="(/{SLUG}/(?:maatregelen|doelen)/[^"]+)"', html)
    assert links
    assert all(link.endswith("?versie=1") for link in links)


def test_the_difference_is_told_in_words(page):
    told = page("agenda/versies/1/verschil/2/")
    assert "Banenbeurs in het stadion" in told
    assert "Vrouwen in de techniek" in told
    assert "€ 160.000" in told


def test_the_frozen_text_has_the_digest_that_is_shown(client, page):
    text = client.get(f"/{SLUG}/agenda/versies/2/tekst.json").content
    assert sha256(text).hexdigest() in page("agenda/versies/")


def test_a_party_is_shown_with_its_seats_and_measures_and_no_names(page):
    told = page("partijen/roc-de-linde/")
    for title in ("Techniekhuis Lindewaard", "Thematafel Arbeidsmarkt", "Docenten, lokalen"):
        assert title in told


def test_the_ledger_names_people_only_to_who_may_know(client):
    secretary = logged_in("secretary")
    hers = secretary.get(f"/{SLUG}/grootboek/?soort=role-given").content.decode()
    public = client.get(f"/{SLUG}/grootboek/?soort=role-given").content.decode()
    assert "Naam van secretary" in hers
    assert "Naam van" not in public


def test_the_ledger_pages_by_number(client):
    first = client.get(f"/{SLUG}/grootboek/").content.decode()
    last = head(SLUG).seq
    assert f"?voor={last - 24}" in first
    older = client.get(f"/{SLUG}/grootboek/?voor={last - 24}").content.decode()
    assert f'<th scope="row">{last - 25}</th>' in older
    assert f'<th scope="row">{last}</th>' not in older


def test_the_exported_ledger_holds_by_itself(client):
    lines = b"".join(client.get(f"/{SLUG}/grootboek/export.jsonl")).splitlines(keepends=True)
    assert verify(read(lines), head(SLUG)) is None


def test_the_files_hold_the_region(client):
    data = client.get(f"/{SLUG}/open-data/{SLUG}.json")
    assert loads(data.content.decode()).agenda.title.startswith("Agenda Lindewaard")
    assert SECRET not in data.content.decode()
    for kind in ("xlsx", "ods", "csv"):
        response = client.get(f"/{SLUG}/open-data/{SLUG}.{kind}")
        assert "attachment" in response["Content-Disposition"]
        assert zipfile.is_zipfile(io.BytesIO(response.content))


def test_a_file_is_built_once_and_not_sent_to_who_has_it(client, settings, tmp_path, monkeypatch):
    """A workbook takes up to seconds to build, and anybody may ask for it."""
    settings.DATA, built = tmp_path, []
    monkeypatch.setattr(
        open_data, "write_workbook", lambda *given: built.append(given) or b"a file"
    )
    address = f"/{SLUG}/open-data/{SLUG}.xlsx"

    first, second = client.get(address), client.get(address)
    third = client.get(address, HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert (first.content, second.content, len(built)) == (b"a file", b"a file", 1)
    assert (third.status_code, third.content) == (304, b"")
    assert [path.stat().st_mode & 0o777 for path in tmp_path.glob("exports/*")] == [0o600]


def test_a_file_with_a_draft_is_not_kept_nor_told_to_others(client, settings, tmp_path):
    settings.DATA, address = tmp_path, f"/{SLUG}/open-data/{SLUG}.csv"

    with transaction.atomic():
        mine = logged_in("reader").get(f"{address}?versie=3")
        transaction.set_rollback(True)
    tag = mine.headers["ETag"]

    assert mine.status_code == 200
    assert not list(tmp_path.glob("exports/*"))
    assert client.get(f"{address}?versie=3", HTTP_IF_NONE_MATCH=tag).status_code == 404
    assert client.get(address, HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_the_folder_of_files_stays_small(settings, tmp_path, monkeypatch):
    settings.DATA = tmp_path
    monkeypatch.setattr(exports, "MOST_FILES", 2)

    for name in ("a", "b", "c"):
        exports.exported(name, "xlsx", lambda: b"a file")

    assert {path.stem for path in tmp_path.glob("exports/*")} == {"b", "c"}


def test_unpriced_measures_are_counted_beyond_those_written_out(page, monkeypatch):
    whole = page("partijen/lindewaard/")
    monkeypatch.setattr(party, "MOST", 1)

    told = re.compile(r"The cost of \d+ measures? is unknown|De kosten van [^.]*")
    assert told.findall(page("partijen/lindewaard/")) == told.findall(whole)


def test_the_description_for_catalogues_names_every_file(client):
    data = json.loads(client.get(f"/{SLUG}/open-data/dcat.jsonld").content)
    [dataset] = data["dcat:dataset"]
    urls = {one["dcat:downloadURL"]["@id"] for one in dataset["dcat:distribution"]}
    assert {url.rsplit(".", 1)[1] for url in urls} == {"xlsx", "ods", "csv", "json", "jsonl"}
    assert all(url.startswith("http://testserver/") for url in urls)


def test_security_txt_expires_within_a_year(client):
    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    left = datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert 30 < left.days < 365
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert {"Contact", "Canonical", "Preferred-Languages"} <= set(fields)


def test_in_english_the_words_of_the_region_are_marked_as_dutch(client):
    client.cookies["django_language"] = "en"
    html = client.get(f"/{SLUG}/maatregelen/M1/").content.decode()
    assert '<html lang="en"' in html
    assert '<h1 lang="nl">' in html


def test_the_language_is_remembered_and_leads_back(client):
    back = f"/{SLUG}/agenda/?opgave=O1"
    response = client.post("/taal/", {"language": "en", "next": back})
    assert (response.status_code, response["Location"]) == (302, back)
    assert client.get("/over/")["Content-Language"] == "en"


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example", "javascript:1", ""])
def test_the_language_leads_nowhere_else(client, there):
    assert client.post("/taal/", {"language": "nl", "next": there})["Location"] == "/"


def test_an_unknown_language_changes_nothing(client):
    client.post("/taal/", {"language": "xx"})
    assert "django_language" not in client.cookies


def test_the_language_is_not_changed_by_a_link(client):
    assert client.get("/taal/?language=en").status_code == 405
