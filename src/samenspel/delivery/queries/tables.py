# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What came of the agenda of a region as tables to take home: what everyone may read, nothing more.

Headings are Dutch as in the workbook; the fields have the names of the API.
"""

from collections.abc import Iterable, Iterator

from samenspel.core.limits import decimal_text
from samenspel.delivery.queries.goals import all_observations
from samenspel.delivery.queries.progress import ProgressRow, all_answers
from samenspel.delivery.queries.reports import ReportRow, reports
from samenspel.sources.tables import Cell, Table

Rows = Iterator[tuple[Cell, ...]]

_PROGRESS = (
    *(("measure", "Maatregel"), ("period", "Periode"), ("number", "Nummer")),
    *(("on", "Beantwoord op"), ("party", "Partij"), ("status", "Stand")),
    *(("sentence", "Toelichting"), ("spent_cents", "Besteed tot nu in eurocent")),
)
_FIGURES = (
    *(("measure", "Maatregel"), ("period", "Periode"), ("number", "Nummer")),
    *(("goal", "Doel"), ("value", "Waarde tot nu")),
)
_OBSERVATIONS = (
    *(("goal", "Doel"), ("on", "Dag"), ("value", "Waarde")),
    *(("margin", "Marge"), ("source", "Bron")),
)
_REPORTS = (
    *(("audience", "Voor wie"), ("period", "Periode"), ("version", "Versie")),
    *(("frozen_at", "Vastgelegd"), ("reason", "Reden van de verbetering")),
    ("digest", "Vingerafdruk (SHA-256)"),
)


def delivery_tables(region_id: int) -> tuple[Table, ...]:
    """Return the public tables of a region; three statements."""
    rows = all_answers(region_id)
    return (
        Table("progress", "Voortgang", _PROGRESS, tuple(_progress(rows))),
        Table("progress_figures", "Cijfers per doel", _FIGURES, tuple(_figures(rows))),
        Table("observations", "Metingen", _OBSERVATIONS, tuple(_observations(region_id))),
        Table("reports", "Rapportages", _REPORTS, tuple(_reports(reports(region_id)))),
    )


def _progress(rows: Iterable[ProgressRow]) -> Rows:
    for one in rows:
        said = (str(one.answer.status), one.answer.sentence, one.answer.spent_cents)
        yield one.measure, one.period, one.number, one.on, one.party, *said


def _figures(rows: Iterable[ProgressRow]) -> Rows:
    for one in rows:
        for goal, value in one.answer.figures:
            yield one.measure, one.period, one.number, goal, decimal_text(value)


def _observations(region_id: int) -> Rows:
    for goal, found in all_observations(region_id).items():
        for one in found:
            margin = "" if one.margin is None else decimal_text(one.margin)
            yield goal, one.on, decimal_text(one.value), margin, one.source


def _reports(rows: Iterable[ReportRow]) -> Rows:
    for one in rows:
        frozen = one.frozen_at.isoformat(timespec="seconds")
        yield str(one.audience), one.period, one.number, frozen, one.reason, one.digest
