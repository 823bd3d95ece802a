# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done about what comes of an agenda: ask, answer, observe, report."""

from .answering import answer_by_link, report_progress
from .asking import confirm_sent, plan_mail, renew_link, revoke_link
from .goals import record_observation, take_statistics
from .reports import freeze_report
from .schedules import save_schedule
from .switching import switch_mail

__all__ = [
    "answer_by_link",
    "confirm_sent",
    "freeze_report",
    "plan_mail",
    "record_observation",
    "renew_link",
    "report_progress",
    "revoke_link",
    "save_schedule",
    "switch_mail",
    "take_statistics",
]
