# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A deal on its way to the table: drafted, proposed, retracted or dropped; and its amendments."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from samenspel.core.deals.commitment_checks import check_commitment, check_text
from samenspel.core.deals.deal import DealDraft, DealRecord, check_deal, check_terms
from samenspel.core.deals.differences import deal_differences
from samenspel.core.deals.signing import burdened, must_sign
from samenspel.core.deals.states import OPEN, DealState, check_step
from samenspel.core.deals.text import (
    NO_DRAFT,
    check_seen,
    check_unchanged,
    deal_digest,
    deal_text,
    draft_text,
    escalation_text,
)
from samenspel.core.deals.withdrawal import out_of_balance
from samenspel.core.errors import RuleError
from samenspel.core.limits import SLUG, shown
from samenspel.core.rights import Act, Actor
from samenspel.deals import models
from samenspel.deals.queries.leaving import municipalities
from samenspel.deals.queries.records import CommitmentRow, read_by_key
from samenspel.deals.queries.versions import (
    VersionFacts,
    chain,
    draft_of,
    left_by,
    record_of,
    versions_of,
)
from samenspel.parties.queries import party_ids

from .recording import Doing, begin
from .writing import check_references, check_target_public, in_work

RESERVED = frozenset({"halen-en-brengen", "toezeggingen"})
"""Addresses below those of deals that no deal can have."""


@dataclass(frozen=True, slots=True)
class _Base:
    """What an amendment starts from: the version in force, what it says, and who has left it."""

    version: VersionFacts
    record: DealRecord
    gone: frozenset[str]


@transaction.atomic
def save_deal(
    *, region: str, slug: str, draft: DealDraft, actor: Actor, at: datetime, seen: str = ""
) -> int:
    """
    Write the draft of a deal, or of the amendment of one in force; return the version's number.

    *seen* is the ``content_digest`` of the draft that the actor saw, ``NO_DRAFT`` when there was
    none.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``code-unfit``, ``unknown-party``,
            ``unknown-commitment``, ``unknown-target``, ``commitment-bound``,
            ``change-outside-deal``, ``deal-proposed``, ``deal-over``, ``changed-meanwhile``, or as
            ``check_terms`` and ``check_commitment``.
    """
    doing = begin(region, actor, at, Act.EDIT_DEAL)
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        raise RuleError("code-unfit", field="slug", key=shown(slug))
    deal, _ = models.Deal.objects.get_or_create(region_id=doing.region_id, slug=slug)
    versions = versions_of(doing.region_id, slug)
    rows = _check_draft(doing, slug, draft)
    version, fields = _open(doing, deal, versions, draft, seen)
    _fill(version, doing, draft, rows)
    kind = "deal-changed" if fields is not None else "deal-added"
    doing.record(kind, _as_draft(doing, version.pk), {} if fields is None else {"fields": fields})
    return version.number


@transaction.atomic
def propose_deal(*, region: str, slug: str, actor: Actor, at: datetime, seen: str = "") -> str:
    """
    Show a draft to everyone and lay it before the parties to sign; return its digest.

    From now on its text and its commitments stand still. *seen* as for ``save_deal``.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-deal``,
            ``deal-state-not-allowed``, ``deal-over``, ``nothing-changed``, ``commitment-bound``,
            ``party-dropped``, ``party-leaving``, ``votes-out-of-balance``, ``changed-meanwhile``,
            or as ``check_deal``.
    """
    doing = begin(region, actor, at, Act.EDIT_DEAL)
    versions = versions_of(doing.region_id, slug)
    now = _latest(slug, versions)
    check_step(now.state, DealState.PROPOSED)
    draft = draft_of(now)
    check_unchanged(draft, seen)
    rows = _check_draft(doing, slug, draft)
    record = record_of(now, (row.commitment for row in rows))
    check_deal(record, municipalities(doing.region_id))
    base = _base(doing, versions, now)
    _check_owners(rows, record, base)
    for one in record.commitments:
        check_target_public(doing, one, slug)
    if base:
        _check_amendment(base, record, municipalities(doing.region_id))
    needed = must_sign(record, base.record if base else None, base.gone if base else ())
    digest = _seal(doing, now, record, needed)
    _publish(rows)
    details: dict[str, Any] = {"version": now.number, "digest": digest}
    details |= {"must_sign": sorted(needed)}
    details |= {"parties": list(now.parties), "was": _as_draft(doing, now.pk)}
    doing.record("deal-proposed", f"deal:{slug}", details)
    return digest


