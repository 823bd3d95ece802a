# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An owner says how a measure goes: by a link, or in the workbench."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from samenspel.core.changes import plain
from samenspel.core.delivery.progress import Answer, check_answer
from samenspel.core.delivery.schedule import find_period
from samenspel.core.errors import RuleError
from samenspel.core.limits import decimal_text
from samenspel.core.rights import Act, Actor, check_may
from samenspel.deals.services.recording import Doing
from samenspel.delivery import models
from samenspel.delivery.queries.asking import opened
from samenspel.delivery.queries.owners import measures_now
from samenspel.delivery.queries.schedules import schedule
from samenspel.regions.services import lock_region


@transaction.atomic
def answer_by_link(*, secret: str, answer: Answer, key: bytes, at: datetime) -> None:
    """
    Say how a measure goes, by a link that was mailed; it is used up by that.

    Raises:
        RuleError: as ``queries.opened`` and ``core.delivery.progress.check_answer``.
    """
    found = opened(secret, key=key, at=at)
    lock_region(slug=found.region.slug)
    found = opened(secret, key=key, at=at)  # nobody else used it while this waited
    doing = Doing(found.region.slug, found.region.pk, found.actor, found.grant, at)
    check_answer(answer, [goal for goal, _expected in found.aims])
    models.Ask.objects.filter(pk=found.ask).update(answered_at=at)
    _write(doing, found.measure, found.period.code, answer)


@transaction.atomic
def report_progress(
    *, region: str, measure: str, period: str, answer: Answer, actor: Actor, at: datetime
) -> None:
    """
    Say how a measure went in a period that was asked about, or correct what was said.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-item``, ``unknown-period``, or as
            ``core.delivery.progress.check_answer``.
    """
    region_id = lock_region(slug=region)
    one = next((one for one in measures_now(region) if one.key == measure), None)
    if one is None:
        raise RuleError("unknown-item", key=measure)
    grant = check_may(actor, Act.REPORT_PROGRESS, {one.lead} - {""})
    _check_period(region_id, period, localdate(at))
    check_answer(answer, [part.goal for part in one.contributions])
    _write(Doing(region, region_id, actor, grant, at), measure, period, answer)
    rows = models.Ask.objects.filter(region_id=region_id, measure=measure, period=period)
    rows.filter(answered_at=None).update(answered_at=at)


def _check_period(region_id: int, period: str, on: date) -> None:
    known = schedule(region_id)
    if known is None:
        raise RuleError("unknown-period", period=period)
    find_period(known, period, on)


def _write(doing: Doing, measure: str, period: str, answer: Answer) -> None:
    rows = models.Progress.objects.filter(region_id=doing.region_id, measure=measure, period=period)
    number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    figures = {goal: decimal_text(value) for goal, value in answer.figures}
    models.Progress.objects.create(
        region_id=doing.region_id,
        measure=measure,
        period=period,
        number=number,
        status=answer.status,
        sentence=answer.sentence,
        spent_cents=answer.spent_cents,
        figures=figures,
        party=doing.grant.party,
        actor=doing.actor.reference,
        at=doing.at,
    )
    details = {
        "period": period,
        "number": number,
        "status": str(answer.status),
        "sentence": answer.sentence,
        "figures": plain(figures),
    }
    spent = {} if answer.spent_cents is None else {"spent_cents": answer.spent_cents}
    doing.record("progress-reported", f"measure:{measure}", details | spent)
