# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
How the regions of ``world`` go: everybody is asked at this moment, and a report is frozen.

Periods are of one month, so that the link of the latest works whenever the tests run.
"""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.utils.timezone import localdate

from samenspel.core.delivery.progress import Answer, Status
from samenspel.core.delivery.report import Audience
from samenspel.core.delivery.schedule import Schedule
from samenspel.core.delivery.track import Observation
from samenspel.core.rights import INSTALLATION
from samenspel.delivery import queries, services
from samenspel.regions.queries import region

SCHEDULE = Schedule(date(2020, 1, 1), 1, due_days=15, remind_days=5, late_days=5, link_days=60)


def fill(slug, at):
    """Ask all owners in a region, freeze a report, and return what addresses there need."""
    where = {"region": slug, "actor": INSTALLATION, "at": at}
    services.save_schedule(**where, schedule=SCHEDULE)
    mails = services.plan_mail(**where, key=settings.LINK_KEY)
    period = queries.latest_period(SCHEDULE, localdate(at)).code
    services.freeze_report(**where, audience=Audience.PUBLIC, period=period)
    asks = queries.asks(region(slug).pk, INSTALLATION)
    return {
        "ask": str(asks[0].pk),
        "answer": mails[0].questions[0].secret,
        "post": mails[0].off,
        "period": period,
    }


def tell(slug, k, at, text):
    """Say *text* wherever somebody can: of M2, of the figure of a goal, of a correction."""
    where = {"region": slug, "actor": INSTALLATION, "at": at}
    period = queries.latest_period(SCHEDULE, localdate(at)).code
    said = Answer(Status.DELAYED, text)
    services.report_progress(**where, measure=f"{k}M2", period=period, answer=said)
    found = Observation(date(2026, 1, 1), Decimal(5), None, text[:300])
    services.record_observation(**where, goal=f"{k}D1", observation=found)
    services.freeze_report(**where, audience=Audience.PUBLIC, period=period, reason=text)
