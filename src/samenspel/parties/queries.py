# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of parties and people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from samenspel.core.region_record import Body as BodyRecord
from samenspel.core.region_record import Party as PartyRecord
from samenspel.core.region_record import Seat as SeatRecord
from samenspel.core.rights import NOBODY, Act, Actor, Grant, Role, check_may
from samenspel.prepared import Prepared

from .models import Assignment, Body, LoginLink, Mandate, Party, Person, Seat


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """A party in a list."""

    pk: int
    slug: str
    name: str
    kind: str
    municipality: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat, with the names of body and party."""

    body: str
    body_name: str
    party: str
    party_name: str
    title: str
    votes: int | None
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class MandateFacts:
    """What a party lets somebody promise, without who; ``limit_cents`` None: no amount is set."""

    party: str
    organ: str
    decided_on: date
    scope: str
    limit_cents: int | None
    link: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class PostFacts:
    """Somebody in a role, who can be written to; ``party`` is empty for the region."""

    person: int
    reference: str
    name: str
    email: str
    role: Role
    party: str


def actor(account_id: int | None, region_slug: str, on: date) -> Actor:
    """Return who acts in a region with the grants that hold on a day; two statements at most."""
    if account_id is None:
        return NOBODY
    reference = Person.objects.filter(account_id=account_id).values_list("reference", flat=True)
    known_as = reference.first()
    if known_as is None:
        return NOBODY
    holding = _holding_on(Assignment.objects.filter(region__slug=region_slug), on)
    rows = holding.filter(person__account_id=account_id).values_list("role", "party__slug")
    return Actor(known_as, tuple(Grant(Role(role), party or "") for role, party in rows))


def actor_of(person_id: int, region_slug: str, on: date) -> Actor:
    """Return a person as who acts in a region with the grants that hold on a day."""
    holding = _holding_on(Assignment.objects.filter(region__slug=region_slug), on)
    rows = holding.filter(person_id=person_id).values_list("role", "party__slug")
    grants = tuple(Grant(Role(role), party or "") for role, party in rows)
    return Actor(reference_of(person_id), grants)


def posts(region_id: int, on: date) -> list[PostFacts]:
    """
    Return who holds which role in a region on a day and can be written to; one statement.

    For acts that write to people, not to be shown: it asks no right. In the order of giving.
    """
    rows = _holding_on(Assignment.objects.filter(region_id=region_id), on)
    rows = rows.exclude(person__email="").order_by("since", "pk")
    names = ("person_id", "person__reference", "person__name", "person__email", "role")
    return [
        PostFacts(person, reference, name, email, Role(role), party or "")
        for person, reference, name, email, role, party in rows.values_list(*names, "party__slug")
    ]


def regions_of(account_id: int, on: date) -> list[tuple[str, str, str, str]]:
    """Return (region, title, role, party's name) of each role that an account holds on a day."""
    holding = _holding_on(Assignment.objects.filter(person__account_id=account_id), on)
    rows = holding.order_by("region__fictional", "region__title", "role")
    return list(rows.values_list("region__slug", "region__title", "role", "party__name"))


def person_of(account_id: int) -> tuple[int, str] | None:
    """Return (key, name) of the person who logs in with an account."""
    return Person.objects.filter(account_id=account_id).values_list("pk", "name").first()


def person_with(email: str) -> int | None:
    """Return the key of the person who logs in with an address, or None."""
    address = email.strip().lower()
    return Person.objects.filter(account__email=address).values_list("pk", flat=True).first()


def region_with(person_id: int, on: date) -> str | None:
    """Return a region in which a person has a role on a day, or will have one; None without."""
    roles = Assignment.objects.filter(Q(until=None) | Q(until__gte=on), person_id=person_id)
    return roles.order_by("region__slug").values_list("region__slug", flat=True).first()


def region_known_in(person_id: int) -> str | None:
    """Return a region in which a person has or had a role, the latest to end; None without."""
    roles = Assignment.objects.filter(person_id=person_id)
    roles = roles.order_by(F("until").desc(nulls_first=True), "region__slug")
    return roles.values_list("region__slug", flat=True).first()


def reference_of(person_id: int) -> str:
    """Return what the ledger knows a person by."""
    return Person.objects.values_list("reference", flat=True).get(pk=person_id)


def reference_of_known(person_id: int) -> str:
    """Return what the ledger knows a person by; empty when there is no such person."""
    rows = Person.objects.filter(pk=person_id).values_list("reference", flat=True)
    return rows.first() or ""


def parties(region_id: int) -> list[PartyFacts]:
    """Return all parties of a region in its own order; one statement."""
    return [
        PartyFacts(pk, slug, name, kind, code or "", since, until)
        for pk, slug, name, kind, code, since, until in _PARTIES(region_id)
    ]


_PARTIES = Prepared(
    lambda region_id: (
        Party.objects.filter(region_id=region_id)
        .order_by("position")
        .values_list("pk", "slug", "name", "kind", "municipality__code", "since", "until")
    )
)


def party(region_id: int, slug: str) -> PartyRecord | None:
    """Return one party, or None."""
    return next(iter(_party_records(Party.objects.filter(region_id=region_id, slug=slug))), None)


def party_records(region_id: int) -> tuple[PartyRecord, ...]:
    """Return all parties of a region as its record holds them; one statement."""
    return tuple(_party_records(Party.objects.filter(region_id=region_id)))


def party_ids(region_id: int) -> dict[str, int]:
    """Return slug -> primary key, for records that refer to a party."""
    return dict(Party.objects.filter(region_id=region_id).values_list("slug", "pk"))


def body_ids(region_id: int) -> dict[str, int]:
    """Return slug -> primary key, for records that refer to a body."""
    return dict(Body.objects.filter(region_id=region_id).values_list("slug", "pk"))


def seats(region_id: int, *, party_slug: str = "", on: date | None = None) -> list[SeatFacts]:
    """Return seats of a region, of one party, on a day; one statement."""
    rows = Seat.objects.filter(body__region_id=region_id)
    if party_slug:
        rows = rows.filter(party__slug=party_slug)
    if on:
        rows = _holding_on(rows, on)
    names = ("body__slug", "body__name", "party__slug", "party__name", "title", "votes")
    rows = rows.order_by("body__position", "position")
    return [SeatFacts(*row) for row in rows.values_list(*names, "since", "until")]


def bodies(region_id: int) -> list[BodyRecord]:
    """Return the bodies of a region."""
    rows = Body.objects.filter(region_id=region_id).order_by("position")
    return [BodyRecord(*row) for row in rows.values_list("slug", "name", "about", "source")]


def records(
    region_id: int,
) -> tuple[tuple[PartyRecord, ...], tuple[BodyRecord, ...], tuple[SeatRecord, ...]]:
    """Return parties, bodies and seats as the region's record holds them."""
    rows = Seat.objects.filter(body__region_id=region_id).order_by("position")
    names = ("body__slug", "party__slug", "title", "votes", "since", "until")
    return (
        party_records(region_id),
        tuple(bodies(region_id)),
        tuple(SeatRecord(*row) for row in rows.values_list(*names)),
    )


def assignments(region_id: int, reader: Actor) -> "QuerySet[Assignment]":
    """
    Return who has which role, for those who may know.

    Raises:
        RuleError: ``not-allowed``.
    """
    check_may(reader, Act.READ_PEOPLE)
    rows = Assignment.objects.filter(region_id=region_id)
    return rows.select_related("person", "party").order_by("person__name", "role", "pk")


def mandates(region_id: int, reader: Actor) -> "QuerySet[Mandate]":
    """
    Return the mandates in a region, for those who may know.

    Raises:
        RuleError: ``not-allowed``.
    """
    check_may(reader, Act.READ_PEOPLE)
    return Mandate.objects.filter(party__region_id=region_id).select_related("person", "party")


def mandated(region_id: int, party_slug: str, on: date) -> Sequence[tuple[str, date, str, int]]:
    """Return (organ, date of decision, scope, limit) of a party's mandates, without names."""
    rows = Mandate.objects.filter(party__region_id=region_id, party__slug=party_slug)
    return list(_holding_on(rows, on).values_list("organ", "decided_on", "scope", "limit_cents"))


def public_mandates(region_id: int, on: date) -> list[MandateFacts]:
    """Return the mandates in a region that hold on a day, without names; one statement."""
    rows = _holding_on(Mandate.objects.filter(party__region_id=region_id), on)
    rows = rows.order_by("party__position", "since", "pk")
    names = ("organ", "decided_on", "scope", "limit_cents", "link", "since", "until")
    return [MandateFacts(*row) for row in rows.values_list("party__slug", *names)]


def mandates_of(
    region_id: int, party_slug: str, reference: str, on: date
) -> list[tuple[int, int | None]]:
    """Return (key, limit) of the mandates that a person holds for a party on a day."""
    rows = Mandate.objects.filter(party__region_id=region_id, party__slug=party_slug)
    held = _holding_on(rows.filter(person__reference=reference), on).order_by("since", "pk")
    return list(held.values_list("pk", "limit_cents"))


def mandate(region_id: int, mandate_id: int) -> MandateFacts | None:
    """Return one mandate without who holds it, or None."""
    rows = Mandate.objects.filter(party__region_id=region_id, pk=mandate_id)
    names = ("organ", "decided_on", "scope", "limit_cents", "link", "since", "until")
    row = rows.values_list("party__slug", *names).first()
    return MandateFacts(*row) if row else None


def names_of(references: Sequence[str]) -> dict[str, str]:
    """Return reference -> name of people who are still known; for readers who may know."""
    rows = Person.objects.filter(reference__in=references).exclude(name="")
    return dict(rows.values_list("reference", "name"))


def login_link_account(secret: str, at: datetime) -> int | None:
    """Return the account that a link would log in, without using it; None when it would not."""
    links = LoginLink.objects.filter(digest=LoginLink.digest_of(secret), used_at=None)
    open_links = links.filter(expires_at__gt=at, account__is_active=True)
    return open_links.values_list("account_id", flat=True).first()


def _party_records(rows: "QuerySet[Party]") -> list[PartyRecord]:
    names = ("slug", "name", "kind", "municipality__code", "legal_form", "about", "website")
    found = rows.order_by("position").values_list(*names, "since", "until", "source")
    return [
        PartyRecord(slug, name, kind, code or "", *rest) for slug, name, kind, code, *rest in found
    ]


def _holding_on(rows: "QuerySet[Any]", on: date) -> "QuerySet[Any]":
    """Keep the rows that hold on a day; roles and mandates hold on their last day too."""
    last = "until__gte" if rows.model in (Assignment, Mandate) else "until__gt"
    begun = Q(since__isnull=True) | Q(since__lte=on)
    return rows.filter(begun, Q(until__isnull=True) | Q(**{last: on}))
