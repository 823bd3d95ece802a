# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Whole records: a version's content, a region's facts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from django.db.models import QuerySet

from samenspel.agenda.models import (
    Challenge,
    Contribution,
    Cost,
    Goal,
    Interest,
    Line,
    Measure,
    Version,
)
from samenspel.core.agenda import record as records
from samenspel.core.errors import RuleError
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import NOBODY, Actor
from samenspel.parties.queries import records as party_records
from samenspel.prepared import Prepared
from samenspel.regions.queries import record as own_record
from samenspel.regions.queries import region

from .versions import current_version, visible_version

Wanted = dict[str, Any]
"""Values that rows must have."""


def agenda_record(version_id: int) -> records.AgendaRecord:
    """Return the content of a version; eleven statements, whatever its size."""
    row = Version.objects.values_list("title", "starts_year", "ends_year", "about", "source")
    return records.AgendaRecord(
        *row.get(pk=version_id),
        challenges=challenges(version_id),
        lines=lines(version_id),
        goals=goals(version_id),
        measures=measures(version_id),
        interests=interests(version_id),
    )


def region_part(slug: str) -> RegionRecord:
    """
    Return a region with its parties, its agenda left out.

    Raises:
        RuleError: ``unknown-region``.
    """
    facts, own = region(slug), own_record(slug)
    if facts is None or own is None:
        raise RuleError("unknown-region", region=slug, known="")
    parties, bodies, seats = party_records(facts.pk)
    return replace(own, parties=parties, bodies=bodies, seats=seats)


def region_record(slug: str, *, actor: Actor = NOBODY, number: int | None = None) -> RegionRecord:
    """
    Return everything that *actor* may read of a region, with one version of its agenda.

    Without *number* that is the version in force, or for want of one the latest that may be read.

    Raises:
        RuleError: ``unknown-region``, or ``unknown-version`` (also when it may not be read).
    """
    record = region_part(slug)
    version = (
        current_version(slug, actor) if number is None else visible_version(slug, number, actor)
    )
    if version is None and number is not None:
        raise RuleError("unknown-version", number=number)
    return replace(record, agenda=agenda_record(version.pk)) if version else record


def challenges(version_id: int, **only: Any) -> tuple[records.Challenge, ...]:
    """Return the challenges of a version, *only* those with these values; one statement."""
    return tuple(
        records.Challenge(key, title, why, evidence, tuple(sides), tuple(fields), source)
        for key, title, why, evidence, sides, fields, source in _rows("challenge", version_id, only)
    )


def lines(version_id: int, **only: Any) -> tuple[records.Line, ...]:
    """Return the programme lines of a version, *only* those with these values; one statement."""
    return tuple(records.Line(*_no_nulls(row)) for row in _rows("line", version_id, only))


def goals(version_id: int, **only: Any) -> tuple[records.Goal, ...]:
    """Return the goals of a version, *only* those with these values; one statement."""
    return tuple(
        records.Goal(*_no_nulls(row[:7]), *_figures(*row[7:]))
        for row in _rows("goal", version_id, only)
    )


def measures(version_id: int, **only: Any) -> tuple[records.Measure, ...]:
    """Return the measures of a version, *only* those with these values; six statements."""
    wanted = {"version": version_id, **only}
    rows = Measure.objects.filter(**wanted).order_by("position")
    challenges = _links(wanted, "challenges", "challenge__key", "challenge__position")
    partners = _links(wanted, "partners", "party__slug", "party__position")
    needs = _links(wanted, "needs", "to_measure__key", "to_measure__position")
    costs, contributions = _costs(wanted), _contributions(wanted)
    names = ("pk", "key", "title", "about", "line__key", "lead__slug", "phase")
    more = ("starts_on", "ends_on", "sides", "policy_fields", "source")
    return tuple(
        records.Measure(
            key=row[1],
            title=row[2],
            about=row[3],
            line=row[4] or "",
            challenges=tuple(challenges[row[0]]),
            lead=row[5] or "",
            partners=tuple(partners[row[0]]),
            phase=row[6],
            starts_on=row[7],
            ends_on=row[8],
            sides=tuple(row[9]),
            policy_fields=tuple(row[10]),
            needs=tuple(needs[row[0]]),
            costs=tuple(costs[row[0]]),
            contributions=tuple(contributions[row[0]]),
            source=row[11],
        )
        for row in rows.values_list(*names, *more)
    )


_COLUMNS: Mapping[str, tuple[Any, tuple[str, ...]]] = {
    "challenge": (
        Challenge,
        ("key", "title", "why", "evidence", "sides", "policy_fields", "source"),
    ),
    "line": (Line, ("key", "title", "about", "lead__slug", "source")),
    "goal": (
        Goal,
        (
            *("key", "title", "challenge__key", "line__key", "owner__slug", "indicator", "unit"),
            *("baseline", "baseline_year", "target", "target_year", "source"),
        ),
    ),
}
"""Kind -> where it is kept, and the columns in the order of its record."""


def _chosen(kind: str, version_id: int, only: Wanted) -> "QuerySet[Any, Any]":
    model, names = _COLUMNS[kind]
    rows = model.objects.filter(version=version_id, **only).order_by("position")
    return cast("QuerySet[Any, Any]", rows.values_list(*names))


_ALL = {
    kind: Prepared(lambda version_id, kind=kind: _chosen(kind, version_id, {})) for kind in _COLUMNS
}


def _rows(kind: str, version_id: int, only: Wanted) -> Iterable[tuple[Any, ...]]:
    return _chosen(kind, version_id, only) if only else _ALL[kind](version_id)


def _links(wanted: Wanted, name: str, value: str, order: str) -> "defaultdict[int, list[str]]":
    through: Any = getattr(Measure, name).through
    own = "from_measure" if name == "needs" else "measure"
    rows = through.objects.filter(**_of(wanted, own)).order_by(order)
    return _grouped(rows.values_list(f"{own}_id", value), lambda key: key)


def _costs(wanted: Wanted) -> "defaultdict[int, list[records.Cost]]":
    rows = Cost.objects.filter(**_of(wanted))
    found = rows.values_list("measure_id", "year", "amount_cents", "source")
    return _grouped(found, records.Cost)


def _contributions(wanted: Wanted) -> "defaultdict[int, list[records.Contribution]]":
    rows = Contribution.objects.filter(**_of(wanted)).order_by("position")
    found = rows.values_list("measure_id", "goal__key", "amount", "note")
    return _grouped(
        found, lambda goal, amount, note: records.Contribution(goal, _number(amount), note)
    )


def interests(version_id: int, **only: Any) -> tuple[records.Interest, ...]:
    """Return who gets and brings what, *only* those with these values; one statement."""
    rows = Interest.objects.filter(version=version_id, **only).order_by("position")
    names = ("party__slug", "challenge__key", "gets", "brings", "source")
    return tuple(records.Interest(*_no_nulls(row)) for row in rows.values_list(*names))


def _of(wanted: Wanted, own: str = "measure") -> Wanted:
    """Return *wanted* of a measure as asked of what hangs from it."""
    return {f"{own}__{name}": value for name, value in wanted.items()}


def _grouped(rows: Iterable[Any], make: Any) -> "defaultdict[int, list[Any]]":
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for owner, *values in rows:
        grouped[owner].append(make(*values))
    return grouped


def _no_nulls(row: Iterable[Any]) -> list[Any]:
    """A reference to nothing is an empty key."""
    return ["" if value is None else value for value in row]


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _figures(baseline: str, year: int | None, target: str, *rest: Any) -> tuple[Any, ...]:
    return _number(baseline), year, _number(target), *rest
