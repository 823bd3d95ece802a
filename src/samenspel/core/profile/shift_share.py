# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the growth or loss of jobs came from: the country, the sectors, or the region itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from samenspel.core.profile.arrays import Floats, check_table, divided
from samenspel.core.profile.quotients import expected_counts


@dataclass(frozen=True, slots=True)
class ShiftShare:
    """
    The change of jobs in one period in parts that add up to it; every array has shape (r, s), jobs.

    ``national``: had all grown as the country; ``sector``: more or less because the sector did;
    ``regional``: what the region did differently. ``competition`` and ``allocation`` split the
    regional part: as if the region had the country's make-up, and because it has its own.
    NaN where a count of either year is unknown; the split also where jobs came from nothing.
    """

    national: Floats
    sector: Floats
    regional: Floats
    competition: Floats
    allocation: Floats

    @property
    def change(self) -> Floats:
        """The sum of the three parts: the jobs that came or went."""
        return self.national + self.sector + self.regional


def shift_share(start: Floats, end: Floats) -> ShiftShare:
    r"""
    Split the change of jobs between two years.

    .. math:: x^1_{ij} - x^0_{ij}
        = x^0_{ij} g + x^0_{ij} (g_j - g) + x^0_{ij} (g_{ij} - g_j)

    with *g* the growth of the country, :math:`g_j` of the sector and :math:`g_{ij}` of the cell.
    The last term is also :math:`h_{ij}(g_{ij} - g_j) + (x^0_{ij} - h_{ij})(g_{ij} - g_j)` with
    :math:`h_{ij}` the jobs expected in the first year. Jobs that came where none were belong to
    the regional part, the limit of the formula.

    Args:
        start: shape (r, s), jobs in the first year, >= 0; NaN where unknown.
        end: shape (r, s), jobs in the last year. A cell unknown in one year counts in neither.

    Returns:
        The parts, each of shape (r, s), jobs. Sums over sectors or regions keep adding up.

    Raises:
        ValueError: shapes differ, no table, a count is negative or infinite, or nothing to grow.

    Source:
        Dunn (1960), Papers of the Regional Science Association 6; Esteban-Marquillas (1972),
        Regional and Urban Economics 2. Worked example: ``docs/methods/shift-share.md``.
    """
    first, last = _known_in_both(start, end)
    growth = np.nansum(last) / np.nansum(first)
    of_sector = divided(np.nansum(last, axis=0), np.nansum(first, axis=0))
    as_sector = np.where(first == 0, 0.0, first * of_sector)
    regional = last - as_sector
    competition = expected_counts(first) * (divided(last, first) - of_sector)
    return ShiftShare(
        national=first * (growth - 1),
        sector=as_sector - first * growth,
        regional=regional,
        competition=competition,
        allocation=regional - competition,
    )


def shift_share_by_period(years: Sequence[Floats]) -> tuple[ShiftShare, ...]:
    """
    Split the change between consecutive years, each from its own start.

    Args:
        years: two or more tables of shape (r, s), jobs, in order of time.

    Returns:
        One per period. Their changes add up to the change from first to last year; so do their
        parts, which differ from those of one long period because the make-up changes meanwhile.

    Raises:
        ValueError: fewer than two years, or as ``shift_share``.

    Source:
        Barff and Knight (1988), Growth and Change 19: dynamic shift-share.
    """
    if len(years) < 2:  # noqa: PLR2004 - a period has two ends
        raise ValueError("need at least two years")
    return tuple(shift_share(start, end) for start, end in pairwise(years))


def _known_in_both(start: Floats, end: Floats) -> tuple[Floats, Floats]:
    check_table(start)
    check_table(end)
    if start.shape != end.shape:
        raise ValueError(f"the years differ in shape: {start.shape} and {end.shape}")
    unknown = np.isnan(start) | np.isnan(end)
    first, last = (np.where(unknown, np.nan, year) for year in (start, end))
    if not np.nansum(first):
        raise ValueError("the first year has no jobs: nothing to grow from")
    return first, last
