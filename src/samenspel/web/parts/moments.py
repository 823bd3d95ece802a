# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What councils are asked, ready to be shown: one by one, and all councils beside each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.calendar.findings import Finding, Weight
from samenspel.core.calendar.moments import Outcome, Status
from samenspel.councils.queries import Clock, CouncilFacts, MomentRow
from samenspel.web.page import Visit
from samenspel.words.calendar import OUTCOMES, QUESTIONS, STATUSES, WEIGHTS
from samenspel.words.calendar_findings import says
from samenspel.words.formats import long_date, short_date

MOODS = {Weight.BREACH: "bad", Weight.WARNING: "warn", Weight.NOTE: "info"}
_OUTCOME_MOODS = {
    Outcome.ADOPTED: "good",
    Outcome.OPINION: "good",
    Outcome.NO_OPINION: "good",
    Outcome.AMENDED: "warn",
    Outcome.REJECTED: "bad",
}


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its weight in words; ``council`` is the name, empty when about all."""

    text: str
    weight: str
    mood: str
    council: str = ""


@dataclass(frozen=True, slots=True)
class MomentView:
    """A decision moment; ``week`` says in which week most councils can decide."""

    key: str
    title: str
    asked: str
    about: str
    about_url: str
    sends: str
    last: str
    basis: str
    cover: str
    reason: str
    decided: int
    councils: int
    week: str
    findings: Sequence[FindingView]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One moment with a cell for each council."""

    key: str
    title: str
    last: str
    cells: SafeString


def view_moment(
    seen: Visit, row: MomentRow, councils: Sequence[CouncilFacts], found: Clock | None
) -> MomentView:
    """Return a moment ready to be shown; without *found* when it is over."""
    ask = row.ask
    names = {one.party: one.place for one in councils}
    about, url = subject(seen.region.slug, ask.about)
    return MomentView(
        ask.key,
        ask.title,
        capfirst(str(QUESTIONS[ask.question])),
        about,
        url,
        long_date(ask.sends_on),
        long_date(ask.last_on),
        ask.basis,
        ask.cover,
        row.reason,
        sum(not row.is_open_for(one.party) for one in councils),
        len(councils),
        _week(found, len(councils)),
        view_findings(found.findings if found else (), names, about=ask.title),
    )


def view_findings(
    found: Iterable[Finding], names: Mapping[str, str], *, about: str = ""
) -> list[FindingView]:
    """Return findings in words; *about* what, if not the event of each."""
    return [
        FindingView(
            says(one, about),
            str(WEIGHTS[one.weight]),
            MOODS[one.weight],
            names.get(one.council, ""),
        )
        for one in found
    ]


def subject(slug: str, about: str) -> tuple[str, str]:
    """Return what a moment is about, in words, and where that can be read."""
    kind, _colon, name = about.partition(":")
    if kind == "agenda":
        return _("Version %(number)s of the agenda") % {"number": name}, reverse(
            "version", args=[slug, name]
        )
    if kind == "deal":
        return _("The text of the deal"), reverse("deal", args=[slug, name])
    if kind == "budget":
        return _("Budget %(year)s") % {"year": name}, ""
    return "", ""


def _week(found: Clock | None, councils: int) -> str:
    if found is None or found.week is None:
        return ""
    told = {
        "week": short_date(found.week.monday),
        "can": len(found.week.councils),
        "of": councils,
    }
    return _("Most councils can decide in the week of %(week)s: %(can)s of %(of)s.") % told


def matrix(
    rows: Iterable[MomentRow],
    councils: Sequence[CouncilFacts],
    clocks: Mapping[str, Clock],
    on: date,
) -> list[MatrixRow]:
    """Return the rows of the matrix; a cell is written at once, since there may be thousands."""
    labels = [(one.party, escape(one.place)) for one in councils]
    days = _Days()
    return [
        MatrixRow(
            row.ask.key,
            row.ask.title,
            short_date(row.ask.last_on),
            _cells(row, labels, clocks.get(row.ask.key), on, days),
        )
        for row in rows
    ]


def outcome_badge(row: MomentRow, party: str, on: date) -> tuple[str, str]:
    """Return how far one council is, in words and mood."""
    place = row.stand(party).position
    if place.outcome:
        return str(OUTCOMES[place.outcome]), _OUTCOME_MOODS[place.outcome]
    if row.is_late_for(party, on):
        return _("past the last day"), "bad"
    mood = "info" if place.status is Status.SCHEDULED else "none"
    return str(STATUSES[place.status]), mood


class _Days(dict[date, str]):
    """Days as they are written, each once."""

    def __missing__(self, day: date) -> str:
        self[day] = short_date(day)
        return self[day]


def _cells(
    row: MomentRow,
    labels: Sequence[tuple[str, str]],
    found: Clock | None,
    on: date,
    days: _Days,
) -> SafeString:
    told = []
    for party, label in labels:
        text, mood, note = map(escape, _cell(row, party, found, on, days))
        small = f" <small>{note}</small>" if note else ""
        badge = f'<span class="nl-data-badge badge badge--{mood}">{text}</span>'
        told.append(f'<td data-label="{label}">{badge}{small}</td>')
    return mark_safe("".join(told))


def _cell(
    row: MomentRow, party: str, found: Clock | None, on: date, days: _Days
) -> tuple[str, str, str]:
    """Return what stands in a cell: words, mood, and a day or why there is none."""
    place = row.stand(party).position
    text, mood = outcome_badge(row, party, on)
    if place.decides_on:
        return text, mood, days[place.decides_on]
    if mood == "bad":
        return text, mood, days[row.last_for(party)]
    meeting = found.meetings.get(party) if found else None
    if meeting:
        return text, mood, _("by %(day)s") % {"day": days[meeting]}
    return text, mood, _("no meeting in time known") if found else ""
