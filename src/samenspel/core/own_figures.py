# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Figures of a region's own: what they mean, a value per municipality, and how they add up.

A figure is known by its code and the year that it is of. Values travel as decimal text; a
municipality without a value is not in it: missing is never zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any

import numpy as np

from samenspel.core.canonical import encode
from samenspel.core.profile.aggregate import totals, weighted_means

SUM, MEAN, NO_RULE = "sum", "mean", "none"
RULES = (SUM, MEAN, NO_RULE)
"""How values of municipalities become one of the region: added, weighed by inhabitants, not."""

DIRECTIONS = ("higher-better", "lower-better", "neutral")

MAX_FIGURES = 500
"""Figures, each of one year, in one file."""

MAX_DIGITS, MAX_DECIMALS = 15, 6
"""Digits of a value that every database and spreadsheet keeps, and those after the point."""

DIGITS = 6
"""Decimals of what is computed; what lies behind is rounding of the computer."""

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """One indicator in one year: ``values`` are (code of a municipality, decimal text)."""

    code: str
    period: int
    name: str
    unit: str
    direction: str
    rule: str
    source: str
    licence: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.code, self.period


@dataclass(frozen=True, slots=True)
class FigureChange:
    """
    What loading does to one figure: it is ``added``, ``changed`` or ``withdrawn``.

    ``fields`` are those of its description that change, ``values`` how many municipalities get
    another value, ``count`` how many have one afterwards.
    """

    figure: OwnFigure
    change: str
    fields: tuple[str, ...]
    values: int
    count: int


def changes(now: Iterable[OwnFigure], loaded: Iterable[OwnFigure]) -> tuple[FigureChange, ...]:
    """
    Return what *loaded* changes, in its order; a figure that is as it was is left out.

    What is not in *loaded* stays. One without any value there is withdrawn.
    """
    known = {one.key: one for one in now}
    found = (_change(known.get(one.key), one) for one in loaded)
    return tuple(one for one in found if one is not None)


def _change(before: OwnFigure | None, after: OwnFigure) -> FigureChange | None:
    old = dict(before.values) if before else {}
    new = dict(after.values)
    differing = sum(old.get(code) != new.get(code) for code in old.keys() | new.keys())
    if before is None:
        return FigureChange(after, "added", (), differing, len(new)) if new else None
    if not new:
        return FigureChange(after, "withdrawn", (), differing, 0)
    one, other = asdict(replace(before, values=())), asdict(replace(after, values=()))
    fields = tuple(name for name in one if one[name] != other[name])
    if not (fields or differing):
        return None
    return FigureChange(after, "changed", fields, differing, len(new))


def of_region(one: OwnFigure, people: Mapping[str, int | None]) -> tuple[float | None, str]:
    """
    Return the figure of a region by its rule, with the reason as a code when there is none.

    *people* are the inhabitants of its municipalities, in whose order nothing matters. A sum needs
    every municipality; a mean weighs by inhabitants and needs nine tenths of them. Of one
    municipality the figure is its own.
    """
    known = {code: float(text) for code, text in one.values if code in people}
    if not known:
        return None, "not-published"
    if len(people) == 1:
        return next(iter(known.values())), ""
    if one.rule == NO_RULE:
        return None, "not-added-up"
    values = np.array([known.get(code, np.nan) for code in people])
    together = np.zeros(len(people), dtype=np.intp)
    if one.rule == SUM:
        found = totals(values, together, 1)
    else:
        weights = list(people.values())
        if not all(weights):
            return None, "no-inhabitants"
        weight = np.array([float(count or 0) for count in weights])
        found = weighted_means(values, weight, together, 1)
    value = float(found.value[0])
    return (round(value, DIGITS), "") if np.isfinite(value) else (None, "part-unknown")


def plain(figures: Sequence[OwnFigure]) -> list[dict[str, Any]]:
    """Return figures as plain values, for JSON."""
    return [asdict(one) | {"values": [list(pair) for pair in one.values]} for one in figures]


def from_plain(data: Iterable[Mapping[str, Any]]) -> tuple[OwnFigure, ...]:
    """Return the figures that ``plain`` made plain."""
    return tuple(
        OwnFigure(**{**one, "values": tuple((code, text) for code, text in one["values"])})
        for one in data
    )


def digest(figures: Sequence[OwnFigure]) -> str:
    """Return the SHA-256 of figures, the same for the same figures in any order."""
    ordered = sorted(figures, key=lambda one: one.key)
    return sha256(encode(plain(ordered))).hexdigest()
