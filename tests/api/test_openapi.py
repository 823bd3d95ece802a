# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The description of the API is OpenAPI 3.0.3, complete, and open to everyone."""

import re

import pytest
from drf_spectacular.validation import validate_schema

from samenspel.api.urls import ROUTES
from samenspel.api.views import described

pytestmark = pytest.mark.django_db


@pytest.fixture(name="document")
def _document(client):
    return client.get("/api/v1/openapi.json").json()


def operations(document):
    return {path: item["get"] for path, item in document["paths"].items()}


def test_it_is_valid_openapi_3_0_3(document):
    assert document["openapi"] == "3.0.3"
    validate_schema(document)


def test_describing_gives_no_warnings(capsys):
    described.cache_clear()
    described()
    assert capsys.readouterr() == ("", "")


def test_every_address_is_described_and_no_other(document):
    paths = {"/" + re.sub(r"<[a-z-]+:([a-z]+)>", r"{\1}", route) for route in ROUTES.values()}
    assert set(document["paths"]) == paths
    assert {tuple(item) for item in document["paths"].values()} == {("get",)}


def test_its_version_is_that_of_every_answer_and_of_the_address(client, document):
    version = document["info"]["version"]
    assert client.get("/api/v1").headers["API-Version"] == version
    assert document["servers"][0]["url"].endswith(f"/v{version.partition('.')[0]}")


def test_it_says_whom_to_ask_and_under_which_licence(document):
    assert set(document["info"]["contact"]) == {"name", "email", "url"}
    assert document["info"]["license"]["name"] == "EUPL-1.2"


def test_the_server_is_the_one_that_was_asked(client):
    response = client.get("/api/v1/openapi.json", secure=True)
    assert response.json()["servers"] == [{"url": "https://testserver/api/v1"}]


def test_every_operation_has_a_name_of_its_own_and_says_what_it_is(document):
    found = operations(document)
    assert len({one["operationId"] for one in found.values()}) == len(found)
    tags = {tag["name"] for tag in document["tags"]}
    for one in found.values():
        assert one["summary"]
        assert one["description"]
        assert set(one["tags"]) <= tags


def test_every_query_key_is_explained(document):
    for one in operations(document).values():
        asked = [parameter for parameter in one.get("parameters", ()) if parameter["in"] == "query"]
        assert all(parameter["description"] for parameter in asked)


def test_every_answer_names_its_headers_and_every_refusal_is_a_problem(document):
    for one in operations(document).values():
        assert {"200", "400", "404", "406", "429", "500"} == set(one["responses"])
        for status, response in one["responses"].items():
            assert {"API-Version", "Access-Control-Allow-Origin"} <= set(response["headers"])
            media_type = "application/json" if status == "200" else "application/problem+json"
            assert list(response["content"]) == [media_type]


def test_a_problem_holds_nothing_but_what_the_rules_allow(document):
    problem = document["components"]["schemas"]["Problem"]
    assert set(problem["properties"]) == set(problem["required"]) == {"status", "title", "detail"}


def test_every_reference_resolves(document):
    wanted = set(re.findall(r"#/components/schemas/(\w+)", str(document)))
    assert wanted == set(document["components"]["schemas"])


def test_nothing_asks_for_a_login(document):
    assert "security" not in document
    assert not any("security" in one for one in operations(document).values())
