# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Municipalities of a region on a day, and what became of them, in an invented country."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.composition import (
    Division,
    Membership,
    Municipality,
    Region,
    Succession,
    holds_on,
    memberships_from,
    municipality_of,
    recode,
    region_of,
    regions_around,
    successor_of,
)
from samenspel.core.errors import RuleError

START = date(2021, 1, 1)
FIRST = date(2022, 1, 1)
SECOND = date(2023, 1, 1)
NOW = date(2026, 1, 1)


def country() -> Division:
    """East and West become Middle in 2022; in 2023 Middle goes on in Big, which was there."""
    towns = (
        Municipality("GM1", "Oost", until=FIRST),
        Municipality("GM2", "West", until=FIRST),
        Municipality("GM3", "Midden", since=FIRST, until=SECOND),
        Municipality("GM4", "Groot"),
    )
    return Division(
        first_day=START,
        municipalities={one.code: one for one in towns},
        regions={
            "AM1": Region("AM1", "labour-market-region", "Noordland"),
            "PV1": Region("PV1", "province", "Noord"),
        },
        memberships=(
            Membership("AM1", "GM2", until=FIRST),
            Membership("AM1", "GM1", until=FIRST),
            Membership("AM1", "GM3", FIRST, SECOND),
            Membership("PV1", "GM4"),
        ),
        successions=(
            Succession("GM1", "GM3", FIRST),
            Succession("GM2", "GM3", FIRST),
            Succession("GM3", "GM4", SECOND),
        ),
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [(START, ["GM3", "GM1", "GM2"]), (FIRST, ["GM3"]), (SECOND, [])],
    ids=["before", "on-the-day", "after"],
)
def test_memberships_are_those_from_the_day_on_in_order_of_name(on, expected):
    found = memberships_from(country(), "AM1", on)
    assert [one.municipality for one in found] == expected


def test_a_code_lives_on_in_its_last_successor():
    assert [successor_of(country(), code) for code in ("GM1", "GM3", "GM4")] == ["GM4"] * 3


@pytest.mark.parametrize(
    ("codes", "on", "expected"),
    [
        (["GM1", "GM2"], FIRST, ("GM3",)),
        (["GM1"], NOW, ("GM4",)),
        (["GM3"], START, ("GM1", "GM2")),
        (["GM4"], START, ("GM4",)),
    ],
    ids=["merged", "merged-twice", "not-yet-there", "always-there"],
)
def test_recode_gives_the_same_area_on_the_day(codes, on, expected):
    assert recode(country(), codes, on) == expected


@given(
    st.lists(st.sampled_from(["GM1", "GM2", "GM3", "GM4"])),
    st.dates(min_value=START, max_value=date(2030, 1, 1)),
)
def test_recoding_gives_only_municipalities_of_the_day_and_is_stable(codes, on):
    found = recode(country(), codes, on)
    towns = [municipality_of(country(), code) for code in found]
    assert all(holds_on(one.since, one.until, on) for one in towns)
    assert recode(country(), found, on) == found


def test_regions_around_municipalities_are_of_the_kind_asked():
    found = regions_around(country(), ["GM1", "GM4"], "province")
    assert [one.code for one in found] == ["PV1"]


def test_an_unknown_region_names_the_nearest_by_code_or_name():
    with pytest.raises(RuleError) as refused:
        region_of(country(), "noordlnd")
    assert refused.value.code == "unknown-region"
    assert refused.value.params["nearest"] == ("AM1 Noordland", "PV1 Noord")


def test_an_unknown_municipality_names_the_nearest():
    with pytest.raises(RuleError, match="unknown-municipality") as refused:
        recode(country(), ["GM9"], NOW)
    assert "GM4 Groot" in refused.value.params["nearest"]


def test_a_day_before_the_tables_is_refused():
    with pytest.raises(RuleError, match="date-before-reference-tables") as refused:
        memberships_from(country(), "AM1", date(2018, 1, 1))
    assert refused.value.params["first_day"] == START
