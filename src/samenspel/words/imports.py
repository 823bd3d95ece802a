# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says what the import of a workbook changes, or would change."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samenspel.agenda.services import ImportResult
from samenspel.core.agenda.differences import differences
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.changes import REGION_KINDS, Change
from samenspel.core.limits import shown
from samenspel.core.region_record import RegionRecord
from samenspel.words.differences import sentences
from samenspel.words.labels import KINDS, field_label, kind_label
from samenspel.words.names import labels_of, party_names, titles_of

_AGENDA_LISTS = ("challenge", "line", "goal", "measure", "interest")


def import_sentences(result: ImportResult) -> list[str]:
    """
    Return what changes as sentences, the region first; nothing when nothing changes.

    Of a region or an agenda that is new only the numbers are told.
    """
    return [*_of_region(result), *_of_agenda(result)]


def _of_region(result: ImportResult) -> Iterator[str]:
    if result.before is None:
        counts = [
            (kind, len(getattr(result.after, name)))
            for kind, (name, _known) in REGION_KINDS.items()
        ]
        yield _("New region “%(title)s”: %(counts)s.") % {
            "title": result.after.title,
            "counts": _counted(counts),
        }
        return
    for change in result.region_changes:
        yield from _about(change)


def _of_agenda(result: ImportResult) -> Iterator[str]:
    agenda, before = result.after.agenda, result.before.agenda if result.before else None
    if agenda is None or not result.agenda_changes:
        return
    if before is None:
        counts = [(kind, len(getattr(agenda, f"{kind}s"))) for kind in _AGENDA_LISTS]
        yield _("New agenda “%(title)s”: %(counts)s.") % {
            "title": agenda.title,
            "counts": _counted(counts),
        }
        return
    yield from _differences(before, agenda, result.after)
    for change in result.agenda_changes:
        if change.kind == "order":
            yield from _about(change)


def _differences(before: AgendaRecord, after: AgendaRecord, region: RegionRecord) -> list[str]:
    titles = {**titles_of(before, after), **labels_of(region.terms)}
    return sentences(differences(before, after), party_names(region.parties), titles)


def _about(change: Change) -> Iterator[str]:
    """Yield what happened to one thing of the region."""
    if change.kind == "order":
        yield _("The order of the %(list)s changes.") % {
            "list": field_label("region", change.identity).lower()
        }
        return
    thing = f"{kind_label(change.kind)} {change.identity}"
    if change.change == "added":
        yield _("New: %(thing)s.") % {"thing": thing}
    elif change.change == "removed":
        yield _("Removed: %(thing)s.") % {"thing": thing}
    else:
        for field, (was, now) in change.fields.items():
            params = {
                "thing": thing,
                "field": field_label(change.kind, field).lower(),
                "was": _said(was),
                "now": _said(now),
            }
            yield _("%(thing)s: %(field)s from %(was)s to %(now)s.") % params


def _said(value: object) -> str:
    """Return a plain value, or that there is none."""
    return _("nothing") if value is None or value in ("", []) else f"“{shown(value)}”"


def _counted(counts: list[tuple[str, int]]) -> str:
    words = (
        f"{count} {KINDS[kind].one if count == 1 else KINDS[kind].many}"
        for kind, count in counts
        if count
    )
    return ", ".join(words) or _("empty")
