# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Get and bring over all that is promised in a region: per party, and who helps whom."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samenspel.core.deals.balance import Balance, Gift, Total, balances, gift_of, matrix
from samenspel.core.deals.ladder import PROMISED, SETTLED
from samenspel.core.deals.states import DealState
from samenspel.deals import models

from .commitments import OverdueRow, late_among
from .leaving import agenda_leads, was_left
from .records import CommitmentRow, in_public, read_commitments
from .versions import VersionFacts, days_left, region_versions


@dataclass(frozen=True, slots=True)
class RegionBalance:
    """
    Who helps whom in a region.

    ``cells``: (giver, taker) -> what the one does for the other; ``parties``: slug -> its balance.
    The region as a whole, when nobody in particular is helped, has an empty slug. ``rows`` are the
    commitments that this counts; ``late`` those past their date, by key.
    """

    cells: dict[tuple[str, str], Total]
    parties: dict[str, Balance]
    rows: tuple[CommitmentRow, ...]
    late: dict[str, OverdueRow]


def region_balance(
    region_id: int,
    region: str,
    *,
    on: date,
    known: Sequence[VersionFacts] | None = None,
    leads: Mapping[str, str] | None = None,
) -> RegionBalance:
    """
    Return who helps whom by all that is promised: pledged or further, and no condition failed.

    What a deal binds that lapsed, or that its party has left, counts no more unless it was done.
    *known* are the versions of its deals, see ``region_versions``; *leads* is who leads what in its
    agenda. Seven statements, whatever the size; two with both.
    """
    versions = region_versions(region_id) if known is None else known
    left = days_left(versions)
    everything, rows = promised(region_id, left, on)
    if leads is None:
        leads = agenda_leads(region) if rows else {}
    tables = _tables(versions)
    gifts: list[Gift] = [gift_of(row.commitment, leads, _table(row, tables)) for row in rows]
    late = {one.row.commitment.key: one for one in late_among(everything, left, on)}
    return RegionBalance(matrix(gifts), balances(gifts), tuple(rows), late)


def promised(
    region_id: int, left: Mapping[tuple[str, str], date], on: date
) -> tuple[list[CommitmentRow], list[CommitmentRow]]:
    """Return all that was promised in public, and those of it that count; two statements."""
    found = models.Commitment.objects.filter(
        region_id=region_id, published=True, rung__in=sorted(PROMISED)
    )
    rows = [in_public(row) for row in read_commitments(found.order_by("pk"))]
    return rows, [row for row in rows if _holds(row, left, on)]


def standing(
    rows: Collection[CommitmentRow], versions: Iterable[VersionFacts], *, on: date
) -> tuple[list[CommitmentRow], dict[str, OverdueRow]]:
    """Return those of *rows* that ``region_balance`` counts, and by key what is late."""
    left = days_left(versions)
    sure = [row for row in rows if row.published and row.rung in PROMISED]
    late = {one.row.commitment.key: one for one in late_among(sure, left, on)}
    return [row for row in sure if _holds(row, left, on)], late


def _holds(row: CommitmentRow, left: Mapping[tuple[str, str], date], on: date) -> bool:
    """Tell whether something promised is done, or can still be asked of its party."""
    return row.rung in SETTLED or (_counts(row, on) and not was_left(row, left, on))


def _counts(row: CommitmentRow, on: date) -> bool:
    """Tell whether a commitment still holds: loose ones do, bound ones while their deal does."""
    if row.commitment.is_released:
        return False
    states = [one.state_on(on) for one in row.bindings if one.state is not DealState.DRAFT]
    lapsed = bool(states) and all(
        state in {DealState.LAPSED, DealState.AMENDED} for state in states
    )
    return not lapsed


def _table(row: CommitmentRow, tables: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    _, _, slug = row.commitment.target.partition(":")
    return tables.get(slug, ())


def _tables(versions: Iterable[VersionFacts]) -> dict[str, tuple[str, ...]]:
    """Return deal -> the parties at the table of its latest version that was shown."""
    latest = sorted((one for one in versions if one.digest), key=lambda one: one.number)
    return {one.deal: one.parties for one in latest}
