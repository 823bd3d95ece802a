# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the record: an entry by every act, within its own transaction, and signed heads."""

from datetime import datetime, timedelta

from django.db import transaction

from samenspel.core.acts import LEDGER_KINDS
from samenspel.core.canonical import encode, moment
from samenspel.core.chain import GENESIS, LONGEST_LINE, Link, Payload, line_of, seal
from samenspel.core.merkle import SIZE, Peaks
from samenspel.core.rights import Actor, Grant
from samenspel.core.signing import public_key
from samenspel.core.tree_head import TreeHead as Signed
from samenspel.core.tree_head import signed
from samenspel.ledger.models import Book, Entry, TreeHead
from samenspel.ledger.queries import as_signed, head, newest_head
from samenspel.prepared import Prepared

SELDOM = timedelta(hours=1)
"""A head younger than this is recent: what came since is in the next one."""

_CHUNK = 10_000
"""Rows held in memory at once."""


def append(  # noqa: PLR0913 - an act is: where, what, on what, who, by which right, how, when
    *,
    book: str,
    kind: str,
    object: str,  # noqa: A002 - the word of the record
    actor: Actor,
    grant: Grant,
    details: Payload,
    at: datetime,
) -> Link:
    """
    Write one act as the next entry of a region's book, and return it sealed.

    *book* is the region's slug (its first entry opens the book), *kind* a noun and participle
    (``measure-changed``), *object* a kind and a code (``measure:M12``). *details* hold what changed
    as strings, whole numbers, lists and mappings; never a name or address of a person.
    Writers of one book wait for each other until the transaction of the first has ended.

    Raises:
        TransactionManagementError: no transaction is open, so act and entry could part.
        ValueError: no act is called *kind*.
        TypeError, ValueError: *details* have no canonical text or are too large, or *at* is naive.
    """
    if kind not in LEDGER_KINDS:
        raise ValueError(f"no act is called {kind}: add it to core.acts, with its words")
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "ledger.append needs the open transaction of the act it records"
        )
    payload: Payload = {
        "actor": actor.reference,
        "at": moment(at),
        "details": details,
        "kind": kind,
        "object": object,
        "party": grant.party,
        "region": book,
        "role": grant.role.value,
    }
    book_id = _locked(book)
    link, text = _next_link(book_id, payload)
    Entry.objects.create(
        book_id=book_id,
        seq=link.seq,
        previous=link.previous,
        digest=link.digest,
        payload=text,
        kind=kind,
        at=at,
        object=object,
        actor=actor.reference,
        role=grant.role.value,
        party=grant.party,
    )
    return link


@transaction.atomic
def sign_head(*, book: str, key: bytes, at: datetime) -> Signed | None:
    """
    Return the signed head over all entries of a book; sign and keep one unless it is there.

    *key* is the private one of the installation. Only the entries since the head before are read.
    None when the book has no entries.

    Raises:
        ValueError: *key* is no key, or *at* is naive.
    """
    row = Book.objects.select_for_update().filter(slug=book).first()
    last = head(book)
    if row is None or last is None:
        return None
    before = TreeHead.objects.filter(book=row).order_by("-size", "-pk").first()
    public = public_key(key).hex()
    if before and (before.size, before.key) == (last.seq, public):
        return as_signed(before, book)
    peaks = _grown(row, before, last.seq)
    whole = Signed(book, last.seq, peaks.root().hex(), last.digest, moment(at), public)
    found = signed(whole, key)
    TreeHead.objects.create(
        book=row,
        size=found.size,
        root=found.root,
        digest=found.digest,
        at=at,
        key=found.key,
        signature=found.signature,
        peaks=b"".join(peaks.hashes).hex(),
    )
    return found


def recent_head(*, book: str, key: bytes, at: datetime) -> Signed | None:
    """
    Return the newest signed head; when it is old and entries came since, sign one first.

    So whoever looks finds a head of at most an hour behind, and a book gets at most one an hour,
    however many look.
    """
    newest = newest_head(book)
    if newest and newest.key == public_key(key).hex():
        if moment(at - SELDOM) < newest.at:
            return newest
        last = head(book)
        if last and last.seq == newest.size:
            return newest
    return sign_head(book=book, key=key, at=at)


def head_over(*, book: str, seq: int, key: bytes, at: datetime) -> Signed | None:
    """Return a recent signed head that entry *seq* is under; None when there is no such entry."""
    found = recent_head(book=book, key=key, at=at)
    if found and found.size < seq:
        found = sign_head(book=book, key=key, at=at)
    return found if found and found.size >= seq else None


def _locked(slug: str) -> int:
    """Return the key of a book once nobody else writes in it; its first entry opens it."""
    rows = _BOOK(slug)
    if rows:
        return int(rows[0][0])
    return Book.objects.select_for_update().get_or_create(slug=slug)[0].pk


def _next_link(book_id: int, payload: Payload) -> tuple[Link, str]:
    """Seal *payload* after the last entry of a book, which must be locked; with its text."""
    last = _LAST(book_id)
    seq, digest = last[0] if last else (0, GENESIS)
    link, text = seal(seq + 1, digest, payload), encode(payload)
    if len(line_of(link.seq, digest, text, link.digest)) > LONGEST_LINE:
        raise ValueError(f"an entry of more than {LONGEST_LINE} bytes cannot be exported")
    return link, text.decode()


_BOOK = Prepared(lambda slug: Book.objects.select_for_update().filter(slug=slug).values_list("pk"))
_LAST = Prepared(
    lambda book_id: (
        Entry.objects.filter(book_id=book_id).order_by("-seq").values_list("seq", "digest")[:1]
    )
)


def _grown(book: Book, before: TreeHead | None, size: int) -> Peaks:
    """Return the tree over the first *size* entries, going on from the head *before*."""
    peaks = _peaks(before) if before else Peaks()
    rows = Entry.objects.filter(book=book, seq__gt=peaks.size, seq__lte=size).order_by("seq")
    digests = rows.values_list("digest", flat=True).iterator(chunk_size=_CHUNK)
    peaks.extend(map(bytes.fromhex, digests))
    return peaks


def _peaks(before: TreeHead) -> Peaks:
    """Return the tree of a head; an empty one when what was kept does not give its root."""
    kept = bytes.fromhex(before.peaks)
    hashes = [kept[at : at + SIZE] for at in range(0, len(kept), SIZE)]
    if len(hashes) == before.size.bit_count():
        peaks = Peaks(before.size, hashes)
        if peaks.root().hex() == before.root:
            return peaks
    return Peaks()
