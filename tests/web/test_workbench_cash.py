# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping the cash in the browser: what is typed or sent is right, or told where it is wrong."""

from datetime import date

import pytest
from bench import AT, edit, entries
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenspel.core.funding.cash import Direction, Payment, PaymentKind
from samenspel.core.funding.sisa import DEFAULT_COLUMNS
from samenspel.core.funding.sources import Source, SourceKind
from samenspel.core.rights import INSTALLATION
from samenspel.funding import services
from samenspel.funding.queries import payment_rows, payments, sisa_table
from samenspel.regions.queries import region
from samenspel.sources.payment_files import COLUMNS

TOP = "/werkblad/dal/geld/kas/"
WHERE = {"region": "dal", "actor": INSTALLATION, "at": AT}
PAID = Payment(
    "A-1",
    date(2025, 6, 1),
    Direction.OUT,
    PaymentKind.INSTALMENT,
    "G1",
    "school",
    "M1",
    2025,
    100_00,
    "afschrift",
)
TYPED = {
    "direction": "out",
    "kind": "instalment",
    "amount_cents": "1.250,50",
    "day": "2026-02-01",
    "year": "2026",
    "source": "G1",
    "party": "school",
    "measure": "M1",
    "reference": "B-1",
    "evidence": "afschrift 2",
}
ROW = ["C-1", "1-2-2026", "betaald", "termijn", "G1", "school", "M1", "2026", "12,50", "brief"]


@pytest.fixture
def secretary(bench):
    source = Source("G1", "Regio Deal", SourceKind.NATIONAL, ends_on=date(2027, 12, 31))
    services.save_source(**WHERE, source=source)
    services.record_payment(**WHERE, payment=PAID)
    return bench.client("secretary")


@pytest.fixture
def locked(secretary):
    """The year 2025 of the source is locked."""
    services.set_columns(**WHERE, source="G1", columns=DEFAULT_COLUMNS)
    answers = {"03": "J", "06": "N", "07": "N", "08": "R"}
    services.answer_sisa(**WHERE, source="G1", year=2025, measure="M1", answers=answers)
    services.lock_year(**WHERE, source="G1", year=2025)
    return secretary


def there():
    return payments(region("dal").pk)


def post(client, path, **data):
    return client.post(TOP + path, data)


def send(client, *rows):
    text = "\r\n".join(";".join(row) for row in ([one.heading for one in COLUMNS], *rows))
    return client.post(TOP + "inlezen/", {"payments": SimpleUploadedFile("b.csv", text.encode())})


