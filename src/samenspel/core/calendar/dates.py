# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""From the day of one board meeting to the last day of everything, with why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from samenspel.core.calendar.given import Agreed, Given
from samenspel.core.calendar.rules import Before, Days, Event, Rule, Term, rules_for


@dataclass(frozen=True, slots=True)
class Limit:
    """A last day with the rule or agreement that it follows from."""

    last_on: date
    why: Rule | Agreed

    @property
    def by_law(self) -> bool:
        """Whether a source confirms that the law says so."""
        return isinstance(self.why, Rule) and self.why.confirmed


@dataclass(frozen=True, slots=True)
class Due:
    """
    By when an event must have been, at the latest; the first of ``limits`` decides.

    ``chosen`` is the day that was planned or has been. ``bridged``: the law changed between
    where the term would begin by the old rule and by the new.
    """

    event: Event
    limits: tuple[Limit, ...]
    chosen: date | None = None
    bridged: bool = False

    @property
    def last_on(self) -> date | None:
        """The last day that law and agreements allow, None when nothing says."""
        return self.limits[0].last_on if self.limits else None

    @property
    def day(self) -> date:
        """The chosen day, else the last."""
        return self.chosen or self.limits[0].last_on

    @property
    def legal(self) -> Limit | None:
        """The first limit by law."""
        return next((one for one in self.limits if one.by_law), None)


Dates = Mapping[Event, Due]


def dates(given: Given) -> Dates:
    """Return the day of everything of which something says when, in the order of the events."""
    laid = _Laid(given)
    found = {event: laid.due(event) for event in Event}
    return {event: one for event, one in found.items() if one is not None}


def last_day(term: Term, year: int, known: Mapping[Event, date]) -> date | None:
    """Return the last day of a term, or None when the day that it counts from is not known."""
    if isinstance(term, Before):
        return date(year + term.years, term.month, term.day) - timedelta(days=1)
    start = known.get(term.of)
    return start + timedelta(days=term.days) if start else None


class _Laid:
    """Dates that are being laid out; an event is reckoned when another asks for it."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._known: dict[Event, Due | None] = {}
        self._rules: dict[str, list[Rule]] = {}
        for rule in rules_for(given.form, mixed=given.mixed):
            self._rules.setdefault(rule.code, []).append(rule)

    def due(self, event: Event) -> Due | None:
        """Return the due date of an event, None when nothing says when."""
        if event not in self._known:
            self._known[event] = None  # agreements that wait for each other settle nothing
            self._known[event] = self._reckon(event)
        return self._known[event]

    def _reckon(self, event: Event) -> Due | None:
        by_law, bridged = self._by_law(event)
        region = [one for one in self._given.agreed if one.event is event and not one.council]
        agreed = [Limit(day, one) for one in region if (day := self._last(one.term))]
        limits = sorted([*by_law, *agreed], key=lambda one: (one.last_on, not one.by_law))
        chosen = self._given.days.get(event)
        return Due(event, tuple(limits), chosen, bridged) if limits or chosen else None

    def _by_law(self, event: Event) -> tuple[list[Limit], bool]:
        limits, bridged = [], False
        for rules in self._rules.values():
            if rules[0].event is not event:
                continue
            found = [Limit(day, one) for one in rules if (day := self._last(one.term))]
            held = [one for one in found if _holds(one)]
            limits += held[:1] or (found[-1:] if len(found) > 1 else [])
            bridged = bridged or (len(found) > 1 and not held)
        return limits, bridged

    def _last(self, term: Term) -> date | None:
        known = {} if isinstance(term, Before) else self._anchor(term.of)
        return last_day(term, self._given.budget_year, known)

    def _anchor(self, event: Event) -> Mapping[Event, date]:
        found = self.due(event)
        return {event: found.day} if found else {}


def _holds(limit: Limit) -> bool:
    """Tell whether a rule held on the day on which its term begins."""
    rule, day = limit.why, limit.last_on
    if not isinstance(rule, Rule):
        return True
    if isinstance(rule.term, Days):
        day = min(day, day - timedelta(days=rule.term.days))
    since, until = rule.valid_from, rule.valid_until
    return (since is None or since <= day) and (until is None or day < until)


def asked_by(given: Given, council: str, found: Dates) -> Iterable[tuple[Agreed, date]]:
    """Yield what a municipality asks of its own accord, each with its last day."""
    known = {event: one.day for event, one in found.items()}
    for one in given.agreed:
        if one.council == council and (day := last_day(one.term, given.budget_year, known)):
            yield one, day
