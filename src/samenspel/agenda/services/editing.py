# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Changing one thing in the open draft."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from samenspel.agenda.models import Version
from samenspel.agenda.queries.records import agenda_record, region_part
from samenspel.core.agenda.kinds import (
    ACTS,
    Item,
    find,
    identity,
    kind_of,
    owners_of,
    parties_for,
    parties_of,
    with_item,
    without_item,
)
from samenspel.core.agenda.kinds import heading as heading_of
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.agenda.states import State, check_editable
from samenspel.core.changes import agenda_changes
from samenspel.core.checks import check
from samenspel.core.errors import RuleError
from samenspel.core.record_json import check_unchanged
from samenspel.core.rights import Act, Actor, Grant, check_may
from samenspel.regions.services import lock_region

from .content import write_content
from .recording import record_changes
from .versions import find_version


@dataclass(frozen=True, slots=True)
class _Edit:
    """One edit of a draft under way."""

    region: str
    version: Version
    record: AgendaRecord
    actor: Actor
    at: datetime


@transaction.atomic
def save_item(  # noqa: PLR0913 - what, where, instead of what, by whom, when
    *,
    region: str,
    number: int,
    item: Item,
    actor: Actor,
    at: datetime,
    instead_of: str = "",
    seen: str = "",
) -> None:
    """
    Add *item* to a draft, or put it in the place of the one known by *instead_of*.

    Whoever acts for one party may change what is, and stays, that party's; of a measure that it
    joins but does not lead, not what ``LEADS_ALONE`` names. *seen* is the
    ``row_digest`` of what is replaced, as the actor saw it; empty: whatever is there now.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-version``, ``version-frozen``,
            ``key-taken``, ``unknown-item`` or ``changed-meanwhile``.
        RecordError: the agenda would not be right; each problem is named.
    """
    edit = _begin(region, number, actor, at)
    kind = kind_of(item)
    grant = _check_right(edit, kind, item, instead_of)
    if instead_of:
        check_unchanged(find(edit.record, kind, instead_of), seen)
    if instead_of != identity(item) and find(edit.record, kind, identity(item)):
        raise RuleError("key-taken", key=identity(item))
    _finish(edit, with_item(edit.record, item, instead_of), grant)


@transaction.atomic
def remove_item(  # noqa: PLR0913 - what, where, by whom, when
    *,
    region: str,
    number: int,
    kind: str,
    known_by: str,
    actor: Actor,
    at: datetime,
    seen: str = "",
) -> None:
    """
    Remove one thing from a draft.

    Raises:
        RuleError: as ``save_item``.
        RecordError: something in the draft still refers to it.
    """
    edit = _begin(region, number, actor, at)
    item = find(edit.record, kind, known_by)
    if item is None:
        raise RuleError("unknown-item", key=known_by)
    grant = check_may(actor, ACTS[kind], owners_of(item))
    check_unchanged(item, seen)
    _finish(edit, without_item(edit.record, kind, known_by), grant)


@transaction.atomic
def save_heading(
    *,
    region: str,
    number: int,
    heading: AgendaRecord,
    actor: Actor,
    at: datetime,
    seen: str = "",
) -> None:
    """
    Change title, period and introduction of a draft; the content of *heading* is not looked at.

    *seen* is the ``row_digest`` of the heading that the actor saw.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-version``, ``version-frozen`` or
            ``changed-meanwhile``.
        RecordError: the period or a text is not right.
    """
    edit = _begin(region, number, actor, at)
    grant = check_may(actor, Act.EDIT_AGENDA)
    check_unchanged(heading_of(edit.record), seen)
    new = replace(
        edit.record,
        title=heading.title,
        starts_year=heading.starts_year,
        ends_year=heading.ends_year,
        about=heading.about,
        source=heading.source,
    )
    _finish(edit, new, grant)


def _begin(region: str, number: int, actor: Actor, at: datetime) -> _Edit:
    lock_region(slug=region)
    version = find_version(region, number)
    check_editable(State(version.state))
    return _Edit(region, version, agenda_record(version.pk), actor, at)


def _check_right(edit: _Edit, kind: str, item: Item, instead_of: str) -> Grant:
    old = find(edit.record, kind, instead_of) if instead_of else None
    if instead_of and old is None:
        raise RuleError("unknown-item", key=instead_of)
    check_may(edit.actor, ACTS[kind], parties_for(old, item))
    return check_may(edit.actor, ACTS[kind], parties_of(item))


def _finish(edit: _Edit, new: AgendaRecord, grant: Grant) -> None:
    """Check the whole, write it, and put each change on the ledger."""
    check(replace(region_part(edit.region), agenda=new))
    write_content(edit.version, new)
    record_changes(
        region=edit.region,
        number=edit.version.number,
        changed=agenda_changes(edit.record, new),
        actor=edit.actor,
        grant=grant,
        at=edit.at,
    )
