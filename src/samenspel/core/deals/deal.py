# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A deal: its text and terms, and the commitments that it binds."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from samenspel.core.deals.commitment import Commitment, funders
from samenspel.core.deals.commitment_checks import check_commitment, check_period, check_text
from samenspel.core.deals.overdue import ESCALATION, EscalationStep, check_escalation
from samenspel.core.deals.rules import Rule, RuleKind, Weight, check_rule, check_weights
from samenspel.core.errors import RuleError
from samenspel.core.limits import SHORT_TEXT

MAX_NOTICE_DAYS = 3653
"""Ten years; what is longer is no notice any more."""

MAX_DEAL_TEXT = 100_000
"""Characters; a covenant of forty pages fits."""

MAX_PARTIES = 500
MAX_COMMITMENTS = 1000


class SharingKind(StrEnum):
    """How the others would carry what a party that leaves no longer brings."""

    EQUAL = "equal"
    WEIGHTS = "weights"


@dataclass(frozen=True, slots=True)
class Sharing:
    """A division of money over parties."""

    kind: SharingKind = SharingKind.EQUAL
    weights: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """
    What a deal says apart from its commitments.

    ``text`` is Markdown; ``parties`` are those that sign; ``ends_on`` is the last day; a party that
    leaves is bound for ``notice_days`` more. ``escalation`` is what follows on what is late; empty:
    see ``when_late``.
    """

    title: str
    text: str
    parties: tuple[str, ...]
    rule: Rule = field(default_factory=Rule)
    starts_on: date | None = None
    ends_on: date | None = None
    notice_days: int = 0
    sharing: Sharing = field(default_factory=Sharing)
    escalation: tuple[EscalationStep, ...] = ()

    @property
    def when_late(self) -> tuple[EscalationStep, ...]:
        """What follows on what is late: the steps of the deal, or those of every deal."""
        return self.escalation or ESCALATION


@dataclass(frozen=True, slots=True)
class DealRecord:
    """One version of a deal, whole: exactly what is signed."""

    terms: Terms
    commitments: tuple[Commitment, ...] = ()

    @property
    def funders(self) -> frozenset[str]:
        """The parties that promise money."""
        return funders(self.commitments)


@dataclass(frozen=True, slots=True)
class DealDraft:
    """
    One version of a deal while it is written.

    ``binds`` are the keys of the commitments in it. ``changes`` are those that become something
    else, or come to be, when it is in force; the others are bound as they stand.
    """

    terms: Terms
    binds: tuple[str, ...] = ()
    changes: tuple[Commitment, ...] = ()


def draft_from(record: DealRecord) -> DealDraft:
    """Return the draft of an amendment that changes nothing yet."""
    return DealDraft(record.terms, tuple(one.key for one in record.commitments))


def check_terms(terms: Terms, municipalities: Collection[str]) -> None:
    """
    Refuse terms that cannot be agreed on; *municipalities* are the parties that are one.

    Raises:
        RuleError: ``text-missing``, ``text-unfit``, ``deal-needs-parties``, ``party-twice``,
            ``period-backward``, ``notice-unfit``, or as ``check_rule``, ``check_weights`` and
            ``check_escalation``.
    """
    check_text("title", terms.title, most=SHORT_TEXT)
    check_text("text", terms.text, most=MAX_DEAL_TEXT)
    if not 1 < len(terms.parties) <= MAX_PARTIES:
        raise RuleError("deal-needs-parties", field="parties")
    if len(set(terms.parties)) != len(terms.parties):
        raise RuleError("party-twice", field="parties")
    check_period(terms.starts_on, terms.ends_on)
    if not 0 <= terms.notice_days <= MAX_NOTICE_DAYS:
        raise RuleError("notice-unfit", field="notice_days", limit=MAX_NOTICE_DAYS)
    check_rule(terms.rule, terms.parties, municipalities)
    if terms.sharing.kind is SharingKind.WEIGHTS:
        check_weights(terms.sharing.weights, terms.parties, field="sharing")
    check_escalation(terms.escalation)


def check_deal(record: DealRecord, municipalities: Collection[str]) -> None:
    """
    Refuse a version that cannot be proposed.

    Raises:
        RuleError: as ``check_terms`` and ``check_commitment``, or ``party-outside-deal``,
            ``too-many-commitments``, ``rule-without-funder``.
    """
    check_terms(record.terms, municipalities)
    if len(record.commitments) > MAX_COMMITMENTS:
        raise RuleError("too-many-commitments", field="binds", limit=MAX_COMMITMENTS)
    for one in record.commitments:
        check_commitment(one)
        if one.party not in record.terms.parties:
            raise RuleError("party-outside-deal", field="binds", key=one.key, party=one.party)
    if record.terms.rule.kind is RuleKind.ALL_FUNDERS and not record.funders:
        raise RuleError("rule-without-funder", field="rule")
