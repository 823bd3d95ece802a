# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Each figure says how certain it is: on the page, as text, in JSON and in CSV."""

import pytest
from django.utils import translation

from samenspel.cli.profile_text import told as text_of
from samenspel.sources.profiles import profile, scales, subject_of
from samenspel.words import certainty
from samenspel.words.profile_data import COLUMNS, as_data, rows
from samenspel.words.profile_rows import themes

YEAR = 2024


@pytest.fixture(scope="module")
def haarlem():
    return profile(subject_of("CR21"), YEAR)


def figure(found, code):
    return next(one for one in found.figures if one.code == code)


@pytest.mark.parametrize(
    ("code", "kind", "says"),
    [
        ("share-15-25", certainty.CHANCE, "95% certain: 10.0% to 10.2%"),
        ("births-per-1000", certainty.CHANCE, "95% certain: 9.6 to 11.4"),
        ("household-size", certainty.ROUNDING, "certain but for rounding"),
        ("inhabitants", certainty.COUNT, "as registered"),
        ("good-health", certainty.UNKNOWN, "how certain is not known"),
        ("household-wealth", "", ""),
    ],
)
def test_each_kind_of_figure_says_how_certain_it_is(haarlem, code, kind, says):
    one = figure(haarlem, code)
    assert certainty.certainty(one) == kind
    with translation.override("en"):
        assert certainty.told(one) == says


@pytest.mark.parametrize("code", ["CR21", "AM05", "PV23", "GM0153", "GM0141,GM0147"])
def test_every_figure_that_there_is_has_all_that_is_asked_of_it(code):
    found = profile(subject_of(code), YEAR)
    for one in as_data(found, (), "")["indicators"]:
        known = one["value"] is not None
        assert bool(one["certainty"]) == known != bool(one["reason"])
        assert one["source"]
        assert one["edition"]
        assert one["status"] in {"definite", "provisional", "not-stated"}
        assert one["trend"][-1] == {"period": one["period"], "value": one["value"]}
        assert (one["country"] is None) == bool(one["country_reason"])
        assert not known or 1 <= one["rank"] <= one["of"]


def test_page_and_text_say_it_of_every_figure(haarlem):
    with translation.override("en"):
        text = "\n".join(text_of([haarlem], scales("births-per-1000", YEAR), "births-per-1000"))
        for row in (row for theme in themes(haarlem) for row in theme.rows):
            assert bool(row.certain) == (row.value != "unknown")
            assert row.certain in text
            assert row.trend in text or row.value == "unknown"
            assert f"] {row.source}" in text


def test_csv_holds_certainty_and_every_year(haarlem):
    one = next(row for row in rows(haarlem) if row["code"] == "crimes")
    assert one["certainty"] == certainty.COUNT
    assert one["trend"].startswith("2021=")
    assert set(one) == set(COLUMNS)


def test_a_figure_outside_its_interval_says_why():
    """On Schiermonnikoog there are so few people that the average weighs in."""
    found = profile(subject_of("GM0088"), YEAR)
    one = figure(found, "share-0-15")
    assert not certainty.holds_its_value(one)
    with translation.override("en"):
        assert certainty.told(one).startswith("95% certain, as few are counted")
        text = "\n".join(text_of([found], (), "births-per-1000"))
    assert "Under 15: 8.8%" in text
    assert "So few are counted here that chance plays a part" in text
