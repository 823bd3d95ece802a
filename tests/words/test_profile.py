# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile in words and as data: figures with unit and certainty, in both languages."""

import json

import pytest
from django.utils import translation

from samenspel.core.profile.report import Standout
from samenspel.sources.profile_columns import years
from samenspel.sources.profiles import profile, scales, subject_of
from samenspel.sources.statistics import indicators
from samenspel.words import profile as words
from samenspel.words import special_work
from samenspel.words.figures import bare, percent, signed, value_text
from samenspel.words.profile_data import COLUMNS, as_data, rows

YEAR = years()[-1]
INCOME = "income-per-inhabitant"


@pytest.fixture(scope="module")
def twente():
    return profile(subject_of("AM05"), YEAR)


def said(one, found, language="en"):
    with translation.override(language):
        return words.standout(one, found)


@pytest.mark.parametrize(
    ("code", "language", "text"),
    [
        (INCOME, "nl", "€\u00a031.500"),
        (INCOME, "en", "€31,500"),
        ("home-value", "en", "€31,000"),
        ("share-65-plus", "nl", "31,5%"),
        ("distance-gp", "en", "31.5\u00a0km"),
    ],
)
def test_a_value_has_its_unit(code, language, text):
    with translation.override(language):
        assert value_text(code, 31.0 if code == "home-value" else 31.5) == text


def test_what_is_unknown_says_so_and_is_never_zero():
    with translation.override("en"):
        assert value_text(INCOME, None) == percent(None) == signed(None) == "unknown"
        assert bare(INCOME, None) == ""


def test_a_sentence_names_both_references_and_the_certainty(twente):
    one = next(one for one in twente.standout if one.code == "share-lowest-incomes")
    assert said(one, twente) == (
        "Persons with the lowest incomes: 43.7%, above the country (40.0%) and regions like it "
        "(39.9%). With 95% certainty it lies between 43.5% and 43.8%."
    )
    assert "boven het land (40,0%)" in said(one, twente, "nl")


def test_a_figure_without_chance_claims_no_certainty(twente):
    one = next(one for one in twente.standout if one.code == INCOME)
    assert "certainty" not in said(one, twente)


@pytest.mark.parametrize(("score", "word"), [(4, "far above"), (2, "above"), (-4, "far below")])
def test_a_sentence_says_how_far_and_to_which_side(twente, score, word):
    values = {"low": score - 1, "high": score + 1, "value": 21.0, "country": 20.0}
    one = Standout("share-65-plus", is_sector=False, score=score, similar=None, **values)
    assert f"{word} the country (20.0%)." in said(one, twente)


def test_a_sector_that_stands_out_is_said_in_times_the_country():
    found = profile(subject_of("PV31"), YEAR)
    one = next(one for one in found.standout if one.is_sector)
    assert "its share of the jobs is" in said(one, found)


@pytest.mark.parametrize("code", ["AM05", "AM06", "CR12", "PV20", "GM0153", "GM0141,GM0147"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_region_can_be_said(code, language):
    with translation.override(language):
        data = as_data(profile(subject_of(code), YEAR), scales(INCOME, YEAR), INCOME)
    assert "%(" not in json.dumps(data)


def test_data_has_the_keys_that_programs_rely_on(twente):
    data = as_data(twente, scales(INCOME, YEAR), INCOME)
    assert {"code", "name", "kind", "municipalities"} <= data["region"].keys()
    wanted = {
        "indicators": "code value unit country rank of source period status",
        "standout": "code score low high sentence",
        "sectors": "code jobs share lq lq_low lq_high",
        "scales": "level groups between_share",
        "similar": "code name distance",
    }
    for name, keys in wanted.items():
        assert data[name]
        assert all(set(keys.split()) <= one.keys() for one in data[name])
    assert data["shift_share"]
    assert data["edition"]["year"] == YEAR


def test_data_of_what_is_missing_is_none_with_a_reason():
    data = as_data(profile(subject_of("GM0153"), YEAR), (), INCOME)
    assert data["sectors"] == []
    assert "Twente (CR12)" in data["sectors_reason"]
    region = as_data(profile(subject_of("AM05"), YEAR), (), INCOME)
    unknown = [one for one in region["indicators"] if one["value"] is None]
    assert unknown
    assert all(one["reason"] for one in unknown)


def test_growth_of_secret_jobs_is_none_with_a_reason():
    """In 2014 CBS kept some jobs of Oost-Groningen secret."""
    grown = as_data(profile(subject_of("CR01"), YEAR), (), INCOME)["shift_share"]
    unknown = [one for one in grown if one["change"] is None]
    assert unknown
    assert all(one["reason"] for one in unknown)
    assert not any(one["reason"] for one in grown if one["change"] is not None)


def test_rows_have_one_figure_each(twente):
    found = list(rows(twente))
    assert len(found) == len(twente.figures)
    assert all(tuple(one) == COLUMNS for one in found)


def test_every_reason_and_status_has_its_words(twente):
    for code in ("not-published", "median-of-parts", "part-unknown", "no-jobs-yet"):
        assert words.reason(code)
    for one in twente.figures:
        assert words.source(one.code, one.period)


def test_only_a_stand_in_weight_is_called_an_approximation():
    assert words.weighed("share-65-plus") == ""
    assert indicators()["home-value"].weight_basis == "proxy"
    assert words.weighed("home-value")


def special(code, language="en"):
    with translation.override(language):
        return special_work.told(profile(subject_of(code), YEAR))


def test_sectors_that_are_special_but_do_not_stand_out_are_told_the_farthest_first():
    assert special("PV30") == (
        "In jobs the region clearly differs from the country, though it is not the only one. "
        "Almost certainly more than a quarter larger here: Industry (without construction) and "
        "energy (1.51 times). Almost certainly more than a fifth smaller: Financial services "
        "(0.71 times); Information and communication (0.72 times)."
    )
    assert "groter: Bouwnijverheid (1,47 keer); Nijverheid" in special("AM05", "nl")


def test_a_sector_that_stands_out_is_not_told_twice():
    found = profile(subject_of("CR07"), YEAR)
    assert "OPQ" in {one.code for one in found.standout}
    assert "Government" not in special("CR07")


@pytest.mark.parametrize("code", ["AM21", "AM28", "GM0363"])
def test_without_counted_jobs_nothing_is_told_of_them(code):
    assert special(code) == ""
