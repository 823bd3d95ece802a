# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables that are handed in for SiSa, with every version of every year."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samenspel.core.funding.cash import Payment
from samenspel.core.funding.sisa import (
    Change,
    Column,
    Row,
    changes,
    columns_of,
    rows_of,
    table,
)
from samenspel.funding import models


@dataclass(frozen=True, slots=True)
class YearFacts:
    """A version of a year; ``text`` and ``digest`` are empty while it is open."""

    pk: int
    year: int
    number: int
    reason: str
    answers: Mapping[str, Mapping[str, str]]
    text: str
    digest: str
    locked_at: datetime | None

    @property
    def is_locked(self) -> bool:
        """Whether it stands still."""
        return self.locked_at is not None


@dataclass(frozen=True, slots=True)
class SisaFacts:
    """The table of a source: its columns now, and the versions of its years in order."""

    pk: int
    source: str
    name: str
    scheme: str
    columns: tuple[Column, ...]
    versions: tuple[YearFacts, ...] = ()

    @property
    def latest(self) -> dict[int, YearFacts]:
        """Year -> its latest version."""
        return {one.year: one for one in self.versions}

    @property
    def locked_through(self) -> int:
        """The last year that stands still, 0 when none does."""
        return max((year for year, one in self.latest.items() if one.is_locked), default=0)


@dataclass(frozen=True, slots=True)
class SisaPage:
    """A version of a year as a table, with what it changes of the version before."""

    facts: SisaFacts
    year: int
    version: YearFacts | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]


def sisa_tables(region_id: int) -> list[SisaFacts]:
    """Return the tables of a region, in order of source; two statements."""
    rows = models.SisaTable.objects.filter(source__region_id=region_id).order_by("source__key")
    fields = ("pk", "source__key", "source__name", "scheme", "columns")
    found = list(rows.values_list(*fields))
    years = _versions([pk for pk, *_ in found])
    return [
        SisaFacts(pk, source, name, scheme, columns_of(columns), tuple(years.get(pk, ())))
        for pk, source, name, scheme, columns in found
    ]


def sisa_table(region_id: int, source: str) -> SisaFacts | None:
    """Return the table of a source, or None."""
    return next((one for one in sisa_tables(region_id) if one.source == source), None)


def locked_through(region_id: int) -> dict[str, int]:
    """Return source -> the last year whose payments stand still."""
    return {one.source: one.locked_through for one in sisa_tables(region_id)}


def years_of(facts: SisaFacts, paid: Iterable[Payment]) -> list[int]:
    """Return the years that a table can be shown of, latest first: with a payment or a version."""
    paid_in = {one.year for one in paid if one.source == facts.source and one.spent_cents}
    return sorted(paid_in | set(facts.latest), reverse=True)


def sisa_page(
    facts: SisaFacts, year: int, paid: Sequence[Payment], number: int | None = None
) -> SisaPage | None:
    """
    Return a year of a table from the payments of its region, the latest version unless *number*.

    None: there is no such version. No statement.
    """
    of_year = [one for one in facts.versions if one.year == year]
    found = [one for one in of_year if number in {None, one.number}]
    if number is not None and not found:
        return None
    version = found[-1] if found else None
    shown = _content(facts, year, version, paid)
    before = [one for one in of_year if version and one.number == version.number - 1]
    changed = changes(_content(facts, year, before[0], paid), shown) if before else ()
    return SisaPage(facts, year, version, *shown, changed)


def _content(
    facts: SisaFacts, year: int, version: YearFacts | None, paid: Sequence[Payment]
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    if version is not None and version.is_locked:
        data: Any = json.loads(version.text)
        return columns_of(data["columns"]), rows_of(data["rows"])
    mine = [one for one in paid if one.source == facts.source]
    answers = version.answers if version else {}
    return facts.columns, table(facts.columns, year, mine, answers)


def _versions(tables: Sequence[int]) -> dict[int, list[YearFacts]]:
    found: dict[int, list[YearFacts]] = {}
    rows = models.SisaYear.objects.filter(table__in=tables).order_by("year", "number")
    fields = ("pk", "year", "number", "reason", "answers", "text", "digest", "locked_at")
    for owner, *rest in rows.values_list("table_id", *fields):
        found.setdefault(owner, []).append(YearFacts(*rest))
    return found
