# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How a measure goes, in the words of its owner; and how long ago that was."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from samenspel.core.agenda.record import Measure
from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.delivery.schedule import Period
from samenspel.core.errors import RuleError
from samenspel.core.limits import MAX_INTEGER, decimal_fault


class Status(StrEnum):
    """How a measure goes."""

    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    DELAYED = "delayed"
    STOPPED = "stopped"
    DONE = "done"


OVER = frozenset({Status.STOPPED, Status.DONE})
"""After one of these a measure is asked about no more."""

UNEXPLAINED = frozenset({Status.ON_TRACK, Status.DONE})
"""These need no sentence; the others do."""


class Silence(StrEnum):
    """Whether the latest period was answered."""

    NOT_ASKED = "not-asked"
    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What an owner says of a period.

    *spent_cents* and *figures* (goal, value in its unit) are what there is so far, all periods
    together; unknown is None and left out.
    """

    status: Status
    sentence: str = ""
    spent_cents: int | None = None
    figures: tuple[tuple[str, Decimal], ...] = ()


def check_answer(answer: Answer, goals: Collection[str]) -> None:
    """
    Refuse an answer that is not complete or cannot be; *goals* are those the measure adds to.

    Raises:
        RuleError: ``text-missing``, ``text-unfit``, ``amount-negative``,
            ``amount-too-large`` or ``figure-unfit``.
    """
    check_text("sentence", answer.sentence, needed=answer.status not in UNEXPLAINED)
    cents = answer.spent_cents
    if cents is not None and cents < 0:
        raise RuleError("amount-negative", field="spent_cents")
    if cents is not None and cents > MAX_INTEGER:
        raise RuleError("amount-too-large", field="spent_cents")
    for goal, value in answer.figures:
        if goal not in goals or decimal_fault(value):
            raise RuleError("figure-unfit", goal=goal)


def is_asked(measure: Measure, one: Period, last: Status | None) -> bool:
    """Tell whether a measure is asked about; *last* is what its owner said before."""
    if last in OVER:
        return False
    return measure.ends_on is None or measure.ends_on >= one.starts_on


def silence(one: Period | None, *, answered: bool, on: date) -> Silence:
    """Return how things stand with the latest period that a measure is asked about."""
    if one is None:
        return Silence.NOT_ASKED
    if answered:
        return Silence.ANSWERED
    return Silence.OVERDUE if on > one.due_on else Silence.WAITING
