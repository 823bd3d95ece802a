# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who left a deal, why, and what that breaks, with links."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.core.deals.withdrawal import Consequences
from samenspel.deals.queries import DealPage
from samenspel.web.parts.breaks import BrokenView, view_broken
from samenspel.web.parts.commitments import Promised
from samenspel.web.parts.targets import Named
from samenspel.words.formats import long_date


@dataclass(frozen=True, slots=True)
class LeavingView:
    """That a party left."""

    party: Named
    reason: str
    given: str
    effective: str
    broken: BrokenView


def view_leavers(
    page: DealPage, broken: Mapping[str, Consequences], known: Promised
) -> list[LeavingView]:
    """Return who left any version of a deal, the latest first."""
    promised = [one for version in page.versions for one in version.record.commitments]
    left = [one for version in page.versions for one in version.facts.withdrawals]
    return [
        LeavingView(
            party=known.party(one.party),
            reason=one.reason,
            given=long_date(one.given_on),
            effective=long_date(one.effective_on),
            broken=view_broken(broken[one.party], promised, known),
        )
        for one in reversed(left)
    ]
