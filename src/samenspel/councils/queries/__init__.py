# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of councils, and what follows from it."""

from .known import (
    NOT_YET,
    BoardDayFacts,
    CouncilFacts,
    CouncilsKnown,
    MeetingFacts,
    MomentRow,
    RulesFacts,
    Stand,
    calendar_changes,
    known,
    rules_of,
)
from .planned import Clock, budget_years, calendar_of, calendars, clock, last_meetings
from .tables import council_tables

__all__ = [
    "NOT_YET",
    "BoardDayFacts",
    "Clock",
    "CouncilFacts",
    "CouncilsKnown",
    "MeetingFacts",
    "MomentRow",
    "RulesFacts",
    "Stand",
    "budget_years",
    "calendar_changes",
    "calendar_of",
    "calendars",
    "clock",
    "council_tables",
    "known",
    "last_meetings",
    "rules_of",
]
