# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what on the pages: Twente 2017 to the cent, invoices that tie, and bad input refused."""

import json
import re
import time
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from urllib.parse import parse_qsl, urlsplit

import pytest
from asking import BACKEND
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from samenspel.cli.demo_data import load
from samenspel.core.rights import INSTALLATION as SECRETARIAT
from samenspel.core.sharing.answer import answer
from samenspel.core.sharing.request import read
from samenspel.funding.queries.allocations import allocation, scenario
from samenspel.parties.models import Account
from samenspel.regions.queries import region

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)
TOP = "/twente/geld/verdeling/"
V1 = f"{TOP}V1/"
WHAT_IF = f"{V1}wat-als/"
ALL = 631_733
ALMELO, ENSCHEDE = 73_132, 159_732
STATEMENTS = {TOP: 8, V1: 8, f"{WHAT_IF}?hoogstens-almelo=5": 7, f"{V1}facturen/": 7}
"""Page -> how many it may take at most, whatever the number of parties and years."""

DESK = "/werkblad/lindewaard/geld/"


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
        return plain(response)

    return get


@pytest.fixture
def secretary():
    found = Client()
    found.force_login(Account.objects.get(email="secretary@lindewaard.example"), BACKEND)
    return found


def plain(response):
    """Return the words of a page, spaces made plain."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text.replace("\xa0", " "))


def euros(cents):
    """Return an amount as these pages write it."""
    whole = f"{cents // 100:,}".replace(",", ".")
    return f"€ {whole},{cents % 100:02}"


def cents(sheet):
    """Return the last column of a sheet in cents."""
    return [round(one[-1] * 100) for one in sheet.iter_rows(min_row=2, values_only=True)]


def row(text, party):
    """Return what stands after the name of a party in the table of parties."""
    return text.split("Per partij")[-1].split(f": Gemeente {party}", 1)[1].split("Gemeente ")[0]


def test_the_proposal_asks_twelve_fifty_per_inhabitant_for_five_years(page):
    text = page(V1)
    assert euros(ALL * 12_50 * 5) == "€ 39.483.312,50" in text
    assert f"Gemeente Almelo 73.132 {euros(ALMELO * 12_50)} € 12,50" in text
    assert "14 partijen betalen samen" in text


def test_almelo_at_five_leaves_a_gap_to_the_cent(page):
    text = page(f"{WHAT_IF}?hoogstens-almelo=5")
    gap = euros(ALMELO * 7_50 * 5).removesuffix(",00")
    assert f"Er is een gat van {gap}" in text
    assert f"{euros(ALMELO * 5_00 * 5)} gevraagd {euros(ALMELO * 12_50 * 5)}" in row(text, "Almelo")
    assert "1 partij betaalt minder" in text


def test_the_others_pay_it_and_see_by_how_much(page):
    text = page(f"{WHAT_IF}?hoogstens-almelo=5&gat=spread")
    assert "13 partijen betalen meer, samen € 2.742.450." in text
    enschede = row(text, "Enschede")
    assert "€ 10.767.453,80" in enschede
    assert "€ +784.203,80" in enschede
    assert "€ 13,48 was € 12,50" in enschede
    assert "hetzelfde" in text.split("Samen")[-1]


def test_the_compromise_with_an_extra_by_choice_is_to_the_cent(page):
    text = page("/twente/geld/scenario/zeven-vijftig-plus-vijf/")
    joining = ALL - ALMELO - 81_049 - 35_932 - 38_204
    assert euros(ALL * 7_50 * 5 + joining * 5_00 * 5) in text
    assert "Vrijwillig € 5,00 per inwoner erbij van" in text
    assert euros(ALL * 7_50 * 5) in page(f"{TOP}V2/")


def test_leaving_out_a_party_is_one_click_and_back(client, page):
    text = client.get(WHAT_IF).content.decode()
    assert 'href="?zonder=almelo"' in text
    without = page(f"{WHAT_IF}?zonder=almelo")
    assert "Zonder Gemeente Almelo." in without
    assert f"Er is een gat van {euros(ALMELO * 12_50 * 5).removesuffix(',00')}" in without
    assert 'href="?"' in client.get(f"{WHAT_IF}?zonder=almelo").content.decode()


def test_an_address_holds_only_what_is_changed(client):
    response = client.get(f"{WHAT_IF}?sleutel=&procent=&hoogstens-almelo=5,00&hoogstens-borne=&x=1")
    assert response.status_code == 302
    assert parse_qsl(urlsplit(response.url).query) == [("hoogstens-almelo", "5")]
    assert client.get(f"{WHAT_IF}?zonder=").url == WHAT_IF


def test_a_mix_of_keys_is_reckoned(client, page):
    response = client.get(f"{WHAT_IF}?sleutel=mengsel&gewicht-equal=1&gewicht-inhabitants=4")
    text = plain(response)
    assert "Een andere sleutel: 20% in gelijke delen, 80% naar inwoners." in text
    assert "Samen € 39.483.312,50 € 39.483.312,50 hetzelfde" in text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("hoogstens-almelo=veel", "“veel” is geen bedrag."),
        ("hoogstens-almelo=-5", "“-5” is geen bedrag."),
        ("hoogstens-almelo=9999999999999999", "groot"),
        ("bedrag-1=90071992547409.93", "groot"),
        ("sleutel=woningen", "Er zijn geen cijfers voor “woningen”."),
        ("sleutel=mengsel", "De sleutel heeft 0 delen."),
        ("zonder=atlantis", "“atlantis” doet niet mee."),
        ("hoogstens-atlantis=5", "“atlantis” doet niet mee."),
        ("sleutel=woningen", "Hier bekend: gelijke delen, inwoners"),
        ("extra=abc&extra-voor=almelo", "“abc” is geen bedrag."),
    ],
)
def test_what_cannot_be_is_told_and_the_allocation_shown(page, asked, told):
    text = page(f"{WHAT_IF}?{asked}", 400)
    assert told in text
    assert euros(ALL * 12_50 * 5) in text


def test_leaving_out_everybody_is_refused(page):
    parties = allocation(region("twente").pk, "V1").reckoned().plan.parties
    text = page(f"{WHAT_IF}?{'&'.join(f'zonder={one}' for one in parties)}", 400)
    assert "Alle partijen zijn weggelaten." in text


def test_scenarios_stand_side_by_side(page):
    chosen = "s=almelo-vijf-euro&s=anderen-vullen-aan&s=zeven-vijftig-plus-vijf"
    text = page(f"/twente/geld/scenario/vergelijken/?{chosen}")
    assert "Er is een gat van € 2.742.450." in text
    assert "€ 10.767.453,80 € 13,48" in text


def test_invoices_tie_on_the_page_and_in_the_file(client, page):
    text = page(f"{V1}facturen/?jaar=2022")
    assert f"Samen {euros(ALL * 12_50)} dit jaar" in text
    assert "V1-2022-almelo" in text
    data = client.get(f"{V1}facturen/facturen.xlsx").content
    book = load_workbook(BytesIO(data))
    lines, totals, proof = (cents(book[name]) for name in ("Regels", "Facturen", "Controle"))
    assert sum(lines) == sum(totals) == ALL * 12_50 * 5
    assert set(proof) == {ALL * 12_50 * 5}
    assert len(totals) == 14 * 5


@pytest.mark.parametrize("kind", ["csv", "ods", "json"])
def test_invoices_come_in_every_format(client, kind):
    response = client.get(f"{V1}facturen/facturen.{kind}")
    assert response.status_code == 200
    tag = response.headers["ETag"]
    again = client.get(f"{V1}facturen/facturen.{kind}", HTTP_IF_NONE_MATCH=tag)
    assert again.status_code == 304


def test_the_file_of_an_allocation_is_divided_again_by_the_command(client):
    text = client.get(f"{V1}verdeling.json").content.decode()
    found = answer(read(text))
    assert found.found.by_party()["enschede"] == ENSCHEDE * 12_50 * 5


def test_a_key_stands_beside_fair_shares(page):
    text = page("/lindewaard/geld/verdeling/V1/eerlijk/")
    assert "Naar de sleutel" in text
    assert "Nucleolus" in text
    assert "niemand slechter af dan alleen" in text
    measures = page("/lindewaard/geld/verdeling/V1/eerlijk/?kosten=maatregelen")
    assert "Deze kosten zijn niet het totaal van de verdeling" in measures
    assert "alleen goedkoper uit" in measures


@pytest.mark.parametrize("path", STATEMENTS)
def test_a_page_asks_the_database_little(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    assert len(asked) <= STATEMENTS[path]


def test_a_what_if_is_quick(client):
    costs = []
    for cents in range(1, 6):
        start = time.process_time()
        client.get(f"{WHAT_IF}?hoogstens-almelo={cents}&gat=spread")
        costs.append((time.process_time() - start) * 1000)
    assert min(costs) < 50


DRAFT = {
    "key": "V7",
    "title": "Nieuw",
    "first_year": "2027",
    "last_year": "2028",
    "parties": ["lindewaard", "kasterveen"],
    "counted": "2025",
    "name-0": "Bureau",
    "amount-0": "1.000,01",
    "equal-0": "1",
    "inhabitants-0": "4",
}


def write(secretary, **changed):
    """Send the form of a new allocation; return the answer."""
    return secretary.post(f"{DESK}nieuwe-verdeling/", DRAFT | changed)


def made(key="V7"):
    return allocation(region("lindewaard").pk, key, SECRETARIAT)


def test_an_allocation_is_written_frozen_and_decided(secretary, client):
    assert write(secretary).status_code == 302
    path = "/lindewaard/geld/verdeling/V7/"
    assert client.get(path).status_code == 404
    assert secretary.get(path).status_code == 200
    found = made().reckoned()
    assert found.found.programme_cents == 2 * 1_000_01
    basis = found.plan.bases["inhabitants"]
    assert (basis.on.isoformat(), basis.figures["kasterveen"]) == ("2025-01-01", 38_910)
    seen = {"seen": made().seen}
    assert secretary.post(f"{DESK}verdeling/V7/vastleggen/", seen).status_code == 302
    assert "20% in gelijke delen, 80% naar inwoners" in plain(client.get(path))
    decision = {"decided_by": "Bestuur", "on": "2026-11-01", "decision_link": ""}
    assert secretary.post(f"{DESK}verdeling/V7/besluit/", decision).status_code == 302
    assert "Bestuur, 1 november 2026" in plain(client.get(path))


def test_a_draft_comes_back_in_its_form_as_it_was(secretary):
    more = {
        "only-0": ["lindewaard", "kasterveen"],
        "bounds-0": "Gemeente Kasterveen; 1; 400,50",
        "centre-0": "lindewaard",
        "extra-0": "12,5",
        "limits": "kasterveen; 5,00",
        "rises": "2028; 2,5",
        "figures-homes": "lindewaard\t12\nkasterveen\t3,5",
        "on-homes": "2026-01-01",
        "source-homes": "Telling",
        "rate-1": "0,25",
        "homes-1": "1",
        "game": '{"parties": ["lindewaard", "kasterveen"], "shared": '
        '[{"cost": 10, "users": ["lindewaard", "kasterveen"]}]}',
    }
    assert write(secretary, **more).status_code == 302
    before = made()
    shown = secretary.get(f"{DESK}verdeling/V7/wijzigen/").context["form"]
    again = {name: shown[name].value() for name in shown.fields}
    again = {name: value for name, value in again.items() if value is not None}
    answered = secretary.post(f"{DESK}verdeling/V7/wijzigen/", again)
    assert answered.status_code == 302, plain(answered)
    assert (made().content, made().game) == (before.content, before.game)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"amount-0": "-5"}, "is geen bedrag"),
        ({"amount-0": "90071992547409,93"}, "groot"),
        ({"amount-0": "90071992547409,92", "last_year": "2027", "amount-1": "1"}, "groot"),
        ({"last_year": "2026"}, "1 tot 30 jaar"),
        ({"last_year": "2090"}, "1 tot 30 jaar"),
        ({"first_year": "jaar"}, "geheel getal"),
        ({"counted": "1999"}, "Selecteer een geldige keuze"),
        ({"counted": "", "figures-inhabitants": "lindewaard; 0"}, "Er is geen cijfer van"),
        (
            {"counted": "", "figures-inhabitants": "lindewaard; 0\nkasterveen; 5"},
            "In Gemeente Lindewaard woont niemand",
        ),
        ({"counted": "", "figures-inhabitants": "atlantis; 5"}, "staat niet bij de partijen"),
        ({"counted": "", "figures-inhabitants": "lindewaard; x"}, "geen getal"),
        ({"counted": "", "figures-inhabitants": "lindewaard"}, "een puntkomma"),
        ({"counted": "", "figures-inhabitants": "lindewaard; 1\nlindewaard; 2"}, "twee keer"),
        (
            {"equal-0": "", "inhabitants-0": "", "homes-0": "1"},
            "geen cijfers voor “nieuwe woningen”",
        ),
        ({"homes-0": "1", "figures-homes": "lindewaard; 0\nkasterveen; 0"}, "betaalt niemand iets"),
        ({"homes-0": "1", "figures-homes": "lindewaard; -1\nkasterveen; 2"}, "onder nul"),
        ({"rate-0": "2"}, "Geef een bedrag of een tarief"),
        ({"bounds-0": "kasterveen; 500; 400"}, "ten minste"),
        ({"bounds-0": "lindewaard; ; 1\nkasterveen; ; 1"}, "niemand betaalt"),
        ({"rises": "volgend jaar; 2"}, "is geen jaar"),
        ({"game": "{}"}, "parties"),
        (
            {"game": '{"parties": ["lindewaard", "kasterveen"], "cost": {"lindewaard": 1}}'},
            "kasterveen",
        ),
        ({"parties": []}, "verplicht"),
        ({"key": "V1"}, "is al in gebruik"),
        ({"key": "geen code"}, "kan geen code zijn"),
    ],
)
def test_a_draft_that_cannot_be_is_refused_in_its_form(secretary, changed, told):
    response = write(secretary, **changed)
    assert response.status_code in {400, 409}
    assert told in plain(response)
    assert made() is None


def test_a_scenario_is_kept_from_the_address_and_published(secretary, client):
    path = f"{DESK}verdeling/V1/scenario/?zonder=kasterveen&gat=spread"
    typed = {"title": "Zonder Kasterveen", "slug": "zonder-kasterveen", "note": ""}
    assert secretary.post(path, typed).status_code == 302
    found = scenario(region("lindewaard").pk, "zonder-kasterveen", SECRETARIAT)
    assert (found.way, found.changed.left_out) == ("spread", {"kasterveen"})
    public = "/lindewaard/geld/scenario/zonder-kasterveen/"
    assert client.get(public).status_code == 404
    assert secretary.post(f"{DESK}scenario/zonder-kasterveen/publiceren/").status_code == 302
    assert "Zonder Gemeente Kasterveen." in plain(client.get(public))


def test_the_next_allocation_starts_from_the_one_before(secretary):
    shown = secretary.get(f"{DESK}nieuwe-verdeling/?na=V1").context["form"]
    assert (shown["based_on"].value(), shown["key"].value()) == ("V1", "V3")
    assert shown["name-0"].value() == "Programmabureau"


def test_a_follower_says_who_pays_more_than_before(page):
    text = page(f"{TOP}V2/")
    assert "Vergeleken met V1" in text
    assert "14 partijen betalen minder" in text


def test_the_ledger_tells_of_freezing_with_the_digest(client):
    sent = client.get("/twente/grootboek/export.jsonl").streaming_content
    lines = b"".join(sent).decode().splitlines()
    digest = allocation(region("twente").pk, "V1").digest
    assert any(digest in line and "allocation-frozen" in line for line in lines)
    assert json.loads(lines[0])


def test_leaving_out_a_party_tests_the_co_financing_again(page):
    text = page("/lindewaard/geld/verdeling/V1/wat-als/?zonder=lindewaard")
    assert "Wat het doet met de cofinanciering" in text
    assert "Regio Deal Oostermark-West" in text.split("cofinanciering")[1]
    assert "cofinanciering" not in page(f"{WHAT_IF}?zonder=almelo")


def test_open_data_holds_allocations_and_scenarios(client):
    found = json.loads(client.get("/twente/open-data/twente-verdeling.json").content)
    assert len(found["allocation_shares"]) == 2 * 14 * 5
    paid = sum(Decimal(one["pays"]) for one in found["scenario_shares"])
    assert paid == sum(Decimal(one["paid"]) for one in found["scenarios"])
