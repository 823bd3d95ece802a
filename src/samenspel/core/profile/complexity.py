# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Which regions have what few others have: economic complexity.

The index is the second axis of the table that says which region specialises in which sector (the
first is the same for all). It is found through a symmetric matrix of the shorter side, so that
there is no iteration that may stop too early, and memory grows with the shorter side only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import linalg, sparse
from scipy.sparse import csgraph

from samenspel.core.profile.arrays import Bools, Floats, Ints, check_table

SPECIALISED = 1.0
"""From this location quotient a region counts as specialised in a sector."""

UNCERTAIN_GAP = 1e-9
"""Eigenvalues nearer to each other than this leave the direction of an axis to rounding."""

CELLS_AT_ONCE = 1_000_000
"""Cells of the table that are worked on together: some 8 MB."""


class Doubt(StrEnum):
    """Why an index does not say what it seems to say."""

    DISCONNECTED = "disconnected"
    """Groups of regions share no sector: the index tells the groups apart, not complexity."""

    UNDETERMINED = "undetermined"
    """Several orders fit equally well, or none: no index is given."""


@dataclass(frozen=True, slots=True)
class Axis:
    """
    The second axis of a table: a score per row and per column, weighted mean 0 and variance 1.

    ``inertia`` is the square of the correlation between both; ``next_inertia`` that of the third
    axis. NaN where a row or column is empty.
    """

    rows: Floats
    columns: Floats
    inertia: float
    next_inertia: float


@dataclass(frozen=True, slots=True)
class Complexity:
    """
    Complexity of regions, shape (r,), and of sectors, shape (s,), in standard deviations.

    Positive is more complex. NaN for a region without specialisation and a sector in which nobody
    specialises. ``doubt`` says when not to trust it; ``blocks`` how many groups share no sector.
    """

    regions: Floats
    sectors: Floats
    doubt: Doubt | None = None
    blocks: int = 1


def specialisations(counts: Floats) -> Bools:
    r"""
    Tell in which sectors each region has at least its expected number.

    .. math:: M_{ij} = [\, x_{ij} x_{\cdot\cdot} \ge x_{i\cdot} x_{\cdot j} \,]

    Multiplied out, so that a whole number that is exactly as expected counts as specialised.

    Args:
        counts: shape (r, s), jobs, >= 0; NaN where unknown, then not specialised.

    Returns:
        Shape (r, s). An empty region or sector specialises in nothing.

    Raises:
        ValueError: no table, or a count is negative or infinite.

    >>> specialisations(np.array([[3.0, 1.0, 0.0], [1.0, 3.0, 0.0]])).tolist()
    [[True, False, False], [False, True, False]]
    """
    check_table(counts)
    of_region, of_sector = np.nansum(counts, axis=1), np.nansum(counts, axis=0)
    total = of_region.sum() / SPECIALISED
    found = np.empty(counts.shape, dtype=np.bool_)
    for some in _stretches(*counts.shape):
        found[some] = counts[some] * total >= of_region[some, None] * of_sector
        found[some] &= counts[some] > 0
    return found


def second_axis(table: Floats | Bools) -> Axis:
    r"""
    Return the second axis of a table by its singular value decomposition.

    .. math:: S = D_r^{-1/2} T D_c^{-1/2}, \quad S v = \sigma u

    with :math:`D_r, D_c` the sums of rows and columns. The first singular value is 1, with the same
    score for all; the second gives the scores :math:`D_r^{-1/2} u` and :math:`D_c^{-1/2} v`, which
    are the first axis of correspondence analysis.

    Args:
        table: shape (r, c), >= 0, finite. Rows and columns without anything are left out.

    Returns:
        Scores of rows and columns, of which the sign is arbitrary, with their inertias. All NaN
        when fewer than two rows or columns are left.

    Source:
        Greenacre (1984), *Theory and Applications of Correspondence Analysis*; that it is the
        complexity index: van Dam et al. (2021). Worked example: ``docs/methods/complexity.md``.
    """
    of_rows, of_columns = (np.asarray(table.sum(axis=side), float) for side in (1, 0))
    here, there = of_rows > 0, of_columns > 0
    rows, columns = np.full(of_rows.shape, np.nan), np.full(of_columns.shape, np.nan)
    if min(here.sum(), there.sum()) < 2:  # noqa: PLR2004 - a second axis needs two of each
        return Axis(rows, columns, np.nan, np.nan)
    dense = table if here.all() and there.all() else table[np.ix_(here, there)]
    if dense.shape[0] < dense.shape[1]:
        scores = _scores(dense.T, of_columns[there], of_rows[here])
        columns[there], rows[here] = scores[:2]
    else:
        scores = _scores(dense, of_rows[here], of_columns[there])
        rows[here], columns[there] = scores[:2]
    return Axis(rows, columns, *scores[2])


