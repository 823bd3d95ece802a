# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""When withdrawals leave too few parties, a deal lapses; a part of the acts in this package."""

from collections.abc import Collection, Mapping
from datetime import date

from samenspel.core.deals.deal import DealRecord
from samenspel.core.deals.withdrawal import still_stands
from samenspel.deals import models
from samenspel.deals.queries.versions import WithdrawalFacts

from .recording import Doing


def lapse_day(
    record: DealRecord, bound: Collection[str], left: Mapping[str, WithdrawalFacts]
) -> date | None:
    """Return the first day on which the deal no longer stands, None when it stays."""
    gone: set[str] = set()
    for one in sorted(left.values(), key=lambda one: one.effective_on):
        gone.add(one.party)
        if not still_stands(record, bound, gone):
            return one.effective_on
    return None


def reckon_lapse(
    doing: Doing,
    version: int,
    record: DealRecord,
    bound: Collection[str],
    left: Mapping[str, WithdrawalFacts],
) -> None:
    """Keep from which day a version in force lapses; never before the act itself."""
    day = lapse_day(record, bound, left)
    rows = models.DealVersion.objects.filter(pk=version)
    rows.update(lapses_on=day and max(day, doing.on))
