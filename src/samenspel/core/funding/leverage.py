# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What a contribution brings along: all money of the projects it is in, for each euro of its own.

Leverage = planned money of the measures to which somebody contributes / its own contribution to
them. It is one when nobody else pays. It says who pays beside whom, not that the one caused the
other: the same euro of a measure counts for everyone who pays it, so leverages never add up. The
programme's own costs are no project and stay out on both sides; what has no line stays missing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from samenspel.core.funding.lines import Entry


@dataclass(frozen=True, slots=True)
class Leverage:
    """Own money in projects, all money of those projects, and which projects; cents."""

    own_cents: int
    project_cents: int
    measures: tuple[str, ...]

    @property
    def ratio(self) -> Fraction | None:
        """How many euros each own euro is part of; None without an own euro."""
        return Fraction(self.project_cents, self.own_cents) if self.own_cents else None

    @property
    def tenths(self) -> int | None:
        """The ratio in whole tenths, half up; None without an own euro."""
        if not self.own_cents:
            return None
        return (20 * self.project_cents + self.own_cents) // (2 * self.own_cents)


def leverage_by_party(lines: Iterable[Entry]) -> dict[str, Leverage]:
    """Return party -> its leverage, of all that have a line for a measure."""
    return _leverages(lines, lambda line: line.party)


def leverage_by_source(lines: Iterable[Entry]) -> dict[str, Leverage]:
    """Return source -> its leverage, of all that have a line for a measure."""
    return _leverages(lines, lambda line: line.source)


def _leverages(lines: Iterable[Entry], owner: Callable[[Entry], str]) -> dict[str, Leverage]:
    projects: dict[str, int] = {}
    own: dict[str, dict[str, int]] = {}
    for line in lines:
        if not line.measure:
            continue
        projects[line.measure] = projects.get(line.measure, 0) + line.cents
        if name := owner(line):
            mine = own.setdefault(name, {})
            mine[line.measure] = mine.get(line.measure, 0) + line.cents
    return {
        name: Leverage(sum(mine.values()), sum(projects[key] for key in mine), tuple(sorted(mine)))
        for name, mine in sorted(own.items())
    }
