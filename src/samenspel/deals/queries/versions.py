# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Versions of deals as values, with who sits at the table, who signed and who left."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet

from samenspel.core.deals.commitment import Commitment, as_agreed
from samenspel.core.deals.deal import DealDraft, DealRecord
from samenspel.core.deals.signing import Reservation
from samenspel.core.deals.states import OPEN, PRIVATE, DealState, state_on
from samenspel.core.deals.text import read_deal, read_draft
from samenspel.core.rights import Act, Actor, may
from samenspel.deals import models
from samenspel.prepared import Prepared, PreparedIn


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
class TakenBackFacts:
    """That a party took its signature back before the version was in force, and why."""

    party: str
    signed_at: datetime
    at: datetime
    reason: str


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
    ``signatures`` are those that stand, ``taken_back`` those that no longer do.
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
    taken_back: tuple[TakenBackFacts, ...]
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


_SEALED = 64
"""Texts of deals that are kept as they were read."""

_OWN = (
    *("pk", "deal__slug", "number", "based_on", "state", "state_since", "title", "digest"),
    *("starts_on", "ends_on", "lapses_on", "in_force_at", "note", "content"),
)

_WITHDRAWN = tuple(
    f"withdrawals__{name}"
    for name in ("at", "pk", "party__slug", "reason", "given_on", "effective_on")
)
_LEFT = len(_WITHDRAWN)
"""Where the columns of the version itself begin."""

_BRIEF, _WHOLE = (*_WITHDRAWN, *_OWN[:-1]), (*_WITHDRAWN, *_OWN)


def read_versions(
    rows: "QuerySet[models.DealVersion]", *, content: bool = True
) -> list[VersionFacts]:
    """
    Return *rows* as values, in their order; three statements, whatever their number.

    A list does without their *content*, which can be long.
    """
    return _versions(list(rows.values_list(*(_WHOLE if content else _BRIEF))))


def region_versions(region_id: int) -> list[VersionFacts]:
    """Return all versions in a region without their content, by deal; three statements."""
    return _versions(_REGION(region_id))


_REGION = Prepared(
    lambda region_id: (
        models.DealVersion.objects.filter(deal__region_id=region_id)
        .order_by("deal", "number")
        .values_list(*_BRIEF)
    )
)


def _versions(rows: list[tuple[Any, ...]]) -> list[VersionFacts]:
    """Return versions; each comes once for each withdrawal, or once."""
    found = list({row[_LEFT]: row[_LEFT:] for row in rows}.values())
    keys = [row[0] for row in found]
    tables, withdrawals = _tables(keys), _withdrawals(rows)
    signatures, taken_back = _signatures(keys)
    return [
        VersionFacts(
            **_named(row),
            parties=tuple(slug for slug, _ in tables[row[0]]),
            must_sign=frozenset(slug for slug, must in tables[row[0]] if must),
            signatures=tuple(signatures[row[0]]),
            taken_back=tuple(taken_back[row[0]]),
            withdrawals=tuple(withdrawals[row[0]]),
        )
        for row in found
    ]


def _named(row: Sequence[Any]) -> dict[str, Any]:
    """Return the columns of ``_OWN`` as fields of ``VersionFacts``, which begin in that order."""
    found = dict(zip(VersionFacts.__dataclass_fields__, row, strict=False))
    return {"content": ""} | found | {"state": DealState(found["state"])}


def versions_of(region_id: int, slug: str) -> list[VersionFacts]:
    """Return all versions of a deal, oldest first, whoever asks; for acts. Three statements."""
    return _versions(_OF_DEAL(region_id, slug))


_OF_DEAL = Prepared(
    lambda region_id, slug: (
        models.DealVersion.objects.filter(deal__region_id=region_id, deal__slug=slug)
        .order_by("number")
        .values_list(*_WHOLE)
    )
)


def visible(versions: Iterable[VersionFacts], reader: Actor) -> list[VersionFacts]:
    """Keep the versions that *reader* may read: a draft is for its own parties only."""
    return [
        one for one in versions if one.is_public or may(reader, Act.READ_DEAL_DRAFT, one.parties)
    ]


