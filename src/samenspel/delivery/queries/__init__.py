# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of how an agenda goes; names of people only for who may know them."""

from .asking import AskRow, Opened, Plan, asks, mail_of, opened, planned
from .goals import all_observations, observations, tracks
from .owners import Owned, measures_now, owner_of
from .progress import (
    Heard,
    ProgressRow,
    all_answers,
    answers,
    heard,
    latest_by_measure,
    valid,
)
from .reports import ReportPage, ReportRow, draw, report, reports
from .schedules import latest_period, periods, schedule
from .tables import delivery_tables

__all__ = [
    "AskRow",
    "Heard",
    "Opened",
    "Owned",
    "Plan",
    "ProgressRow",
    "ReportPage",
    "ReportRow",
    "all_answers",
    "all_observations",
    "answers",
    "asks",
    "delivery_tables",
    "draw",
    "heard",
    "latest_by_measure",
    "latest_period",
    "mail_of",
    "measures_now",
    "observations",
    "opened",
    "owner_of",
    "periods",
    "planned",
    "report",
    "reports",
    "schedule",
    "tracks",
    "valid",
]
