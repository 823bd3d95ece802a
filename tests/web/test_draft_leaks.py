# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A word that only drafts hold stands on no public address: page, file, feed, search, API or ledger.

It is the address, the title and the text of a draft, what an amendment would say, a commitment that
was only mentioned, and its target. Every public route is asked for all that it has.
"""

import re
from dataclasses import replace
from io import BytesIO
from itertools import product
from zipfile import ZipFile, is_zipfile

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from every_page import INSIDE, NO_PAGES, OTHERWISE, SLUG, addresses
from matrix import routes

from samenspel.cli.demo_data import load
from samenspel.core.deals.commitment import Commitment, Kind
from samenspel.core.deals.deal import DealDraft, Terms, draft_from
from samenspel.core.rights import INSTALLATION
from samenspel.deals import queries, services
from samenspel.regions.queries import region

pytestmark = pytest.mark.django_db

WORD = "zwijgplan"
TOKEN = re.compile(r'csrfmiddlewaretoken" value="\w+"')
PARTIES = ("lindewaard", "kasterveen")
PACT = "werk-en-techniek"

SETS = ("afspraken", "geldplan", "verdeling", "kas", "raden", "voortgang")

FILES = {
    "country-chart": product(["svg", "png", "csv", "json"]),
    "dcat": [(SLUG,)],
    "deal-receipt": [(SLUG, PACT, 1, "hallerdijk")],
    "deal-receipt-pdf": [(SLUG, PACT, 1, "hallerdijk")],
    "deal-text": product([SLUG], [PACT], [1, 2]),
    "ledger-export": [(SLUG,)],
    "ledger-feed": [(SLUG,)],
    "ledger-receipt": [(SLUG, 1)],
    "ledger-signed-head": [(SLUG,)],
    "open-data-file": [
        (SLUG, name, kind)
        for name in (SLUG, *(f"{SLUG}-{one}" for one in SETS))
        for kind in ("json", "csv", "xlsx", "ods")
    ],
    "allocation-text": [(SLUG, "V1")],
    "council-calendar": [(SLUG, "lindewaard")],
    "invoices-file": [(SLUG, "V1", "json")],
    "goal-chart": [(SLUG, "D1", "svg")],
    "own-figures": [(SLUG,)],
    "profile-chart": [(SLUG, "levels", "svg")],
    "profile-file": product([SLUG], ["json", "csv"]),
    "progress-report-file": [(SLUG, "2026-04-state", 1, "json")],
    "region-calendar": [(SLUG,)],
    "robots": [()],
    "security-txt": [()],
    "sisa-file": [(SLUG, "G9", 2025, "json")],
    "sisa-text": [(SLUG, "G9", 2025, 1)],
    "version-text": [(SLUG, 1)],
}
"""Route that answers with a file -> what to ask it for."""

NOT_PUBLIC = NO_PAGES - FILES.keys()

BY_KEY = {
    "body": "bestuurlijk-overleg",
    "party": "lindewaard",
    "deal": PACT,
    "challenge": "O1",
    "line": "L1",
    "goal": "D1",
    "measure": "M1",
    "commitment": "T1",
}
"""The last word of what a route of the API is about -> its slug or key."""


@pytest.fixture(scope="module", autouse=True)
def _planted(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(step=lambda: None)
        plant()
        yield
        transaction.set_rollback(True)


def plant():
    """Write drafts that hold the word: a deal, an amendment, and what was only mentioned."""
    where = {"region": SLUG, "actor": INSTALLATION, "at": timezone.now()}
    target = f"deal:{WORD}"
    new = Commitment("T90", PARTIES[0], target, Kind.KNOWLEDGE, f"Raad over het {WORD}")
    terms = Terms(f"Het {WORD}", f"## {WORD}\n\nWij doen het {WORD}.", PARTIES)
    services.save_deal(**where, slug=WORD, draft=DealDraft(terms, ("T90",), (new,)))
    services.save_commitment(**where, commitment=replace(new, key="T91"))
    dropped = replace(terms, title=f"Nog een {WORD}")
    services.save_deal(**where, slug=f"{WORD}-2", draft=DealDraft(dropped))
    services.drop_deal(**where, slug=f"{WORD}-2")
    page = queries.deal(region(SLUG).pk, PACT, INSTALLATION, on=timezone.localdate())
    now = draft_from(page.current.record)
    amended = replace(now, terms=replace(now.terms, text=f"{now.terms.text}\n\nEn het {WORD}."))
    services.save_deal(**where, slug=PACT, draft=amended)


def public_addresses():
    """Yield every public address that is known."""
    for route, url in addresses():
        if not route.startswith("workbench") and route not in INSIDE:
            yield url
    yield from (top + rest for top, more in OTHERWISE.items() for rest in more)
    for seq in range(1, 4):
        yield f"/{SLUG}/grootboek/?page={seq}"
    for route, values in FILES.items():
        yield from (reverse(route, args=arguments) for arguments in values)
    yield from api_addresses()


def api_addresses():
    """Yield every address of the API, lists with all that fits on a page of them."""
    for route in routes():
        if route.startswith("api-"):
            [(_, wanted)] = get_resolver().reverse_dict.getlist(route)[0][0]
            url = reverse(route, kwargs={name: value_of(route, name) for name in wanted})
            yield url
            yield f"{url}?pageSize=100"


def value_of(route, name):
    known = {"region": SLUG, "number": 1, "seq": 1, "party": "werkgevers-lindewaard"}
    if name in known:
        return known[name]
    words = route.removeprefix("api-").split("-")
    return next(BY_KEY[word] for word in words if word in BY_KEY)


def words_of(answer):
    """Return an answer as text, what is packed in it unpacked."""
    content = answer.getvalue() if answer.streaming else answer.content
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
    return content.decode(errors="replace").lower()


def test_every_route_with_a_file_is_asked_or_known_not_to_be_public():
    assert all(
        one.startswith(("workbench", "account")) or one == "set-language" for one in NOT_PUBLIC
    )


def test_the_drafts_are_there_for_who_may_read_them():
    here, on = region(SLUG).pk, timezone.localdate()
    assert WORD in {row.slug for row in queries.deals(here, INSTALLATION, on=on)}
    assert queries.commitment(here, "T91", INSTALLATION)


def test_a_word_of_a_draft_stands_on_no_public_address():
    visitor, asked, told = Client(), 0, []
    for url in dict.fromkeys(public_addresses()):
        answer = visitor.get(url)
        asked += answer.status_code == 200
        if WORD in words_of(answer):
            told.append(url)
    assert told == []
    assert asked > 100


@pytest.mark.parametrize("path", ["", "versies/1/", "versies/1/tekst.json"])
def test_a_draft_is_as_absent_as_what_is_not_there(path):
    answers = [Client().get(f"/{SLUG}/afspraken/{slug}/{path}") for slug in (WORD, "bestaat-niet")]
    assert [one.status_code for one in answers] == [404, 404]
    here, there = (TOKEN.sub("", one.content.decode()) for one in answers)
    assert here.replace(WORD, "bestaat-niet") == there
