# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From rows as statistics deliver them to a table of regions by sectors."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from samenspel.core.profile.arrays import Floats, Ints, group_sums


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by region and sector, shape (r, s), with the codes of both in sorted order."""

    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    counts: Floats


def from_rows(regions: Sequence[str], sectors: Sequence[str], counts: Floats) -> Table:
    """
    Lay rows of region, sector and count out as a table.

    Args:
        regions: n codes.
        sectors: n codes.
        counts: shape (n,), of any unit; NaN where unknown.

    Returns:
        The table. Rows for the same cell are added, and one that is unknown makes it unknown; a
        cell without a row is 0, for statistics leave out what is not there.

    Raises:
        ValueError: the three differ in length.

    >>> from_rows(["B", "A", "B"], ["x", "x", "x"], np.array([1.0, 2.0, 3.0])).counts.tolist()
    [[2.0], [4.0]]
    """
    if not len(regions) == len(sectors) == counts.size:
        raise ValueError(f"lengths differ: {len(regions)}, {len(sectors)} and {counts.size}")
    rows, row_of = _numbered(regions)
    columns, column_of = _numbered(sectors)
    cells = row_of * len(columns) + column_of
    laid = group_sums(counts, cells, len(rows) * len(columns))
    return Table(rows, columns, laid.reshape(len(rows), len(columns)))


def _numbered(codes: Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    """Return the different codes, sorted, and the number of each in the sequence."""
    met: defaultdict[str, int] = defaultdict(count().__next__)
    order_met = np.fromiter(map(met.__getitem__, codes), np.intp, len(codes))
    names = tuple(sorted(met))
    place = np.empty(len(names), np.intp)
    place[[met[name] for name in names]] = np.arange(len(names))
    return names, place[order_met]
