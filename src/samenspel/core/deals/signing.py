# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who must sign a version, when that is enough, and what may be held back while signing."""

from collections.abc import Collection
from dataclasses import dataclass

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.deals.deal import DealRecord
from samenspel.core.deals.differences import touched
from samenspel.core.deals.rules import FEWEST, Rule, RuleKind, in_force
from samenspel.core.errors import RuleError
from samenspel.core.limits import SHORT_TEXT

MAX_RESERVATIONS = 20


@dataclass(frozen=True, slots=True)
class Reservation:
    """What a party holds back: ``text``, on a ``clause`` or a ``commitment`` (its key)."""

    text: str
    clause: str = ""
    commitment: str = ""


def must_sign(
    record: DealRecord, previous: DealRecord | None, gone: Collection[str]
) -> frozenset[str]:
    """
    Return the parties without which *record* is never in force.

    For an amendment of *previous* those are the parties that it touches, whoever leaves (*gone*)
    excepted; for a deal itself what its rule says, nobody by name when it counts votes or heads.
    """
    if previous:
        stay = frozenset(record.terms.parties) - frozenset(gone)
        needed = touched(previous, record) - frozenset(gone) or stay
        return needed | burdened(record, previous, gone)
    match record.terms.rule.kind:
        case RuleKind.ALL:
            return frozenset(record.terms.parties)
        case RuleKind.ALL_FUNDERS:
            return record.funders
    return frozenset()


def burdened(record: DealRecord, previous: DealRecord, gone: Collection[str]) -> frozenset[str]:
    """Return who leaves and yet would have another commitment: that needs its signature."""
    return frozenset(
        one.party
        for one in record.commitments
        if one.party in gone and one not in previous.commitments
    )


def is_enough(
    record: DealRecord,
    signed: Collection[str],
    amendment_of: DealRecord | None,
    gone: Collection[str],
) -> bool:
    """
    Tell whether *signed* bring a version into force; who is *gone* does not count.

    A deal itself needs two parties at least, whatever its rule says: nobody agrees alone.
    """
    signatures = set(signed) - set(gone)
    if amendment_of:
        return in_force(Rule(), must_sign(record, amendment_of, gone), signatures)
    parties = record.terms.parties
    enough = in_force(record.terms.rule, parties, signatures, record.funders)
    return enough and len(signatures & set(parties)) >= FEWEST


def check_reservations(reservations: Collection[Reservation], record: DealRecord) -> None:
    """
    Refuse a reservation that says nothing, or on nothing that is in *record*.

    Raises:
        RuleError: ``text-missing``, ``text-unfit``, ``reservation-without-place``,
            ``unknown-commitment`` or ``too-many-reservations``.
    """
    if len(reservations) > MAX_RESERVATIONS:
        raise RuleError("too-many-reservations", limit=MAX_RESERVATIONS)
    known = {one.key for one in record.commitments}
    for one in reservations:
        check_text("reservation", one.text)
        check_text("clause", one.clause, most=SHORT_TEXT, needed=False)
        if not one.clause.strip() and not one.commitment:
            raise RuleError("reservation-without-place")
        if one.commitment and one.commitment not in known:
            raise RuleError("unknown-commitment", key=one.commitment)
