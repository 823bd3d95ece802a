# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The public pages of deals and commitments tell what the example region agreed on."""

import re
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.utils import timezone

from samenspel.cli.demo_data import load
from samenspel.core.rights import INSTALLATION
from samenspel.deals.services import explain_overdue
from samenspel.deals.services.drafting import RESERVED
from samenspel.web.views import deals

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)
TOP = "/lindewaard/afspraken/"
PACT = f"{TOP}werk-en-techniek/"

STATEMENTS = {
    TOP: 11,
    f"{TOP}halen-en-brengen/": 10,
    PACT: 14,
    f"{PACT}versies/1/": 12,
    f"{TOP}toezeggingen/T9/": 13,
    "/lindewaard/": 15,
    "/lindewaard/maatregelen/M1/": 23,
    "/lindewaard/doelen/D1/": 12,
    "/lindewaard/opgaven/O1/": 17,
    "/lindewaard/partijen/lindewaard/": 25,
}
"""Page -> how many it may take at most, whatever the number of deals and commitments."""


@pytest.fixture(scope="module", autouse=True)
def _examples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(step=lambda: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: TODAY)


@pytest.fixture
def page(client):
    def get(path, status=200):
        response = client.get(path)
        assert response.status_code == status, path
        return told(response.content.decode())

    return get


