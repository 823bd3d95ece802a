# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Puts what a partial record has in the place of what there is, and leaves the rest as it is.

A workbook need not hold every sheet: who keeps only the measures sends only the measures.
"""

from collections.abc import Collection
from dataclasses import replace

from samenspel.core.agenda.record import AgendaRecord, Measure
from samenspel.core.region_record import RegionRecord

_REGION_LISTS = {
    "term": "terms",
    "member": "members",
    "inhabitants": "inhabitants",
    "party": "parties",
    "body": "bodies",
    "seat": "seats",
}
_AGENDA_LISTS = {
    "challenge": "challenges",
    "line": "lines",
    "goal": "goals",
    "measure": "measures",
    "interest": "interests",
}
_MEASURE_LISTS = {"cost": "costs", "contribution": "contributions"}
_AGENDA_KINDS = {"agenda", *_AGENDA_LISTS, *_MEASURE_LISTS}
_BLANK = AgendaRecord("", 0, 0)


def merge(new: RegionRecord, present: Collection[str], current: RegionRecord) -> RegionRecord:
    """
    Return *new* with the kinds that are not in *present* taken from *current*.

    Costs and contributions follow their measure by its key. With an empty heading of the agenda
    and nothing in it, there is no agenda.
    """
    heading = new if "region" in present else current
    lists = {
        name: getattr(new if kind in present else current, name)
        for kind, name in _REGION_LISTS.items()
    }
    agenda = _agenda(new.agenda, present, current.agenda)
    return replace(heading, **lists, agenda=agenda)


def _agenda(
    new: AgendaRecord | None, present: Collection[str], current: AgendaRecord | None
) -> AgendaRecord | None:
    if _AGENDA_KINDS.isdisjoint(present):
        return current
    heading = new if "agenda" in present else current or new
    if heading is None:
        return None
    new, current = new or _BLANK, current or _BLANK
    lists = {
        name: getattr(new if kind in present else current, name)
        for kind, name in _AGENDA_LISTS.items()
    }
    lists["measures"] = _measures(lists["measures"], new, present, current)
    return replace(heading, **lists)


def _measures(
    measures: tuple[Measure, ...],
    new: AgendaRecord,
    present: Collection[str],
    current: AgendaRecord,
) -> tuple[Measure, ...]:
    """Return *measures* with the costs and contributions of where those come from."""
    for kind, name in _MEASURE_LISTS.items():
        origin = new if kind in present else current
        found = {one.key: getattr(one, name) for one in origin.measures}
        measures = tuple(replace(one, **{name: found.get(one.key, ())}) for one in measures)
    return measures
