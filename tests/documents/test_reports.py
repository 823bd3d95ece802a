# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A document of blocks as PDF and as HTML: whatever people typed is text and no markup."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from drawn import facts_of, text_of

from samenspel.documents.blocks import (
    Cell,
    Column,
    Document,
    Heading,
    Items,
    Notice,
    Picture,
    Pictures,
    Text,
    row,
    table,
)
from samenspel.documents.html import POLICY, report_html
from samenspel.documents.report import report_pdf

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">
<script>alert(1)</script><text y="15">getekend</text></svg>"""
HOSTILE = [
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd") $x^2$ *dik* _schuin_ @bron <label>',
    "\\ \\u{41} \"aan\" 'halen' `code` // weg /* weg */",
    "]#panic() } ) ; = Kop\n- punt",
    "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "nul\x00 bel\x07 \u202e om \U0001f600 大",
]


def document(said="iets", drawing=DRAWING):
    """Return a document with *said* wherever text can stand."""
    heads = (Column(said, width=1), Column(said, number=True))
    blocks = (
        Heading(said),
        Heading(said, 2),
        Text(said),
        Text(said, quiet=True),
        Notice(said),
        Items((Cell(said, said),)),
        Items((Cell(said),), numbered=True),
        table(said, heads, [row(Cell(said, said), said)] * 2),
        Pictures((Picture(said, drawing),)),
    )
    return Document(said, said, "nl", date(2026, 11, 24), (said,), blocks)


class Tags(HTMLParser):
    """Collects the tags with their attributes, and the text."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.texts = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.texts.append(data)


def parsed(html):
    found = Tags()
    found.feed(html)
    return found


@pytest.mark.parametrize("said", HOSTILE)
def test_what_people_typed_is_text_in_a_pdf(said):
    made = report_pdf(document(said))
    shown = re.sub(r"[^!-~]+", "", said)
    assert re.sub(r"[^!-~]+", "", text_of(made)).count(shown) >= 14


@pytest.mark.parametrize("said", HOSTILE)
def test_what_people_typed_is_text_in_html(said):
    found, plain = parsed(report_html(document(said))), parsed(report_html(document()))
    assert found.tags == plain.tags
    assert "".join(found.texts).count(said) >= 14


def test_a_pdf_says_what_it_is():
    facts = facts_of(report_pdf(document("Wat Twente bijzonder maakt")))
    assert facts["Title"] == "Wat Twente bijzonder maakt"
    assert facts["Author"] == "Samenspel"
    assert b"<dc:language><rdf:Bag><rdf:li>nl</rdf:li>" in report_pdf(document())


def test_a_pdf_is_the_same_each_time():
    assert report_pdf(document()) == report_pdf(document())


def test_the_heads_of_a_long_table_stand_on_each_page():
    heads = (Column("Kopje", width=1), Column("Getal", number=True))
    long = table("", heads, [row(str(number), "1") for number in range(200)])
    made = report_pdf(Document("Lang", "", "nl", date(2026, 11, 24), ("x",), (long,)))
    assert text_of(made).count("Kopje") == int(facts_of(made)["Pages"]) > 2


def test_html_is_one_file_that_runs_and_loads_nothing():
    html = report_html(document())
    found = parsed(html)
    assert not {"script", "link", "iframe", "object", "form"} & set(found.tags)
    assert not [name for name, _value in found.attributes if name.startswith("on")]
    loaded = [value for name, value in found.attributes if name in {"src", "href"}]
    assert all(value.startswith("data:image/svg+xml;base64,") for value in loaded)
    assert ("content", POLICY) in found.attributes


def test_the_style_sheet_comes_through_as_it_is():
    style = re.search(r"<style>(.*?)</style>", report_html(document()), re.DOTALL)[1]
    assert "@media print" in style
    assert not set(style) & set("&<>\"'")


def test_a_row_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        table("x", (Column("een"),), [row("een", "twee")])
