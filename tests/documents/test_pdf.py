# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""PDF from a template: accessible, the same each time, and nothing from outside it."""

from datetime import date

import pytest
from drawn import facts_of, text_of

from samenspel.documents.pdf import _LETTERS, PdfError, pdf, printable

DAY = date(2026, 11, 24)
TITLED = '#set document(title: "Titel")\n'
ANY = TITLED + "= Kop\nTekst"


def test_it_is_tagged_and_names_the_standards():
    made = pdf(ANY, {}, made=DAY)
    assert facts_of(made)["Tagged"] == "yes"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in made


@pytest.mark.parametrize("source", ["= Kop", TITLED + '#image("a.svg")'], ids=["title", "alt"])
def test_what_would_not_be_accessible_is_refused(source):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    with pytest.raises(PdfError, match="PDF/UA-1"):
        pdf(source, {"a.svg": drawing}, made=DAY)


def test_the_same_is_the_same_to_the_byte():
    first = pdf(ANY, {}, made=DAY)
    assert first == pdf(ANY, {}, made=DAY)
    assert first != pdf(ANY, {}, made=date(2026, 11, 25))


@pytest.mark.parametrize(
    "asked", ["/etc/passwd", "../../../../etc/passwd", "pdf.py", "https://samenspel.example/a.svg"]
)
def test_it_reads_no_file_that_was_not_given(asked):
    for read in ("read", "image"):
        with pytest.raises(PdfError):
            pdf(f'{TITLED}#{read}("{asked}")', {}, made=DAY)


@pytest.mark.parametrize(
    "source", ['#import "@preview/cetz:0.4.0"', '#eval("1")', '#plugin("a.wasm")']
)
def test_it_fetches_no_package_and_runs_no_data(source):
    with pytest.raises(ValueError, match=r"main\.typ may not"):
        pdf(source, {}, made=DAY)
    with pytest.raises(ValueError, match=r"other\.typ may not"):
        pdf('#include "other.typ"', {"other.typ": source.encode()}, made=DAY)


def test_every_letter_that_is_kept_has_a_shape():
    letters = "".join(
        chr(code) for code in range(0x10000) if printable(chr(code)) == chr(code) and code > 0x20
    )
    assert len(letters) > 1500
    source = f'{TITLED}#set text(font: "Libertinus Serif")\n#read("letters.txt")'
    assert pdf(source, {"letters.txt": " ".join(letters).encode()}, made=DAY)
    assert "\\" not in _LETTERS


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("Su\u0301dwest", "Súdwest"),
        ("a\nb\t c", "a b c"),
        ("1.000\u00a0km", "1.000\u00a0km"),
        ("x\x00y", "x\ufffdy"),
        ("大阪", "\ufffd\ufffd"),
        ("\U0001f600", "\ufffd"),
    ],
)
def test_text_is_made_printable(given, kept):
    assert printable(given) == kept


def test_text_reads_back():
    assert "Kop Tekst" in text_of(pdf(ANY, {}, made=DAY))
