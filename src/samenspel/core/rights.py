# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Who may do what: roles, acts and one table.

Everything published is open to all; rights are about drafts, people and change. A grant holds for
a region (``party`` empty) or for one party in it. The table is the rule: change a right here and
nowhere else.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from samenspel.core.errors import RuleError


class Role(StrEnum):
    """What a person is in a region; each assignment has a start and may have an end."""

    SECRETARY = "secretary"
    REPRESENTATIVE = "representative"
    OFFICER = "officer"
    CONTROLLER = "controller"
    CLERK = "clerk"
    COUNCILLOR = "councillor"
    ANALYST = "analyst"
    READER = "reader"
    ADMINISTRATOR = "administrator"


class Act(StrEnum):
    """What can be done."""

    READ_DRAFT = "read-draft"
    READ_PEOPLE = "read-people"
    EDIT_REGION = "edit-region"
    EDIT_PARTY = "edit-party"
    EDIT_AGENDA = "edit-agenda"
    EDIT_MEASURE = "edit-measure"
    EDIT_INTEREST = "edit-interest"
    MOVE_VERSION = "move-version"
    READ_DEAL_DRAFT = "read-deal-draft"
    EDIT_DEAL = "edit-deal"
    EDIT_COMMITMENT = "edit-commitment"
    SIGN_DEAL = "sign-deal"
    EDIT_FUNDING = "edit-funding"
    EDIT_ALLOCATION = "edit-allocation"
    KEEP_SCENARIO = "keep-scenario"
    KEEP_CASH = "keep-cash"
    EDIT_CALENDAR = "edit-calendar"
    EDIT_COUNCIL = "edit-council"
    IMPORT_WORKBOOK = "import-workbook"
    LOAD_FIGURES = "load-figures"
    MANAGE_PEOPLE = "manage-people"
    REPORT_PROGRESS = "report-progress"
    RECORD_OBSERVATION = "record-observation"
    KEEP_PROGRESS = "keep-progress"


class Scope(StrEnum):
    """How far a right reaches: the whole region, or what belongs to the grant's own party."""

    REGION = "region"
    OWN = "own"


_EVERYONE = dict.fromkeys(Role, Scope.REGION)
_SECRETARIAT = {Role.SECRETARY: Scope.REGION, Role.ADMINISTRATOR: Scope.REGION}

RIGHTS: dict[Act, dict[Role, Scope]] = {
    Act.READ_DRAFT: _EVERYONE,
    Act.READ_PEOPLE: {Role.SECRETARY: Scope.REGION, Role.ADMINISTRATOR: Scope.REGION},
    Act.EDIT_REGION: _SECRETARIAT,
    Act.EDIT_PARTY: _SECRETARIAT | {Role.REPRESENTATIVE: Scope.OWN, Role.OFFICER: Scope.OWN},
    Act.EDIT_AGENDA: {Role.SECRETARY: Scope.REGION},
    Act.EDIT_MEASURE: {
        Role.SECRETARY: Scope.REGION,
        Role.REPRESENTATIVE: Scope.OWN,
        Role.OFFICER: Scope.OWN,
        Role.CONTROLLER: Scope.OWN,
    },
    Act.EDIT_INTEREST: {
        Role.SECRETARY: Scope.REGION,
        Role.REPRESENTATIVE: Scope.OWN,
        Role.OFFICER: Scope.OWN,
    },
    Act.MOVE_VERSION: {Role.SECRETARY: Scope.REGION},
    Act.READ_DEAL_DRAFT: {
        Role.SECRETARY: Scope.REGION,
        Role.REPRESENTATIVE: Scope.OWN,
        Role.OFFICER: Scope.OWN,
        Role.CONTROLLER: Scope.OWN,
    },
    Act.EDIT_DEAL: {Role.SECRETARY: Scope.REGION},
    Act.EDIT_COMMITMENT: {
        Role.SECRETARY: Scope.REGION,
        Role.REPRESENTATIVE: Scope.OWN,
        Role.OFFICER: Scope.OWN,
        Role.CONTROLLER: Scope.OWN,
    },
    Act.SIGN_DEAL: {Role.REPRESENTATIVE: Scope.OWN},
    Act.EDIT_FUNDING: {
        Role.SECRETARY: Scope.REGION,
        Role.REPRESENTATIVE: Scope.OWN,
        Role.OFFICER: Scope.OWN,
        Role.CONTROLLER: Scope.OWN,
    },
    Act.EDIT_ALLOCATION: {Role.SECRETARY: Scope.REGION},
    Act.KEEP_SCENARIO: {
        Role.SECRETARY: Scope.REGION,
        Role.REPRESENTATIVE: Scope.REGION,
        Role.OFFICER: Scope.REGION,
        Role.CONTROLLER: Scope.REGION,
    },
    Act.KEEP_CASH: {Role.SECRETARY: Scope.REGION, Role.CONTROLLER: Scope.OWN},
    Act.EDIT_CALENDAR: {Role.SECRETARY: Scope.REGION},
    Act.EDIT_COUNCIL: {Role.SECRETARY: Scope.REGION, Role.CLERK: Scope.OWN},
    Act.IMPORT_WORKBOOK: {Role.SECRETARY: Scope.REGION, Role.ADMINISTRATOR: Scope.REGION},
    Act.LOAD_FIGURES: _SECRETARIAT | {Role.ANALYST: Scope.REGION},
    Act.MANAGE_PEOPLE: _SECRETARIAT,
    Act.REPORT_PROGRESS: {
        Role.SECRETARY: Scope.REGION,
        Role.REPRESENTATIVE: Scope.OWN,
        Role.OFFICER: Scope.OWN,
        Role.CONTROLLER: Scope.OWN,
    },
    Act.RECORD_OBSERVATION: {
        Role.SECRETARY: Scope.REGION,
        Role.ANALYST: Scope.REGION,
        Role.REPRESENTATIVE: Scope.OWN,
        Role.OFFICER: Scope.OWN,
    },
    Act.KEEP_PROGRESS: {Role.SECRETARY: Scope.REGION},
}


@dataclass(frozen=True, slots=True)
class Grant:
    """One role that holds now; ``party`` is a slug, empty for the region as a whole."""

    role: Role
    party: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an opaque reference (never a name) and the grants that hold at that moment."""

    reference: str
    grants: tuple[Grant, ...] = ()


NOBODY = Actor("")
"""A visitor who is not logged in."""


def grant_for(actor: Actor, act: Act, parties: Collection[str] = ()) -> Grant | None:
    """Return the grant that lets *actor* do *act* on something of *parties*, or None."""
    scopes = RIGHTS[act]
    for grant in actor.grants:
        scope = scopes.get(grant.role)
        if scope is Scope.REGION or (scope is Scope.OWN and grant.party and grant.party in parties):
            return grant
    return None


def may(actor: Actor, act: Act, parties: Collection[str] = ()) -> bool:
    """Tell whether *actor* may do *act* on something that belongs to *parties*."""
    return grant_for(actor, act, parties) is not None


def check_may(actor: Actor, act: Act, parties: Collection[str] = ()) -> Grant:
    """Return the grant used; raise ``RuleError("not-allowed")`` when there is none."""
    grant = grant_for(actor, act, parties)
    if grant is None:
        raise RuleError("not-allowed", act=act)
    return grant


INSTALLATION = Actor("installation", (Grant(Role.ADMINISTRATOR), Grant(Role.SECRETARY)))
"""Whoever may run commands on the machine itself: above every role, and named so on the ledger."""
