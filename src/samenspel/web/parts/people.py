# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""People with their roles, and mandates, as a page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.words.formats import euro, long_date
from samenspel.words.labels import ROLES


@dataclass(frozen=True, slots=True)
class RoleView:
    """One role; ``ends`` is empty when it has no end, ``running`` whether it can still be ended."""

    pk: int
    name: str
    since: str
    ends: str
    running: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person; ``name`` is empty when their data were erased."""

    pk: int
    name: str
    email: str
    roles: list[RoleView]

    @property
    def is_known(self) -> bool:
        """Whether the name is still kept."""
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class MandateView:
    """What a party lets somebody promise; ``ends`` and ``running`` as of a role."""

    pk: int
    party: str
    person: str
    scope: str
    limit: str
    decision: str
    link: str
    since: str
    ends: str
    running: bool


def assigned(rows: Iterable[Any], on: date) -> list[PersonView]:
    """Return people with their roles; those whose roles have all ended come last."""
    people: dict[int, PersonView] = {}
    for row in rows:
        new = PersonView(row.person_id, row.person.name, row.person.email, [])
        people.setdefault(row.person_id, new).roles.append(_role(row, on))
    return sorted(people.values(), key=lambda one: not any(role.running for role in one.roles))


def mandated(rows: Iterable[Any], on: date) -> list[MandateView]:
    """Return mandates, with whether they can still be ended *on* a day."""
    return [
        MandateView(
            pk=row.pk,
            party=row.party.name,
            person=row.person.name or _("an erased person"),
            scope=row.scope,
            limit=euro(row.limit_cents) if row.limit_cents is not None else "",
            decision=f"{row.organ}, {long_date(row.decided_on)}",
            link=row.link,
            since=long_date(row.since),
            ends=long_date(row.until) if row.until else "",
            running=row.until is None or row.until >= on,
        )
        for row in rows
    ]


def known_people(rows: Iterable[Any]) -> dict[int, str]:
    """Return the names of people who are still known, by key."""
    return {row.person_id: row.person.name for row in rows if row.person.name}


def _role(row: Any, on: date) -> RoleView:
    name = capfirst(str(ROLES[row.role]))
    return RoleView(
        pk=row.pk,
        name=f"{name}, {row.party.name}" if row.party else name,
        since=long_date(row.since),
        ends=long_date(row.until) if row.until else "",
        running=row.until is None or row.until >= on,
    )
