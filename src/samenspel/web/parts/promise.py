# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One commitment in full: how far it is, on what it depends, by whose decision, for what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from samenspel.core.deals.commitment import Commitment, Decision
from samenspel.core.deals.ladder import LADDER
from samenspel.core.deals.signing import Reservation
from samenspel.deals.queries import CommitmentRow, StepFacts
from samenspel.web.parts.commitments import (
    ConditionView,
    LateView,
    Promised,
    ladder,
    view_conditions,
    view_late,
    years,
)
from samenspel.web.parts.measures import period
from samenspel.web.parts.money import Bar
from samenspel.web.parts.targets import Named
from samenspel.web.parts.version import Step
from samenspel.words.deals import COMMITMENT_KINDS, RUNGS
from samenspel.words.formats import long_date, short_date
from samenspel.words.promises import quantity


@dataclass(frozen=True, slots=True)
class DecisionView:
    """Which organ decided, and when."""

    organ: str
    on: str
    url: str


@dataclass(frozen=True, slots=True)
class ReservationView:
    """What a party held back when it signed, and on what."""

    party: Named
    text: str
    clause: str
    commitment: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step that was taken, for a history."""

    day: str
    iso: str
    rung: str
    evidence: str
    reason: str
    is_back: bool


@dataclass(frozen=True, slots=True)
class PromiseView:
    """
    A commitment in full; ``steps`` are empty where only what was agreed is shown.

    ``proposed``: what a version in force would change in it, once its party has signed.
    """

    key: str
    what: str
    url: str
    party: Named
    kind: str
    size: str
    basis: str
    period: str
    years: list[Bar]
    target: Named
    helps: list[Named]
    in_return: str
    decided: DecisionView | None
    conditions: list[ConditionView]
    released: bool
    steps: list[Step]
    meaning: str
    evidence: str
    late: LateView | None
    reservations: list[ReservationView]
    proposed: list[str]


def view_promise(
    one: Commitment,
    known: Promised,
    *,
    row: CommitmentRow | None = None,
    taken: Sequence[StepFacts] = (),
    held: Iterable[ReservationView] = (),
    proposed: Iterable[str] = (),
) -> PromiseView:
    """Return a commitment ready to be shown; with its *row* and steps *taken*, how far it is."""
    past = known.late.get(one.key) if row else None
    return PromiseView(
        key=one.key,
        what=one.what,
        url=known.commitment(one.key) if row else "",
        party=known.party(one.party),
        kind=capfirst(str(COMMITMENT_KINDS[one.kind])),
        size=quantity(one),
        basis=one.valuation_evidence,
        period=period(one.starts_on, one.ends_on),
        years=years(one) if len(one.amounts) > 1 else [],
        target=known.target(one.target),
        helps=[known.party(slug) for slug in one.helps],
        in_return=one.in_return,
        decided=_decision(one.decided) if one.decided else None,
        conditions=view_conditions(one, known),
        released=one.is_released,
        steps=ladder(row.rung, taken) if row else [],
        meaning=str(RUNGS[row.rung].meaning) if row else "",
        evidence=_evidence(row, taken) if row else "",
        late=view_late(past) if past else None,
        reservations=[each for each in held if each.commitment == one.key],
        proposed=list(proposed),
    )


def view_reservation(one: Reservation, party: str, known: Promised) -> ReservationView:
    """Return what a party held back, ready to be shown."""
    return ReservationView(known.party(party), one.text, one.clause, one.commitment)


def view_steps(taken: Iterable[StepFacts]) -> list[StepView]:
    """Return the steps that were taken, oldest first."""
    order = [str(step.rung) for step in LADDER]
    return [
        StepView(
            day=short_date(one.on),
            iso=one.on.isoformat(),
            rung=capfirst(str(RUNGS[one.rung].name)),
            evidence="" if one.evidence.startswith("deal:") else one.evidence,
            reason=one.reason,
            is_back=one.was in order[order.index(one.rung) + 1 :],
        )
        for one in taken
    ]


def _decision(one: Decision) -> DecisionView:
    return DecisionView(one.organ, long_date(one.decided_on), one.link)


def _evidence(row: CommitmentRow, taken: Iterable[StepFacts]) -> str:
    """Return by what it shows that a commitment is where it is; a signature shows elsewhere."""
    proofs = [one.evidence for one in taken if one.rung is row.rung]
    return proofs[-1] if proofs and not proofs[-1].startswith("deal:") else ""
