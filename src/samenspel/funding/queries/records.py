# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of sources and lines as the values of the core."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from samenspel.core.deals.ladder import Rung
from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.sources import Source, SourceKind
from samenspel.core.rights import NOBODY, Actor
from samenspel.deals.queries import CommitmentRow, commitments
from samenspel.funding import models
from samenspel.prepared import Prepared

_SOURCE = (
    *("key", "name", "kind", "party__slug", "from_national", "available_cents", "most_share"),
    *("least_own_share", "deviation", "programme", "ends_on", "evidence", "link"),
)
_LINE = (
    *("pk", "rung", "key", "source__key", "amount_cents", "measure", "year", "party__slug"),
    *("beside__key", "commitment__key", "hours", "tariff_cents", "evidence", "note"),
)


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line with how far it is; ``commitment`` is what it rests on, if on one."""

    pk: int
    line: FundingLine
    rung: Rung
    commitment: CommitmentRow | None = None

    @property
    def party(self) -> str:
        """Whose money it is, as far as the line says."""
        return self.commitment.commitment.party if self.commitment else self.line.party


@dataclass(frozen=True, slots=True)
class FundingStepFacts:
    """One step of a line on the ladder; ``was`` is empty for the first."""

    rung: Rung
    was: str
    on: date
    at: datetime
    evidence: str
    reason: str


def sources(region_id: int) -> list[Source]:
    """Return the sources of a region in the order in which they were made; one statement."""
    return [_source(row) for row in _SOURCES(region_id)]


def source(region_id: int, key: str) -> Source | None:
    """Return one source, or None; one statement."""
    return next((one for one in sources(region_id) if one.key == key), None)


_SOURCES = Prepared(
    lambda region_id: (
        models.FundingSource.objects.filter(region_id=region_id)
        .order_by("pk")
        .values_list(*_SOURCE)
    )
)


def line_rows(region_id: int, reader: Actor = NOBODY) -> list[LineRow]:
    """
    Return the lines that *reader* may see, in the order in which they were made.

    A line is seen by everyone, unless it rests on a commitment that is not. Three statements at
    most.
    """
    found = _LINES(region_id)
    if not any(row[9] for row in found):
        return [_line(row, {}) for row in found]
    promised = {one.commitment.key: one for one in commitments(region_id, reader)}
    return [_line(row, promised) for row in found if not row[9] or row[9] in promised]


def line_row(region_id: int, key: str, reader: Actor = NOBODY) -> LineRow | None:
    """Return one line that *reader* may see, or None."""
    return next((row for row in line_rows(region_id, reader) if row.line.key == key), None)


_LINES = Prepared(
    lambda region_id: (
        models.FundingLine.objects.filter(region_id=region_id).order_by("pk").values_list(*_LINE)
    )
)


def steps_of_line(line_id: int) -> list[FundingStepFacts]:
    """Return how a line went up and down the ladder, oldest first; one statement."""
    rows = models.FundingStep.objects.filter(line=line_id).order_by("at", "pk")
    names = ("rung", "was", "on", "at", "evidence", "reason")
    return [FundingStepFacts(Rung(rung), *rest) for rung, *rest in rows.values_list(*names)]


def next_source_key(region_id: int) -> str:
    """Return a code that no source of a region has: ``G`` and a number; one statement."""
    return _next("G", models.FundingSource.objects.filter(region_id=region_id).values_list("key"))


def next_line_key(region_id: int) -> str:
    """Return a code that no line of a region has: ``R`` and a number; one statement."""
    return _next("R", models.FundingLine.objects.filter(region_id=region_id).values_list("key"))


def _next(letter: str, rows: Iterable[tuple[str]]) -> str:
    numbers = [int(key[1:]) for (key,) in rows if key.startswith(letter) and key[1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


def _source(row: tuple[Any, ...]) -> Source:
    key, name, kind, party, *rest = row
    return Source(key, name, SourceKind(kind), party or "", *rest)


def _line(row: tuple[Any, ...], promised: Mapping[str, CommitmentRow]) -> LineRow:
    pk, rung, key, named, cents, measure, year, party, beside, commitment, *rest = row
    texts = (party or "", beside or "", commitment or "")
    line = FundingLine(key, named, cents, measure, year, *texts, *rest)
    resting = promised.get(line.commitment)
    return LineRow(pk, line, resting.rung if resting else Rung(rung), resting)
