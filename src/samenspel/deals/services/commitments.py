# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Promising: a commitment is written down, changed while nothing binds it, or taken away unseen."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from samenspel.core.changes import plain
from samenspel.core.deals.commitment import Commitment, Decision, as_agreed
from samenspel.core.deals.commitment_checks import check_commitment
from samenspel.core.deals.ladder import NEEDS_EVIDENCE, Rung
from samenspel.core.deals.states import SIGNABLE
from samenspel.core.deals.text import check_unchanged
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor, check_may
from samenspel.deals import models
from samenspel.deals.queries.records import CommitmentRow, read_by_key
from samenspel.parties.queries import mandate as mandate_facts
from samenspel.parties.queries import party_ids
from samenspel.rows import delete_rows

from .recording import Doing, begin
from .writing import (
    add_step,
    begin_on,
    check_references,
    check_target_public,
    in_work,
    write_commitment,
)


@transaction.atomic
def save_commitment(  # noqa: PLR0913 - what, where, instead of what, by whose decision, by whom
    *,
    region: str,
    commitment: Commitment,
    actor: Actor,
    at: datetime,
    instead_of: str = "",
    seen: str = "",
    mandate: int | None = None,
    rung: Rung = Rung.MENTIONED,
) -> None:
    """
    Add a commitment, or change the one known by *instead_of* while no deal binds it.

    A new one begins on *rung*: mentioned (seen by its party and the secretariat only) or pledged.
    *mandate* is the key of a mandate of the party, from which the decision is taken over. *seen* is
    the ``content_digest`` of what is changed, as the actor saw it.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-party``, ``unknown-target``,
            ``unknown-commitment``, ``unknown-mandate``, ``key-taken``, ``commitment-bound``,
            ``target-not-public``, ``changed-meanwhile``, ``evidence-missing``, or as
            ``check_commitment``.
    """
    doing = begin(region, actor, at, Act.EDIT_COMMITMENT, {commitment.party})
    one = _decided(doing, commitment, mandate)
    check_commitment(one)
    check_references(doing, one, party_ids(doing.region_id))
    if one.key != instead_of and _is_taken(doing, one.key):
        raise RuleError("key-taken", key=one.key)
    if rung is not Rung.MENTIONED:
        check_target_public(doing, one)
    if not instead_of:
        _add(doing, one, mandate, rung)
        return
    was = _editable(doing, instead_of, seen)
    if was.published:
        check_target_public(doing, one)
    write_commitment(doing, one, was.pk, mandate)
    changed = _changed(was.commitment, one)
    what = {"fields": sorted(changed)} | ({"changed": changed} if was.published else {})
    doing.record("commitment-changed", f"commitment:{one.key}", {"of": one.party, **what})


@transaction.atomic
def remove_commitment(*, region: str, key: str, actor: Actor, at: datetime, seen: str = "") -> None:
    """
    Take away a commitment that was never public; *seen* as for ``save_commitment``.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-commitment``,
            ``commitment-bound``, ``changed-meanwhile``, ``commitment-public`` or
            ``still-in-use``.
    """
    doing, row = begin_on(region, key, actor, at)
    was = _editable(doing, key, seen)
    if was.published:
        raise RuleError("commitment-public", key=key)
    delete_rows(models.Commitment, [row.pk])
    doing.record("commitment-removed", f"commitment:{key}", {"of": was.commitment.party})


def _is_taken(doing: Doing, key: str) -> bool:
    """Tell whether a commitment has *key*, or would get it by a draft or proposal."""
    there = models.Commitment.objects.filter(region_id=doing.region_id, key=key)
    return there.exists() or key in in_work(doing)


def _add(doing: Doing, one: Commitment, mandate: int | None, rung: Rung) -> None:
    if rung in NEEDS_EVIDENCE:
        raise RuleError("evidence-missing", wanted=rung)
    row = write_commitment(doing, one, mandate=mandate)
    add_step(doing, row, rung)
    what: dict[str, Any] = {"of": one.party, "rung": str(rung)}
    if rung is not Rung.MENTIONED:
        what["commitment"] = plain(as_agreed(one))
    doing.record("commitment-added", f"commitment:{one.key}", what)


def _editable(doing: Doing, key: str, seen: str) -> CommitmentRow:
    """Return a commitment that may be changed by whoever acts."""
    was = read_by_key(doing.region_id, [key]).get(key)
    if was is None:
        raise RuleError("unknown-commitment", key=key)
    check_may(doing.actor, Act.EDIT_COMMITMENT, {was.commitment.party})
    if bound := [one for one in was.bindings if one.state in SIGNABLE]:
        raise RuleError("commitment-bound", key=key, deal=bound[-1].deal)
    check_unchanged(as_agreed(was.commitment), seen)
    return was


def _decided(doing: Doing, one: Commitment, mandate: int | None) -> Commitment:
    if mandate is None:
        return one
    found = mandate_facts(doing.region_id, mandate)
    if found is None or found.party != one.party:
        raise RuleError("unknown-mandate")
    return replace(one, decided=Decision(found.organ, found.decided_on, found.link))


def _changed(old: Commitment, new: Commitment) -> dict[str, Any]:
    """Return field -> [was, now] of what differs."""
    was, now = as_agreed(old), as_agreed(new)
    return {
        field.name: [plain(getattr(was, field.name)), plain(getattr(now, field.name))]
        for field in fields(new)
        if getattr(was, field.name) != getattr(now, field.name)
    }
