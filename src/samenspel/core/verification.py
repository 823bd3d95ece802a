# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Verifying an export against what was published: a head as a word, or a signed one.

It needs the lines of the file and what is held against them; no database, network or framework.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from samenspel.core.chain import START, Fault, Head, Link, Reason, Verdict, follow, read
from samenspel.core.merkle import Peaks
from samenspel.core.tree_head import TreeHead, is_by


@dataclass(frozen=True, slots=True)
class Outcome(Verdict):
    """A verdict with the root of the tree over the entries that hold, in hexadecimal."""

    root: str


def verify_export(
    lines: Iterable[bytes], published: Head | TreeHead | None = None, key: bytes | None = None
) -> Outcome:
    """
    Follow the *lines* of an export once, in bounded memory, up to the first fault.

    A signed head must be signed with the key that it names, and that must be *key* when given; then
    its digest and its root must be those of as many entries of the file. When they are not since
    the file is of another region, it says so rather than that history was written anew.
    """
    if not isinstance(published, TreeHead):
        return _followed(lines, published)
    if not is_by(published, key):
        return Outcome(START, Fault(published.size, Reason.WRONG_KEY), Peaks().root().hex())
    rest = iter(lines)
    start = [line for line in [next(rest, None)] if line is not None]
    outcome = _followed(chain(start, rest), published.chain_head, published)
    if outcome.fault and outcome.fault.reason in _OF_HEAD and _is_of_another(start, published):
        return replace(outcome, fault=Fault(1, Reason.OTHER_BOOK))
    return outcome


_OF_HEAD = frozenset({Reason.FORKED, Reason.CUT_OFF})


def _is_of_another(start: list[bytes], published: TreeHead) -> bool:
    """Tell whether an export that begins with *start* is of another book than a head."""
    found = next(read(start), None)
    return isinstance(found, Link) and found.payload.get("region") != published.book


def _followed(
    lines: Iterable[bytes], published: Head | None, signed: TreeHead | None = None
) -> Outcome:
    head, fault, peaks = START, None, Peaks()

    def leaves() -> Iterator[bytes]:
        nonlocal head, fault
        for step in follow(lines, published):
            if isinstance(step, Fault):
                fault = step
                return
            head = step
            yield bytes.fromhex(step.digest)

    rest = leaves()
    if signed:
        peaks.extend(islice(rest, signed.size))
        if fault is None and peaks.root().hex() != signed.root:
            fault = Fault(signed.size, Reason.FORKED)
    if fault is None:
        peaks.extend(rest)
    return Outcome(head, fault, peaks.root().hex())
