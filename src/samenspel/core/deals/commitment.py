# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What one party promises, to what, on which conditions and by whose decision.

Money is whole eurocents by year, hours are whole hours over the whole period. ``helps`` names the
parties for whom it is done; empty: whoever leads the measure or owns the goal.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from samenspel.core.errors import RuleError


class Kind(StrEnum):
    """What is promised."""

    MONEY = "money"
    HOURS = "hours"
    KNOWLEDGE = "knowledge"
    DECISION = "decision"
    FACILITY = "facility"
    IN_KIND = "in-kind"


class Outcome(StrEnum):
    """What became of a condition."""

    OPEN = "open"
    MET = "met"
    FAILED = "failed"


class TargetKind(StrEnum):
    """To what something can be promised."""

    MEASURE = "measure"
    GOAL = "goal"
    DEAL = "deal"


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in one year."""

    year: int
    amount_cents: int


@dataclass(frozen=True, slots=True)
class Condition:
    """
    On what a commitment depends.

    ``party`` fulfils it, or ``who`` when that is nobody at the table (the Rijk, a council).
    ``outcome`` and ``settled_on`` are what came of it later; no part of what is signed.
    """

    text: str
    party: str = ""
    who: str = ""
    due_on: date | None = None
    outcome: Outcome = Outcome.OPEN
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Which organ of the party decided it, when, and where that can be read."""

    organ: str
    decided_on: date
    link: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise of one party; ``in_return`` is what it gets for it, in words."""

    key: str
    party: str
    target: str
    kind: Kind
    what: str
    starts_on: date | None = None
    ends_on: date | None = None
    amounts: tuple[Amount, ...] = ()
    hours: int | None = None
    valuation_cents: int | None = None
    valuation_evidence: str = ""
    helps: tuple[str, ...] = ()
    in_return: str = ""
    conditions: tuple[Condition, ...] = ()
    decided: Decision | None = None

    @property
    def cents(self) -> int | None:
        """What it is worth in money: the amounts together, or the valuation; None when unknown."""
        if self.amounts:
            return sum(one.amount_cents for one in self.amounts)
        return self.valuation_cents

    @property
    def is_released(self) -> bool:
        """Whether a condition failed, so that the party is not held to it."""
        return any(one.outcome is Outcome.FAILED for one in self.conditions)


def parse_target(text: str) -> tuple[TargetKind, str]:
    """
    Return kind and key of a target such as ``measure:M1``.

    Raises:
        RuleError: ``unknown-target``.
    """
    kind, colon, key = text.partition(":")
    if kind not in set(TargetKind) or not colon or not key:
        raise RuleError("unknown-target", target=text)
    return TargetKind(kind), key


def as_agreed(commitment: Commitment) -> Commitment:
    """Return *commitment* as it was promised, without what came of its conditions."""
    conditions = tuple(
        replace(one, outcome=Outcome.OPEN, settled_on=None) for one in commitment.conditions
    )
    return replace(commitment, conditions=conditions)


def funders(commitments: tuple[Commitment, ...]) -> frozenset[str]:
    """Return the parties that promise money."""
    return frozenset(
        one.party for one in commitments if one.kind is Kind.MONEY and (one.cents or 0) > 0
    )
