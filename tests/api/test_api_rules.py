# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How the API behaves, rule by rule of the NL GOV API Design Rules; see docs/api-rules.md."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.test import Client

from samenspel.agenda.models import Goal
from samenspel.api.urls import ROUTES
from samenspel.api.views import VIEWS

pytestmark = pytest.mark.django_db

HERE = "/api/v1/regions/lindewaard"
PLACES = {"region": "lindewaard", "slug": "lindewaard", "number": "1", "key": "M1", "seq": "1"}
FOUND = {
    "body": {"slug": "regioraad"},
    "challenge": {"key": "O1"},
    "line": {"key": "L1"},
    "goal": {"key": "D1"},
    "commitment": {"key": "T9"},
    "commitment-steps": {"key": "T9"},
    "commitment-conditions": {"key": "T9"},
    "deal-withdrawal": {"slug": "werk-en-techniek", "party": "werkgevers-lindewaard"},
}
CAMEL_CASE = re.compile(r"[a-z][a-zA-Z0-9]*")


def address(name):
    """Return an address of the resource *name* at which something is found."""
    places = PLACES | FOUND.get(name, {})
    if name.startswith("deal"):
        places["slug"] = "werk-en-techniek"
    path = re.sub(r"<[a-z-]+:([a-z]+)>", lambda match: places[match[1]], ROUTES[name])
    return f"/api/v1/{path}" + ("?since=1" if name == "differences" else "")


def every_answer(client):
    return {name: client.get(address(name)) for name in ROUTES}


def is_problem(response, status):
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    body = json.loads(response.content)
    assert list(body) == ["status", "title", "detail"]
    assert body["status"] == status
    assert body["title"]
    assert body["detail"].endswith(".")
    return body["detail"]


def has_headers(response):
    wanted = {
        "API-Version": "1.0.0-alpha.1",
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Content-Language": "en",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
    }
    assert {name: response.headers.get(name) for name in wanted} == wanted


def limit(settings, rate):
    rates = {"DEFAULT_THROTTLE_RATES": {"address": rate}}
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | rates


def test_every_resource_answers_with_its_headers(client, installation):
    for response in every_answer(client).values():
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/json"
        has_headers(response)


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/regions/nergens",
        "/api/v1/regions/nergens/goals",
        f"{HERE}/goals/D99",
        f"{HERE}/goals?version=99",
        f"{HERE}/ledger-entries/999999",
        "/api/v1/regions/",
        f"{HERE}/goals/",
        f"{HERE}/goals/D1/",
        "/api/v1/openapi.json/",
        "/api/v1//",
        "/api/v1/nothing",
        "/api/v2/regions",
        "/api/",
        f"{HERE}/goals/{'9' * 500}",
        f"{HERE}/versions/{'9' * 500}",
        f"{HERE}/versions/0",
        "/api/v1/regions/%00",
        "/api/v1/regions/..%2f..%2f",
    ],
)
def test_what_is_not_there_is_a_problem(client, installation, path):
    response = client.get(path)
    is_problem(response, 404)
    has_headers(response)


