# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The numbers of a version at a glance, kept beside its content.

They are computed whenever the content is written, by the rules of this package, so that a page
that shows an agenda of five hundred measures need not read all of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from samenspel.core.agenda.money import money, total
from samenspel.core.agenda.orphans import Orphan, orphans
from samenspel.core.agenda.record import AgendaRecord, Measure
from samenspel.core.agenda.triangle import area, triangle_counts
from samenspel.core.limits import decimal_text


@dataclass(frozen=True, slots=True)
class ChallengeNumbers:
    """
    What belongs to one challenge.

    ``phases``: measures by phase. ``sides``: of the triangle, its own and those of its measures.
    ``orphans``: by code, of the challenge itself, its goals and its measures.
    """

    measures: int = 0
    phases: dict[str, int] = field(default_factory=dict)
    sides: tuple[str, ...] = ()
    total: int | None = None
    orphans: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoalNumbers:
    """How many measures add to a goal, and what those that say so add together (decimal text)."""

    measures: int = 0
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """
    An agenda in numbers.

    ``counts``: things by kind. ``areas``: measures by area of the triangle, its sides joined by a
    space. ``phases``: measures by phase. ``orphans``: by code. Money is in cents: ``years``,
    ``lines`` (the key is empty for measures under no line), ``undivided`` over the years and
    ``total``; None is unknown. ``unpriced``: measures of which no cost is known.
    """

    counts: dict[str, int] = field(default_factory=dict)
    areas: dict[str, int] = field(default_factory=dict)
    phases: dict[str, int] = field(default_factory=dict)
    orphans: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    lines: dict[str, int | None] = field(default_factory=dict)
    undivided: int | None = None
    total: int | None = None
    unpriced: int = 0
    challenges: dict[str, ChallengeNumbers] = field(default_factory=dict)
    goals: dict[str, GoalNumbers] = field(default_factory=dict)


def summarise(agenda: AgendaRecord) -> Summary:
    """Return *agenda* in numbers."""
    costs, loose = money(agenda), orphans(agenda)
    return Summary(
        counts={
            "challenge": len(agenda.challenges),
            "line": len(agenda.lines),
            "goal": len(agenda.goals),
            "measure": len(agenda.measures),
        },
        areas={" ".join(one): n for one, n in triangle_counts(agenda.measures).items()},
        phases=_phases(agenda.measures),
        orphans=dict(Counter(orphan.code for orphan in loose)),
        years=costs.years,
        lines=costs.lines,
        undivided=costs.undivided,
        total=costs.total,
        unpriced=costs.unknown,
        challenges=_challenges(agenda, loose),
        goals=_goals(agenda),
    )


def to_plain(summary: Summary) -> dict[str, Any]:
    """Return *summary* as JSON can hold it."""
    return asdict(summary)


def from_plain(data: Mapping[str, Any]) -> Summary:
    """Return the summary that ``to_plain`` made *data* of; an empty one of nothing."""
    known: dict[str, Any] = dict(data)
    known["years"] = {int(year): cents for year, cents in known.get("years", {}).items()}
    known["challenges"] = {
        key: ChallengeNumbers(**(one | {"sides": tuple(one["sides"])}))
        for key, one in known.get("challenges", {}).items()
    }
    known["goals"] = {key: GoalNumbers(**one) for key, one in known.get("goals", {}).items()}
    return Summary(**known)


def _challenges(agenda: AgendaRecord, loose: Iterable[Orphan]) -> dict[str, ChallengeNumbers]:
    measures: dict[str, list[Measure]] = {challenge.key: [] for challenge in agenda.challenges}
    for measure in agenda.measures:
        for key in measure.challenges:
            measures[key].append(measure)
    codes: dict[str, Counter[str]] = {key: Counter() for key in measures}
    homes = _homes(agenda)
    for orphan in loose:
        for key in homes.get((orphan.kind, orphan.key), ()):
            codes[key][orphan.code] += 1
    return {
        one.key: ChallengeNumbers(
            measures=len(own := measures[one.key]),
            phases=_phases(own),
            sides=area({*one.sides, *(side for measure in own for side in measure.sides)}),
            total=total(own),
            orphans=dict(codes[one.key]),
        )
        for one in agenda.challenges
    }


def _homes(agenda: AgendaRecord) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the challenges that each thing belongs to."""
    found = {("challenge", one.key): (one.key,) for one in agenda.challenges}
    found |= {("goal", goal.key): (goal.challenge,) for goal in agenda.goals if goal.challenge}
    return found | {("measure", one.key): one.challenges for one in agenda.measures}


def _goals(agenda: AgendaRecord) -> dict[str, GoalNumbers]:
    amounts: dict[str, list[Decimal | None]] = {goal.key: [] for goal in agenda.goals}
    for measure in agenda.measures:
        for one in measure.contributions:
            amounts[one.goal].append(one.amount)
    return {key: GoalNumbers(len(found), _sum(found)) for key, found in amounts.items()}


def _sum(amounts: Iterable[Decimal | None]) -> str:
    known = [amount for amount in amounts if amount is not None]
    return decimal_text(sum(known, Decimal())) if known else ""


def _phases(measures: Iterable[Measure]) -> dict[str, int]:
    return dict(Counter(measure.phase for measure in measures))
