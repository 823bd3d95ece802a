# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the record of acts: as entries for a page, as links for a proof, as lines for a file."""

from collections.abc import Callable, Iterator

from django.db.models import QuerySet

from samenspel.core.canonical import NotCanonicalError, decode, moment
from samenspel.core.chain import Fault, Head, Link, Reason, Verdict, examine, line_of
from samenspel.core.merkle import Tree
from samenspel.core.receipt import Older, Receipt
from samenspel.core.tree_head import TreeHead
from samenspel.ledger import models
from samenspel.ledger.models import Entry
from samenspel.prepared import Prepared

_CHUNK = 1000
"""Rows held in memory at once."""

_ALL = slice(None)


def entries(book: str, *, object: str = "", kind: str = "") -> QuerySet[Entry]:  # noqa: A002
    """Return the entries of a region, newest first; of one *object* or *kind* when given."""
    wanted = {"object": object, "kind": kind}
    given = {name: value for name, value in wanted.items() if value}
    return Entry.objects.filter(book__slug=book, **given).order_by("-seq")


def kinds(book: str) -> list[str]:
    """Return the kinds of acts that occur in a book, in alphabetical order."""
    rows = Entry.objects.filter(book__slug=book).order_by("kind")
    return list(rows.values_list("kind", flat=True).distinct())


def head(book: str) -> Head | None:
    """Return the last entry of a region's book, None when there is none."""
    rows = _HEAD(book)
    return Head(*rows[0]) if rows else None


_HEAD = Prepared(lambda book: entries(book).values_list("seq", "digest", "at")[:1])


def links(book: str, after: int = 0, limit: int | None = None) -> Iterator[Link]:
    """
    Yield the entries of a book after number *after*, oldest first, as they were sealed.

    Raises:
        ValueError: a sealed text is no longer what was sealed; ``verify_book`` tells where.
    """
    for entry in _rows(book, after, limit):
        yield _link(entry)


def export_lines(book: str) -> Iterator[bytes]:
    """Yield the whole book, as it is there, as lines that need no database to be verified."""
    rows = Entry.objects.filter(book__slug=book).order_by("seq")
    columns = rows.values_list("seq", "previous", "payload", "digest")
    for seq, previous, payload, digest in columns.iterator(chunk_size=_CHUNK):
        yield line_of(seq, previous, payload.encode(), digest)


def signed_heads(book: str, window: slice = _ALL) -> list[TreeHead]:
    """Return the heads of a book that were signed, the newest first; those of *window*."""
    rows = models.TreeHead.objects.filter(book__slug=book).order_by("-size", "-pk")
    return [as_signed(row, book) for row in rows[window]]


def count_signed_heads(book: str) -> int:
    """Return how many heads of a book were signed."""
    return models.TreeHead.objects.filter(book__slug=book).count()


def newest_head(book: str) -> TreeHead | None:
    """Return the newest signed head of a book, None when there is none."""
    return next(iter(signed_heads(book, slice(1))), None)


def keys(book: str) -> list[str]:
    """Return the public keys with which heads of a book were signed, in alphabetical order."""
    rows = models.TreeHead.objects.filter(book__slug=book).order_by("key")
    return list(rows.values_list("key", flat=True).distinct())


def as_signed(row: models.TreeHead, book: str) -> TreeHead:
    """Return a row as what was signed."""
    return TreeHead(book, row.size, row.root, row.digest, moment(row.at), row.key, row.signature)


def receipt(book: str, seq: int, under: TreeHead, older: int | None = None) -> Receipt:
    """
    Return the proof that entry *seq* is in the book of a signed head.

    With *older*, a size, also that the book begins with its first so many entries. It reads the
    digests of the whole book: a second for half a million.

    Raises:
        ValueError: there is no such entry or size under that head.
    """
    rows = Entry.objects.filter(book__slug=book, seq__lte=under.size).order_by("seq")
    digests = rows.values_list("digest", flat=True).iterator(chunk_size=_CHUNK)
    tree = Tree(map(bytes.fromhex, digests))
    path = tuple(tree.inclusion(seq - 1, under.size))
    entry = next(links(book, after=seq - 1, limit=1))
    before = Older(older, tree.root(older), tuple(tree.consistency(older))) if older else None
    return Receipt(entry, path, under, before)


def verify_book(book: str, published_head: Head | None = None) -> Fault | None:
    """Return the first fault of a book, its searchable columns included; None when all holds."""
    return examine_book(book, published_head).fault


def examine_book(
    book: str, published_head: Head | None = None, step: Callable[[], object] = lambda: None
) -> Verdict:
    """Return the last entry of a book that holds and the fault after it; *step* after each."""
    return examine(_stepping(map(_checked, _rows(book)), step), published_head)


def _stepping(found: Iterator[Link | Fault], step: Callable[[], object]) -> Iterator[Link | Fault]:
    for one in found:
        yield one
        step()


def _rows(book: str, after: int = 0, limit: int | None = None) -> Iterator[Entry]:
    rows = Entry.objects.filter(book__slug=book, seq__gt=after).select_related("book")
    end = None if limit is None else max(limit, 0)
    return rows.order_by("seq")[:end].iterator(chunk_size=_CHUNK)


def _link(entry: Entry) -> Link:
    payload = decode(entry.payload.encode())
    if not isinstance(payload, dict):
        raise ValueError(f"entry {entry.seq} holds no mapping")  # noqa: TRY004 - bad data, no bug
    return Link(entry.seq, entry.previous, payload, entry.digest)


def _checked(entry: Entry) -> Link | Fault:
    try:
        link = _link(entry)
    except NotCanonicalError:
        return Fault(entry.seq, Reason.NOT_CANONICAL)
    except ValueError:
        return Fault(entry.seq, Reason.MALFORMED)
    copies = {
        "actor": entry.actor,
        "at": moment(entry.at),
        "kind": entry.kind,
        "object": entry.object,
        "party": entry.party,
        "region": entry.book.slug,
        "role": entry.role,
    }
    if any(link.payload.get(name) != copy for name, copy in copies.items()):
        return Fault(entry.seq, Reason.COPY_CHANGED)
    return link
