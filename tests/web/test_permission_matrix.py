# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every route, asked by everybody: who gets through, what is refused, and what leaks."""

from dataclasses import replace
from types import ModuleType

import pytest
from asking import Browser, digest, marks, undone
from django.conf import settings
from django.urls import path, reverse
from faults import Faults
from form_fields import Fields
from matrix import DEAL_DRAFT, DRAFT, NOWHERE, PUBLIC, Case, routes
from matrix_table import ROUTES, WITHOUT_REGION
from world import ANONYMOUS, AWAY, HOME, NEW, SECRETARY, VISITORS, allowed, draft

from samenspel.agenda.queries import region_record
from samenspel.conf import urls
from samenspel.core.agenda.kinds import find
from samenspel.core.rights import INSTALLATION, Act
from samenspel.web.views.installation import robots

pytestmark = pytest.mark.django_db

FEW = [ANONYMOUS, *(one for one in VISITORS if one.name in {"secretary", "reader", "stranger"})]
"""One visitor of each sort."""

JOINING = [one for one in VISITORS if one.may(HOME, Act.EDIT_MEASURE, "noord") and one.party]
"""Who may change a measure for its partner, and not for its lead."""

ACTING = [route for route, cases in ROUTES.items() if any(case.acts for case in cases)]


def askers(route, case, need):
    """
    Yield (region, visitor): everybody in the region of their roles and in another, if it has any.

    What is for all is asked in the other region by a few only.
    """
    yield from ((HOME, visitor) for visitor in (FEW if case.few else VISITORS))
    if route not in WITHOUT_REGION:
        few = case.few or need in (PUBLIC, NOWHERE)
        yield from ((AWAY, visitor) for visitor in (FEW if few else VISITORS))


def readings(asking, route):
    """Yield (case, region, visitor, address, answer) of every GET of a route."""
    for case in filter(lambda case: case.reads, ROUTES[route]):
        for slug, visitor in askers(route, case, case.reads):
            url = case.url(route, asking.world.names[slug])
            yield case, slug, visitor, url, asking.ask(visitor, slug, url)


def actions(asking, route):
    """Yield (case, region, visitor, address) of every POST of a route."""
    for case in filter(lambda case: case.acts, ROUTES[route]):
        for slug, visitor in askers(route, case, case.acts):
            yield case, slug, visitor, case.url(route, asking.world.names[slug])


def seen_there(route, visitor):
    """Return the marks that a visitor may see on a route; a log-in link names whom it is for."""
    own = {mark for slug in (HOME, AWAY) for mark in allowed(visitor, slug)}
    return own | {"naamdraak-dal-guest"} if route == "login-link" else own


def test_every_route_is_in_the_table_and_the_reverse():
    assert set(routes()) == set(ROUTES)


def test_a_route_that_is_not_in_the_table_is_found():
    planted = ModuleType("planted")
    planted.urlpatterns = [*urls.urlpatterns, path("a/", robots, name="secret"), path("b", robots)]
    assert set(routes(planted)) - set(ROUTES) == {"secret", "/b"}


@pytest.mark.parametrize("route", ROUTES)
def test_who_may_read_is_let_through_and_nobody_else(asking, route):
    wrong = Faults()
    for case, slug, visitor, url, answer in readings(asking, route):
        wrong.status(visitor, f"GET {url}", answer, case.reads.expected(visitor, slug))
        wrong.leaks(visitor, f"GET {url}", answer, seen_there(route, visitor))
        wrong.writes(visitor, f"GET {url}", answer)
        private = case.reads in (DRAFT, DEAL_DRAFT)
        if private and answer.status_code == 200 and not marks(answer):
            wrong.add(visitor, f"GET {url}", "shows nothing by which a leak could be told")
    assert not wrong.found, str(wrong)


@pytest.mark.parametrize("route", ACTING)
def test_who_may_act_does_and_for_all_others_nothing_changes(asking, route):
    wrong = Faults()
    for case, slug, visitor, url in actions(asking, route):
        with undone():
            data, before = asking.form(case, route, slug), digest()
            answer = asking.ask(visitor, slug, url, data)
            changed = digest() != before
        wrong.status(visitor, f"POST {url}", answer, case.acts.expected(visitor, slug))
        wrong.leaks(visitor, f"POST {url}", answer, seen_there(route, visitor))
        if not case.acts.lets(visitor, slug):
            wrong.writes(visitor, f"POST {url}", answer)
        if changed != (case.writes and case.acts.lets(visitor, slug)):
            wrong.add(visitor, f"POST {url}", "changes", "something" if changed else "nothing")
    assert not wrong.found, str(wrong)


