# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Freezing a report of what came of an agenda."""

from datetime import datetime

from django.db import transaction

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.delivery.report import Audience, digest_of, text_of
from samenspel.core.delivery.schedule import find_period
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor
from samenspel.deals.services.recording import begin
from samenspel.delivery import models
from samenspel.delivery.queries.reports import draw, reports
from samenspel.delivery.queries.schedules import schedule
from samenspel.regions.queries import region as region_facts


@transaction.atomic
def freeze_report(
    *,
    region: str,
    audience: Audience,
    period: str,
    actor: Actor,
    at: datetime,
    reason: str = "",
) -> int:
    """
    Freeze a report about a period as it is drawn now, and return its version.

    From the second version on it corrects the one before, so *reason* says why.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-period``, ``no-agenda-in-force``,
            ``text-missing``, ``text-unfit`` or ``report-unchanged``.
    """
    doing = begin(region, actor, at, Act.KEEP_PROGRESS)
    known, place = schedule(doing.region_id), region_facts(region)
    if known is None or place is None:
        raise RuleError("unknown-period", period=period)
    about = find_period(known, period, doing.on)
    rows = [
        one for one in reports(doing.region_id) if (one.audience, one.period) == (audience, period)
    ]
    check_text("reason", reason, needed=bool(rows))
    text = text_of(draw(place, audience, about, doing.on))
    digest = digest_of(text)
    if rows and rows[0].digest == digest:
        raise RuleError("report-unchanged")
    number = rows[0].number + 1 if rows else 1
    models.Report.objects.create(
        region_id=doing.region_id,
        audience=audience,
        period=period,
        number=number,
        frozen_at=at,
        reason=reason,
        digest=digest,
        content=text,
    )
    details = {"version": number, "digest": digest, "reason": reason}
    doing.record("report-frozen", f"report:{period}-{audience}", details)
    return number
