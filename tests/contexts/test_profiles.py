# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile of real regions: every kind, what adds up, and what is unknown with its reason."""

import pytest

from samenspel.core.errors import RuleError
from samenspel.core.profile.distinctiveness import NOTABLE_DISTANCE
from samenspel.sources.profile_columns import years
from samenspel.sources.profiles import own_subject, profile, scales, subject_of
from samenspel.sources.reference import division
from samenspel.sources.statistics import editions, municipalities

YEAR = years()[-1]
REGIONS = tuple(division().regions)
SOME = (*REGIONS, *municipalities()[::20], "GM1699", "GM0088", "GM1979")


def of(code, year=YEAR):
    return profile(subject_of(code), year)


def figure(found, code):
    return next(one for one in found.figures if one.code == code)


def test_all_official_regions_and_municipalities_have_codes():
    assert (len(REGIONS), len(municipalities())) == (35 + 40 + 12, 342)


@pytest.mark.parametrize("code", SOME)
def test_a_profile_says_of_each_figure_what_it_is_or_why_it_is_not_there(code):
    for one in of(code).figures:
        assert (one.value is None) == bool(one.reason)
        assert one.value is None or 1 <= one.rank <= one.of
        assert (one.code, one.period) in editions()
        assert one.trend[-1] == (one.period, one.value)


@pytest.mark.parametrize("code", SOME)
def test_nothing_stands_out_whose_interval_holds_the_average(code):
    for one in of(code).standout:
        assert one.low > 0 or one.high < 0
        assert one.low <= one.score <= one.high
        assert abs(one.score) >= NOTABLE_DISTANCE


@pytest.mark.parametrize("code", ["share-self-employed", "share-owner-occupied", "births-per-1000"])
def test_what_was_published_in_whole_numbers_is_known_to_half_of_one(code):
    """Also where municipalities merged since, whose figures together are no longer whole."""
    one = figure(of("AM05"), code)
    assert one.low <= one.value - 0.5
    assert one.high >= one.value + 0.5


@pytest.mark.parametrize("code", SOME)
def test_standouts_are_ordered_by_distance(code):
    scores = [abs(one.score) for one in of(code).standout]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("code", [one for one in REGIONS if one.startswith(("CR", "PV"))])
def test_corop_regions_and_provinces_have_jobs_as_counted(code):
    work = of(code).work
    assert work.is_exact
    assert sum(one.share for one in work.sectors) == pytest.approx(1)
    for one in work.sectors:
        assert one.lq_low <= one.lq <= one.lq_high
        assert not (one.special and one.lq_low <= 1 <= one.lq_high)


@pytest.mark.parametrize("code", REGIONS)
def test_the_parts_of_growth_add_up(code):
    for one in of(code).work.growth:
        if one.change is not None:
            parts = one.national + one.by_sector + one.regional
            assert parts == pytest.approx(one.change, abs=1e-6)


@pytest.mark.parametrize("code", REGIONS)
def test_what_lies_near_rests_on_what_is_strong(code):
    found = of(code).work
    strong = {one.code for one in found.related if one.strong}
    assert len(found.related) == len(found.sectors)
    for one in found.related:
        assert one.low <= one.density <= one.high
        assert set(one.through) <= strong - {one.code}
        assert not one.could_grow or (one.through and one.density > one.by_chance)


def test_food_from_the_land_is_near_to_a_region_of_industry_and_building():
    (one,) = (one for one in of("CR12").work.related if one.could_grow)
    assert (one.code, one.through) == ("A", ("GI", "FZ", "BE"))


def test_jobs_of_a_municipality_are_not_guessed():
    work = of("GM0153").work
    assert (work.reason, work.sectors, work.krugman) == ("jobs-by-corop-only", (), None)
    assert [one.code for one in work.corop] == ["CR12"]


def test_a_municipality_that_is_a_whole_corop_region_has_its_jobs():
    ours, corop = of("GM1979").work, of("CR02").work
    assert ours.is_exact
    assert [(one.code, one.jobs) for one in ours.sectors] == [
        (one.code, one.jobs) for one in corop.sectors
    ]


def test_estimated_jobs_never_stand_out():
    found = of("AM01")
    assert found.work.sectors
    assert not found.work.is_exact
    assert not any(one.is_sector for one in found.standout)


def test_inhabitants_are_those_that_cbs_published():
    found = of("AM05")
    assert figure(found, "inhabitants").country == 17_942_942
    assert sum(figure(of(f"PV{number}"), "inhabitants").value for number in range(20, 32)) == (
        17_942_942
    )


def test_a_median_is_known_of_a_municipality_and_not_of_a_region():
    assert figure(of("GM0153"), "household-wealth").value is not None
    region = figure(of("AM05"), "household-wealth")
    assert (region.value, region.reason) == (None, "median-of-parts")
    assert all(value is not None for value in region.inside)


def test_a_region_of_ones_own_that_is_official_has_the_official_figures():
    official = subject_of("AM05")
    own = own_subject([one.code for one in official.municipalities], "Ons Twente")
    theirs, ours = profile(official, YEAR), profile(own, YEAR)
    assert [one.value for one in ours.figures] == [one.value for one in theirs.figures]
    assert [one.jobs for one in ours.work.sectors] == [one.jobs for one in theirs.work.sectors]
    assert "AM05" not in {one.code for one in ours.similar}


def test_an_earlier_year_knows_nothing_of_later():
    found = of("AM05", 2021)
    assert {one.period for one in found.figures} <= {2020, 2021}
    assert found.work.year == 2019


def test_levels_that_nest_add_up_and_the_others_are_said():
    found = scales("income-per-inhabitant", YEAR)
    assert [one.level for one in found][-1] == "municipality"
    assert sum(one.added for one in found if one.added is not None) == pytest.approx(1)
    alone = [one.level for one in found if one.added is None]
    assert alone == ["labour-market-region"]


def test_there_are_no_levels_of_a_median():
    assert scales("household-wealth", YEAR) == ()


def test_similar_regions_are_of_the_same_kind_and_nearest_first():
    found = of("CR12").similar
    assert all(one.code.startswith("CR") and one.code != "CR12" for one in found)
    assert [one.distance for one in found] == sorted(one.distance for one in found)


@pytest.mark.parametrize("code", ["XX99", "", "AM99", "Twente"])
def test_an_unknown_code_is_told_what_exists(code):
    with pytest.raises(RuleError, match="no-profile-of") as refused:
        subject_of(code)
    assert any("AM01-AM38 (35)" in known for known in refused.value.params["known"])


def test_a_merged_municipality_is_told_into_what():
    with pytest.raises(RuleError, match="municipality-merged") as refused:
        subject_of("GM0370")
    assert refused.value.params["into"] == "GM0439 Purmerend"


def test_a_year_without_figures_is_told_which_have():
    with pytest.raises(RuleError, match="no-figures-of-year") as refused:
        of("AM05", 1999)
    assert "2024" in refused.value.params["known"]


def test_an_unknown_indicator_is_refused():
    with pytest.raises(RuleError, match="no-figures-of-indicator"):
        scales("happiness", YEAR)
