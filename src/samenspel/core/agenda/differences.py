# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The difference between two versions of an agenda, as a councillor would tell it.

Things are the same when they have the same key. One whose key changed while its title did not was
renamed, and what refers to it did not change for that. The order of a list says nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from samenspel.core.agenda.kinds import Item, identity, items
from samenspel.core.agenda.record import AgendaRecord, Interest, Measure

Value = str | int | Decimal | date | None

ORDER = ("challenge", "goal", "line", "measure", "interest")
"""Kinds in the order in which differences are told; before them the agenda itself."""


class Change(StrEnum):
    """What happened to something between two versions."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """
    A field that went from one value to another; None or empty: there was none.

    ``of`` is the year of a cost (empty for the whole period) or the goal of a contribution, whose
    fields are called ``costs``, ``cost_source``, ``contribution_amount``, ``contribution_note``.
    """

    field: str
    was: Value
    now: Value
    of: str = ""


@dataclass(frozen=True, slots=True)
class ListChange:
    """Members that a list gained and lost, such as partners or the goals contributed to."""

    field: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """
    What happened to one thing. ``key`` and ``title`` are those of the newest version that has it.

    An interest is known by ``party/challenge`` or the party alone, and has the party as title.
    ``was_key`` is set only when it was renamed. The agenda itself has kind ``agenda`` and no key.
    """

    kind: str
    key: str
    title: str
    change: Change
    fields: tuple[FieldChange | ListChange, ...] = ()
    was_key: str = ""


def differences(old: AgendaRecord, new: AgendaRecord) -> list[Difference]:
    """
    Return what changed from *old* to *new*.

    First the agenda itself, then by kind in the order of ``ORDER``: in the order of the new version
    what was added, changed or renamed, then in the order of the old what was dropped.
    """
    renamed = {kind: _renamed(items(old, kind), items(new, kind)) for kind in ORDER}
    found = list(_of_agenda(old, new))
    for kind in ORDER:
        before = {
            renamed[kind].get(identity(now_called), identity(now_called)): (item, now_called)
            for item in items(old, kind)
            for now_called in [_translated(item, renamed)]
        }
        found += _of_kind(kind, renamed[kind], before, items(new, kind))
    return found


def _of_agenda(old: AgendaRecord, new: AgendaRecord) -> Iterator[Difference]:
    names = ("title", "starts_year", "ends_year", "about", "source")
    if changes := tuple(_plain_fields(old, new, names)):
        yield Difference("agenda", "", new.title, Change.CHANGED, changes)


def _of_kind(
    kind: str, renamed: dict[str, str], old: dict[str, tuple[Item, Item]], new: Iterable[Item]
) -> Iterator[Difference]:
    """Compare *old*, by new key as it was and as it would now be called, with *new*."""
    was_key = {new_key: old_key for old_key, new_key in renamed.items()}
    for item in new:
        key = identity(item)
        if key not in old:
            yield Difference(kind, key, _title(item), Change.ADDED)
            continue
        _, earlier = old.pop(key)
        changes = tuple(_changes(earlier, item))
        change = Change.RENAMED if key in was_key else Change.CHANGED
        if changes or key in was_key:
            yield Difference(kind, key, _title(item), change, changes, was_key.get(key, ""))
    for item, _ in old.values():
        yield Difference(kind, identity(item), _title(item), Change.DROPPED)


def _title(item: Item) -> str:
    return item.party if isinstance(item, Interest) else item.title


def _renamed(old: Iterable[Item], new: Iterable[Item]) -> dict[str, str]:
    """Return old key -> new key of what lost its key but kept a title that is nobody else's."""
    old_titles = {identity(item): _title(item) for item in old if not isinstance(item, Interest)}
    new_titles = {identity(item): _title(item) for item in new if not isinstance(item, Interest)}
    gone = _by_title({key: title for key, title in old_titles.items() if key not in new_titles})
    come = _by_title({key: title for key, title in new_titles.items() if key not in old_titles})
    return {key: come[title] for title, key in gone.items() if title in come}


def _by_title(titles: dict[str, str]) -> dict[str, str]:
    """Return title -> key of the titles that occur once."""
    counts = Counter(titles.values())
    return {title: key for key, title in titles.items() if counts[title] == 1}


_REFERENCES = {
    "challenge": "challenge",
    "line": "line",
    "challenges": "challenge",
    "needs": "measure",
}
"""Fields that hold a key, or several, of another kind."""


def _translated(item: Item, renamed: dict[str, dict[str, str]]) -> Item:
    """Return *item* with what it refers to under the names of the new version."""
    values: dict[str, Any] = {}
    for field, kind in _REFERENCES.items():
        value = getattr(item, field, "")
        if isinstance(value, tuple):
            values[field] = tuple(renamed[kind].get(key, key) for key in value)
        elif value:
            values[field] = renamed[kind].get(value, value)
    if isinstance(item, Measure):
        values["contributions"] = tuple(
            replace(one, goal=renamed["goal"].get(one.goal, one.goal)) for one in item.contributions
        )
    return replace(item, **values)


def _changes(old: Item, new: Item) -> Iterator[FieldChange | ListChange]:
    for field in fields(new):
        if field.name == "key":
            continue
        if field.name == "costs":
            yield from _costs(old, new)
        elif field.name == "contributions":
            yield from _contributions(old, new)
        elif isinstance(getattr(new, field.name), tuple):
            yield from _members(field.name, getattr(old, field.name), getattr(new, field.name))
        else:
            yield from _plain_fields(old, new, (field.name,))


def _plain_fields(old: object, new: object, names: Iterable[str]) -> Iterator[FieldChange]:
    for name in names:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield FieldChange(name, was, now)


def _members(field: str, old: Iterable[str], new: Iterable[str]) -> Iterator[ListChange]:
    was, now = dict.fromkeys(old), dict.fromkeys(new)
    added = tuple(member for member in now if member not in was)
    removed = tuple(member for member in was if member not in now)
    if added or removed:
        yield ListChange(field, added, removed)


def _costs(old: Any, new: Any) -> Iterator[FieldChange]:
    was = {cost.year: cost for cost in old.costs}
    now = {cost.year: cost for cost in new.costs}
    for year in sorted(was | now, key=lambda year: year or 0):
        before, after = was.get(year), now.get(year)
        of = str(year or "")
        paid, pays = (cost.amount_cents if cost else None for cost in (before, after))
        if paid != pays:
            yield FieldChange("costs", paid, pays, of)
        if before and after and before.source != after.source:
            yield FieldChange("cost_source", before.source, after.source, of)


def _contributions(old: Any, new: Any) -> Iterator[FieldChange | ListChange]:
    was = {one.goal: one for one in old.contributions}
    now = {one.goal: one for one in new.contributions}
    yield from _members("contributions", was, now)
    for goal, after in now.items():
        before = was.get(goal)
        amount = before.amount if before else None
        if amount != after.amount:
            yield FieldChange("contribution_amount", amount, after.amount, goal)
        if before and before.note != after.note:
            yield FieldChange("contribution_note", before.note, after.note, goal)
