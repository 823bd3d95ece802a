# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Leaving a deal: never prevented, after the agreed notice; before that, a signature goes back."""

from datetime import datetime
from typing import Any

from django.db import transaction

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.deals.states import TAKES_BACK
from samenspel.core.deals.text import check_seen
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
def withdraw(  # noqa: PLR0913 - who leaves what and why, when, and what was seen of it
    *, region: str, slug: str, party: str, reason: str, actor: Actor, at: datetime, seen: str = ""
) -> Consequences:
    """
    Leave a deal in force after the agreed notice, and return what that breaks.

    No mandate is needed to leave. *seen* is the ``digest`` of the consequences that the actor saw.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-deal``, ``text-missing``,
            ``text-unfit``, ``not-bound``, ``withdrawn-already`` or ``changed-meanwhile``.
    """
    doing = begin(region, actor, at, Act.SIGN_DEAL, {party})
    check_text("reason", reason)
    versions = _public(doing, slug)
    version = _bound_by(doing, party, versions)
    broken = broken_by(doing.region_id, region, version, versions, (party, doing.on))
    check_seen(broken.digest, seen)
    notice = WithdrawalFacts(party, reason, doing.on, broken.effective_on)
    _keep(doing, version, notice)
    line = chain(version, versions)
    left = left_by(line) | {party: notice}
    reckon_lapse(doing, version.pk, record_of(version), signed_by(line), left)
    details = {"version": version.number, "reason": reason}
    details |= {"effective_on": str(broken.effective_on)}
    doing.record("deal-left", f"deal:{slug}", details | _told(broken))
    return broken


@transaction.atomic
def take_back(  # noqa: PLR0913 - as for withdraw
    *, region: str, slug: str, party: str, reason: str, actor: Actor, at: datetime, seen: str = ""
) -> None:
    """
    Take back the signature of a party under a version that is not in force yet.

    By the version before it, if there is one, the party stays bound, and it may sign again. No
    mandate is needed. *seen* is the digest of the version that the actor saw.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-deal``, ``text-missing``,
            ``text-unfit``, ``changed-meanwhile``, ``signature-stands`` or ``not-signed``.
    """
    doing = begin(region, actor, at, Act.SIGN_DEAL, {party})
    check_text("reason", reason)
    version = [one for one in _public(doing, slug) if one.is_public][-1]
    check_seen(version.digest, seen)
    if (state := version.state_on(doing.on)) not in TAKES_BACK:
        raise RuleError("signature-stands", state=state)
    if party not in {one.party for one in version.signatures}:
        raise RuleError("not-signed", party=party)
    standing = models.Signature.objects.filter(version=version.pk, taken_back_at__isnull=True)
    standing.filter(party__slug=party).update(taken_back_at=at, taken_back_reason=reason)
    details = {"version": version.number, "digest": version.digest, "reason": reason}
    doing.record("signature-taken-back", f"deal:{slug}", details)


def _public(doing: Doing, slug: str) -> list[VersionFacts]:
    """Return the versions of a deal that was shown. Raises ``unknown-deal``."""
    versions = versions_of(doing.region_id, slug)
    if not any(one.is_public for one in versions):
        raise RuleError("unknown-deal", deal=slug)
    return versions


def _bound_by(doing: Doing, party: str, versions: list[VersionFacts]) -> VersionFacts:
    """Return the version in force that *party* would leave."""
    version = in_force_of(versions, doing.on)
    line = chain(version, versions) if version else []
    if party in left_by(line):
        raise RuleError("withdrawn-already", party=party)
    if version is None or party not in signed_by(line):
        raise RuleError("not-bound", party=party)
    return version


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


def _told(broken: Consequences) -> dict[str, Any]:
    """Return what the ledger keeps of what a withdrawal breaks."""
    return {
        "stands": broken.stands,
        "lost": list(broken.lost),
        "money_lost_cents": broken.money_lost_cents,
        "extra_cents": dict(broken.extra_cents),
    }
