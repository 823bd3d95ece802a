# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a stranger takes home from the ledger page proves itself without the installation."""

from datetime import timedelta
from xml.etree.ElementTree import fromstring

import pytest
from django.utils import timezone
from published import SLUG, publish

from samenspel.core.receipt import flaw
from samenspel.core.receipt import parse as parse_receipt
from samenspel.core.rights import INSTALLATION
from samenspel.core.tree_head import from_json, is_by, parse
from samenspel.core.verification import verify_export
from samenspel.ledger.queries import head, signed_heads
from samenspel.ledger.services import append

pytestmark = pytest.mark.django_db

HERE = f"/{SLUG}/grootboek/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def region():
    publish()


@pytest.fixture
def kept(client):
    """The newest head, and the key as the page shows it."""
    found = parse(client.get(f"{HERE}kop.json").content)
    return found, bytes.fromhex(found.key)


def add_entry():
    append(
        book=SLUG,
        kind="measure-changed",
        object="measure:M1",
        actor=INSTALLATION,
        grant=INSTALLATION.grants[0],
        details={},
        at=timezone.now(),
    )


def test_a_visitor_finds_a_head_that_the_whole_ledger_is_held_to(client, kept):
    lines = b"".join(client.get(f"{HERE}export.jsonl")).splitlines(keepends=True)

    assert kept[0].size == head(SLUG).seq
    assert verify_export(lines, *kept).fault is None


def test_the_page_shows_head_key_and_what_to_do_with_them(client, kept):
    told = client.get(HERE).content.decode()

    for part in (kept[0].root, kept[0].key, "kop.json", "koppen.atom", "ledger verify-receipt"):
        assert part in told


def test_who_looks_again_within_the_hour_finds_the_same_head(client, kept):
    add_entry()
    for path in ("", "kop.json", "koppen.atom"):
        client.get(HERE + path)

    assert signed_heads(SLUG) == [kept[0]]


def test_who_looks_an_hour_later_finds_a_new_one(client, kept, monkeypatch):
    add_entry()
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    client.get(HERE)

    assert [one.size for one in signed_heads(SLUG)] == [kept[0].size + 1, kept[0].size]


def test_the_heads_can_be_followed(client, kept):
    answer = client.get(f"{HERE}koppen.atom")
    entries = fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314 - our own text

    assert answer.headers["Content-Type"] == "application/atom+xml"
    assert [parse(one.findtext(f"{ATOM}summary")) for one in entries] == [kept[0]]


def test_the_api_tells_the_heads(client, kept):
    told = client.get(f"/api/v1/regions/{SLUG}/ledger-heads").json()

    assert told["count"] == 1
    assert from_json(told["results"][0]) == kept[0]
    assert is_by(kept[0], kept[1])


def test_every_entry_has_a_receipt(client, kept):
    for seq in (1, head(SLUG).seq):
        receipt = parse_receipt(client.get(f"{HERE}{seq}/bewijs.json").content)
        assert receipt.entry.seq == seq
        assert flaw(receipt, kept[1]) is None


def test_an_entry_of_just_now_has_a_receipt_too(client, kept):
    add_entry()
    seq = head(SLUG).seq

    assert flaw(parse_receipt(client.get(f"{HERE}{seq}/bewijs.json").content), kept[1]) is None


@pytest.mark.parametrize("seq", ["0", "99999", "9" * 15, "9" * 40, "x"])
def test_an_entry_that_is_not_there_has_none(client, seq):
    assert client.get(f"{HERE}{seq}/bewijs.json").status_code == 404
