# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures in a list, a page at a time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Sum, TextField
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from samenspel.agenda.models import Contribution, Cost, Measure


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    Which measures a reader asks for; what is empty is not asked.

    ``party`` leads or joins; ``goal`` is contributed to; ``needs`` is the key of a needed measure.
    """

    line: str = ""
    challenge: str = ""
    phase: str = ""
    party: str = ""
    policy_field: str = ""
    lead: str = ""
    partner: str = ""
    goal: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """A measure that adds to a goal; ``amount`` is in the goal's unit, None when not estimated."""

    key: str
    title: str
    lead: str
    amount: Decimal | None
    note: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure in a list; ``cents`` is its whole cost, None when unknown."""

    key: str
    title: str
    phase: str
    line: str
    lead: str
    starts_on: date | None
    ends_on: date | None
    cents: int | None
    challenges: tuple[str, ...]


def count_measures(version_id: int, wanted: Wanted) -> int:
    """Return how many measures are asked for; one statement."""
    return _asked(version_id, wanted).count()


def measure_rows(
    version_id: int, wanted: Wanted = Wanted(), *, start: int = 0, limit: int = 25
) -> list[MeasureRow]:
    """Return the measures asked for, in the order of the agenda; two statements."""
    cents = Cost.objects.filter(measure=OuterRef("pk")).order_by().values("measure")
    rows = (
        _asked(version_id, wanted)
        .order_by("position")
        .annotate(cents=Subquery(cents.values(total=Sum("amount_cents"))))
        .values_list("pk", "key", "title", "phase", "line__key", "lead__slug", *_PLANNING)
    )
    found = list(rows[start : start + limit])
    challenges = _challenges(row[0] for row in found)
    return [_row(row, tuple(challenges[row[0]])) for row in found]


def cost_by_year(version_id: int, wanted: Wanted) -> dict[int | None, int]:
    """Return year -> cents of the measures asked for; None is not split by year; one statement."""
    rows = Cost.objects.filter(measure__in=_asked(version_id, wanted)).order_by().values("year")
    found = dict(rows.values_list("year", Sum("amount_cents")))
    return dict(sorted(found.items(), key=lambda one: (one[0] is None, one[0] or 0)))


def contribution_rows(version_id: int, goal: str, limit: int) -> list[ContributionRow]:
    """Return what adds to a goal, in the order of the agenda; one statement."""
    rows = Contribution.objects.filter(goal__version=version_id, goal__key=goal)
    names = ("measure__key", "measure__title", "measure__lead__slug", "amount", "note")
    return [
        ContributionRow(key, title, lead or "", Decimal(amount) if amount else None, note)
        for key, title, lead, amount, note in rows.order_by("measure__position").values_list(
            *names
        )[:limit]
    ]


_PLANNING = ("starts_on", "ends_on", "cents")


def _row(row: tuple[Any, ...], challenges: tuple[str, ...]) -> MeasureRow:
    _, key, title, phase, line, lead, starts_on, ends_on, cents = row
    return MeasureRow(
        key, title, phase, line or "", lead or "", starts_on, ends_on, cents, challenges
    )


def _asked(version_id: int, wanted: Wanted) -> "QuerySet[Measure]":
    conditions = [ask(value) for name, ask in _ASK.items() if (value := getattr(wanted, name))]
    return Measure.objects.filter(*conditions, version_id=version_id)


def _joins(slug: str) -> Exists:
    through: Any = Measure.partners.through
    return Exists(through.objects.filter(measure=OuterRef("pk"), party__slug=slug))


def _has_field(code: str) -> Contains:
    """Look for a code in the stored text of a list: both databases write it in double quotes."""
    return Contains(Cast("policy_fields", TextField()), f'"{code}"')


_ASK: dict[str, Any] = {
    "line": lambda key: Q(line__key=key),
    "challenge": lambda key: Q(challenges__key=key),
    "phase": lambda code: Q(phase=code),
    "party": lambda slug: Q(lead__slug=slug) | Q(_joins(slug)),
    "policy_field": _has_field,
    "lead": lambda slug: Q(lead__slug=slug),
    "partner": _joins,
    "goal": lambda key: Q(contributions__goal__key=key),
    "needs": lambda key: Q(needs__key=key),
}


def _challenges(measures: Iterable[int]) -> defaultdict[int, list[str]]:
    through: Any = Measure.challenges.through
    rows = through.objects.filter(measure__in=list(measures)).order_by("challenge__position")
    found: defaultdict[int, list[str]] = defaultdict(list)
    for measure, key in rows.values_list("measure_id", "challenge__key"):
        found[measure].append(key)
    return found
