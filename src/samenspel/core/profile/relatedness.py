# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which sectors go together in the same regions, and how near a region is to a sector."""

from dataclasses import dataclass

import numpy as np

from samenspel.core.profile.arrays import Bools, Floats, divided

DRAWS = 999
_CERTAIN = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class CertainDensity:
    """
    How near one region is to each sector, with what chance leaves of it; arrays of shape (s,).

    ``density`` lies between ``low`` and ``high`` with 95% certainty; ``by_chance`` is that of as
    many strong sectors picked at random. ``nearer`` where the density is for certain above it.
    ``proximity``, shape (s, s), is the mean over the draws, 0 on its diagonal.
    """

    density: Floats
    low: Floats
    high: Floats
    by_chance: Floats
    nearer: Bools
    proximity: Floats


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
    density = _share_of_relatives(presence.astype(float), others)
    density[~presence.any(axis=1)] = np.nan
    return density


def certain_density(
    own: Floats, all_regions: Floats, *, rng: np.random.Generator
) -> CertainDensity:
    """
    Return the relatedness density of one region with its certainty.

    Each of 999 draws decides anew who is strong in what, by its probability, and which regions
    happen to be there to learn the proximities from (bootstrap).

    Args:
        own: shape (s,), probability that the region is strong in a sector, see
            ``chance_of_more``; a NaN counts as not strong.
        all_regions: shape (r, s), the same of the regions that proximity is learnt from.
        rng: the chance.

    Returns:
        Arrays by sector; NaN for a sector without relatives.

    Raises:
        ValueError: the shapes do not fit.

    Source:
        Hidalgo et al. (2007); the draws and what chance would give are ours. Worked example:
        ``docs/methods/relatedness.md``.
    """
    if all_regions.ndim != 2 or own.shape != all_regions.shape[1:]:  # noqa: PLR2004 - a table
        raise ValueError(f"shapes do not fit: {own.shape} and {all_regions.shape}")
    near = _drawn_proximity(all_regions, rng)
    strong = (rng.random((DRAWS, own.size)) < np.nan_to_num(own)).astype(float)
    density = _share_of_relatives(strong[:, None, :], near)[:, 0]
    others = max(own.size - 1, 1)
    by_chance = (strong.sum(axis=1)[:, None] - strong) / others
    low, high = _quantiles(density)
    return CertainDensity(
        density=_mean(density),
        low=low,
        high=high,
        by_chance=by_chance.mean(axis=0),
        nearer=_quantiles(density - by_chance)[0] > 0,
        proximity=near.mean(axis=0),
    )


def _share_of_relatives(strong: Floats, near: Floats) -> Floats:
    """Return which part of the relatives of each sector is strong, of one table or of a stack."""
    return divided(strong @ near, near.sum(axis=-2, keepdims=True))


def _drawn_proximity(chances: Floats, rng: np.random.Generator) -> Floats:
    """Return the proximities of each draw, shape (draws, s, s), nothing with itself."""
    regions, sectors = chances.shape
    present = (rng.random((DRAWS, regions, sectors)) < np.nan_to_num(chances)).astype(float)
    times = rng.multinomial(regions, np.full(regions, 1 / regions), size=DRAWS).astype(float)
    together = (present * times[:, :, None]).transpose(0, 2, 1) @ present
    often = np.einsum("njj->nj", together)
    near = np.nan_to_num(divided(together, np.maximum(often[:, :, None], often[:, None, :])))
    near[:, np.arange(sectors), np.arange(sectors)] = 0.0
    return near


def _mean(draws: Floats) -> Floats:
    return divided(np.nansum(draws, axis=0), np.isfinite(draws).sum(axis=0).astype(float))


def _quantiles(draws: Floats) -> tuple[Floats, Floats]:
    """Return the ends of what 95% of the known draws of each sector hold."""
    known = np.isfinite(draws).any(axis=0)
    ends = np.full((2, draws.shape[1]), np.nan)
    if known.any():
        ends[:, known] = np.nanquantile(draws[:, known], _CERTAIN, axis=0)
    return ends[0], ends[1]