@transaction.atomic
def propose_amendment(
    *, region: str, slug: str, draft: DealDraft, actor: Actor, at: datetime
) -> str:
    """
    Write the amendment of a deal in force and propose it at once; return its digest.

    Raises:
        RuleError: as ``save_deal`` and ``propose_deal``, or ``deal-not-in-force``.
    """
    doing = begin(region, actor, at, Act.EDIT_DEAL)
    versions = versions_of(doing.region_id, slug)
    if not any(one.state_on(doing.on) is DealState.IN_FORCE for one in versions):
        raise RuleError("deal-not-in-force")
    save_deal(region=region, slug=slug, draft=draft, actor=actor, at=at)
    return propose_deal(region=region, slug=slug, actor=actor, at=at)


@transaction.atomic
def retract_deal(
    *, region: str, slug: str, reason: str, actor: Actor, at: datetime, seen: str = ""
) -> None:
    """
    Take a proposal off the table; it stays readable with its reason.

    *seen* is the digest of the proposal that the actor saw.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-deal``, ``text-missing``,
            ``text-unfit``, ``deal-state-not-allowed`` or ``changed-meanwhile``.
    """
    check_text("reason", reason)
    doing = begin(region, actor, at, Act.EDIT_DEAL)
    now = _to_close(doing, slug, DealState.RETRACTED)
    check_seen(now.digest, seen)
    _close(doing, now, DealState.RETRACTED, reason)
    doing.record("deal-retracted", f"deal:{slug}", {"version": now.number, "reason": reason})


@transaction.atomic
def drop_deal(*, region: str, slug: str, actor: Actor, at: datetime, seen: str = "") -> None:
    """
    Set a draft aside, unseen; *seen* as for ``save_deal``.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-deal``,
            ``deal-state-not-allowed`` or ``changed-meanwhile``.
    """
    doing = begin(region, actor, at, Act.EDIT_DEAL)
    now = _to_close(doing, slug, DealState.DROPPED)
    check_unchanged(draft_of(now), seen)
    _close(doing, now, DealState.DROPPED, "")
    doing.record("deal-removed", _as_draft(doing, now.pk), {})


def _as_draft(doing: Doing, version: int) -> str:
    """
    Return what the ledger calls a draft: a number, so that it does not tell what deal that is.

    No version is ever deleted, so its place in the region is its own for good.
    """
    rows = models.DealVersion.objects.filter(deal__region_id=doing.region_id, pk__lte=version)
    return f"draft:{rows.count()}"


def _to_close(doing: Doing, slug: str, to: DealState) -> VersionFacts:
    now = _latest(slug, versions_of(doing.region_id, slug))
    check_step(now.state, to)
    return now


def _close(doing: Doing, now: VersionFacts, to: DealState, note: str) -> None:
    row = models.DealVersion.objects.filter(pk=now.pk)
    row.update(state=to, state_since=doing.at, note=note)


def _check_draft(doing: Doing, slug: str, draft: DealDraft) -> list[CommitmentRow]:
    """Check a draft against what the region has; return the commitments that it binds."""
    check_terms(draft.terms, municipalities(doing.region_id))
    parties = party_ids(doing.region_id)
    for party in draft.terms.parties:
        if party not in parties:
            raise RuleError("unknown-party", party=party)
    rows = read_by_key(doing.region_id, draft.binds)
    for one in draft.changes:
        if one.key not in draft.binds:
            raise RuleError("change-outside-deal", key=one.key)
        check_commitment(one)
        check_references(doing, one, parties, slug)
    for key in draft.binds:
        if key not in rows and key not in {one.key for one in draft.changes}:
            raise RuleError("unknown-commitment", key=key)
    _check_free(doing, slug, draft.binds, rows.values())
    return list(rows.values())


def _check_free(
    doing: Doing, slug: str, binds: Iterable[str], rows: Iterable[CommitmentRow]
) -> None:
    """Refuse a commitment that another deal binds, so that one deal at most can change it."""
    elsewhere = in_work(doing, but=slug)
    for key in binds:
        if key in elsewhere:
            raise RuleError("commitment-bound", key=key, deal=elsewhere[key])
    for row in rows:
        for one in row.bindings:
            if one.deal != slug and one.state_on(doing.on) in {*OPEN, DealState.IN_FORCE}:
                raise RuleError("commitment-bound", key=row.commitment.key, deal=one.deal)


