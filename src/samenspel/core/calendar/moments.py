# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A decision moment: one thing that all councils are asked, and how far each of them is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from samenspel.core.calendar.answers import Answer, answer
from samenspel.core.calendar.dates import Due, dates
from samenspel.core.calendar.findings import Finding, Weight, of_answers, of_recess
from samenspel.core.calendar.given import Given
from samenspel.core.calendar.rules import ANSWERS, Event
from samenspel.core.errors import RuleError


class Question(StrEnum):
    """What a council is asked."""

    FRAMEWORK_MEMO = "framework-memo"
    BUDGET = "budget"
    ARRANGEMENT = "arrangement"
    AGENDA_OPINION = "agenda-opinion"
    AGENDA = "agenda"
    DEAL = "deal"
    WISHES = "wishes"


ANSWERED_AS: dict[Question, Event] = {
    Question.FRAMEWORK_MEMO: Event.FRAMEWORK_OPINION,
    Question.BUDGET: Event.BUDGET_OPINION,
    Question.ARRANGEMENT: Event.ARRANGEMENT_OPINION,
    Question.AGENDA_OPINION: Event.AGENDA_OPINION,
}
"""Questions for which there is a term, by law or by agreement; others have the date they name."""


class Status(StrEnum):
    """How far one council is."""

    PLANNED = "planned"
    SENT = "sent"
    SCHEDULED = "scheduled"
    DECIDED = "decided"


class Outcome(StrEnum):
    """What a council decided."""

    ADOPTED = "adopted"
    AMENDED = "amended"
    REJECTED = "rejected"
    OPINION = "opinion"
    NO_OPINION = "no-opinion"


@dataclass(frozen=True, slots=True)
class Position:
    """Where one council stands on one moment; ``decides_on``: the meeting, planned or held."""

    status: Status = Status.PLANNED
    outcome: Outcome | None = None
    sent_on: date | None = None
    decides_on: date | None = None


def check_position(one: Position, today: date) -> None:
    """
    Refuse what cannot be.

    Raises:
        RuleError: ``sent-day-missing`` past planned without a day of sending, ``meeting-missing``
            scheduled or decided without a day, ``outcome-missing`` decided without an outcome,
            ``outcome-too-early`` with one before, ``date-in-future`` decided or sent on a day to
            come, ``decided-before-sent``.
    """
    if one.status is not Status.PLANNED and one.sent_on is None:
        raise RuleError("sent-day-missing", field="sent_on")
    if one.status in (Status.SCHEDULED, Status.DECIDED) and one.decides_on is None:
        raise RuleError("meeting-missing", field="decides_on")
    if one.status is Status.DECIDED and one.outcome is None:
        raise RuleError("outcome-missing", field="outcome")
    if one.status is not Status.DECIDED and one.outcome is not None:
        raise RuleError("outcome-too-early", field="outcome")
    _check_days(one, today)


def _check_days(one: Position, today: date) -> None:
    sent, decides = one.sent_on, one.decides_on
    if sent and sent > today:
        raise RuleError("date-in-future", field="sent_on", on=sent)
    if one.status is Status.DECIDED and decides and decides > today:
        raise RuleError("date-in-future", field="decides_on", on=decides)
    if sent and decides and decides < sent:
        raise RuleError("decided-before-sent", field="decides_on", on=decides, sent=sent)


def is_late(one: Position, last_on: date | None, on: date) -> bool:
    """Tell whether a council has not decided though the last day is past."""
    return bool(last_on and last_on < on and one.status is not Status.DECIDED)


def term_of(given: Given, question: Question, sent: date | None) -> Due | None:
    """Return until when councils may answer what leaves on a day; None when nothing says."""
    event = ANSWERED_AS.get(question)
    if event is None or sent is None:
        return None
    return dates(_sent(given, event, sent)).get(event)


def moment_answers(
    given: Given, question: Question, sent: date, last: Mapping[str, date]
) -> tuple[Answer, ...]:
    """
    Return when each council can answer what leaves on a day; *last* is the last day of each.

    *given* is ``opened``: a meeting in a recess does not count.
    """
    event = ANSWERED_AS.get(question, Event.AGENDA_OPINION)
    return tuple(answer(one, event, (sent, last[one.key])) for one in given.councils)


def moment_findings(
    given: Given, question: Question, window: tuple[date, date], asked: Iterable[Answer]
) -> tuple[Finding, ...]:
    """
    Return what does not fit when councils have from the first to the last day of *window*.

    An earlier last day than the law allows is a breach, than was agreed a warning. Where nothing
    says how long, only meetings and recess count.
    """
    sent, last = window
    event = ANSWERED_AS.get(question, Event.AGENDA_OPINION)
    due = term_of(given, question, sent)
    shown = {event: Due(event, (), last), ANSWERS[event]: Due(ANSWERS[event], (), sent)}
    found = (*of_answers(given, asked), *of_recess(given, shown))
    return (*_cut(due, event, sent, last), *found)


def _cut(due: Due | None, event: Event, sent: date, last: date) -> Iterator[Finding]:
    """Yield the heaviest term that is cut short."""
    limits = sorted(due.limits, key=lambda one: not one.by_law) if due else []
    for one in limits:
        if last < one.last_on:
            what = {"days": (last - sent).days, "needed": (one.last_on - sent).days}
            what_days: dict[str, object] = {**what, "on": sent, "last": one.last_on}
            weight = Weight.BREACH if one.by_law else Weight.WARNING
            yield Finding("term-too-short", weight, event, params=what_days)
            return


def _sent(given: Given, event: Event, day: date) -> Given:
    return replace(given, days={**given.days, ANSWERS[event]: day})
