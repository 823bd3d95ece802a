# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What pages need of many at once: names of deals, steps, a region in short, what leaving broke."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samenspel.agenda.queries import leads
from samenspel.core.deals.commitment import Kind
from samenspel.core.deals.deal import DealRecord
from samenspel.core.deals.ladder import SETTLED, Rung
from samenspel.core.deals.states import DealState
from samenspel.core.deals.withdrawal import Consequences, Standing, consequences
from samenspel.core.deals.withdrawal import out_of_balance as votes_out_of_balance
from samenspel.core.limits import shown
from samenspel.deals import models

from .balance import promised
from .brief import Brief, LeftFacts, brief
from .commitments import STEP_FIELDS, StepFacts, late_among
from .deals import DealPage, VersionPage
from .records import CommitmentRow

_TITLE = 80
"""Characters of what is promised, where only its name is needed."""


@dataclass(frozen=True, slots=True)
class RegionPledges:
    """
    What is promised in a region and what came of it, in numbers.

    ``promised`` counts ``done`` too. Money is what commitments of money come to, None without any;
    ``last_left`` the latest withdrawal.
    """

    in_force: int
    proposed: int
    promised: int
    done: int
    overdue: int
    cents: int | None
    done_cents: int | None
    last_left: LeftFacts | None


def deal_titles(region_id: int, deals: Iterable[str]) -> dict[str, str]:
    """Return deal -> its title, in force or else the latest that was public; one statement."""
    titles = brief(region_id).titles
    return {slug: titles[slug] for slug in deals if slug in titles}


def commitment_titles(region_id: int, keys: Iterable[str]) -> dict[str, str]:
    """Return key -> what is promised, of commitments that everyone may read; one statement."""
    rows = models.Commitment.objects.filter(region_id=region_id, published=True, key__in=list(keys))
    return {key: shown(what, most=_TITLE) for key, what in rows.values_list("key", "what")}


def steps_of(commitment_ids: Iterable[int]) -> dict[int, list[StepFacts]]:
    """Return commitment -> how it went up and down the ladder, oldest first; one statement."""
    rows = models.Step.objects.filter(commitment__in=list(commitment_ids)).order_by("at", "pk")
    found: dict[int, list[StepFacts]] = {}
    for owner, rung, *rest in rows.values_list("commitment", *STEP_FIELDS):
        found.setdefault(owner, []).append(StepFacts(Rung(rung), *rest))
    return found


def region_pledges(region_id: int, *, on: date, known: Brief | None = None) -> RegionPledges:
    """Return what is promised in a region, in numbers; three statements, two with *known*."""
    known = known or brief(region_id)
    rows, counted = promised(region_id, known.left, on)
    overdue = len(late_among(rows, known.left, on))
    return in_numbers(known.states_on(on), counted, overdue, known.last_left)


def in_numbers(
    states: Sequence[DealState],
    counted: Sequence[CommitmentRow],
    overdue: int,
    last_left: LeftFacts | None = None,
) -> RegionPledges:
    """Return in numbers what is promised: the *states* of deals, and the commitments *counted*."""
    done = [row for row in counted if row.rung in SETTLED]
    return RegionPledges(
        in_force=states.count(DealState.IN_FORCE),
        proposed=states.count(DealState.PROPOSED),
        promised=len(counted),
        done=len(done),
        overdue=overdue,
        cents=_money(counted),
        done_cents=_money(done),
        last_left=last_left,
    )


def broken(
    page: DealPage, agenda: int | None, municipalities: Collection[str]
) -> Mapping[str, Consequences]:
    """
    Return party -> what its leaving of a deal broke; one statement, none if nobody left.

    *agenda* is the key of the version that the region lives by, *municipalities* are the parties
    that are one.
    """
    left = [
        (version, one.party)
        for version in page.versions
        if version.facts.in_force_at
        for one in version.facts.withdrawals
        if one.party in version.signed
    ]
    leads_now = leads(agenda) if left and agenda else {}
    found = {}
    for version, party in left:
        standing = Standing(
            bound=frozenset(version.signed),
            gone=frozenset(version.left) - {party},
            rungs={key: row.rung for key, row in page.commitments.items()},
            leads=leads_now,
            municipalities=municipalities,
        )
        found[party] = _broken(page, version, party, standing)
    return found


def out_of_balance(page: DealPage, municipalities: Collection[str]) -> str:
    """
    Return the municipality that alone has most votes of those who stay in a deal, or empty.

    Only of a deal in force that somebody left and that does not lapse by that.
    """
    now = page.current
    if now.state is not DealState.IN_FORCE or not now.left or now.facts.lapses_on:
        return ""
    return votes_out_of_balance(now.record, now.left, municipalities)


def _broken(page: DealPage, version: VersionPage, party: str, standing: Standing) -> Consequences:
    record, rows = version.record, page.commitments
    if version.number == page.current.number:
        record = _as_it_stands(record, rows)
    return consequences(record, party, version.left[party].effective_on, standing)


def _as_it_stands(record: DealRecord, rows: Mapping[str, CommitmentRow]) -> DealRecord:
    """Return *record* with what came of its conditions."""
    now = (rows[one.key].commitment if one.key in rows else one for one in record.commitments)
    return replace(record, commitments=tuple(now))


def _money(rows: Iterable[CommitmentRow]) -> int | None:
    known = [row.commitment.cents or 0 for row in rows if row.commitment.kind is Kind.MONEY]
    return sum(known) if known else None
