# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Acts on a region as a whole: import its workbook, change one of its facts."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import transaction

from samenspel.agenda.models import Agenda, Version
from samenspel.agenda.queries.records import agenda_record, region_part
from samenspel.agenda.queries.versions import base_version
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.agenda.states import State
from samenspel.core.changes import REGION_KINDS, Change, agenda_changes, region_changes
from samenspel.core.checks import check
from samenspel.core.errors import RuleError
from samenspel.core.record_json import check_unchanged
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import INSTALLATION, Act, Actor, Grant, check_may
from samenspel.ledger.services import append
from samenspel.parties.services import remove_parties, save_parties
from samenspel.regions.queries import region
from samenspel.regions.services import lock_region, remove_municipalities, save_region

from .content import write_content
from .recording import record_changes
from .versions import new_draft


@dataclass(frozen=True)
class ImportResult:
    """What an import changes, or would change: the record before (None: a new region) and after."""

    before: RegionRecord | None
    after: RegionRecord

    @cached_property
    def region_changes(self) -> list[Change]:
        """What changes in the region and its parties."""
        return region_changes(self.before, self.after)

    @cached_property
    def agenda_changes(self) -> list[Change]:
        """What changes in the content of the agenda; nothing when the import has no agenda."""
        if self.after.agenda is None:
            return []
        return agenda_changes(self.before.agenda if self.before else None, self.after.agenda)

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is as it was."""
        return not (self.region_changes or self.agenda_changes)


def preview_region(*, record: RegionRecord, actor: Actor) -> ImportResult:
    """
    Return what ``import_region`` would change, and change nothing.

    Raises:
        RuleError, RecordError: as ``import_region``.
    """
    check_may(actor, Act.IMPORT_WORKBOOK)
    check(record)
    if region(record.slug) is None:
        _check_may_start(record, actor)
        return ImportResult(None, record)
    before = replace(region_part(record.slug), agenda=_latest_record(record.slug))
    return ImportResult(before, record)


@transaction.atomic
def import_region(
    *, record: RegionRecord, actor: Actor, at: datetime, seen: str = ""
) -> ImportResult:
    """
    Make a region equal to *record*, all or nothing; start it when its slug is new.

    Content of the agenda goes to the open draft, or to a new one when the latest version stands
    still. A record without an agenda leaves the agenda alone. *seen* is the ``row_digest`` of the
    record before, as the actor saw it in a preview.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region`` (only the installation may start a region),
            ``still-in-use`` (an older version needs a party or municipality that would go) or
            ``changed-meanwhile``.
        RecordError: the record does not hold; each problem is named.
    """
    if region(record.slug) is not None:
        lock_region(slug=record.slug)
    result = preview_region(record=record, actor=actor)
    if result.before is not None:
        check_unchanged(result.before, seen)
    if not result.changes_nothing:
        _write(result, actor, check_may(actor, Act.IMPORT_WORKBOOK), at)
    return result


@transaction.atomic
def change_region(*, record: RegionRecord, actor: Actor, grant: Grant, at: datetime) -> None:
    """
    Make the facts of a region equal to *record*, its agenda left alone; a part of the acts here.

    Raises:
        RuleError: ``still-in-use``.
        RecordError: the record does not hold.
    """
    lock_region(slug=record.slug)
    before = replace(region_part(record.slug), agenda=_latest_record(record.slug))
    after = replace(record, agenda=before.agenda)
    check(after)
    _write(ImportResult(before, after), actor, grant, at)


def _write(result: ImportResult, actor: Actor, grant: Grant, at: datetime) -> None:
    record = result.after
    region_id = save_region(record=record)
    save_parties(region_id=region_id, record=record)
    if result.before is None:
        _append(record, "region-started", "region", actor, grant, at, _counts(record))
    _record_region_changes(result, actor, grant, at)
    if record.agenda is not None and result.agenda_changes:
        _write_agenda(region_id, record, result, actor, grant, at)
    remove_parties(region_id=region_id, slugs={party.slug for party in record.parties})
    remove_municipalities(region_id=region_id, codes={member.code for member in record.members})


def _write_agenda(
    region_id: int,
    record: RegionRecord,
    result: ImportResult,
    actor: Actor,
    grant: Grant,
    at: datetime,
) -> None:
    content: AgendaRecord = record.agenda  # type: ignore[assignment]  # the caller has looked
    agenda, _ = Agenda.objects.get_or_create(region_id=region_id)
    draft = Version.objects.filter(agenda=agenda, state=State.DRAFT).first()
    if draft is not None:
        write_content(draft, content)
    else:
        base = base_version(record.slug)
        draft = new_draft(agenda, content, at, based_on=base.pk if base else None)
        details = {"based_on": base.number if base else None}
        _append(record, "version-started", f"version:{draft.number}", actor, grant, at, details)
    record_changes(
        region=record.slug,
        number=draft.number,
        changed=result.agenda_changes,
        actor=actor,
        grant=grant,
        at=at,
    )


def _record_region_changes(result: ImportResult, actor: Actor, grant: Grant, at: datetime) -> None:
    """Put what changed in the region on the ledger, from what to what: it is public."""
    for change in result.region_changes:
        if result.before is None and change.kind != "party":
            continue  # told, as counts, by region-started
        fields = {name: list(values) for name, values in change.fields.items()}
        subject = "region" if change.kind == "region" else f"{change.kind}:{change.identity}"
        kind = f"{change.kind}-{change.change}"
        _append(result.after, kind, subject, actor, grant, at, {"fields": fields})


def _append(  # noqa: PLR0913, PLR0917 - passes an act on to the ledger
    record: RegionRecord,
    kind: str,
    subject: str,
    actor: Actor,
    grant: Grant,
    at: datetime,
    details: dict[str, Any],
) -> None:
    append(
        book=record.slug,
        kind=kind,
        object=subject,
        actor=actor,
        grant=grant,
        details=details,
        at=at,
    )


def _counts(record: RegionRecord) -> dict[str, Any]:
    counts = {name: len(getattr(record, name)) for name, _ in REGION_KINDS.values()}
    return {"title": record.title, "code": record.code, "counts": counts}


def _check_may_start(record: RegionRecord, actor: Actor) -> None:
    if actor.reference != INSTALLATION.reference:
        raise RuleError("unknown-region", region=record.slug, known="")


def _latest_record(slug: str) -> AgendaRecord | None:
    """Return what an import is compared with, see ``base_version``."""
    base = base_version(slug)
    return agenda_record(base.pk) if base else None
