# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The funding plan of a region as the core reckons with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from samenspel.agenda.queries import costs_by_measure, current_version, versions
from samenspel.core.deals.commitment import Commitment
from samenspel.core.funding.cash import Payment
from samenspel.core.funding.lines import Entry, FundingLine, entries
from samenspel.core.funding.plan import Plan
from samenspel.core.funding.sources import Source
from samenspel.core.rights import NOBODY, Actor
from samenspel.deals.queries import commitments
from samenspel.parties.queries import party_ids
from samenspel.sources.plan_files import Known

from .cashier import payments
from .records import LineRow, line_rows, sources

Costs = Mapping[str, Mapping[int | None, int]]


def plan(region_id: int, costs: Costs, reader: Actor = NOBODY) -> Plan:
    """
    Return what *reader* may see of the plan; *costs* are those of the agenda that is looked at.

    Five statements at most.
    """
    return plan_of(sources(region_id), line_rows(region_id, reader), costs)


@dataclass(frozen=True, slots=True)
class RegionPlan:
    """The plan of a region with its lines, and the titles of the measures by their keys."""

    plan: Plan
    rows: tuple[LineRow, ...]
    titles: Mapping[str, str]


def region_plan(region_id: int, region: str, reader: Actor = NOBODY) -> RegionPlan:
    """Return the plan against the agenda that *reader* lives by; seven statements at most."""
    version = current_version(region, reader)
    priced = costs_by_measure(version.pk) if version else {}
    rows = line_rows(region_id, reader)
    costs = {key: years for key, (_title, years) in priced.items()}
    paid = tuple(payments(region_id))
    found = plan_of(sources(region_id), rows, costs, paid or None)
    titles = {key: title for key, (title, _years) in priced.items()}
    return RegionPlan(found, tuple(rows), titles)


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


@dataclass(frozen=True, slots=True)
class Changed:
    """What of a plan differs from what is there, each with the code it has there, if it has."""

    sources: tuple[tuple[Source, str], ...]
    lines: tuple[tuple[FundingLine, str], ...]


def changed_by(
    region_id: int, known: Sequence[Source], lines: Sequence[FundingLine], reader: Actor
) -> Changed:
    """Return what of *known* and *lines* is new or other than what *reader* sees there."""
    there = {one.key: one for one in sources(region_id)}
    rows = {row.line.key: row for row in line_rows(region_id, reader)}
    return Changed(
        tuple(
            (one, one.key if one.key in there else "")
            for one in known
            if _as_kept(one) != there.get(one.key)
        ),
        tuple(
            (one, one.key if one.key in rows else "")
            for one in lines
            if one.key not in rows or _own(one) != _own(rows[one.key].line)
        ),
    )


def names_for_plan(region_id: int, region: str, reader: Actor) -> Known:
    """Return what a file with a plan may name, as far as *reader* may see it."""
    seen = versions(region, reader)
    measures = {key for one in seen for key in costs_by_measure(one.pk)}
    promised = {row.commitment.key for row in commitments(region_id, reader)}
    known = {one.key for one in sources(region_id)}
    return Known(known, party_ids(region_id), measures, promised)


def _as_kept(one: Source) -> Source:
    return replace(one, from_national=one.is_national)


def _own(one: FundingLine) -> FundingLine:
    """Return a line without the party that it has from its commitment."""
    return replace(one, party="") if one.commitment else one
