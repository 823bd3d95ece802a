# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What an agenda costs, added up; in whole eurocents.

Costs by year and costs for the whole period are never mixed: what is not split stays not split.
Where no cost is known the total is None, never 0.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from samenspel.core.agenda.record import AgendaRecord, Cost, Measure


@dataclass(frozen=True, slots=True)
class Money:
    """
    The costs of an agenda.

    ``years``: cents by year, in order. ``undivided``: cents not split by year. ``total``: both
    together. ``lines``: total by the key of a programme line, in the order of the agenda; the key
    is empty for measures under no line. ``unknown``: how many measures have no cost at all.
    """

    years: dict[int, int]
    undivided: int | None
    total: int | None
    lines: dict[str, int | None]
    unknown: int


def money(agenda: AgendaRecord) -> Money:
    """Return what *agenda* costs."""
    return Money(
        years=per_year(agenda.measures),
        undivided=undivided(agenda.measures),
        total=total(agenda.measures),
        lines=per_line(agenda),
        unknown=sum(not measure.costs for measure in agenda.measures),
    )


def per_year(measures: Iterable[Measure]) -> dict[int, int]:
    """Return the cents of each year in which something costs, in order of year."""
    cents: Counter[int] = Counter()
    for cost in _costs(measures):
        if cost.year is not None:
            cents[cost.year] += cost.amount_cents
    return dict(sorted(cents.items()))


def undivided(measures: Iterable[Measure]) -> int | None:
    """Return the cents that are not split by year, None when there are no such costs."""
    return _sum(cost.amount_cents for cost in _costs(measures) if cost.year is None)


def total(measures: Iterable[Measure]) -> int | None:
    """Return all cents together, None when no cost is known."""
    return _sum(cost.amount_cents for cost in _costs(measures))


def per_line(agenda: AgendaRecord) -> dict[str, int | None]:
    """Return the total by line, in order; last, under an empty key, what is under no line."""
    by_line: dict[str, list[Measure]] = {line.key: [] for line in agenda.lines}
    for measure in agenda.measures:
        by_line.setdefault(measure.line, []).append(measure)
    return {key: total(measures) for key, measures in by_line.items()}


def _costs(measures: Iterable[Measure]) -> Iterable[Cost]:
    return (cost for measure in measures for cost in measure.costs)


def _sum(cents: Iterable[int]) -> int | None:
    found = list(cents)
    return sum(found) if found else None