@pytest.mark.parametrize(
    "query",
    [
        {"page": 0},
        {"page": -1},
        {"page": "1.0"},
        {"page": "one"},
        {"page": "\u0661"},
        {"page": ""},
        {"page": 10**30},
        {"pageSize": 101},
        {"pageSize": 0},
        {"page_size": 10},
        {"version": "x"},
        {"challenge": ""},
        {"challenge": "\x00"},
        {"challenge": "' OR 1=1 --"},
        {"challenge": "x" * 51},
        {"challenge": " O1"},
        {"challenge": "O1\n"},
        {"sort": "title"},
        {"format": "api"},
        {"challenges__key": "O1"},
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_with_400(client, installation, query):
    response = client.get(f"{HERE}/measures", query)
    assert next(iter(query)) in is_problem(response, 400)
    has_headers(response)


def test_a_refusal_says_what_can_be_asked(client, installation):
    detail = is_problem(client.get("/api/v1/regions?pagesize=3"), 400)
    assert detail == "pagesize: Unknown; what can be asked here: page, pageSize, kind."


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("who", ["", "officer"])
def test_nothing_can_be_changed_by_anyone(installation, method, who):
    client = Client(enforce_csrf_checks=True)
    if who:
        client.force_login(installation[who], "django.contrib.auth.backends.ModelBackend")
    for name in ROUTES:
        response = getattr(client, method)(address(name))
        is_problem(response, 405)
        assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    has_headers(response)


def test_only_json_is_spoken(client, installation):
    response = client.get(f"{HERE}/goals", headers={"accept": "text/html"})
    is_problem(response, 406)
    has_headers(response)


def test_who_asks_too_often_is_told_to_wait(client, installation, settings):
    limit(settings, "2/min")
    answers = [
        client.get("/api/v1/regions", headers={"x-forwarded-for": f"10.0.0.{number}"})
        for number in range(3)
    ]
    assert [one.status_code for one in answers] == [200, 200, 429]
    is_problem(answers[2], 429)
    has_headers(answers[2])
    assert 0 < int(answers[2].headers["Retry-After"]) <= 60


def test_behind_a_proxy_each_visitor_counts_alone(client, installation, settings):
    limit(settings, "1/min")
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"NUM_PROXIES": 1}
    visitors = ["10.0.0.1", "10.0.0.2", "forged, 10.0.0.2"]
    answers = [client.get("/api/v1", headers={"x-forwarded-for": one}) for one in visitors]
    assert [one.status_code for one in answers] == [200, 200, 429]


def test_what_nobody_foresaw_is_a_problem_without_details_and_is_logged(installation, caplog):
    Goal.objects.filter(key="D1").update(baseline="no number")
    response = Client(raise_request_exception=False).get(f"{HERE}/goals")
    assert "number" not in is_problem(response, 500)
    has_headers(response)
    assert "InvalidOperation" in caplog.text


def test_an_unforeseen_error_is_seen_by_tests(client, installation):
    Goal.objects.filter(key="D1").update(baseline="no number")
    with pytest.raises(ArithmeticError):
        client.get(f"{HERE}/goals")


def test_a_strange_host_is_a_problem_too(client, installation):
    response = client.get("/api/v1/regions", headers={"host": "evil.example"})
    is_problem(response, 400)
    has_headers(response)


@pytest.mark.parametrize("path", ["/api/v1/regions", "/api/v1/regions/"])
def test_over_https_every_answer_says_so(client, installation, settings, path):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    assert "max-age=31536000" in client.get(path, secure=True).headers["Strict-Transport-Security"]


def test_pages_keep_their_own_headers(client, installation):
    assert "API-Version" not in client.get("/").headers


def test_a_browser_elsewhere_may_ask_first(client, installation):
    response = client.options(f"{HERE}/goals", headers={"origin": "https://elsewhere.example"})
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Credentials" not in response.headers
    has_headers(response)


def test_head_says_what_get_would_say(client, installation):
    for name in ROUTES:
        head, get = client.head(address(name)), client.get(address(name))
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers == get.headers


def test_reading_changes_nothing_and_sets_no_cookie(client, installation):
    first = every_answer(client)
    assert {name: one.content for name, one in every_answer(client).items()} == {
        name: one.content for name, one in first.items()
    }
    assert not client.cookies


def test_the_language_of_the_pages_does_not_change_the_api(client, installation, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "nl"
    response = client.get("/api/v1/regions?page=x")
    assert is_problem(response, 400) == "page: A valid integer is required."


def names_in(value):
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from names_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner)


def texts_in(value):
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_in(inner)
    elif isinstance(value, str):
        yield value


def test_every_property_is_in_camel_case(client, installation):
    for name, response in every_answer(client).items():
        if name != "description":
            assert all(CAMEL_CASE.fullmatch(one) for one in names_in(response.json())), name


def test_every_query_key_is_in_camel_case():
    for view in VIEWS.values():
        names = view.view_initkwargs["resource"].query().fields
        assert all(CAMEL_CASE.fullmatch(name) for name in names)


def test_every_address_is_in_kebab_case_and_ends_without_a_slash():
    segment = re.compile(r"[a-z]+(-[a-z]+)*|<api-[a-z]+:[a-z]+>")
    for name, route in ROUTES.items():
        assert name in {"root", "description"} or all(map(segment.fullmatch, route.split("/")))


def test_every_list_has_a_bound(client, installation):
    lists = [name for name, view in VIEWS.items() if view.view_initkwargs["resource"].is_list]
    assert len(lists) == 45
    for name in lists:
        mark = "&" if "?" in address(name) else "?"
        is_problem(client.get(f"{address(name)}{mark}pageSize=101"), 400)
        assert len(client.get(f"{address(name)}{mark}pageSize=1").json()["results"]) <= 1


def test_every_moment_is_in_utc(client, installation):
    moments = [
        text
        for name, response in every_answer(client).items()
        if name != "description"
        for text in texts_in(response.json())
        if re.match(r"\d{4}-\d\d-\d\dT", text)
    ]
    assert len(moments) > 5
    for moment in moments:
        assert moment.endswith("Z")
        assert datetime.fromisoformat(moment).tzinfo == UTC


def test_the_api_is_loaded_only_when_it_is_asked():
    code = "import django; django.setup(); import samenspel.api.urls, sys; print(*sys.modules)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "samenspel.conf.settings"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "samenspel.api.urls" in loaded
    assert not loaded & {"rest_framework.views", "drf_spectacular.generators"}
