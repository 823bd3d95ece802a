# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Verifying an export against what was published: a head as a word, or a signed one.

It needs the lines of the file and what is held against them; no database, network or framework.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from samenspel.core.chain import START, Fault, Head, Reason, Verdict, follow
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
    its digest and its root must be those of as many entries of the file.
    """
    if not isinstance(published, TreeHead):
        return _followed(lines, published)
    if not is_by(published, key):
        return Outcome(START, Fault(published.size, Reason.WRONG_KEY), Peaks().root().hex())
    return _followed(lines, published.chain_head, published)


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
