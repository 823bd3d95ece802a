# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every test of a funding plan is said in both languages: what is found, by which figures."""

import pytest
from django.utils import translation

from samenspel.core.funding import co_funding
from samenspel.core.funding.findings import Finding, Verdict
from samenspel.core.funding.sources import SourceKind
from samenspel.words.funding import SOURCE_KINDS, TESTS, VERDICTS, share, told

NAMES = {"source:G1": "Regio Deal", "party:north": "Noord", "commitment:T1": "T1"}
OWN = {
    "source_cents": 2_250_000_000,
    "beside_cents": 2_500_000_000,
    "national_cents": 400_000_000,
    "unproven_cents": 0,
    "counting_cents": 2_100_000_000,
    "decided_cents": 0,
    "needed_cents": 2_250_000_000,
    "short_cents": 150_000_000,
    "least_share": 5000,
    "deviation": "",
}


def said(finding, language="nl"):
    with translation.override(language):
        return told(finding, NAMES)


def test_every_kind_verdict_and_test_has_its_words():
    assert set(SOURCE_KINDS) == set(SourceKind)
    assert set(VERDICTS) == set(Verdict)
    assert set(TESTS) == {*co_funding.TESTS, "same-euro-maybe"}


def test_the_textbook_deal_is_explained():
    words = said(Finding("own-share", Verdict.FAILED, "source:G1", ("R3",), OWN))

    assert words.verdict == "niet in orde"
    assert words.sentence == (
        "Naast de €\xa022.500.000 van Regio Deal moet de regio minstens €\xa022.500.000 inleggen. "
        "Zij legt €\xa021.000.000 in die meetelt. Er ontbreekt €\xa01.500.000. "
        "Van de €\xa025.000.000 die ernaast staat, is €\xa04.000.000 geld van het Rijk. "
        "Dat telt niet mee."
    )
    assert words.advice == "Zoek ander geld van de regio, of vraag minder van deze geldbron."


def test_a_reason_to_deviate_is_told_and_asks_for_nothing():
    words = said(
        Finding("own-share", Verdict.NOTE, "source:G1", (), OWN | {"deviation": "Kwetsbaar."}), "en"
    )

    assert words.sentence.endswith("It was agreed that less is enough: Kwetsbaar.")
    assert words.advice == ""


def test_a_year_that_is_not_there_leaves_no_gap():
    used = {"used_cents": 101, "there_cents": 100}
    year = said(
        Finding("over-commitment", Verdict.FAILED, "commitment:T1", (), used | {"year": 2027}), "en"
    )
    none = said(
        Finding("over-commitment", Verdict.FAILED, "commitment:T1", (), used | {"year": ""}), "en"
    )

    assert year.sentence == "The plan uses €1.01 of T1 in 2027, which is for €1."
    assert none.sentence == "The plan uses €1.01 of T1, which is for €1."


def test_a_party_without_a_name_is_somebody():
    figures = {"cents": 5, "party": "", "years": ""}
    assert said(Finding("in-kind-unproven", Verdict.FAILED, "", (), figures)).sentence.startswith(
        "Iemand"
    )


@pytest.mark.parametrize("code", sorted(co_funding.TESTS))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_test_with_nothing_to_test_says_so(code, language):
    words = said(Finding(code, Verdict.PASSED), language)

    assert "%(" not in words.sentence
    assert words.sentence.endswith(".")


@pytest.mark.parametrize(("points", "text"), [(5000, "50%"), (1250, "12,5%"), (1, "0,01%")])
def test_a_share_is_written_as_a_percentage(points, text):
    with translation.override("nl"):
        assert share(points) == text
