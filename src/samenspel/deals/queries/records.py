# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of commitments as the values of the core, with what came of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from samenspel.core.deals.commitment import (
    Amount,
    Commitment,
    Condition,
    Decision,
    Kind,
    Outcome,
)
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.states import DealState, state_on
from samenspel.deals import models

_OWN = (
    *("pk", "key", "party__slug", "target", "kind", "what", "starts_on", "ends_on", "hours"),
    *("valuation_cents", "valuation_evidence", "in_return", "organ", "decided_on"),
    *("decision_link", "rung", "published", "explanation", "explained_at", "mandate_id"),
)


@dataclass(frozen=True, slots=True)
class Binding:
    """A version of a deal that binds a commitment."""

    deal: str
    number: int
    state: DealState
    ends_on: date | None
    lapses_on: date | None

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


def read_commitments(rows: "QuerySet[models.Commitment]") -> list[CommitmentRow]:
    """Return *rows* as values, in their order; five statements, whatever their number."""
    found = list(rows.values_list(*_OWN))
    keys = [row[0] for row in found]
    amounts = _amounts(keys)
    conditions, helps, bindings = _conditions(keys), _helps(keys), _bindings(keys)
    return [
        CommitmentRow(
            pk=row[0],
            commitment=_commitment(row, amounts, conditions, helps),
            rung=Rung(row[15]),
            published=row[16],
            explanation=row[17],
            explained_at=row[18],
            mandate=row[19],
            bindings=tuple(bindings[row[0]]),
        )
        for row in found
    ]


def in_public(row: CommitmentRow) -> CommitmentRow:
    """Return *row* without the drafts that would bind it: those are for their own parties."""
    shown = tuple(one for one in row.bindings if one.state is not DealState.DRAFT)
    return replace(row, bindings=shown)


def read_by_key(region_id: int, keys: Iterable[str]) -> dict[str, CommitmentRow]:
    """Return commitments of a region by key, in the order of *keys*; five statements."""
    wanted = list(keys)
    rows = models.Commitment.objects.filter(region_id=region_id, key__in=wanted)
    found = {row.commitment.key: row for row in read_commitments(rows)}
    return {key: found[key] for key in wanted if key in found}


Grouped = Mapping[int, list[Any]]


def _commitment(
    row: tuple[Any, ...], amounts: Grouped, conditions: Grouped, helps: Grouped
) -> Commitment:
    pk, key, party, target, kind, what, starts, ends, hours, worth, basis, returned = row[:12]
    organ, decided_on, link = row[12:15]
    return Commitment(
        key,
        party,
        target,
        Kind(kind),
        what,
        starts_on=starts,
        ends_on=ends,
        amounts=tuple(amounts[pk]),
        hours=hours,
        valuation_cents=worth,
        valuation_evidence=basis,
        helps=tuple(helps[pk]),
        in_return=returned,
        conditions=tuple(conditions[pk]),
        decided=Decision(organ, decided_on, link) if organ and decided_on else None,
    )


def _amounts(keys: list[int]) -> "defaultdict[int, list[Amount]]":
    grouped: defaultdict[int, list[Amount]] = defaultdict(list)
    rows = models.PledgedAmount.objects.filter(commitment__in=keys).order_by("year")
    for owner, year, cents in rows.values_list("commitment", "year", "amount_cents"):
        grouped[owner].append(Amount(year, cents))
    return grouped


def _conditions(keys: list[int]) -> "defaultdict[int, list[Condition]]":
    grouped: defaultdict[int, list[Condition]] = defaultdict(list)
    rows = models.Condition.objects.filter(commitment__in=keys).order_by("position")
    names = ("commitment", "text", "party__slug", "who", "due_on", "outcome", "settled_on")
    for owner, text, party, who, due, outcome, settled in rows.values_list(*names):
        one = Condition(text, party or "", who, due, Outcome(outcome), settled)
        grouped[owner].append(one)
    return grouped


def _helps(keys: list[int]) -> "defaultdict[int, list[str]]":
    grouped: defaultdict[int, list[str]] = defaultdict(list)
    through: Any = models.Commitment.helps.through
    rows = through.objects.filter(commitment__in=keys).order_by("party__position")
    for owner, slug in rows.values_list("commitment", "party__slug"):
        grouped[owner].append(slug)
    return grouped


def _bindings(keys: list[int]) -> "defaultdict[int, list[Binding]]":
    grouped: defaultdict[int, list[Binding]] = defaultdict(list)
    rows = models.DealVersion.objects.filter(commitments__in=keys)
    rows = rows.exclude(state__in=[DealState.DROPPED, DealState.RETRACTED])
    names = ("commitments", "deal__slug", "number", "state", "ends_on", "lapses_on")
    for owner, deal, number, state, ends, lapses in rows.order_by("pk").values_list(*names):
        grouped[owner].append(Binding(deal, number, DealState(state), ends, lapses))
    return grouped
