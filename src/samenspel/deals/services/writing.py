# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of commitments made equal to a value of the core; a part of the acts in this package."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from samenspel.agenda.queries import last_seen
from samenspel.core.deals.commitment import Commitment, TargetKind, parse_target
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.states import OPEN
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor, check_may
from samenspel.deals import models
from samenspel.deals.queries.versions import keys_in_work, versions_of, visible
from samenspel.parties.queries import party_ids
from samenspel.regions.services import lock_region
from samenspel.rows import delete_rows, sync_rows

from .recording import Doing

Ids = Mapping[str, int]


def in_work(doing: Doing, but: str = "") -> dict[str, str]:
    """Return key -> deal of all that drafts and proposals bind or would make; see *but* there."""
    return {
        key: version.deal
        for key, version in keys_in_work(doing.region_id, but).items()
        if version.state_on(doing.on) in OPEN
    }


def check_target_public(doing: Doing, one: Commitment, own: str = "") -> None:
    """
    Refuse a public commitment to a deal that is a draft: it would tell that there is one.

    *own* is the deal that is being made public with it. Raises ``target-not-public``.
    """
    kind, key = parse_target(one.target)
    if kind is TargetKind.DEAL and key != own:
        versions = versions_of(doing.region_id, key)
        if not any(version.is_public for version in versions):
            raise RuleError("target-not-public", field="target", deal=key)


def check_references(doing: Doing, one: Commitment, parties: Ids, own: str = "") -> None:
    """
    Refuse a commitment that names what the region does not have, or the actor may not see.

    *own* is the deal that is being written and binds it.

    Raises:
        RuleError: ``unknown-party`` or ``unknown-target``.
    """
    named = [one.party, *one.helps, *(item.party for item in one.conditions if item.party)]
    for slug in named:
        if slug not in parties:
            raise RuleError("unknown-party", party=slug)
    kind, key = parse_target(one.target)
    if kind is TargetKind.DEAL:
        found = key == own or bool(visible(versions_of(doing.region_id, key), doing.actor))
    else:
        found = last_seen(doing.region, kind, key, doing.actor) is not None
    if not found:
        raise RuleError("unknown-target", target=one.target)


def write_commitment(
    doing: Doing, one: Commitment, pk: int | None = None, mandate: int | None = None
) -> models.Commitment:
    """
    Make the row with *pk*, or a new one, and what hangs from it equal to *one*.

    *mandate* is the one that another decision was taken over from.
    """
    parties = party_ids(doing.region_id)
    rows = models.Commitment.objects.filter(region_id=doing.region_id)
    row = rows.get(pk=pk) if pk else models.Commitment(region_id=doing.region_id)
    was = row.organ, row.decided_on, row.decision_link
    for name, value in _values(one, parties).items():
        setattr(row, name, value)
    if was != (row.organ, row.decided_on, row.decision_link):
        row.mandate_id = mandate
    row.save()
    row.helps.set([parties[slug] for slug in one.helps])
    _write(
        models.PledgedAmount,
        row,
        ("commitment_id", "year"),
        ({"year": amount.year, "amount_cents": amount.amount_cents} for amount in one.amounts),
    )
    _write_conditions(row, one, parties)
    return row


def add_step(  # noqa: PLR0913 - a step is all of this
    doing: Doing,
    row: models.Commitment,
    to: Rung,
    *,
    was: str = "",
    on: date | None = None,
    evidence: str = "",
    reason: str = "",
) -> None:
    """Put a commitment on a rung, and keep the step; promised is public from then on."""
    row.rung = to
    row.published = row.published or to is not Rung.MENTIONED
    row.save(update_fields=["rung", "published"])
    models.Step.objects.create(
        commitment=row,
        rung=to,
        was=was,
        on=on or doing.on,
        at=doing.at,
        actor=doing.actor.reference,
        evidence=evidence,
        reason=reason,
    )


def begin_on(
    region: str, key: str, actor: Actor, at: datetime, number: int = 0
) -> tuple[Doing, models.Commitment]:
    """
    Hold the region and return its commitment *key*, for whoever may act on it.

    With *number*, also who fulfils its condition of that number, from 1, may.

    Raises:
        RuleError: ``unknown-region``, ``unknown-commitment`` or ``not-allowed``.
    """
    region_id = lock_region(slug=region)
    rows = models.Commitment.objects.filter(region_id=region_id, key=key)
    row = rows.select_related("party").first()
    if row is None:
        raise RuleError("unknown-commitment", key=key)
    fulfils = row.conditions.filter(position=number - 1).values_list("party__slug", flat=True)
    parties = {row.party.slug, *(slug for slug in fulfils if number and slug)}
    grant = check_may(actor, Act.EDIT_COMMITMENT, parties)
    return Doing(region, region_id, actor, grant, at), row


def _values(one: Commitment, parties: Ids) -> dict[str, Any]:
    decided = one.decided
    return {
        "key": one.key,
        "party_id": parties[one.party],
        "target": one.target,
        "kind": one.kind,
        "what": one.what,
        "starts_on": one.starts_on,
        "ends_on": one.ends_on,
        "hours": one.hours,
        "valuation_cents": one.valuation_cents,
        "valuation_evidence": one.valuation_evidence,
        "in_return": one.in_return,
        "organ": decided.organ if decided else "",
        "decided_on": decided.decided_on if decided else None,
        "decision_link": decided.link if decided else "",
    }


def _write_conditions(row: models.Commitment, one: Commitment, parties: Ids) -> None:
    """Write the conditions; one whose words stay keeps what came of it."""
    came = {
        condition.text: (condition.outcome, condition.settled_on, condition.evidence)
        for condition in row.conditions.all()
    }
    row.conditions.all().delete()
    for place, condition in enumerate(one.conditions):
        outcome, settled_on, evidence = came.get(condition.text, ("open", None, ""))
        row.conditions.create(
            position=place,
            text=condition.text,
            party_id=parties.get(condition.party),
            who=condition.who,
            due_on=condition.due_on,
            outcome=outcome,
            settled_on=settled_on,
            evidence=evidence,
        )


def _write(
    model: Any, row: models.Commitment, known_by: tuple[str, str], wanted: Iterable[dict[str, Any]]
) -> None:
    rows = model.objects.filter(commitment=row)
    synced = sync_rows(rows, known_by, [{"commitment_id": row.pk, **one} for one in wanted])
    delete_rows(model, synced.obsolete)
