# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""People, their roles and mandates. The ledger names them by an opaque reference only."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import DateField, Q, QuerySet, Value
from django.db.models.functions import Greatest
from django.utils.timezone import localdate

from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor, Grant, Role, check_may
from samenspel.ledger.services import append
from samenspel.parties.models import Account, Assignment, Mandate, Party, Person
from samenspel.regions.services import lock_region


@transaction.atomic
def add_person(*, region: str, name: str, email: str, actor: Actor, at: datetime) -> int:
    """
    Add a person with an account to log in with; return the person's key.

    Somebody with this e-mail address is the same person, in whatever region.

    Raises:
        RuleError: ``not-allowed`` or ``unknown-region``.
    """
    grant = check_may(actor, Act.MANAGE_PEOPLE)
    lock_region(slug=region)
    address = email.strip().lower()
    known = Person.objects.filter(account__email=address).first()
    if known:
        return known.pk
    account = Account.objects.create_user(address)
    person = Person.objects.create(name=name, email=address, account=account)
    record_act(region, "person-added", person, actor, grant, at, {})
    return person.pk


@transaction.atomic
def give_role(  # noqa: PLR0913 - who gets which role where, by whom, from when to when
    *,
    region: str,
    person_id: int,
    role: Role,
    since: date,
    actor: Actor,
    at: datetime,
    party: str = "",
    until: date | None = None,
) -> int:
    """
    Give a person a role in a region, for one party or (``party`` empty) for the region.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-party``, ``role-needs-party`` or
            ``period-backward``.
    """
    grant = check_may(actor, Act.MANAGE_PEOPLE)
    region_id = lock_region(slug=region)
    if until and until < since:
        raise RuleError("period-backward", since=since, until=until)
    if role in _OF_A_PARTY and not party:
        raise RuleError("role-needs-party", role=role)
    person = Person.objects.get(pk=person_id)
    assignment = Assignment.objects.create(
        region_id=region_id,
        person=person,
        party=_party(region_id, party) if party else None,
        role=role,
        since=since,
        until=until,
    )
    details = {"role": str(role), "party": party, "since": str(since), "until": str(until or "")}
    record_act(region, "role-given", person, actor, grant, at, details)
    return assignment.pk


_OF_A_PARTY = frozenset(
    {Role.REPRESENTATIVE, Role.OFFICER, Role.CONTROLLER, Role.CLERK, Role.COUNCILLOR}
)


@transaction.atomic
def end_role(*, region: str, assignment_id: int, on: date, actor: Actor, at: datetime) -> None:
    """
    End a role after a day; ended roles stay readable.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-role``, ``period-backward`` or
            ``end-put-off``.
    """
    grant = check_may(actor, Act.MANAGE_PEOPLE)
    region_id = lock_region(slug=region)
    rows = Assignment.objects.select_related("person")
    assignment = rows.filter(region_id=region_id, pk=assignment_id).first()
    if assignment is None:
        raise RuleError("unknown-role")
    _check_end(on, assignment.since, assignment.until)
    assignment.until = on
    assignment.save(update_fields=["until"])
    details = {"role": assignment.role, "until": str(on)}
    record_act(region, "role-ended", assignment.person, actor, grant, at, details)


@transaction.atomic
def give_mandate(  # noqa: PLR0913 - a mandate is all of this, and the law asks for each
    *,
    region: str,
    person_id: int,
    party: str,
    organ: str,
    decided_on: date,
    scope: str,
    since: date,
    actor: Actor,
    at: datetime,
    until: date | None = None,
    limit_cents: int | None = None,
    link: str = "",
) -> int:
    """
    Record that an organ of *party* lets a person promise something.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-party``, ``unknown-person`` or
            ``period-backward``.
    """
    grant = check_may(actor, Act.MANAGE_PEOPLE)
    region_id = lock_region(slug=region)
    if until and until < since:
        raise RuleError("period-backward", since=since, until=until)
    person = person_of_region(region_id, person_id)
    mandate = Mandate.objects.create(
        party=_party(region_id, party),
        person=person,
        organ=organ,
        decided_on=decided_on,
        scope=scope,
        limit_cents=limit_cents,
        link=link,
        since=since,
        until=until,
    )
    details = {
        "party": party,
        "organ": organ,
        "decided_on": str(decided_on),
        "since": str(since),
        "until": str(until or ""),
        "limit_cents": limit_cents,
    }
    record_act(region, "mandate-given", person, actor, grant, at, details)
    return mandate.pk


