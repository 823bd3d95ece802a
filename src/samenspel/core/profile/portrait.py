# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
From the figures of all regions of a kind to what is said of one: certainty, place and contrast.

The one may be a region of one's own that overlaps with its peers; it then is an extra row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samenspel.core.profile.arrays import Bools, Floats, Ints
from samenspel.core.profile.distinctiveness import (
    Contrast,
    both,
    contrast,
    ranks,
    similar_median,
    usual_difference,
)
from samenspel.core.profile.estimates import (
    Estimates,
    estimated_means,
    estimated_rates,
    estimated_shares,
    exact_figures,
)
from samenspel.core.profile.report import Place, Similar, Standout
from samenspel.core.profile.similarity import (
    Distances,
    block_weights,
    distances,
    likeness,
    nearest,
    standardised,
)

MOST_ALIKE = 10
"""Regions that a region is held against as being like it; a third of all at most."""

REASONS = 3
"""Variables that are named as why two regions are alike, or where they differ."""

STRUCTURE: Mapping[str, tuple[str, ...]] = {
    "age": ("share-0-15", "share-15-25", "share-25-45", "share-65-plus"),
    "households": ("household-size", "share-single-households"),
    "place": ("population-density", "address-density", "distance-supermarket"),
    "homes": (
        "share-owner-occupied",
        "share-corporation-homes",
        "share-single-family-homes",
        "share-homes-since-2000",
    ),
    "education": ("education-high", "education-low"),
    "firms": (
        "establishments-per-1000",
        "firms-agriculture",
        "firms-industry",
        "firms-trade",
        "firms-transport-ict",
        "firms-finance",
        "firms-business-services",
        "firms-public",
        "firms-culture",
    ),
}
"""Block -> variables by which regions are like each other: what they are, not how they do."""

_STEPS = (1.0, 0.1, 0.01)


class Chance(StrEnum):
    """What is known of the error of a figure."""

    SHARE = "share"
    RATE = "rate"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """
    One indicator of r regions: ``values`` and ``size``, what they are a share or mean of.

    ``per``: a share of 100 or a rate per 1,000. ``step``: the rounding of what was published.
    """

    code: str
    values: Floats
    size: Floats
    country: float
    chance: Chance
    per: float = 1.0
    step: float = 0.0


def rounding_step(values: Floats) -> float:
    """
    Return the step to which figures were rounded, as the figures themselves show; 0 for none seen.

    >>> rounding_step(np.array([57.0, 61.0, np.nan]))
    1.0
    """
    known = values[np.isfinite(values)]
    found = (step for step in _STEPS if np.allclose(known / step, np.rint(known / step), atol=1e-6))
    return next(found, 0.0)


def estimated(column: Column) -> Estimates:
    """Return the figures in their own unit with their certainty, as the kind of figure asks."""
    if column.chance is Chance.NONE:
        return exact_figures(column.values, average=column.country, step=column.step)
    if column.chance is Chance.UNKNOWN:
        unknown = np.full(column.values.shape, np.nan)
        return estimated_means(column.values, unknown, average=column.country)
    counts = column.values / column.per * column.size
    if column.chance is Chance.SHARE:
        found = estimated_shares(np.minimum(counts, column.size), column.size)
    else:
        found = estimated_rates(counts, column.size)
    half = column.step / 2
    return Estimates(
        column.per * found.value,
        column.per * found.low - half,
        column.per * found.high + half,
        column.country,
    )


def place_of(values: Floats, own: int) -> tuple[int | None, int]:
    """Return the place of a region, 1 for the highest, and of how many that are known."""
    place = ranks(values)[own]
    return (int(place) if np.isfinite(place) else None), int(np.isfinite(values).sum())


def alike(columns: Mapping[str, Column]) -> tuple[tuple[str, ...], Floats, Floats]:
    """Return the variables of structure there are, their scores (r, v) and weights (v,)."""
    blocks = [
        (code, number)
        for number, codes in enumerate(STRUCTURE.values())
        for code in codes
        if code in columns
    ]
    codes = tuple(code for code, _ in blocks)
    scores = standardised(np.column_stack([columns[code].values for code in codes]))
    return codes, scores, block_weights(np.array([number for _, number in blocks]))


def near(found: Distances, own: int, excluded: Bools) -> Ints:
    """Return the regions most like one, those that are *excluded* left out."""
    usable = np.where(excluded, np.nan, found.distance)
    count = min(MOST_ALIKE, (~excluded).sum() // 3)
    return nearest(usable, own, int(count))


def similar_regions(
    columns: Mapping[str, Column], places: Sequence[Place], own: int, excluded: Bools
) -> tuple[tuple[Similar, ...], Ints]:
    """
    Return the regions like one, nearest first, and their numbers.

    Args:
        columns: every indicator by code, of r regions.
        places: the r regions.
        own: number of the one.
        excluded: shape (r,), regions that have land in common with it and are not compared.
    """
    codes, scores, weights = alike(columns)
    found = distances(scores, weights)
    numbers = near(found, own, excluded)
    names = np.array(codes)

    def similar(other: int) -> Similar:
        both_ways = likeness(scores, weights, own, other)
        return Similar(
            places[other].code,
            places[other].name,
            float(found.distance[own, other]),
            float(found.coverage[own, other]),
            why=tuple(names[_largest(both_ways.shared)].tolist()),
            different=tuple(names[_largest(both_ways.gap)].tolist()),
        )

    return tuple(similar(int(other)) for other in numbers), numbers


def _largest(values: Floats) -> Ints:
    known = np.where(np.isfinite(values), values, 0.0)
    order = np.argsort(-known, kind="stable")[:REASONS]
    return np.asarray(order[known[order] > 0])


def contrasted(
    found: Estimates, observed: Floats, own: int, like: Ints
) -> tuple[Contrast, float | None]:
    """
    Return how far regions are from the country and those like one of them; and those' median.

    Only the row *own* of the contrast holds the comparison with regions like it.
    """
    usual = usual_difference(observed)
    similar = np.zeros((observed.size,) * 2, dtype=np.bool_)
    similar[own, like] = True
    median = similar_median(found.value, similar)
    with_country = contrast(found, usual)
    with_similar = contrast(found, usual, reference=median)
    middle = float(median[own])
    return both(with_country, with_similar), None if np.isnan(middle) else middle


def standout_of(column: Column, found: Estimates, own: int, like: Ints) -> Standout | None:
    """
    Return how a region stands out by one indicator, or None when it does not for certain.

    Args:
        column: the indicator of r regions.
        found: the same with its certainty, see ``estimated``.
        own: number of the one.
        like: numbers of regions like it.
    """
    differs, median = contrasted(found, column.values, own, like)
    if not differs.special[own]:
        return None
    return Standout(
        code=column.code,
        is_sector=False,
        score=float(differs.score[own]),
        low=float(differs.low[own]),
        high=float(differs.high[own]),
        value=float(found.value[own]),
        country=column.country,
        similar=median,
    )


def ordered(found: Sequence[Standout]) -> tuple[Standout, ...]:
    """Return what stands out, the farthest first."""
    return tuple(sorted(found, key=lambda one: (-abs(one.score), one.code)))
