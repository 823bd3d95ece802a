# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What owners answered; for everyone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import FilteredRelation, Q
from django.utils.timezone import localdate

from samenspel.core.delivery.progress import OVER, Answer, Silence, Status, silence
from samenspel.core.delivery.schedule import Period, Schedule
from samenspel.delivery import models
from samenspel.delivery.queries.schedules import SCHEDULE
from samenspel.prepared import Prepared, Row

_FIELDS = ("measure", "period", "number", "at", "party", "status", "sentence", "spent_cents")


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """An answer about a measure and a period; ``number`` above 1: it corrects another."""

    measure: str
    period: str
    number: int
    at: datetime
    party: str
    answer: Answer

    @property
    def on(self) -> date:
        """The day of the answer."""
        return localdate(self.at)


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of how a measure goes: the last answer, and whether a newer one is due."""

    last: ProgressRow | None
    period: Period | None
    silence: Silence


def answers(region_id: int, measure: str) -> tuple[Schedule | None, list[ProgressRow]]:
    """
    Return how often a region asks, and every answer about a measure, oldest period first.

    One statement; without a schedule there are no answers.
    """
    rows = _ANSWERS(region_id, measure)
    known = Schedule(*rows[0][: len(SCHEDULE)]) if rows else None
    told = (one[len(SCHEDULE) :] for one in rows)
    return known, [_row(one) for one in told if one[0] is not None]


_ANSWERS = Prepared(
    lambda region_id, measure: (
        models.Schedule.objects.filter(region_id=region_id)
        .annotate(
            said=FilteredRelation(
                "region__progress", condition=Q(region__progress__measure=measure)
            )
        )
        .order_by("said__period", "said__number")
        .values_list(*SCHEDULE, *(f"said__{name}" for name in (*_FIELDS, "figures")))
    )
)


def all_answers(region_id: int) -> list[ProgressRow]:
    """Return every answer in a region, corrections too; one statement."""
    rows = models.Progress.objects.filter(region_id=region_id)
    rows = rows.order_by("period", "measure", "number")
    return [_row(one) for one in rows.values_list(*_FIELDS, "figures")]


def valid(rows: Iterable[ProgressRow]) -> dict[tuple[str, str], ProgressRow]:
    """Return (measure, period) -> the answer that counts: the last correction."""
    return {(one.measure, one.period): one for one in sorted(rows, key=lambda one: one.number)}


def latest_by_measure(region_id: int, before: str = "") -> dict[str, ProgressRow]:
    """Return measure -> its answer about the latest period, *before* one when given."""
    found: dict[str, ProgressRow] = {}
    for one in sorted(all_answers(region_id), key=lambda one: (one.period, one.number)):
        if not before or one.period < before:
            found[one.measure] = one
    return found


def heard(
    known: Schedule | None, period: Period | None, rows: list[ProgressRow], on: date
) -> Heard | None:
    """Return how things stand with a measure by its answers; None where nobody is ever asked."""
    if known is None:
        return None
    last = rows[-1] if rows else None
    answered = any(period and one.period == period.code for one in rows)
    over = last is not None and last.answer.status in OVER
    return Heard(last, period, silence(period, answered=answered or over, on=on))


def _row(one: Row) -> ProgressRow:
    measure, period, number, at, party, status, sentence, spent, figures = one
    told = tuple((goal, Decimal(value)) for goal, value in figures.items())
    said = Answer(Status(status), sentence, spent, told)
    return ProgressRow(measure, period, number, at, party, said)
