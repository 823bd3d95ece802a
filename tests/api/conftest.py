# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An installation with both example regions, their deals and money, and somebody to ask it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from samenspel.agenda.services import import_region, move_version
from samenspel.cli.demo_deals import Replay, script
from samenspel.cli.demo_funding import funding_acts, perform
from samenspel.core.agenda.states import State
from samenspel.core.record_json import loads
from samenspel.core.rights import INSTALLATION, Role
from samenspel.parties.models import Account
from samenspel.parties.services import add_person, give_role

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PEOPLE = {
    "officer": ("lindewaard", Role.OFFICER, "roc-de-linde"),
    "officer at the draft deal": ("lindewaard", Role.OFFICER, "netbedrijf-oostermark"),
    "officer of another party": ("lindewaard", Role.OFFICER, "hogeschool-oostermark"),
    "reader of another region": ("twente", Role.READER, ""),
}


@pytest.fixture(scope="module")
def installation(django_db_setup: None, django_db_blocker) -> Iterator[dict[str, Account]]:
    """
    Twente closed; Lindewaard with version 1 in execution and version 2 a draft; some people.

    Filled once for the tests of a module and undone after them; they carry the mark ``django_db``.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        fill("twente-2018-2022", State.RELEASED, State.CLOSED)
        fill("lindewaard-versie-1", State.RELEASED, State.ADOPTED, State.EXECUTION)
        fill("lindewaard")
        agree("twente")
        agree("lindewaard")
        yield {who: account(who, *role) for who, role in PEOPLE.items()}
        transaction.set_rollback(True)


def fill(name: str, *states: State) -> None:
    text = files("samenspel.data").joinpath("examples", f"{name}.json").read_text(encoding="utf-8")
    record = loads(text)
    import_region(record=record, actor=INSTALLATION, at=AT)
    for state in states:
        move_version(region=record.slug, number=1, to=state, actor=INSTALLATION, at=AT)


def agree(region: str) -> None:
    """Replay what the parties promised and what they pay; ``lindewaard`` acts for itself."""
    act = {"region": region, "actor": INSTALLATION, "at": AT}
    person = add_person(name="Wie tekent", email=f"tekent@{region}.example", **act)
    replay, acts = Replay(region, INSTALLATION, {"lindewaard": person}), script(region)
    replay.begin(acts)
    for one in sorted((*acts.acts, *funding_acts(region)), key=lambda act: act.day):
        perform(replay, one)


def account(who: str, region: str, role: Role, party: str) -> Account:
    email = f"{who.replace(' ', '-')}@samenspel.example"
    act = {"region": region, "actor": INSTALLATION, "at": AT}
    person = add_person(name=who, email=email, **act)
    give_role(person_id=person, role=role, party=party, since=date(2026, 1, 1), **act)
    return Account.objects.get(email=email)


@pytest.fixture
def api(installation: dict[str, Account]) -> Callable[..., object]:
    """Asks below /api/v1 and returns the answer; *who* is logged in, else nobody."""

    def ask(path: str, query: dict[str, object] | None = None, who: str = "", **headers: str):
        client = Client(headers=headers)
        if who:
            client.force_login(installation[who], BACKEND)
        return client.get(f"/api/v1{path}", query)

    return ask


@pytest.fixture(autouse=True)
def _start_counting_anew() -> None:
    cache.clear()  # the throttle keeps its count there
