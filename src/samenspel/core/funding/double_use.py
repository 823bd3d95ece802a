# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""No money twice: a commitment, a source or a cost is used for at most the whole of it."""

from collections import defaultdict
from collections.abc import Iterator

from samenspel.core.deals.commitment import Commitment
from samenspel.core.funding.findings import Finding, Verdict
from samenspel.core.funding.lines import Entry
from samenspel.core.funding.plan import Plan, gaps, lines_of, total


def over_commitment(plan: Plan) -> Iterator[Finding]:
    """Yield commitments, by year, of which lines use more than was promised."""
    for key, entries in _by_commitment(plan).items():
        if len(_beside(entries)) <= 1:  # else it is said by same_euro
            yield from _over("over-commitment", key, plan.commitments[key], entries)


def over_source(plan: Plan) -> Iterator[Finding]:
    """Yield sources from which lines take more than there is."""
    for key, source in plan.sources.items():
        entries = [one for one in plan.entries if one.source == key]
        there = source.available_cents
        if there is not None and total(entries) > there:
            figures = {"used_cents": total(entries), "there_cents": there}
            yield Finding(
                "over-source", Verdict.FAILED, f"source:{key}", lines_of(entries), figures
            )


def over_cost(plan: Plan) -> Iterator[Finding]:
    """Yield measures, by year, for which lines bring more than they cost."""
    for gap in gaps(plan):
        if gap.cents is not None and gap.cents < 0:
            figures: dict[str, int | str] = {
                "used_cents": gap.planned_cents,
                "there_cents": gap.cost_cents or 0,
                "year": gap.year or "",
            }
            yield Finding("over-cost", Verdict.FAILED, f"measure:{gap.measure}", gap.lines, figures)


def same_euro(plan: Plan) -> Iterator[Finding]:
    """
    Yield money that is counted beside two sources.

    Of a commitment when it is used for more than the whole; of lines without one when party,
    measure, year and amount are the same, which may be chance.
    """
    for key, entries in _by_commitment(plan).items():
        if len(_beside(entries)) > 1:
            yield from _over("same-euro", key, plan.commitments[key], entries)
    alike = defaultdict[tuple[str, str, int | None, int], list[Entry]](list)
    for one in plan.entries:
        if one.beside and one.party and not one.commitment:
            alike[one.party, one.measure, one.year, one.cents].append(one)
    for (party, *_, cents), entries in alike.items():
        if len(_beside(entries)) > 1:
            figures: dict[str, int | str] = {"party": party, "there_cents": cents}
            yield Finding("same-euro-maybe", Verdict.WARNING, "", lines_of(entries), figures)


def _by_commitment(plan: Plan) -> dict[str, list[Entry]]:
    found = defaultdict[str, list[Entry]](list)
    for one in plan.entries:
        if one.commitment in plan.commitments:
            found[one.commitment].append(one)
    return found


def _beside(entries: list[Entry]) -> set[str]:
    return {one.beside for one in entries if one.beside}


def _over(code: str, key: str, promised: Commitment, entries: list[Entry]) -> Iterator[Finding]:
    """Yield the years in which *entries* use more than *promised*; else all years together."""
    about = f"commitment:{key}"
    years = {amount.year: amount.amount_cents for amount in promised.amounts}
    found = False
    for year in sorted({one.year for one in entries if one.year is not None} if years else ()):
        here = [one for one in entries if one.year == year]
        if total(here) > years.get(year, 0):
            figures: dict[str, int | str] = {
                "used_cents": total(here),
                "there_cents": years.get(year, 0),
                "year": year,
            }
            found = True
            yield Finding(code, Verdict.FAILED, about, lines_of(here), figures)
    worth = promised.cents
    if not found and worth is not None and total(entries) > worth:
        together: dict[str, int | str] = {"used_cents": total(entries), "there_cents": worth}
        yield Finding(code, Verdict.FAILED, about, lines_of(entries), together | {"year": ""})
