# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How measures and goals go, as pages show it; and that nothing was heard, where that is so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from samenspel.core.delivery.progress import Answer, Silence
from samenspel.core.delivery.track import Track
from samenspel.delivery.queries import Heard, ProgressRow
from samenspel.words.delivery import (
    SILENCES,
    STATUSES,
    VERDICTS,
    added,
    last_heard,
    overdue_since,
    quantity,
    reckoned,
)
from samenspel.words.formats import euro, short_date


@dataclass(frozen=True, slots=True)
class FigureView:
    """What a measure delivered so far towards a goal."""

    title: str
    value: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer ready to be shown."""

    status: str
    mood: str
    meaning: str
    sentence: str
    spent: str
    day: str
    iso: str
    period: str
    corrected: bool
    figures: list[FigureView]


@dataclass(frozen=True, slots=True)
class HeardView:
    """How a measure goes: *warning* when an answer is past its date."""

    last: AnswerView | None
    heard: str
    warning: str
    silence: str
    silence_mood: str
    earlier: list[AnswerView]


@dataclass(frozen=True, slots=True)
class TrackView:
    """How a goal stands."""

    verdict: str
    mood: str
    meaning: str
    value: str
    day: str
    expected: str
    allowed: str
    margin: str


def view_heard(
    heard: Heard | None,
    rows: Sequence[ProgressRow],
    goals: Mapping[str, tuple[str, str]],
    on: date,
) -> HeardView | None:
    """
    Return how a measure goes, from all its answers; None where nobody asks and nobody answered.

    *goals* are (title, unit) by key.
    """
    if heard is None or (heard.last is None and heard.silence is Silence.NOT_ASKED):
        return None
    silent, late = SILENCES[heard.silence], heard.silence is Silence.OVERDUE
    told = [view_answer(row, goals) for row in reversed(rows)]
    return HeardView(
        last=told[0] if told else None,
        heard=last_heard(heard.last.on if heard.last else None),
        warning=overdue_since(heard.period, on) if late and heard.period else "",
        silence=str(silent.name),
        silence_mood=silent.mood,
        earlier=told[1:],
    )


def view_answer(row: ProgressRow, goals: Mapping[str, tuple[str, str]]) -> AnswerView:
    """Return an answer ready to be shown."""
    answer: Answer = row.answer
    word = STATUSES[answer.status]
    return AnswerView(
        status=str(word.name),
        mood=word.mood,
        meaning=str(word.meaning),
        sentence=answer.sentence,
        spent="" if answer.spent_cents is None else euro(answer.spent_cents),
        day=short_date(row.on),
        iso=row.on.isoformat(),
        period=row.period,
        corrected=row.number > 1,
        figures=[
            FigureView(goals[goal][0], added(value, goals[goal][1]))
            for goal, value in answer.figures
            if goal in goals
        ],
    )


def view_track(known: Track, unit: str) -> TrackView:
    """Return how a goal stands."""
    word, newest = VERDICTS[known.verdict], known.newest
    return TrackView(
        verdict=str(word.name),
        mood=word.mood,
        meaning=str(word.meaning),
        value=quantity(newest.value, unit) if newest else "",
        day=short_date(newest.on) if newest else "",
        expected=reckoned(known.expected, unit),
        allowed=reckoned(known.allowed, unit),
        margin=reckoned(known.margin, unit),
    )


def report_url(slug: str, audience: str, period: str) -> str:
    """Return the page of a report."""
    return reverse("progress-report", args=[slug, f"{period}-{audience}"])