def keys_in_work(region_id: int, but: str = "") -> dict[str, VersionFacts]:
    """
    Return key -> the draft or proposal that binds or would make it, of another deal than *but*.

    Three statements.
    """
    rows = models.DealVersion.objects.filter(deal__region_id=region_id, state__in=sorted(OPEN))
    return {
        key: version
        for version in read_versions(rows.exclude(deal__slug=but))
        for key in keys_of(version)
    }


def keys_of(version: VersionFacts) -> list[str]:
    """Return the keys of the commitments in a version."""
    if version.digest:
        return [one.key for one in record_of(version).commitments]
    return list(draft_of(version).binds)


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


def days_left(versions: Iterable[VersionFacts]) -> dict[tuple[str, str], date]:
    """Return (deal, party) -> the day from which the party is no longer bound."""
    return {
        (one.deal, gone.party): gone.effective_on for one in versions for gone in one.withdrawals
    }


def public_titles(versions: Iterable[VersionFacts]) -> dict[str, str]:
    """Return deal -> its title, in force or else the latest that was public."""
    found: dict[str, VersionFacts] = {}
    for one in versions:
        known = found.get(one.deal)
        if one.is_public and (known is None or known.state is not DealState.IN_FORCE):
            found[one.deal] = one
    return {deal: one.title for deal, one in found.items()}


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
        return _sealed(version.content)
    return composed(draft_of(version), rows)


@lru_cache(maxsize=_SEALED)
def _sealed(content: str) -> DealRecord:
    """Return what was proposed or agreed; the text never changes, nor does the record."""
    return read_deal(content.encode())


def _tables(keys: list[int]) -> "defaultdict[int, list[tuple[str, bool]]]":
    grouped: defaultdict[int, list[tuple[str, bool]]] = defaultdict(list)
    for owner, slug, must in _SIGNATORIES(keys):
        grouped[owner].append((slug, must))
    return grouped


def _signatures(
    keys: list[int],
) -> "tuple[defaultdict[int, list[SignatureFacts]], defaultdict[int, list[TakenBackFacts]]]":
    """
    Return version -> who signed, and version -> who took that back.

    A signature comes once for each of its reservations.
    """
    grouped: defaultdict[int, list[SignatureFacts]] = defaultdict(list)
    undone: defaultdict[int, list[TakenBackFacts]] = defaultdict(list)
    held: defaultdict[int, list[Reservation]] = defaultdict(list)
    signed: dict[int, tuple[Any, ...]] = {}
    for pk, text, clause, commitment, *facts in _SIGNATURES(keys):
        signed[pk] = tuple(facts)
        if text is not None:
            held[pk].append(Reservation(text, clause, commitment))
    for pk, (owner, taken_back_at, reason, *facts) in signed.items():
        party, at, digest, organ, decided_on, link = facts
        if taken_back_at:
            undone[owner].append(TakenBackFacts(party, at, taken_back_at, reason))
            continue
        held_back = tuple(held[pk])
        one = SignatureFacts(party, at, digest, organ, decided_on, link, held_back)
        grouped[owner].append(one)
    return grouped, undone


def _withdrawals(rows: list[tuple[Any, ...]]) -> "defaultdict[int, list[WithdrawalFacts]]":
    grouped: defaultdict[int, list[WithdrawalFacts]] = defaultdict(list)
    left = [row[: _LEFT + 1] for row in rows if row[0] is not None]
    for _at, _pk, *facts, owner in sorted(left, key=itemgetter(0, 1)):
        grouped[owner].append(WithdrawalFacts(*facts))
    return grouped


_SIGNATORIES = PreparedIn(
    lambda keys: (
        models.Signatory.objects.filter(version__in=keys)
        .order_by("position")
        .values_list("version", "party__slug", "must_sign")
    )
)
_SIGNATURES = PreparedIn(
    lambda keys: (
        models.Signature.objects.filter(version__in=keys)
        .order_by("at", "pk", "reservations__position")
        .values_list(
            *("pk", "reservations__text", "reservations__clause", "reservations__commitment"),
            *("version", "taken_back_at", "taken_back_reason", "party__slug", "at", "digest"),
            *("mandate__organ", "mandate__decided_on", "mandate__link"),
        )
    )
)
