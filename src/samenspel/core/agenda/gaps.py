# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What is still empty in one thing of an agenda, for who works on it.

An orphan says how things hang together; a gap is a field that somebody has yet to fill in.
"""

from collections.abc import Mapping
from types import MappingProxyType

from samenspel.core.agenda.kinds import Item, kind_of

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "challenge": ("why", "sides"),
        "line": ("lead",),
        "goal": ("challenge", "owner", "indicator", "target"),
        "measure": ("lead", "challenges", "phase", "starts_on", "costs", "contributions"),
        "interest": ("brings",),
    }
)
"""Per kind the fields without which the others cannot judge it."""


def gaps(item: Item) -> tuple[str, ...]:
    """Return the fields of *item* that should not stay empty and are; a zero is not empty."""
    return tuple(name for name in FIELDS[kind_of(item)] if getattr(item, name) in (None, "", ()))
