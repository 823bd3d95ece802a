# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every route, asked by everybody: who gets through, what is refused, and what leaks."""

import re
from datetime import UTC, datetime
from types import ModuleType

import pytest
from asking import Asking, digest, marks, undone
from django.db import transaction
from django.urls import path
from matrix import DRAFT, routes
from matrix_table import ROUTES, WITHOUT_REGION
from world import ANONYMOUS, AWAY, HOME, NEW, SECRETARY, VISITORS, allowed, build

from samenspel.conf import urls
from samenspel.web.views.installation import robots

pytestmark = pytest.mark.django_db

EVERYTHING = {mark for slug in (HOME, AWAY) for one in VISITORS for mark in allowed(one, slug)}


@pytest.fixture(scope="module")
def asking(django_db_setup, django_db_blocker):
    """Everybody before a world that is made once, and undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Asking(build(), datetime.now(UTC))
        transaction.set_rollback(True)


def regions_for(route):
    """Return where a route is asked: in one's own region and in another, if it has any."""
    return (HOME,) if route in WITHOUT_REGION else (HOME, AWAY)


def reason(answer):
    """Return what a page says is wrong."""
    found = re.findall(r'role="alert".*?</(?:div|ul)>|<h1>.*?</h1>', answer.text_of_it, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>|\s+", " ", " ".join(found)).split())


class Faults:
    """What is wrong, with everybody for whom it is."""

    def __init__(self):
        self.found = {}

    def add(self, visitor, *what):
        self.found.setdefault(" ".join(map(str, what)), []).append(visitor.name)

    def status(self, visitor, asked, answer, expected):
        if answer.status_code != expected:
            found = f"gives {answer.status_code} and not {expected}"
            self.add(visitor, asked, found, reason(answer))

    def leaks(self, visitor, asked, answer, seen):
        for mark in sorted(marks(answer) - seen):
            self.add(visitor, asked, "shows", mark)

    def writes(self, visitor, asked, answer):
        for statement in answer.written:
            self.add(visitor, asked, "writes", statement)

    def __str__(self):
        return "\n".join(f"{what}: {', '.join(who)}" for what, who in self.found.items())


def readings(asking, route):
    """Yield (case, region, visitor, address, answer) of every GET of a route."""
    for case in filter(lambda case: case.reads, ROUTES[route]):
        for slug in regions_for(route):
            url = case.url(route, asking.world.names[slug])
            for visitor in VISITORS:
                yield case, slug, visitor, url, asking.ask(visitor, slug, url)


def test_every_route_is_in_the_table_and_the_reverse():
    assert set(routes()) == set(ROUTES)


def test_a_route_that_is_not_in_the_table_is_found():
    planted = ModuleType("planted")
    planted.urlpatterns = [*urls.urlpatterns, path("geheim/", robots, name="secret"), path("x", robots)]
    assert set(routes(planted)) - set(ROUTES) == {"secret", "/x"}


@pytest.mark.parametrize("route", ROUTES)
def test_who_may_read_is_let_through_and_nobody_else(asking, route):
    wrong = Faults()
    for case, slug, visitor, url, answer in readings(asking, route):
        wrong.status(visitor, f"GET {url}", answer, case.reads.expected(visitor, slug))
        wrong.leaks(visitor, f"GET {url}", answer, seen_there(route, visitor))
        wrong.writes(visitor, f"GET {url}", answer)
    assert not wrong.found, str(wrong)


def seen_there(route, visitor):
    """Return the marks that a visitor may see on a route; a log-in link names whom it is for."""
    own = {mark for slug in (HOME, AWAY) for mark in allowed(visitor, slug)}
    return own | {"naamdraak-dal-guest"} if route == "login-link" else own


ACTING = [route for route, cases in ROUTES.items() if any(case.acts for case in cases)]


@pytest.mark.parametrize("route", ACTING)
def test_who_may_act_does_and_for_all_others_nothing_changes(asking, route):
    wrong = Faults()
    for case, slug, visitor, url in actions(asking, route):
        with undone():
            before = digest()
            answer = asking.ask(visitor, slug, url, asking.form(case, route, slug))
            changed = digest() != before
        wrong.status(visitor, f"POST {url}", answer, case.acts.expected(visitor, slug))
        wrong.leaks(visitor, f"POST {url}", answer, seen_there(route, visitor))
        if not case.acts.lets(visitor, slug):
            wrong.writes(visitor, f"POST {url}", answer)
        elif case.writes and not changed:
            wrong.add(visitor, f"POST {url}", "changes nothing", reason(answer))
    assert not wrong.found, str(wrong)


def actions(asking, route):
    """Yield (case, region, visitor, address) of every POST of a route."""
    for case in filter(lambda case: case.acts, ROUTES[route]):
        for slug in regions_for(route):
            for visitor in VISITORS:
                yield case, slug, visitor, case.url(route, asking.world.names[slug])
