# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An act of whoever keeps the cash: the secretary, or the controller of the cashier."""

from datetime import datetime

from samenspel.core.rights import Act, Actor
from samenspel.deals.services.recording import Doing, begin
from samenspel.funding.queries.cashier import cashier


def begin_keeping(region: str, actor: Actor, at: datetime) -> Doing:
    """
    Check the right to keep the cash, and hold the region.

    Raises:
        RuleError: ``not-allowed`` or ``unknown-region``.
    """
    kept_by = cashier(region)
    return begin(region, actor, at, Act.KEEP_CASH, {kept_by} if kept_by else ())
