# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the label of an area goes: inside, and far from every border; and whether it fits there."""

from collections.abc import Sequence

import numpy as np

from samenspel.core.profile.arrays import Bools, Floats, divided

FINE = 24
"""Steps along each side of an area in which a place is looked for."""

Rings = Sequence[Sequence[Sequence[float]]]

ROOM = 0.6
"""Of its height, how far the middle of a word is at least from a border below or above it."""


def label_place(rings: Rings) -> tuple[float, float]:
    """
    Return the place in an area that is farthest from its borders, of a grid over it.

    Args:
        rings: around the area and its holes, each a list of places, the last the first.

    Raises:
        ValueError: the area is so thin that no place of the grid lies in it.
    """
    right, down, _far = _middle(rings)
    return right, down


def word_place(rings: Rings, width: float, height: float) -> tuple[float, float] | None:
    """
    Return the middle of a word of a size where it has most room in an area; None if it has none.

    The area is pressed together until the word is as wide as it is high: what is far from every
    border then is so for the word.
    """
    pressed = [[(right * height / width, down) for right, down in ring] for ring in rings]
    try:
        right, down, far = _middle(pressed)
    except ValueError:
        return None
    return (right * width / height, down) if far >= ROOM * height else None


def _middle(rings: Rings) -> tuple[float, float, float]:
    """Return the place in an area farthest from its borders, and how far that is."""
    starts = np.concatenate([one[:-1] for one in rings]).astype(float)
    ends = np.concatenate([one[1:] for one in rings]).astype(float)
    low, high = starts.min(axis=0), starts.max(axis=0)
    steps = (np.arange(FINE) + 0.5) / FINE
    x, y = np.meshgrid(*(low + (high - low) * steps[:, None]).T)
    places = np.column_stack((x.ravel(), y.ravel()))
    places = places[_inside(places, starts, ends)]
    away = _distance(places, starts, ends)
    right, down = places[away.argmax()].round(1).tolist()
    return right, down, float(away.max())


def _inside(places: Floats, starts: Floats, ends: Floats) -> Bools:
    """Tell of each place whether a line to the right crosses borders an odd number of times."""
    (x, y), ((u, v), (p, q)) = places.T[:, :, None], (starts.T, ends.T)
    crossed = (v > y) != (q > y)
    at = u + divided(y - v, q - v) * (p - u)
    return np.asarray((crossed & (x < at)).sum(axis=1) % 2 == 1)


def _distance(places: Floats, starts: Floats, ends: Floats) -> Floats:
    """Return how far each place is from the nearest piece of border."""
    along, there = ends - starts, places[:, None] - starts
    length = np.maximum((along * along).sum(axis=1), np.finfo(float).tiny)
    part = np.clip((there * along).sum(axis=2) / length, 0, 1)
    away = there - part[..., None] * along
    return np.asarray(np.sqrt((away * away).sum(axis=2)).min(axis=1))
