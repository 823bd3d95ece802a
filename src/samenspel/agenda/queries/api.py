# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Bounded parts of a version's content, paged by the database.

Reading a whole version costs more the larger it is; a part of it costs the same whatever its size.
"""

from collections.abc import Callable, Mapping
from typing import Any

from samenspel.agenda.models import Challenge, Goal, Interest, Line, Measure
from samenspel.core.agenda.kinds import Item

from . import records

_READ: Mapping[str, tuple[Any, Callable[..., tuple[Item, ...]]]] = {
    "challenge": (Challenge, records.challenges),
    "line": (Line, records.lines),
    "goal": (Goal, records.goals),
    "measure": (Measure, records.measures),
    "interest": (Interest, records.interests),
}

FILTERS: Mapping[str, Mapping[str, str]] = {
    "challenge": {},
    "line": {"lead": "lead__slug"},
    "goal": {"challenge": "challenge__key", "line": "line__key", "owner": "owner__slug"},
    "measure": {
        "challenge": "challenges__key",
        "line": "line__key",
        "goal": "contributions__goal__key",
        "lead": "lead__slug",
        "partner": "partners__slug",
        "phase": "phase",
    },
    "interest": {"party": "party__slug", "challenge": "challenge__key"},
}
"""Kind -> what its rows may be chosen by, with where that is kept."""


def content_part(
    version_id: int, kind: str, start: int, stop: int, chosen: Mapping[str, str]
) -> tuple[tuple[Item, ...], int]:
    """
    Return the rows from *start* to *stop* and how many there are in all; eight statements.

    *chosen* holds values of ``FILTERS``; any other name raises KeyError.
    """
    model, read = _READ[kind]
    wanted = {FILTERS[kind][name]: value for name, value in chosen.items()}
    rows = model.objects.filter(version=version_id, **wanted).order_by("position")
    part = list(rows.values_list("pk", flat=True)[start:stop])
    return read(version_id, pk__in=part), rows.count()


def content_item(version_id: int, kind: str, key: str) -> Item | None:
    """Return the thing that a version knows by *key*, or None; six statements."""
    _, read = _READ[kind]
    return next(iter(read(version_id, key=key)), None)
