# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Leaving a deal: never prevented, with a reason, after the agreed notice."""

from datetime import datetime
from typing import Any

from django.db import transaction

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.deals.states import DealState
from samenspel.core.deals.withdrawal import Consequences
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor
from samenspel.deals import models
from samenspel.deals.queries.leaving import broken_by, in_force_of
from samenspel.deals.queries.versions import (
    VersionFacts,
    WithdrawalFacts,
    chain,
    left_by,
    record_of,
    signed_by,
    versions_of,
)
from samenspel.parties.queries import party_ids

from .lapsing import reckon_lapse
from .recording import Doing, begin


@transaction.atomic
def withdraw(
    *, region: str, slug: str, party: str, reason: str, actor: Actor, at: datetime
) -> Consequences | None:
    """
    Leave a deal, and return what that breaks.

    From a deal in force a party is free after the agreed notice. A signature under a proposal is
    taken back at once and breaks nothing: None. No mandate is needed to leave.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-deal``, ``text-missing``,
            ``text-unfit``, ``not-bound`` or ``withdrawn-already``.
    """
    doing = begin(region, actor, at, Act.SIGN_DEAL, {party})
    check_text("reason", reason)
    versions = versions_of(doing.region_id, slug)
    version = _bound_by(doing, slug, party, versions)
    broken = None
    if version.state is DealState.IN_FORCE:
        broken = broken_by(doing.region_id, region, version, versions, (party, doing.on))
    effective = broken.effective_on if broken else doing.on
    notice = WithdrawalFacts(party, reason, doing.on, effective)
    _keep(doing, version, notice)
    if broken:
        line = chain(version, versions)
        left = left_by(line) | {party: notice}
        reckon_lapse(doing, version.pk, record_of(version), signed_by(line), left)
    details = {"version": version.number, "reason": reason, "effective_on": str(effective)}
    doing.record("deal-left", f"deal:{slug}", details | _told(broken))
    return broken


def _bound_by(doing: Doing, slug: str, party: str, versions: list[VersionFacts]) -> VersionFacts:
    """Return the version that *party* would leave: the one in force, else a proposal it signed."""
    if not any(one.is_public for one in versions):
        raise RuleError("unknown-deal", deal=slug)
    proposed = [one for one in versions if one.state is DealState.PROPOSED]
    for version in filter(None, (in_force_of(versions, doing.on), *proposed)):
        line = chain(version, versions)
        if party in left_by(line):
            raise RuleError("withdrawn-already", party=party)
        if party in signed_by(line):
            return version
    raise RuleError("not-bound", party=party)


def _keep(doing: Doing, version: VersionFacts, notice: WithdrawalFacts) -> None:
    models.Withdrawal.objects.create(
        version_id=version.pk,
        party_id=party_ids(doing.region_id)[notice.party],
        reason=notice.reason,
        given_on=notice.given_on,
        effective_on=notice.effective_on,
        actor=doing.actor.reference,
        at=doing.at,
    )


def _told(broken: Consequences | None) -> dict[str, Any]:
    """Return what the ledger keeps of what a withdrawal breaks."""
    if broken is None:
        return {}
    return {
        "stands": broken.stands,
        "lost": list(broken.lost),
        "money_lost_cents": broken.money_lost_cents,
        "extra_cents": dict(broken.extra_cents),
    }
