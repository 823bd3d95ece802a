# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
When a deal binds: the decision rule as data, and one function that applies it.

A weighted rule passes the test of the Wgr: no municipality alone has the majority of the votes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from samenspel.core.errors import RuleError
from samenspel.core.limits import MAX_COUNT

FEWEST = 2
"""A deal of one party is no deal."""


class RuleKind(StrEnum):
    """Who must have signed before a deal is in force."""

    ALL = "all"
    ALL_FUNDERS = "all-funders"
    WEIGHTED_MAJORITY = "weighted-majority"
    AT_LEAST = "at-least"


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of one party: its votes under a rule, its share in a division."""

    party: str
    weight: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A decision rule; ``weights`` for the weighted majority, ``at_least`` for the number."""

    kind: RuleKind = RuleKind.ALL
    weights: tuple[Weight, ...] = ()
    at_least: int | None = None


def in_force(
    rule: Rule,
    parties: Collection[str],
    signatures: Collection[str],
    funders: Collection[str] = (),
) -> bool:
    """
    Tell whether the *signatures* of *parties* bring a deal into force.

    A majority is more than half of the votes of *parties*. Who is not among them does not count:
    neither its signature nor its votes.
    """
    signed = set(parties) & set(signatures)
    if not signed:
        return False
    match rule.kind:
        case RuleKind.ALL:
            return signed == set(parties)
        case RuleKind.ALL_FUNDERS:
            return bool(funders) and set(funders) <= signed
        case RuleKind.AT_LEAST:
            return len(signed) >= (rule.at_least or len(parties))
        case RuleKind.WEIGHTED_MAJORITY:
            return 2 * _votes(rule, signed) > _votes(rule, parties)


def majority_of_one(rule: Rule, parties: Collection[str], municipalities: Collection[str]) -> str:
    """Return the municipality that alone has more than half of the votes of *parties*, or empty."""
    whole = _votes(rule, parties)
    return next(
        (one for one in sorted(municipalities) if 2 * _votes(rule, {one} & set(parties)) > whole),
        "",
    )


def _votes(rule: Rule, parties: Collection[str]) -> int:
    return sum(one.weight for one in rule.weights if one.party in parties)


def check_rule(rule: Rule, parties: Collection[str], municipalities: Collection[str]) -> None:
    """
    Refuse a rule that cannot be applied to *parties*, of which *municipalities* are known.

    Raises:
        RuleError: ``count-outside-parties``, ``weight-missing``, ``weight-unfit`` or
            ``municipality-majority``.
    """
    if rule.kind is RuleKind.AT_LEAST and not 1 < (rule.at_least or 0) <= len(parties):
        raise RuleError("count-outside-parties", field="at_least", parties=len(parties))
    if rule.kind is RuleKind.WEIGHTED_MAJORITY:
        check_weights(rule.weights, parties, field="rule")
        if holder := majority_of_one(rule, parties, municipalities):
            raise RuleError("municipality-majority", field="rule", party=holder)


def check_weights(weights: tuple[Weight, ...], parties: Collection[str], *, field: str) -> None:
    """
    Refuse weights that are not one for each of *parties*.

    Raises:
        RuleError: ``weight-missing`` or ``weight-unfit``.
    """
    named = [one.party for one in weights]
    if sorted(named) != sorted(parties):
        raise RuleError("weight-missing", field=field)
    if any(not 0 <= one.weight <= MAX_COUNT for one in weights) or not any(
        one.weight for one in weights
    ):
        raise RuleError("weight-unfit", field=field)
