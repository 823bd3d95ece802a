# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Changing one fact of a region: a party, a body, a seat, a municipality, a word."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from samenspel.agenda.queries.records import region_part
from samenspel.core.changes import REGION_KINDS
from samenspel.core.errors import RuleError
from samenspel.core.record_json import check_unchanged
from samenspel.core.region_record import Party, RegionRecord, region_heading
from samenspel.core.rights import Act, Actor, Grant, check_may
from samenspel.regions.services import lock_region

from .regions import change_region


@transaction.atomic
def save_fact(  # noqa: PLR0913 - what, where, instead of what, by whom, when
    *,
    region: str,
    kind: str,
    item: Any,
    actor: Actor,
    at: datetime,
    instead_of: str = "",
    seen: str = "",
) -> None:
    """
    Add a fact to a region, or put it in the place of the one known by *instead_of*.

    *kind* is one of ``core.changes.REGION_KINDS``. Whoever acts for one party may change what that
    party says of itself, not what it is. *seen* is the ``row_digest`` of what is replaced, as the
    actor saw it; empty: whatever is there now.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-item``, ``key-taken`` or
            ``changed-meanwhile``.
        RecordError: the region would not be right; each problem is named.
    """
    lock_region(slug=region)
    record = region_part(region)
    name, known_by = REGION_KINDS[kind]
    old = {known_by(other): other for other in getattr(record, name)}
    if instead_of and instead_of not in old:
        raise RuleError("unknown-item", key=instead_of)
    if known_by(item) != instead_of and known_by(item) in old:
        raise RuleError("key-taken", key=known_by(item))
    grant = _check_right(kind, item, old.get(instead_of), actor)
    if instead_of:
        check_unchanged(old[instead_of], seen)
    new = [item if key == instead_of else other for key, other in old.items()]
    if not instead_of:
        new.append(item)
    change_region(record=_with(record, name, new), actor=actor, grant=grant, at=at)


@transaction.atomic
def remove_fact(
    *, region: str, kind: str, known_by: str, actor: Actor, at: datetime, seen: str = ""
) -> None:
    """
    Remove a fact from a region.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-item``, ``still-in-use`` or
            ``changed-meanwhile``.
        RecordError: something still refers to it.
    """
    grant = check_may(actor, Act.EDIT_REGION)
    lock_region(slug=region)
    record = region_part(region)
    name, identity = REGION_KINDS[kind]
    there = {identity(item): item for item in getattr(record, name)}
    if known_by not in there:
        raise RuleError("unknown-item", key=known_by)
    check_unchanged(there.pop(known_by), seen)
    change_region(record=_with(record, name, [*there.values()]), actor=actor, grant=grant, at=at)


@transaction.atomic
def save_region_heading(  # noqa: PLR0913 - what, where, by whom, when
    *,
    region: str,
    title: str,
    summary: str,
    source: str,
    actor: Actor,
    at: datetime,
    seen: str = "",
) -> None:
    """
    Change name, introduction and source of a region.

    *seen* is the ``row_digest`` of the heading that the actor saw.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region`` or ``changed-meanwhile``.
        RecordError: a text is not right.
    """
    grant = check_may(actor, Act.EDIT_REGION)
    lock_region(slug=region)
    before = region_part(region)
    check_unchanged(region_heading(before), seen)
    record = replace(before, title=title, summary=summary, source=source)
    change_region(record=record, actor=actor, grant=grant, at=at)


def _check_right(kind: str, item: Any, old: Any, actor: Actor) -> Grant:
    if kind != "party":
        return check_may(actor, Act.EDIT_REGION)
    own = {old.slug} if old else set()
    grant = check_may(actor, Act.EDIT_PARTY, own)
    if grant.party and _what_it_is(item) != _what_it_is(old):
        raise RuleError("not-allowed", act=Act.EDIT_REGION)
    return grant


def _what_it_is(party: Party) -> tuple[object, ...]:
    return (party.slug, party.name, party.kind, party.municipality, party.since, party.until)


def _with(record: RegionRecord, name: str, items: list[Any]) -> RegionRecord:
    changed: dict[str, Any] = {name: tuple(items)}
    return replace(record, **changed)
