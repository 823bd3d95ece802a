# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Regions, with their municipalities, parties, bodies, seats and words."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from samenspel.core.region_record import SCHEMES
from samenspel.parties.queries import bodies, party, party_records, public_mandates, seats
from samenspel.regions.queries import inhabitants_by_year, municipalities, regions, terms

from .asking import Asked
from .reading import Resource
from .showing import Address, CamelCase, Code, PageQuery, camel_case, listing, number, origin

_UNTIL = "The first day on which it no longer holds."

PARTS = (
    "municipalities",
    "parties",
    "bodies",
    "seats",
    "mandates",
    "inhabitants",
    "terms",
    "versions",
    "challenges",
    "lines",
    "goals",
    "measures",
    "interests",
    "orphans",
    "deals",
    "commitments",
    "overdue",
    "balances",
    "exchanges",
    "funding-sources",
    "funding-lines",
    "funding-gaps",
    "funding-tests",
    "allocations",
    "scenarios",
    "councils",
    "calendars",
    "decision-moments",
    "ledger-entries",
    "ledger-head",
    "ledger-heads",
)
"""What can be read of a region, below its own address."""


class Links(serializers.DictField):
    """Name of each part of a region -> where it can be read."""

    child = serializers.URLField()

    def __init__(self) -> None:
        super().__init__(source="*", help_text="Where the parts of the region can be read.")

    def to_representation(self, value: Any) -> dict[str, str]:
        """Return the whole addresses."""
        here = self.context["address"].format(value.slug)
        return {camel_case(part.replace("-", "_")): f"{here}/{part}" for part in PARTS}


class Region(CamelCase):
    """A region that keeps a joint agenda."""

    url = Address("slug")
    slug = serializers.CharField(help_text="What the region is known by here.")
    title = serializers.CharField()
    kind = serializers.CharField(help_text="Such as labour-market-region, corop or province.")
    code = serializers.CharField(help_text="Official code, empty when there is none.")
    fictional = serializers.BooleanField(help_text="Whether the region and all in it is made up.")
    summary = serializers.CharField(help_text="What is special about the region.")
    source = origin()
    links = Links()


class Municipality(CamelCase):
    """A municipality that is a member of the region."""

    code = serializers.CharField(help_text="Code of CBS, or VB and a number when made up.")
    name = serializers.CharField()
    since = serializers.DateField(allow_null=True, help_text="Member since.")
    until = serializers.DateField(allow_null=True, help_text=_UNTIL)
    people = serializers.IntegerField(allow_null=True, help_text="Inhabitants on 1 January.")
    year = serializers.IntegerField(allow_null=True, help_text="The year of that count.")


class Party(CamelCase):
    """An organisation that takes part."""

    url = Address("slug")
    slug = serializers.CharField(help_text="What the party is known by in the region.")
    name = serializers.CharField()
    kind = serializers.CharField(help_text="A code of the scheme party-kind.")
    municipality = serializers.CharField(help_text="Code of the municipality, else empty.")
    legal_form = serializers.CharField()
    about = serializers.CharField()
    website = serializers.CharField()
    since = serializers.DateField(allow_null=True, help_text="Takes part since.")
    until = serializers.DateField(allow_null=True, help_text=_UNTIL)
    source = origin()


class Body(CamelCase):
    """A table where parties meet."""

    url = Address("slug")
    slug = serializers.CharField(help_text="What the body is known by in the region.")
    name = serializers.CharField()
    about = serializers.CharField()
    source = origin()


class Seat(CamelCase):
    """A party's place in a body; who sits there is not told."""

    body = serializers.CharField(help_text="Slug of the body.")
    body_name = serializers.CharField()
    party = serializers.CharField(help_text="Slug of the party.")
    party_name = serializers.CharField()
    title = serializers.CharField(help_text="As what: chair, member, advisor.")
    votes = serializers.IntegerField(allow_null=True, help_text="Weight, null when not agreed.")
    since = serializers.DateField(allow_null=True)
    until = serializers.DateField(allow_null=True, help_text=_UNTIL)


class Mandate(CamelCase):
    """What a party lets somebody promise for it; who that is is not told."""

    party = serializers.CharField(help_text="Slug of the party.")
    organ = serializers.CharField(help_text="Which organ decided.")
    decided_on = serializers.DateField()
    scope = serializers.CharField(help_text="What may be promised.")
    limit_cents = serializers.IntegerField(
        allow_null=True, help_text="Up to this amount in eurocents; null: no amount is set."
    )
    link = serializers.CharField(help_text="Where the decision can be read; else empty.")
    since = serializers.DateField(allow_null=True)
    until = serializers.DateField(allow_null=True, help_text="The last day on which it holds.")


