# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A version of a deal with all that it binds, in words: what somebody proposes or signs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.deals.commitment import Commitment, Condition, TargetKind, parse_target
from samenspel.core.deals.deal import DealRecord, Terms
from samenspel.words.deals import COMMITMENT_KINDS, SHARINGS
from samenspel.words.formats import euro, long_date, number
from samenspel.words.promises import days, late_sentence, quantity, rule_sentence, weights

Line = tuple[str, str]
"""What it is, and what it says."""


@dataclass(frozen=True, slots=True)
class Called:
    """What parties (by slug), things in the agenda and deals (by target) are called."""

    parties: Mapping[str, str]
    targets: Mapping[str, str] = field(default_factory=dict)

    def party(self, slug: str) -> str:
        """Return the name of a party."""
        return self.parties.get(slug, slug)

    def target(self, text: str) -> str:
        """Return the name of a measure, goal or deal; what is not known keeps its code."""
        return self.targets.get(text) or parse_target(text)[1]


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment in words; ``size`` is its money or hours in short, ``lines`` all the rest."""

    key: str
    party: str
    what: str
    size: str
    lines: list[Line]
    conditions: list[str]


@dataclass(frozen=True, slots=True)
class Agreed:
    """A version of a deal in words; ``text`` is Markdown."""

    title: str
    text: str
    lines: list[Line]
    promises: list[Promise]


def targets_of(agenda: AgendaRecord | None, deals: Mapping[str, str]) -> dict[str, str]:
    """Return target -> what it is called, of all to which something can be promised."""
    found = {f"{TargetKind.DEAL}:{slug}": title for slug, title in deals.items()}
    if agenda:
        found |= {f"{TargetKind.MEASURE}:{o.key}": f"{o.key} {o.title}" for o in agenda.measures}
        found |= {f"{TargetKind.GOAL}:{o.key}": f"{o.key} {o.title}" for o in agenda.goals}
    return found


def agreed(record: DealRecord, called: Called) -> Agreed:
    """Return a version of a deal in words."""
    terms = record.terms
    promises = [promise(one, called) for one in record.commitments]
    return Agreed(terms.title, terms.text, list(_terms(terms, called)), promises)


def promise(one: Commitment, called: Called) -> Promise:
    """Return a commitment in words."""
    conditions = [condition_text(condition, called) for condition in one.conditions]
    lines = list(_promised(one, called))
    return Promise(one.key, called.party(one.party), one.what, size(one), lines, conditions)


def size(one: Commitment) -> str:
    """Return how much is promised, else what kind it is."""
    return quantity(one) or capfirst(str(COMMITMENT_KINDS[one.kind]))


def condition_text(one: Condition, called: Called) -> str:
    """Return a condition with who fulfils it and by when."""
    who = called.party(one.party) if one.party else one.who
    due = _("by %(day)s") % {"day": long_date(one.due_on)} if one.due_on else ""
    return f"{one.text} ({', '.join(filter(None, (who, due)))})"


def _terms(terms: Terms, called: Called) -> Iterator[Line]:
    yield _("Parties that sign"), ", ".join(map(called.party, terms.parties))
    yield _("Decision rule"), rule_sentence(terms.rule, called.parties)
    if terms.starts_on:
        yield _("Starts"), long_date(terms.starts_on)
    if terms.ends_on:
        yield _("Last day"), long_date(terms.ends_on)
    yield _("Notice"), days(terms.notice_days)
    shares = weights(terms.sharing.weights, called.parties)
    name = str(SHARINGS[terms.sharing.kind])
    yield _("Who carries the money of a party that leaves"), f"{name}{shares and f' ({shares})'}"
    yield _("When a commitment is late"), late_sentence(terms.when_late)


def _promised(one: Commitment, called: Called) -> Iterator[Line]:
    by_year = (f"{amount.year}: {euro(amount.amount_cents)}" for amount in one.amounts)
    decided = one.decided
    told = (
        (_("Kind"), capfirst(str(COMMITMENT_KINDS[one.kind]))),
        (_("To what"), called.target(one.target)),
        (_("By year"), " · ".join(by_year)),
        (_("Hours"), "" if one.hours is None else number(one.hours)),
        (_("Valuation"), "" if one.valuation_cents is None else euro(one.valuation_cents)),
        (_("Basis of the valuation"), one.valuation_evidence),
        (_("Starts"), long_date(one.starts_on) if one.starts_on else ""),
        (_("Last day"), long_date(one.ends_on) if one.ends_on else ""),
        (_("For whom"), ", ".join(map(called.party, one.helps))),
        (_("In return"), one.in_return),
        (_("Decision"), decided_by(decided.organ, decided.decided_on) if decided else ""),
        (_("Web address of the decision"), decided.link if decided else ""),
    )
    yield from (line for line in told if line[1])


def decided_by(organ: str, day: date) -> str:
    """Return who decided, and when."""
    return f"{organ}, {long_date(day)}"
