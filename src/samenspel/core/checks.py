# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Checks a whole record: everything that is wrong with it, at once and in its own order.

What a record means is decided by four small families of rules: single values, identities and
periods, references, and totals. Each looks at every row once, so the time grows with the record.
"""

from samenspel.core import check_identities, check_references, check_values, limits
from samenspel.core.problems import Place, Problem, RecordError
from samenspel.core.record_reader import read
from samenspel.core.record_schema import KINDS, fields_of
from samenspel.core.region_record import SCHEMES, RegionRecord

_ORDER = {kind: number for number, kind in enumerate(KINDS)}


def problems(record: RegionRecord) -> list[Problem]:
    """Return everything that is wrong with *record*, in the order of its kinds and rows."""
    found = [
        *check_values.problems(record),
        *check_identities.problems(record),
        *check_references.problems(record),
        *_totals(record),
    ]
    return sorted(found, key=_position)


def check(record: RegionRecord) -> None:
    """Raise RecordError with everything that is wrong with *record*, if anything is."""
    if found := problems(record):
        raise RecordError(found)


def checked(data: object) -> RegionRecord:
    """
    Return the record that plain *data* describes, read and checked.

    Raises:
        RecordError: with all problems together, those of form and those of content.
    """
    record, malformed = read(RegionRecord, data)
    if found := problems_with(record, malformed):
        raise RecordError(found)
    return record


def problems_with(record: RegionRecord, malformed: list[Problem]) -> list[Problem]:
    """
    Return *malformed* and everything else that is wrong with *record*, in order.

    *malformed* is what could not be read; what would be no more than its shadow is left out.
    """
    unclear = _Unclear(malformed)
    sound = [problem for problem in problems(record) if not unclear.covers(problem)]
    return sorted([*malformed, *sound], key=_position)


class _Unclear:
    """What is not worth checking because it could not be read."""

    def __init__(self, malformed: list[Problem]) -> None:
        lost = [problem for problem in malformed if problem.code != "unknown-field"]
        self._fields = {(problem.place, problem.field) for problem in lost}
        self._kinds = {kind for problem in lost for kind in _kinds_lost(problem)}

    def covers(self, problem: Problem) -> bool:
        """Tell whether *problem* may be no more than the shadow of what could not be read."""
        named = problem.values.get("to") if problem.code == "unknown-reference" else None
        here = {(problem.place, problem.field), (problem.place, "")}
        return named in self._kinds or not self._fields.isdisjoint(here)


def _kinds_lost(problem: Problem) -> list[str]:
    """Return the kinds of which a row, its name or the whole list could not be read."""
    if problem.field in {"", "key", "slug", "code", "scheme"}:
        return [*SCHEMES] if problem.kind == "term" else [problem.kind]
    row = next((f.row for f in fields_of(problem.kind) if f.name == problem.field), "")
    return [*SCHEMES] if row == "term" else [row]


def _position(problem: Problem) -> tuple[int, int, int]:
    return _ORDER[problem.kind], problem.within, problem.row


def _totals(record: RegionRecord) -> list[Problem]:
    measures = record.agenda.measures if record.agenda else ()
    total = sum(cost.amount_cents for measure in measures for cost in measure.costs)
    if total <= limits.MAX_INTEGER:
        return []
    return [Place("agenda").problem("measures", "total-too-large", limit=limits.MAX_INTEGER)]
