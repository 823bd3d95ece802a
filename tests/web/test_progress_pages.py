# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of how it goes: by a link, in public and in the workbench; and what scanners do."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from progress_world import SCHEDULE
from world import HOME, build

from samenspel.cli.demo_data import load
from samenspel.core.rights import INSTALLATION
from samenspel.delivery import queries, services
from samenspel.delivery.models import Ask, MailOff, Progress
from samenspel.ledger.queries import entries
from samenspel.regions.queries import region

pytestmark = pytest.mark.django_db
FINE = {"status": "on-track", "sentence": "Het gaat goed.", "spent_cents": "1.250,50"}


@pytest.fixture
def names(db):
    return build(timezone.now()).names[HOME]


@pytest.fixture
def url(names):
    return f"/antwoord/{names['answer']}/"


def counted():
    return Progress.objects.count(), entries(HOME).count(), list(Ask.objects.values())


def test_an_answer_takes_no_log_in_and_is_public_at_once(names, url):
    client = Client()
    assert client.get(url).status_code == 200
    html = client.post(url, FINE).content.decode()
    assert "Dank u wel" in html
    measure = client.get(f"/{HOME}/maatregelen/DM1/").content.decode()
    assert "Het gaat goed." in measure
    assert "€ 1.250,50" in measure.replace("\u00a0", " ")


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_what_looks_at_a_link_before_people_do_changes_nothing(names, method):
    before = counted()
    for path in (f"/antwoord/{names['answer']}/", f"/post/{names['post']}/"):
        for _ in range(3):
            with CaptureQueriesContext(connection) as asked:
                getattr(Client(), method)(path)
            written = ("INSERT", "UPDATE", "DELETE")
            assert not [one for one in asked if one["sql"].lstrip().startswith(written)]
    assert counted() == before
    assert not MailOff.objects.exists()


def test_a_link_that_does_not_work_says_what_to_do_and_nothing_else(names, url):
    client = Client()
    assert client.post(url, FINE).status_code == 200
    before = counted()
    spoilt = ["0", "x" * 300, names["answer"][:-1], names["post"], f"9{names['answer']}"]
    for secret in [names["answer"], *spoilt]:
        for ask in (client.get, client.post):
            answer = ask(f"/antwoord/{secret}/", FINE)
            assert answer.status_code == 410
            html = answer.content.decode()
            assert "Er is niets veranderd." in html
            assert "programmasecretaris" in html
            assert "Onthuldraak" not in html
    assert counted() == before


def test_the_page_of_a_link_shows_one_measure_and_is_kept_by_nobody(url):
    answer = Client().get(url)
    html = answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "DM2" not in html
    assert "region-nav" not in html
    assert "naamdraak" not in html.lower()


def test_an_answer_that_is_wrong_comes_back_with_what_was_typed(url):
    before = counted()
    answer = Client().post(url, {"status": "delayed", "spent_cents": "12"})
    assert answer.status_code == 400
    html = answer.content.decode()
    assert 'value="12"' in html
    assert "utrecht-form-field--invalid" in html
    assert counted() == before


def test_mail_goes_off_and_on_by_its_own_link(names):
    client, path = Client(), f"/post/{names['post']}/"
    assert "Stuur mij geen mail" in client.get(path).content.decode()
    assert "U krijgt geen mail" in client.post(path, {"mail": "off"}).content.decode()
    assert MailOff.objects.count() == 1
    assert "U krijgt mail" in client.post(path, {"mail": "on"}).content.decode()
    assert not MailOff.objects.exists()


def test_an_expired_link_is_dead(names, url, monkeypatch):
    later = timezone.now() + timedelta(days=70)
    monkeypatch.setattr("samenspel.web.views.answer.timezone.now", lambda: later)
    before = counted()
    assert Client().post(url, FINE).status_code == 410
    assert counted() == before


@pytest.fixture(scope="module")
def examples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(step=lambda: None)
        yield
        transaction.set_rollback(True)


def test_a_report_for_the_state_is_drawn_from_25_measures(examples):
    found = Client().get("/lindewaard/voortgang/2026-04-state/versies/1/rapportage.json")
    data = json.loads(found.content)
    assert len(data["measures"]) == 25
    assert [one["key"] for one in data["measures"] if not one["status"]] == ["M9"]
    assert next(one for one in data["measures"] if one["key"] == "M10")["status"] == "done"
    row = queries.reports(region("lindewaard").pk)[0]
    digests = {one.digest for one in queries.reports(region("lindewaard").pk)}
    assert row
    assert sha256(found.content).hexdigest() in digests


def test_the_page_of_a_report_says_what_the_pdf_says(examples):
    html = Client().get("/lindewaard/voortgang/2026-04-state/").content.decode()
    assert "M7 Eén zorgpool voor de hele regio: was op koers, is nu vertraagd." in html
    assert "M6 Banenbeurs in het stadion: staat niet meer in de agenda." in html
    assert "Vrouwen in de techniek: nieuw in deze rapportage." in html
    found = Client().get("/lindewaard/voortgang/2026-04-state/versies/1/rapportage.pdf")
    assert found.content.startswith(b"%PDF-1.7")


def test_a_corrected_report_leads_to_the_newest(examples):
    old = Client().get("/lindewaard/voortgang/2025-10-state/versies/1/").content.decode()
    assert "Deze versie is verbeterd" in old
    new = Client().get("/lindewaard/voortgang/2025-10-state/").content.decode()
    assert "een rekening van maart ontbrak" in new


def test_silence_is_public(examples):
    html = Client().get("/lindewaard/maatregelen/M9/").content.decode()
    assert "Laatst gehoord: 15 april 2026." in html
    assert "moest er op 31 oktober 2026 zijn" in html


def test_the_page_of_progress_takes_few_statements(examples):
    client = Client()
    client.get("/lindewaard/voortgang/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/lindewaard/voortgang/").status_code == 200
    assert len(asked) <= 15


def test_what_is_due_is_shown_to_the_secretary_and_names_to_nobody_else(names):
    plan = queries.planned(HOME, region(HOME).pk, timezone.localdate())
    assert plan
    assert plan.due == ()
    assert SCHEDULE.months == 1
    where = {"region": HOME, "actor": INSTALLATION, "at": timezone.now()}
    assert services.plan_mail(**where, key=settings.LINK_KEY) == []
