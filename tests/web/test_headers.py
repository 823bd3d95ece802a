# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What every page and every answer carries: headers, cookies, language, title, one heading."""

import json
import os
from types import ModuleType

import pytest
from asking import Asking, Browser
from django.conf import settings
from django.test import Client, override_settings
from django.urls import path
from matrix_table import ROUTES
from page_parts import Page
from world import ANONYMOUS, HOME, SECRETARY

from samenspel.parties.models import Account
from served import run_python

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
PRIVATE = ("same-origin", "no-referrer")

ALSO_ELSEWHERE = {"version"}
"""Pages that show what another address shows too: the version in force is the agenda."""

ABOUT_LOG_IN = {"account_login", "login-link", "progress-answer", "mail-switch"}
"""Routes that no cache keeps, whoever asks."""


@pytest.fixture(scope="module")
def answers(asking: Asking):
    """The answer to every address, as nobody and as a secretary, by (route, address, who)."""
    found = {}
    for route, cases in ROUTES.items():
        for case in filter(lambda case: case.reads, cases):
            url = case.url(route, asking.world.names[HOME])
            for visitor in (ANONYMOUS, SECRETARY[HOME]):
                found[route, url, visitor.name] = asking.ask(visitor, HOME, url)
    for url in ("/bestaat/niet/", "/bestaat-niet", "/api/v1/nergens", "/%00/"):
        found["nowhere", url, "anonymous"] = asking.ask(ANONYMOUS, HOME, url)
    return found | {("nowhere", why, "anonymous"): answer for why, answer in refusals()}


def refusals():
    """Yield what is answered to a question for another host, a form without token, a fault."""
    yield "host", Browser().get("/", headers={"host": "elders.example"})
    yield "token", Browser(checks=True).post("/taal/", {"language": "en"})
    broken = ModuleType("broken")
    broken.urlpatterns = [path("", lambda _request: 1 / 0)]
    with override_settings(ROOT_URLCONF=broken):
        yield "fault", Browser().get("/")


def test_what_is_refused_is_refused_with_a_page_of_our_own(pages, answers):
    found = {where[1]: answers[where].status_code for where in pages if where[0] == "nowhere"}
    assert found | {"host": 400, "token": 403, "fault": 500} == found


@pytest.fixture(scope="module")
def pages(answers):
    """The answers that are pages, read."""
    return {
        where: Page(answer.content.decode())
        for where, answer in answers.items()
        if answer.headers.get("Content-Type", "").startswith("text/html") and answer.content
    }


def test_every_answer_keeps_browsers_strict(answers):
    for where, answer in answers.items():
        sent = dict(
            one.strip().split(" ", 1) for one in answer["Content-Security-Policy"].split(";")
        )
        api = where[1].startswith("/api/")
        assert sent == ({"default-src": "'none'", "frame-ancestors": "'none'"} if api else POLICY)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, where
        assert answer["Referrer-Policy"] in PRIVATE, where
        assert answer["Content-Language"] or answer.status_code >= 300, where
        assert not {"Server", "X-Powered-By"} & answer.headers.keys()


def test_what_is_for_somebody_is_not_kept_by_a_cache_for_all(answers, pages):
    for where in (where for where in pages if where[0] != "nowhere"):
        assert "Cookie" in answers[where].headers.get("Vary", ""), where


def test_what_is_for_somebody_is_kept_by_no_cache_at_all(answers):
    for where, answer in answers.items():
        api, who = where[1].startswith("/api/"), where[2]
        if who == SECRETARY[HOME].name and not api:
            assert answer["Cache-Control"] == "private, no-store", where


def test_what_is_for_all_may_be_kept(answers):
    private = {
        where[0]
        for where, answer in answers.items()
        if where[2] == ANONYMOUS.name and "private" in answer.headers.get("Cache-Control", "")
    }
    assert private == ABOUT_LOG_IN


def test_who_logs_in_or_out_leaves_nothing_behind(client):
    account = Account.objects.create_user("a@dal.example", "koperen ketel 1872")
    data = {"login": account.email, "password": "koperen ketel 1872"}
    answer = client.post("/inloggen/", data)
    assert answer.status_code == 302
    assert "no-store" in answer["Cache-Control"]
    assert client.get("/")["Cache-Control"] == "private, no-store"
    client.post("/uitloggen/")
    assert "Cache-Control" not in client.get("/").headers


def test_every_cookie_is_out_of_reach_of_scripts_and_other_sites(answers):
    cookies = [one for answer in answers.values() for one in answer.cookies.values()]
    assert {one.key for one in cookies} >= {"csrftoken"}
    for one in cookies:
        assert one["httponly"], one
        assert one["samesite"] in {"Lax", "Strict"}, one


def test_the_cookie_of_the_language_is_as_strict():
    answer = Client().post("/taal/", {"language": "en", "next": "/"})
    cookie = answer.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_over_https_every_cookie_stays_there(tmp_path):
    code = """
import django, json; django.setup()
from django.conf import settings as s
names = [name for name in dir(s) if name.endswith("_COOKIE_SECURE")]
found = {name: getattr(s, name) for name in [*names, "SECURE_SSL_REDIRECT"]}
print(json.dumps({**found, "days": s.SECURE_HSTS_SECONDS / 86400}))
"""
    mine = {"SAMENSPEL_DATA": str(tmp_path), "SAMENSPEL_HTTPS": "true"}
    found = json.loads(run_python(code, {**os.environ, **mine}))
    assert found.pop("days") >= 365
    assert len(found) >= 4
    assert all(found.values()), found


def test_every_page_has_a_language_a_title_one_heading_and_a_way_past_the_menu(pages):
    assert len(pages) > 100
    for where, page in pages.items():
        assert page.lang == "nl", where
        assert page.title.strip(), where
        assert len(page.h1) == 1, where
        assert page.h1[0].strip(), where
        assert len(page.ids) == len(set(page.ids)), where
        if "nowhere" not in where:
            assert page.first_link == "#content", where
            assert "content" in page.ids, where


def test_no_two_pages_have_the_same_title(pages, answers):
    titles = {}
    for where, page in pages.items():
        route, url, _who = where
        if answers[where].status_code == 200 and route not in ALSO_ELSEWHERE:
            titles.setdefault(" ".join(page.title.split()), set()).add(url.partition("?")[0])
    double = {title: urls for title, urls in titles.items() if len(urls) > 1}
    assert not double, "\n".join(f"{title}: {sorted(urls)}" for title, urls in double.items())


def test_no_page_loads_anything_from_elsewhere(pages):
    loaded = {(where[1], url) for where, page in pages.items() for url in page.loads}
    assert loaded
    assert {(page, url) for page, url in loaded if not url.startswith("/static/")} == set()
