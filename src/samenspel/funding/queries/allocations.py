# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Allocations and scenarios: all that is frozen or published, and the rest for who has a role."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from samenspel.core.errors import RuleError
from samenspel.core.funding.allocation import AllocationState, Reckoned, digest_of, reckoned
from samenspel.core.funding.what_if import Changes, WhatIf, read_changes, what_if
from samenspel.core.rights import NOBODY, Act, Actor, may
from samenspel.funding import models
from samenspel.prepared import Prepared


@dataclass(frozen=True, slots=True)
class AllocationFacts:
    """An allocation with its text; ``based_on`` is the code of the one before."""

    pk: int
    key: str
    title: str
    note: str
    content: str
    game: str
    based_on: str
    digest: str
    frozen_at: datetime | None
    decided_on: date | None
    decided_by: str
    decision_link: str

    @property
    def state(self) -> AllocationState:
        """How far it is."""
        if self.decided_on:
            return AllocationState.DECIDED
        return AllocationState.FROZEN if self.frozen_at else AllocationState.DRAFT

    @property
    def is_public(self) -> bool:
        """Whether everyone may read it."""
        return self.frozen_at is not None

    @property
    def seen(self) -> str:
        """By what to tell whether a draft is still what somebody saw."""
        return digest_of(f"{self.title}\n{self.note}\n{self.content}\n{self.game}")

    def reckoned(self) -> Reckoned:
        """
        Return the plan and what everyone pays, from the frozen text.

        Raises:
            RuleError: ``allocation-damaged`` when the text is not what was frozen.
        """
        if self.digest and digest_of(self.content) != self.digest:
            raise RuleError("allocation-damaged", key=self.key)
        return reckoned(self.content)


@dataclass(frozen=True, slots=True)
class ScenarioFacts:
    """A scenario on an allocation; ``changes`` is its text."""

    pk: int
    slug: str
    title: str
    note: str
    allocation: str
    changes: str
    way: str
    kept_at: datetime
    published_at: datetime | None
    on_public: bool

    @property
    def is_public(self) -> bool:
        """Whether everyone may read it."""
        return self.published_at is not None

    @property
    def changed(self) -> Changes:
        """What it changes."""
        return read_changes(self.changes)

    def outcome(self, allocation: AllocationFacts) -> WhatIf:
        """
        Return what becomes of the allocation.

        Raises:
            RuleError: as ``what_if`` and ``AllocationFacts.reckoned``.
        """
        made = allocation.reckoned()
        return what_if(made.plan, self.changed, self.way, base=made.found)


_ALLOCATION = (
    *("pk", "key", "title", "note", "content", "game", "based_on__key", "digest"),
    *("frozen_at", "decided_on", "decided_by", "decision_link"),
)
_SCENARIO = (
    *("pk", "slug", "title", "note", "allocation__key", "changes", "way", "kept_at"),
    *("published_at", "allocation__frozen_at"),
)
_ALLOCATIONS = Prepared(
    lambda region: (
        models.Allocation.objects.filter(region_id=region).order_by("pk").values_list(*_ALLOCATION)
    )
)
_SCENARIOS = Prepared(
    lambda region: (
        models.Scenario.objects.filter(region_id=region).order_by("pk").values_list(*_SCENARIO)
    )
)


def allocations(region_id: int, reader: Actor = NOBODY) -> list[AllocationFacts]:
    """Return the allocations that *reader* may see, in the order they were made; one statement."""
    found = (_allocation(row) for row in _ALLOCATIONS(region_id))
    return [one for one in found if one.is_public or may(reader, Act.READ_DRAFT)]


def allocation(region_id: int, key: str, reader: Actor = NOBODY) -> AllocationFacts | None:
    """Return one allocation, None when there is none that *reader* may see; one statement."""
    return next((one for one in allocations(region_id, reader) if one.key == key), None)


def scenarios(region_id: int, reader: Actor = NOBODY, *, of: str = "") -> list[ScenarioFacts]:
    """Return the scenarios that *reader* may see, all or *of* one allocation; one statement."""
    found = (_scenario(row) for row in _SCENARIOS(region_id))
    drafts = may(reader, Act.READ_DRAFT)
    return [
        one
        for one in found
        if (not of or one.allocation == of) and (drafts or (one.is_public and one.on_public))
    ]


def scenario(region_id: int, slug: str, reader: Actor = NOBODY) -> ScenarioFacts | None:
    """Return one scenario, None when there is none that *reader* may see; one statement."""
    return next((one for one in scenarios(region_id, reader) if one.slug == slug), None)


def next_allocation_key(region_id: int) -> str:
    """Return the first code V1, V2, … that is free."""
    taken = set(models.Allocation.objects.filter(region_id=region_id).values_list("key", flat=True))
    return next(key for number in range(1, len(taken) + 2) if (key := f"V{number}") not in taken)


def _allocation(row: tuple[Any, ...]) -> AllocationFacts:
    pk, key, title, note, content, game, based_on, *rest = row
    return AllocationFacts(pk, key, title, note, content, game, based_on or "", *rest)


def _scenario(row: tuple[Any, ...]) -> ScenarioFacts:
    facts = (*row[:-1], row[-1] is not None)
    return ScenarioFacts(*facts)
