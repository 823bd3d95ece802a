# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What twenty councils with sixty decision moments cost: statements, and time of the processor."""

from dataclasses import replace
from datetime import timedelta
from time import process_time

import pytest
from council_world import fill
from deal_world import AT
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from world import HOME, region

from samenspel.agenda.services import import_region
from samenspel.core.calendar.asked import Ask
from samenspel.core.calendar.moments import Outcome, Position, Question, Status
from samenspel.core.region_record import Member, Party
from samenspel.core.rights import INSTALLATION
from samenspel.councils import services

pytestmark = pytest.mark.django_db

COUNCILS, MOMENTS = 20, 60
STATEMENTS, SECONDS = 15, 0.05
NOW = timezone.now()
WHERE = {"region": HOME, "actor": INSTALLATION, "at": NOW}


@pytest.fixture(scope="module", autouse=True)
def _many(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        build()
        yield
        transaction.set_rollback(True)


def build():
    """Fill the region: each council has decided on half of the moments."""
    record = region(HOME)
    more = [f"{HOME}-g{number}" for number in range(COUNCILS - 2)]
    members = [Member(f"VB09{place:02}", f"Plaats {place}") for place in range(len(more))]
    parties = [
        Party(slug, f"Gemeente {slug}", record.parties[0].kind, municipality=member.code)
        for slug, member in zip(more, members, strict=True)
    ]
    whole = replace(
        record,
        members=(*record.members, *members),
        parties=(*record.parties, *parties),
    )
    import_region(record=whole, actor=INSTALLATION, at=AT)
    fill(HOME, "D")
    days = [TODAY + timedelta(days=14 * place - 99) for place in range(26)]
    for slug in more:
        services.save_council(**WHERE, party=slug, name=f"Raad {slug}", meetings=days)
    for number in range(MOMENTS - 1):
        ask = Ask(f"B{number + 100}", Question.DEAL, f"Vraag {number}", *WINDOW)
        services.save_moment(**WHERE, ask=ask)
        for slug in more[: len(more) // 2]:
            where = {"key": ask.key, "party": slug, "position": DECIDED}
            services.save_position(**WHERE, **where)


TODAY = timezone.localdate()
WINDOW = (TODAY - timedelta(days=30), TODAY + timedelta(days=54))
DECIDED = Position(Status.DECIDED, Outcome.ADOPTED, WINDOW[0], TODAY - timedelta(days=9))


@pytest.mark.parametrize(
    "path", ["raden/", f"raden/{HOME}-noord/", "raden/vraag/B100/", "kalender.ics"]
)
def test_a_page_takes_a_bounded_number_of_statements(client, path):
    client.get(f"/{HOME}/{path}")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/{HOME}/{path}").status_code == 200
    assert len(asked) <= STATEMENTS, "\n".join(one["sql"][:120] for one in asked)


@pytest.mark.parametrize("path", ["raden/", f"raden/{HOME}-noord/"])
def test_a_page_takes_little_of_the_processor(client, path):
    """On a quiet machine it is 15 ms or less; the bound leaves room for a busy one."""
    client.get(f"/{HOME}/{path}")
    assert min(cost(client, path) for _ in range(7)) <= SECONDS


def cost(client, path):
    """Return the seconds of processor time that a page takes."""
    start = process_time()
    client.get(f"/{HOME}/{path}")
    return process_time() - start
