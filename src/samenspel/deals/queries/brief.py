# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""All deals of a region in brief: what each is called, where it stands, who left it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from samenspel.core.deals.states import PRIVATE, DealState, state_on
from samenspel.deals import models
from samenspel.prepared import Prepared


@dataclass(frozen=True, slots=True)
class LeftFacts:
    """That a party left a deal, for a list of what happened last."""

    deal: str
    party: str
    given_on: date
    effective_on: date


@dataclass(frozen=True, slots=True)
class Brief:
    """
    The deals of a region in brief.

    ``titles``: deal -> its title, in force or else the latest that was public. ``left``: (deal,
    party) -> the day from which the party is no longer bound; ``last_left`` the latest withdrawal.
    """

    titles: dict[str, str] = field(default_factory=dict)
    left: dict[tuple[str, str], date] = field(default_factory=dict)
    last_left: LeftFacts | None = None
    standing: tuple[tuple[DealState, date | None, date | None], ...] = ()

    def states_on(self, on: date) -> list[DealState]:
        """Return where each deal stands that is in force or proposed for the first time."""
        return [state_on(state, ends, lapses, on) for state, ends, lapses in self.standing]


def brief(region_id: int) -> Brief:
    """Return the deals of a region in brief; one statement."""
    rows = _ROWS(region_id)
    withdrawn = sorted((one for one in map(_left, rows) if one), key=lambda one: one[0])
    left = [facts for _moment, facts in withdrawn]
    return Brief(
        titles=_titles(rows),
        left={(one.deal, one.party): one.effective_on for one in left},
        last_left=left[-1] if left else None,
        standing=tuple(_standing(rows)),
    )


_VERSION = ("pk", "deal__slug", "title", "state", "based_on", "ends_on", "lapses_on")
_WITHDRAWAL = ("at", "pk", "party__slug", "given_on", "effective_on")
_ROWS = Prepared(
    lambda region_id: (
        models.DealVersion.objects.filter(deal__region_id=region_id)
        .order_by("number", "pk")
        .values_list(*_VERSION, *(f"withdrawals__{name}" for name in _WITHDRAWAL))
    )
)
"""A version comes once for each party that left it, or once."""

Rows = list[tuple[Any, ...]]
Moment = tuple[datetime, int]


def _titles(rows: Rows) -> dict[str, str]:
    found: dict[str, tuple[str, str]] = {}
    for _pk, slug, title, state, *_rest in rows:
        if state not in PRIVATE and found.get(slug, ("", ""))[1] != DealState.IN_FORCE:
            found[slug] = title, state
    return {slug: title for slug, (title, _) in found.items()}


def _left(row: tuple[Any, ...]) -> tuple[Moment, LeftFacts] | None:
    slug, (at, pk, party, given, effective) = row[1], row[len(_VERSION) :]
    return ((at, pk), LeftFacts(slug, party, given, effective)) if party else None


def _standing(rows: Rows) -> Iterable[tuple[DealState, date | None, date | None]]:
    versions = {row[0]: row[3 : len(_VERSION)] for row in rows}
    for name, based_on, ends, lapses in versions.values():
        state = DealState(name)
        first = state is DealState.PROPOSED and based_on is None
        if first or state is DealState.IN_FORCE:
            yield state, ends, lapses
