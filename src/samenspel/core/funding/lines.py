# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Lines of a funding plan: which money pays for what, by year.

A line that rests on a commitment has its party, its rung and, unless it takes a part, its amounts
from there, so that nothing is kept twice. What counts in a plan are its entries: whole eurocents of
one line in one year.
"""

from dataclasses import dataclass

from samenspel.core.deals.commitment import Commitment, Kind
from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.deals.ladder import Rung
from samenspel.core.errors import RuleError
from samenspel.core.funding.sources import Source, SourceKind, check_cents
from samenspel.core.limits import FIRST_YEAR, KEY, LAST_YEAR, MAX_COUNT, shown

_IN_KIND = frozenset({Kind.HOURS, Kind.KNOWLEDGE, Kind.FACILITY, Kind.IN_KIND})


@dataclass(frozen=True, slots=True)
class FundingLine:
    """
    A line as it is written.

    ``measure``: empty for the programme itself. ``year``: None for the whole period, undivided.
    ``beside``: the source for which it counts as money of the region; a line counts for one.
    ``hours``, ``tariff_cents`` and ``evidence``: what an amount in kind is made of.
    """

    key: str
    source: str
    amount_cents: int | None = None
    measure: str = ""
    year: int | None = None
    party: str = ""
    beside: str = ""
    commitment: str = ""
    hours: int | None = None
    tariff_cents: int | None = None
    evidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line puts into one year; ``evidence``: of what an amount in kind is worth."""

    line: str
    source: str
    cents: int
    rung: Rung
    measure: str = ""
    year: int | None = None
    party: str = ""
    beside: str = ""
    commitment: str = ""
    in_kind: bool = False
    evidence: str = ""


def check_line(one: FundingLine) -> FundingLine:
    """
    Return a line with its amount; ``field`` in the params of a refusal says where.

    Raises:
        RuleError: ``code-unfit``, ``text-unfit``, ``amount-negative``, ``amount-too-large``,
            ``funding-amount-missing``, ``funding-year``, ``funding-beside-itself``,
            ``funding-valuation``.
    """
    if not KEY.fullmatch(one.key):
        raise RuleError("code-unfit", field="key", key=shown(one.key))
    for field in ("evidence", "note"):
        check_text(field, getattr(one, field), needed=False)
    if one.year is not None and not FIRST_YEAR <= one.year <= LAST_YEAR:
        raise RuleError("funding-year", field="year", year=one.year)
    if one.beside and one.beside == one.source:
        raise RuleError("funding-beside-itself", field="beside")
    check_cents("amount_cents", one.amount_cents)
    check_cents("tariff_cents", one.tariff_cents)
    _check_valuation(one)
    if one.amount_cents is None and not one.commitment:
        raise RuleError("funding-amount-missing", field="amount_cents")
    return one


def _check_valuation(one: FundingLine) -> None:
    """Refuse hours and a tariff that do not make the amount."""
    if one.hours is None and one.tariff_cents is None:
        return
    if one.hours is None or one.tariff_cents is None:
        raise RuleError("funding-valuation", field="hours", worth_cents=one.amount_cents or 0)
    if one.hours < 0:
        raise RuleError("amount-negative", field="hours")
    if one.hours > MAX_COUNT:
        raise RuleError("amount-too-large", field="hours")
    worth = one.hours * one.tariff_cents
    if worth != one.amount_cents:
        raise RuleError("funding-valuation", field="amount_cents", worth_cents=worth)


def entries(
    line: FundingLine, rung: Rung, source: Source, commitment: Commitment | None
) -> tuple[Entry, ...]:
    """
    Return what *line* puts into each year.

    *rung* is that of its commitment when it rests on one. Of a commitment without money in the year
    of the line, or without any figure, nothing comes.
    """
    kind = commitment.kind if commitment else None
    in_kind = source.kind is SourceKind.IN_KIND or line.hours is not None
    party = commitment.party if commitment else line.party or source.party
    basis = line.evidence or (commitment.valuation_evidence if commitment else "")
    return tuple(
        Entry(
            line.key,
            line.source,
            cents,
            rung,
            measure=line.measure,
            year=year,
            party=party,
            beside=line.beside,
            commitment=line.commitment,
            in_kind=in_kind or kind in _IN_KIND,
            evidence=basis,
        )
        for year, cents in _amounts(line, commitment)
    )


def _amounts(
    line: FundingLine, commitment: Commitment | None
) -> tuple[tuple[int | None, int], ...]:
    if line.amount_cents is not None:
        return ((line.year, line.amount_cents),)
    if commitment is None:
        return ()
    if commitment.amounts:
        return tuple(
            (one.year, one.amount_cents)
            for one in commitment.amounts
            if line.year in {None, one.year}
        )
    worth = commitment.valuation_cents
    return () if worth is None else ((line.year, worth),)
