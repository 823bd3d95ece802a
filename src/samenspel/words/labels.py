# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Names for people of everything that the code knows by a word of its own."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.states import State
from samenspel.core.rights import Act, Role


class Noun(NamedTuple):
    """One and more of a kind, without capital."""

    one: Promise
    many: Promise


class StateWords(NamedTuple):
    """The name of a state and what it means for who reads the version."""

    name: Promise
    meaning: Promise


KINDS: dict[str, Noun] = {
    "region": Noun(_("region"), _("regions")),
    "term": Noun(_("term"), _("terms")),
    "member": Noun(_("municipality"), _("municipalities")),
    "municipality": Noun(_("municipality"), _("municipalities")),
    "inhabitants": Noun(_("number of inhabitants"), _("numbers of inhabitants")),
    "party": Noun(_("party"), _("parties")),
    "body": Noun(_("body"), _("bodies")),
    "seat": Noun(_("seat"), _("seats")),
    "order": Noun(_("order"), _("orders")),
    "person": Noun(_("person"), _("people")),
    "role": Noun(_("role"), _("roles")),
    "mandate": Noun(_("mandate"), _("mandates")),
    "agenda": Noun(_("agenda"), _("agendas")),
    "version": Noun(_("version"), _("versions")),
    "challenge": Noun(_("challenge"), _("challenges")),
    "line": Noun(_("programme line"), _("programme lines")),
    "goal": Noun(_("goal"), _("goals")),
    "measure": Noun(_("measure"), _("measures")),
    "cost": Noun(_("cost"), _("costs")),
    "contribution": Noun(_("contribution"), _("contributions")),
    "interest": Noun(_("interest"), _("interests")),
    "commitment": Noun(_("commitment"), _("commitments")),
    "condition": Noun(_("condition"), _("conditions")),
    "deal": Noun(_("deal"), _("deals")),
    "progress": Noun(_("progress"), _("progress")),
    "observation": Noun(_("observation"), _("observations")),
    "report": Noun(_("progress report"), _("progress reports")),
    "period": Noun(_("period"), _("periods")),
    "schedule": Noun(_("schedule"), _("schedules")),
    "signature": Noun(_("signature"), _("signatures")),
    "reservation": Noun(_("reservation"), _("reservations")),
    "withdrawal": Noun(_("withdrawal"), _("withdrawals")),
    "council": Noun(_("council"), _("councils")),
    "board-day": Noun(_("day of the board"), _("days of the board")),
    "moment": Noun(_("decision moment"), _("decision moments")),
    "funding-source": Noun(_("source of money"), _("sources of money")),
    "funding-line": Noun(_("funding line"), _("funding lines")),
    "allocation": Noun(_("allocation"), _("allocations")),
    "scenario": Noun(_("scenario"), _("scenarios")),
    "triangle-side": Noun(_("side of the triangle"), _("sides of the triangle")),
    "policy-field": Noun(_("policy field"), _("policy fields")),
    "party-kind": Noun(_("kind of party"), _("kinds of party")),
    "phase": Noun(_("phase"), _("phases")),
}
"""Kinds of record and classifications."""