@transaction.atomic
def end_mandate(*, region: str, mandate_id: int, on: date, actor: Actor, at: datetime) -> None:
    """
    End a mandate after a day; ended mandates stay readable.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-mandate``, ``period-backward`` or
            ``end-put-off``.
    """
    grant = check_may(actor, Act.MANAGE_PEOPLE)
    region_id = lock_region(slug=region)
    rows = Mandate.objects.select_related("person", "party")
    mandate = rows.filter(party__region_id=region_id, pk=mandate_id).first()
    if mandate is None:
        raise RuleError("unknown-mandate")
    _check_end(on, mandate.since, mandate.until)
    mandate.until = on
    mandate.save(update_fields=["until"])
    details = {"party": mandate.party.slug, "organ": mandate.organ, "until": str(on)}
    record_act(region, "mandate-ended", mandate.person, actor, grant, at, details)


@transaction.atomic
def erase_person(*, region: str, person_id: int, actor: Actor, at: datetime) -> None:
    """
    Erase who a person is; roles and acts stay, under the reference alone.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-person`` or ``person-elsewhere``.
    """
    grant = check_may(actor, Act.MANAGE_PEOPLE)
    region_id, today = lock_region(slug=region), localdate(at)
    person = person_of_region(region_id, person_id)
    check_not_elsewhere(region_id, person, today)
    if person.account:
        person.account.delete()
    Person.objects.filter(pk=person_id).update(name="", email="", account=None)
    running = Assignment.objects.filter(Q(until=None) | Q(until__gt=today), person=person)
    running.update(until=Greatest("since", Value(today, DateField())))
    record_act(region, "person-erased", person, actor, grant, at, {})


def person_of_region(region_id: int, person_id: int) -> Person:
    """
    Return somebody who has or had a role in a region, or none anywhere; a part of the acts here.

    Raises:
        RuleError: ``unknown-person``, also for who is only known in another region.
    """
    person = Person.objects.select_related("account").filter(pk=person_id).first()
    roles = Assignment.objects.filter(person_id=person_id)
    if person is None or (roles.exists() and not roles.filter(region_id=region_id).exists()):
        raise RuleError("unknown-person")
    return person


def check_not_elsewhere(region_id: int, person: Person, on: date) -> None:
    """
    Refuse what would reach a person's log-in in another region as well; a part of the acts here.

    Raises:
        RuleError: ``person-elsewhere`` when the person has a role in another region.
    """
    if _lasting(person, on).exclude(region_id=region_id).exists():
        raise RuleError("person-elsewhere")


def regions_with(person: Person, on: date) -> set[str]:
    """Return the regions in which a person has a role on a day, or will have one."""
    return set(_lasting(person, on).values_list("region__slug", flat=True))


def _lasting(person: Person, on: date) -> "QuerySet[Assignment]":
    return Assignment.objects.filter(Q(until=None) | Q(until__gte=on), person=person)


def _check_end(on: date, since: date, until: date | None) -> None:
    """Refuse an end before the begin, and one that would lengthen or revive what has an end."""
    if on < since:
        raise RuleError("period-backward", since=since, until=on)
    if until and on > until:
        raise RuleError("end-put-off", until=until)


def _party(region_id: int, slug: str) -> Party:
    party = Party.objects.filter(region_id=region_id, slug=slug).first()
    if party is None:
        raise RuleError("unknown-party", party=slug)
    return party


def record_act(  # noqa: PLR0913, PLR0917 - passes an act on to the ledger
    region: str,
    kind: str,
    person: Person,
    actor: Actor,
    grant: Grant,
    at: datetime,
    details: dict[str, Any],
) -> None:
    """Put an act on a person on the ledger; a part of the acts here."""
    append(
        book=region,
        kind=kind,
        object=f"person:{person.reference}",
        actor=actor,
        grant=grant,
        details=details,
        at=at,
    )
