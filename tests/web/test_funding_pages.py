# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the funding plan tell who pays what, and the workbench keeps it."""

import json
import re
from datetime import UTC, datetime
from time import process_time

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from form_fields import Fields

from samenspel.agenda.queries import costs_by_measure, current_version
from samenspel.cli.demo_data import load
from samenspel.core.funding.plan import stages, stages_by
from samenspel.core.limits import MAX_INTEGER
from samenspel.core.rights import INSTALLATION
from samenspel.funding.queries import line_row, plan, region_plan, sources
from samenspel.parties.models import Account
from samenspel.regions.queries import region
from samenspel.words.formats import euro

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)
PAGE = "/lindewaard/geld/"
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
def told(client):
    def get(path):
        response = client.get(path)
        assert response.status_code == 200, path
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))

    return get


def logged_in(role):
    browser = Client()
    browser.force_login(Account.objects.get(email=f"{role}@lindewaard.example"))
    return browser


@pytest.fixture
def secretary():
    return logged_in("secretary")


def here():
    return region("lindewaard").pk


def test_money_of_the_rijk_by_way_of_the_province_is_told_with_its_lines(client, told):
    text = told(PAGE)
    assert "€ 2.000.000 naast Regio Deal Oostermark-West is geld van het Rijk" in text
    html = client.get(PAGE).content.decode()
    for key in re.findall(r'href="#line-(R[0-9]+)"', html):
        assert f'id="line-{key}"' in html, "every figure leads to its lines"


def test_the_sums_on_the_page_are_those_of_the_lines(told):
    whole = stages(region_plan(here(), "lindewaard").plan)
    text = told(PAGE)

    with translation.override("nl"):
        sums = " ".join(" ".join(map(euro, (whole.planned, whole.promised, whole.decided))).split())
        assert text.count(f"Samen {sums}") == 3, "by year, source and party"
        for name, cents in (("gepland", whole.planned), ("besloten", whole.decided)):
            assert " ".join(f"{name} {euro(cents)}".split()) in text


def test_years_sources_and_parties_add_up_to_the_whole():
    found = region_plan(here(), "lindewaard").plan
    for name in ("year", "source", "party", "measure"):
        parts = stages_by(found, lambda one, name=name: getattr(one, name)).values()
        assert sum(one.planned for one in parts) == stages(found).planned


def test_a_party_that_cannot_be_missed_is_named(told):
    assert "Gemeente Kasterveen : dan ontbreekt" in told(PAGE)


def test_a_measure_tells_who_pays_for_it(told):
    text = told("/lindewaard/maatregelen/M25/")
    assert "Wie ervoor betaalt" in text
    assert "Rijkssubsidie fietsroutes, via de provincie" in text


def test_twente_tells_what_public_sources_give_and_no_more(told):
    text = told("/twente/geld/")
    assert "€ 30.000.000" in text
    assert "€ 120.000.000" in text
    assert "Wie hiervan hoeveel betaalt, staat niet in de openbare bronnen." in text
    assert "is dus onbekend" in text, "no payments are kept of Twente"


def test_the_page_takes_fifteen_statements_at_most_and_20_milliseconds(client):
    for _ in range(3):
        client.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    assert len(asked) <= 15
    begun = process_time()
    for _ in range(10):
        client.get(PAGE)
    assert (process_time() - begun) / 10 < 0.15, "far above what it takes, for a slow machine"


def test_the_costs_are_those_of_the_agenda_that_is_read():
    version = current_version("lindewaard")
    costs = {key: years for key, (_title, years) in costs_by_measure(version.pk).items()}

    assert plan(here(), costs).costs["M25"] == {
        2027: 75_000_000,
        2028: 235_000_000,
        2029: 190_000_000,
    }


def test_the_files_hold_the_sources_and_the_tests(client):
    response = client.get("/lindewaard/open-data/lindewaard-geldplan.json")
    data = json.loads(response.content)

    assert [one["key"] for one in data["funding_sources"]] == [one.key for one in sources(here())]
    assert {"test": "national-counted", "verdict": "failed"}.items() <= next(
        one for one in data["funding_tests"] if one["test"] == "national-counted"
    ).items()
    assert client.get("/lindewaard/open-data/anders-geldplan.json").status_code == 404


def send(browser, path, **values):
    """Send the form of a page as it is shown, with other values."""
    shown = Fields(browser.get(path).content.decode()).values
    return browser.post(path, {**shown, **values})


def test_a_line_is_added_changed_moved_and_removed_in_the_workbench(secretary):
    added = send(
        secretary,
        f"{DESK}nieuwe-regel/",
        key="X1",
        source="G3",
        measure="M4",
        party="elzerade",
        year="2027",
        amount_cents="12.500",
    )
    assert added.status_code == 302
    assert line_row(here(), "X1").line.amount_cents == 12_500_00
    assert send(secretary, f"{DESK}regel/X1/", note="Anders").status_code == 302
    step = {"to": "adopted-by-council", "on": "2026-11-20", "evidence": "Raadsbesluit"}
    assert send(secretary, f"{DESK}regel/X1/trede/", **step).status_code == 302
    row = line_row(here(), "X1")
    assert (row.line.note, str(row.rung)) == ("Anders", "adopted-by-council")
    assert send(secretary, f"{DESK}regel/X1/verwijderen/").status_code == 302
    assert line_row(here(), "X1") is None


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"amount_cents": "-5"}, "is geen bedrag"),
        ({"amount_cents": str(MAX_INTEGER // 100 + 1)}, "te groot"),
        ({"amount_cents": ""}, "heeft geen bedrag"),
        ({"year": "1"}, "jaar"),
        ({"hours": "3", "tariff_cents": "33"}, "uren keer het tarief"),
        ({"beside": "G3"}, "naast zijn eigen bron"),
        ({"key": "R1"}, "is al in gebruik"),
        ({"commitment": "T3"}, "Toezegging T3 is voor maatregel M23"),
    ],
)
def test_what_is_wrong_with_a_line_is_told_in_the_form(secretary, values, words):
    right = {
        "key": "X2",
        "source": "G3",
        "measure": "M4",
        "year": "2027",
        "amount_cents": "100",
    }
    response = send(secretary, f"{DESK}nieuwe-regel/", **right | values)

    assert response.status_code == 400
    assert words in response.content.decode()
    assert line_row(here(), "X2", INSTALLATION) is None


def test_a_share_of_a_source_is_typed_as_a_percentage(secretary):
    path = f"{DESK}bron/G4/"
    assert send(secretary, path, most_share="40,5").status_code == 302
    assert next(one for one in sources(here()) if one.key == "G4").most_share == 4050
    refused = send(secretary, path, most_share="40,555")
    assert refused.status_code == 400
    assert "hoogstens twee decimalen" in refused.content.decode()
    assert send(secretary, path, most_share="100").status_code == 400


def test_who_was_earlier_is_not_overwritten(secretary):
    html = secretary.get(f"{DESK}bron/G5/").content.decode()
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', html)[1]
    assert send(secretary, f"{DESK}bron/G5/", name="Eerder").status_code == 302
    later = send(secretary, f"{DESK}bron/G5/", name="Later", seen=seen)
    assert later.status_code == 409


def test_a_source_in_use_stays(secretary):
    assert send(secretary, f"{DESK}bron/G1/verwijderen/").status_code == 409


def test_a_reader_sees_the_workbench_without_buttons():
    html = logged_in("reader").get(DESK).content.decode()
    assert "nieuwe-regel" not in html