@pytest.mark.parametrize("visitor", JOINING, ids=lambda visitor: visitor.name)
def test_a_partner_is_not_asked_for_what_is_for_the_lead_and_cannot_change_it(asking, visitor):
    """Of a measure that a party joins: who is in it, and what it costs."""
    key = asking.world.names[HOME]["k"] + "M5"
    url = reverse("workbench-item", args=[HOME, "maatregel", key])
    page = asking.ask(visitor, HOME, url).text_of_it
    mine, whole = (
        Fields(text).values for text in (page, asking.ask(SECRETARY[HOME], HOME, url).text_of_it)
    )
    held = {name for name in whole if name.startswith(("lead", "partners", "cost-"))}
    assert held
    assert not held & mine.keys()
    assert "Partij zuid dal" in page
    with undone():
        changed = dict.fromkeys(held, "") | {"lead": "dal-noord", "title": "Anders"}
        assert asking.ask(visitor, HOME, url, whole | changed).status_code == 302
        now = region_record(HOME, actor=INSTALLATION, number=2).agenda
    assert find(now, "measure", key) == replace(find(draft(HOME), "measure", key), title="Anders")


@pytest.mark.parametrize("route", ACTING)
def test_no_act_is_done_for_a_page_of_another_site(asking, route):
    """That is: without the token that only our own forms carry."""
    careful = Browser(checks=True)
    for case, slug, visitor, url in actions(asking, route):
        if visitor is SECRETARY[slug]:
            careful.cookies[settings.SESSION_COOKIE_NAME] = asking.sessions[visitor, slug]
            before = digest()
            assert careful.post(url, asking.form(case, route, slug)).status_code == 403
            assert digest() == before


@pytest.mark.parametrize("route", ROUTES)
def test_no_other_method_does_anything(asking, route):
    """Nor does a POST to what only shows."""
    case, slug = ROUTES[route][0], HOME
    url = case.url(route, asking.world.names[slug])
    shows = all(one.acts is None for one in ROUTES[route])
    methods = ["put", "patch", "delete", *(["post"] if shows else [])]
    for method in methods:
        answer = asking.ask(SECRETARY[slug], slug, url, method=method)
        assert answer.status_code < 500
        assert answer.written == []


@pytest.mark.parametrize("route", [route for route in ROUTES if route not in WITHOUT_REGION])
def test_a_region_with_nothing_but_a_draft_tells_nothing_of_it(asking, route):
    wrong = Faults()
    for case in filter(lambda case: case.reads, ROUTES[route]):
        url = case.url(route, asking.world.names[NEW])
        for visitor in FEW:
            answer = asking.ask(visitor, HOME, url)
            wrong.leaks(visitor, f"GET {url}", answer, {visitor.mark})
            if answer.status_code >= 500:
                wrong.status(visitor, f"GET {url}", answer, 404)
    assert not wrong.found, str(wrong)


@pytest.mark.parametrize("visitor", VISITORS, ids=lambda visitor: visitor.name)
def test_pages_and_api_agree_on_what_there_is(asking, visitor):
    """Whatever somebody asks for, one does not say no where the other says yes."""
    for slug in (HOME, AWAY) if visitor in FEW else (HOME,):
        k = asking.world.names[slug]["k"]
        for version in ("1", "2", ""):
            for kind, key in KEYS:
                name = f"{k}{key}"
                page, api = (
                    status(asking, visitor, slug, route, name, version and f"{asked}={version}")
                    for route, asked in ((kind, "versie"), (f"api-{kind}", "version"))
                )
                assert page == api, (kind, name, version)


KEYS = [
    (kind, f"{letter}{number}")
    for kind, letter in (("challenge", "O"), ("goal", "D"), ("measure", "M"))
    for number in (1, 2)
]
"""What is asked of both; M2 is in version 1, the others with 2 are not."""


def status(asking, visitor, slug, route, name, question):
    """Return the status of the page or resource that *name* has in a region."""
    url = Case(f"{slug} {name} ?{question}").url(route, {})
    return asking.ask(visitor, slug, url).status_code
