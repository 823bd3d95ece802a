# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The country by one indicator: the same figures as the profile of each region."""

import pytest

from samenspel.core.errors import RuleError
from samenspel.sources.boundaries import boundaries, outlines
from samenspel.sources.country import country, mapped, members
from samenspel.sources.profile_columns import newest
from samenspel.sources.profiles import profile, subject_of

REGIONS = 35


def test_every_value_and_rank_is_that_of_the_profile_of_the_region():
    shown = {code: country(code, 2024) for code in newest(2024)}
    for place in (one.place for one in shown["inhabitants"].regions):
        for figure in profile(subject_of(place.code), 2024).figures:
            [found] = [one for one in shown[figure.code].regions if one.place == place]
            assert (found.value, found.rank) == (figure.value, figure.rank)
            assert shown[figure.code].value == figure.country
            assert (shown[figure.code].period, shown[figure.code].known) == (
                figure.period,
                figure.of,
            )


@pytest.mark.parametrize("code", newest(2024))
def test_all_regions_are_there_the_highest_first_and_unknown_last(code):
    found = country(code, 2024).regions
    assert len({one.place.code for one in found}) == REGIONS
    known = [one.value for one in found if one.value is not None]
    assert known == sorted(known, reverse=True)
    assert [one.value for one in found] == known + [None] * (REGIONS - len(known))


def test_a_median_is_not_offered_for_a_map_of_regions():
    assert set(newest(2024)) - set(mapped(2024)) == {"household-wealth"}
    assert not country("household-wealth", 2024).known


@pytest.mark.parametrize(("code", "year"), [("happiness", 2024), ("inhabitants", 1999)])
def test_what_has_no_figures_is_refused(code, year):
    with pytest.raises(RuleError):
        country(code, year)


def test_the_regions_are_the_union_of_their_municipalities_without_inner_borders():
    around = outlines(members())
    assert len(around) == REGIONS
    alone = outlines({code: code for code in members()})
    assert set(members()) == set(boundaries().rings)
    for code, region in members().items():
        inner = _borders(alone[code]) & {step[::-1] for step in _steps_of_others(code, region)}
        assert not inner & _borders(around[region])


def _steps_of_others(code, region):
    rings = boundaries().rings
    others = (one for one, other in members().items() if other == region and one != code)
    return set().union(*(_borders(rings[one]) for one in others))


def _borders(rings):
    return {step for ring in rings for step in zip(ring, (*ring[1:], ring[0]), strict=True)}
