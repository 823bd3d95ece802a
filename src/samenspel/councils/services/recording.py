# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One act under way: who does it, by which right, where and when; and its entry on the ledger."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor, Grant, check_may
from samenspel.councils.models import Council
from samenspel.ledger.services import append
from samenspel.regions.services import lock_region


@dataclass(frozen=True, slots=True)
class Doing:
    """An act in a region that is held until the transaction ends."""

    region: str
    region_id: int
    actor: Actor
    grant: Grant
    at: datetime

    @property
    def on(self) -> date:
        """The day of the act."""
        return localdate(self.at)

    def record(self, kind: str, what: str, details: dict[str, Any]) -> None:
        """Write the one entry of this act."""
        append(
            book=self.region,
            kind=kind,
            object=what,
            actor=self.actor,
            grant=self.grant,
            details=details,
            at=self.at,
        )


def begin(
    region: str, actor: Actor, at: datetime, act: Act, parties: Collection[str] = ()
) -> Doing:
    """
    Check the right and hold the region; a part of the acts in this package.

    Raises:
        RuleError: ``not-allowed`` or ``unknown-region``.
    """
    grant = check_may(actor, act, parties)
    return Doing(region, lock_region(slug=region), actor, grant, at)


def council_of(doing: Doing, party: str) -> Council:
    """Return a council of the region. Raises ``unknown-council``."""
    found = Council.objects.filter(party__region_id=doing.region_id, party__slug=party).first()
    if found is None:
        raise RuleError("unknown-council", party=party)
    return found
