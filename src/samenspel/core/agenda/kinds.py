# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The five kinds of content in an agenda: what each is known by, whose it is, who may change it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from samenspel.core.agenda.record import AgendaRecord, Challenge, Goal, Interest, Line, Measure
from samenspel.core.rights import Act

Item = Challenge | Line | Goal | Measure | Interest

KINDS: Mapping[str, type[Item]] = MappingProxyType(
    {
        "challenge": Challenge,
        "line": Line,
        "goal": Goal,
        "measure": Measure,
        "interest": Interest,
    }
)
"""Kind -> class, in the order in which one refers back to the other."""

ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "challenge": Act.EDIT_AGENDA,
        "line": Act.EDIT_AGENDA,
        "goal": Act.EDIT_AGENDA,
        "measure": Act.EDIT_MEASURE,
        "interest": Act.EDIT_INTEREST,
    }
)
"""Kind -> the act that changing it is."""


def heading(agenda: AgendaRecord) -> AgendaRecord:
    """Return *agenda* without its content: title, period and introduction."""
    return replace(agenda, **dict.fromkeys((f"{kind}s" for kind in KINDS), ()))  # type: ignore[arg-type]  # names agree


def kind_of(item: Item) -> str:
    """Return the kind of *item*."""
    return type(item).__name__.lower()


def identity(item: Item) -> str:
    """Return what *item* is known by in its version, the same from version to version."""
    if isinstance(item, Interest):
        return f"{item.party}/{item.challenge}" if item.challenge else item.party
    return item.key


def items(agenda: AgendaRecord, kind: str) -> tuple[Item, ...]:
    """Return the things of one kind."""
    found: tuple[Item, ...] = getattr(agenda, f"{kind}s")
    return found


def find(agenda: AgendaRecord, kind: str, known_by: str) -> Item | None:
    """Return the thing of *kind* known by *known_by*, or None."""
    return next((item for item in items(agenda, kind) if identity(item) == known_by), None)


def with_item(agenda: AgendaRecord, item: Item, instead_of: str = "") -> AgendaRecord:
    """Return *agenda* with *item* in place of the one known by *instead_of*, else at the end."""
    kind, known_by = kind_of(item), instead_of or identity(item)
    old = items(agenda, kind)
    new = tuple(item if identity(other) == known_by else other for other in old)
    if item not in new:
        new = (*new, item)
    return replace(agenda, **{f"{kind}s": new})  # type: ignore[arg-type]  # name and kind agree


def without_item(agenda: AgendaRecord, kind: str, known_by: str) -> AgendaRecord:
    """Return *agenda* without one thing; what refers to it stays and is found by the checks."""
    left = tuple(item for item in items(agenda, kind) if identity(item) != known_by)
    return replace(agenda, **{f"{kind}s": left})  # type: ignore[arg-type]  # name and kind agree


LEADS_ALONE = frozenset({"key", "lead", "partners", "costs"})
"""Fields of a measure that a partner may not change: who is in it, and what it costs."""


def parties_of(item: Item) -> frozenset[str]:
    """Return the parties that take part in *item*, for rights."""
    if isinstance(item, Measure):
        return frozenset({item.lead, *item.partners} - {""})
    return owners_of(item)


def owners_of(item: Item) -> frozenset[str]:
    """Return the parties that may do all with *item*: add it, change each field, remove it."""
    if isinstance(item, Measure):
        return frozenset({item.lead} - {""})
    if isinstance(item, Interest):
        return frozenset({item.party})
    return frozenset()


def parties_for(old: Item | None, new: Item) -> frozenset[str]:
    """Return the parties of which one may put *new* in the place of *old* (None: add it)."""
    if old is None:
        return owners_of(new)
    apart = any(_told(old, name) != _told(new, name) for name in LEADS_ALONE)
    return owners_of(old) if apart else parties_of(old)


def _told(item: Item, name: str) -> object:
    """Return a field as it counts: within a list the order means nothing."""
    value = getattr(item, name, None)
    return frozenset(value) if isinstance(value, tuple) else value
