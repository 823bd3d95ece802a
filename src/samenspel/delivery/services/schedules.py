# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How often a region asks its owners."""

from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction

from samenspel.core.changes import plain
from samenspel.core.delivery.schedule import Schedule, check_schedule
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor
from samenspel.deals.services.recording import begin
from samenspel.delivery import models
from samenspel.delivery.queries.schedules import schedule as schedule_of


@transaction.atomic
def save_schedule(*, region: str, schedule: Schedule, actor: Actor, at: datetime) -> None:
    """
    Set how often owners are asked. Once somebody was asked, the periods themselves stay.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``schedule-first-day``,
            ``schedule-months``, ``schedule-days`` or ``schedule-begun``.
    """
    doing = begin(region, actor, at, Act.KEEP_PROGRESS)
    check_schedule(schedule)
    known = schedule_of(doing.region_id)
    if known and known != replace(
        schedule,
        due_days=known.due_days,
        remind_days=known.remind_days,
        late_days=known.late_days,
        link_days=known.link_days,
    ):
        _check_not_begun(doing.region_id)
    models.Schedule.objects.update_or_create(region_id=doing.region_id, defaults=asdict(schedule))
    details = {name: plain(value) for name, value in asdict(schedule).items()}
    doing.record("schedule-changed", "schedule", details)


def _check_not_begun(region_id: int) -> None:
    asked = models.Ask.objects.filter(region_id=region_id).exists()
    if asked or models.Progress.objects.filter(region_id=region_id).exists():
        raise RuleError("schedule-begun")
