# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A funding plan: who pays what in which year, how sure that is, and what is still missing.

The sums of a plan stand side by side and are never added up: what is decided was promised before,
and what was promised was planned.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from samenspel.core.deals.commitment import Commitment
from samenspel.core.deals.ladder import ORDER, PROMISED, Rung
from samenspel.core.funding.cash import Payment, cash
from samenspel.core.funding.lines import Entry
from samenspel.core.funding.sources import Source

Group = TypeVar("Group", bound=Hashable)

DECIDED = frozenset(rung for rung in Rung if ORDER[rung] >= ORDER[Rung.ADOPTED])
"""From here on whoever decides for the party has decided."""


@dataclass(frozen=True, slots=True)
class Stages:
    """Sums side by side; ``paid`` and ``spent`` are None where no payments are kept."""

    planned: int = 0
    promised: int = 0
    decided: int = 0
    paid: int | None = None
    spent: int | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """
    What a measure lacks in a year; ``year`` None: over the whole period, when not all is divided.

    ``cost_cents`` and ``cents`` are None where no cost is known; below zero is more than it costs.
    """

    measure: str
    year: int | None
    cost_cents: int | None
    planned_cents: int
    lines: tuple[str, ...] = ()

    @property
    def cents(self) -> int | None:
        """What is missing."""
        return None if self.cost_cents is None else self.cost_cents - self.planned_cents


@dataclass(frozen=True, slots=True)
class Plan:
    """
    All that counts. ``costs``: measure -> year (None: undivided) -> cents.

    ``payments`` is None where no payments are kept. ``silent``: lines that put in nothing, since
    their commitment holds no figure for them.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    costs: Mapping[str, Mapping[int | None, int]] = field(default_factory=dict)
    commitments: Mapping[str, Commitment] = field(default_factory=dict)
    payments: tuple[Payment, ...] | None = None
    silent: tuple[str, ...] = ()

    @property
    def cents(self) -> int:
        """All that is planned."""
        return total(self.entries)


def total(entries: Iterable[Entry]) -> int:
    """Return the cents of *entries* together."""
    return sum(one.cents for one in entries)


def lines_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the lines behind *entries*, each once, in their order."""
    return tuple(dict.fromkeys(one.line for one in entries))


def stages(plan: Plan) -> Stages:
    """Return the whole plan, side by side."""
    return stages_by(plan, lambda _: "").get("", Stages())


def stages_by(plan: Plan, group: Callable[[Entry | Payment], Group]) -> dict[Group, Stages]:
    """Return the sums of each group that has any, in the order in which they first occur."""
    planned, moved = defaultdict[Group, list[Entry]](list), defaultdict[Group, list[Payment]](list)
    for one in plan.entries:
        planned[group(one)].append(one)
    for payment in plan.payments or ():
        moved[group(payment)].append(payment)
    kept = plan.payments is not None
    return {
        name: _stages(planned.get(name, []), moved.get(name, []) if kept else None)
        for name in dict.fromkeys([*planned, *moved])
    }


def _stages(entries: list[Entry], moved: list[Payment] | None) -> Stages:
    return Stages(
        planned=total(entries),
        promised=total(one for one in entries if one.rung in PROMISED),
        decided=total(one for one in entries if one.rung in DECIDED),
        paid=None if moved is None else cash(moved).received_cents,
        spent=None if moved is None else cash(moved).spent_cents,
        lines=lines_of(entries),
    )


def gaps(plan: Plan) -> list[Gap]:
    """Return what each measure with a cost or a line lacks, by year where all is divided."""
    by_measure = defaultdict[str, list[Entry]](list)
    for one in plan.entries:
        if one.measure:
            by_measure[one.measure].append(one)
    measures = dict.fromkeys([*plan.costs, *by_measure])
    return [
        gap
        for measure in measures
        for gap in _gaps(measure, plan.costs.get(measure, {}), by_measure.get(measure, []))
    ]


def _gaps(measure: str, costs: Mapping[int | None, int], entries: list[Entry]) -> list[Gap]:
    years = {one.year for one in entries}
    if not costs or None in costs or None in years:
        cost = sum(costs.values()) if costs else None
        return [Gap(measure, None, cost, total(entries), lines_of(entries))]
    found = []
    for year in sorted(year for year in {*costs, *years} if year is not None):
        here = [one for one in entries if one.year == year]
        found.append(Gap(measure, year, costs.get(year, 0), total(here), lines_of(here)))
    return found


def without(plan: Plan, party: str) -> Plan:
    """Return the plan as it is when *party* drops out with all that it puts in."""
    return replace(plan, entries=tuple(one for one in plan.entries if one.party != party))