FIELDS: dict[str, Promise] = {
    "about": _("about"),
    "agenda": _("agenda"),
    "agreed": _("agreed terms"),
    "answer": _("answer"),
    "amount": _("expected contribution"),
    "amount_cents": _("amount"),
    "amounts": _("amount by year"),
    "at_least": _("number of signatures"),
    "available_cents": _("available"),
    "baseline": _("baseline"),
    "baseline_year": _("year of the baseline"),
    "basis": _("legal basis"),
    "beside": _("counts beside"),
    "binds": _("commitments"),
    "bodies": _("bodies"),
    "body": _("body"),
    "brings": _("brings"),
    "budget_year": _("budget year"),
    "challenge": _("challenge"),
    "challenges": _("challenges"),
    "choices": _("choices"),
    "clause": _("clause"),
    "code": _("code"),
    "commitment": _("commitment"),
    "conditions": _("conditions"),
    "contributions": _("contributions to goals"),
    "costs": _("costs"),
    "cover": _("cover note"),
    "deviation": _("reason to deviate"),
    "day": _("day"),
    "ends_on": _("ends"),
    "escalation": _("when a commitment is late"),
    "ends_year": _("last year"),
    "evidence": _("evidence"),
    "explanation": _("explanation"),
    "fictional": _("fictional"),
    "from_national": _("comes from the Rijk"),
    "gets": _("gets"),
    "goal": _("goal"),
    "goals": _("goals"),
    "helps": _("for whom"),
    "hours": _("hours"),
    "in_return": _("in return"),
    "indicator": _("indicator"),
    "inhabitants": _("inhabitants"),
    "interests": _("interests"),
    "label": _("heading"),
    "key": _("code"),
    "kind": _("kind"),
    "label_en": _("label in English"),
    "label_nl": _("label in Dutch"),
    "last_on": _("last day to answer"),
    "lead": _("lead"),
    "least": _("fewest meetings in time"),
    "least_own_share": _("asks of the region"),
    "legal_form": _("legal form"),
    "line": _("programme line"),
    "lines": _("programme lines"),
    "link": _("decision"),
    "measure": _("measure"),
    "measures": _("measures"),
    "member.code": _("CBS code"),
    "members": _("municipalities"),
    "most": _("most decisions in a meeting"),
    "most_share": _("pays at most"),
    "municipality": _("municipality"),
    "name": _("name"),
    "needs": _("needs first"),
    "note": _("note"),
    "notice_days": _("notice in days"),
    "office": _("clerk's office"),
    "on": _("day"),
    "organ": _("decided by"),
    "owner": _("owner"),
    "parties": _("parties"),
    "partners": _("partners"),
    "party": _("party"),
    "party.kind": _("kind of party"),
    "people": _("inhabitants"),
    "phase": _("phase"),
    "policy_fields": _("policy fields"),
    "programme": _("programme"),
    "reason": _("reason"),
    "recess": _("recess"),
    "region.kind": _("kind of region"),
    "reference": _("reference"),
    "reservation": _("reservation"),
    "rule": _("decision rule"),
    "sentence": _("in a sentence"),
    "spent_cents": _("spent so far"),
    "months": _("months in a period"),
    "due_days": _("days to answer"),
    "remind_days": _("days before, to remind"),
    "late_days": _("days after, to remind"),
    "link_days": _("days that a link still works"),
    "margin": _("margin"),
    "value": _("value"),
    "scheme": _("classification"),
    "seat.title": _("as what"),
    "seats": _("seats"),
    "sends_on": _("goes to the councils on"),
    "sharing": _("division"),
    "sides": _("sides of the triangle"),
    "since": _("since"),
    "slug": _("address"),
    "source": _("source"),
    "starts_on": _("starts"),
    "starts_year": _("first year"),
    "summary": _("what is special here"),
    "target": _("target"),
    "target_year": _("year of the target"),
    "tariff_cents": _("tariff per hour"),
    "terms": _("terms"),
    "text": _("text"),
    "title": _("title"),
    "unit": _("unit"),
    "until": _("until"),
    "valid_from": _("valid from"),
    "valid_until": _("valid until"),
    "valuation_cents": _("valuation"),
    "valuation_evidence": _("basis of the valuation"),
    "votes": _("votes"),
    "website": _("website"),
    "what": _("what"),
    "who": _("who else fulfils it"),
    "why": _("why"),
    "year": _("year"),
}
"""Fields, by name or by kind and name, without capital."""

