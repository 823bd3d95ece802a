# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a commitment: steps on the ladder, conditions, and why it is late."""

from datetime import date, datetime

from django.db import transaction

from samenspel.core.deals.commitment import Outcome
from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.deals.ladder import Rung, check_move
from samenspel.core.deals.overdue import days_overdue
from samenspel.core.deals.text import check_seen
from samenspel.core.errors import RuleError
from samenspel.core.rights import Actor
from samenspel.deals.queries.records import read_by_key

from .recording import check_not_later
from .writing import add_step, begin_on, check_target_public


@transaction.atomic
def move_commitment(  # noqa: PLR0913 - a step is all of this
    *,
    region: str,
    key: str,
    to: Rung,
    on: date,
    actor: Actor,
    at: datetime,
    evidence: str = "",
    reason: str = "",
    seen: str = "",
) -> None:
    """
    Put a commitment on another rung of the ladder, as of a day that is not in the future.

    *seen* is the rung on which the actor saw it.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-commitment``,
            ``changed-meanwhile``, ``rung-same``, ``evidence-missing``, ``reason-missing``,
            ``date-in-future``, ``text-unfit`` or ``target-not-public``.
    """
    doing, row = begin_on(region, key, actor, at)
    check_seen(row.rung, seen)
    was = Rung(row.rung)
    check_move(was, to, evidence=evidence, reason=reason)
    check_not_later(on, doing.on)
    check_text("evidence", evidence, needed=False)
    check_text("reason", reason, needed=False)
    if to is not Rung.MENTIONED:
        check_target_public(doing, read_by_key(doing.region_id, [key])[key].commitment)
    add_step(doing, row, to, was=was, on=on, evidence=evidence, reason=reason)
    details = {"from": str(was), "to": str(to), "on": str(on), "of": row.party.slug}
    said = {name: text for name, text in (("evidence", evidence), ("reason", reason)) if text}
    doing.record("commitment-moved", f"commitment:{key}", details | said)


@transaction.atomic
def explain_overdue(*, region: str, key: str, text: str, actor: Actor, at: datetime) -> None:
    """
    Say why a commitment is past its date; it stands beside it in public.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-commitment``, ``text-missing``,
            ``text-unfit`` or ``not-overdue``.
    """
    doing, row = begin_on(region, key, actor, at)
    check_text("explanation", text)
    found = read_by_key(doing.region_id, [key])[key]
    one = found.commitment
    if not days_overdue(one.ends_on, found.rung, doing.on, released=one.is_released):
        raise RuleError("not-overdue", key=key)
    row.explanation, row.explained_at = text, at
    row.save(update_fields=["explanation", "explained_at"])
    doing.record("commitment-explained", f"commitment:{key}", {"of": one.party, "text": text})


@transaction.atomic
def settle_condition(  # noqa: PLR0913 - which condition of what came out how, when, by what proof
    *,
    region: str,
    key: str,
    number: int,
    outcome: Outcome,
    on: date,
    evidence: str,
    actor: Actor,
    at: datetime,
) -> None:
    """
    Say that a condition was met or failed, by whoever makes the commitment or fulfils it.

    *number* counts the conditions of the commitment from 1.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-commitment``,
            ``unknown-condition``, ``condition-settled``, ``outcome-open``, ``text-missing``,
            ``text-unfit`` or ``date-in-future``.
    """
    doing, row = begin_on(region, key, actor, at, number)
    condition = row.conditions.filter(position=number - 1).first()
    if condition is None:
        raise RuleError("unknown-condition", number=number)
    if outcome is Outcome.OPEN:
        raise RuleError("outcome-open")
    if condition.outcome != Outcome.OPEN:
        raise RuleError("condition-settled", number=number)
    check_text("evidence", evidence)
    check_not_later(on, doing.on)
    condition.outcome, condition.settled_on, condition.evidence = outcome, on, evidence
    condition.save(update_fields=["outcome", "settled_on", "evidence"])
    details = {"number": number, "outcome": str(outcome), "on": str(on), "evidence": evidence}
    doing.record("condition-settled", f"commitment:{key}", details)
