# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Hash chain that makes the record of acts tamper-evident.

Every entry carries the digest of the one before it, so an entry that is changed, dropped, moved or
slipped in no longer fits its neighbours. Two things a chain cannot show by itself: that its tail
was cut off, and that all of it was sealed anew. Both show against a head published before.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from samenspel.core.canonical import Json, NotCanonicalError, decode, encode, is_plain_mapping

GENESIS = "0" * 64
"""What stands before the first entry."""

LONGEST_LINE = 2**20
"""Bytes of one exported entry, newline included; reading stays within bounds on any file."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FIELDS = {"digest", "payload", "previous", "seq"}

Payload = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Link:
    """One sealed entry; the first has number 1."""

    seq: int
    previous: str
    payload: Payload
    digest: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain; publish it, and all up to there can be checked against it."""

    seq: int
    digest: str
    at: datetime | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.seq}:{self.digest}"


START = Head(0, GENESIS)
"""The head of a chain without entries."""


class Reason(StrEnum):
    """What is wrong with an entry."""

    CHANGED = "changed"
    """Its digest is not that of its content."""
    DROPPED = "dropped"
    """It is not there, though later ones are."""
    REORDERED = "reordered"
    """It stands further on, after entries that came later."""
    INSERTED = "inserted"
    """In its place stands an entry whose number was there before: one slipped in, or a copy."""
    UNLINKED = "unlinked"
    """It is whole, but was sealed after another entry than the one that stands before it."""
    FORKED = "forked"
    """It is not the entry that was published as head; it or an earlier one was sealed anew."""
    CUT_OFF = "cut-off"
    """It is not there, nor is anything after it, though the published head comes later."""
    MALFORMED = "malformed"
    """It is no entry at all."""
    NOT_CANONICAL = "not-canonical"
    """It says the same in another text than the one that was sealed."""
    COPY_CHANGED = "copy-changed"
    """The columns that people search differ from the sealed text."""
    OTHER_BOOK = "other-book"
    """It is of another region than the head."""
    WRONG_KEY = "wrong-key"
    """The head over it and all before was not signed with the key that was expected."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place in a chain, counted from 1, that does not hold, and why."""

    seq: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an examination found: the last entry that holds and the fault after it, if any."""

    head: Head
    fault: Fault | None


def seal(seq: int, previous: str, payload: Payload) -> Link:
    """
    Return *payload* as entry number *seq*, bound to the digest before it.

    Raises:
        TypeError, ValueError: something in it has no canonical text (see ``canonical.encode``).
    """
    text = encode({"payload": payload, "previous": previous, "seq": seq})
    return Link(seq, previous, payload, sha256(text).hexdigest())


def verify(links: Iterable[Link | Fault], published_head: Head | None = None) -> Fault | None:
    """Return the first fault, or None when all entries hold and lead to *published_head*."""
    return examine(links, published_head).fault


def examine(links: Iterable[Link | Fault], published_head: Head | None = None) -> Verdict:
    """
    Follow *links* once, in the order given, keeping none; stop at the first fault.

    A ``Fault`` among them, as ``read`` yields for a line that is no entry, counts at its place.
    """
    rest = iter(links)
    head = START
    for link in rest:
        step = _step(head, link, published_head)
        if isinstance(step, Fault):
            return Verdict(head, _dropped_or_moved(step, rest))
        head = step
    return Verdict(head, _cut_off(head, published_head))


def follow(lines: Iterable[bytes], published_head: Head | None = None) -> Iterator[Head | Fault]:
    """
    Yield the head after each line of an export, and at the end the fault, if there is one.

    It finds what ``examine(read(lines))`` finds, in a fifth of the time: a line that can only be
    the next entry is taken at once, and any other is looked at step by step.
    """
    rest = iter(lines)
    head = START
    for line in rest:
        following = _at_once(head, line)
        if following is None or (published_head and published_head.seq == following.seq):
            step = _step(head, next(read([line])), published_head)
            if isinstance(step, Fault):
                yield _dropped_or_moved(step, read(rest))
                return
            following = step
        head = following
        yield head
    if fault := _cut_off(head, published_head):
        yield fault


def to_line(link: Link) -> bytes:
    """Return *link* as one line of an export: canonical JSON and a newline."""
    return line_of(link.seq, link.previous, encode(link.payload), link.digest)


def line_of(seq: int, previous: str, payload: bytes, digest: str) -> bytes:
    """Return the line of an entry of which the canonical text of the *payload* is at hand."""
    return _FRONT % digest.encode() + payload + _TAIL % (previous.encode(), seq)


def parse_line(line: bytes) -> Link:
    """
    Return the entry of one line, newline included; its digest is not checked here.

    Raises:
        NotCanonicalError: the line is not byte for byte what ``to_line`` writes.
        ValueError: the line is no entry, or longer than ``LONGEST_LINE``.
    """
    if len(line) > LONGEST_LINE:
        raise ValueError(f"a line of more than {LONGEST_LINE} bytes is no entry")
    if not line.endswith(b"\n"):
        parse_line(line + b"\n")
        raise NotCanonicalError("the newline is missing")
    value = decode(line[:-1])
    if not isinstance(value, dict) or set(value) != _FIELDS:
        raise ValueError(f"an entry has exactly the fields {sorted(_FIELDS)}")
    seq, payload = value["seq"], value["payload"]
    if type(seq) is not int or seq < 1 or not isinstance(payload, dict):
        raise ValueError("an entry has a number from 1 and a payload")
    return Link(seq, _digest(value["previous"]), payload, _digest(value["digest"]))


def parse_head(text: str) -> Head:
    """Return the head written as ``42:<digest>``. Raise ValueError when it is no such text."""
    number, colon, digest = text.partition(":")
    if not (colon and number.isascii() and number.isdecimal()):
        raise ValueError("a head is a number, a colon and a digest")
    head = Head(int(number), _digest(digest))
    if (head.seq == 0) is not (head.digest == GENESIS):
        raise ValueError("number 0 goes with a digest of zeros, and only that")
    return head


def read(lines: Iterable[bytes]) -> Iterator[Link | Fault]:
    """
    Yield the entries of an export, or a ``Fault`` for a line that is none.

    Keep memory bounded on a hostile file: ``iter(partial(file.readline, LONGEST_LINE + 1), b"")``.
    """
    for place, line in enumerate(lines, start=1):
        try:
            yield parse_line(line)
        except NotCanonicalError:
            yield Fault(place, Reason.NOT_CANONICAL)
        except ValueError:
            yield Fault(place, Reason.MALFORMED)


def _step(head: Head, link: Link | Fault, published: Head | None) -> Head | Fault:
    """Return the head after *link*, or why *link* does not follow *head*."""
    place = head.seq + 1
    if isinstance(link, Fault):
        return Fault(place, link.reason)
    if not _is_whole(link):
        return Fault(place, Reason.CHANGED)
    if link.seq != place:
        return Fault(place, Reason.INSERTED if link.seq < place else Reason.DROPPED)
    if link.previous != head.digest:
        return Fault(place, Reason.UNLINKED)
    if published and published.seq == place and published.digest != link.digest:
        return Fault(place, Reason.FORKED)
    return Head(place, link.digest)


def _at_once(head: Head, line: bytes) -> Head | None:
    """Return the head after *line* when it is the next entry beyond doubt, by its very bytes."""
    tail = _TAIL % (head.digest.encode(), head.seq + 1)
    if len(line) > LONGEST_LINE or not line.endswith(tail):
        return None
    digest = sha256(_SEALED + line[_PAYLOAD:-1]).hexdigest()
    if line[:_PAYLOAD] != _FRONT % digest.encode():
        return None
    return Head(head.seq + 1, digest) if is_plain_mapping(line[_PAYLOAD : -len(tail)]) else None


_FRONT, _SEALED = b'{"digest":"%s","payload":', b'{"payload":'
_TAIL = b',"previous":"%s","seq":%d}\n'
_PAYLOAD = len(_FRONT % GENESIS.encode())
"""What stands around the payload in a line, and where it begins."""


def _cut_off(head: Head, published: Head | None) -> Fault | None:
    if published and published.seq > head.seq:
        return Fault(head.seq + 1, Reason.CUT_OFF)
    return None


def _is_whole(link: Link) -> bool:
    try:
        return link.digest == seal(link.seq, link.previous, link.payload).digest
    except (TypeError, ValueError):
        return False


def _dropped_or_moved(fault: Fault, rest: Iterable[Link | Fault]) -> Fault:
    """Look whether what seems dropped stands further on."""
    if fault.reason is Reason.DROPPED and any(
        isinstance(link, Link) and link.seq == fault.seq for link in rest
    ):
        return Fault(fault.seq, Reason.REORDERED)
    return fault


def _digest(value: Json) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError("a digest is 64 lowercase hexadecimal characters")
    return value
