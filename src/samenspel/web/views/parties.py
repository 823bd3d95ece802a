# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in a region, at which tables, and in which municipalities."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from samenspel.parties.queries import PartyFacts, SeatFacts, seats
from samenspel.parties.queries import parties as parties_of
from samenspel.regions.queries import MunicipalityFacts, inhabitants, municipalities
from samenspel.web.page import show, visit
from samenspel.web.parts.parties import by_kind, taking_part
from samenspel.words.formats import number


@dataclass(frozen=True, slots=True)
class _Row:
    """A party with the tables it sits at, and its inhabitants when it is a municipality."""

    slug: str
    name: str
    seats: list[str]
    people: str


def parties(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who takes part now, by kind, and who did before."""
    seen = visit(request, slug)
    everyone = parties_of(seen.region.pk)
    present = taking_part(everyone, seen.on)
    members = municipalities(seen.region.pk, seen.on)
    tables = _tables(seats(seen.region.pk, on=seen.on))
    counts = {one.code: _people(one) for one in members}
    here = {one.slug for one in present}
    context = {
        "groups": [
            (kind.label, [_row(one, tables, counts) for one in kind.parties])
            for kind in by_kind(present, seen.words)
        ],
        "count": len(present),
        "earlier": [one for one in everyone if one.slug not in here],
        "without": [one for one in members if one.code not in {p.municipality for p in present}],
        "people": inhabitants(members),
    }
    return show(request, "parties", seen, context, nav="parties")


def _row(party: PartyFacts, tables: dict[str, list[str]], counts: dict[str, str]) -> _Row:
    people = counts.get(party.municipality, "")
    return _Row(party.slug, party.name, tables.get(party.slug, []), people)


def _tables(found: list[SeatFacts]) -> dict[str, list[str]]:
    """Return party -> the bodies in which it has a seat, each once."""
    tables: dict[str, dict[str, None]] = {}
    for seat in found:
        tables.setdefault(seat.party, {})[seat.body_name] = None
    return {party: list(bodies) for party, bodies in tables.items()}


def _people(one: MunicipalityFacts) -> str:
    return f"{number(one.people)} ({one.year})" if one.people is not None else ""
