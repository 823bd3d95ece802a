# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The example regions hold as records, say where they come from, and show what they must show."""

from collections import Counter
from decimal import Decimal
from importlib.resources import files

import pytest

from samenspel.core.checks import problems
from samenspel.core.record_json import dumps, loads
from samenspel.sources import reference

EXAMPLES = files("samenspel.data").joinpath("examples")
NAMES = ["lindewaard", "lindewaard-versie-1", "twente-2018-2022"]


def text(name):
    return EXAMPLES.joinpath(f"{name}.json").read_text(encoding="utf-8")


def example(name):
    return loads(text(name))


def contributed_goals(agenda):
    return {one.goal for measure in agenda.measures for one in measure.contributions}


def paid_goals(agenda):
    return {one.goal for m in agenda.measures if m.costs for one in m.contributions}


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_written_as_the_product_writes_it(name):
    assert dumps(example(name)) == text(name)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_no_problems(name):
    assert problems(example(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_uses_the_default_words(name):
    assert example(name).terms == reference.default_terms()


@pytest.mark.parametrize("name", NAMES)
def test_everything_with_content_has_a_source(name):
    record = example(name)
    agenda = record.agenda
    content = (*agenda.challenges, *agenda.lines, *agenda.goals, *agenda.measures)
    rows = (record, agenda, *record.parties, *record.bodies, *record.inhabitants, *content)
    assert [one for one in (*rows, *agenda.interests) if not one.source] == []


def test_every_cost_in_twente_has_a_source():
    measures = example("twente-2018-2022").agenda.measures
    assert all(cost.source for measure in measures for cost in measure.costs)


def test_twente_has_its_fourteen_municipalities_and_four_lines():
    record = example("twente-2018-2022")
    assert record.members == reference.region_record("AM05", on=reference.FIRST_DAY).members
    assert [one.title for one in record.agenda.lines] == [
        "Techniek als motor",
        "Arbeidsmarkt & talent",
        "Bereikbaarheid & vestigingsklimaat",
        "Duurzaamheid & circulaire economie",
    ]


def test_the_money_of_twente_is_that_of_the_sources():
    measures = example("twente-2018-2022").agenda.measures
    costs = [cost for measure in measures for cost in measure.costs]
    assert all(cost.year is None for cost in costs)
    assert sum(cost.amount_cents for cost in costs) == 163_400_000_00


def test_twente_counts_the_inhabitants_of_the_packaged_table():
    found = example("twente-2018-2022").inhabitants
    assert {one.year for one in found} == {2021}
    assert set(found) <= set(reference.inhabitants())
    assert sum(one.people for one in found) == 631_733


def test_twente_invents_no_indicators():
    goals = example("twente-2018-2022").agenda.goals
    assert not any(one.indicator or one.owner or one.target is not None for one in goals)


def test_the_fictional_region_says_so_and_has_no_real_name():
    record = example("lindewaard")
    real = {one.name for one in reference.division().municipalities.values()}
    provinces = {one.name for one in reference.division().regions.values()}
    assert record.fictional
    assert not real & {one.name for one in record.members}
    assert "Oostermark" not in provinces


def test_the_fictional_region_has_the_size_that_shows_every_part():
    record = example("lindewaard")
    agenda = record.agenda
    people = sum(one.people for one in record.inhabitants if one.year == 2025)
    assert (len(record.members), people) == (8, 312_480)
    assert (len(agenda.challenges), len(agenda.goals), len(agenda.measures)) == (6, 12, 25)
    assert {one.year for one in record.inhabitants} == {2024, 2025}


def test_the_fictional_region_has_parties_of_every_side():
    kinds = Counter(one.kind for one in example("lindewaard").parties)
    assert kinds["municipality"] == 8
    assert {
        "province",
        "water-authority",
        "employers",
        "union",
        "university-of-applied-sciences",
        "vocational-college",
        "development-agency",
        "economic-board",
        "implementing-agency",
        "partnership",
    } <= set(kinds)


def test_no_municipality_has_the_majority_in_the_board():
    seats = [one for one in example("lindewaard").seats if one.body == "bestuurlijk-overleg"]
    assert max(one.votes for one in seats) * 2 < sum(one.votes for one in seats)


def test_measures_lie_within_their_years():
    for name in NAMES:
        agenda = example(name).agenda
        years = range(agenda.starts_year, agenda.ends_year + 1)
        paid = {cost.year for one in agenda.measures for cost in one.costs} - {None}
        assert paid <= set(years)


@pytest.mark.parametrize(
    ("orphan", "expected"),
    [
        ("goal-without-owner", ["D4"]),
        ("goal-without-indicator", ["D10"]),
        ("goal-without-measure", ["D12"]),
        ("goal-without-money", ["D6", "D12"]),
        ("measure-without-challenge", ["M21"]),
        ("measure-without-lead", ["M11"]),
        ("challenge-on-one-side", ["O3"]),
    ],
)
def test_the_fictional_agenda_has_an_example_for_each_check(orphan, expected):
    agenda = example("lindewaard").agenda
    found = {
        "goal-without-owner": [one.key for one in agenda.goals if not one.owner],
        "goal-without-indicator": [one.key for one in agenda.goals if not one.indicator],
        "goal-without-measure": [
            one.key for one in agenda.goals if one.key not in contributed_goals(agenda)
        ],
        "goal-without-money": [
            one.key for one in agenda.goals if one.key not in paid_goals(agenda)
        ],
        "measure-without-challenge": [one.key for one in agenda.measures if not one.challenges],
        "measure-without-lead": [one.key for one in agenda.measures if not one.lead],
        "challenge-on-one-side": [one.key for one in agenda.challenges if len(one.sides) == 1],
    }
    assert found[orphan] == expected


def test_one_party_gets_without_bringing():
    interests = example("lindewaard").agenda.interests
    brings = {one.party for one in interests if one.brings}
    assert {one.party for one in interests if one.gets} - brings == {"industriekring-de-waard"}


def test_every_party_says_what_is_in_it_for_it():
    record = example("lindewaard")
    silent = {one.slug for one in record.parties} - {one.party for one in record.agenda.interests}
    assert silent == set()


def test_what_measures_add_to_a_goal_never_overshoots_it():
    agenda = example("lindewaard").agenda
    for goal in agenda.goals:
        added = sum(
            (one.amount for m in agenda.measures for one in m.contributions if adds(one, goal)),
            Decimal(0),
        )
        if goal.target is not None and goal.baseline is not None:
            assert abs(added) <= abs(goal.target - goal.baseline), goal.key


def adds(contribution, goal):
    return contribution.goal == goal.key and contribution.amount is not None


def test_the_earlier_version_differs_in_the_agenda_only():
    now, earlier = example("lindewaard"), example("lindewaard-versie-1")
    assert {f for f in now.__slots__ if getattr(now, f) != getattr(earlier, f)} == {"agenda"}


def test_the_earlier_version_differs_in_a_handful_of_ways():
    now, earlier = example("lindewaard").agenda, example("lindewaard-versie-1").agenda
    measures = differing(now.measures, earlier.measures)
    assert measures == {
        "M2",
        "M6",
        "M7",
        "M10",
        "M24",
        "M25",
        "M26",
    }
    assert differing(now.goals, earlier.goals) == {"D1", "D5"}
    assert differing(now.challenges, earlier.challenges) == {"O4"}
    assert now.lines == earlier.lines
    assert len(set(now.interests) ^ set(earlier.interests)) == 1


def differing(now, earlier):
    return {one.key for one in set(now) ^ set(earlier)}
