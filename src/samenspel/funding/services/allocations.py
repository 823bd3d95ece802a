# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Allocations: drafted, frozen with their figures, decided; another decision is another one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samenspel.core.deals.commitment_checks import check_link, check_text
from samenspel.core.errors import RuleError
from samenspel.core.funding.allocation import check_frozen, check_plan, digest_of
from samenspel.core.limits import KEY, SHORT_TEXT, shown
from samenspel.core.rights import Act, Actor
from samenspel.core.sharing.request import read as read_game
from samenspel.core.sharing.request import read_plan
from samenspel.core.sharing.scenario import Scenario
from samenspel.deals.services.recording import Doing, begin, check_not_later
from samenspel.funding import models
from samenspel.funding.queries.allocations import AllocationFacts, allocation
from samenspel.parties.queries import party_ids
from samenspel.rows import delete_rows

_LARGEST_GAME = 2_000_000
"""Characters; a game of sixteen parties with short names fits."""


@dataclass(frozen=True, slots=True)
class AllocationDraft:
    """What is written of an allocation; ``game`` a text that ``samenspel share`` reads."""

    title: str
    plan: Scenario
    note: str = ""
    based_on: str = ""
    game: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided on an allocation, when, and where to read it."""

    by: str
    on: date
    link: str = ""


@transaction.atomic
def save_allocation(
    *,
    region: str,
    key: str,
    draft: AllocationDraft,
    actor: Actor,
    at: datetime,
    seen: str = "",
) -> None:
    """
    Write an allocation, new or while it is a draft.

    *seen* is what ``AllocationFacts.seen`` was for the actor.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``code-unfit``, ``allocation-frozen``,
            ``changed-meanwhile``, ``unknown-allocation``, ``text-missing``, ``text-unfit``, or
            why the plan or game cannot be reckoned, as ``check_plan`` and ``request.read``.
    """
    doing = begin(region, actor, at, Act.EDIT_ALLOCATION)
    if not KEY.fullmatch(key):
        raise RuleError("code-unfit", field="key", key=shown(key))
    was = allocation(doing.region_id, key, actor)
    if was and was.is_public:
        raise RuleError("allocation-frozen", key=key)
    if seen and (was is None or was.seen != seen):
        raise RuleError("changed-meanwhile")
    row = models.Allocation(region_id=doing.region_id, key=key)
    if was:
        row = models.Allocation.objects.get(pk=was.pk)
    _fill(row, doing, draft)
    row.save()
    kind = "allocation-changed" if was else "allocation-added"
    # The ledger is public and a draft is not: of its text only the digest goes in.
    doing.record(kind, f"allocation:{key}", {"text": digest_of(row.content)})


@transaction.atomic
def freeze_allocation(*, region: str, key: str, actor: Actor, at: datetime, seen: str = "") -> str:
    """
    Freeze an allocation with its figures, open to all, and return its digest.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-allocation``,
            ``allocation-frozen``, ``changed-meanwhile``, or as ``check_frozen``.
    """
    doing = begin(region, actor, at, Act.EDIT_ALLOCATION)
    was = _draft(doing, key)
    if seen and was.seen != seen:
        raise RuleError("changed-meanwhile")
    check_frozen(read_plan(was.content))
    digest = digest_of(was.content)
    models.Allocation.objects.filter(pk=was.pk).update(digest=digest, frozen_at=at)
    doing.record("allocation-frozen", f"allocation:{key}", {"digest": digest, "title": was.title})
    return digest


@transaction.atomic
def decide_allocation(
    *, region: str, key: str, decision: Decision, actor: Actor, at: datetime
) -> None:
    """
    Write down who decided on a frozen allocation.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-allocation``,
            ``allocation-not-frozen``, ``allocation-decided``, ``allocation-damaged``,
            ``text-missing``, ``text-unfit``, ``link-unfit`` or ``date-in-future``.
    """
    doing = begin(region, actor, at, Act.EDIT_ALLOCATION)
    was = _known(doing, key)
    if not was.is_public:
        raise RuleError("allocation-not-frozen", key=key)
    if was.decided_on:
        raise RuleError("allocation-decided", key=key)
    was.reckoned()
    check_text("decided_by", decision.by, most=SHORT_TEXT)
    check_link("decision_link", decision.link)
    check_not_later(decision.on, doing.on)
    models.Allocation.objects.filter(pk=was.pk).update(
        decided_by=decision.by, decided_on=decision.on, decision_link=decision.link
    )
    details = {"digest": was.digest, "decided_by": decision.by, "decided_on": str(decision.on)}
    doing.record("allocation-decided", f"allocation:{key}", details)


@transaction.atomic
def remove_allocation(*, region: str, key: str, actor: Actor, at: datetime, seen: str = "") -> None:
    """
    Take away a draft, with the scenarios that were kept on it.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-allocation``,
            ``allocation-frozen``, ``changed-meanwhile`` or ``still-in-use``.
    """
    doing = begin(region, actor, at, Act.EDIT_ALLOCATION)
    was = _draft(doing, key)
    if seen and was.seen != seen:
        raise RuleError("changed-meanwhile")
    delete_rows(models.Allocation, [was.pk])
    doing.record("allocation-removed", f"allocation:{key}", {})


def _fill(row: models.Allocation, doing: Doing, draft: AllocationDraft) -> None:
    check_text("title", draft.title, most=SHORT_TEXT)
    check_text("note", draft.note, needed=False)
    row.title, row.note = draft.title, draft.note
    row.content = check_plan(draft.plan, party_ids(doing.region_id))
    row.game = _checked_game(draft)
    row.based_on_id = None
    if draft.based_on:
        before = _known(doing, draft.based_on)
        if before.key == row.key or not before.is_public:
            raise RuleError("allocation-before", key=draft.based_on)
        row.based_on_id = before.pk


def _checked_game(draft: AllocationDraft) -> str:
    if not draft.game.strip():
        return ""
    if len(draft.game) > _LARGEST_GAME:
        raise RuleError("share-file-too-large", megabytes=2)
    game = read_game(draft.game)
    if isinstance(game, Scenario):
        raise RuleError("allocation-game-form")
    for party in game.parties:
        if party not in draft.plan.parties:
            raise RuleError("unknown-party", party=party)
    return draft.game.strip()


def _draft(doing: Doing, key: str) -> AllocationFacts:
    was = _known(doing, key)
    if was.is_public:
        raise RuleError("allocation-frozen", key=key)
    return was


def _known(doing: Doing, key: str) -> AllocationFacts:
    was = allocation(doing.region_id, key, doing.actor)
    if was is None:
        raise RuleError("unknown-allocation", key=shown(key))
    return was
