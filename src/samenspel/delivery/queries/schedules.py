# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How often a region asks, and what that makes of its measures."""

from datetime import date

from samenspel.core.delivery.schedule import Period, Schedule, asked_periods
from samenspel.delivery import models
from samenspel.prepared import Prepared

SCHEDULE = ("starts_on", "months", "due_days", "remind_days", "late_days", "link_days")
"""Columns of a schedule, in the order of its fields."""


def schedule(region_id: int) -> Schedule | None:
    """Return how often a region asks, None when it does not; one statement."""
    rows = _SCHEDULE(region_id)
    return Schedule(*rows[0]) if rows else None


_SCHEDULE = Prepared(
    lambda region_id: models.Schedule.objects.filter(region_id=region_id).values_list(*SCHEDULE)
)


def periods(known: Schedule | None, on: date) -> list[Period]:
    """Return the periods that were asked about on a day, the oldest first."""
    return asked_periods(known, on) if known else []


def latest_period(known: Schedule | None, on: date) -> Period | None:
    """Return the period that was asked about last, None when none was."""
    found = periods(known, on)
    return found[-1] if found else None
