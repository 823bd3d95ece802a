# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Each check finds what hangs loose, and only that."""

from decimal import Decimal

import pytest
from hypothesis import given
from records import agendas, few, small_agenda

from samenspel.core.agenda.orphans import CHECKS, Orphan, orphans
from samenspel.core.agenda.record import (
    AgendaRecord,
    Challenge,
    Contribution,
    Cost,
    Goal,
    Interest,
    Measure,
)


def found(code: str, **content: object) -> list[str]:
    """Return the keys that one check finds in an agenda with this content."""
    agenda = AgendaRecord("A", 2026, 2029, **content)
    return [orphan.key for orphan in orphans(agenda) if orphan.code == code]


def helping(goal: str, **values: object) -> Measure:
    return Measure("M1", "m", contributions=(Contribution(goal),), **values)


def test_goal_without_measure():
    goals = (Goal("G1", "a"), Goal("G2", "b"))

    assert found("goal-without-measure", goals=goals, measures=(helping("G1"),)) == ["G2"]


def test_goal_without_owner():
    assert found("goal-without-owner", goals=(Goal("G1", "a"), Goal("G2", "b", owner="p"))) == [
        "G1"
    ]


def test_goal_needs_both_an_indicator_and_a_target():
    goals = (
        Goal("G1", "a", indicator="x"),
        Goal("G2", "b", target=Decimal(1)),
        Goal("G3", "c", indicator="x", target=Decimal(0)),
    )
    assert found("goal-without-indicator", goals=goals) == ["G1", "G2"]


def test_goal_without_money_has_measures_but_no_cost():
    goals = (Goal("G1", "a"), Goal("G2", "b"))

    assert found("goal-without-money", goals=goals, measures=(helping("G1"),)) == ["G1"]
    for cost in (Cost(None, 1), Cost(2027, 0)):
        measures = (helping("G1", costs=(cost,)), helping("G1"))
        assert found("goal-without-money", goals=goals, measures=measures) == []


def test_measure_without_challenge_or_lead():
    measures = (Measure("M1", "a", lead="p"), Measure("M2", "b", challenges=("C1",)))

    assert found("measure-without-challenge", measures=measures) == ["M1"]
    assert found("measure-without-lead", measures=measures) == ["M2"]


@pytest.mark.parametrize(
    ("own", "of_measure", "code"),
    [
        ((), (), "challenge-without-side"),
        (("water",), (), "challenge-without-side"),
        (("economy",), (), "challenge-on-one-side"),
        (("economy", "water"), ("economy",), "challenge-on-one-side"),
        ((), ("education",), "challenge-on-one-side"),
        (("economy",), ("education",), None),
        (("economy", "labour-market"), (), None),
    ],
)
def test_challenge_is_seen_with_its_measures(own, of_measure, code):
    agenda = AgendaRecord(
        "A",
        2026,
        2029,
        challenges=(Challenge("C1", "c", sides=own),),
        measures=(Measure("M1", "m", challenges=("C1",), lead="p", sides=of_measure),),
    )
    expected = [Orphan(code, "challenge", "C1", "c")] if code else []
    assert orphans(agenda) == expected


def test_party_that_brings_anywhere_is_balanced():
    interests = (
        Interest("a", "C1", gets="x"),
        Interest("a", "C2", gets="y", brings=" "),
        Interest("b", "C1", gets="x"),
        Interest("b", brings="people"),
        Interest("c", brings="money"),
    )
    assert found("party-unbalanced", interests=interests) == ["a"]


def test_order_is_that_of_the_checks_and_then_of_the_agenda():
    assert orphans(small_agenda()) == [
        Orphan("measure-without-lead", "measure", "M2", "Zij-instroom"),
        Orphan("party-unbalanced", "party", "lindewaard", "lindewaard"),
    ]


@few
@given(agendas())
def test_checks_speak_in_their_own_order(agenda):
    codes = [orphan.code for orphan in orphans(agenda)]

    assert codes == sorted(codes, key=list(CHECKS).index)


@few
@given(agendas())
def test_every_orphan_is_in_the_agenda(agenda):
    there = {
        (kind, item.key)
        for kind in ("challenge", "goal", "measure")
        for item in getattr(agenda, f"{kind}s")
    }
    there |= {("party", interest.party) for interest in agenda.interests}

    assert {(orphan.kind, orphan.key) for orphan in orphans(agenda)} <= there
