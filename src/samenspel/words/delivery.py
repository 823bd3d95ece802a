# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How measures go, whether goals are on track and what a report is, in words for people."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspel.core.delivery.progress import Silence, Status
from samenspel.core.delivery.report import Audience, Moved
from samenspel.core.delivery.schedule import Period, Reminder
from samenspel.core.delivery.track import Verdict
from samenspel.words.formats import NO_BREAK_SPACE, long_date, number, short_date

_LARGE = 10


class Word(NamedTuple):
    """A name, what it means, and the mood in which it is shown."""

    name: Promise
    meaning: Promise
    mood: str


STATUSES: dict[Status, Word] = {
    Status.ON_TRACK: Word(gettext_lazy("on track"), gettext_lazy("It goes as planned."), "good"),
    Status.AT_RISK: Word(
        gettext_lazy("at risk"),
        gettext_lazy("It still goes as planned, but something may go wrong."),
        "warn",
    ),
    Status.DELAYED: Word(gettext_lazy("delayed"), gettext_lazy("It is later than planned."), "bad"),
    Status.STOPPED: Word(
        gettext_lazy("stopped"), gettext_lazy("Nothing is done on it any more."), "none"
    ),
    Status.DONE: Word(gettext_lazy("done"), gettext_lazy("It is finished."), "info"),
}

VERDICTS: dict[Verdict, Word] = {
    Verdict.REACHED: Word(
        gettext_lazy("reached"), gettext_lazy("The newest figure is past the target."), "good"
    ),
    Verdict.ON_TRACK: Word(
        gettext_lazy("on track"),
        gettext_lazy("The newest figure is on the path to the target, or near it."),
        "good",
    ),
    Verdict.BEHIND: Word(
        gettext_lazy("behind"),
        gettext_lazy("The newest figure lags too far behind the path to the target."),
        "bad",
    ),
    Verdict.UNSURE: Word(
        gettext_lazy("cannot say"),
        gettext_lazy("The figures are too uncertain to say whether it is on track."),
        "none",
    ),
    Verdict.TOO_FEW: Word(
        gettext_lazy("cannot say yet"),
        gettext_lazy("That takes at least two figures after the baseline."),
        "none",
    ),
    Verdict.NO_PATH: Word(
        gettext_lazy("cannot be measured"),
        gettext_lazy("Baseline, target or their years are missing."),
        "none",
    ),
}

SILENCES: dict[Silence, Word] = {
    Silence.NOT_ASKED: Word(
        gettext_lazy("not asked yet"), gettext_lazy("Nobody was asked about it so far."), "none"
    ),
    Silence.WAITING: Word(
        gettext_lazy("asked"), gettext_lazy("The answer is not due yet."), "none"
    ),
    Silence.OVERDUE: Word(
        gettext_lazy("no answer"), gettext_lazy("The answer is past its date."), "bad"
    ),
    Silence.ANSWERED: Word(gettext_lazy("answered"), gettext_lazy("It was answered."), "good"),
}

AUDIENCES: dict[Audience, Word] = {
    Audience.STATE: Word(gettext_lazy("the State"), gettext_lazy("report for the State"), ""),
    Audience.PARTNERS: Word(
        gettext_lazy("the partners"), gettext_lazy("report for the partners"), ""
    ),
    Audience.COUNCIL: Word(
        gettext_lazy("the councils"), gettext_lazy("report for the councils"), ""
    ),
    Audience.PUBLIC: Word(gettext_lazy("everyone"), gettext_lazy("report for everyone"), ""),
}
"""For whom a report is, and what that makes it."""

REMINDERS: dict[Reminder, Promise] = {
    Reminder.ASK: gettext_lazy("asked"),
    Reminder.REMIND: gettext_lazy("reminded"),
    Reminder.LATE: gettext_lazy("reminded when late"),
}


def period_name(period: Period) -> str:
    """Return a period by its months: ``januari - juni 2026`` with a dash."""
    return months(period.starts_on, period.ends_on)


def months(first: date, last: date) -> str:
    """Return the months from one day to another, the year once when it is one."""
    if (first.year, first.month) == (last.year, last.month):
        return date_format(first, "F Y")
    start = date_format(first, "F" if first.year == last.year else "F Y")
    return _("%(first)s to %(last)s") % {"first": start, "last": date_format(last, "F Y")}


def report_title(audience: Audience, region: str) -> str:
    """Return the title of a report."""
    return f"{region}: {AUDIENCES[audience].meaning}"


def last_heard(on: date | None) -> str:
    """Return when an owner was heard last."""
    if on is None:
        return _("Nothing heard yet.")
    return _("Last heard: %(day)s.") % {"day": long_date(on)}


def overdue_since(period: Period, on: date) -> str:
    """Return how long the answer about a period is past its date."""
    days = (on - period.due_on).days
    late = ngettext("%(count)s day late", "%(count)s days late", days) % {"count": days}
    told = {"period": period_name(period), "day": long_date(period.due_on), "late": late}
    return _("The answer about %(period)s was due on %(day)s: %(late)s.") % told


def quantity(value: str | Decimal, unit: str) -> str:
    """Return a quantity with its unit; empty when it is not known."""
    if value in {"", None}:
        return ""
    text = number(Decimal(value))
    return f"{text}%" if unit == "%" else f"{text}{NO_BREAK_SPACE}{unit}".strip()


def added(value: str | Decimal, unit: str) -> str:
    """Return what a measure adds to a goal; to a percentage those are percentage points."""
    return quantity(value, unit_of_change(unit, one=Decimal(value or 0) == 1))


def unit_of_change(unit: str, *, one: bool = False) -> str:
    """Return the unit in which a change of a quantity is told."""
    return (
        ngettext("percentage point", "percentage points", 1 if one else 2) if unit == "%" else unit
    )


def reckoned(value: Decimal | None, unit: str) -> str:
    """Return a quantity that was reckoned, in no more digits than it deserves."""
    if value is None:
        return ""
    exact = unit == "%" or abs(value) < _LARGE
    return quantity(round(value, 1 if exact else 0), unit)


def moved(one: Moved, unit: str = "") -> str:
    """Return what differs between two reports, to stand behind the name of what it is about."""
    told = {"was": _told(one, one.was, unit), "now": _told(one, one.now, unit)}
    return str(_MOVED[one.what]) % told


_MOVED: dict[str, Promise] = {
    "status": gettext_lazy("was %(was)s, is now %(now)s"),
    "verdict": gettext_lazy("was %(was)s, is now %(now)s"),
    "value": gettext_lazy("from %(was)s to %(now)s"),
    "new": gettext_lazy("new in this report"),
    "gone": gettext_lazy("no longer in the agenda"),
}


def _told(one: Moved, value: str, unit: str) -> str:
    if not value:
        return _("without answer") if one.what == "status" else _("unknown")
    if one.what == "status":
        return str(STATUSES[Status(value)].name)
    if one.what == "verdict":
        return str(VERDICTS[Verdict(value)].name)
    return quantity(value, unit)


def frozen_line(number_of: int, on: date) -> str:
    """Return which version of a report this is, and of which day."""
    return _("Version %(number)s, frozen on %(day)s") % {
        "number": number_of,
        "day": short_date(on),
    }


def with_capital(word: Promise) -> str:
    """Return a word with a capital."""
    return capfirst(str(word))
