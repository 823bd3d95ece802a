# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of an agenda are those of its content, and survive being kept as JSON."""

import json
from collections import Counter
from importlib.resources import files

import pytest

from samenspel.core.agenda.orphans import orphans
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.agenda.summary import Summary, from_plain, summarise, to_plain
from samenspel.core.record_json import loads


def example(name):
    path = files("samenspel.data").joinpath("examples", f"{name}.json")
    return loads(path.read_text(encoding="utf-8")).agenda


@pytest.mark.parametrize("name", ["lindewaard", "twente-2018-2022"])
def test_a_summary_survives_being_kept(name):
    whole = summarise(example(name))
    assert from_plain(json.loads(json.dumps(to_plain(whole)))) == whole


def test_nothing_kept_is_nothing_known():
    assert from_plain({}) == Summary()


def test_an_empty_agenda_costs_an_unknown_amount():
    assert summarise(AgendaRecord("Leeg", 2026, 2030)).total is None


@pytest.mark.parametrize("name", ["lindewaard", "twente-2018-2022"])
def test_orphans_are_counted_by_code(name):
    agenda = example(name)
    assert summarise(agenda).orphans == Counter(one.code for one in orphans(agenda))


def test_what_belongs_to_a_challenge_is_counted_there():
    numbers = summarise(example("lindewaard")).challenges["O2"]
    assert numbers.measures == 5
    assert numbers.phases == {"decision": 1, "development": 2, "completed": 1, "idea": 1}
    assert numbers.orphans == {"goal-without-owner": 1, "measure-without-lead": 1}


def test_a_goal_adds_up_what_its_measures_expect_and_leaves_the_unknown_out():
    goals = summarise(example("lindewaard")).goals
    assert (goals["D2"].measures, goals["D2"].expected) == (4, "4.5")
    assert (goals["D10"].measures, goals["D10"].expected) == (1, "")