def test_a_payment_is_recorded_as_typed(secretary):
    assert post(secretary, "betaling/", **TYPED).status_code == 302
    assert there()[-1].amount_cents == 1250_50
    assert entries()[-1]["kind"] == "payment-recorded"
    assert "B-1" in Client().get("/dal/geld/kas/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("amount_cents", "-5", "geen bedrag"),
        ("amount_cents", "0", "Het bedrag is nul"),
        ("amount_cents", str(2**53), "te groot"),
        ("amount_cents", "veel", "geen bedrag"),
        ("source", "G9", "geldige keuze"),
        ("party", "niemand", "geldige keuze"),
        ("measure", "M9", "geldige keuze"),
        ("day", "2999-01-01", "moet nog komen"),
        ("year", "1800", "2200"),
        ("reference", "A-1", "andere betaling"),
        ("reference", "=1", "boekstuknummer"),
        ("evidence", "", "vereist"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(secretary, field, value, says):
    answer = post(secretary, "betaling/", **TYPED | {field: value})
    assert answer.status_code == 400
    assert field in answer.context["form"].errors
    assert says in str(answer.context["form"].errors[field])
    assert there() == [PAID]


def test_a_locked_year_is_told_at_the_year(locked):
    answer = post(locked, "betaling/", **TYPED | {"year": "2025"})
    assert "staat vast" in str(answer.context["form"].errors["year"])


def test_a_payment_is_taken_back_once(secretary):
    (row,) = payment_rows(region("dal").pk)
    path = f"betaling/{row.pk}/tegenboeken/"
    page = secretary.get(TOP + path)
    assert page.context["form"].initial["by"] == "A-1-T"
    typed = {"by": "A-1-T", "day": "2026-02-01", "evidence": "tikfout"}
    assert post(secretary, path, **typed).status_code == 302
    assert there()[-1].corrects == "A-1"
    again = post(secretary, path, **typed)
    assert again.status_code == 409
    assert "al teruggenomen" in again.content.decode()
    assert secretary.get(TOP + "betaling/999/tegenboeken/").status_code == 404


def test_a_taken_reference_is_told_at_the_counter_entry(secretary):
    (row,) = payment_rows(region("dal").pk)
    typed = {"by": "A-1", "day": "2026-02-01", "evidence": "tikfout"}
    answer = post(secretary, f"betaling/{row.pk}/tegenboeken/", **typed)
    assert "andere betaling" in str(answer.context["form"].errors["by"])


def test_a_file_counts_only_after_a_look_and_twice_adds_nothing(secretary):
    page = secretary.get(send(secretary, ROW).url)
    assert "1 nieuwe betaling." in page.content.decode()
    assert there() == [PAID]
    assert post(secretary, "inlezen/overnemen/").status_code == 302
    assert there()[-1].amount_cents == 12_50
    assert entries()[-1]["kind"] == "payments-imported"
    count = len(entries())
    assert secretary.get(send(secretary, ROW).url).context["nothing"]
    assert post(secretary, "inlezen/overnemen/").status_code == 302
    assert (len(there()), len(entries())) == (2, count)


def test_everything_wrong_in_a_file_is_told_and_nothing_is_written(secretary):
    wrong = [["C-2", "1-2-2999", *ROW[2:8], "-1", "brief"], ["A-1", *ROW[1:4], "G9", *ROW[5:]]]
    answer = send(secretary, *wrong)
    assert answer.status_code == 400
    assert [(one["row"], one["column"]) for one in answer.context["problems"]] == [
        (2, "B"),
        (2, "I"),
        (3, "A"),
        (3, "E"),
    ]
    assert there() == [PAID]


def test_a_file_for_a_locked_year_is_refused(locked):
    answer = send(locked, [*ROW[:7], "2025", *ROW[8:]])
    assert [one["column"] for one in answer.context["problems"]] == ["H"]


def test_what_was_sent_is_not_kept_for_ever(secretary):
    assert secretary.get(TOP + "inlezen/voorbeeld/").status_code == 410
    assert post(secretary, "inlezen/overnemen/").status_code == 410


def test_the_template_can_be_sent_back_once_filled_in(secretary):
    text = secretary.get(TOP + "inlezen/sjabloon.csv").content.decode("utf-8-sig")
    file = SimpleUploadedFile("b.csv", (text + ";".join(ROW)).encode())
    assert secretary.post(TOP + "inlezen/", {"payments": file}).status_code == 302


def test_a_year_is_filled_in_locked_and_opened_again(secretary):
    assert edit(secretary, TOP + "sisa/G1/kolommen/").status_code == 302
    assert sisa_table(region("dal").pk, "G1").columns == DEFAULT_COLUMNS
    year = TOP + "sisa/G1/2025/"
    assert "Er ontbreken 4 antwoorden" in secretary.get(year).content.decode()
    early = secretary.post(year + "vastzetten/")
    assert early.status_code == 409
    typed = {"c-03": "J", "c-06": "N", "c-07": "N", "c-08": "n.v.t."}
    assert secretary.post(year + "regel/M1/", typed).status_code == 302
    assert secretary.post(year + "vastzetten/").status_code == 302
    assert entries()[-1]["kind"] == "sisa-year-locked"
    assert secretary.post(year + "regel/M1/", typed).status_code == 409
    assert secretary.post(year + "heropenen/", {"reason": ""}).status_code == 400
    assert secretary.post(year + "heropenen/", {"reason": "Fout"}).status_code == 302
    assert entries()[-1]["kind"] == "sisa-year-reopened"


def test_columns_that_make_no_table_are_refused(secretary):
    typed = {"code-0": "01", "label-0": "A", "kind-0": "text"}
    twice = {"code-1": "01", "label-1": "B", "kind-1": "text"}
    answer = post(secretary, "sisa/G1/kolommen/", **typed, **twice)
    assert answer.status_code == 409
    assert "staat er twee keer" in answer.content.decode()


def test_the_controller_of_the_cashier_alone_may_record(bench, secretary):
    controller = bench.client("controller")  # of the school
    for party, status in (("noord", 403), ("school", 302)):
        assert post(secretary, "kassier/", party=party).status_code == 302
        assert post(controller, "betaling/", **TYPED).status_code == status
