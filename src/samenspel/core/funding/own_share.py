# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What the region puts beside a source, and whether that is enough.

Beside money of the Rijk other money of the Rijk never counts, whoever passes it on; what is given
in kind counts with evidence.
Shares are of the source and what counts beside it together, so that half means: as much again.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from samenspel.core.funding.findings import Finding, Verdict
from samenspel.core.funding.lines import Entry
from samenspel.core.funding.plan import DECIDED, Plan, lines_of, total, without
from samenspel.core.funding.sources import WHOLE, Source


@dataclass(frozen=True, slots=True)
class OwnShare:
    """What stands beside a source, and how much of it counts; ``deciding`` are the lines."""

    source: Source
    source_cents: int
    beside: tuple[Entry, ...]
    national: tuple[Entry, ...]
    unproven: tuple[Entry, ...]

    @property
    def counting(self) -> tuple[Entry, ...]:
        """What counts as money of the region."""
        left = {*self.national, *self.unproven}
        return tuple(one for one in self.beside if one not in left)

    @property
    def needed_cents(self) -> int | None:
        """What has to count at least, up to the whole cent; None without such a rule."""
        share = self.source.least_own_share
        if share is None:
            return None
        return -(-self.source_cents * share // (WHOLE - share))

    @property
    def short_cents(self) -> int:
        """What is missing; 0 when it is enough or nothing is asked."""
        return max(0, (self.needed_cents or 0) - total(self.counting))

    @property
    def deciding(self) -> tuple[str, ...]:
        """The lines that would make it enough if they counted; else all that stand beside it."""
        out = (*self.national, *self.unproven)
        return lines_of(out if self.short_cents and out else self.beside)


def own_share(plan: Plan, source: Source) -> OwnShare:
    """Return what the region puts beside *source*, of which all that is available counts."""
    beside = tuple(one for one in plan.entries if one.beside == source.key)
    used = total(one for one in plan.entries if one.source == source.key)
    cents = used if source.available_cents is None else source.available_cents
    national = tuple(
        one for one in beside if source.is_national and plan.sources[one.source].is_national
    )
    unproven = tuple(
        one
        for one in beside
        if one.in_kind and not one.evidence.strip() and one not in set(national)
    )
    return OwnShare(source, cents, beside, national, unproven)


def enough_own(plan: Plan) -> Iterator[Finding]:
    """Yield, of each source that asks for it, whether the region puts in enough."""
    for source in plan.sources.values():
        if source.least_own_share is not None:
            yield _verdict(own_share(plan, source))


def national_counted(plan: Plan) -> Iterator[Finding]:
    """Yield sources beside which money of the Rijk is counted."""
    for source in plan.sources.values():
        found = own_share(plan, source).national
        if found:
            names = ", ".join(dict.fromkeys(plan.sources[one.source].name for one in found))
            figures: dict[str, int | str] = {"national_cents": total(found), "names": names}
            yield Finding(
                "national-counted",
                Verdict.FAILED,
                f"source:{source.key}",
                lines_of(found),
                figures,
            )


def dropping_out(plan: Plan, *parties: str) -> list[tuple[Finding, Finding]]:
    """Return (now, then) of each source whose own share gets another figure without *parties*."""
    return _compared(plan, reduce(without, parties, plan))


def falling_away(
    plan: Plan, commitments: Collection[str], since: date
) -> list[tuple[Finding, Finding]]:
    """
    Return the same without what rests on *commitments*.

    Money of years that began before *since* stays, as it does when a party leaves a deal.
    """
    left = tuple(
        one
        for one in plan.entries
        if one.commitment not in commitments or (one.year and date(one.year, 1, 1) < since)
    )
    return _compared(plan, replace(plan, entries=left))


def _compared(plan: Plan, later: Plan) -> list[tuple[Finding, Finding]]:
    then = {one.about: one for one in enough_own(later)}
    return [
        (now, then[now.about]) for now in enough_own(plan) if now.figures != then[now.about].figures
    ]


def _verdict(found: OwnShare) -> Finding:
    counting = found.counting
    figures: dict[str, int | str] = {
        "source_cents": found.source_cents,
        "beside_cents": total(found.beside),
        "national_cents": total(found.national),
        "unproven_cents": total(found.unproven),
        "counting_cents": total(counting),
        "decided_cents": total(one for one in counting if one.rung in DECIDED),
        "needed_cents": found.needed_cents or 0,
        "short_cents": found.short_cents,
        "least_share": found.source.least_own_share or 0,
        "deviation": found.source.deviation,
    }
    verdict = Verdict.PASSED
    if found.short_cents:
        verdict = Verdict.NOTE if found.source.deviation.strip() else Verdict.FAILED
    return Finding("own-share", verdict, f"source:{found.source.key}", found.deciding, figures)
