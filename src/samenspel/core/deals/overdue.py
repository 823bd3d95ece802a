# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A commitment past its date without evidence, and what then follows.

Steps are data: each deal has its own, and ``ESCALATION`` where it says none. The tone stays
neutral: there is a date, there is no evidence yet, and the party's own explanation stands beside
it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.deals.ladder import PROMISED, SETTLED, Rung
from samenspel.core.errors import RuleError
from samenspel.core.limits import SHORT_TEXT

MAX_LATE_DAYS = 3653
"""Ten years, as the longest notice."""


class Escalation(StrEnum):
    """Who is asked to look at it."""

    REMINDER = "reminder"
    TABLE = "table"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """
    A step and the number of days after the date from which it holds.

    ``words`` are the deal's own on what then happens; empty: those that everyone uses.
    """

    step: Escalation
    after_days: int
    words: str = ""


ESCALATION: tuple[EscalationStep, ...] = (
    EscalationStep(Escalation.REMINDER, 14),
    EscalationStep(Escalation.TABLE, 42),
    EscalationStep(Escalation.BOARD, 84),
)
"""First the party itself, then the table where the parties meet, then the board."""

CAN_BE_OVERDUE = PROMISED - SETTLED


def days_overdue(ends_on: date | None, rung: Rung, on: date, *, released: bool = False) -> int:
    """
    Return how many days a commitment is past its last day; 0 when it is not overdue.

    What was only mentioned is no promise, what is done is done, and a party whose condition failed
    (*released*) is not held to it.
    """
    if ends_on is None or released or rung not in CAN_BE_OVERDUE:
        return 0
    return max(0, (on - ends_on).days)


def escalation(days: int, steps: Sequence[EscalationStep] = ESCALATION) -> EscalationStep | None:
    """Return which of *steps* holds after *days* overdue, None before the first."""
    reached = [one for one in steps if one.after_days <= days]
    return reached[-1] if reached else None


def check_escalation(steps: Sequence[EscalationStep]) -> None:
    """
    Refuse steps that do not follow each other: each once, in their order, each later than the last.

    Raises:
        RuleError: ``escalation-unfit``, ``escalation-order`` or ``text-unfit``.
    """
    order, last = list(Escalation), (-1, 0)
    for one in steps:
        check_text("escalation", one.words, most=SHORT_TEXT, needed=False)
        if not 1 <= one.after_days <= MAX_LATE_DAYS:
            raise RuleError("escalation-unfit", field="escalation", limit=MAX_LATE_DAYS)
        here = order.index(one.step), one.after_days
        if here[0] <= last[0] or here[1] <= last[1]:
            raise RuleError("escalation-order", field="escalation")
        last = here
