# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Deals in a list, one deal whole, and what waits for a signature."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from samenspel.core.agenda.differences import Difference
from samenspel.core.deals.commitment import as_agreed
from samenspel.core.deals.deal import DealDraft, DealRecord
from samenspel.core.deals.differences import deal_differences
from samenspel.core.deals.states import OPEN, SIGNABLE, DealState
from samenspel.core.rights import NOBODY, Act, Actor, may
from samenspel.deals import models

from .leaving import in_force_of
from .records import CommitmentRow, in_public, read_by_key
from .versions import (
    SignatureFacts,
    VersionFacts,
    WithdrawalFacts,
    chain,
    draft_of,
    keys_of,
    left_by,
    read_versions,
    record_of,
    region_versions,
    signed_by,
    versions_of,
    visible,
)


@dataclass(frozen=True, slots=True)
class DealRow:
    """
    A deal in a list, by the version that matters most: in force, else the latest.

    ``state`` is that of the day. ``open`` is the amendment or proposal under way, if the reader may
    see it. ``waiting``: parties that are asked to sign it, or else the deal itself, and have not.
    """

    slug: str
    title: str
    number: int
    state: DealState
    starts_on: date | None
    ends_on: date | None
    lapses_on: date | None
    in_force_at: datetime | None
    state_since: datetime
    parties: tuple[str, ...]
    signed: tuple[str, ...]
    left: tuple[str, ...]
    reservations: int
    open: DealState | None
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionPage:
    """
    One version with its content.

    ``signed``: party -> the signature that counts, also one under an earlier version. ``waiting``:
    who is asked to sign and has not; of these, ``facts.must_sign`` have to. ``differences``: with
    the version that it amends. ``unsigned``: in force, what it would make of commitments of parties
    that have not signed it; until they do, these stand as they were.
    """

    facts: VersionFacts
    state: DealState
    record: DealRecord
    signed: Mapping[str, SignatureFacts]
    left: Mapping[str, WithdrawalFacts]
    waiting: tuple[str, ...]
    differences: tuple[Difference, ...]
    unsigned: tuple[Difference, ...]

    @property
    def number(self) -> int:
        """The number of the version."""
        return self.facts.number

    @property
    def draft(self) -> DealDraft | None:
        """What is being written, None once it was proposed."""
        return None if self.facts.digest else draft_of(self.facts)


@dataclass(frozen=True, slots=True)
class DealPage:
    """
    One deal, whole.

    ``current`` is the version in force on the day, else the latest to be seen; ``open`` the draft
    or proposal under way. ``commitments`` are those of both as they stand now, by key.
    """

    slug: str
    current: VersionPage
    open: VersionPage | None
    versions: tuple[VersionPage, ...]
    commitments: Mapping[str, CommitmentRow]


def deals(region_id: int, reader: Actor = NOBODY, *, on: date, party: str = "") -> list[DealRow]:
    """
    Return the deals of a region that *reader* may see, or those of a *party*, oldest first.

    A draft is seen by its own parties only, what is proposed by everyone. Three statements.
    """
    return deal_rows(region_versions(region_id), reader, on=on, party=party)


def deal_rows(
    versions: Iterable[VersionFacts], reader: Actor, *, on: date, party: str = ""
) -> list[DealRow]:
    """Return what ``deals`` does, of the *versions* in a region."""
    by_deal: dict[str, list[VersionFacts]] = {}
    for one in visible(versions, reader):
        by_deal.setdefault(one.deal, []).append(one)
    listed = (_row(some, on) for some in by_deal.values())
    return [row for row in listed if not party or party in row.parties]


def deal(region_id: int, slug: str, reader: Actor = NOBODY, *, on: date) -> DealPage | None:
    """Return one deal with all that *reader* may see of it, or None; five statements."""
    seen = visible(versions_of(region_id, slug), reader)
    if not seen:
        return None
    keys = dict.fromkeys(key for one in seen for key in keys_of(one))
    rows = {key: in_public(row) for key, row in read_by_key(region_id, keys).items()}
    pages = [_page(one, seen, rows, on) for one in seen]
    by_number = {page.number: page for page in pages}
    working = next((page for page in pages if page.state in OPEN), None)
    return DealPage(slug, by_number[_main(seen, on).number], working, tuple(pages), rows)


