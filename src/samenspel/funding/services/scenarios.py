# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Scenarios: kept under a name, published for all, and taken away while they are not."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.errors import RuleError
from samenspel.core.funding.what_if import WAYS, Changes, changes_text, what_if
from samenspel.core.limits import SHORT_TEXT, SLUG, shown
from samenspel.core.rights import Act, Actor
from samenspel.deals.services.recording import Doing, begin
from samenspel.funding import models
from samenspel.funding.queries.allocations import AllocationFacts, ScenarioFacts, scenario
from samenspel.funding.queries.allocations import allocation as known_allocation

RESERVED = frozenset({"vergelijken"})
"""Addresses below those of scenarios that no scenario can have."""


@dataclass(frozen=True, slots=True)
class ScenarioDraft:
    """A scenario on an allocation; ``way`` is how the gap is closed, empty when it is not."""

    allocation: str
    title: str
    changes: Changes
    way: str = ""
    note: str = ""


@transaction.atomic
def keep_scenario(
    *, region: str, slug: str, draft: ScenarioDraft, actor: Actor, at: datetime
) -> None:
    """
    Keep a scenario under a name; those with a role in the region can read it.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-allocation``, ``code-unfit``,
            ``key-taken``, ``what-if-way``, ``text-missing``, ``text-unfit``, or as ``what_if``.
    """
    doing = begin(region, actor, at, Act.KEEP_SCENARIO)
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        raise RuleError("code-unfit", field="slug", key=shown(slug))
    if scenario(doing.region_id, slug, actor):
        raise RuleError("key-taken", key=slug, field="slug")
    of = _allocation(doing, draft.allocation)
    check_text("title", draft.title, most=SHORT_TEXT)
    check_text("note", draft.note, needed=False)
    if draft.way not in ("", *WAYS):
        raise RuleError("what-if-way", way=shown(draft.way))
    what_if(of.reckoned().plan, draft.changes)
    models.Scenario.objects.create(
        allocation_id=of.pk,
        region_id=doing.region_id,
        slug=slug,
        title=draft.title,
        note=draft.note,
        changes=changes_text(draft.changes),
        way=draft.way,
        kept_at=at,
        actor=actor.reference,
    )
    # The ledger is public; what is kept and not published has no words there.
    doing.record("scenario-added", f"scenario:{slug}", {"allocation": of.key})


@transaction.atomic
def publish_scenario(*, region: str, slug: str, actor: Actor, at: datetime) -> None:
    """
    Show a scenario to everyone; from then on it stays.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-scenario``,
            ``scenario-published`` or ``allocation-not-frozen``.
    """
    doing = begin(region, actor, at, Act.EDIT_ALLOCATION)
    was = _kept(doing, slug)
    if not was.on_public:
        raise RuleError("allocation-not-frozen", key=was.allocation)
    models.Scenario.objects.filter(pk=was.pk).update(published_at=at)
    details = {"allocation": was.allocation, "title": was.title, "changes": was.changes}
    doing.record("scenario-published", f"scenario:{slug}", details)


@transaction.atomic
def remove_scenario(*, region: str, slug: str, actor: Actor, at: datetime) -> None:
    """
    Take away a scenario that was not published.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-scenario`` or
            ``scenario-published``.
    """
    doing = begin(region, actor, at, Act.KEEP_SCENARIO)
    was = _kept(doing, slug)
    models.Scenario.objects.filter(pk=was.pk).delete()
    doing.record("scenario-removed", f"scenario:{slug}", {"allocation": was.allocation})


def _kept(doing: Doing, slug: str) -> ScenarioFacts:
    was = scenario(doing.region_id, slug, doing.actor)
    if was is None:
        raise RuleError("unknown-scenario", key=shown(slug))
    if was.is_public:
        raise RuleError("scenario-published", key=slug)
    return was


def _allocation(doing: Doing, key: str) -> AllocationFacts:
    of = known_allocation(doing.region_id, key, doing.actor)
    if of is None:
        raise RuleError("unknown-allocation", key=shown(key))
    return of
