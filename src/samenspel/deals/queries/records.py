# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of commitments as the values of the core, with what came of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import itemgetter
from typing import Any, cast

from django.db.models import BigIntegerField, F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from samenspel.core.deals.commitment import (
    Amount,
    Commitment,
    Condition,
    Decision,
    Kind,
    Outcome,
)
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.overdue import ESCALATION, EscalationStep
from samenspel.core.deals.states import OPEN, DealState, state_on
from samenspel.core.deals.text import read_escalation
from samenspel.deals import models
from samenspel.prepared import PreparedIn

_OWN = (
    *("pk", "key", "party__slug", "target", "kind", "what", "starts_on", "ends_on", "hours"),
    *("valuation_cents", "valuation_evidence", "in_return", "organ", "decided_on"),
    *("decision_link", "rung", "published", "explanation", "explained_at", "mandate_id"),
)


@dataclass(frozen=True, slots=True)
class Binding:
    """A version of a deal that binds a commitment; ``when_late``: what follows when it is."""

    deal: str
    number: int
    state: DealState
    ends_on: date | None
    lapses_on: date | None
    when_late: tuple[EscalationStep, ...]

    def state_on(self, on: date) -> DealState:
        """Return where that version stands on a day."""
        return state_on(self.state, self.ends_on, self.lapses_on, on)


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """
    A commitment with how far it is.

    ``bindings``: the deals that bind it, those that were dropped or retracted left out.
    ``explanation`` is the party's own, of why it is past its date; ``mandate`` the key of the one
    from which its decision was taken over.
    """

    pk: int
    commitment: Commitment
    rung: Rung
    published: bool
    explanation: str
    explained_at: datetime | None
    mandate: int | None
    bindings: tuple[Binding, ...]

    @property
    def deals(self) -> tuple[str, ...]:
        """The deals that bind it, by slug."""
        return tuple(dict.fromkeys(one.deal for one in self.bindings))

    @property
    def when_late(self) -> tuple[EscalationStep, ...]:
        """What follows when it is late: by the latest version in force that bound it."""
        bound = [one.when_late for one in self.bindings if one.state not in OPEN]
        return bound[-1] if bound else ESCALATION


def read_commitments(rows: "QuerySet[models.Commitment]") -> list[CommitmentRow]:
    """Return *rows* as values, in their order; two statements, one if there are none."""
    found = list(rows.values_list(*_OWN))
    parts = _parts([row[0] for row in found])
    return [_row(row, parts[row[0]]) for row in found]


def _row(row: tuple[Any, ...], parts: "_Parts") -> CommitmentRow:
    return CommitmentRow(
        pk=row[0],
        commitment=_commitment(row, parts),
        rung=Rung(row[15]),
        published=row[16],
        explanation=row[17],
        explained_at=row[18],
        mandate=row[19],
        bindings=tuple(parts.bindings),
    )


def in_public(row: CommitmentRow) -> CommitmentRow:
    """Return *row* without the drafts that would bind it: those are for their own parties."""
    shown = tuple(one for one in row.bindings if one.state is not DealState.DRAFT)
    return replace(row, bindings=shown)


def read_by_key(region_id: int, keys: Iterable[str]) -> dict[str, CommitmentRow]:
    """Return commitments of a region by key, in the order of *keys*; two statements."""
    wanted = list(keys)
    rows = models.Commitment.objects.filter(region_id=region_id, key__in=wanted)
    found = {row.commitment.key: row for row in read_commitments(rows)}
    return {key: found[key] for key in wanted if key in found}


@dataclass(slots=True)
class _Parts:
    """What hangs from a commitment, each in its order."""

    amounts: list[Amount] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    helps: list[str] = field(default_factory=list)
    bindings: list[Binding] = field(default_factory=list)


def _commitment(row: tuple[Any, ...], parts: _Parts) -> Commitment:
    _pk, key, party, target, kind, what, starts, ends, hours, worth, basis, returned = row[:12]
    organ, decided_on, link = row[12:15]
    return Commitment(
        key,
        party,
        target,
        Kind(kind),
        what,
        starts_on=starts,
        ends_on=ends,
        amounts=tuple(parts.amounts),
        hours=hours,
        valuation_cents=worth,
        valuation_evidence=basis,
        helps=tuple(parts.helps),
        in_return=returned,
        conditions=tuple(parts.conditions),
        decided=Decision(organ, decided_on, link) if organ and decided_on else None,
    )


def _parts(keys: list[int]) -> "defaultdict[int, _Parts]":
    """Return commitment -> what hangs from it; one statement, none without *keys*."""
    grouped: defaultdict[int, _Parts] = defaultdict(_Parts)
    for owner, kind, place, *cells in sorted(_PARTS(keys), key=itemgetter(0, 1, 2)):
        parts = grouped[owner]
        if kind == _AMOUNT:
            parts.amounts.append(Amount(place, int(cells[0])))
        elif kind == _CONDITION:
            parts.conditions.append(_condition(*cells))
        elif kind == _HELP:
            parts.helps.append(cells[0])
        else:
            parts.bindings.append(_binding(*cells))
    return grouped


def _condition(
    text: str, party: str | None, who: str, due: str | None, outcome: str, settled: str | None
) -> Condition:
    return Condition(text, party or "", who, _day(due), Outcome(outcome), _day(settled))


def _binding(
    deal: str, number: str, state: str, ends: str | None, lapses: str | None, late: str
) -> Binding:
    days = _day(ends), _day(lapses)
    return Binding(deal, int(number), DealState(state), *days, read_escalation(late))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_AMOUNT, _CONDITION, _HELP, _BINDING = range(4)

_CELLS = 6
"""Cells of the part with the most columns."""


def _all_parts(keys: Sequence[int]) -> "QuerySet[Any, Any]":
    """Return owner, kind, place and cells as text: all parts of *keys* in one statement."""
    through: Any = models.Commitment.helps.through
    of: dict[str, Any] = {"commitment__in": keys}
    amounts = models.PledgedAmount.objects.filter(**of)
    conditions = models.Condition.objects.filter(**of)
    bound = models.DealVersion.objects.filter(commitments__in=keys)
    bound = bound.exclude(state__in=[DealState.DROPPED, DealState.RETRACTED])
    says = ("text", "party__slug", "who", "due_on", "outcome", "settled_on")
    binds = ("deal__slug", "number", "state", "ends_on", "lapses_on", "escalation")
    return _cells(amounts, _AMOUNT, "commitment_id", "year", "amount_cents").union(
        _cells(conditions, _CONDITION, "commitment_id", "position", *says),
        _cells(
            through.objects.filter(**of), _HELP, "commitment_id", "party__position", "party__slug"
        ),
        _cells(bound, _BINDING, "commitments", "pk", *binds),
        all=True,
    )


def _cells(
    rows: "QuerySet[Any]", kind: int, owner: str, place: str, *names: str
) -> "QuerySet[Any, Any]":
    """Return columns that fit those of other kinds; a bare number of a kind stays a number."""
    empty = [Cast(Value(""), TextField())] * (_CELLS - len(names))
    texts = [*(Cast(F(name), TextField()) for name in names), *empty]
    columns = {f"cell_{number}": text for number, text in enumerate(texts)}
    numbers = {"owned": Cast(F(owner), BigIntegerField()), "at": Cast(F(place), BigIntegerField())}
    kinds = {"part": Cast(Value(kind), IntegerField())}
    found = rows.order_by().annotate(**numbers, **kinds, **columns)
    return cast("QuerySet[Any, Any]", found.values_list("owned", "part", "at", *columns))


_PARTS = PreparedIn(_all_parts)
