# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The small region with a deal between its parties, and somebody to sign it for each."""

from datetime import date

from bench import AT
from django.test import Client
from django.utils import timezone

from samenspel.core.deals.commitment import Amount, Commitment, Condition, Kind
from samenspel.core.deals.deal import DealDraft, Terms
from samenspel.core.deals.ladder import Rung
from samenspel.core.rights import INSTALLATION, Role
from samenspel.deals import queries, services
from samenspel.parties.models import Account
from samenspel.parties.services import add_person, give_mandate, give_role
from samenspel.regions.queries import region

MONEY = Commitment(
    "T1",
    "noord",
    "measure:M1",
    Kind.MONEY,
    "Een kwart van het praktijkcentrum",
    amounts=(Amount(2026, 100_00), Amount(2027, 250_00), Amount(2028, 300_00)),
    conditions=(Condition("Als de school de ruimte geeft", party="school"),),
)
HOURS = Commitment(
    "T2",
    "school",
    "measure:M2",
    Kind.HOURS,
    "Twee docenten",
    ends_on=date(2026, 6, 30),
    hours=400,
    helps=("noord",),
)
LOOSE = Commitment("T3", "school", "goal:D1", Kind.KNOWLEDGE, "Een lesprogramma")
TERMS = Terms(
    "Praktijkdeal", "## 1. Samen\n\nWij *bouwen* het samen.", ("noord", "school"), notice_days=90
)
DRAFT = DealDraft(TERMS, ("T1", "T2"))


def act(name, at=AT, actor=INSTALLATION, **what):
    """Do an act of the services, on the deal unless it is about a commitment."""
    if "deal" in name or name in {"withdraw", "take_back"}:
        what.setdefault("slug", "praktijk")
    return getattr(services, name)(region="dal", actor=actor, at=at, **what)


def promise():
    """Let there be commitments: T1 and T2 pledged, T3 only mentioned."""
    for one in (MONEY, HOURS):
        act("save_commitment", commitment=one, rung=Rung.PLEDGED)
    act("save_commitment", commitment=LOOSE, rung=Rung.MENTIONED)


def empower(bench, party="school", limit=None, since=date(2025, 1, 1)):
    """Give the representative of a party a mandate; that of noord is made for it."""
    where = {"region": "dal", "actor": INSTALLATION, "at": AT}
    if party == "school":
        person = bench.people["representative"]
    else:
        person = add_person(name=f"Naam {party}", email=f"{party}@dal.example", **where)
        role = {"role": Role.REPRESENTATIVE, "party": party, "since": since}
        give_role(person_id=person, **role, **where)
    decided = {"organ": "Bestuur", "decided_on": since, "scope": "Tekenen", "since": since}
    give_mandate(person_id=person, party=party, limit_cents=limit, **decided, **where)


def browser(party):
    """Return the browser of the representative of a party other than the school."""
    client = Client()
    client.force_login(Account.objects.get(email=f"{party}@dal.example"))
    return client


def propose(draft=DRAFT):
    """Put the deal on the table; return its digest."""
    act("save_deal", draft=draft)
    return act("propose_deal")


def page(on=None):
    """Return the deal as it is now, as the secretariat sees it."""
    day = on or timezone.localdate()
    return queries.deal(region("dal").pk, "praktijk", INSTALLATION, on=day)


def promised(key):
    """Return a commitment as it is now, or None."""
    return queries.commitment(region("dal").pk, key, INSTALLATION)