def _open(
    doing: Doing, deal: models.Deal, versions: list[VersionFacts], draft: DealDraft, seen: str
) -> tuple[models.DealVersion, list[str] | None]:
    """Return the version to write in, and which of its terms differ; None for a new draft."""
    last = versions[-1] if versions else None
    if last and last.state is DealState.DRAFT:
        was = draft_of(last)
        check_unchanged(was, seen)
        row = models.DealVersion.objects.get(pk=last.pk)
        return row, _fields(was, draft)
    if last and last.state is DealState.PROPOSED:
        raise RuleError("deal-proposed")
    check_seen(NO_DRAFT, seen)  # what was dropped does not come back by who saw it as a draft
    in_force = next((one for one in versions if one.state is DealState.IN_FORCE), None)
    if in_force and in_force.state_on(doing.on) is not DealState.IN_FORCE:
        raise RuleError("deal-over")
    version = models.DealVersion(
        deal=deal,
        number=(last.number if last else 0) + 1,
        based_on_id=in_force.pk if in_force else None,
        state_since=doing.at,
    )
    return version, None


def _fields(was: DealDraft, now: DealDraft) -> list[str]:
    names = [name for name in ("binds", "changes") if getattr(was, name) != getattr(now, name)]
    old, new = was.terms, now.terms
    names += [name for name in old.__slots__ if getattr(old, name) != getattr(new, name)]
    return sorted(names)


def _fill(
    version: models.DealVersion, doing: Doing, draft: DealDraft, rows: list[CommitmentRow]
) -> None:
    terms, parties = draft.terms, party_ids(doing.region_id)
    version.title, version.content = terms.title, draft_text(draft)
    version.starts_on, version.ends_on = terms.starts_on, terms.ends_on
    version.escalation = escalation_text(terms.escalation)
    version.save()
    version.signatories.all().delete()
    models.Signatory.objects.bulk_create(
        models.Signatory(version=version, party_id=parties[slug], position=place)
        for place, slug in enumerate(terms.parties)
    )
    version.commitments.set([row.pk for row in rows])


def _seal(doing: Doing, now: VersionFacts, record: DealRecord, needed: frozenset[str]) -> str:
    """Keep exactly what is shown from now on, with its digest."""
    text = deal_text(doing.region, now.deal, now.number, record)
    digest = deal_digest(text)
    models.DealVersion.objects.filter(pk=now.pk).update(
        state=DealState.PROPOSED, state_since=doing.at, content=text.decode(), digest=digest
    )
    rows = models.Signatory.objects.filter(version=now.pk, party__slug__in=sorted(needed))
    rows.update(must_sign=True)
    return digest


def _publish(rows: list[CommitmentRow]) -> None:
    keys = [row.pk for row in rows]
    models.Commitment.objects.filter(pk__in=keys).update(published=True)


def _base(doing: Doing, versions: list[VersionFacts], now: VersionFacts) -> _Base | None:
    """Return what *now* would amend; None for a deal itself. Raises ``deal-over``."""
    line = chain(now, versions)[1:]
    if not line:
        return None
    if line[0].state_on(doing.on) is not DealState.IN_FORCE:
        raise RuleError("deal-over")
    return _Base(line[0], record_of(line[0]), frozenset(left_by(line)))


def _check_owners(rows: list[CommitmentRow], record: DealRecord, base: _Base | None) -> None:
    """Refuse a deal that takes a commitment from a party that is not at its table."""
    amended = {one.key for one in base.record.commitments} if base else set()
    for one in (row.commitment for row in rows if row.commitment.key not in amended):
        if one.party not in record.terms.parties:
            raise RuleError("party-outside-deal", field="binds", key=one.key, party=one.party)


def _check_amendment(base: _Base, record: DealRecord, known: Collection[str]) -> None:
    if not deal_differences(base.record, record):
        raise RuleError("nothing-changed")
    for party in base.record.terms.parties:
        if party not in (*record.terms.parties, *base.gone):
            raise RuleError("party-dropped", field="parties", party=party)
    for party in sorted(burdened(record, base.record, base.gone)):
        raise RuleError("party-leaving", party=party)
    if holder := out_of_balance(record, base.gone, known):
        raise RuleError("votes-out-of-balance", party=holder)


def _latest(slug: str, versions: list[VersionFacts]) -> VersionFacts:
    if not versions:
        raise RuleError("unknown-deal", deal=slug)
    return versions[-1]
