# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The example region as everyone may read it: two versions in force and a draft of a third."""

from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from itertools import islice

from django.test import Client

from samenspel.agenda.queries import agenda_record, draft
from samenspel.agenda.services import import_region, move_version, save_item, start_version
from samenspel.core.agenda.record import Measure
from samenspel.core.agenda.states import State
from samenspel.core.record_json import loads
from samenspel.core.rights import INSTALLATION, Role
from samenspel.parties.models import Account
from samenspel.parties.services import add_person, give_role

SLUG = "lindewaard"
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECRET = "Geheim plan in de schuur"


def example(name):
    """Return a packaged example."""
    path = files("samenspel.data").joinpath("examples", f"{name}.json")
    return loads(path.read_text(encoding="utf-8"))


def adopt(slug, number):
    """Bring a draft in force."""
    for state in (State.RELEASED, State.ADOPTED, State.EXECUTION):
        move_version(region=slug, number=number, to=state, actor=INSTALLATION, at=AT)


def publish():
    """Put the region there, with versions 1 and 2 in force and a draft with a secret."""
    where = {"region": SLUG, "actor": INSTALLATION, "at": AT}
    for number, name in ((1, "lindewaard-versie-1"), (2, "lindewaard")):
        import_region(record=example(name), actor=INSTALLATION, at=AT)
        adopt(SLUG, number)
    start_version(**where)
    save_item(**where, number=3, item=Measure("M99", SECRET, lead="zorgkring"))


def grow(size):
    """Put a region there with *size* measures in force, and return its address."""
    record = example("lindewaard")
    given = record.agenda.measures
    more = (
        replace(one, key=f"{one.key}-{turn}", title=f"{one.title} {turn}", needs=())
        for turn in range(size)
        for one in given
    )
    agenda = replace(record.agenda, measures=tuple(islice(more, size)))
    import_region(
        record=replace(record, slug=f"groot-{size}", agenda=agenda), actor=INSTALLATION, at=AT
    )
    adopt(f"groot-{size}", 1)
    return f"groot-{size}"


def logged_in(role):
    """Return the browser of somebody with a role in the region."""
    where = {"region": SLUG, "actor": INSTALLATION, "at": AT}
    email = f"{role}@linde.example"
    person = add_person(name=f"Naam van {role}", email=email, **where)
    give_role(person_id=person, role=Role(role), party="", since=AT.date(), **where)
    browser = Client()
    browser.force_login(Account.objects.get(email=email))
    return browser


def content_of_draft():
    """Return what the open draft holds."""
    return agenda_record(draft(SLUG, INSTALLATION).pk)
