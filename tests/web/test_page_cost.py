# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How many statements a public page takes: the same for a hundred measures as for five hundred."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from published import grow, logged_in, publish

pytestmark = pytest.mark.django_db

STATEMENTS = {
    "": 13,
    "profiel/": 3,
    "agenda/": 11,
    "agenda/?page=4": 11,
    "agenda/?opgave=O1&lijn=L1&fase=execution&partij=roc-de-linde&veld=education": 12,
    "agenda/versies/1/": 11,
    "agenda/wat-mist/": 15,
    "agenda/versies/": 3,
    "opgaven/O1/": 13,
    "doelen/D1/": 10,
    "maatregelen/M1-0/": 18,
    "geld/": 8,
    "geld/kas/": 9,
    "geld/gemeenten/": 9,
    "geld/gemeenten/broekhuizen/": 12,
    "partijen/": 6,
    "partijen/roc-de-linde/": 23,
    "grootboek/": 8,
    "open-data/": 4,
}
UNCOUNTED = {("partijen/roc-de-linde/", 100): 20}
"""What is written out whole need not be counted."""


@pytest.fixture(scope="module", autouse=True)
def regions(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        publish()
        yield {size: grow(size) for size in (100, 500)}
        transaction.set_rollback(True)


def statements(client, url):
    client.get(url)  # whatever is done once in a process, is done
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize("size", [100, 500])
@pytest.mark.parametrize("path", STATEMENTS)
def test_a_page_takes_as_many_statements_as_it_did(client, regions, path, size):
    assert statements(client, f"/{regions[size]}/{path}") == UNCOUNTED.get(
        (path, size), STATEMENTS[path]
    )


def test_the_agenda_stays_within_twelve_statements():
    assert max(n for path, n in STATEMENTS.items() if path.startswith("agenda/?")) <= 12


def test_the_home_page_takes_as_many_statements_for_three_regions(client):
    assert statements(client, "/") == 4


def test_a_reader_who_is_logged_in_costs_five_statements_more(regions):
    reader = logged_in("reader")
    assert statements(reader, "/lindewaard/agenda/") == STATEMENTS["agenda/"] + 5


def test_a_page_holds_a_bounded_number_of_measures(client, regions):
    html = client.get(f"/{regions[500]}/agenda/").content.decode()
    measures = html.split('id="measures"')[1].split('id="missing"')[0]
    assert measures.count('<th scope="row"') == 25
