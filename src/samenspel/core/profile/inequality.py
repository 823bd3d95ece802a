# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
How unevenly something is spread, and at which level: country, province, region, municipality.

Theil's T splits exactly: what lies between groups, and what lies within them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samenspel.core.profile.arrays import Floats, Ints, check_group, check_vectors, group_sums

NUMBERS_AT_ONCE = 2_000_000
"""Numbers that are shuffled together: some 16 MB."""

AS_LARGE = 1 - 1e-12
"""A shuffle this near to what was observed counts as equal; the rest is rounding."""

HIGH_QUANTILE = 0.95
"""What chance exceeds in one shuffle of twenty."""


@dataclass(frozen=True, slots=True)
class Decomposition:
    """
    Inequality by level, from coarse to fine; the parts add up to the total. Dimensionless, >= 0.

    ``parts[0]`` lies between the coarsest groups, ``parts[k]`` between those of level k within one
    group of level k - 1, and the last between municipalities within the finest groups.
    """

    parts: Floats
    total: float

    @property
    def shares(self) -> Floats:
        """The parts as shares of the total, shape (levels + 1,); NaN where all are equal."""
        return self.parts / self.total if self.total else np.full(self.parts.shape, np.nan)


@dataclass(frozen=True, slots=True)
class Shuffled:
    """
    What lies between groups, against what groups of the same sizes but random members give.

    ``p_value`` is the share of shuffles, the observed one included, that give as much or more;
    ``expected`` their mean and ``high`` what one in twenty exceeds.
    """

    observed: float
    expected: float
    high: float
    p_value: float


def theil(amount: Floats, people: Floats) -> float:
    r"""
    Theil's T of an amount per inhabitant, weighted by inhabitants.

    .. math:: T = \sum_i \frac{y_i}{Y} \ln \frac{y_i / Y}{p_i / P}

    A municipality with nothing contributes 0, the limit of :math:`x \ln x`; no small constant is
    added.

    Args:
        amount: shape (m,), total of each municipality (EUR, persons, jobs), >= 0.
        people: shape (m,), by whom it is shared (inhabitants, homes), > 0.

    Returns:
        Dimensionless, 0 (all equal) to ln(P / min p).

    Raises:
        ValueError: shapes differ, a value is negative or not finite, a municipality has no
            people, or the total is 0.

    Source:
        Theil (1967), *Economics and Information Theory*. Worked example:
        ``docs/methods/inequality.md``.

    >>> round(theil(np.array([30.0, 10.0]), np.array([1.0, 1.0])), 4)  # .75 ln 1.5 + .25 ln .5
    0.1308
    """
    _check(amount, people)
    return float(_divergence(amount / amount.sum(), people / people.sum()))


def between(amount: Floats, people: Floats, group: Ints) -> float:
    """
    Return the inequality that would be left if within each group all were equal.

    Args:
        amount: shape (m,), as for ``theil``.
        people: shape (m,), as for ``theil``.
        group: shape (m,), numbers from 0; each municipality is in one group.

    Returns:
        Dimensionless, 0 to ``theil(amount, people)``.

    Raises:
        ValueError: as ``theil``, or a municipality has no group.
    """
    _check(amount, people)
    groups = _numbered(group, people)
    count = int(groups.max()) + 1
    return theil(group_sums(amount, groups, count), group_sums(people, groups, count))


def between_shares(amount: Floats, people: Floats, levels: Sequence[Ints]) -> Floats:
    """
    Return for each level on its own which share of the inequality lies between its groups.

    For levels that do not nest (a labour market region crosses provinces), so that each is held
    against the country and they do not add up.

    Args:
        amount: shape (m,), as for ``theil``.
        people: shape (m,), as for ``theil``.
        levels: group numbers of shape (m,), one per level.

    Returns:
        Shape (levels,), 0 to 1; NaN where all are equal.

    Raises:
        ValueError: as ``between``.
    """
    total = theil(amount, people)
    parts = np.array([between(amount, people, level) for level in levels])
    return parts / total if total else np.full(parts.shape, np.nan)


def nests(coarse: Ints, fine: Ints) -> bool:
    """Tell whether every group of *fine* lies in one group of *coarse*; both of shape (m,)."""
    check_vectors(coarse, fine)
    pairs = np.unique(np.stack([fine, coarse]), axis=1)
    return bool(np.unique(pairs[0]).size == pairs.shape[1])


