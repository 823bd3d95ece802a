# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on references: what is named exists and is valid in its time; nothing needs itself."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from samenspel.core.cycles import cycles
from samenspel.core.limits import FIRST_YEAR, LAST_YEAR, shown
from samenspel.core.problems import Place, Problem
from samenspel.core.record_schema import rows
from samenspel.core.region_record import SCHEMES, TRIANGLE, RegionRecord

REFERENCES: dict[str, dict[str, str]] = {
    "inhabitants": {"municipality": "member"},
    "party": {"kind": "party-kind", "municipality": "member"},
    "seat": {"body": "body", "party": "party"},
    "challenge": {"sides": "triangle-side", "policy_fields": "policy-field"},
    "line": {"lead": "party"},
    "goal": {"challenge": "challenge", "line": "line", "owner": "party"},
    "measure": {
        "line": "line",
        "challenges": "challenge",
        "lead": "party",
        "partners": "party",
        "phase": "phase",
        "sides": "triangle-side",
        "policy_fields": "policy-field",
        "needs": "measure",
    },
    "contribution": {"goal": "goal"},
    "interest": {"party": "party", "challenge": "challenge"},
}
"""Per kind and field the kind of record, or the classification, that it names."""

KNOWN_BY = {
    "member": "code",
    "party": "slug",
    "body": "slug",
    "challenge": "key",
    "line": "key",
    "goal": "key",
    "measure": "key",
}
"""Kinds that others name, and the field that they are named by."""

Span = tuple[date, date]
"""First day, and first day after; without limit: the ends of the calendar."""

_ALWAYS = (date.min, date.max)


def problems(record: RegionRecord) -> Iterator[Problem]:
    """Yield the references that lead nowhere, to the row itself, out of time, or in a circle."""
    known = _known(record)
    agenda = _agenda_span(record)
    for place, row in rows(record):
        for field, target in REFERENCES.get(place.kind, {}).items():
            span = _span(row.since, row.until) if place.kind == "party" else agenda
            for value in _named(row, field):
                if (code := _fault(known[target], value, span)) is not None:
                    yield place.problem(field, code, to=target, value=shown(value))
    yield from _circles(record)


def _named(row: Any, field: str) -> tuple[str, ...]:
    value = getattr(row, field)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(value))
    return (value,) if value else ()


def _fault(known: dict[str, Span], value: str, wanted: Span) -> str | None:
    """Return why *value* cannot be named in the period *wanted*, or None."""
    if value not in known:
        return "unknown-reference"
    first, after = known[value]
    return None if first < wanted[1] and wanted[0] < after else "term-not-valid"


def _known(record: RegionRecord) -> dict[str, dict[str, Span]]:
    """
    Return all that can be named, by what it is, with the days from its first to its last.

    Only terms have dates here: a party that left may still be named in an agenda of its time. A
    term that ended and came back counts as valid in between.
    """
    known: dict[str, dict[str, Span]] = {target: {} for target in (*SCHEMES, *KNOWN_BY)}
    for place, row in rows(record):
        if place.kind in KNOWN_BY:
            known[place.kind][getattr(row, KNOWN_BY[place.kind])] = _ALWAYS
    for term in record.terms:
        if term.scheme in known:
            span = _span(term.valid_from, term.valid_until)
            earlier = known[term.scheme].get(term.code, span)
            known[term.scheme][term.code] = (min(span[0], earlier[0]), max(span[1], earlier[1]))
    known["triangle-side"] |= dict.fromkeys(TRIANGLE, _ALWAYS)
    return known


def _span(first: date | None, after: date | None) -> Span:
    return first or date.min, after or date.max


def _agenda_span(record: RegionRecord) -> Span:
    agenda = record.agenda
    if agenda is None or not FIRST_YEAR <= agenda.starts_year <= agenda.ends_year <= LAST_YEAR:
        return _ALWAYS
    return date(agenda.starts_year, 1, 1), date(agenda.ends_year + 1, 1, 1)


def _circles(record: RegionRecord) -> Iterator[Problem]:
    measures = record.agenda.measures if record.agenda else ()
    position = {measure.key: number for number, measure in enumerate(measures, 1)}
    for number, measure in enumerate(measures, 1):
        if measure.key in measure.needs:
            yield Place("measure", number).problem("needs", "self-reference", value=measure.key)
    for path in cycles({measure.key: measure.needs for measure in measures}):
        place = Place("measure", position[path[0]])
        yield place.problem("needs", "cycle", path=" → ".join((*path, path[0])))
