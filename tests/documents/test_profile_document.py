# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile as a document: the five parts of its page, in its words, for every kind of region."""

import re
from datetime import date

import pytest
from django.utils import translation
from drawn import facts_of, text_of

from samenspel.documents.blocks import Heading, Pictures
from samenspel.documents.html import report_html
from samenspel.documents.profile import Asked, profile_document
from samenspel.documents.report import report_pdf
from samenspel.sources.profile_columns import years
from samenspel.sources.profiles import own_subject, profile, scales, subject_of
from samenspel.words import profile as words
from samenspel.words.own_figures import OwnRow, OwnTheme

DAY = date(2026, 11, 24)
INCOME = "income-per-inhabitant"
PARTS = {
    "nl": [
        "Wat opvalt",
        "Waar het van leeft",
        "Hoe lager u vliegt, hoe groter de verschillen",
        "Wie lijkt op ons",
        "De cijfers",
    ],
    "en": [
        "What stands out",
        "What it lives on",
        "How differences grow as you fly lower",
        "Who is like us",
        "The figures",
    ],
}


def document_of(*codes, language="nl", indicator=INCOME):
    found = tuple(profile(subject_of(code), years()[-1]) for code in codes)
    return made(found, language, indicator)


def made(found, language="nl", indicator=INCOME, own=None):
    with translation.override(language):
        asked = Asked(found, scales(indicator, years()[-1]), indicator, own)
        return profile_document(asked, made=DAY)


def squeezed(text):
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def twente():
    return document_of("AM05")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_has_the_five_parts_in_order(language):
    blocks = document_of("AM05", language=language).blocks
    heads = [one.text for one in blocks if isinstance(one, Heading) and one.level == 1]
    assert heads == PARTS[language]


def test_the_pdf_says_what_the_page_says(twente):
    found = profile(subject_of("AM05"), years()[-1])
    text = text_of(report_pdf(twente))
    with translation.override("nl"):
        said = [words.standout(one, found) for one in found.standout]
        said += [words.one_sided(found.work.krugman), words.grows(scales(INCOME, years()[-1]))]
    assert said
    assert all(squeezed(one) in text for one in said)


def test_the_pdf_names_its_sources_date_and_version(twente):
    text = text_of(report_pdf(twente))
    assert "Gemaakt op 24 november 2026 met Samenspel" in text
    assert "CBS, Kerncijfers wijken en buurten 2024 (85984NED)" in text
    assert "voorlopig" in text
    assert "Pagina 1 van" in text


@pytest.mark.parametrize("code", ["AM05", "CR12", "PV30", "GM0153"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_region_fits_on_few_pages(code, language):
    facts = facts_of(report_pdf(document_of(code, language=language)))
    assert 4 <= int(facts["Pages"]) <= 9
    assert facts["Tagged"] == "yes"


def test_the_charts_are_there_with_words_for_who_cannot_see_them(twente):
    drawn = [each for one in twente.blocks if isinstance(one, Pictures) for each in one.pictures]
    assert len(drawn) == 5
    assert all(one.svg.startswith(b"<?xml") and len(one.alt) > 40 for one in drawn)
    assert report_html(twente).count("data:image/svg+xml") == 5


def test_a_figure_without_levels_says_so():
    html = report_html(document_of("AM05", language="en", indicator="household-wealth"))
    assert "Of this figure there is no such share." in html


def test_regions_stand_side_by_side():
    text = text_of(report_pdf(document_of("AM05", "AM06", "AM25")))
    assert text.count("West-Brabant") > 5


@pytest.mark.parametrize(
    "name",
    ['#import "@preview/x:1.0.0"', "$x$ \\ *dik*", "<script>alert(1)</script>", "a\"b'c\x00"],
)
def test_the_name_of_a_region_of_ones_own_is_text(name):
    found = profile(own_subject(["GM0141", "GM0147"], name), years()[-1])
    document = made((found,))
    shown = squeezed(name.replace("\x00", "\ufffd"))
    assert shown in text_of(report_pdf(document))
    assert "<script" not in report_html(document)


def test_figures_of_a_regions_own_stand_apart_a_few_at_a_time():
    heads = tuple(f"Eigen {number}" for number in range(7))
    inside = (("Almelo", ("1",) * 7), ("Borne", ("2",) * 7))
    rows = (OwnRow("Bezoekers", "opgeteld", "9 mensen", "", "2025: 9", "eigen telling (CC0)"),)
    found = (profile(subject_of("AM05"), years()[-1]),)
    text = text_of(report_pdf(made(found, own=OwnTheme(rows, heads, inside))))
    assert "Van de regio zelf, niet uit officiële statistiek" in text
    assert "opgeteld; Bron: eigen telling (CC0)" in text
    assert all(head in text for head in heads)


def test_the_same_day_gives_the_same_bytes(twente):
    assert report_pdf(twente) == report_pdf(document_of("AM05"))
