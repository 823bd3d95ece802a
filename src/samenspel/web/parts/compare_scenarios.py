# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Scenarios side by side: what each party pays now and in each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samenspel.core.funding.what_if import WhatIf
from samenspel.core.sharing.scenario import Outcome, effects
from samenspel.funding.queries.allocations import AllocationFacts, ScenarioFacts
from samenspel.web.parts.allocation import people_of
from samenspel.words.allocations import changes_told, per_inhabitant
from samenspel.words.formats import euro, euro_exact
from samenspel.words.sharing import way_meaning

Names = Mapping[str, str]
Pair = tuple[ScenarioFacts, AllocationFacts]


@dataclass(frozen=True, slots=True)
class Column:
    """A scenario: its name, what it changes, and its totals."""

    title: str
    slug: str
    changes: list[str]
    pays: str
    gap: str


@dataclass(frozen=True, slots=True)
class CompareRow:
    """What a party pays: (amount, per inhabitant a year) now and in each scenario."""

    party: str
    cells: list[tuple[str, str]]


def compared(pairs: Sequence[Pair], names: Names) -> dict[str, Any]:
    """Return the table of scenarios; the first column is the allocation of the first of them."""
    first = pairs[0][1].reckoned()
    made = [one.outcome(of) for one, of in pairs]
    outcomes = [first.found, *(one.final for one in made)]
    people = people_of(first.plan)
    cells: dict[str, list[tuple[str, str]]] = {}
    for found in outcomes:
        told = {row.party: row for row in effects(found, found, people)}
        for party in first.found.pays:
            row, cell = told.get(party), ("", "")
            if row:
                cell = (euro_exact(row.after_cents), per_inhabitant(row.after_each_cents))
            cells.setdefault(party, []).append(cell)
    return {
        "base": {"title": f"{pairs[0][1].key} {pairs[0][1].title}", "pays": _paid(first.found)},
        "columns": [
            _column(one, of, found, names) for (one, of), found in zip(pairs, made, strict=True)
        ],
        "heads": [f"{pairs[0][1].key} {pairs[0][1].title}", *(one.title for one, _ in pairs)],
        "rows": [CompareRow(names.get(party, party), row) for party, row in cells.items()],
    }


def _column(one: ScenarioFacts, of: AllocationFacts, found: WhatIf, names: Names) -> Column:
    told = list(changes_told(one.changed, of.reckoned().plan.layers, names))
    if found.way:
        told.append(way_meaning(found.way, found.found))
    gap = 0 if found.way else found.found.gap_cents
    return Column(one.title, one.slug, told, _paid(found.final), euro(gap) if gap else "")


def _paid(found: Outcome) -> str:
    return euro_exact(sum(found.by_party().values()))
