# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a calendar is reckoned from: the form, what was agreed, councils, days chosen already."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.rules import Event, Term


@dataclass(frozen=True, slots=True)
class Agreed:
    """A term that the region agreed on; with a ``council`` it is what that municipality asks."""

    event: Event
    term: Term
    basis: str
    council: str = ""


@dataclass(frozen=True, slots=True)
class Recess:
    """Days on which a council does not meet, both included; without ``council`` for all."""

    first: date
    last: date
    name: str = ""
    council: str = ""

    def covers(self, day: date) -> bool:
        """Tell whether a day is within it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Council:
    """A council and the days on which it meets, in order, as far as they are known."""

    key: str
    meetings: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """
    All that the dates of one budget year follow from.

    ``days`` are the days that were chosen or have been: at least that of the board when there is a
    budget. ``least`` meetings must fall within the time to answer; more than ``most`` answers in
    one meeting is too full.
    """

    budget_year: int
    form: LegalForm
    days: Mapping[Event, date]
    mixed: bool = False
    agreed: tuple[Agreed, ...] = ()
    councils: tuple[Council, ...] = ()
    recess: tuple[Recess, ...] = ()
    least: int = 2
    most: int = 2

    def opened(self) -> "Given":
        """Return the same without the meetings that fall in a recess: nobody meets then."""
        councils = tuple(_opened(one, self.recess_of(one.key)) for one in self.councils)
        return replace(self, councils=councils)

    def recess_of(self, council: str) -> tuple[Recess, ...]:
        """Return when a council does not meet."""
        return tuple(one for one in self.recess if one.council in ("", council))


def _opened(council: Council, recess: tuple[Recess, ...]) -> Council:
    days = council.meetings
    return replace(
        council, meetings=tuple(day for day in days if not any(one.covers(day) for one in recess))
    )