def to_sign(region_id: int, reader: Actor, *, on: date) -> list[tuple[str, DealRow]]:
    """Return (party, deal) of what waits for a signature that *reader* may give."""
    return [
        (party, row)
        for row in deals(region_id, reader, on=on)
        for party in row.waiting
        if may(reader, Act.SIGN_DEAL, {party})
    ]


def signed_text(region_id: int, slug: str, number: int, reader: Actor = NOBODY) -> str | None:
    """Return the canonical text that the digest of a version is taken over, or None."""
    rows = models.DealVersion.objects.filter(deal__region_id=region_id, deal__slug=slug)
    found = visible(read_versions(rows.filter(number=number)), reader)
    return found[0].content if found and found[0].digest else None


def _row(versions: Sequence[VersionFacts], on: date) -> DealRow:
    main = _main(versions, on)
    working = next((one for one in versions if one.state_on(on) in OPEN), None)
    line = chain(main, versions)
    signed = signed_by(line)
    return DealRow(
        slug=main.deal,
        title=main.title,
        number=main.number,
        state=main.state_on(on),
        starts_on=main.starts_on,
        ends_on=main.ends_on,
        lapses_on=main.lapses_on,
        in_force_at=main.in_force_at,
        state_since=main.state_since,
        parties=main.parties,
        signed=tuple(one for one in main.parties if one in signed),
        left=tuple(left_by(line)),
        reservations=sum(len(one.reservations) for one in signed.values()),
        open=working.state if working else None,
        waiting=_waiting(working or main, versions, on),
    )


def _main(versions: Sequence[VersionFacts], on: date) -> VersionFacts:
    """Return the version in force; else the latest that was public, else the latest."""
    public = [one for one in versions if one.is_public]
    return in_force_of(versions, on) or [*versions, *public][-1]


def _waiting(version: VersionFacts, versions: Sequence[VersionFacts], on: date) -> tuple[str, ...]:
    """
    Return who is still asked to sign a version: under an amendment, only those it touches.

    Where the rule counts votes or heads, and after a deal came into force, that is whoever has not.
    """
    line = chain(version, versions)
    over = any(below.state_on(on) is not DealState.IN_FORCE for below in line[1:2])
    if version.state_on(on) not in SIGNABLE or (version.state is DealState.PROPOSED and over):
        return ()
    done = {one.party for one in version.signatures} | set(left_by(line))
    if version.state is DealState.IN_FORCE:
        done |= set(signed_by(line))
    asked = version.must_sign if version.is_amendment else version.parties
    if version.state is DealState.IN_FORCE:
        asked = version.parties
    return tuple(one for one in version.parties if one in asked and one not in done)


def _page(
    one: VersionFacts, seen: Sequence[VersionFacts], rows: Mapping[str, CommitmentRow], on: date
) -> VersionPage:
    line = chain(one, seen)
    live = [row.commitment for row in rows.values()]
    record = record_of(one, live)
    before = line[1] if len(line) > 1 else None
    return VersionPage(
        facts=one,
        state=one.state_on(on),
        record=record,
        signed=signed_by(line),
        left=left_by(line),
        waiting=_waiting(one, seen, on),
        differences=deal_differences(record_of(before, live), record) if before else (),
        unsigned=_unsigned(one, record, rows),
    )


def _unsigned(
    one: VersionFacts, record: DealRecord, rows: Mapping[str, CommitmentRow]
) -> tuple[Difference, ...]:
    """Return what differs between a version in force and its commitments as they stand."""
    if one.state is not DealState.IN_FORCE:
        return ()
    stand = (rows[each.key].commitment if each.key in rows else each for each in record.commitments)
    return deal_differences(replace(record, commitments=tuple(map(as_agreed, stand))), record)
