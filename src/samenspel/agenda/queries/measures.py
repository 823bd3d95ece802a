# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures in a list, a page at a time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast

from django.db.models import (
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
)
from django.db.models.functions import Cast, StrIndex
from django.db.models.lookups import GreaterThan

from samenspel.agenda.models import Contribution, Cost, Measure
from samenspel.prepared import Prepared, Row


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
    names, values = _asked(wanted)
    rows = _counting(names)(version_id, *values)
    return int(rows[0][0]) if rows else 0


def measure_rows(
    version_id: int, wanted: Wanted = Wanted(), *, start: int = 0, limit: int = 25
) -> list[MeasureRow]:
    """Return the measures asked for, in the order of the agenda; two statements."""
    names, values = _asked(wanted)
    rows = _listing(names, start, limit)(version_id, *values)
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for pk, key in _challenges([row[0] for row in rows], limit):
        keys[pk].append(key)
    return [
        MeasureRow(key, title, phase, line or "", lead or "", begin, end, cents, tuple(keys[pk]))
        for pk, key, title, phase, line, lead, begin, end, cents in rows
    ]


def needing(version_id: int, key: str) -> list[tuple[str, str]]:
    """Return (key, title) of the measures that need another first; one statement."""
    return [(one, title) for one, title in _NEEDING(version_id, key)]


_NEEDING = Prepared(
    lambda version_id, key: (
        Measure.objects.filter(version_id=version_id, needs__key=key)
        .order_by("position")
        .values_list("key", "title")
    )
)


def cost_by_year(version_id: int, wanted: Wanted) -> dict[int | None, int]:
    """Return year -> cents of the measures asked for; None is not split by year; one statement."""
    names, values = _asked(wanted)
    rows = Cost.objects.filter(measure__in=_chosen(names, version_id, *values)).order_by()
    found = dict(rows.values("year").values_list("year", Sum("amount_cents")))
    return dict(sorted(found.items(), key=lambda one: (one[0] is None, one[0] or 0)))


def costs_by_measure(version_id: int) -> dict[str, tuple[str, dict[int | None, int]]]:
    """Return key -> (title, year -> cents) of all measures in order; one statement."""
    found: dict[str, tuple[str, dict[int | None, int]]] = {}
    for key, title, year, cents in _COSTS(version_id):
        _title, costs = found.setdefault(key, (title, {}))
        if cents is not None:
            costs[year] = cents
    return found


_COSTS = Prepared(
    lambda version_id: (
        Measure.objects.filter(version_id=version_id)
        .order_by("position", "costs__year")
        .values_list("key", "title", "costs__year", "costs__amount_cents")
    )
)


def count_unpriced(version_id: int, wanted: Wanted) -> int:
    """Return how many of the measures asked for have no known cost; one statement."""
    names, values = _asked(wanted)
    priced = Exists(Cost.objects.filter(measure=OuterRef("pk")))
    return _chosen(names, version_id, *values).exclude(priced).count()


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


def _asked(wanted: Wanted) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of what is asked, and the values."""
    values = {name: value for name in _ASK if (value := getattr(wanted, name))}
    if "policy_field" in values:
        values["policy_field"] = f'"{wanted.policy_field}"'
    return tuple(values), tuple(values.values())


@lru_cache(maxsize=500)
def _counting(names: tuple[str, ...]) -> Prepared:
    """Return the query that counts the measures of a version by values of *names*."""
    return Prepared(
        lambda version_id, *values: (
            _chosen(names, version_id, *values)
            .values("version_id")
            .annotate(found=Count("*"))
            .values_list("found")
        )
    )


@lru_cache(maxsize=500)
def _listing(names: tuple[str, ...], start: int, limit: int) -> Prepared:
    """Return the query for a page of the measures of a version by values of *names*."""
    return Prepared(
        lambda version_id, *values: _columns(_chosen(names, version_id, *values))[
            start : start + limit
        ]
    )


def _challenges(measures: list[int], limit: int) -> list[Row]:
    """Return (measure, key of its challenge); there are at most *limit* measures."""
    if not measures:
        return []
    return _links(limit)(*measures, *measures[:1] * (limit - len(measures)))


@lru_cache(maxsize=50)
def _links(size: int) -> Prepared:
    through: Any = Measure.challenges.through
    return Prepared(
        lambda *measures: (
            through.objects.filter(measure__in=measures[:size])
            .order_by("challenge__position")
            .values_list("measure_id", "challenge__key")
        )
    )


def _columns(rows: "QuerySet[Measure]") -> "QuerySet[Any, Any]":
    cents = Cost.objects.filter(measure=OuterRef("pk")).order_by().values("measure")
    names = ("pk", "key", "title", "phase", "line__key", "lead__slug", "starts_on", "ends_on")
    total = Subquery(cents.values(total=Sum("amount_cents")))
    found = rows.order_by("position").annotate(cents=total).values_list(*names, "cents")
    return cast("QuerySet[Any, Any]", found)


def _chosen(names: tuple[str, ...], version_id: int, *values: str) -> "QuerySet[Measure]":
    conditions = [_ASK[name](value) for name, value in zip(names, values, strict=True)]
    return Measure.objects.filter(*conditions, version_id=version_id).order_by()


def _joins(slug: str) -> Exists:
    through: Any = Measure.partners.through
    return Exists(through.objects.filter(measure=OuterRef("pk"), party__slug=slug))


def _has_field(quoted: str) -> GreaterThan:
    """Look in the stored text of a list, in which both databases write a code in quotes."""
    return GreaterThan(StrIndex(Cast("policy_fields", TextField()), Value(quoted)), 0)


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
