# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The funding plan of a region as the core reckons with it."""

from collections.abc import Iterable, Mapping

from samenspel.core.deals.commitment import Commitment
from samenspel.core.funding.cash import Payment
from samenspel.core.funding.lines import Entry, entries
from samenspel.core.funding.plan import Plan
from samenspel.core.funding.sources import Source
from samenspel.core.rights import NOBODY, Actor

from .records import LineRow, line_rows, sources

Costs = Mapping[str, Mapping[int | None, int]]


def plan(region_id: int, costs: Costs, reader: Actor = NOBODY) -> Plan:
    """
    Return what *reader* may see of the plan; *costs* are those of the agenda that is looked at.

    Five statements at most.
    """
    return plan_of(sources(region_id), line_rows(region_id, reader), costs)


def plan_of(
    known: Iterable[Source],
    rows: Iterable[LineRow],
    costs: Costs,
    payments: tuple[Payment, ...] | None = None,
) -> Plan:
    """Return the plan of sources and lines that were read before."""
    there = {one.key: one for one in known}
    found: list[Entry] = []
    silent: list[str] = []
    promised: dict[str, Commitment] = {}
    for row in rows:
        held = row.commitment.commitment if row.commitment else None
        counted = entries(row.line, row.rung, there[row.line.source], held)
        found.extend(counted)
        if not counted:
            silent.append(row.line.key)
        if held:
            promised[held.key] = held
    return Plan(there, tuple(found), costs, promised, payments, tuple(silent))
