# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Faults of every kind in an export, by chance, each with the entry where it must be found.

The suite tries some hundreds, ``benchmarks/ledger.py`` ten thousand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from samenspel.core.chain import GENESIS, Head, parse_line, seal, to_line


class Chance:
    """Numbers that look like chance and are the same in every run."""

    def __init__(self, seed: str) -> None:
        self.state = seed.encode()

    def below(self, end: int) -> int:
        """Return a number from 0 to before *end*."""
        self.state = sha256(self.state).digest()
        return int.from_bytes(self.state[:8], "big") % end


@dataclass(frozen=True, slots=True)
class Damaged:
    """An export that somebody was at, how, and the entry at which that must show."""

    how: str
    text: bytes
    entry: int


def export(size: int) -> list[bytes]:
    """Return the lines of a book that nobody touched."""
    lines, previous = [], GENESIS
    for seq in range(1, size + 1):
        details = {"title": {"from": "Leren", "to": f"Leren — één {seq}"}, "euros": seq * 100}
        link = seal(seq, previous, {"kind": "measure-changed", "region": "r", "details": details})
        lines.append(to_line(link))
        previous = link.digest
    return lines


def head_of(lines: list[bytes]) -> Head:
    last = parse_line(lines[-1])
    return Head(last.seq, last.digest)


def faults(lines: list[bytes], count: int, seed: str = "faults") -> Iterator[Damaged]:
    """Yield *count* copies of the export, each with one fault."""
    chance = Chance(seed)
    kinds = [flip, drop, swap, copy_in, forge_in, force_in, truncate]
    for number in range(count):
        yield kinds[number % len(kinds)](lines, chance.below)


Below = Callable[[int], int]


def flip(lines: list[bytes], below: Below) -> Damaged:
    text = bytearray(b"".join(lines))
    at = below(len(text))
    text[at] ^= 1 << below(8)
    return Damaged("flip", bytes(text), b"".join(lines)[:at].count(b"\n") + 1)


def drop(lines: list[bytes], below: Below) -> Damaged:
    at = below(len(lines))
    return Damaged("drop", b"".join([*lines[:at], *lines[at + 1 :]]), at + 1)


def swap(lines: list[bytes], below: Below) -> Damaged:
    first = below(len(lines) - 1)
    second = first + 1 + below(len(lines) - 1 - first)
    changed = list(lines)
    changed[first], changed[second] = lines[second], lines[first]
    return Damaged("swap", b"".join(changed), first + 1)


def copy_in(lines: list[bytes], below: Below) -> Damaged:
    """Put a copy of an entry anywhere but directly before itself, where both look the same."""
    source, at = below(len(lines)), below(len(lines))
    at += source == at
    return Damaged("copy", b"".join([*lines[:at], lines[source], *lines[at:]]), at + 1)


def forge_in(lines: list[bytes], below: Below) -> Damaged:
    """Put an entry in between that was not sealed."""
    at = below(len(lines))
    forged = lines[at].replace(b"Leren", b"Spelen")
    return Damaged("forge", b"".join([*lines[:at], forged, *lines[at:]]), at + 1)


def force_in(lines: list[bytes], below: Below) -> Damaged:
    """Put a well-sealed entry in between: the next one then has a number that is taken."""
    at = below(len(lines) - 1)
    link = parse_line(lines[at])
    forged = to_line(seal(link.seq, link.previous, {**link.payload, "kind": "forged"}))
    return Damaged("force", b"".join([*lines[:at], forged, *lines[at:]]), at + 2)


def truncate(lines: list[bytes], below: Below) -> Damaged:
    whole = b"".join(lines)
    cut = whole[: below(len(whole))]
    return Damaged("truncate", cut, cut.count(b"\n") + 1)
