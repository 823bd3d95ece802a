# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Each signature has its receipt: what was signed, the entry, and the proof that it is there."""

from hashlib import sha256

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from documents.drawn import text_of
from samenspel.cli.demo_data import load
from samenspel.core.canonical import decode
from samenspel.core.receipt import Flaw, flaw, parse

pytestmark = pytest.mark.django_db
PACT = "werk-en-techniek"


@pytest.fixture(scope="module", autouse=True)
def _examples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(step=lambda: None)
        yield
        transaction.set_rollback(True)


def address(number, party, deal=PACT, name="deal-receipt"):
    return reverse(name, args=["lindewaard", deal, number, party])


@pytest.fixture
def taken():
    return Client().get(address(1, "hallerdijk"))


def test_it_proves_itself(taken):
    receipt = parse(taken.content)
    assert flaw(receipt) is None
    assert receipt.entry.payload["party"] == "hallerdijk"


def test_it_holds_text_commitments_reservation_and_mandate(taken):
    receipt = parse(taken.content)
    signed, told = decode(receipt.text.encode()), receipt.entry.payload["details"]

    assert sha256(receipt.text.encode()).hexdigest() == told["digest"]
    assert "4. Leerwerkbanen" in signed["content"]["terms"]["text"]
    assert len(signed["content"]["commitments"]) == 12
    assert [one["commitment"] for one in told["reservations"]] == ["T8"]
    assert told["mandate"]["organ"].endswith("Hallerdijk")


def test_it_names_no_person(taken):
    assert "Brummelhuis" not in taken.content.decode()


def test_a_changed_text_is_seen(taken):
    receipt = parse(taken.content.replace(b"zestien leerwerkbanen", b"twintig leerwerkbanen"))
    assert flaw(receipt) in {Flaw.OTHER_TEXT, Flaw.CHANGED}


@pytest.mark.parametrize(
    ("number", "party", "deal"),
    [
        (2, "hallerdijk", PACT),
        (1, "werkcentrum", PACT),
        (1, "lindewaard", "starterswoningen"),
        (1, "lindewaard", "stroom-delen"),
        (9, "lindewaard", PACT),
    ],
)
def test_what_was_not_signed_has_none(number, party, deal):
    assert Client().get(address(number, party, deal)).status_code == 404
    assert Client().get(address(number, party, deal, "deal-receipt-pdf")).status_code == 404


def test_it_can_be_had_as_a_document_to_read(taken):
    page = address(1, "hallerdijk", name="deal-receipt-pdf")
    sent = Client().get(page)
    assert sent.headers["Content-Type"] == "application/pdf"
    assert sent.headers["Content-Disposition"].endswith(
        '"lindewaard-werk-en-techniek-1-hallerdijk.pdf"'
    )
    text = text_of(sent.content)
    assert parse(taken.content).entry.payload["details"]["digest"] in text
    assert "Wij zeggen zestien leerwerkbanen toe" in text
    assert (
        f'href="{page}"'
        in Client().get(f"/lindewaard/afspraken/{PACT}/versies/1/").content.decode()
    )
