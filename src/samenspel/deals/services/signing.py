# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing a version of a deal: by whom may, over what was shown, once; the last one binds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samenspel.core.deals.commitment import Commitment, as_agreed
from samenspel.core.deals.deal import DealRecord
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.signing import Reservation, check_reservations, is_enough
from samenspel.core.deals.states import SIGNABLE, DealState
from samenspel.core.deals.withdrawal import out_of_balance
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor
from samenspel.deals import models
from samenspel.deals.queries.leaving import municipalities
from samenspel.deals.queries.mandates import signing_mandate
from samenspel.deals.queries.records import read_by_key
from samenspel.deals.queries.versions import (
    VersionFacts,
    chain,
    left_by,
    record_of,
    signed_by,
    versions_of,
)
from samenspel.parties.queries import mandate as mandate_facts
from samenspel.parties.queries import party_ids

from .lapsing import reckon_lapse
from .recording import Doing, begin
from .writing import add_step, write_commitment


@dataclass(frozen=True, slots=True)
class _Signing:
    """One signature under way; ``line`` is the chain of the version that is signed."""

    doing: Doing
    party: str
    version: VersionFacts
    record: DealRecord
    line: list[VersionFacts]


@transaction.atomic
def sign_deal(  # noqa: PLR0913 - who signs what for whom, with what held back, when
    *,
    region: str,
    slug: str,
    party: str,
    digest: str,
    actor: Actor,
    at: datetime,
    reservations: Sequence[Reservation] = (),
) -> bool:
    """
    Sign the version with *digest* for *party*; return whether it is in force now.

    The actor holds a mandate of the party at that moment, large enough for the money that the
    party promises in it. The last signature that is needed brings the version into force.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-deal``, ``deal-text-changed``,
            ``deal-not-open``, ``deal-over``, ``not-a-signatory``, ``withdrawn-already``,
            ``votes-out-of-balance``, ``signed-already``, ``no-mandate``, ``mandate-too-small``,
            or as ``check_reservations``.
    """
    doing = begin(region, actor, at, Act.SIGN_DEAL, {party})
    versions = versions_of(doing.region_id, slug)
    version = _shown(doing, slug, versions, digest)
    record, line = record_of(version), chain(version, versions)
    signing = _Signing(doing, party, version, record, line)
    _check_free_to_sign(signing)
    check_reservations(reservations, record)
    mandate = _mandate(signing)
    _keep(signing, mandate, reservations)
    bound, pledged = _bind(signing)
    facts = mandate_facts(doing.region_id, mandate)
    decided = {"organ": facts.organ, "decided_on": str(facts.decided_on)} if facts else {}
    details = {
        "version": version.number,
        "digest": digest,
        "mandate": decided,
        "reservations": [
            {"text": one.text, "clause": one.clause, "commitment": one.commitment}
            for one in reservations
        ],
        "in_force": bound,
        "pledged": pledged,
    }
    doing.record("deal-signed", f"deal:{slug}", details)
    return bound


def _shown(doing: Doing, slug: str, versions: list[VersionFacts], digest: str) -> VersionFacts:
    """Return the version with a digest that can be signed."""
    if not any(one.is_public for one in versions):
        raise RuleError("unknown-deal", deal=slug)
    version = next((one for one in versions if digest and one.digest == digest), None)
    if version is None:
        raise RuleError("deal-text-changed")
    state = version.state_on(doing.on)
    if state not in SIGNABLE:
        if any(one.number > version.number and one.state in SIGNABLE for one in versions):
            raise RuleError("deal-text-changed")
        raise RuleError("deal-not-open", state=state)
    if version.state is DealState.PROPOSED:
        _check_below(doing, version, versions)
    return version


def _check_below(doing: Doing, version: VersionFacts, versions: list[VersionFacts]) -> None:
    """Refuse an amendment of what is over, or that leaves one municipality most of the votes."""
    for below in chain(version, versions)[1:2]:
        if below.state_on(doing.on) is not DealState.IN_FORCE:
            raise RuleError("deal-over")
        gone = left_by(chain(below, versions))
        if holder := out_of_balance(record_of(version), gone, municipalities(doing.region_id)):
            raise RuleError("votes-out-of-balance", party=holder)


