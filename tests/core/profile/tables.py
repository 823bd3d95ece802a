# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of jobs to try the formulas on."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

SIZES = st.tuples(st.integers(2, 9), st.integers(2, 7))

counts = arrays(float, SIZES, elements=st.integers(0, 60).map(float))
"""Tables of whole jobs, in which a region or sector may be empty."""

full_counts = arrays(float, SIZES, elements=st.integers(1, 60).map(float))
"""Tables of whole jobs without an empty cell."""

presences = arrays(bool, SIZES)


def chance(seed: int = 1) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def same(one, other, within: float = 1e-9) -> bool:
    """Tell whether two arrays are equal up to rounding, with NaN at the same places."""
    return bool(np.allclose(one, other, rtol=within, atol=within, equal_nan=True))


def with_empty(table, row: int, column: int):
    """Return the table with an empty region and an empty sector put in."""
    return np.insert(np.insert(table, row, 0, axis=0), column, 0, axis=1)


def without(table, row: int, column: int):
    return np.delete(np.delete(table, row, axis=0), column, axis=1)


def nested_counts(regions: int, sectors: int, seed: int = 1):
    """Return jobs as regions have them: who can do much does also what everybody does."""
    rng = chance(seed)
    able, asked = rng.uniform(0.1, 1, regions), rng.uniform(0, 0.9, sectors)
    there = rng.random((regions, sectors)) < 1 / (1 + np.exp(-10 * (able[:, None] - asked)))
    return np.floor(there * rng.lognormal(5, 1, (regions, sectors)))