def told(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def part(html, start, end="</section>"):
    return html.split(f'id="{start}"')[1].split(end)[0]


@pytest.mark.parametrize("path", STATEMENTS)
def test_a_page_takes_a_bounded_number_of_statements(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    assert len(asked) == STATEMENTS[path]


def test_the_list_names_deals_with_who_signed_and_who_did_not(page):
    shown = page(TOP)
    for text in ("van kracht", "9 van 9", "voorgelegd", "1 van 5", "€ 6.320.500", "zegde op:"):
        assert text in shown


def test_a_draft_is_named_to_nobody_else(page):
    assert "Stroom delen" not in page(TOP)
    page(f"{TOP}stroom-delen/", 404)
    page(f"{TOP}stroom-delen/versies/1/", 404)
    page(f"{TOP}toezeggingen/T22/", 404)


def test_what_is_past_its_date_stands_beside_the_explanation(client):
    shown = told(part(client.get(TOP).content.decode(), "late"))
    assert "30 september 2026, 55 dagen geleden" in shown
    assert "Uitleg van de partij:" in shown


@pytest.mark.parametrize(
    ("asked", "shown", "hidden"),
    [
        ("", "De zorgpool draaien", "Het programmabureau"),
        ("lijst=alle", "Het programmabureau", "Grond naast de zuivering"),
        ("partij=zorgkring", "De zorgpool draaien", "Het programmabureau"),
        ("soort=hours&lijst=alle", "Het programmabureau", "Het loon van veertig"),
        ("stand=accounted", "Een nulmeting", "Het programmabureau"),
        ("stand=over-tijd", "De raad besluit over zestien", "Het programmabureau"),
    ],
)
def test_commitments_can_be_chosen(client, asked, shown, hidden):
    html = part(client.get(f"{TOP}?{asked}").content.decode(), "commitments")
    assert shown in html
    assert hidden not in html


@pytest.mark.parametrize("name", ["partij", "soort", "stand", "lijst", "page"])
@pytest.mark.parametrize("value", ["\0", "9" * 400, "' OR 1=1", "<b>", "😀", "anders"])
def test_what_is_not_offered_cannot_be_asked(client, name, value):
    assert client.get(TOP, {name: value}).status_code == 404


def test_a_long_list_goes_by_page(client, monkeypatch):
    monkeypatch.setattr(deals, "SIZE", 3)
    first = part(client.get(f"{TOP}?lijst=alle").content.decode(), "commitments")
    second = part(client.get(f"{TOP}?lijst=alle&page=2").content.decode(), "commitments")
    assert first.count('<th scope="row"') == second.count('<th scope="row"') == 3
    assert first != second


def test_a_deal_shows_text_signatures_mandates_and_commitments(page):
    shown = page(PACT)
    for text in (
        "4. Leerwerkbanen",
        "college van burgemeester en wethouders van Kasterveen",
        "onder versie 1",
        "Het pand voor het Techniekhuis",
        "Vakmensen voor de bedrijven op De Aanleg.",
        "Bruikleenovereenkomst en sleutel",
    ):
        assert text in shown


def test_a_reservation_stands_beside_its_clause_and_its_commitment(client):
    html = client.get(PACT).content.decode()
    clause = next(one for one in html.split('class="deal-text__clause"') if "4. Leerwerk" in one)
    assert "geen twintig" in clause
    assert "geen twintig" in html.split('id="T8"')[1].split("</article>")[0]
    assert html.split('id="T1"')[1].split("</article>")[0].count("Voorbehoud") == 0


def test_a_reservation_stands_on_the_page_of_its_commitment(client):
    html = client.get(f"{TOP}toezeggingen/T8/").content.decode()
    assert "geen twintig" in html
    assert 'href="#T8"' not in html
    assert 'class="reservation"' not in client.get(f"{TOP}toezeggingen/T1/").content.decode()


def test_who_signed_a_deal_that_is_over_is_unknown_without_any_signature(client):
    top = "/twente/afspraken/"
    listed = client.get(top).content.decode()
    deal = re.search(r'href="(/twente/afspraken/[^"/]+/)" ?>?', listed.split('id="deals"')[1])[1]
    shown = client.get(deal).content.decode()
    assert "0 van" not in told(listed.split('id="deals"')[1].split("</table>")[0])
    assert "<dt>getekend</dt><dd>onbekend</dd>" in shown
    assert '<span class="unknown">nee</span>' not in shown


def test_leaving_shows_why_and_what_it_breaks(client):
    shown = told(part(client.get(PACT).content.decode(), "leaving"))
    for text in (
        "Onze leden stemden op 10 september",
        "20 maart 2027",
        "blijft van kracht",
        "€ 640.000",
        "4.544 uur",
        "€ 320.000",
        "De werkgevers betalen de andere helft",
    ):
        assert text in shown
    assert "€ 0" not in shown


def test_the_old_text_stays_readable_and_the_difference_is_in_words(page):
    assert "zoals die is afgesproken" in page(f"{PACT}versies/1/")
    changed = page(f"{PACT}versies/2/")
    assert "Wat deze versie veranderde" in changed
    assert "van de toezegging" in changed or "toezegging T" in changed


def test_a_version_shows_what_was_agreed_and_not_what_came_of_it(client):
    for number in (1, 2):
        html = client.get(f"{PACT}versies/{number}/").content.decode()
        assert 'class="stepper"' not in html
    assert 'class="stepper"' in client.get(PACT).content.decode()


def test_the_digest_shown_is_that_of_the_text_to_download(client):
    for number in (1, 2):
        text = client.get(f"{PACT}versies/{number}/tekst.json").content
        html = client.get(f"{PACT}versies/{number}/").content.decode()
        assert sha256(text).hexdigest() in html


def test_a_commitment_shows_steps_back_with_their_reason(page):
    shown = page(f"{TOP}toezeggingen/T9/")
    assert "een stap terug" in shown
    assert "Begroting 2027, programma Werk en inkomen." in shown
    assert "Wat er van de voorwaarden kwam" in shown


def test_what_was_passed_over_is_not_said_to_be_done(client):
    html = client.get(f"{TOP}toezeggingen/T1/").content.decode()
    assert "overgeslagen" in html


def test_a_party_gets_and_brings_over_all_deals(page):
    shown = page("/lindewaard/partijen/werkcentrum-lindewaard/")
    for text in ("€ 2.632.500", "180 uur", "€ 1.768.000", "€ 607.500", "1 van 2", "getekend"):
        assert text in shown


def test_all_that_is_brought_in_the_matrix_is_got(page):
    shown = page(f"{TOP}halen-en-brengen/")
    assert shown.count("€ 2.632.500") >= 2
    assert "de regio als geheel" in shown


def test_the_front_page_and_the_list_count_alike(client):
    front = part(client.get("/lindewaard/").content.decode(), "pledges")
    listed = client.get(TOP).content.decode()
    figures = re.findall(r"<dd>([^<]+)</dd>", front)
    assert "2 van 14" in figures
    assert figures == re.findall(r"<dd>([^<]+)</dd>", listed.split('class="figures"')[1])[:5]
    assert "Werkgevers Lindewaard zegde op" in told(front)


@pytest.mark.parametrize("path", ["maatregelen/M1/", "opgaven/O1/"])
def test_things_of_the_agenda_show_what_was_promised_for_them(client, path):
    html = part(client.get(f"/lindewaard/{path}").content.decode(), "commitments")
    assert "Techniekhuis" in html


@pytest.mark.parametrize("path", [TOP, PACT, f"{PACT}versies/1/", f"{TOP}toezeggingen/T8/"])
def test_in_english_the_words_of_the_region_are_marked_as_dutch(client, path):
    client.cookies["django_language"] = "en"
    html = client.get(path).content.decode()
    assert '<html lang="en"' in html
    assert 'lang="nl"' in html.split("<main")[1]


def test_no_deal_can_take_the_address_of_a_page():
    known = get_resolver("samenspel.web.urls.public").url_patterns
    below = {str(one.pattern).split("/")[2] for one in known if "/afspraken/" in str(one.pattern)}
    assert {name for name in below if name and not name.startswith("<")} == RESERVED


def test_hostile_words_of_a_party_stay_words(client):
    with transaction.atomic():
        said = "<script>alert(1)</script> [x](javascript:alert(1))"
        explain_overdue(region="lindewaard", key="T8", text=said, actor=INSTALLATION, at=TODAY)
        html = Client().get(TOP).content.decode()
        transaction.set_rollback(True)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