def _check_free_to_sign(signing: _Signing) -> None:
    if signing.party not in signing.version.parties:
        raise RuleError("not-a-signatory", party=signing.party)
    if signing.party in left_by(signing.line):
        raise RuleError("withdrawn-already", party=signing.party)
    if any(one.party == signing.party for one in signing.version.signatures):
        raise RuleError("signed-already", party=signing.party)


def _mandate(signing: _Signing) -> int:
    doing = signing.doing
    return signing_mandate(doing.region_id, signing.party, signing.record, doing.actor, doing.on)


def _keep(signing: _Signing, mandate: int, reservations: Sequence[Reservation]) -> None:
    doing = signing.doing
    signature = models.Signature.objects.create(
        version_id=signing.version.pk,
        party_id=party_ids(doing.region_id)[signing.party],
        digest=signing.version.digest,
        mandate_id=mandate,
        actor=doing.actor.reference,
        at=doing.at,
    )
    models.Reservation.objects.bulk_create(
        models.Reservation(
            signature=signature,
            position=place,
            text=one.text,
            clause=one.clause,
            commitment=one.commitment,
        )
        for place, one in enumerate(reservations)
    )


def _bind(signing: _Signing) -> tuple[bool, list[str]]:
    """
    Bring the version into force when it is signed enough.

    Tell whether it is, and which commitments were only mentioned and are pledged by that.
    """
    doing, version = signing.doing, signing.version
    signed = {*signed_by(signing.line), signing.party}
    if version.state is DealState.PROPOSED:
        below = signing.line[1] if len(signing.line) > 1 else None
        fresh = {one.party for one in version.signatures} | {signing.party}
        if not _is_enough(signing, fresh, below):
            return False, []
        _enter_into_force(signing, below)
    _write(signing, signed)
    reckon_lapse(doing, version.pk, signing.record, signed, left_by(signing.line))
    return True, _promise(signing, signed)


def _is_enough(signing: _Signing, fresh: set[str], below: VersionFacts | None) -> bool:
    amended = record_of(below) if below else None
    return is_enough(signing.record, fresh, amended, left_by(signing.line))


def _enter_into_force(signing: _Signing, below: VersionFacts | None) -> None:
    doing = signing.doing
    if below:
        amended = models.DealVersion.objects.filter(pk=below.pk)
        amended.update(state=DealState.AMENDED, state_since=doing.at)
    row = models.DealVersion.objects.get(pk=signing.version.pk)
    row.state, row.state_since, row.in_force_at = DealState.IN_FORCE, doing.at, doing.at
    row.save(update_fields=["state", "state_since", "in_force_at"])


def _write(signing: _Signing, signed: set[str]) -> None:
    """
    Make the commitments of a version in force what was signed.

    What a party promised before stays as it was until that party has signed for the change.
    """
    doing, record = signing.doing, signing.record
    there = read_by_key(doing.region_id, [one.key for one in record.commitments])
    amended = {one.key for one in _amended(signing)}
    keys = []
    for one in record.commitments:
        old = there.get(one.key)
        owner = old.commitment.party if old and one.key not in amended else one.party
        if old and (
            as_agreed(old.commitment) == as_agreed(one) or not {owner, one.party} <= signed
        ):
            keys.append(old.pk)
            continue
        row = write_commitment(doing, one, old.pk if old else None)
        models.Commitment.objects.filter(pk=row.pk).update(published=True)
        keys.append(row.pk)
    models.DealVersion.objects.get(pk=signing.version.pk).commitments.set(keys)


def _amended(signing: _Signing) -> tuple[Commitment, ...]:
    """Return the commitments of the version that this one amends."""
    return record_of(signing.line[1]).commitments if len(signing.line) > 1 else ()


def _promise(signing: _Signing, signed: set[str]) -> list[str]:
    """Put what was only mentioned on the rung of a pledge: its party has signed for it."""
    rows = models.Commitment.objects.filter(
        deal_versions=signing.version.pk, rung=Rung.MENTIONED, party__slug__in=sorted(signed)
    )
    found = list(rows.order_by("pk"))
    for row in found:
        was = Rung.MENTIONED if row.steps.exists() else ""
        evidence = f"deal:{signing.version.deal}"
        add_step(signing.doing, row, Rung.PLEDGED, was=was, evidence=evidence)
    return [row.key for row in found]
