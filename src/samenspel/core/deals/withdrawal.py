# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What happens when a party leaves a deal. Leaving is never prevented; what it breaks is shown.

A party is bound until its notice ends. Money of years that begin on or after that day falls away,
and so does everything else of it that is not done and would run beyond it: of hours over a period
the part that its days from then on are of all its days. What a failed condition released it from
is not lost by its leaving.
"""

from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from samenspel.core.deals.commitment import Commitment, Kind, Outcome
from samenspel.core.deals.deal import DealRecord, SharingKind, Terms
from samenspel.core.deals.ladder import SETTLED, Rung
from samenspel.core.deals.rules import FEWEST, in_force, majority_of_one
from samenspel.core.deals.split import equally, split


@dataclass(frozen=True, slots=True)
class FailingCondition:
    """A condition that the leaving party was to fulfil for somebody else's commitment."""

    commitment: str
    party: str
    text: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Consequences:
    """
    What a withdrawal breaks.

    ``stands``: the deal stays in force between the others. ``majority``: the municipality that
    then alone has the majority of the votes of those who stay, so that the rule must be renewed.
    ``lost``: keys of commitments that fall away, wholly or from then on. ``leads_lost``: targets
    without lead or owner. ``money_lost``: cents by target. ``extra_cents``: what each of the others
    would pay to make up for the money.
    """

    party: str
    effective_on: date
    stands: bool
    majority: str
    lost: tuple[str, ...]
    conditions: tuple[FailingCondition, ...]
    leads_lost: tuple[str, ...]
    money_lost: Mapping[str, int]
    hours_lost: int
    extra_cents: Mapping[str, int]

    @property
    def money_lost_cents(self) -> int:
        """All money that falls away."""
        return sum(self.money_lost.values())

    @property
    def digest(self) -> str:
        """By what to tell whether it still breaks what somebody saw."""
        return sha256(repr(astuple(self)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Standing:
    """
    How a deal in force stands.

    ``bound``: parties that signed; ``gone``: those of them that have left or gave notice.
    ``rungs``: commitment -> how far it is. ``leads``: target -> the party that leads or owns it.
    ``municipalities``: the parties that are one.
    """

    bound: Collection[str]
    gone: Collection[str]
    rungs: Mapping[str, Rung]
    leads: Mapping[str, str]
    municipalities: Collection[str] = field(default=())


def effective_on(given_on: date, notice_days: int) -> date:
    """Return the first day on which a party that gives notice on a day is no longer bound."""
    return given_on + timedelta(days=notice_days)


def still_stands(record: DealRecord, bound: Collection[str], gone: Collection[str]) -> bool:
    """Tell whether the decision rule still holds among those who stay; of two parties at least."""
    stay = set(record.terms.parties) - set(gone)
    signed = stay & set(bound)
    funders = record.funders & stay
    return len(signed) >= FEWEST and in_force(record.terms.rule, stay, signed, funders)


def out_of_balance(
    record: DealRecord, gone: Collection[str], municipalities: Collection[str]
) -> str:
    """Return the municipality that alone has the majority of the votes of who stay, or empty."""
    stay = set(record.terms.parties) - set(gone)
    return majority_of_one(record.terms.rule, stay, municipalities)


def consequences(
    record: DealRecord, party: str, effective: date, standing: Standing
) -> Consequences:
    """Return what it breaks when *party* is no longer bound from *effective* on."""
    gone = {*standing.gone, party}
    lost = [
        one
        for one in record.commitments
        if one.party == party and _falls_away(one, effective, standing.rungs)
    ]
    money = _money_lost(lost, effective)
    stands = still_stands(record, standing.bound, gone)
    others = tuple(one for one in record.terms.parties if one not in gone)
    return Consequences(
        party=party,
        effective_on=effective,
        stands=stands,
        majority=out_of_balance(record, gone, standing.municipalities) if stands else "",
        lost=tuple(one.key for one in lost),
        conditions=_failing(record, party, gone),
        leads_lost=_leads_lost(record, party, standing.leads),
        money_lost=money,
        hours_lost=sum(_hours_lost(one, record.terms, effective) for one in lost),
        extra_cents=shares(record, others, sum(money.values())),
    )


def shares(record: DealRecord, others: tuple[str, ...], cents: int) -> dict[str, int]:
    """
    Return *cents* divided over *others* as the deal says, to the cent; nothing when it cannot be.

    Equal parts are those of the others that fund; while none of them does, of all of them.
    """
    sharing = record.terms.sharing
    if sharing.kind is SharingKind.WEIGHTS:
        weights = {one.party: one.weight for one in sharing.weights if one.party in others}
        return split(cents, weights) if cents and any(weights.values()) else {}
    carry = tuple(one for one in others if one in record.funders) or others
    return equally(cents, carry) if cents and carry else {}


def _falls_away(one: Commitment, effective: date, rungs: Mapping[str, Rung]) -> bool:
    if rungs.get(one.key) in SETTLED or one.is_released:
        return False
    if one.kind is Kind.MONEY:
        return any(_begins(amount.year) >= effective for amount in one.amounts)
    return one.ends_on is None or one.ends_on >= effective


def _money_lost(lost: list[Commitment], effective: date) -> dict[str, int]:
    cents: dict[str, int] = {}
    promised = [one for one in lost if one.kind is Kind.MONEY]
    for one in promised:
        for amount in one.amounts:
            if _begins(amount.year) >= effective:
                cents[one.target] = cents.get(one.target, 0) + amount.amount_cents
    return cents


def _hours_lost(one: Commitment, terms: Terms, effective: date) -> int:
    """
    Return the hours of *one* from a day on: by days of its period, or that of the deal.

    A half counts as a whole. While a day of the period is unknown, nobody knows what is worked
    already, and all hours count.
    """
    hours = one.hours or 0
    since, until = one.starts_on or terms.starts_on, one.ends_on or terms.ends_on
    if since is None or until is None or effective <= since:
        return hours
    days, left = (max((until - day).days + 1, 0) for day in (since, effective))
    return (2 * hours * left + days) // (2 * days) if left else 0


def _begins(year: int) -> date:
    return date(year, 1, 1)


def _failing(record: DealRecord, party: str, gone: set[str]) -> tuple[FailingCondition, ...]:
    return tuple(
        FailingCondition(one.key, one.party, condition.text, condition.due_on)
        for one in record.commitments
        if one.party not in gone
        for condition in one.conditions
        if condition.party == party and condition.outcome is Outcome.OPEN
    )


def _leads_lost(record: DealRecord, party: str, leads: Mapping[str, str]) -> tuple[str, ...]:
    targets = dict.fromkeys(one.target for one in record.commitments)
    return tuple(target for target in targets if leads.get(target) == party)
