# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Whether a goal is on track: the newest observation beside a straight path to the target.

The path runs from the baseline to the target, each on 31 December of its year. A goal may lag by a
fifth of the way it should have come, and never by more than a tenth of the whole way. The margin of
an observation is what its source says; without that it is read from how far observations lie from
their own line, which takes three of them. When the margin leaves room for both answers, or there
are too few observations, the answer is that nobody can say.
See ``docs/methods/track.md``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from samenspel.core.agenda.record import Goal

OF_THE_WHOLE = Fraction(1, 10)
"""Part of the way from baseline to target that a goal may lag behind its path at most."""

OF_THE_WAY_SO_FAR = Fraction(1, 5)
"""Part of what a goal should have covered that it may lag behind; the two meet halfway."""

FEWEST = 2
"""Observations after the baseline below which nothing is said."""

FEWEST_FOR_MARGIN = 3
"""Observations from which a margin can be reckoned."""

_SURE = 0.975
"""The margin is the half width of a 95% interval."""


class Verdict(StrEnum):
    """Whether a goal will be reached at this pace."""

    REACHED = "reached"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    UNSURE = "unsure"
    TOO_FEW = "too-few"
    NO_PATH = "no-path"


@dataclass(frozen=True, slots=True)
class Observation:
    """A value on a day; *margin* is the half width of its 95% interval, None when unknown."""

    on: date
    value: Decimal
    margin: Decimal | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """
    How a goal stands by its *newest* observation.

    *expected* is the value of the path on that day and *allowed* the furthest lag that is still on
    track; *margin* is known or reckoned, None when neither.
    """

    verdict: Verdict
    newest: Observation | None = None
    expected: Decimal | None = None
    allowed: Decimal | None = None
    margin: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A straight line from the baseline to the target."""

    start: date
    end: date
    first: Decimal
    last: Decimal

    def at(self, day: date) -> Fraction:
        """Return the value on a day; after the end that of the target."""
        part = Fraction((min(day, self.end) - self.start).days, (self.end - self.start).days)
        return Fraction(self.first) + part * self.way

    def slack(self, day: date) -> Fraction:
        """Return how far a goal may lag on a day, with the sign of its way."""
        so_far = self.at(day) - Fraction(self.first)
        return min(OF_THE_WHOLE * self.way, OF_THE_WAY_SO_FAR * so_far, key=abs)

    @property
    def way(self) -> Fraction:
        """How far the target is from the baseline, with its sign."""
        return Fraction(self.last) - Fraction(self.first)


def path(goal: Goal) -> Path | None:
    """Return the path of a goal; None when a part is unknown or it leads nowhere."""
    first, last = goal.baseline, goal.target
    if first is None or last is None or goal.baseline_year is None or goal.target_year is None:
        return None
    if first == last or goal.target_year <= goal.baseline_year:
        return None
    return Path(year_end(goal.baseline_year), year_end(goal.target_year), first, last)


def year_end(year: int) -> date:
    """Return the day of a figure that is of a whole year."""
    return date(year, 12, 31)


def track(goal: Goal, observations: Sequence[Observation]) -> Track:
    """Return how a goal stands; *observations* in order of day."""
    way = path(goal)
    if way is None:
        return Track(Verdict.NO_PATH, observations[-1] if observations else None)
    later = [one for one in observations if one.on > way.start]
    newest = later[-1] if later else None
    if newest is None or len(later) < FEWEST:
        return Track(Verdict.TOO_FEW, newest)
    expected = way.at(newest.on)
    margin = newest.margin if newest.margin is not None else _reckoned(way, later)
    return Track(
        _verdict(way, newest, margin or Decimal()),
        newest,
        _decimal(expected),
        _decimal(expected - way.slack(newest.on)),
        margin,
    )


def _verdict(way: Path, newest: Observation, margin: Decimal) -> Verdict:
    """Return the answer that holds over the whole margin; lead and lag count towards the target."""
    sign = 1 if way.way > 0 else -1
    to_target = sign * (Fraction(newest.value) - Fraction(way.last))
    if to_target >= Fraction(margin):
        return Verdict.REACHED
    lead = sign * (Fraction(newest.value) - way.at(newest.on) + way.slack(newest.on))
    if lead >= Fraction(margin):
        return Verdict.ON_TRACK
    return Verdict.BEHIND if lead < -Fraction(margin) else Verdict.UNSURE


def _reckoned(way: Path, later: Sequence[Observation]) -> Decimal | None:
    """Return the margin from the scatter about the line through the baseline that fits best."""
    if len(later) < FEWEST_FOR_MARGIN:
        return None
    from scipy.special import stdtrit

    times = [float((one.on - way.start).days) for one in later]
    rises = [float(one.value - way.first) for one in later]
    slope = sum(t * y for t, y in zip(times, rises, strict=True)) / sum(t * t for t in times)
    rest = sum((y - slope * t) ** 2 for t, y in zip(times, rises, strict=True))
    freedom = len(later) - 1
    return _decimal(Fraction(float(stdtrit(freedom, _SURE)) * sqrt(rest / freedom)))


def _decimal(value: Fraction) -> Decimal:
    """Return a value to four digits after the point, as it is shown."""
    return Decimal(round(value * 10_000)) / 10_000
