# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Lines of the funding plan: written down, changed, taken away, and moved along the ladder."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenspel.agenda.queries import last_seen
from samenspel.core.changes import plain
from samenspel.core.deals.commitment import TargetKind, parse_target
from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.deals.ladder import Rung, check_move
from samenspel.core.deals.text import check_unchanged
from samenspel.core.errors import RuleError
from samenspel.core.funding.lines import FundingLine, check_line, entries
from samenspel.core.rights import Act, Actor, check_may
from samenspel.deals.queries import CommitmentRow, commitment
from samenspel.deals.services.recording import Doing, begin, check_not_later
from samenspel.funding import models
from samenspel.funding.queries.records import LineRow, line_row, sources
from samenspel.parties.queries import party_ids
from samenspel.rows import delete_rows

from .differing import differing


@transaction.atomic
def save_line(
    *,
    region: str,
    line: FundingLine,
    actor: Actor,
    at: datetime,
    instead_of: str = "",
    seen: str = "",
) -> None:
    """
    Add a line to the plan, or change the one known by *instead_of*; everyone can read it at once.

    A new one begins on the lowest rung, or has the rung of the commitment that it rests on. *seen*
    is the ``content_digest`` of what is changed, as the actor saw it.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-party``, ``unknown-target``,
            ``unknown-commitment``, ``unknown-funding-source``, ``unknown-funding-line``,
            ``key-taken``, ``funding-other-party``, ``funding-other-measure``,
            ``funding-no-amount``, ``funding-on-a-step``, ``changed-meanwhile``, or as
            ``check_line``.
    """
    doing = begin(region, actor, at, Act.EDIT_FUNDING, _own(actor))
    one = check_line(line)
    held = _held(doing, one)
    one = replace(one, party=_party(one, held))
    doing = _as_of(doing, one.party)
    ids = _references(doing, one, held)
    rows = models.FundingLine.objects.filter(region_id=doing.region_id)
    if one.key != instead_of and rows.filter(key=one.key).exists():
        raise RuleError("key-taken", key=one.key)
    was = _editable(doing, instead_of, seen) if instead_of else None
    if was and held and not was.commitment and was.rung is not Rung.MENTIONED:
        raise RuleError("funding-on-a-step", key=instead_of)
    row = rows.get(pk=was.pk) if was else models.FundingLine(region_id=doing.region_id)
    for name, value in _values(one, ids).items():
        setattr(row, name, value)
    row.save()
    what, secret = f"funding-line:{one.key}", _secret(held, was)
    if was:
        changed = differing(was.line, replace(one, party="" if held else one.party))
        details: dict[str, Any] = {} if secret else {"changed": changed}
        doing.record("funding-line-changed", what, {"fields": sorted(changed), **details})
    else:
        doing.record("funding-line-added", what, {} if secret else {"line": plain(one)})


@transaction.atomic
def remove_line(*, region: str, key: str, actor: Actor, at: datetime) -> None:
    """
    Take a line out of the plan.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region`` or ``unknown-funding-line``.
    """
    doing, was = _begin_on(region, key, actor, at)
    delete_rows(models.FundingLine, [was.pk])
    details = {} if _secret(None, was) else {"line": plain(was.line)}
    doing.record("funding-line-removed", f"funding-line:{key}", details)


@transaction.atomic
def move_line(  # noqa: PLR0913 - a step is all of this
    *,
    region: str,
    key: str,
    to: Rung,
    on: date,
    actor: Actor,
    at: datetime,
    evidence: str = "",
    reason: str = "",
) -> None:
    """
    Put a line on another rung of the ladder, as of a day that is not in the future.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-funding-line``,
            ``funding-rung-elsewhere``, ``rung-same``, ``evidence-missing``, ``reason-missing``,
            ``date-in-future`` or ``text-unfit``.
    """
    doing, was = _begin_on(region, key, actor, at)
    if was.line.commitment:
        raise RuleError("funding-rung-elsewhere", key=key, commitment=was.line.commitment)
    check_move(was.rung, to, evidence=evidence, reason=reason)
    check_not_later(on, doing.on)
    check_text("evidence", evidence, needed=False)
    check_text("reason", reason, needed=False)
    models.FundingLine.objects.filter(pk=was.pk).update(rung=to)
    said = {name: text for name, text in (("evidence", evidence), ("reason", reason)) if text}
    models.FundingStep.objects.create(
        line_id=was.pk,
        rung=to,
        was=was.rung,
        on=on,
        at=at,
        actor=actor.reference,
        **said,
    )
    details = {"from": str(was.rung), "to": str(to), "on": str(on), "of": was.party}
    doing.record("funding-line-moved", f"funding-line:{key}", details | said)


