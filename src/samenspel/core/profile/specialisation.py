# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How one-sided a region's economy is, compared with a stated reference."""

from enum import StrEnum

import numpy as np

from samenspel.core.profile.arrays import Floats, check_table, divided


class Reference(StrEnum):
    """With what a region is compared: the whole country, or the country without the region."""

    COUNTRY = "country"
    REST = "rest"


def krugman_index(counts: Floats, *, reference: Reference) -> Floats:
    r"""
    Return which part of a region's jobs, doubled, lies in other sectors than the reference's.

    .. math:: K_i = \sum_j | s_{ij} - s_j |

    with :math:`s_{ij}` the share of sector *j* in region *i* and :math:`s_j` that in the reference.
    The reference has to be named: two regions without a sector in common score 2 against each
    other, and 1 against a country of which each is half.

    Args:
        counts: shape (r, s), jobs, >= 0; NaN where unknown, then left out of every total.
        reference: the country including the region, or the rest of the country.

    Returns:
        Shape (r,), dimensionless, 0 (the same make-up) to 2 (nothing in common). NaN where the
        region or the reference is empty.

    Raises:
        ValueError: no table, or a count is negative or infinite.

    Source:
        Krugman (1991), *Geography and Trade*. Worked example: ``docs/methods/specialisation.md``.

    >>> two = np.array([[5.0, 0.0], [0.0, 5.0]])
    >>> krugman_index(two, reference=Reference.REST).tolist()
    [2.0, 2.0]
    >>> krugman_index(two, reference=Reference.COUNTRY).tolist()
    [1.0, 1.0]
    """
    check_table(counts)
    known = np.nan_to_num(counts)
    base = np.broadcast_to(known.sum(axis=0), known.shape)
    if reference is Reference.REST:
        base = np.maximum(base - known, 0.0)
    return np.asarray(np.abs(_shares(known) - _shares(base)).sum(axis=1))


def _shares(counts: Floats) -> Floats:
    return divided(counts, counts.sum(axis=1, keepdims=True))
