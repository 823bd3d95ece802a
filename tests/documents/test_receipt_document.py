# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The receipt of a signature on paper: all that was signed, the proof, and how to check it."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from django.utils import translation
from drawn import asked, facts_of, text_of

from samenspel.core.chain import seal
from samenspel.core.deals.commitment import Amount, Commitment, Condition, Decision, Kind
from samenspel.core.deals.deal import DealRecord, Terms
from samenspel.core.deals.text import deal_digest, deal_text
from samenspel.core.receipt import Receipt
from samenspel.core.tree_head import TreeHead
from samenspel.documents.receipt import receipt_document, receipt_name
from samenspel.documents.report import report_pdf

NAMES = {"noord": "Gemeente Noord", "school": "De School"}
AT = "2026-03-16T12:00:00.000000Z"
PROMISE = Commitment(
    *("T1", "noord", "measure:M1", Kind.MONEY, "Het loon van tien mensen."),
    amounts=(Amount(2027, 12_500_000),),
    helps=("school",),
    conditions=(Condition("De raad stemt in.", who="de raad", due_on=date(2026, 12, 1)),),
    decided=Decision("college van Noord", date(2026, 1, 6)),
)
TEXT = "## 1. Waarvoor\n\nWij leren samen.\n- een bus\n- een huis"
HOSTILE = '#eval("1") $x$ *vet* @preview/x:1 <script>alert(1)</script> \\u{41} // weg'


HELD = {"text": "Niet na 2028.", "clause": "1. Waarvoor", "commitment": "T1"}


def receipt_of(text=TEXT, promise=PROMISE, held=()):
    """Return a receipt of which only the proof is made up."""
    record = DealRecord(Terms("Samen leren", text, ("noord", "school")), (promise,))
    signed = deal_text("dal", "leren", 1, record)
    mandate = {"organ": "college van Noord", "decided_on": "2026-02-10"}
    details = {"version": 1, "digest": deal_digest(signed), "mandate": mandate}
    payload = {"at": AT, "object": "deal:leren", "party": "noord", "region": "dal"}
    entry = seal(7, "0" * 64, payload | {"details": details | {"reservations": list(held)}})
    head = TreeHead("dal", 9, "1" * 64, "2" * 64, AT, "3" * 64, "4" * 128)
    return Receipt(entry, (b"\5" * 32, b"\6" * 32), head, text=signed.decode())


def pdf_of(receipt, language="nl"):
    with translation.override(language):
        return report_pdf(receipt_document(receipt, NAMES))


def test_it_tells_the_text_the_promises_and_who_signed_when_by_whose_decision():
    told = text_of(pdf_of(receipt_of()))
    for part in (
        *("Gemeente Noord", "16 maart 2026", "college van Noord · 10 februari 2026"),
        *("1. Waarvoor", "Wij leren samen.", "- een bus", "Het loon van tien mensen."),
        *("2027 € 125.000", "De raad stemt in. (de raad, uiterlijk 1 december 2026)"),
    ):
        assert part in told


def test_it_holds_the_whole_proof_and_the_command():
    receipt = receipt_of()
    told = text_of(pdf_of(receipt))
    digests = (receipt.entry.payload["details"]["digest"], receipt.entry.digest, "0" * 64)
    for part in (*digests, "1" * 64, "2" * 64, "3" * 64, "4" * 64, "05" * 32, "06" * 32):
        assert part in told
    assert f"samenspel ledger verify-receipt {receipt_name(receipt, 'json')}" in told


def test_a_reservation_stands_with_what_it_is_on():
    assert "Niet na 2028. T1 · 1. Waarvoor" in text_of(pdf_of(receipt_of(held=[HELD])))
    assert "zonder voorbehoud" in text_of(pdf_of(receipt_of()))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_accessible_and_in_the_language_asked(language):
    made = pdf_of(receipt_of(), language)
    assert facts_of(made)["Tagged"] == "yes"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert ("How to check it" in text_of(made)) == (language == "en")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_its_structure_is_that_of_a_document_to_be_heard(language):
    """By poppler, a second program: language, title, headings that skip no level, table heads."""
    made = pdf_of(receipt_of(held=[HELD]), language)
    tree = asked("pdfinfo", "-struct", pdf=made)
    levels = [int(level) for level in re.findall(r"^ *H([1-6])\b", tree, re.MULTILINE)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(levels) > 5
    assert tree.count("TH") >= tree.count("THead") >= 1
    assert tree.count("/Scope") == len(re.findall(r"^ *TH\b", tree, re.MULTILINE))
    assert f"/Lang({language})".encode() in made
    assert b"/MarkInfo<</Marked true" in made
    assert b"/DisplayDocTitle true" in made
    assert facts_of(made)["Title"]


def test_what_people_typed_is_text():
    held = [{"text": HOSTILE, "clause": HOSTILE, "commitment": ""}]
    receipt = receipt_of(f"Zo: {HOSTILE}", replace(PROMISE, what=HOSTILE), held)
    assert text_of(pdf_of(receipt)).count(HOSTILE) == 4


def test_no_word_is_so_long_that_it_leaves_the_page():
    told = text_of(pdf_of(receipt_of("m" * 500))).replace(" ", "").replace("\u200b", "")
    assert "m" * 500 in told


def test_what_it_cannot_show_it_says():
    assert "kan sommige letters" not in text_of(pdf_of(receipt_of()))
    assert "kan sommige letters" in text_of(pdf_of(receipt_of("大阪")))


def test_without_the_text_it_still_proves_the_digest():
    receipt = replace(receipt_of(), text="")
    told = text_of(pdf_of(receipt))
    assert receipt.entry.payload["details"]["digest"] in told
    assert "te lang voor een bewijs" in told


def test_the_same_receipt_is_the_same_document():
    assert receipt_document(receipt_of(), NAMES).made == date(2026, 3, 16)
    assert pdf_of(receipt_of()) == pdf_of(receipt_of())