def _begin_on(region: str, key: str, actor: Actor, at: datetime) -> tuple[Doing, LineRow]:
    """Hold the region and return its line *key*, for whoever may act on it."""
    doing = begin(region, actor, at, Act.EDIT_FUNDING, _own(actor))
    was = _editable(doing, key, "")
    return _as_of(doing, was.party), was


def _as_of(doing: Doing, party: str) -> Doing:
    """Return the act by the right that *actor* has on what is of *party*."""
    return replace(doing, grant=check_may(doing.actor, Act.EDIT_FUNDING, {party}))


def _own(actor: Actor) -> set[str]:
    """Return the parties that *actor* acts for; of which one it is, is checked after."""
    return {grant.party for grant in actor.grants if grant.party}


def _held(doing: Doing, one: FundingLine) -> CommitmentRow | None:
    if not one.commitment:
        return None
    held = commitment(doing.region_id, one.commitment, doing.actor)
    if held is None:
        raise RuleError("unknown-commitment", key=one.commitment)
    return held


def _party(one: FundingLine, held: CommitmentRow | None) -> str:
    """Return whose money a line is."""
    if held is None:
        return one.party
    if one.party and one.party != held.commitment.party:
        raise RuleError("funding-other-party", key=one.commitment, party=held.commitment.party)
    return held.commitment.party


def _references(doing: Doing, one: FundingLine, held: CommitmentRow | None) -> dict[str, Any]:
    """Return the keys of rows that a line names, having refused what the region does not have."""
    known = {source.key: source for source in sources(doing.region_id)}
    for key in (one.source, one.beside):
        if key and key not in known:
            raise RuleError("unknown-funding-source", key=key)
    parties = party_ids(doing.region_id)
    if one.party and one.party not in parties:
        raise RuleError("unknown-party", party=one.party)
    if one.measure and last_seen(doing.region, "measure", one.measure, doing.actor) is None:
        raise RuleError("unknown-target", target=one.measure)
    if held:
        _check_held(one, held)
        if not entries(one, held.rung, known[one.source], held.commitment):
            raise RuleError("funding-no-amount", key=one.commitment, year=one.year or "")
    rows = models.FundingSource.objects.filter(
        region_id=doing.region_id, key__in=[one.source, one.beside]
    )
    found = dict(rows.values_list("key", "pk"))
    return {
        "source_id": found[one.source],
        "beside_id": found.get(one.beside),
        "party_id": None if held else parties.get(one.party),
        "commitment_id": held.pk if held else None,
    }


def _check_held(one: FundingLine, held: CommitmentRow) -> None:
    kind, key = parse_target(held.commitment.target)
    if kind is TargetKind.MEASURE and key != one.measure:
        raise RuleError("funding-other-measure", key=one.commitment, measure=key)


def _editable(doing: Doing, key: str, seen: str) -> LineRow:
    """Return a line that may be changed by whoever acts."""
    was = line_row(doing.region_id, key, doing.actor)
    if was is None:
        raise RuleError("unknown-funding-line", key=key)
    check_may(doing.actor, Act.EDIT_FUNDING, {was.party})
    check_unchanged(was.line, seen)
    return was


def _secret(held: CommitmentRow | None, was: LineRow | None) -> bool:
    """Tell whether a line rests, or rested, on what not everyone may read."""
    rows = [held, was.commitment if was else None]
    return any(row is not None and not row.published for row in rows)


def _values(one: FundingLine, ids: dict[str, Any]) -> dict[str, Any]:
    return ids | {
        "key": one.key,
        "measure": one.measure,
        "year": one.year,
        "amount_cents": one.amount_cents,
        "hours": one.hours,
        "tariff_cents": one.tariff_cents,
        "evidence": one.evidence,
        "note": one.note,
    }
