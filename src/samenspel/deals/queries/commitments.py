# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Commitments by party, target or deal; one with its steps; what is past its date."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.overdue import (
    CAN_BE_OVERDUE,
    Escalation,
    EscalationStep,
    days_overdue,
    escalation,
)
from samenspel.core.deals.signing import Reservation
from samenspel.core.deals.states import PRIVATE, DealState
from samenspel.core.rights import NOBODY, Act, Actor, may
from samenspel.deals import models
from samenspel.prepared import Prepared

from .brief import brief
from .leaving import was_left
from .records import CommitmentRow, in_public, read_commitments
from .versions import keys_in_work


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One step on the ladder; ``was`` is empty for the first."""

    rung: Rung
    was: str
    on: date
    at: datetime
    evidence: str
    reason: str


STEP_FIELDS = ("rung", "was", "on", "at", "evidence", "reason")
"""Columns of a step, in the order of its facts."""


@dataclass(frozen=True, slots=True)
class Settled:
    """By what proof a condition was met or failed; ``number`` counts from 1."""

    number: int
    evidence: str


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """A commitment past its date without evidence; ``step`` None before the first of its deal."""

    row: CommitmentRow
    days: int
    step: EscalationStep | None

    @property
    def escalation(self) -> Escalation | None:
        """Who is asked to look at it."""
        return self.step.step if self.step else None


def commitments(
    region_id: int,
    reader: Actor = NOBODY,
    *,
    party: str = "",
    target: str | Collection[str] = "",
    deal: str = "",
) -> list[CommitmentRow]:
    """
    Return the commitments that *reader* may see, in the order they were made; two statements.

    *party* makes it, *target* is such as ``measure:M1`` or several of them, *deal* binds it in a
    version that was shown. What was only mentioned is seen by its own party and the secretariat,
    all else by everyone. That a draft would bind it is not told here: see ``deal``.
    """
    rows = _seen(models.Commitment.objects.filter(region_id=region_id), reader)
    if party:
        rows = rows.filter(party__slug=party)
    if target:
        rows = rows.filter(target__in=[target] if isinstance(target, str) else list(target))
    if deal:
        bound = models.DealVersion.objects.filter(deal__slug=deal, deal__region_id=region_id)
        bound = bound.exclude(state__in=[*PRIVATE, DealState.RETRACTED])
        rows = rows.filter(pk__in=bound.values("commitments"))
    return [in_public(row) for row in read_commitments(rows.order_by("pk"))]


def commitment(region_id: int, key: str, reader: Actor = NOBODY) -> CommitmentRow | None:
    """Return one commitment that *reader* may see, or None; two statements."""
    rows = models.Commitment.objects.filter(region_id=region_id, key=key)
    return next((in_public(row) for row in read_commitments(_seen(rows, reader))), None)


def next_key(region_id: int) -> str:
    """
    Return a code that no commitment of a region has or will get: ``T`` and a number.

    What drafts and proposals would make has its code already. Four statements.
    """
    rows = models.Commitment.objects.filter(region_id=region_id, key__startswith="T")
    keys = [*rows.values_list("key", flat=True), *keys_in_work(region_id)]
    numbers = [int(key[1:]) for key in keys if key[:1] == "T" and key[1:].isdecimal()]
    return f"T{max(numbers, default=0) + 1}"


def steps(commitment_id: int) -> list[StepFacts]:
    """Return how a commitment went up and down the ladder, oldest first; one statement."""
    rows = models.Step.objects.filter(commitment=commitment_id).order_by("at", "pk")
    return [StepFacts(Rung(rung), *rest) for rung, *rest in rows.values_list(*STEP_FIELDS)]


def settled(commitment_id: int) -> list[Settled]:
    """Return the proof of each condition that was settled; one statement."""
    rows = models.Condition.objects.filter(commitment=commitment_id, settled_on__isnull=False)
    found = rows.order_by("position").values_list("position", "evidence")
    return [Settled(place + 1, evidence) for place, evidence in found]


def held_back(commitment_id: int) -> list[tuple[str, Reservation]]:
    """
    Return (party, what it held back) on a commitment, in the signatures that count; one statement.

    Per deal that is a party's latest one; a signature under a proposed change does not count yet.
    """
    latest: dict[tuple[str, str], int] = {}
    found: list[tuple[tuple[str, str], int, Reservation]] = []
    for deal, party, number, own, text, clause, key in _SIGNED(commitment_id):
        latest[deal, party] = number
        if key == own:
            found.append(((deal, party), number, Reservation(text, clause, key)))
    return [(who[1], one) for who, number, one in found if latest[who] == number]


_SIGNED = Prepared(
    lambda commitment_id: (
        models.Signature.objects.filter(
            version__commitments=commitment_id, taken_back_at__isnull=True
        )
        .exclude(version__state__in=[*PRIVATE, DealState.RETRACTED])
        .exclude(version__state=DealState.PROPOSED, version__based_on__isnull=False)
        .order_by("version__number", "at", "pk", "reservations__position")
        .values_list(
            *("version__deal__slug", "party__slug", "version__number"),
            *("version__commitments__key", "reservations__text"),
            *("reservations__clause", "reservations__commitment"),
        )
    )
)


def overdue(region_id: int, *, on: date, party: str = "") -> list[OverdueRow]:
    """
    Return what is past its date without evidence, longest first; for everyone, three statements.

    What a party promised under a deal counts no more once it has left that deal, unless the date
    came first.
    """
    rows = models.Commitment.objects.filter(
        region_id=region_id, published=True, ends_on__lt=on, rung__in=sorted(CAN_BE_OVERDUE)
    )
    if party:
        rows = rows.filter(party__slug=party)
    found = map(in_public, read_commitments(rows.order_by("ends_on", "pk")))
    return late_among(found, brief(region_id).left, on)


def late(region_id: int, rows: Iterable[CommitmentRow], *, on: date) -> list[OverdueRow]:
    """Return those of *rows* that are past their date, as ``overdue`` does; one statement."""
    return late_among(rows, brief(region_id).left, on)


def late_among(
    rows: Iterable[CommitmentRow], left: Mapping[tuple[str, str], date], on: date
) -> list[OverdueRow]:
    """Return those of *rows* that are past their date, the longest first; see ``overdue``."""
    found = [
        OverdueRow(row, days, escalation(days, row.when_late))
        for row in rows
        if (days := _days(row, on)) and not was_left(row, left, row.commitment.ends_on)
    ]
    return sorted(found, key=lambda one: -one.days)


def _seen(rows: "QuerySet[models.Commitment]", reader: Actor) -> "QuerySet[models.Commitment]":
    if may(reader, Act.READ_DEAL_DRAFT):
        return rows
    own = {grant.party for grant in reader.grants if grant.party}
    readable = [party for party in sorted(own) if may(reader, Act.READ_DEAL_DRAFT, {party})]
    return rows.filter(Q(published=True) | Q(party__slug__in=readable))


def _days(row: CommitmentRow, on: date) -> int:
    one = row.commitment
    return days_overdue(one.ends_on, row.rung, on, released=one.is_released)
