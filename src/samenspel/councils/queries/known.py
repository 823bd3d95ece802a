# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""All that a region knows of its councils, read at once: eight statements, whatever the size."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Count, Max

from samenspel.core.acts import LEDGER_KINDS
from samenspel.core.calendar.asked import Ask, BoardMeeting
from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed, Council, Given, Recess
from samenspel.core.calendar.moments import Outcome, Position, Question, Status, is_late
from samenspel.core.calendar.rules import ANSWERS, Before, Days, Event
from samenspel.councils import models
from samenspel.ledger.queries import entries
from samenspel.prepared import Prepared


@dataclass(frozen=True, slots=True)
class RulesFacts:
    """In what form a region works together and how full its calendar may be."""

    form: LegalForm = LegalForm.COVENANT
    mixed: bool = False
    least: int = 2
    most: int = 2


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """A council of a ``place``; ``since`` and ``until`` tell when that takes part in the region."""

    pk: int
    party: str
    place: str
    name: str
    office: str
    since: date | None
    until: date | None

    def takes_part(self, on: date) -> bool:
        """Tell whether its municipality takes part on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A day on which a council meets, or would have."""

    pk: int
    council: str
    on: date
    cancelled: bool
    version: int


@dataclass(frozen=True, slots=True)
class BoardDayFacts:
    """A day of the board, with the name of the body that meets."""

    number: int
    meeting: BoardMeeting
    body_name: str
    cancelled: bool
    version: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one council stands on a moment; ``last_on`` its own last day, where it has one."""

    position: Position
    last_on: date | None = None
    note: str = ""
    link: str = ""


NOT_YET = Stand(Position())
"""Nothing is known yet of a council."""


@dataclass(frozen=True, slots=True)
class MomentRow:
    """A decision moment with where each council stands, by slug of its municipality."""

    pk: int
    ask: Ask
    cancelled: bool
    reason: str
    version: int
    stands: Mapping[str, Stand]

    def stand(self, council: str) -> Stand:
        """Return where one council stands."""
        return self.stands.get(council, NOT_YET)

    def last_for(self, council: str) -> date:
        """Return the last day of one council."""
        return self.stand(council).last_on or self.ask.last_on

    def is_open_for(self, council: str) -> bool:
        """Tell whether a council still has to decide."""
        return not self.cancelled and self.stand(council).position.status is not Status.DECIDED

    def is_late_for(self, council: str, on: date) -> bool:
        """Tell whether a council has not decided though its last day is past."""
        last = self.last_for(council)
        return not self.cancelled and is_late(self.stand(council).position, last, on)


@dataclass(frozen=True)
class CouncilsKnown:
    """Everything of the councils of a region."""

    rules: RulesFacts
    agreed: tuple[Agreed, ...]
    councils: tuple[CouncilFacts, ...]
    meetings: tuple[MeetingFacts, ...]
    recess: tuple[Recess, ...]
    board_days: tuple[BoardDayFacts, ...]
    moments: tuple[MomentRow, ...]

    @cached_property
    def days(self) -> Mapping[str, tuple[date, ...]]:
        """Return council -> the days on which it meets, in order."""
        found: defaultdict[str, list[date]] = defaultdict(list)
        for one in self.meetings:
            if not one.cancelled:
                found[one.council].append(one.on)
        return {council: tuple(days) for council, days in found.items()}

    def present(self, on: date) -> tuple[CouncilFacts, ...]:
        """Return the councils whose municipality takes part on a day."""
        return tuple(one for one in self.councils if one.takes_part(on))

    def given(self, on: date, budget_year: int, days: Mapping[Event, date]) -> Given:
        """Return what a calendar is reckoned from, with *days* chosen."""
        return Given(
            budget_year=budget_year,
            form=self.rules.form,
            days=days,
            mixed=self.rules.mixed,
            agreed=self.agreed,
            councils=tuple(
                Council(one.party, self.days.get(one.party, ())) for one in self.present(on)
            ),
            recess=self.recess,
            least=self.rules.least,
            most=self.rules.most,
        )

    def days_of_year(self, year: int, *, cancelled: bool = False) -> dict[Event, date]:
        """Return the days of a budget year that were chosen: of the board, and of sending."""
        found = {
            one.meeting.about: one.meeting.on
            for one in self.board_days
            if one.meeting.about and one.meeting.budget_year == year and one.cancelled == cancelled
        }
        for row in self.moments:
            sent = _SENT.get(row.ask.question)
            if sent and row.ask.about == f"budget:{year}" and not row.cancelled:
                found[sent] = row.ask.sends_on
        return found


_SENT = {
    Question.BUDGET: ANSWERS[Event.BUDGET_OPINION],
    Question.FRAMEWORK_MEMO: ANSWERS[Event.FRAMEWORK_OPINION],
}


def known(region_id: int) -> CouncilsKnown:
    """Return everything of the councils of a region; eight statements."""
    rules = next((RulesFacts(LegalForm(form), *rest) for form, *rest in _RULES(region_id)), None)
    return CouncilsKnown(
        rules=rules or RulesFacts(),
        agreed=tuple(_agreed(row) for row in _AGREED(region_id)),
        councils=tuple(CouncilFacts(*row) for row in _COUNCILS(region_id)),
        meetings=tuple(MeetingFacts(*row) for row in _MEETINGS(region_id)),
        recess=tuple(Recess(row[0], row[1], row[2], row[3] or "") for row in _RECESS(region_id)),
        board_days=tuple(_board_day(row) for row in _BOARD_DAYS(region_id)),
        moments=tuple(_moments(_MOMENTS(region_id), _POSITIONS(region_id))),
    )


def calendar_changes(region: str) -> tuple[int, datetime | None]:
    """Return how often the calendar of a region was changed, and when last; one statement."""
    rows = entries(region).order_by().filter(kind__in=_KINDS)
    found = rows.aggregate(count=Count("pk"), last=Max("at"))
    return found["count"], found["last"]


_KINDS = tuple(
    kind
    for kind in sorted(LEDGER_KINDS)
    if kind.startswith(("council-", "board-day-", "moment-", "calendar-", "position-"))
)


def rules_of(region_id: int) -> RulesFacts:
    """Return in what form a region works together; one statement."""
    rows = _RULES(region_id)
    return RulesFacts(LegalForm(rows[0][0]), *rows[0][1:]) if rows else RulesFacts()


_RULES = Prepared(
    lambda region_id: models.CalendarRules.objects.filter(region_id=region_id).values_list(
        "form", "mixed", "least", "most"
    )
)
_AGREED = Prepared(
    lambda region_id: (
        models.AgreedTerm.objects.filter(region_id=region_id)
        .order_by("position")
        .values_list(
            *("event", "days", "of", "years", "month", "day"),
            *("basis", "council__party__slug"),
        )
    )
)
_COUNCILS = Prepared(
    lambda region_id: (
        models.Council.objects.filter(party__region_id=region_id)
        .order_by("party__position")
        .values_list(
            *("pk", "party__slug", "party__municipality__name", "name", "office"),
            *("party__since", "party__until"),
        )
    )
)
_MEETINGS = Prepared(
    lambda region_id: (
        models.Meeting.objects.filter(council__party__region_id=region_id)
        .order_by("on", "council__party__position")
        .values_list("pk", "council__party__slug", "on", "cancelled", "version")
    )
)
_RECESS = Prepared(
    lambda region_id: (
        models.Recess.objects.filter(region_id=region_id)
        .order_by("first", "pk")
        .values_list("first", "last", "name", "council__party__slug")
    )
)
_BOARD_DAYS = Prepared(
    lambda region_id: (
        models.BoardDay.objects.filter(region_id=region_id)
        .order_by("on", "number")
        .values_list(
            *("number", "on", "about", "budget_year", "body__slug", "note"),
            *("body__name", "cancelled", "version"),
        )
    )
)
_MOMENTS = Prepared(
    lambda region_id: (
        models.Moment.objects.filter(region_id=region_id)
        .order_by("last_on", "pk")
        .values_list(
            *("pk", "key", "question", "title", "sends_on", "last_on", "about", "cover", "basis"),
            *("cancelled", "reason", "version"),
        )
    )
)
_POSITIONS = Prepared(
    lambda region_id: models.Position.objects.filter(moment__region_id=region_id).values_list(
        *("moment_id", "council__party__slug", "status", "outcome", "sent_on", "decides_on"),
        *("last_on", "note", "link"),
    )
)


def _agreed(row: tuple[Any, ...]) -> Agreed:
    event, days, of, years, month, day, basis, council = row
    term = Before(years, month, day) if days is None else Days(days, Event(of))
    return Agreed(Event(event), term, basis, council or "")


def _board_day(row: tuple[Any, ...]) -> BoardDayFacts:
    number, on, about, year, body, note, name, cancelled, version = row
    meeting = BoardMeeting(on, Event(about) if about else None, year, body or "", note)
    return BoardDayFacts(number, meeting, name or "", cancelled, version)


def _moments(
    rows: Iterable[tuple[Any, ...]], positions: Iterable[tuple[Any, ...]]
) -> Iterator[MomentRow]:
    stands: defaultdict[int, dict[str, Stand]] = defaultdict(dict)
    for moment, council, status, outcome, sent, decides, *rest in positions:
        came = Outcome(outcome) if outcome else None
        stands[moment][council] = Stand(Position(Status(status), came, sent, decides), *rest)
    for pk, key, question, *row, cancelled, reason, version in rows:
        ask = Ask(key, Question(question), *row)
        yield MomentRow(pk, ask, cancelled, reason, version, stands.get(pk, {}))