def complexity(presence: Bools) -> Complexity:
    r"""
    Return the economic complexity of regions (ECI) and sectors (PCI).

    The second eigenvector of :math:`D_r^{-1} M D_c^{-1} M'`, and of its mirror for sectors, each
    brought to mean 0 and standard deviation 1. Its sign is that in which regions with more
    specialisations are more complex.

    Args:
        presence: shape (r, s), who specialises in what, as ``specialisations`` tells.

    Returns:
        Scores, NaN for what is empty and for nothing else; when undetermined, NaN for all.

    Source:
        Hidalgo and Hausmann (2009), PNAS 106; Hausmann et al. (2014), *The Atlas of Economic
        Complexity*. Worked example: ``docs/methods/complexity.md``.
    """
    axis = second_axis(presence)
    blocks = count_blocks(presence) if not axis.inertia < 1 - UNCERTAIN_GAP else 1
    gap = axis.inertia - axis.next_inertia
    if not (axis.inertia > UNCERTAIN_GAP and gap > UNCERTAIN_GAP):
        nothing = np.full_like(axis.rows, np.nan), np.full_like(axis.columns, np.nan)
        return Complexity(*nothing, doubt=Doubt.UNDETERMINED, blocks=blocks)
    sign = _sign(axis.rows, presence.sum(axis=1))
    doubt = Doubt.DISCONNECTED if blocks > 1 else None
    return Complexity(
        _standardised(sign * axis.rows), _standardised(sign * axis.columns), doubt, blocks
    )


def count_blocks(presence: Bools) -> int:
    """Return how many groups of regions and sectors share nothing; the empty are not counted."""
    size = sum(presence.shape)
    regions, sectors = np.nonzero(presence)
    ends = (regions, sectors + presence.shape[0])
    graph = sparse.coo_array((np.ones(regions.size, np.int8), ends), shape=(size, size))
    labels = csgraph.connected_components(graph, directed=False, return_labels=True)[1]
    return len(np.unique(labels[regions]))


def _scores(
    table: Floats | Bools, of_rows: Floats, of_columns: Floats
) -> tuple[Floats, Floats, tuple[float, float]]:
    """Return the scores of rows and of columns, at most as many, and the two largest inertias."""
    first = np.sqrt(of_columns / of_columns.sum())
    product = _cross_product(table, of_rows)
    product /= np.sqrt(of_columns[:, None] * of_columns)
    product -= first[:, None] * first
    inertias, vectors = linalg.eigh(
        product.T,  # symmetric, and in the order of Fortran: worked on in place
        subset_by_index=[first.size - 2, first.size - 1],
        overwrite_a=True,
        check_finite=False,
    )
    columns = vectors[:, -1] / first
    rows = _row_sums(table, columns) / of_rows / np.sqrt(max(inertias[-1], UNCERTAIN_GAP))
    return rows, columns, (float(inertias[-1]), float(inertias[0]))


def _cross_product(table: Floats | Bools, of_rows: Floats) -> Floats:
    """Return T' D^-1 T, in stretches of rows."""
    product = np.zeros((table.shape[1], table.shape[1]))
    for some in _stretches(*table.shape):
        part = table[some] / np.sqrt(of_rows[some, None])
        product += part.T @ part
    return product


def _row_sums(table: Floats | Bools, weights: Floats) -> Floats:
    """Return the weighted sum of each row, in stretches of rows."""
    return np.concatenate([table[some] @ weights for some in _stretches(*table.shape)])


def _stretches(rows: int, columns: int) -> Iterator[slice]:
    """Cut the rows in stretches of a bounded number of cells."""
    step = max(1, CELLS_AT_ONCE // columns)
    return (slice(start, start + step) for start in range(0, rows, step))


def _sign(scores: Floats, diversity: Ints) -> float:
    """Return the sign with which *scores* rise with diversity."""
    kept = ~np.isnan(scores)
    rise = (scores[kept] - scores[kept].mean()) @ diversity[kept]
    return -1.0 if rise < 0 else 1.0


def _standardised(scores: Floats) -> Floats:
    """Return the scores with mean 0 and standard deviation 1, unweighted; NaN stays."""
    return np.asarray((scores - np.nanmean(scores)) / np.nanstd(scores))
