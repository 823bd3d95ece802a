# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Deals and commitments as files: the same tables in four formats, and nothing of a draft."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest
from django.db import transaction
from django.test import Client

from samenspel.cli.demo_data import load
from samenspel.deals.queries import deal_tables
from samenspel.regions.queries import region
from samenspel.sources.spreadsheet import read_sheets
from samenspel.sources.tables import Table, write_tables

pytestmark = pytest.mark.django_db
FILE = "/lindewaard/open-data/lindewaard-afspraken"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module", autouse=True)
def _examples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(step=lambda: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _kept_apart(settings, tmp_path):
    settings.DATA = tmp_path


@pytest.fixture
def data():
    return json.loads(Client().get(f"{FILE}.json").content)


def sheets(kind):
    return {one.name: one.rows for one in read_sheets(Client().get(f"{FILE}.{kind}").content)}


def test_the_text_for_programs_holds_all_that_is_public(data):
    assert {one["deal"] for one in data["deals"]} == {"werk-en-techniek", "starterswoningen"}
    assert sum(one["amount_cents"] for one in data["commitment_amounts"]) == 1_072_050_000
    assert [one["commitment"] for one in data["reservations"]] == ["T8"]
    assert {one["signed_on"] for one in data["deal_parties"] if one["deal"] == "starterswoningen"}


def test_nothing_of_a_draft_or_of_what_was_only_mentioned_is_told(data):
    text = json.dumps(data)
    assert "stroom-delen" not in text
    assert not {"T21", "T22"} & {one["key"] for one in data["commitments"]}


def test_what_is_not_known_is_null_and_not_zero(data):
    assert {one["hours"] for one in data["commitments"]} > {None}
    assert 0 not in {one["hours"] for one in data["commitments"]}


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_spreadsheets_hold_the_same_rows(data, kind):
    found = sheets(kind)
    for table in deal_tables(region("lindewaard").pk, on=TODAY):
        headings, *rows = found[table.name]
        assert list(headings) == [heading for _, heading in table.columns]
        assert len(rows) == len(data[table.kind])


def test_csv_files_hold_the_same_rows(data):
    archive = zipfile.ZipFile(io.BytesIO(Client().get(f"{FILE}.csv").content))
    for table in deal_tables(region("lindewaard").pk, on=TODAY):
        text = archive.read(f"{table.name}.csv").decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        assert len(rows) == len(data[table.kind]) + 1


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "json"])
def test_equal_tables_give_equal_bytes(kind):
    tables = deal_tables(region("lindewaard").pk, on=TODAY)
    assert write_tables("x", tables, kind) == write_tables("x", tables, kind)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_no_text_becomes_a_formula(kind):
    table = Table("a", "A", (("a", "A"),), (('=HYPERLINK("http://x")',),))
    data = write_tables("x", [table], kind)
    parts = zipfile.ZipFile(io.BytesIO(data))
    text = "".join(parts.read(name).decode() for name in parts.namelist())
    assert ";=HYPERLINK" not in text
    assert "<f>" not in text
    assert "table:formula" not in text
    assert kind != "csv" or "'=HYPERLINK" in text


def test_reading_them_takes_few_statements(django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        deal_tables(region("lindewaard").pk, on=TODAY)


def test_a_file_is_not_sent_to_who_has_it():
    first = Client().get(f"{FILE}.csv")
    again = Client().get(f"{FILE}.csv", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (first.status_code, again.status_code) == (200, 304)
    assert first.headers["Content-Disposition"].endswith('"lindewaard-afspraken.csv.zip"')


def test_the_files_of_another_region_are_not_here():
    assert Client().get("/lindewaard/open-data/twente-afspraken.json").status_code == 404


def test_the_page_and_the_catalogue_name_them():
    page = Client().get("/lindewaard/open-data/").content.decode()
    catalogue = Client().get("/lindewaard/open-data/dcat.jsonld").content.decode()
    assert all(f"{FILE}.{kind}" in text for kind in ("csv", "ods") for text in (page, catalogue))
