# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Councils and their meetings, what follows from the board, and what councils are asked."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from samenspel.core.calendar.findings import Finding, Weight
from samenspel.core.calendar.moments import Outcome, Question, Status
from samenspel.core.calendar.rules import Event
from samenspel.councils.queries import CouncilsKnown, calendars, clock, known
from samenspel.words.calendar import limit_words
from samenspel.words.calendar_findings import says

from .asking import Asked
from .reading import Resource
from .showing import CamelCase, Code, PageQuery, listing, texts

_EVENTS = [str(event) for event in Event]
_QUESTIONS = [str(question) for question in Question]


class Council(CamelCase):
    """A council of the region."""

    party = serializers.CharField(help_text="Slug of its municipality.")
    name = serializers.CharField()
    office = serializers.CharField(help_text="How to reach its clerk's office; else empty.")
    meetings = serializers.ListField(
        child=serializers.DateField(), help_text="Days on which it meets, as far as known."
    )
    recess = texts("Days without meetings: first and last, with a slash between.")


class Finding_(CamelCase):  # noqa: N801 - the core has the name
    """Something that does not fit."""

    code = serializers.CharField()
    weight = serializers.ChoiceField([str(weight) for weight in Weight])
    event = serializers.ChoiceField(_EVENTS)
    council = serializers.CharField(help_text="Slug; empty when it is about all.")
    text = serializers.CharField(help_text="What it says.")


class Limit(CamelCase):
    """A last day with where it comes from."""

    last_on = serializers.DateField()
    basis = serializers.CharField(help_text="The article of law, or the agreement.")
    by_law = serializers.BooleanField(help_text="Whether a source confirms that it is law.")


class Due(CamelCase):
    """By when something must have been."""

    event = serializers.ChoiceField(_EVENTS)
    last_on = serializers.DateField(allow_null=True, help_text="Null: nothing says.")
    chosen = serializers.DateField(allow_null=True, help_text="The day that was planned or was.")
    limits = Limit(many=True)


class Calendar(CamelCase):
    """All that follows from the day on which the board adopts a budget."""

    budget_year = serializers.IntegerField()
    lawful = serializers.BooleanField(help_text="Whether nothing is against the law.")
    dates = Due(many=True)
    findings = Finding_(many=True)


class Position(CamelCase):
    """Where one council stands."""

    council = serializers.CharField(help_text="Slug of its municipality.")
    status = serializers.ChoiceField([str(status) for status in Status])
    outcome = serializers.ChoiceField([str(outcome) for outcome in Outcome], allow_null=True)
    sent_on = serializers.DateField(allow_null=True)
    last_on = serializers.DateField(help_text="Its last day.")
    decides_on = serializers.DateField(allow_null=True)
    last_meeting = serializers.DateField(
        allow_null=True, help_text="The last of its meetings in time, as far as known."
    )
    note = serializers.CharField()
    link = serializers.CharField(help_text="Where the decision can be read; else empty.")


class DecisionMoment(CamelCase):
    """One thing that all councils are asked."""

    key = serializers.CharField()
    question = serializers.ChoiceField(_QUESTIONS)
    title = serializers.CharField()
    about = serializers.CharField(help_text="agenda:2, deal:slug, budget:2027, or empty.")
    sends_on = serializers.DateField()
    last_on = serializers.DateField()
    basis = serializers.CharField(help_text="By which law or agreement; else empty.")
    cover = serializers.CharField(help_text="The cover note.")
    cancelled = serializers.BooleanField()
    reason = serializers.CharField(help_text="Why it was taken back.")
    positions = Position(many=True)
    findings = Finding_(many=True)


class MomentQuery(PageQuery):
    """A page of decision moments."""

    question = serializers.ChoiceField(
        _QUESTIONS, required=False, help_text="Only with this question."
    )
    about = Code(
        "Only about this: agenda:2, deal:slug, budget:2027.", pattern=r"^[a-z0-9:-]{1,60}\Z"
    )


def _councils(asked: Asked) -> dict[str, Any]:
    found = known(asked.region.pk)
    return asked.page_of(
        [
            {
                "party": one.party,
                "name": one.name,
                "office": one.office,
                "meetings": found.days.get(one.party, ()),
                "recess": [
                    f"{row.first}/{row.last}"
                    for row in found.recess
                    if row.council in ("", one.party)
                ],
            }
            for one in found.present(asked.on)
        ]
    )


def _calendars(asked: Asked) -> dict[str, Any]:
    made = calendars(known(asked.region.pk), on=asked.on)
    return asked.page_of(
        [
            {
                "budget_year": one.budget_year,
                "lawful": one.is_lawful,
                "dates": [
                    {
                        "event": event,
                        "last_on": due.last_on,
                        "chosen": due.chosen,
                        "limits": [
                            {
                                "last_on": limit.last_on,
                                "basis": limit_words(limit),
                                "by_law": limit.by_law,
                            }
                            for limit in due.limits
                        ],
                    }
                    for event, due in one.due.items()
                ],
                "findings": [_finding(each) for each in one.findings],
            }
            for one in made
        ]
    )


def _finding(one: Finding, about: str = "") -> dict[str, Any]:
    what = {name: getattr(one, name) for name in ("code", "weight", "event", "council")}
    return {**what, "text": says(one, about)}


def _moments(asked: Asked) -> dict[str, Any]:
    found, query = known(asked.region.pk), asked.query
    rows = [
        row
        for row in found.moments
        if query.get("question") in (None, row.ask.question)
        and query.get("about") in (None, row.ask.about)
    ]
    when = {row.ask.key: clock(found, row, on=asked.on) for row in rows}
    return asked.page_of(
        [
            {name: getattr(row.ask, name) for name in row.ask.__slots__}
            | {
                "cancelled": row.cancelled,
                "reason": row.reason,
                "positions": _positions(found, row.ask.key, when[row.ask.key].meetings, asked),
                "findings": [_finding(one, row.ask.title) for one in when[row.ask.key].findings],
            }
            for row in rows
        ]
    )


def _positions(
    found: CouncilsKnown, key: str, meetings: Mapping[str, Any], asked: Asked
) -> list[dict[str, Any]]:
    row = next(one for one in found.moments if one.ask.key == key)
    told = []
    for one in found.present(asked.on):
        stand = row.stand(one.party)
        place = stand.position
        told.append(
            {
                "council": one.party,
                "status": place.status,
                "outcome": place.outcome,
                "sent_on": place.sent_on,
                "last_on": row.last_for(one.party),
                "decides_on": place.decides_on,
                "last_meeting": meetings.get(one.party),
                "note": stand.note,
                "link": stand.link,
            }
        )
    return told


RESOURCES = {
    "councils": Resource("The councils", listing(Council), _councils, PageQuery, is_list=True),
    "calendars": Resource(
        "What follows from each board", listing(Calendar), _calendars, PageQuery, is_list=True
    ),
    "decision-moments": Resource(
        "What councils are asked", listing(DecisionMoment), _moments, MomentQuery, is_list=True
    ),
}
