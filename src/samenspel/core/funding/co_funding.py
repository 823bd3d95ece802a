# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Is the co-financing real? A table of tests, each on a whole plan on a day.

The table is the rule: the page, the command, the API and the documentation all read it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from samenspel.core.deals.ladder import ORDER, PROMISED, Rung
from samenspel.core.funding.double_use import over_commitment, over_cost, over_source, same_euro
from samenspel.core.funding.findings import Finding, Verdict
from samenspel.core.funding.lines import Entry
from samenspel.core.funding.own_share import enough_own, national_counted
from samenspel.core.funding.plan import DECIDED, Plan, lines_of, total
from samenspel.core.funding.sources import LOCAL_PUBLIC, WHOLE

Test = Callable[[Plan, date], Iterable[Finding]]

BUDGET_DAY = (11, 15)
"""Month and day before which the budget of the next year is sent to the supervisor."""


def budget_closes(year: int) -> date:
    """Return the day from which the budget of *year* only changes by a decision of its own."""
    return date(year - 1, *BUDGET_DAY)


def _most_share(plan: Plan, _: date) -> Iterator[Finding]:
    """Yield sources that pay a larger part than they may of what they take part in."""
    for key, source in plan.sources.items():
        own = [one for one in plan.entries if one.source == key]
        if source.most_share is None or not own:
            continue
        whole = sum(_cost(plan, measure) for measure in dict.fromkeys(one.measure for one in own))
        figures: dict[str, int | str] = {
            "source_cents": total(own),
            "cost_cents": whole,
            "most_cents": whole * source.most_share // WHOLE,
            "most_share": source.most_share,
        }
        over = total(own) * WHOLE > whole * source.most_share
        verdict = Verdict.FAILED if over else Verdict.PASSED
        yield Finding("most-share", verdict, f"source:{key}", lines_of(own), figures)


def _cost(plan: Plan, measure: str) -> int:
    """Return what a measure costs; where that is not known, and of the programme, what is paid."""
    costs = plan.costs.get(measure)
    if costs:
        return sum(costs.values())
    return total(one for one in plan.entries if one.measure == measure)


def _undecided(plan: Plan, _: date) -> Iterator[Finding]:
    """Yield parties that promise money on which their council has not decided."""
    open_ones = (one for one in _local(plan) if one.rung in PROMISED - DECIDED)
    yield from _by_party("no-council-decision", open_ones)


def _not_in_budget(plan: Plan, on: date) -> Iterator[Finding]:
    """Yield money of a year whose budget was closed while the money was not in it."""
    late = (
        one
        for one in _local(plan)
        if one.year is not None
        and ORDER[one.rung] < ORDER[Rung.COVERED]
        and on >= budget_closes(one.year)
    )
    yield from _by_party("budget-closed", late)


def _unproven(plan: Plan, _: date) -> Iterator[Finding]:
    """Yield what is given in kind without saying what it is worth."""
    found = (one for one in plan.entries if one.in_kind and not one.evidence.strip())
    yield from _by_party("in-kind-unproven", found, Verdict.FAILED)


def _source_over(plan: Plan, _: date) -> Iterator[Finding]:
    """Yield sources that end before a year in which they would pay."""
    for key, source in plan.sources.items():
        ends = source.ends_on
        found = [
            one
            for one in plan.entries
            if one.source == key and ends and one.year is not None and one.year > ends.year
        ]
        if ends and found:
            figures: dict[str, int | str] = {"ends_on": ends.isoformat(), "cents": total(found)}
            yield Finding("source-over", Verdict.FAILED, f"source:{key}", lines_of(found), figures)


def _leverage(plan: Plan, _: date) -> Iterator[Finding]:
    """Yield how much is planned for each euro of the region's own public money."""
    own = [one for one in _local(plan) if not one.in_kind]
    if cents := total(own):
        figures: dict[str, int | str] = {
            "own_cents": cents,
            "plan_cents": plan.cents,
            "per_euro_cents": plan.cents * 100 // cents,
        }
        yield Finding("leverage", Verdict.PASSED, "", (), figures)


def _local(plan: Plan) -> Iterator[Entry]:
    """Yield money of provinces, municipalities and water authorities that is their own."""
    for one in plan.entries:
        source = plan.sources[one.source]
        if source.kind in LOCAL_PUBLIC and not source.is_national:
            yield one


def _by_party(
    code: str, found: Iterable[Entry], verdict: Verdict = Verdict.WARNING
) -> Iterator[Finding]:
    by_party: dict[str, list[Entry]] = {}
    for one in found:
        by_party.setdefault(one.party, []).append(one)
    for party, entries in by_party.items():
        years = sorted({one.year for one in entries if one.year is not None})
        figures: dict[str, int | str] = {
            "cents": total(entries),
            "party": party,
            "years": ", ".join(map(str, years)),
        }
        yield Finding(code, verdict, f"party:{party}" if party else "", lines_of(entries), figures)


def _at_any_time(test: Callable[[Plan], Iterable[Finding]]) -> Test:
    return lambda plan, _: test(plan)


TESTS: Mapping[str, Test] = {
    "own-share": _at_any_time(enough_own),
    "national-counted": _at_any_time(national_counted),
    "most-share": _most_share,
    "same-euro": _at_any_time(same_euro),
    "over-commitment": _at_any_time(over_commitment),
    "over-source": _at_any_time(over_source),
    "over-cost": _at_any_time(over_cost),
    "in-kind-unproven": _unproven,
    "no-council-decision": _undecided,
    "budget-closed": _not_in_budget,
    "source-over": _source_over,
    "leverage": _leverage,
}
"""Code -> test, in the order in which a controller reads them."""


def check_plan(plan: Plan, on: date) -> list[Finding]:
    """Return what every test says about *plan* on a day; a test without a remark has passed."""
    return [
        finding
        for code, test in TESTS.items()
        for finding in list(test(plan, on)) or [Finding(code, Verdict.PASSED)]
    ]
