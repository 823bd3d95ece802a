# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A region of which every text was written with ill will, and people with names like that."""

import json
from dataclasses import replace
from datetime import date, timedelta

from allocation_world import fill as fill_allocations
from cash_world import fill as fill_cash
from council_world import fill as fill_councils
from deal_world import fill as fill_deals
from django.utils import timezone
from funding_world import fill as fill_funding
from progress_world import fill as fill_progress
from progress_world import tell
from texts import with_texts
from world import AT, CODES, HOME, REGIONS, draft, region

from samenspel.agenda.services import import_region, move_version
from samenspel.core.agenda.states import State
from samenspel.core.changes import REGION_KINDS
from samenspel.core.limits import is_long, text_limit
from samenspel.core.region_record import Party
from samenspel.core.rights import INSTALLATION, Role
from samenspel.parties.services import add_person, give_mandate, give_role, make_login_link
from samenspel.web.forms.kinds import address_of

PAYLOADS = (
    '"><script>alert(1)</script>',
    "<img src=x onerror=alert(2)>",
    "' onmouseover='alert(3)",
    "</title></textarea></select><svg/onload=alert(4)>",
    "{{ 7|add:7 }}{% debug %}${7*7}",
    "javascript:alert(5)",
    "&lt;script&gt;alert(6)&lt;/script&gt;",
    "\u200f\u05e9\u05dc\u05d5\u05dd\u200e \u0645\u0631\u062d\u0628\u0627",
    "<a href=javascript:alert(7)>]]>-->",
    "\\u003cscript\\u003ealert(8)\\u003c/script\\u003e",
)
LINES = "\n\n<iframe srcdoc='<script>alert(9)</script>'></iframe>\n<style>*{display:none}</style>"
LONG_WORD = "Arbeidsmarktregiosamenwerkingsovereenkomst" * 10

WEBSITES = (
    'https://x.example/"><script>alert(10)</script>',
    "HTTPS://\"onmouseover='alert(11)'.example",
    f"https://{LONG_WORD}.example",
)


def hostile(_kind, field, _value):
    """Return as much ill will as *field* may hold, with a word at the end that is far too long."""
    text = " ".join(PAYLOADS) + (LINES if is_long(field) else "")
    room = text_limit(field)
    return f"{text[: room * 2 // 3].rstrip()} {LONG_WORD}"[:room].rstrip()


def build():
    """Fill an empty database; return names for addresses and a link for each role."""
    record = _region()
    where = {"region": HOME, "actor": INSTALLATION, "at": AT}
    note = hostile("", "source", "")
    import_region(record=record, actor=INSTALLATION, at=AT)
    for state in (State.RELEASED, State.ADOPTED, State.EXECUTION):
        move_version(**where, number=1, to=state, note=note)
    drafted = with_texts(
        draft(HOME), lambda *one: f"2{hostile(*one)}"[: text_limit(one[1])].rstrip()
    )
    import_region(record=replace(record, agenda=drafted), actor=INSTALLATION, at=AT)
    payment = _fill()
    role, person = _person("guest", Role.READER)
    _role, secretary = _person("secretary", Role.SECRETARY)
    _role, signer = _person("representative", Role.REPRESENTATIVE, f"{HOME}-noord")
    what = {"organ": note[:300], "scope": note, "decided_on": date(2025, 5, 1)}
    what |= {"party": f"{HOME}-noord", "since": date(2025, 5, 1)}
    mandate = give_mandate(**where, person_id=person, **what)
    give_mandate(**where, person_id=signer, **what)
    secrets = {
        who: make_login_link(person_id=who, at=timezone.now(), valid=timedelta(1))
        for who in (person, secretary, signer)
    }
    seat = address_of(REGION_KINDS["seat"][1](record.seats[0]))
    names = {"r": HOME, "k": REGIONS[HOME], "c": CODES[HOME], "seat": seat}
    names |= fill_progress(HOME, timezone.now())
    tell(HOME, REGIONS[HOME], timezone.now(), hostile("", "source", ""))
    names |= {"role": str(role), "mandate": str(mandate)}
    names |= {"payment": payment, "person": str(person), "secret": secrets[person]}
    links = {"secretary": secrets[secretary], "representative": secrets[signer]}
    return {"names": names, "links": links}


def _fill():
    """Fill what parties agree, pay and ask of councils; return the number of a payment."""
    home = (HOME, REGIONS[HOME])
    fill_deals(*home, say=_hostile)
    fill_councils(*home, say=_hostile)
    fill_funding(*home, say=_hostile)
    fill_allocations(HOME, say=_hostile)
    return fill_cash(*home, say=_hostile)


def _hostile(field, text):
    return hostile("", field, text)


def _region():
    record = with_texts(region(HOME), hostile)
    parties = [
        replace(one, website=website) if isinstance(one, Party) else one
        for one, website in zip(record.parties, WEBSITES, strict=True)
    ]
    return replace(record, parties=tuple(parties))


def _person(name, role, party=""):
    """Put somebody there with a hostile name and address; return the keys of role and person."""
    where = {"region": HOME, "actor": INSTALLATION, "at": AT}
    email = f"{name}'\"<script>alert(12)</script>@{HOME}.example"
    person = add_person(**where, name=hostile("", "name", ""), email=email)
    since = date(2020, 1, 1)
    given = give_role(**where, person_id=person, role=role, party=party, since=since)
    return given, person


def main():
    """Build, and print what came of it."""
    print(json.dumps(build()))  # noqa: T201 - another process reads it
