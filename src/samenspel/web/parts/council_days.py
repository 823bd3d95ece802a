# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Days of boards and councils, ready to be shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.calendar.given import Recess
from samenspel.core.calendar.whole import Calendar
from samenspel.councils.queries import CouncilFacts, CouncilsKnown
from samenspel.web.parts.moments import FindingView, view_findings
from samenspel.words.calendar import EVENTS, FORMS, limit_words, term_words
from samenspel.words.formats import long_date, short_date

MEETINGS_AHEAD = 4
"""Meetings of a council that are written out in a list of all councils."""


@dataclass(frozen=True, slots=True)
class DueView:
    """A last day with where it comes from; ``planned`` is the day that was chosen."""

    iso: str
    what: str
    day: str
    planned: str
    why: Sequence[str]
    is_past: bool


@dataclass(frozen=True, slots=True)
class YearView:
    """The calendar of one budget year; ``by_council`` is what does not fit for one of them."""

    year: int
    due: Sequence[DueView]
    findings: Sequence[FindingView]
    by_council: Sequence[FindingView]
    lawful: bool


@dataclass(frozen=True, slots=True)
class CouncilView:
    """A council in a list, with its next meetings and the recess that it has alone."""

    slug: str
    name: str
    days: Sequence[str]
    recess: Sequence[str]


def view_year(made: Calendar, names: dict[str, str], on: date) -> YearView:
    """Return a calendar ready to be shown."""
    rows = [
        DueView(
            due.day.isoformat(),
            capfirst(str(EVENTS[event])),
            long_date(due.last_on) if due.last_on else "",
            long_date(due.chosen) if due.chosen else "",
            list(dict.fromkeys(limit_words(one) for one in due.limits)),
            due.day < on,
        )
        for event, due in sorted(made.due.items(), key=lambda pair: pair[1].day)
    ]
    coming = [one for one in made.findings if made.due[one.event].day >= on]
    return YearView(
        made.budget_year,
        rows,
        view_findings((one for one in coming if not one.council), names),
        view_findings((one for one in coming if one.council), names),
        made.is_lawful,
    )


def view_council(found: CouncilsKnown, one: CouncilFacts, on: date) -> CouncilView:
    """Return a council with what comes."""
    coming = [day for day in found.days.get(one.party, ()) if day >= on]
    recess = (row for row in found.recess if row.council == one.party and row.last >= on)
    return CouncilView(
        one.party,
        one.name,
        [short_date(day) for day in coming[:MEETINGS_AHEAD]],
        [period(row) for row in recess],
    )


def period(recess: Recess) -> str:
    """Return a recess in words."""
    told = {"first": short_date(recess.first), "last": short_date(recess.last)}
    days = _("%(first)s to %(last)s") % told
    return f"{recess.name}: {days}" if recess.name else days


def agreements(found: CouncilsKnown, names: dict[str, str]) -> Iterable[dict[str, str]]:
    """Yield what was agreed, and what single municipalities ask, in words."""
    for one in found.agreed:
        yield {
            "what": capfirst(str(EVENTS[one.event])),
            "term": term_words(one.term),
            "basis": one.basis,
            "who": names.get(one.council, ""),
        }


def form_words(found: CouncilsKnown) -> str:
    """Return in what legal form a region works together."""
    name = capfirst(str(FORMS[found.rules.form]))
    return _("%(form)s, with a province") % {"form": name} if found.rules.mixed else name
