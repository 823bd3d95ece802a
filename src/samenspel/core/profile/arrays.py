# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The arrays of the profile: their types, what they must satisfy, and division without surprise."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]

ROUNDING = 1e-9
"""How far sums of shares may be from what they add up to."""

NO_GROUP = -1
"""The group number of what belongs to no group."""


def check_table(counts: Floats) -> None:
    """Raise ValueError unless *counts* is a table of numbers >= 0; NaN stands for unknown."""
    if counts.ndim != 2 or 0 in counts.shape:  # noqa: PLR2004 - a table has two sides
        raise ValueError(f"need a table of regions by sectors, got shape {counts.shape}")
    if np.isinf(counts).any() or (counts < 0).any():
        raise ValueError("every count must be finite and >= 0, or NaN where it is unknown")


def check_vectors(*vectors: NDArray[np.generic]) -> None:
    """Raise ValueError unless all are vectors of one length, not empty."""
    shapes = {vector.shape for vector in vectors}
    if len(shapes) > 1 or any(vector.ndim != 1 or not vector.size for vector in vectors):
        raise ValueError(f"need vectors of one length, got shapes {sorted(shapes)}")


def check_group(group: Ints, groups: int) -> None:
    """Raise ValueError unless every group number is one of 0 .. *groups* - 1 or ``NO_GROUP``."""
    if group.size and (group.min() < NO_GROUP or group.max() >= groups):
        raise ValueError(f"group numbers must lie between {NO_GROUP} and {groups - 1}")


def divided(top: Floats | float, bottom: Floats | float) -> Floats:
    """Return top / bottom, NaN where bottom is 0 or either is unknown."""
    above, below = np.broadcast_arrays(np.asarray(top, float), np.asarray(bottom, float))
    return np.asarray(np.divide(above, below, out=np.full(above.shape, np.nan), where=below != 0))


def group_sums(values: Floats, group: Ints, groups: int) -> Floats:
    """Return the sum of each group, shape (groups,); what has no group counts nowhere."""
    inside = group != NO_GROUP
    return np.bincount(group[inside], weights=values[inside], minlength=groups).astype(float)
