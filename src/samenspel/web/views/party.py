# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One party: its seats and mandates, what it gets and brings, what it leads and joins."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from samenspel.agenda import queries
from samenspel.agenda.queries import MeasureRow, Wanted
from samenspel.core.agenda.summary import GoalNumbers
from samenspel.core.region_record import Party
from samenspel.parties.queries import mandated, party_records, seats
from samenspel.regions.queries import Words, municipalities
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.goals import view_goal
from samenspel.web.parts.interests import of_challenges
from samenspel.web.parts.measures import Names, view_measures
from samenspel.web.parts.money import amount, by_year
from samenspel.web.parts.party_promises import party_promises
from samenspel.web.reading import Reading, links, reading
from samenspel.words.formats import number

MOST = 50
"""Measures that are written out; the agenda shows the rest a page at a time."""


def party(request: HttpRequest, slug: str, party: str) -> HttpResponse:
    """Show one party."""
    seen = visit(request, slug)
    everyone = {one.slug: one for one in party_records(seen.region.pk)}
    found = everyone.get(party)
    if found is None:
        raise Http404
    read, words = reading(request, seen), seen.words
    context = {
        "party": found,
        "kind": words.label("party-kind", found.kind),
        "people": _people(seen, found),
        "seats": seats(seen.region.pk, party_slug=party, on=seen.on),
        "mandates": _mandates(seen, party),
        "reading": read,
        **party_promises(seen, read, party, {key: one.name for key, one in everyone.items()}),
    }
    if read:
        context |= _agenda(read, found, words)
    return show(request, "party", seen, context, nav="parties")


@dataclass(frozen=True, slots=True)
class _Mandate:
    """What a party lets somebody promise; *limit* is empty when no amount is set."""

    organ: str
    decided_on: object
    scope: str
    limit: str


def _mandates(seen: Visit, party: str) -> list[_Mandate]:
    return [
        _Mandate(organ, decided_on, scope, amount(limit) if limit is not None else "")
        for organ, decided_on, scope, limit in mandated(seen.region.pk, party, seen.on)
    ]


def _people(seen: Visit, party: Party) -> tuple[str, int] | None:
    """Return the inhabitants of a municipality and the year of the count."""
    if not party.municipality:
        return None
    members = municipalities(seen.region.pk, seen.on)
    own = next((one for one in members if one.code == party.municipality), None)
    if own is None or own.people is None or own.year is None:
        return None
    return number(own.people), own.year


def _agenda(read: Reading, party: Party, words: Words) -> dict[str, Any]:
    pk, to = read.version.pk, links(read)
    known, challenges = queries.summary(pk), queries.challenges(pk)
    titles = {one.key: one.title for one in challenges}
    names = Names({party.slug: party.name}, words.labels.get("phase", {}), titles)
    leads, joins = Wanted(lead=party.slug), Wanted(partner=party.slug)
    costs = queries.cost_by_year(pk, leads)
    led = queries.measure_rows(pk, leads, limit=MOST)
    joined = queries.measure_rows(pk, joins, limit=MOST)
    return {
        "interests": of_challenges(queries.interests(pk, party__slug=party.slug), titles, to),
        "goals": [
            view_goal(goal, known.goals.get(goal.key, GoalNumbers()), {party.slug: party.name}, to)
            for goal in queries.goals(pk, owner__slug=party.slug)
        ],
        "lines": queries.lines(pk, lead__slug=party.slug),
        "led": view_measures(led, names, to),
        "joined": view_measures(joined, names, to),
        "led_count": _count(pk, leads, led),
        "joined_count": _count(pk, joins, joined),
        "total": amount(sum(costs.values()) if costs else None),
        "total_known": bool(costs),
        "unpriced": _unpriced(pk, leads, led),
        "years": by_year(costs),
    }


def _unpriced(version_id: int, wanted: Wanted, rows: list[MeasureRow]) -> int:
    """Return how many of the measures asked for have no known cost."""
    if len(rows) < MOST:
        return sum(row.cents is None for row in rows)
    return queries.count_unpriced(version_id, wanted)


def _count(version_id: int, wanted: Wanted, rows: list[MeasureRow]) -> int:
    """Return how many measures are asked for; *rows* are the first of them."""
    return len(rows) if len(rows) < MOST else queries.count_measures(version_id, wanted)
