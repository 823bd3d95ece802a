# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Life of a version: started from the last, moved from state to state, frozen with its digest."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from samenspel.agenda.models import Agenda, Version
from samenspel.agenda.queries.records import agenda_record, region_part
from samenspel.agenda.queries.versions import base_version
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.agenda.states import State, check_step
from samenspel.core.canonical import encode
from samenspel.core.changes import agenda_changes
from samenspel.core.checks import check
from samenspel.core.errors import RuleError
from samenspel.core.record_json import agenda_digest, agenda_to_plain, check_unchanged
from samenspel.core.rights import Act, Actor, check_may
from samenspel.ledger.services import append
from samenspel.regions.services import lock_region

from .content import write_content
from .recording import record_changes


@transaction.atomic
def start_agenda(*, region: str, heading: AgendaRecord, actor: Actor, at: datetime) -> int:
    """
    Give a region its first draft, and return its number; the content of *heading* is left out.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region`` or ``has-agenda``.
        RecordError: the period or a text is not right.
    """
    grant = check_may(actor, Act.EDIT_AGENDA)
    region_id = lock_region(slug=region)
    if base_version(region) is not None:
        raise RuleError("has-agenda")
    record = AgendaRecord(
        heading.title,
        heading.starts_year,
        heading.ends_year,
        about=heading.about,
        source=heading.source,
    )
    check(replace(region_part(region), agenda=record))
    agenda, _ = Agenda.objects.get_or_create(region_id=region_id)
    number = new_draft(agenda, record, at).number
    append(
        book=region,
        kind="version-started",
        object=f"version:{number}",
        actor=actor,
        grant=grant,
        details={"based_on": None},
        at=at,
    )
    changed = agenda_changes(None, record)
    record_changes(region=region, number=number, changed=changed, actor=actor, grant=grant, at=at)
    return number


@transaction.atomic
def start_version(*, region: str, actor: Actor, at: datetime) -> int:
    """
    Open a new draft with the content of ``base_version``, and return its number.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``no-agenda`` or ``draft-open``.
    """
    grant = check_may(actor, Act.EDIT_AGENDA)
    lock_region(slug=region)
    base = base_version(region)
    if base is None:
        raise RuleError("no-agenda", region=region)
    if base.state is State.DRAFT:
        raise RuleError("draft-open")
    agenda = Agenda.objects.get(region__slug=region)
    version = new_draft(agenda, agenda_record(base.pk), at, based_on=base.pk)
    append(
        book=region,
        kind="version-started",
        object=f"version:{version.number}",
        actor=actor,
        grant=grant,
        details={"based_on": base.number},
        at=at,
    )
    return version.number


@transaction.atomic
def move_version(  # noqa: PLR0913 - what goes where, by whom, when and why
    *,
    region: str,
    number: int,
    to: State,
    actor: Actor,
    at: datetime,
    note: str = "",
    seen: str = "",
) -> None:
    """
    Move a version to another state; leaving draft freezes its content with its digest.

    *seen* is the ``agenda_digest`` of the content that the actor saw.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-version``, ``state-not-allowed``
            or ``changed-meanwhile``.
    """
    grant = check_may(actor, Act.MOVE_VERSION)
    lock_region(slug=region)
    version = find_version(region, number)
    was = State(version.state)
    check_step(was, to)
    if seen:
        check_unchanged(agenda_record(version.pk), seen)
    version.state, version.state_since = to, at
    if to is State.ADOPTED:
        version.adopted_at = at
    _freeze(version)
    version.save()
    append(
        book=region,
        kind="version-adopted" if to is State.ADOPTED else "version-moved",
        object=f"version:{number}",
        actor=actor,
        grant=grant,
        details={"from": str(was), "to": str(to), "digest": version.digest, "note": note},
        at=at,
    )


def new_draft(
    agenda: Agenda, record: AgendaRecord, at: datetime, based_on: int | None = None
) -> Version:
    """Return a new draft that holds *record*; a part of the acts in this package."""
    last = agenda.versions.order_by("-number").values_list("number", flat=True).first()
    version = Version(
        agenda=agenda,
        number=(last or 0) + 1,
        state=State.DRAFT,
        state_since=at,
        based_on_id=based_on,
    )
    write_content(version, record)
    return version


def find_version(region: str, number: int) -> Version:
    """Return a version of a region, or raise ``RuleError("unknown-version")``."""
    versions = Version.objects.select_related("agenda").select_for_update(of=("self",))
    version = versions.filter(agenda__region__slug=region, number=number).first()
    if version is None:
        raise RuleError("unknown-version", number=number)
    return version


def _freeze(version: Version) -> None:
    """Keep exactly what readers see from now on; there is no way back to draft."""
    if not version.digest:
        record = agenda_record(version.pk)
        version.digest = agenda_digest(record)
        version.snapshot = encode(agenda_to_plain(record)).decode()
