# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Whether money will be spent before its source ends, per measure.

The rule is a straight line and nothing more: what was paid out so far, drawn on from the first
planned year to the last day of the source. It knows no seasons, and projects often spend late, so
it is a reason to ask and no prediction. It says nothing in the first ``FIRST_DAYS`` days, without
an end date, or without a plan. All figures are whole eurocents, rounded down.

Only sources with a payment are held against their plan: of others the money may go straight to the
projects and never pass the cashier. What is given in kind never does.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspel.core.funding.cash import Cash, Payment, cash_by
from samenspel.core.funding.lines import Entry

FIRST_DAYS = 90
"""Before so many days a line through what was spent says nothing."""

ENOUGH_PERCENT, MUCH_PERCENT = 90, 110
"""A forecast below the one part of the plan is underspending, above the other ahead of it."""

Place = tuple[str, str]
"""Source and measure; the measure is empty for the programme itself."""


class Course(StrEnum):
    """How the spending of a measure from a source goes."""

    ON_COURSE = "on-course"
    UNDERSPENDING = "underspending"
    AHEAD = "ahead"
    LEFT_OVER = "left-over"
    OVERSPENT = "overspent"
    NOT_PLANNED = "not-planned"
    TOO_EARLY = "too-early"
    NO_END = "no-end"


@dataclass(frozen=True, slots=True)
class Forecast:
    """
    What a measure gets from a source, and what will come of it.

    ``planned_cents`` None: no line of the plan. ``expected_cents`` is what will be spent on the
    last day; None when that cannot be said.
    """

    source: str
    measure: str
    cash: Cash
    planned_cents: int | None
    ends_on: date | None
    expected_cents: int | None
    course: Course

    @property
    def to_spend_cents(self) -> int | None:
        """What the plan still leaves to be spent; below zero when it was exceeded."""
        return None if self.planned_cents is None else self.planned_cents - self.cash.spent_cents

    @property
    def left_cents(self) -> int:
        """What is expected to be left of the plan on the last day; zero when unknown."""
        return max(0, (self.planned_cents or 0) - self._expected)

    @property
    def short_cents(self) -> int:
        """What is expected to be spent above the plan; zero when unknown."""
        return max(0, self._expected - (self.planned_cents or 0))

    @property
    def _expected(self) -> int:
        if self.planned_cents is None:
            return 0
        if self.expected_cents is None:
            return max(self.planned_cents, self.cash.spent_cents)
        return self.expected_cents


@dataclass(frozen=True, slots=True)
class Move:
    """Money of a source that can go to another measure; ``to`` empty: none is short of it."""

    source: str
    measure: str
    to: str
    cents: int


def forecasts(
    lines: Iterable[Entry],
    payments: Iterable[Payment],
    ends: Mapping[str, date | None],
    today: date,
) -> tuple[Forecast, ...]:
    """Return a forecast of each source and measure that is planned or was paid for, in order."""
    known = tuple(payments)
    passing = {one.source for one in known}
    planned: dict[Place, list[Entry]] = {}
    for line in lines:
        if line.source in passing and not line.in_kind:
            planned.setdefault((line.source, line.measure), []).append(line)
    paid = cash_by(known, lambda one: (one.source, one.measure))
    spent = {place for place, found in paid.items() if found.spent_cents}
    first = _first_years(planned, known)
    return tuple(
        _forecast(
            place,
            paid.get(place, Cash()),
            planned.get(place, ()),
            _Span(first.get(place), ends.get(place[0]), today),
        )
        for place in sorted({*planned, *spent})
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """From the first planned year to the last day, as seen on a day."""

    first_year: int | None
    ends_on: date | None
    today: date

    @property
    def gone(self) -> int:
        return 0 if self.first_year is None else (self.today - date(self.first_year, 1, 1)).days + 1

    @property
    def whole(self) -> int:
        if self.first_year is None or self.ends_on is None:
            return 0
        return (self.ends_on - date(self.first_year, 1, 1)).days + 1


def _forecast(place: Place, paid: Cash, lines: Sequence[Entry], span: _Span) -> Forecast:
    planned = sum(line.cents for line in lines) if lines else None
    done = paid.spent_cents == planned
    expected = planned if done else _expected(paid.spent_cents, span)
    course = _course(paid.spent_cents, planned, expected, span)
    return Forecast(*place, paid, planned, span.ends_on, expected, course)


def _expected(spent: int, span: _Span) -> int | None:
    if span.ends_on is None or span.first_year is None:
        return None
    if span.today >= span.ends_on:
        return spent
    if span.gone < FIRST_DAYS or span.whole <= 0:
        return None
    return spent * span.whole // span.gone


def _course(spent: int, planned: int | None, expected: int | None, span: _Span) -> Course:
    if planned is None:
        return Course.NOT_PLANNED
    if spent > planned:
        return Course.OVERSPENT
    if span.ends_on is None:
        return Course.NO_END
    if expected is None:
        return Course.TOO_EARLY
    if span.today >= span.ends_on and spent < planned:
        return Course.LEFT_OVER
    return _pace(expected, planned)


def _pace(expected: int, planned: int) -> Course:
    if expected * 100 < planned * ENOUGH_PERCENT:
        return Course.UNDERSPENDING
    return Course.AHEAD if expected * 100 > planned * MUCH_PERCENT else Course.ON_COURSE


def _first_years(
    planned: Mapping[Place, Iterable[Entry]], payments: Iterable[Payment]
) -> dict[Place, int]:
    """Return the first year of each place: of its plan, else of its first payment out."""
    found: dict[Place, int] = {}
    for one in payments:
        if one.spent_cents:
            place = (one.source, one.measure)
            found[place] = min(found.get(place, one.year), one.year)
    for place, lines in planned.items():
        years = [line.year for line in lines if line.year is not None]
        if years:
            found[place] = min(years)
    return found


def moves(found: Collection[Forecast]) -> tuple[Move, ...]:
    """
    Return how what will be left can go to where it will be short, within one source.

    The largest remainder goes to the largest shortage first; what nobody is short of has no taker.
    Money never moves between sources: their rules differ.
    """
    sources = dict.fromkeys(one.source for one in found)
    return tuple(
        move
        for source in sources
        for move in _moves([one for one in found if one.source == source])
    )


def _moves(found: Collection[Forecast]) -> Iterable[Move]:
    late = [one for one in found if one.course in {Course.UNDERSPENDING, Course.LEFT_OVER}]
    short = {one.measure: one.short_cents for one in found if one.short_cents}
    takers = sorted(short, key=lambda measure: (-short[measure], measure))
    for one in sorted(late, key=lambda giver: (-giver.left_cents, giver.measure)):
        left = one.left_cents
        for taker in takers:
            cents = min(left, short[taker])
            if cents:
                yield Move(one.source, one.measure, taker, cents)
                left, short[taker] = left - cents, short[taker] - cents
        if left:
            yield Move(one.source, one.measure, "", left)