def decompose(amount: Floats, people: Floats, levels: Sequence[Ints]) -> Decomposition:
    r"""
    Split inequality over levels that nest, without remainder.

    .. math:: T = B_1 + (B_2 - B_1) + \dots + (T - B_k)

    with :math:`B_l` what lies between the groups of level *l*. Every term is at least 0, for a
    finer level can only tell more apart.

    Args:
        amount: shape (m,), as for ``theil``.
        people: shape (m,), as for ``theil``.
        levels: group numbers of shape (m,), one per level, from coarse to fine.

    Returns:
        The parts, one more than there are levels, and their total.

    Raises:
        ValueError: as ``between``, or a level does not lie within the one before.

    Source:
        Theil (1967); Akita (2003), Annals of Regional Science 37, for two stages. Worked
        example: ``docs/methods/inequality.md``.
    """
    for number in range(1, len(levels)):
        if not nests(levels[number - 1], levels[number]):
            raise ValueError(f"level {number} does not lie within level {number - 1}")
    total = theil(amount, people)
    reached = [0.0, *(between(amount, people, level) for level in levels), total]
    return Decomposition(np.maximum(np.diff(reached), 0.0), total)


def shuffle_test(
    amount: Floats,
    people: Floats,
    group: Ints,
    *,
    rng: np.random.Generator,
    shuffles: int = 999,
) -> Shuffled:
    """
    Hold what lies between groups against random groups of as many municipalities.

    More groups tell more apart whatever they are: 40 random regions of 342 municipalities are
    expected to hold a ninth of the inequality. Only what exceeds that says something of these.

    Args:
        amount: shape (m,), as for ``theil``.
        people: shape (m,), as for ``theil``; a municipality keeps its people when it moves.
        group: shape (m,), numbers from 0.
        rng: the chance to use.
        shuffles: how many times, >= 1.

    Returns:
        The observed value, and what chance gives. Memory does not grow with *shuffles*.

    Raises:
        ValueError: as ``between``, or shuffles < 1.

    Source:
        Rey (2004), in *Spatial Econometrics and Spatial Statistics*; a Monte Carlo test as Barnard
        (1963), JRSS B 25.
    """
    _check(amount, people)
    if shuffles < 1:
        raise ValueError("need at least one shuffle")
    groups = _numbered(group, people)
    order = np.argsort(groups, kind="stable")
    starts = np.searchsorted(groups[order], np.arange(groups.max() + 1))
    shares = np.stack([amount[order] / amount.sum(), people[order] / people.sum()])
    observed = float(_divergence(*np.add.reduceat(shares, starts, axis=1)))
    found = _shuffled(shares, starts, rng=rng, shuffles=shuffles)
    as_large = int((found >= observed * AS_LARGE).sum())
    high = float(np.quantile(found, HIGH_QUANTILE))
    return Shuffled(observed, float(found.mean()), high, (1 + as_large) / (shuffles + 1))


def _shuffled(shares: Floats, starts: Ints, *, rng: np.random.Generator, shuffles: int) -> Floats:
    """Return what lies between the groups in each shuffle, shape (shuffles,)."""
    units = shares.shape[1]
    step = max(1, NUMBERS_AT_ONCE // units)
    alike = bool((shares[1] == shares[1, 0]).all())
    own = shares[0] if alike else np.arange(units)
    fixed = np.add.reduceat(shares[1], starts)
    found = []
    for start in range(0, shuffles, step):
        deck = np.tile(own, (min(step, shuffles - start), 1))
        rng.permuted(deck, axis=1, out=deck)
        parts = deck if alike else shares[0][deck]
        sizes = fixed if alike else np.add.reduceat(shares[1][deck], starts, axis=1)
        found.append(_divergence(np.add.reduceat(parts, starts, axis=1), sizes))
    return np.concatenate(found)


def _divergence(share: Floats, base: Floats) -> Floats:
    """Return the sum over the last axis of share ln(share / base); 0 ln 0 is 0."""
    ratio = np.divide(share, base, out=np.ones_like(share), where=share > 0)
    return np.asarray(np.maximum((share * np.log(ratio)).sum(axis=-1), 0.0))


def _numbered(group: Ints, people: Floats) -> Ints:
    """Return the groups numbered 0, 1, ... without gaps; raise ValueError where one is missing."""
    check_vectors(group, people)
    check_group(group, int(group.max()) + 1)
    if group.min() < 0:
        raise ValueError("every municipality must have a group")
    return np.unique(group, return_inverse=True)[1]


def _check(amount: Floats, people: Floats) -> None:
    check_vectors(amount, people)
    if not (np.isfinite(amount).all() and np.isfinite(people).all()):
        raise ValueError("every value must be finite")
    if (amount < 0).any() or (people <= 0).any() or amount.sum() == 0:
        raise ValueError("amounts must be >= 0 with a total > 0, people > 0")
