# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A report of what came of an agenda: drawn from what is recorded, and from nothing that is typed.

Its content is plain data with one canonical text, so it has a digest; two reports are compared by
what they hold, not by what was written about them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

from samenspel.core.canonical import encode
from samenspel.core.changes import plain
from samenspel.core.delivery.progress import Status
from samenspel.core.delivery.track import Verdict

FORMAT = "samenspel-progress-report-1"


class Audience(StrEnum):
    """For whom a report is."""

    STATE = "state"
    PARTNERS = "partners"
    COUNCIL = "council"
    PUBLIC = "public"


PARTS: Mapping[Audience, tuple[str, ...]] = {
    Audience.STATE: ("goals", "money", "measures", "commitments"),
    Audience.PARTNERS: ("measures", "money", "commitments", "goals"),
    Audience.COUNCIL: ("goals", "money", "measures", "commitments"),
    Audience.PUBLIC: ("goals", "measures"),
}
"""What a report for each tells, in this order, after the summary and what changed."""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal with its newest figure; quantities are decimal text, empty when unknown."""

    key: str
    title: str
    unit: str
    baseline: str
    target: str
    target_year: int | None
    value: str
    on: str
    expected: str
    margin: str
    verdict: Verdict
    source: str = ""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """What a measure delivered so far towards a goal, and was expected to in all."""

    goal: str
    value: str
    expected: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure with the answer of its owner about the period; ``status`` None: no answer."""

    key: str
    title: str
    lead: str
    lead_name: str
    status: Status | None
    sentence: str = ""
    answered_on: str = ""
    budget_cents: int | None = None
    spent_cents: int | None = None
    figures: tuple[FigureLine, ...] = ()


@dataclass(frozen=True, slots=True)
class LateLine:
    """A commitment past its date without evidence."""

    key: str
    party_name: str
    what: str
    ends_on: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Content:
    """
    What a report holds. *rungs*: how many commitments stand on each rung of the ladder.

    Everything is as it was on the day of freezing; *agenda* is the version in force then.
    """

    region: str
    region_title: str
    fictional: bool
    audience: Audience
    period: str
    starts_on: str
    ends_on: str
    agenda: int
    agenda_title: str
    measures: tuple[MeasureLine, ...]
    goals: tuple[GoalLine, ...]
    rungs: Mapping[str, int] = field(default_factory=dict)
    late: tuple[LateLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """
    A report in numbers; *statuses* in their own order, without those that do not occur.

    *budget_cents* is of the measures whose budget is known; *spent_cents* of those that say it.
    """

    measures: int
    answered: int
    statuses: tuple[tuple[Status, int], ...]
    verdicts: tuple[tuple[Verdict, int], ...]
    budget_cents: int
    spent_cents: int
    spent_told: int


@dataclass(frozen=True, slots=True)
class Moved:
    """
    One thing that differs between two reports.

    *what* is ``status``, ``verdict``, ``value``, ``new`` or ``gone``; *kind* is ``measure`` or
    ``goal``.
    """

    kind: str
    key: str
    title: str
    what: str
    was: str
    now: str


def text_of(content: Content) -> str:
    """Return the one canonical text of a report."""
    return encode(plain({"format": FORMAT, **asdict(content)})).decode()


def digest_of(text: str) -> str:
    """Return the digest of the text of a report."""
    return sha256(text.encode()).hexdigest()


def content_of(data: Mapping[str, Any]) -> Content:
    """Return the report that plain data holds, as ``text_of`` wrote it."""
    values = {name: value for name, value in data.items() if name != "format"}
    values["audience"] = Audience(values["audience"])
    values["measures"] = tuple(_measure(one) for one in values["measures"])
    values["goals"] = tuple(
        GoalLine(**{**one, "verdict": Verdict(one["verdict"])}) for one in values["goals"]
    )
    values["late"] = tuple(LateLine(**one) for one in values["late"])
    return Content(**values)


def totals(content: Content) -> Totals:
    """Return a report in numbers."""
    statuses = Counter(one.status for one in content.measures if one.status)
    verdicts = Counter(one.verdict for one in content.goals)
    spent = [one.spent_cents for one in content.measures if one.spent_cents is not None]
    return Totals(
        measures=len(content.measures),
        answered=sum(statuses.values()),
        statuses=tuple((one, statuses[one]) for one in Status if statuses[one]),
        verdicts=tuple((one, verdicts[one]) for one in Verdict if verdicts[one]),
        budget_cents=sum(one.budget_cents or 0 for one in content.measures),
        spent_cents=sum(spent),
        spent_told=len(spent),
    )


def moves(old: Content, new: Content) -> list[Moved]:
    """Return what differs between two reports: measures first, then goals."""
    return [
        *_moves("measure", old.measures, new.measures, {"status": "status"}),
        *_moves("goal", old.goals, new.goals, {"verdict": "verdict", "value": "value"}),
    ]


def _measure(one: Mapping[str, Any]) -> MeasureLine:
    status = Status(one["status"]) if one["status"] else None
    figures = tuple(FigureLine(**figure) for figure in one["figures"])
    return MeasureLine(**{**one, "status": status, "figures": figures})


def _moves(
    kind: str, old: Sequence[Any], new: Sequence[Any], watched: Mapping[str, str]
) -> Iterable[Moved]:
    before = {one.key: one for one in old}
    after = {one.key: one for one in new}
    for key, one in after.items():
        was = before.get(key)
        if was is None:
            yield Moved(kind, key, one.title, "new", "", "")
            continue
        for what, name in watched.items():
            values = (str(getattr(each, name) or "") for each in (was, one))
            first, second = values
            if first != second:
                yield Moved(kind, key, one.title, what, first, second)
    for key, one in before.items():
        if key not in after:
            yield Moved(kind, key, one.title, "gone", "", "")
