# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of goals, and what they say of the way to the target; for everyone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from samenspel.core.agenda.record import Goal
from samenspel.core.delivery.track import Observation, Track, track
from samenspel.delivery import models
from samenspel.prepared import Prepared

_FIELDS = ("on", "value", "margin", "source")


def observations(region_id: int, goal: str) -> list[Observation]:
    """Return the figures of a goal, oldest first; one statement."""
    return [_observation(*row) for row in _OF_GOAL(region_id, goal)]


_OF_GOAL = Prepared(
    lambda region_id, goal: (
        models.Observation.objects.filter(region_id=region_id, goal=goal)
        .order_by("on")
        .values_list(*_FIELDS)
    )
)


def all_observations(region_id: int) -> dict[str, list[Observation]]:
    """Return goal -> its figures, oldest first; one statement."""
    rows = models.Observation.objects.filter(region_id=region_id).order_by("on")
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    for goal, *facts in rows.values_list("goal", *_FIELDS):
        found[goal].append(_observation(*facts))
    return dict(found)


def tracks(goals: Sequence[Goal], known: Mapping[str, Sequence[Observation]]) -> dict[str, Track]:
    """Return goal -> how it stands."""
    return {one.key: track(one, known.get(one.key, ())) for one in goals}


def _observation(on: object, value: str, margin: str, source: str) -> Observation:
    return Observation(on, Decimal(value), Decimal(margin) if margin else None, source)  # type: ignore[arg-type]
