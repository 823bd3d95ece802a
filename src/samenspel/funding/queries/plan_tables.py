# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The funding plan as tables to take home: what everyone may read, nothing more.

The first two can be read back; the others say what follows from them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from samenspel.core.funding.co_funding import check_plan
from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.plan import Plan
from samenspel.core.funding.sources import WHOLE, Source
from samenspel.sources.own_figures.layout import Column
from samenspel.sources.plan_columns import (
    KIND_WORDS,
    LINE_COLUMNS,
    LINES,
    SOURCE_COLUMNS,
    SOURCES,
)
from samenspel.sources.tables import Cell, Table

from .plan import region_plan

Rows = Iterator[tuple[Cell, ...]]

_WORDS = {kind: word for word, kind in KIND_WORDS.items()}

_ENTRIES = (
    *(("line", "Regel"), ("measure", "Maatregel"), ("source", "Geldbron"), ("party", "Partij")),
    *(("year", "Jaar"), ("amount", "Bedrag"), ("rung", "Hoe ver"), ("beside", "Telt mee naast")),
    *(("commitment", "Toezegging"), ("in_kind", "In natura")),
)
_TESTS = (
    *(("test", "Toets"), ("verdict", "Uitkomst"), ("about", "Waarover")),
    *(("figures", "Cijfers"), ("lines", "Regels")),
)


def plan_tables(region_id: int, region: str, *, on: date) -> tuple[Table, ...]:
    """Return the public tables of a plan on a day; seven statements at most."""
    found = region_plan(region_id, region)
    known, lines = found.plan.sources.values(), (row.line for row in found.rows)
    return (
        Table("funding_sources", SOURCES[0], _heads(SOURCE_COLUMNS), tuple(_sources(known))),
        Table("funding_lines", LINES[0], _heads(LINE_COLUMNS), tuple(_lines(lines))),
        Table("funding_entries", "Bedragen", _ENTRIES, tuple(_entries(found.plan))),
        Table("funding_tests", "Toetsen", _TESTS, tuple(_tests(found.plan, on))),
    )


def _heads(columns: Iterable[Column]) -> tuple[tuple[str, str], ...]:
    return tuple((one.field, one.heading) for one in columns)


def _sources(known: Iterable[Source]) -> Rows:
    for one in known:
        yield (
            *(one.key, one.name, _WORDS[one.kind], one.party, "ja" if one.is_national else "nee"),
            *(euros(one.available_cents), _percent(one.most_share), _percent(one.least_own_share)),
            *(one.deviation, one.programme, one.ends_on, one.evidence, one.link),
        )


def _lines(lines: Iterable[FundingLine]) -> Rows:
    for one in lines:
        yield (
            *(one.key, one.source, one.measure, one.party, one.year, euros(one.amount_cents)),
            *(one.beside, one.commitment, one.hours, euros(one.tariff_cents), one.evidence),
            one.note,
        )


def _entries(plan: Plan) -> Rows:
    for one in plan.entries:
        yield (
            *(one.line, one.measure, one.source, one.party, one.year, euros(one.cents)),
            *(str(one.rung), one.beside, one.commitment, "ja" if one.in_kind else "nee"),
        )


def _tests(plan: Plan, on: date) -> Rows:
    for one in check_plan(plan, on):
        figures = "; ".join(f"{name}={value}" for name, value in one.figures.items())
        yield one.code, str(one.verdict), one.about, figures, ", ".join(one.lines)


def euros(cents: int | None) -> Decimal | None:
    """Return cents as euros, exact."""
    return None if cents is None else Decimal(cents).scaleb(-2)


def _percent(share: int | None) -> str:
    return "" if share is None else f"{Decimal(share * 100) / WHOLE:f}".replace(".", ",")
