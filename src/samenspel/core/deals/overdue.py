# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A commitment past its date without evidence, and what then follows.

Steps are data. The tone stays neutral: there is a date, there is no evidence yet, and the party's
own explanation stands beside it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspel.core.deals.ladder import PROMISED, SETTLED, Rung


class Escalation(StrEnum):
    """Who is asked to look at it."""

    REMINDER = "reminder"
    TABLE = "table"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """A step and the number of days after the date from which it holds."""

    step: Escalation
    after_days: int


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


def escalation(days: int) -> Escalation | None:
    """Return the step that holds after *days* overdue, None before the first."""
    reached = [one.step for one in ESCALATION if one.after_days <= days]
    return reached[-1] if reached else None
