# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures in a list, a page at a time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Sum, TextField
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from samenspel.agenda.models import Contribution, Cost, Measure
from samenspel.prepared import Prepared


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
    if wanted == Wanted():
        part = (version_id, start, start + limit)
        return _with_challenges(_PART(*part), _PART_CHALLENGES(*part))
    rows = _columns(_asked(version_id, wanted).order_by("position"))[start : start + limit]
    found = list(rows)
    return _with_challenges(found, _challenges(measure__in=[row[0] for row in found]))


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


def _columns(rows: "QuerySet[Measure]") -> "QuerySet[Any, Any]":
    cents = Cost.objects.filter(measure=OuterRef("pk")).order_by().values("measure")
    names = ("pk", "key", "title", "phase", "line__key", "lead__slug", "starts_on", "ends_on")
    total = Subquery(cents.values(total=Sum("amount_cents")))
    return cast("QuerySet[Any, Any]", rows.annotate(cents=total).values_list(*names, "cents"))


def _challenges(**of: Any) -> "QuerySet[Any, Any]":
    through: Any = Measure.challenges.through
    rows = through.objects.filter(**of).order_by("challenge__position")
    return cast("QuerySet[Any, Any]", rows.values_list("measure_id", "challenge__key"))


_PART = Prepared(
    lambda version_id, first, end: _columns(
        Measure.objects.filter(
            version_id=version_id, position__gte=first, position__lt=end
        ).order_by("position")
    )
)
"""Measures by their place in the agenda: places are counted from 0 without gaps."""

_PART_CHALLENGES = Prepared(
    lambda version_id, first, end: _challenges(
        measure__version_id=version_id, measure__position__gte=first, measure__position__lt=end
    )
)


def _with_challenges(
    rows: Iterable[tuple[Any, ...]], challenges: Iterable[tuple[Any, ...]]
) -> list[MeasureRow]:
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for pk, key in challenges:
        keys[pk].append(key)
    return [
        MeasureRow(key, title, phase, line or "", lead or "", start, end, cents, tuple(keys[pk]))
        for pk, key, title, phase, line, lead, start, end, cents in rows
    ]


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
