# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two records, as plain values for the ledger and for a preview."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from samenspel.core.agenda.kinds import KINDS, identity, items
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.region_record import RegionRecord


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was ``added``, ``removed`` or ``changed``; ``fields``: name -> (old, new)."""

    kind: str
    identity: str
    change: str
    fields: Mapping[str, tuple[Any, Any]]


REGION_KINDS: Mapping[str, tuple[str, Callable[[Any], str]]] = {
    "term": ("terms", lambda term: f"{term.scheme}/{term.code}/{term.valid_from or ''}"),
    "municipality": ("members", lambda member: member.code),
    "inhabitants": ("inhabitants", lambda count: f"{count.municipality}/{count.year}"),
    "party": ("parties", lambda party: party.slug),
    "body": ("bodies", lambda body: body.slug),
    "seat": ("seats", lambda seat: f"{seat.body}/{seat.party}/{seat.title}/{seat.since or ''}"),
}
"""Kind -> the list that holds it in a region's record, and what each is known by."""

_REGION_FIELDS = ("title", "kind", "code", "fictional", "summary", "source")
_AGENDA_FIELDS = ("title", "starts_year", "ends_year", "about", "source")


def region_changes(old: RegionRecord | None, new: RegionRecord) -> list[Change]:
    """Return what changed in a region and its parties, the agenda left aside."""
    before = old or RegionRecord(new.slug, "", "")
    found = _own_fields("region", new.slug, before, new, _REGION_FIELDS)
    for kind, (name, known_by) in REGION_KINDS.items():
        found += _compare(kind, getattr(before, name), getattr(new, name), known_by)
        if kind != "inhabitants":  # they stand in the order of municipality and year
            found += _order(name, getattr(before, name), getattr(new, name), known_by)
    return found


def agenda_changes(old: AgendaRecord | None, new: AgendaRecord) -> list[Change]:
    """Return what changed in the content of an agenda."""
    before = old or AgendaRecord("", 0, 0)
    found = _own_fields("agenda", "", before, new, _AGENDA_FIELDS)
    for kind in KINDS:
        found += _compare(kind, items(before, kind), items(new, kind), identity)
        found += _order(f"{kind}s", items(before, kind), items(new, kind), identity)
    return found


def plain(value: object) -> Any:
    """Return *value* as JSON can hold it: decimals and dates as text, tuples as lists."""
    if isinstance(value, Decimal | date):
        return str(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _own_fields(
    kind: str, known_by: str, old: object, new: object, names: Iterable[str]
) -> list[Change]:
    different = {
        name: (plain(getattr(old, name)), plain(getattr(new, name)))
        for name in names
        if getattr(old, name) != getattr(new, name)
    }
    return [Change(kind, known_by, "changed", different)] if different else []


def _compare(
    kind: str, old: Iterable[Any], new: Iterable[Any], known_by: Callable[[Any], str]
) -> list[Change]:
    before = {known_by(item): item for item in old}
    after = {known_by(item): item for item in new}
    found = []
    for name, item in after.items():
        different = _fields(before.get(name), item)
        if name not in before:
            found.append(Change(kind, name, "added", different))
        elif different:
            found.append(Change(kind, name, "changed", different))
    found += [
        Change(kind, name, "removed", _fields(item, None))
        for name, item in before.items()
        if name not in after
    ]
    return found


def _order(
    name: str, old: Iterable[Any], new: Iterable[Any], known_by: Callable[[Any], str]
) -> list[Change]:
    """Tell whether what stayed stands in another order; a reader sees the order too."""
    before, after = [known_by(item) for item in old], [known_by(item) for item in new]
    stayed = set(before) & set(after)
    moved = [key for key in before if key in stayed] != [key for key in after if key in stayed]
    return [Change("order", name, "changed", {})] if moved else []


def _fields(old: Any, new: Any) -> dict[str, tuple[Any, Any]]:
    """Return the fields in which two records differ; lists that differ only in order do not."""
    different = {}
    for field in fields(old or new):
        was, now = (plain(getattr(item, field.name)) if item else None for item in (old, new))
        if _comparable(was) != _comparable(now) and (was or now):
            different[field.name] = (was, now)
    return different


def _comparable(value: Any) -> Any:
    return sorted(value, key=repr) if isinstance(value, list) else value
