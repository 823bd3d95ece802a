# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A whole funding plan from a file: what is in it comes in, what is not stays."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.sources import Source
from samenspel.core.rights import Actor
from samenspel.funding.queries.plan import changed_by
from samenspel.regions.services import lock_region

from .lines import save_line
from .sources import save_source


@transaction.atomic
def load_plan(
    *,
    region: str,
    sources: Sequence[Source],
    lines: Sequence[FundingLine],
    actor: Actor,
    at: datetime,
) -> int:
    """
    Add or change sources and lines by their codes, all or nothing; return how many differ.

    Raises:
        RuleError: as ``save_source`` and ``save_line``.
    """
    region_id = lock_region(slug=region)
    changed = changed_by(region_id, sources, lines, actor)
    for source, was in changed.sources:
        save_source(region=region, source=source, actor=actor, at=at, instead_of=was)
    for line, was in changed.lines:
        save_line(region=region, line=line, actor=actor, at=at, instead_of=was)
    return len(changed.sources) + len(changed.lines)
