# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What councils are asked, ready to be shown: one by one, and all councils beside each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.calendar.findings import Finding, Weight
from samenspel.core.calendar.moments import Outcome, Status
from samenspel.councils.queries import Clock, CouncilFacts, MomentRow
from samenspel.web.page import Visit, content_language
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
    url: str
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


def view_moment(
    seen: Visit, row: MomentRow, councils: Sequence[CouncilFacts], found: Clock | None
) -> MomentView:
    """Return a moment ready to be shown; without *found* when it is over."""
    ask = row.ask
    names = {one.party: one.place for one in councils}
    about, url = subject(seen.region.slug, ask.about)
    return MomentView(
        ask.key,
        reverse("moment", args=[seen.region.slug, ask.key]),
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
    seen: Visit,
    rows: Iterable[MomentRow],
    councils: Sequence[CouncilFacts],
    meetings: Mapping[str, Mapping[str, date]],
) -> SafeString:
    """Return the rows of the matrix, written at once: it may have thousands of cells."""
    cells = _Cells(seen.on, [(one.party, escape(one.place)) for one in councils])
    day, before = cache(short_date), reverse("moment", args=[seen.region.slug, "0"])[:-2]
    dutch, last = content_language(), escape(_("Last day"))
    return format_html_join(
        "\n",
        '<tr><th scope="row"{}><a href="{}{}/">{}</a></th><td data-label="{}">{}</td>{}</tr>',
        (
            (
                *(dutch, before, row.ask.key, row.ask.title, last, day(row.ask.last_on)),
                cells.of(row, meetings.get(row.ask.key)),
            )
            for row in rows
        ),
    )


def outcome_badge(row: MomentRow, party: str, on: date) -> tuple[str, str]:
    """Return how far one council is, in words and mood."""
    place = row.stand(party).position
    return _badge(place.status, place.outcome, late=row.is_late_for(party, on))


def _badge(status: Status, outcome: Outcome | None, *, late: bool) -> tuple[str, str]:
    if outcome:
        return str(OUTCOMES[outcome]), _OUTCOME_MOODS[outcome]
    if late:
        return _("past the last day"), "bad"
    return str(STATUSES[status]), "info" if status is Status.SCHEDULED else "none"


_Known = tuple[Status, Outcome | None, date | None, date | None, date | None]
"""How far a council is, what it decided and when; its last day if past; its last meeting."""


class _Cells:
    """Writes cells; those that say the same are written once."""

    def __init__(self, on: date, labels: Sequence[tuple[str, str]]) -> None:
        self._on, self._labels = on, labels
        self._written: dict[_Known, SafeString] = {}

    def of(self, row: MomentRow, meetings: Mapping[str, date] | None) -> SafeString:
        """Return the cells of a row; without *meetings* nothing is said of when it could be."""
        told = []
        for party, label in self._labels:
            stand = row.stand(party)
            place, last = stand.position, stand.last_on or row.ask.last_on
            late = last if last < self._on and place.status is not Status.DECIDED else None
            meeting = meetings.get(party, date.min) if meetings is not None else None
            known = (place.status, place.outcome, place.decides_on, late, meeting)
            if known not in self._written:
                self._written[known] = _cell(*known)
            told.append((label, self._written[known]))
        return format_html_join("", '<td data-label="{}">{}</td>', told)


def _cell(
    status: Status,
    outcome: Outcome | None,
    decides: date | None,
    late: date | None,
    meeting: date | None,
) -> SafeString:
    text, mood = _badge(status, outcome, late=bool(late))
    note = short_date(decides or late or date.min) if decides or late else ""
    if not note and meeting:
        told = _("by %(day)s") % {"day": short_date(meeting)}
        note = told if meeting > date.min else _("no meeting in time known")
    small = format_html(" <small>{}</small>", note) if note else ""
    badge = '<span class="nl-data-badge badge badge--{}">{}</span>{}'
    return format_html(badge, mood, text, small)
