# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which sectors go together in the same regions, and how near a region is to a sector."""

import numpy as np

from samenspel.core.profile.arrays import Bools, Floats, divided


def proximity(presence: Bools) -> Floats:
    r"""
    Return how often two sectors are found in the same region.

    .. math:: \phi_{jk} = \frac{\sum_i M_{ij} M_{ik}}{\max(k_j, k_k)}

    the smaller of both probabilities that a region which has the one has the other as well.

    Args:
        presence: shape (r, s), who specialises in what.

    Returns:
        Shape (s, s), symmetric, 0 (never together) to 1 (always); 1 with itself. NaN for a sector
        in which nobody specialises.

    Source:
        Hidalgo et al. (2007), Science 317. Worked example: ``docs/methods/relatedness.md``.

    >>> proximity(np.array([[True, True], [True, False]])).tolist()
    [[1.0, 0.5], [0.5, 1.0]]
    """
    present = presence.astype(np.float32)  # whole numbers up to 2**24 stay exact
    together = (present.T @ present).astype(float)
    often = np.diag(together)
    known = (often > 0) & (often[:, None] > 0)
    return np.where(known, divided(together, np.maximum(often, often[:, None])), np.nan)


def relatedness_density(presence: Bools, nearness: Floats) -> Floats:
    r"""
    Return which part of what is related to a sector a region has.

    .. math:: d_{ij} = \frac{\sum_{k \ne j} M_{ik} \phi_{jk}}{\sum_{k \ne j} \phi_{jk}}

    Args:
        presence: shape (r, s), who specialises in what.
        nearness: shape (s, s), as ``proximity`` returns it; a NaN counts as unrelated.

    Returns:
        Shape (r, s), 0 (nothing related) to 1 (all that is related). NaN for a region without
        specialisation and a sector without relatives.

    Raises:
        ValueError: the shapes do not fit.

    Source:
        Hidalgo et al. (2007); Boschma, Balland and Kogler (2015), Industrial and Corporate
        Change 24. Worked example: ``docs/methods/relatedness.md``.
    """
    if nearness.shape != (presence.shape[1],) * 2:
        raise ValueError(f"shapes do not fit: {presence.shape} and {nearness.shape}")
    others = np.nan_to_num(nearness)
    np.fill_diagonal(others, 0.0)
    density = divided(presence.astype(float) @ others, others.sum(axis=0))
    density[~presence.any(axis=1)] = np.nan
    return density
