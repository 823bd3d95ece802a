# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is of another region cannot be named here: not in an address, a form or a workbook."""

import re
from datetime import date

import pytest
from asking import digest, marks, undone
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from faults import Faults
from matrix_table import ROUTES, WITHOUT_REGION
from world import AT, AWAY, HOME, SECRETARY, STRANGER, region

from samenspel.core.record_json import dumps
from samenspel.core.rights import INSTALLATION, Role
from samenspel.parties.services import give_role

pytestmark = pytest.mark.django_db

WHO = SECRETARY[HOME]
"""Somebody who may do whatever can be done, but not elsewhere."""

HERE = [(route, case) for route, cases in ROUTES.items() for case in cases]
HERE = [(route, case) for route, case in HERE if route not in WITHOUT_REGION]

REFERENCES = {
    "body",
    "challenge",
    "challenges",
    "goal-0",
    "kind",
    "lead",
    "line",
    "municipality",
    "needs",
    "owner",
    "partners",
    "party",
    "person",
    "phase",
    "policy_fields",
}
"""Every field in which something of the region is chosen."""


def mixed(asking, route, case):
    """Return an address in this region for what is of another; empty when it names nothing."""
    here, there = (case.url(route, asking.world.names[slug]) for slug in (HOME, AWAY))
    url = re.sub(rf"/{AWAY}(?=[/?]|$)", f"/{HOME}", there, count=1)
    return "" if url == here else url


def seen_of_the_other(answer):
    return {mark for mark in marks(answer) if f"-{AWAY}" in mark}


def test_no_address_reaches_what_is_of_another_region(asking):
    wrong = Faults()
    for route, case in HERE:
        if url := case.reads and mixed(asking, route, case):
            answer = asking.ask(WHO, HOME, url)
            if AWAY in url.partition("?")[0] or not case.query:
                wrong.status(WHO, f"GET {url}", answer, 404)
            if seen_of_the_other(answer):
                wrong.add(WHO, f"GET {url}", "shows what is of another region")
    assert not wrong.found, str(wrong)


def test_no_act_reaches_what_is_of_another_region(asking):
    wrong, before, tried = Faults(), digest(), 0
    for route, case in HERE:
        if url := case.acts and mixed(asking, route, case):
            with undone():
                answer = asking.ask(WHO, HOME, url, asking.form(case, route, AWAY))
                wrong.status(WHO, f"POST {url}", answer, 404)
                assert digest() == before, url
            tried += 1
    assert tried > 20
    assert not wrong.found, str(wrong)


def test_nothing_of_another_region_can_be_chosen_in_a_form(asking):
    wrong, before, tried = Faults(), digest(), set()
    for route, case in HERE:
        if case.acts is None or case.upload:
            continue
        data, url = asking.form(case, route, HOME), case.url(route, asking.world.names[HOME])
        for name, values in foreign_choices(asking, case, route):
            with undone():
                answer = asking.ask(WHO, HOME, url, data | {name: values})
                wrong.status(WHO, f"POST {url} with {name}={values}", answer, 400)
                assert digest() == before, url
            tried.add(name)
    assert tried >= REFERENCES
    assert not wrong.found, str(wrong)


def foreign_choices(asking, case, route):
    """Yield (field, values of the other region) for each field of a form that offers ours."""
    offered = asking.fields(case, route, HOME).choices
    others = asking.fields(case, route, AWAY).choices
    for name, ours in offered.items():
        theirs = sorted(set(others.get(name, [])) - set(ours))
        if theirs:
            yield name, theirs[:1]


def upload(record):
    return {"workbook": SimpleUploadedFile("werkboek.json", dumps(record).encode())}


def test_the_workbook_of_another_region_is_refused(asking):
    url, before = reverse("workbench-workbook", args=[HOME]), digest()
    with undone():
        answer = asking.ask(WHO, HOME, url, upload(region(AWAY)))
    assert answer.status_code == 400
    assert digest() == before


@pytest.mark.parametrize("name", ["workbench-workbook-preview", "workbench-workbook-import"])
def test_a_workbook_that_waits_for_one_region_is_not_used_in_another(asking, name):
    """Also not by somebody who may import there: a session keeps one workbook at a time."""
    waiting_here = asking.sessions[STRANGER, HOME]
    before = digest()
    asking.sessions[STRANGER, "mixed"] = waiting_here
    url, data = reverse(name, args=[AWAY]), {"seen": ""} if name.endswith("import") else None
    answer = asking.ask(STRANGER, "mixed", url, data)
    assert answer.status_code == 410
    assert digest() == before


@pytest.mark.parametrize("name", ["workbench-person-link", "workbench-person-erase"])
def test_who_has_a_role_elsewhere_is_beyond_the_reach_of_a_secretary(asking, name):
    """Else one region could log in as, or erase, the people of another."""
    person = asking.world.names[AWAY]["person"]
    with undone():
        where = {"region": HOME, "actor": INSTALLATION, "at": AT}
        give_role(**where, person_id=int(person), role=Role.READER, since=date(2020, 1, 1))
        before = digest()
        answer = asking.ask(WHO, HOME, reverse(name, args=[HOME, person]), {})
        assert answer.status_code == 403
        assert digest() == before
