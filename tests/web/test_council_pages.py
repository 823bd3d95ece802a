# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A councillor and a clerk find what they came for; feeds are read by two programs alike."""

import re
from datetime import UTC, date, datetime

import icalendar
import pytest
import vobject
from django.db import transaction
from django.test import Client
from django.utils import timezone

from samenspel.cli.demo_data import load
from samenspel.core.calendar.asked import BoardMeeting
from samenspel.core.calendar.rules import Event
from samenspel.core.rights import INSTALLATION
from samenspel.councils import services
from samenspel.parties.models import Account

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)
TOP = "/lindewaard/raden/"
DESK = "/werkblad/lindewaard/raden/"
WHERE = {"region": "lindewaard", "actor": INSTALLATION, "at": TODAY}


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
    def read(path):
        response = client.get(path)
        assert response.status_code == 200
        return told(response.content.decode())

    return read


@pytest.fixture
def clerk():
    browser = Client()
    browser.force_login(Account.objects.get(email="clerk@lindewaard.example"))
    return browser


def told(html):
    """Return what a page says, without its markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def events(client, path):
    """Return uid -> event of a feed, which two programs read alike."""
    data = client.get(path).content
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    others = {one.uid.value: one for one in vobject.readOne(data.decode()).vevent_list}
    assert len(others) == len(found)
    for one in found:
        other = others[one["UID"]]
        assert str(one["SUMMARY"]) == other.summary.value
        assert one.decoded("DTSTART") == other.dtstart.value
        assert int(other.sequence.value) == one["SEQUENCE"]
    return {str(one["UID"]): one for one in found}


def test_all_councils_stand_beside_each_other(page):
    shown = page(TOP)
    assert "Wijziging van de regeling" in shown
    assert "Broekhuizen" in shown
    assert "ingestemd met wijzigingen" in shown
    assert "Openbaar lichaam (Wgr)" in shown


def test_the_calendar_of_a_budget_names_its_basis(page):
    shown = page(TOP)
    assert "Begroting 2028 binnen de wet" in shown
    assert "Ontwerpbegroting naar de raden 9 april 2027 9 april 2027 Wgr art. 35" in shown
    assert "niet bevestigd door een bron: Wgr art. 34" in shown


def test_a_moment_shows_the_cover_note_and_what_each_council_said(page):
    shown = page(f"{TOP}vraag/B3/")
    assert "Elke raad besluit over dezelfde tekst." in shown
    assert "Besloten: 8 van de 8 raden." in shown
    assert "Amendement: bij wonen ook de kleine kernen noemen." in shown


def test_a_council_sees_what_it_is_asked_and_in_which_meeting(page):
    shown = page(f"{TOP}kasterveen/")
    assert "Wij besluiten op 10 december 2026." in shown
    assert "Onze laatste vergadering daarvoor: 7 januari 2027." in shown
    assert "Bestuurlijk overleg" in shown
    assert "Leerwerkbanen bij gemeenten en waterschap" in shown


def test_a_region_without_councils_says_so(page):
    shown = page("/twente/raden/")
    assert "Er wordt de raden nu niets gevraagd." in shown
    assert "Er is nog geen raad bekend." in shown


def test_the_feed_of_a_region_holds_the_board_and_what_follows(client):
    found = events(client, "/lindewaard/kalender.ics")
    due = found["due-2028-draft-budget@lindewaard.samenspel"]
    assert due.decoded("DTSTART") == date(2027, 4, 9)
    assert "last-B5@lindewaard.samenspel" in found


def test_the_feed_of_a_council_holds_its_own_days(client):
    found = events(client, f"{TOP}kasterveen/kalender.ics")
    decides = found["decides-B4-kasterveen@lindewaard.samenspel"]
    assert decides.decoded("DTSTART") == date(2026, 12, 10)
    assert "meeting-kasterveen-20261210@lindewaard.samenspel" in found
    assert not any("broekhuizen" in uid for uid in found)


def test_a_feed_tells_that_a_board_moved_and_that_it_was_cancelled(client):
    before = events(client, "/lindewaard/kalender.ics")
    moved = BoardMeeting(date(2027, 6, 25), Event.BOARD, 2028)
    with transaction.atomic():
        services.save_board_day(**WHERE, meeting=moved, number=3)
        after = events(client, "/lindewaard/kalender.ics")
        services.cancel_board_day(**WHERE, number=3)
        gone = events(client, "/lindewaard/kalender.ics")
        transaction.set_rollback(True)
    board, due = "board-3@lindewaard.samenspel", "due-2028-draft-budget@lindewaard.samenspel"
    assert after[due].decoded("DTSTART") == date(2027, 4, 2)
    for uid in (board, due):
        assert before[uid]["SEQUENCE"] < after[uid]["SEQUENCE"] < gone[uid]["SEQUENCE"]
        assert gone[uid]["STATUS"] == "CANCELLED"


def test_a_feed_is_sent_again_only_when_it_changed(client):
    path = f"{TOP}kasterveen/kalender.ics"
    first = client.get(path)
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304


def test_a_clerk_is_asked_how_far_the_council_is_and_says_it(clerk):
    assert "Zeg hoe ver Gemeenteraad Kasterveen is" in told(
        clerk.get("/werkblad/").content.decode()
    )
    path = f"{DESK}vraag/B5/raad/kasterveen/"
    seen = re.search(r'name="seen" value="(\w+)"', clerk.get(path).content.decode())[1]
    sent = {"seen": seen, "status": "scheduled", "sent_on": "2026-11-16"}
    with transaction.atomic():
        refused = clerk.post(path, sent)
        done = clerk.post(path, sent | {"decides_on": "2027-01-07"})
        shown = told(clerk.get(f"{TOP}kasterveen/").content.decode())
        transaction.set_rollback(True)
    assert refused.status_code == 400
    assert "In welke vergadering besluit de raad?" in told(refused.content.decode())
    assert done.status_code == 302
    assert "Wij besluiten op 7 januari 2027." in shown


def test_a_clerk_types_meetings_as_they_stand_in_a_letter(clerk):
    path = f"{DESK}raad/kasterveen/"
    html = clerk.get(path).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', html)[1]
    typed = {
        "name": "Gemeenteraad Kasterveen",
        "seen": seen,
        "meetings": "10-12-2026\n2027-01-07\n",
    }
    with transaction.atomic():
        wrong = clerk.post(path, typed | {"meetings": "morgen"})
        right = clerk.post(path, typed | {"recess": "2027-02-01 t/m 2027-02-07 Carnaval"})
        shown = told(clerk.get(f"{TOP}kasterveen/").content.decode())
        transaction.set_rollback(True)
    assert "Regel 1 is niet te lezen: “morgen”." in told(wrong.content.decode())
    assert right.status_code == 302
    assert "Carnaval: 1 feb 2027 tot en met 7 feb 2027" in shown


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(clerk):
    path = f"{DESK}vraag/B5/raad/kasterveen/"
    sent = {"seen": "old", "status": "sent", "sent_on": "2026-11-16"}
    assert clerk.post(path, sent).status_code == 409


def test_an_empty_last_day_is_that_of_the_law(client):
    browser = Client()
    browser.force_login(Account.objects.get(email="secretary@lindewaard.example"))
    path = f"{DESK}vraag/"
    seen = re.search(r'name="seen" value="(\w+)"', browser.get(path).content.decode())[1]
    typed = {"key": "B9", "title": "Nog een", "sends_on": "2026-12-01", "seen": seen}
    with transaction.atomic():
        done = browser.post(path, typed | {"question": "arrangement"})
        shown = told(browser.get(f"{TOP}vraag/B9/").content.decode())
        refused = browser.post(path, typed | {"key": "B10", "question": "deal"})
        transaction.set_rollback(True)
    assert done.status_code == 302
    assert "Laatste dag 26 januari 2027 Grondslag Wgr art. 1" in shown
    assert refused.status_code == 400
    assert "Geef de laatste dag." in told(refused.content.decode())
