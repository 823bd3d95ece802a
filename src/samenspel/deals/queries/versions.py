# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Versions of deals as values, with who sits at the table, who signed and who left."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from samenspel.core.deals.commitment import Commitment, as_agreed
from samenspel.core.deals.deal import DealDraft, DealRecord
from samenspel.core.deals.signing import Reservation
from samenspel.core.deals.states import PRIVATE, DealState, state_on
from samenspel.core.deals.text import read_deal, read_draft
from samenspel.core.rights import Act, Actor, may
from samenspel.deals import models


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """A signature with its mandate and what was held back; who signed for the party is not told."""

    party: str
    at: datetime
    digest: str
    organ: str
    decided_on: date
    link: str
    reservations: tuple[Reservation, ...]


@dataclass(frozen=True, slots=True)
class WithdrawalFacts:
    """That a party leaves: why, and from which day it is no longer bound."""

    party: str
    reason: str
    given_on: date
    effective_on: date


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """
    A version of a deal; ``state`` as stored, ``state_on`` as of a day.

    ``parties`` sign, of which ``must_sign`` have to; ``content`` is a draft or the signed text.
    """

    pk: int
    deal: str
    number: int
    based_on: int | None
    state: DealState
    state_since: datetime
    title: str
    digest: str
    starts_on: date | None
    ends_on: date | None
    lapses_on: date | None
    in_force_at: datetime | None
    note: str
    content: str
    parties: tuple[str, ...]
    must_sign: frozenset[str]
    signatures: tuple[SignatureFacts, ...]
    withdrawals: tuple[WithdrawalFacts, ...]

    @property
    def is_public(self) -> bool:
        """Whether everyone may read it."""
        return self.state not in PRIVATE

    @property
    def is_amendment(self) -> bool:
        """Whether it would change a version that is or was in force."""
        return self.based_on is not None

    def state_on(self, on: date) -> DealState:
        """Return where it stands on a day."""
        return state_on(self.state, self.ends_on, self.lapses_on, on)


_OWN = (
    *("pk", "deal__slug", "number", "based_on", "state", "state_since", "title", "digest"),
    *("starts_on", "ends_on", "lapses_on", "in_force_at", "note", "content"),
)


def read_versions(
    rows: "QuerySet[models.DealVersion]", *, content: bool = True
) -> list[VersionFacts]:
    """
    Return *rows* as values, in their order; five statements, whatever their number.

    A list does without their *content*, which can be long.
    """
    found = list(rows.values_list(*(_OWN if content else _OWN[:-1])))
    keys = [row[0] for row in found]
    tables, signatures, withdrawals = _tables(keys), _signatures(keys), _withdrawals(keys)
    return [
        VersionFacts(
            **_named(row),
            parties=tuple(slug for slug, _ in tables[row[0]]),
            must_sign=frozenset(slug for slug, must in tables[row[0]] if must),
            signatures=tuple(signatures[row[0]]),
            withdrawals=tuple(withdrawals[row[0]]),
        )
        for row in found
    ]


def _named(row: Sequence[Any]) -> dict[str, Any]:
    """Return the columns of ``_OWN`` as fields of ``VersionFacts``, which begin in that order."""
    found = dict(zip(VersionFacts.__dataclass_fields__, row, strict=False))
    return {"content": ""} | found | {"state": DealState(found["state"])}


def versions_of(region_id: int, slug: str) -> list[VersionFacts]:
    """Return all versions of a deal, oldest first, whoever asks; for acts. Five statements."""
    rows = models.DealVersion.objects.filter(deal__region_id=region_id, deal__slug=slug)
    return read_versions(rows.order_by("number"))


def visible(versions: Iterable[VersionFacts], reader: Actor) -> list[VersionFacts]:
    """Keep the versions that *reader* may read: a draft is for its own parties only."""
    return [
        one for one in versions if one.is_public or may(reader, Act.READ_DEAL_DRAFT, one.parties)
    ]


def chain(version: VersionFacts, versions: Iterable[VersionFacts]) -> list[VersionFacts]:
    """Return *version* and those that it amends, newest first."""
    known = {one.pk: one for one in versions}
    found = [version]
    while (below := found[-1].based_on) is not None and below in known:
        found.append(known[below])
    return found


def signed_by(line: Sequence[VersionFacts]) -> dict[str, SignatureFacts]:
    """
    Return party -> its latest signature that counts for the first of a ``chain``.

    Whoever signed a version that this one amends, and is still at the table, need not sign again
    unless the change touches it.
    """
    at_table = set(line[0].parties)
    found: dict[str, SignatureFacts] = {}
    for version in line:
        for one in version.signatures:
            if one.party in at_table:
                found.setdefault(one.party, one)
    return found


def left_by(line: Sequence[VersionFacts]) -> dict[str, WithdrawalFacts]:
    """Return party -> its withdrawal from any version of a ``chain``."""
    return {one.party: one for version in line for one in version.withdrawals}


def draft_of(version: VersionFacts) -> DealDraft:
    """Return what a draft holds."""
    return read_draft(version.content)


def composed(draft: DealDraft, rows: Iterable[Commitment]) -> DealRecord:
    """Return a draft as it would be proposed: its commitments as they stand or will be."""
    known = {one.key: as_agreed(one) for one in rows}
    known |= {one.key: one for one in draft.changes}
    return DealRecord(draft.terms, tuple(known[key] for key in draft.binds if key in known))


def record_of(version: VersionFacts, rows: Iterable[Commitment] = ()) -> DealRecord:
    """Return the content of a version; of a draft, with its commitments among *rows*."""
    if version.digest:
        return read_deal(version.content.encode())
    return composed(draft_of(version), rows)


def _tables(keys: list[int]) -> "defaultdict[int, list[tuple[str, bool]]]":
    grouped: defaultdict[int, list[tuple[str, bool]]] = defaultdict(list)
    rows = models.Signatory.objects.filter(version__in=keys).order_by("position")
    for owner, slug, must in rows.values_list("version", "party__slug", "must_sign"):
        grouped[owner].append((slug, must))
    return grouped


def _signatures(keys: list[int]) -> "defaultdict[int, list[SignatureFacts]]":
    grouped: defaultdict[int, list[SignatureFacts]] = defaultdict(list)
    held: defaultdict[int, list[Reservation]] = defaultdict(list)
    rows = models.Reservation.objects.filter(signature__version__in=keys).order_by("position")
    for owner, *what in rows.values_list("signature", "text", "clause", "commitment"):
        held[owner].append(Reservation(*what))
    names: tuple[Any, ...] = ("version", "pk", "party__slug", "at", "digest")
    decided = ("mandate__organ", "mandate__decided_on", "mandate__link")
    signed = models.Signature.objects.filter(version__in=keys).order_by("at", "pk")
    for owner, pk, *facts in signed.values_list(*names, *decided):
        party, at, digest, organ, decided_on, link = facts
        held_back = tuple(held[pk])
        one = SignatureFacts(party, at, digest, organ, decided_on, link, held_back)
        grouped[owner].append(one)
    return grouped


def _withdrawals(keys: list[int]) -> "defaultdict[int, list[WithdrawalFacts]]":
    grouped: defaultdict[int, list[WithdrawalFacts]] = defaultdict(list)
    rows = models.Withdrawal.objects.filter(version__in=keys).order_by("at", "pk")
    names = ("version", "party__slug", "reason", "given_on", "effective_on")
    for owner, *facts in rows.values_list(*names):
        grouped[owner].append(WithdrawalFacts(*facts))
    return grouped
