# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What does not fit in a calendar: against the law, unwise, or good to know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from samenspel.core.calendar.answers import Answer
from samenspel.core.calendar.dates import Dates, Due, asked_by
from samenspel.core.calendar.given import Given, Recess
from samenspel.core.calendar.rules import ANSWERS, Before, Days, Event

_SATURDAY = 5


class Weight(StrEnum):
    """How much a finding weighs: a breach is against the law as our sources have it."""

    BREACH = "breach"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know; ``council`` is empty when it is about all of them."""

    code: str
    weight: Weight
    event: Event
    council: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


def findings(given: Given, found: Dates, asked: Iterable[Answer]) -> tuple[Finding, ...]:
    """Return all findings, the heaviest first, each weight in the order of the events."""
    rows = tuple(asked)
    everything = [
        *_of_dates(found),
        *_of_order(found),
        *_of_own_terms(given, found),
        *of_answers(given, rows),
        *of_recess(given, found),
        *clashes(rows, given.most),
        *_of_board_day(given, found),
    ]
    order = {weight: place for place, weight in enumerate(Weight)}
    return tuple(sorted(everything, key=lambda one: order[one.weight]))


def _of_dates(found: Dates) -> Iterator[Finding]:
    for due in found.values():
        yield from _too_late(due, found)
        yield from _agreed_too_short(due)
        if due.bridged:
            yield Finding("law-changed-between", Weight.NOTE, due.event)
        if due.day.weekday() >= _SATURDAY:
            yield Finding("in-weekend", Weight.NOTE, due.event, params={"on": due.day})


def _too_late(due: Due, found: Dates) -> Iterator[Finding]:
    """Yield the heaviest limit that the chosen day is past."""
    missed = [one for one in due.limits if due.day > one.last_on]
    missed.sort(key=lambda one: not one.by_law)
    if not missed:
        return
    one, event = missed[0], due.event
    weight = Weight.BREACH if one.by_law else Weight.WARNING
    what: dict[str, object] = {"on": due.day, "last": one.last_on}
    term = one.why.term
    if isinstance(term, Days) and term.days < 0 and term.of in found:
        given_days = (found[term.of].day - due.day).days
        what |= {"days": given_days, "needed": -term.days}
        yield Finding("term-too-short", weight, event, params=what)
    else:
        yield Finding("after-last-day", weight, event, params=what)


def _agreed_too_short(due: Due) -> Iterator[Finding]:
    """Yield agreements that allow a later day than the law; for an answer, an earlier one."""
    law = due.legal
    for one in due.limits if law else ():
        if one.by_law or law is None:
            continue
        answers = due.event in ANSWERS
        if (one.last_on < law.last_on) if answers else (one.last_on > law.last_on):
            what = {"agreed": one.last_on, "last": law.last_on}
            yield Finding("agreed-against-law", Weight.WARNING, due.event, params=what)


def _of_order(found: Dates) -> Iterator[Finding]:
    """Yield days that the calendar puts in an order that cannot work."""
    memo, draft = found.get(Event.FRAMEWORK_MEMO), found.get(Event.DRAFT_BUDGET)
    if memo and draft and draft.day < memo.day:
        legal = next((o.why.term for o in memo.limits if isinstance(o.why.term, Before)), None)
        what: dict[str, object] = {"draft": draft.day, "memo": memo.day}
        if legal:
            what["before"] = memo.limits[0].last_on + timedelta(days=1)
        yield Finding("draft-before-framework", Weight.WARNING, Event.DRAFT_BUDGET, params=what)
    board, sent = found.get(Event.BOARD), found.get(Event.BUDGET_TO_PROVINCE)
    if board and sent and sent.day < board.day:
        what = {"on": board.day, "last": sent.day}
        weight = Weight.BREACH if sent.legal else Weight.WARNING
        yield Finding("board-after-province-day", weight, Event.BOARD, params=what)
    answer = found.get(Event.BUDGET_OPINION)
    if board and answer and answer.day > board.day:
        what = {"on": board.day, "last": answer.day}
        weight = Weight.BREACH if answer.legal else Weight.WARNING
        yield Finding("board-before-answers", weight, Event.BOARD, params=what)


def _of_own_terms(given: Given, found: Dates) -> Iterator[Finding]:
    for council in given.councils:
        for one, last in asked_by(given, council.key, found):
            due = found.get(one.event)
            if due and due.day > last:
                what = {"on": due.day, "last": last, "basis": one.basis}
                yield Finding("own-term-missed", Weight.WARNING, one.event, council.key, what)


def of_answers(given: Given, asked: Iterable[Answer]) -> Iterator[Finding]:
    """Yield councils that meet too seldom in time, or of which too little is known."""
    for one in asked:
        count, what = len(one.meetings), {"last": one.last_on, "opens": one.opens_on}
        if count < given.least and one.complete:
            few = {**what, "count": count, "least": given.least}
            yield Finding("few-meetings", Weight.WARNING, one.event, one.council, few)
        elif count < given.least:
            yield Finding("meetings-unknown", Weight.NOTE, one.event, one.council, what)


def of_recess(given: Given, found: Dates) -> Iterator[Finding]:
    """Yield days on which councils must answer, or are sent something, while they do not meet."""
    for event, due in found.items():
        if event not in ANSWERS and event not in ANSWERS.values():
            continue
        code = "answer-in-recess" if event in ANSWERS else "sent-in-recess"
        for council, recess in _in_recess(given, due.day):
            what = {"on": due.day, "first": recess.first, "end": recess.last, "name": recess.name}
            yield Finding(code, Weight.WARNING, event, council, what)


def _in_recess(given: Given, day: date) -> Iterator[tuple[str, Recess]]:
    """Yield the recess of all on a day, else that of each council."""
    covering = [one for one in given.recess if one.covers(day)]
    shared = next((one for one in covering if not one.council), None)
    if shared:
        yield "", shared
        return
    known = {council.key for council in given.councils}
    yield from ((one.council, one) for one in covering if one.council in known)


def clashes(asked: Iterable[Answer], most: int) -> Iterator[Finding]:
    """Yield each meeting of a council in which more than *most* answers would be due."""
    full: defaultdict[tuple[str, date], list[Answer]] = defaultdict(list)
    for one in asked:
        if one.decides_on:
            full[one.council, one.decides_on].append(one)
    for (council, day), rows in full.items():
        if len(rows) > most:
            what = {"on": day, "count": len(rows), "most": most}
            yield Finding("meeting-too-full", Weight.WARNING, rows[-1].event, council, what)


def _of_board_day(given: Given, found: Dates) -> Iterator[Finding]:
    for event in (Event.BOARD, Event.ACCOUNTS_BOARD):
        due = found.get(event)
        for council in given.councils if due and due.chosen else ():
            if due and due.chosen in council.meetings:
                what = {"on": due.chosen}
                yield Finding("board-on-council-day", Weight.WARNING, event, council.key, what)
