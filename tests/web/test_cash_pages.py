# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The cash as everyone reads it: every total ties, every figure leads to payments and lines."""

import json
import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from samenspel.cli.demo_data import load
from samenspel.core.funding.sisa import DEFAULT_COLUMNS, digest_of
from samenspel.funding.queries import SisaFacts, SisaPage, cash_book, cash_tables
from samenspel.regions.queries import region
from samenspel.sources.spreadsheet import read_sheets
from samenspel.sources.tables import Table, write_tables
from samenspel.web.parts.cash import state_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
TOP = "/lindewaard/geld/"
FILE = "/lindewaard/open-data/lindewaard-kas"


@pytest.fixture(scope="module", autouse=True)
def _examples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(step=lambda: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _kept_apart(settings, tmp_path):
    settings.DATA = tmp_path


def page(path):
    answer = Client().get(TOP + path)
    assert answer.status_code == 200
    return answer


def text(path):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page(path).content.decode())).replace(
        "\u00a0", " "
    )


def sheets(kind, url=FILE):
    return {one.name: one.rows for one in read_sheets(Client().get(f"{url}.{kind}").content)}


def book():
    return cash_book(region("lindewaard").pk, "lindewaard", on=TODAY)


def test_the_cash_tells_what_came_in_went_out_and_is_left():
    told = text("kas/")
    assert "De kas wordt beheerd door Gemeente Lindewaard" in told
    assert "€ 2.840.000" in told
    assert "€ -156.000 voorgeschoten" in told


def test_what_will_be_left_is_told_with_who_is_short_of_it():
    told = text("kas/")
    assert "Van bron G1 Regio Deal Oostermark-West blijft bij M2" in told
    assert "terwijl M1 Techniekhuis Lindewaard dat tekortkomt" in told


def test_a_correction_shows_both_sides():
    told = text("kas/")
    assert "teruggenomen met 2026-0377-T" in told
    assert "Tegenboeking van 2026-0377" in told


def test_a_locked_year_shows_its_versions_and_what_the_last_one_changed():
    told = text("kas/sisa/G9/2025/")
    assert "vastgezet op 6 juli 2026 · Versie 2" in told
    assert "€ 121.250 € 125.000" in told
    assert "€ 204.440,75" in told


def test_the_text_of_a_locked_year_has_the_digest_that_the_page_tells():
    told = page("kas/sisa/G9/2025/").content.decode()
    found = page("kas/sisa/G9/2025/2/tekst.json").content.decode()
    assert digest_of(found) in told


def test_an_open_year_says_what_is_missing_and_cumulates():
    told = text("kas/sisa/G9/2026/")
    assert "open · In te leveren uiterlijk 15 juli 2027. Er ontbreken" in told
    old, new = (page(f"kas/sisa/G9/{year}/").context["table"] for year in (2025, 2026))
    whole = {row.measure: row.cells[3] for row in old.rows}
    assert all(row.cells[3] == whole.get(row.measure, 0) + row.cells[0] for row in new.rows)


def test_a_year_past_its_date_says_so():
    facts = SisaFacts(1, "G9", "Aanloopgeld", "", DEFAULT_COLUMNS)
    page = SisaPage(facts, 2025, None, DEFAULT_COLUMNS, (), ())
    assert state_of(page, date(2026, 7, 15))[1] == "info"
    assert state_of(page, date(2026, 7, 16))[1] == "warn"


def test_a_municipality_in_words():
    told = text("gemeenten/elzerade/")
    assert "Gemeente Elzerade heeft tot nu toe € 11.980,75 aan de kas betaald." in told
    assert "heeft uit de kas € 148.000 ontvangen" in told
    assert "Taalhuizen in alle acht gemeenten" in told


def test_municipalities_side_by_side_lead_to_each():
    answer = page("gemeenten/")
    assert len(answer.context["rows"]) == 8
    assert "/lindewaard/geld/gemeenten/waterlanden/" in answer.content.decode()


def test_a_party_that_is_no_municipality_has_no_such_page():
    assert Client().get(TOP + "gemeenten/roc-de-linde/").status_code == 404


@pytest.mark.parametrize("path", ["kas/", "gemeenten/"])
def test_a_region_without_payments_says_so(path):
    answer = Client().get(f"/twente/geld/{path}")
    assert answer.status_code == 200
    assert "onbekend" in answer.content.decode() or "nog geen betalingen" in answer.content.decode()


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_every_check_in_the_files_ties(kind):
    rows = sheets(kind)["Controle"][1:]
    assert len(rows) > 5
    assert {str(row[3]) for row in rows} <= {"0", "0,00"}


def test_amounts_and_days_are_typed_in_the_spreadsheet():
    data = Client().get(f"{FILE}.xlsx").content
    rows = list(load_workbook(BytesIO(data))["Betalingen"].iter_rows(min_row=2))
    assert {type(row[8].value) for row in rows} <= {int, float}
    assert {row[8].number_format for row in rows} == {"[$€-413] #,##0.00"}
    assert all(row[1].is_date for row in rows)


def test_each_payment_names_its_lines_and_each_row_for_sisa_its_payments():
    found = json.loads(Client().get(f"{FILE}.json").content)
    assert {one["lines"] for one in found["payments"] if one["measure"] == "M24"} == {"R41"}
    (row,) = [one for one in found["sisa_g9_2025"] if one["measure"] == "M24"]
    assert row["payments"] == "2025-0461, 2026-0021"
    paid = {one["reference"]: Decimal(one["spent"]) for one in found["payments"]}
    parts = sum(paid[one] for one in row["payments"].split(", "))
    assert Decimal(row["column_02"]) == parts


def test_the_last_row_of_a_sisa_file_is_its_total():
    rows = sheets("xlsx", f"{TOP}kas/sisa/G9/2025/sisa")["SiSa G9 2025"]
    assert rows[-1][:2] == ("Totaal", Decimal("204440.75"))


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_a_text_that_looks_like_a_formula_stays_a_text(kind):
    table = Table("t", "T", (("a", "A"), ("b", "B")), (("=1+1", Decimal("-1.50")),))
    (sheet,) = read_sheets(write_tables("t", [table], kind))
    assert sheet.rows[1][0] == "=1+1"
    assert sheet.rows[1][1] in (Decimal("-1.5"), "-1,50")


def test_equal_books_give_equal_tables():
    assert cash_tables(book()) == cash_tables(book())


def test_the_page_takes_a_bounded_number_of_statements():
    page("kas/")
    with CaptureQueriesContext(connection) as asked:
        page("kas/")
    assert len(asked) <= 15