class Inhabitants(CamelCase):
    """How many people lived in a municipality on 1 January of a year."""

    municipality = serializers.CharField(help_text="Code of the municipality.")
    year = serializers.IntegerField()
    people = serializers.IntegerField()
    source = origin()


class Term(CamelCase):
    """A dated word of a classification of the region."""

    scheme = serializers.ChoiceField(SCHEMES)
    code = serializers.CharField()
    label_nl = serializers.CharField()
    label_en = serializers.CharField()
    valid_from = serializers.DateField(allow_null=True)
    valid_until = serializers.DateField(allow_null=True, help_text=_UNTIL)


class KindQuery(PageQuery):
    """A page of things of one kind."""

    kind = Code("Only of this kind.")


class PartyQuery(KindQuery):
    """A page of parties."""

    municipality = Code("Only of the municipality with this code.")


class DayQuery(PageQuery):
    """A page of what holds on a day."""

    on = serializers.DateField(required=False, help_text="On this day, else today.")


class SeatQuery(PageQuery):
    """A page of seats."""

    on = serializers.DateField(required=False, help_text="Only what holds on this day.")
    body = Code("Only in the body with this slug.")
    party = Code("Only of the party with this slug.")


class MandateQuery(DayQuery):
    """A page of mandates."""

    party = Code("Only of the party with this slug.")


class InhabitantsQuery(PageQuery):
    """A page of counts of inhabitants."""

    municipality = Code("Only of the municipality with this code.")
    year = number("Only of this year.", largest=9999, required=False)


class TermQuery(PageQuery):
    """A page of words."""

    scheme = serializers.ChoiceField(SCHEMES, required=False, help_text="Only of this scheme.")


def _regions(asked: Asked) -> dict[str, Any]:
    return asked.page_of([one for one in regions() if _fits(one, asked.chosen("kind"))])


def _municipalities(asked: Asked) -> dict[str, Any]:
    return asked.page_of(municipalities(asked.region.pk, asked.query.get("on", asked.on)))


def _parties(asked: Asked) -> dict[str, Any]:
    found = party_records(asked.region.pk)
    chosen = asked.chosen("kind", "municipality")
    return asked.page_of([one for one in found if _fits(one, chosen)])


def _party(asked: Asked) -> Any:
    return party(asked.region.pk, asked.where["slug"])


def _body(asked: Asked) -> Any:
    slug = asked.where["slug"]
    return next((one for one in bodies(asked.region.pk) if one.slug == slug), None)


def _bodies(asked: Asked) -> dict[str, Any]:
    return asked.page_of(bodies(asked.region.pk))


def _seats(asked: Asked) -> dict[str, Any]:
    found = seats(asked.region.pk, on=asked.query.get("on"))
    return asked.page_of([one for one in found if _fits(one, asked.chosen("body", "party"))])


def _terms(asked: Asked) -> dict[str, Any]:
    found = terms(asked.region.pk)
    return asked.page_of([one for one in found if _fits(one, asked.chosen("scheme"))])


def _inhabitants(asked: Asked) -> dict[str, Any]:
    chosen = asked.chosen("municipality", "year")
    found = inhabitants_by_year(asked.region.pk)
    return asked.page_of([one for one in found if _fits(one, chosen)])


def _mandates(asked: Asked) -> dict[str, Any]:
    day = asked.query.get("on", asked.on)
    found = public_mandates(asked.region.pk, day)
    return asked.page_of([one for one in found if _fits(one, asked.chosen("party"))])


def _fits(thing: object, chosen: Mapping[str, Any]) -> bool:
    return all(getattr(thing, name) == value for name, value in chosen.items())


RESOURCES = {
    "regions": Resource("The regions", listing(Region), _regions, KindQuery, is_list=True),
    "region": Resource("A region", Region, lambda asked: asked.region),
    "municipalities": Resource(
        "The municipalities in a region on a day",
        listing(Municipality),
        _municipalities,
        DayQuery,
        is_list=True,
    ),
    "parties": Resource("The parties", listing(Party), _parties, PartyQuery, is_list=True),
    "party": Resource("A party", Party, _party),
    "bodies": Resource("The bodies", listing(Body), _bodies, PageQuery, is_list=True),
    "body": Resource("A body", Body, _body),
    "seats": Resource("The seats in the bodies", listing(Seat), _seats, SeatQuery, is_list=True),
    "mandates": Resource(
        "The mandates of the parties on a day",
        listing(Mandate),
        _mandates,
        MandateQuery,
        is_list=True,
    ),
    "inhabitants": Resource(
        "The inhabitants of the municipalities by year",
        listing(Inhabitants),
        _inhabitants,
        InhabitantsQuery,
        is_list=True,
    ),
    "terms": Resource("The words of a region", listing(Term), _terms, TermQuery, is_list=True),
}
