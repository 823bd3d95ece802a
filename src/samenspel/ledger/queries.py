# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the record of acts: as entries for a page, as links for a proof, as lines for a file."""

from collections.abc import Callable, Iterator

from django.db.models import QuerySet

from samenspel.core.canonical import NotCanonicalError, decode, moment
from samenspel.core.chain import Fault, Head, Link, Reason, Verdict, examine, to_line
from samenspel.ledger.models import Entry
from samenspel.prepared import Prepared

_CHUNK = 1000
"""Rows held in memory at once."""


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
    """Yield the whole book as lines that ``core.chain.read`` reads without a database."""
    return map(to_line, links(book))


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
