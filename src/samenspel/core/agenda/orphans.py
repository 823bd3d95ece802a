# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Orphans: what in an agenda hangs loose, by named checks.

An orphan is no fault. It is a question to the parties: who does this, why, with what money? The
table ``CHECKS`` is the rule; ``words.orphans`` says each in a sentence.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from samenspel.core.agenda.record import AgendaRecord, Challenge, Goal, Measure
from samenspel.core.agenda.triangle import area


@dataclass(frozen=True, slots=True)
class Orphan:
    """Something that hangs loose. For a party, ``key`` and ``title`` are both its slug."""

    code: str
    kind: str
    key: str
    title: str


Loose = tuple[str, str, str]
"""Kind, key and title of what a check found."""

Check = Callable[[AgendaRecord], Iterable[Loose]]


def orphans(agenda: AgendaRecord) -> list[Orphan]:
    """Return all orphans, by check in the order of ``CHECKS`` and then in that of the agenda."""
    return [Orphan(code, *loose) for code, check in CHECKS.items() for loose in check(agenda)]


def _goals_without_measure(agenda: AgendaRecord) -> Iterator[Loose]:
    by_goal = _measures_by_goal(agenda)
    return (_loose(goal) for goal in agenda.goals if not by_goal[goal.key])


def _goals_without_owner(agenda: AgendaRecord) -> Iterator[Loose]:
    return (_loose(goal) for goal in agenda.goals if not goal.owner)


def _goals_without_indicator(agenda: AgendaRecord) -> Iterator[Loose]:
    return (_loose(goal) for goal in agenda.goals if not goal.indicator or goal.target is None)


def _goals_without_money(agenda: AgendaRecord) -> Iterator[Loose]:
    """Yield goals with measures of which none has a cost; a known cost of zero is a cost."""
    by_goal = _measures_by_goal(agenda)
    for goal in agenda.goals:
        measures = by_goal[goal.key]
        if measures and not any(measure.costs for measure in measures):
            yield _loose(goal)


def _measures_without_challenge(agenda: AgendaRecord) -> Iterator[Loose]:
    return (_loose(measure) for measure in agenda.measures if not measure.challenges)


def _measures_without_lead(agenda: AgendaRecord) -> Iterator[Loose]:
    return (_loose(measure) for measure in agenda.measures if not measure.lead)


def _challenges_on_one_side(agenda: AgendaRecord) -> Iterator[Loose]:
    sides = _sides(agenda)
    return (_loose(one) for one in agenda.challenges if len(area(sides[one.key])) == 1)


def _challenges_without_side(agenda: AgendaRecord) -> Iterator[Loose]:
    sides = _sides(agenda)
    return (_loose(one) for one in agenda.challenges if not area(sides[one.key]))


def _parties_unbalanced(agenda: AgendaRecord) -> Iterator[Loose]:
    """Yield parties that get something somewhere in the agenda and bring nothing anywhere."""
    bring = {interest.party for interest in agenda.interests if interest.brings.strip()}
    get = [interest.party for interest in agenda.interests if interest.gets.strip()]
    return (("party", slug, slug) for slug in dict.fromkeys(get) if slug not in bring)


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "goal-without-measure": _goals_without_measure,
        "goal-without-owner": _goals_without_owner,
        "goal-without-indicator": _goals_without_indicator,
        "goal-without-money": _goals_without_money,
        "measure-without-challenge": _measures_without_challenge,
        "measure-without-lead": _measures_without_lead,
        "challenge-on-one-side": _challenges_on_one_side,
        "challenge-without-side": _challenges_without_side,
        "party-unbalanced": _parties_unbalanced,
    }
)
"""Code of an orphan -> what finds it."""


def _loose(item: Challenge | Goal | Measure) -> Loose:
    return type(item).__name__.lower(), item.key, item.title


def _measures_by_goal(agenda: AgendaRecord) -> defaultdict[str, list[Measure]]:
    found: defaultdict[str, list[Measure]] = defaultdict(list)
    for measure in agenda.measures:
        for contribution in measure.contributions:
            found[contribution.goal].append(measure)
    return found


def _sides(agenda: AgendaRecord) -> defaultdict[str, set[str]]:
    """Return per challenge its own sides together with those of its measures."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for challenge in agenda.challenges:
        found[challenge.key].update(challenge.sides)
    for measure in agenda.measures:
        for key in measure.challenges:
            found[key].update(measure.sides)
    return found