STATES: dict[State, StateWords] = {
    State.DRAFT: StateWords(
        _("draft"), _("The parties are still working on it; it can change any day.")
    ),
    State.CONSULTATION: StateWords(
        _("in consultation"), _("Residents and organisations can read it and react.")
    ),
    State.RELEASED: StateWords(
        _("released for opinion"),
        _("The councils can give their opinion; the text stands still until they have."),
    ),
    State.ADOPTED: StateWords(_("adopted"), _("The parties agreed on it; it cannot change again.")),
    State.EXECUTION: StateWords(
        _("in execution"), _("The parties are carrying out what they agreed on.")
    ),
    State.MIDTERM: StateWords(
        _("mid-term review"), _("Halfway, the parties look at what was reached so far.")
    ),
    State.EVALUATED: StateWords(_("evaluated"), _("It was looked back on; the lessons are known.")),
    State.CLOSED: StateWords(_("closed"), _("It is no longer in use and kept for the record.")),
    State.DROPPED: StateWords(
        _("dropped"), _("The parties set this draft aside; it was never made public.")
    ),
}

ROLES: dict[Role, Promise] = {
    Role.SECRETARY: _("programme secretary"),
    Role.REPRESENTATIVE: _("representative"),
    Role.OFFICER: _("officer"),
    Role.CONTROLLER: _("controller"),
    Role.CLERK: _("council clerk"),
    Role.COUNCILLOR: _("councillor"),
    Role.ANALYST: _("analyst"),
    Role.READER: _("reader"),
    Role.ADMINISTRATOR: _("administrator"),
}

ACTS: dict[Act, Promise] = {
    Act.READ_DRAFT: _("read drafts"),
    Act.READ_PEOPLE: _("see people and their roles"),
    Act.EDIT_REGION: _("change the facts of the region"),
    Act.EDIT_PARTY: _("change what a party says of itself"),
    Act.EDIT_AGENDA: _("change the agenda"),
    Act.EDIT_MEASURE: _("change a measure"),
    Act.EDIT_INTEREST: _("change what a party gets and brings"),
    Act.MOVE_VERSION: _("move a version to another state"),
    Act.READ_DEAL_DRAFT: _("read the draft of a deal"),
    Act.EDIT_DEAL: _("write and propose a deal"),
    Act.EDIT_COMMITMENT: _("change a commitment"),
    Act.SIGN_DEAL: _("sign or leave a deal"),
    Act.EDIT_CALENDAR: _("keep the calendar of councils"),
    Act.EDIT_COUNCIL: _("keep the days and answers of a council"),
    Act.EDIT_FUNDING: _("change the funding plan"),
    Act.EDIT_ALLOCATION: _("decide who pays what"),
    Act.KEEP_SCENARIO: _("keep a scenario"),
    Act.KEEP_CASH: _("keep the cash"),
    Act.IMPORT_WORKBOOK: _("import a workbook"),
    Act.LOAD_FIGURES: _("load own figures"),
    Act.MANAGE_PEOPLE: _("manage people, roles and mandates"),
    Act.REPORT_PROGRESS: _("say how a measure goes"),
    Act.RECORD_OBSERVATION: _("record figures of a goal"),
    Act.KEEP_PROGRESS: _("ask owners, withdraw links and freeze reports"),
}
"""Acts as they follow on "may" or "has no right to"."""

ORPHANS: dict[str, Promise] = {
    "goal-without-measure": _("Goals without a measure"),
    "goal-without-owner": _("Goals without an owner"),
    "goal-without-indicator": _("Goals that cannot be measured"),
    "goal-without-money": _("Goals without money"),
    "measure-without-challenge": _("Measures without a challenge"),
    "measure-without-lead": _("Measures without a lead"),
    "challenge-on-one-side": _("Challenges on one side of the triangle"),
    "challenge-without-side": _("Challenges outside the triangle"),
    "party-unbalanced": _("Parties that get without bringing"),
}
"""Headings above the orphans of each check."""


def kind_label(kind: str) -> str:
    """Return the name of a kind of record, with a capital."""
    return capfirst(str(KINDS[kind].one))


def field_label(kind: str, field: str) -> str:
    """Return the name of a field of a kind, with a capital; an unknown field keeps its own name."""
    label = FIELDS.get(f"{kind}.{field}") or FIELDS.get(field)
    return capfirst(str(label)) if label else field
