# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What it would break, or breaks, when a party leaves a deal."""

from collections.abc import Iterable, Mapping
from datetime import date

from samenspel.agenda.queries import current_version, leads
from samenspel.core.deals.states import DealState
from samenspel.core.deals.withdrawal import Consequences, Standing, consequences, effective_on
from samenspel.parties.queries import parties

from .records import CommitmentRow, read_by_key
from .versions import VersionFacts, chain, left_by, record_of, signed_by, versions_of


def in_force_of(versions: Iterable[VersionFacts], on: date) -> VersionFacts | None:
    """Return the version of a deal that is in force on a day, or None."""
    return next((one for one in versions if one.state_on(on) is DealState.IN_FORCE), None)


def agenda_leads(region: str) -> dict[str, str]:
    """Return target -> the party that leads or owns it in the agenda the region lives by."""
    version = current_version(region)
    return leads(version.pk) if version else {}


def municipalities(region_id: int) -> frozenset[str]:
    """Return the parties of a region that are a municipality; one statement."""
    return frozenset(one.slug for one in parties(region_id) if one.municipality)


def withdrawal_preview(
    region_id: int, region: str, slug: str, party: str, on: date
) -> Consequences | None:
    """
    Return what it breaks when *party* gives notice on a day, or what it broke when it did before.

    None when no version that binds the party is in force or lapsed. A dozen statements.
    """
    versions = versions_of(region_id, slug)
    lapsed = (one for one in versions if one.state_on(on) is DealState.LAPSED)
    version = in_force_of(versions, on) or next(lapsed, None)
    if version is None or party not in signed_by(chain(version, versions)):
        return None
    return broken_by(region_id, region, version, versions, (party, on))


def broken_by(
    region_id: int,
    region: str,
    version: VersionFacts,
    versions: Iterable[VersionFacts],
    notice: tuple[str, date],
) -> Consequences:
    """Return what leaving *version* breaks; *notice* is the party and the day it is given."""
    party, given_on = notice
    line = chain(version, versions)
    left = left_by(line)
    record = record_of(version)
    rows = read_by_key(region_id, [one.key for one in record.commitments])
    live = {key: row.commitment for key, row in rows.items()}
    now = type(record)(record.terms, tuple(live.get(one.key, one) for one in record.commitments))
    known = left.get(party)
    effective = known.effective_on if known else effective_on(given_on, record.terms.notice_days)
    standing = Standing(
        bound=frozenset(signed_by(line)),
        gone=frozenset(left) - {party},
        rungs={key: row.rung for key, row in rows.items()},
        leads=agenda_leads(region),
        municipalities=municipalities(region_id),
    )
    return consequences(now, party, effective, standing)


def was_left(row: CommitmentRow, left: Mapping[tuple[str, str], date], until: date | None) -> bool:
    """Tell whether a commitment's party had left, by a day, each deal that binds it."""
    days = [left.get((deal, row.commitment.party)) for deal in row.deals]
    return bool(days) and all(day and until and day <= until for day in days)
