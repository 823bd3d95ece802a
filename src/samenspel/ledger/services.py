# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the record of acts: one function, called by every act within its own transaction."""

from datetime import datetime

from django.db import transaction

from samenspel.core.acts import LEDGER_KINDS
from samenspel.core.canonical import encode, moment
from samenspel.core.chain import GENESIS, LONGEST_LINE, Link, Payload, seal, to_line
from samenspel.core.rights import Actor, Grant
from samenspel.ledger.models import Book, Entry


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
    locked, _ = Book.objects.select_for_update().get_or_create(slug=book)
    link = _next_link(locked, payload)
    Entry.objects.create(
        book=locked,
        seq=link.seq,
        previous=link.previous,
        digest=link.digest,
        payload=encode(payload).decode(),
        kind=kind,
        at=at,
        object=object,
        actor=actor.reference,
        role=grant.role.value,
        party=grant.party,
    )
    return link


def _next_link(book: Book, payload: Payload) -> Link:
    """Seal *payload* after the last entry of *book*, whose row must be locked."""
    last = Entry.objects.filter(book=book).order_by("-seq").values_list("seq", "digest").first()
    seq, digest = last or (0, GENESIS)
    link = seal(seq + 1, digest, payload)
    if len(to_line(link)) > LONGEST_LINE:
        raise ValueError(f"an entry of more than {LONGEST_LINE} bytes cannot be exported")
    return link
