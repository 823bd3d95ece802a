# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The content of one agenda version as plain values.

Every way in and out (database, workbook, API, frozen snapshot, difference) speaks this record.
Things refer to each other by key: a party by its slug, all else by its key within the version.
Money is whole eurocents, quantities are ``Decimal``; what is unknown is None or empty.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Challenge:
    """A societal challenge: the root that everything else must lead back to."""

    key: str
    title: str
    why: str = ""
    evidence: str = ""
    sides: tuple[str, ...] = ()
    policy_fields: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A programme line, under one lead."""

    key: str
    title: str
    about: str = ""
    lead: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What should be true in a year: an indicator from a baseline to a target."""

    key: str
    title: str
    challenge: str = ""
    line: str = ""
    owner: str = ""
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    baseline_year: int | None = None
    target: Decimal | None = None
    target_year: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a measure costs in a year; ``year`` None: the whole period, not split by year."""

    year: int | None
    amount_cents: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a measure is expected to add to a goal, in the goal's unit when known."""

    goal: str
    amount: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What somebody will do."""

    key: str
    title: str
    about: str = ""
    line: str = ""
    challenges: tuple[str, ...] = ()
    lead: str = ""
    partners: tuple[str, ...] = ()
    phase: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    sides: tuple[str, ...] = ()
    policy_fields: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    costs: tuple[Cost, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Interest:
    """What a party gets from and brings to a challenge; ``challenge`` empty: the whole agenda."""

    party: str
    challenge: str = ""
    gets: str = ""
    brings: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRecord:
    """One version of an agenda, whole."""

    title: str
    starts_year: int
    ends_year: int
    about: str = ""
    source: str = ""
    challenges: tuple[Challenge, ...] = field(default=())
    lines: tuple[Line, ...] = field(default=())
    goals: tuple[Goal, ...] = field(default=())
    measures: tuple[Measure, ...] = field(default=())
    interests: tuple[Interest, ...] = field(default=())
