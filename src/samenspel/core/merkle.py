# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The tree hash of RFC 9162 over the entries of a book, with proofs that are short.

One root stands for all entries. That an entry is among them, or that a longer book only added to a
shorter one, is shown with some twenty digests, whatever the size, to who does not have the rest.

A leaf is the SHA-256 digest of an entry (32 bytes), not its text: the digest binds the text, and so
a tree can be built, and a proof given, without reading what the entries say.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice

EMPTY = sha256().digest()
"""The root of a tree without entries."""

SIZE = 32
"""Bytes of a hash."""

_LEAF, _NODE = b"\x00", b"\x01"
_HEIGHT = 10
_CHUNK = 2**_HEIGHT
"""Leaves that are hashed together while a tree grows; a power of two."""

Path = Sequence[bytes]


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf."""
    return sha256(_LEAF + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over its two children."""
    return sha256(_NODE + left + right).digest()


class Peaks:
    """
    A tree that only grows: the roots of its complete parts, at most one of each height.

    It holds some twenty hashes for a million entries. ``hashes`` has the largest part first; keep
    it with ``size`` and go on from there with ``Peaks(size, hashes)``.
    """

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        """Start, or go on. Raise ValueError when that many hashes do not fit that size."""
        self.size, self.hashes = size, list(hashes)
        if size < 0 or len(self.hashes) != size.bit_count():
            raise ValueError("a tree has a peak for each part that is a power of two")

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add the data of *leaves*, keeping about a thousand of them in memory."""
        rest = iter(leaves)
        for leaf in islice(rest, -self.size % _CHUNK):
            self._push(leaf_hash(leaf), 0)
        while chunk := list(islice(rest, _CHUNK)):
            if len(chunk) == _CHUNK:
                self._push(_levels(chunk)[-1], _HEIGHT)
                continue
            for leaf in chunk:
                self._push(leaf_hash(leaf), 0)

    def root(self) -> bytes:
        """Return the root of all that was added so far."""
        return _folded(self.hashes)

    def _push(self, part: bytes, height: int) -> None:
        """Add a complete part of 2^height leaves, and join it with its equals."""
        self.size += 1 << height
        joins = ((self.size & -self.size).bit_length() - 1) - height
        for _ in range(joins):
            part = node_hash(self.hashes.pop(), part)
        self.hashes.append(part)


class Tree:
    """A whole tree with the hashes of all its complete parts, 64 bytes an entry; gives proofs."""

    def __init__(self, leaves: Iterable[bytes]) -> None:
        """Hash the data of *leaves*."""
        self._levels = _levels(leaves)
        self.size = len(self._levels[0]) // SIZE

    def root(self, size: int | None = None) -> bytes:
        """Return the root of the tree, or of that of its first *size* leaves."""
        end = self._within(self.size if size is None else size)
        return self._root(0, end) if end else EMPTY

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """
        Return the path from leaf *index*, from 0, to the root of the first *size* leaves.

        Raises:
            ValueError: there is no such leaf.
        """
        end = self._within(self.size if size is None else size)
        if not 0 <= index < end:
            raise ValueError(f"there is no leaf {index} among {end}")
        return self._beside(index, 0, end)

    def consistency(self, old: int, size: int | None = None) -> list[bytes]:
        """
        Return what shows that the first *size* leaves begin with the first *old*.

        Raises:
            ValueError: *old* is no size from 1 to *size*.
        """
        end = self._within(self.size if size is None else size)
        if not 1 <= old <= end:
            raise ValueError(f"{old} is no size from 1 to {end}")
        if old == end:
            return []
        height = (old & -old).bit_length() - 1
        place = (old - 1) >> height
        start = [self._at(place, height)] if place else []
        return [*start, *self._beside(place, height, end)]

    def _within(self, size: int) -> int:
        if not 0 <= size <= self.size:
            raise ValueError(f"this tree has {self.size} leaves, not {size}")
        return size

    def _root(self, start: int, end: int) -> bytes:
        """Return the root over leaves *start* to *end*; start lies on a bound of such a part."""
        return _folded([self._at(place, height) for place, height in _parts(start, end)])

    def _at(self, place: int, height: int) -> bytes:
        return self._levels[height][place * SIZE : (place + 1) * SIZE]

    def _beside(self, place: int, height: int, end: int) -> list[bytes]:
        """Return what stands beside a node, and beside each node above it, up to the root."""
        path, last = [], (end - 1) >> height
        while last:
            beside = place ^ 1
            if beside < last or (beside == last and not end & ((1 << height) - 1)):
                path.append(self._levels[height][beside * SIZE : (beside + 1) * SIZE])
            elif beside == last:  # it lies at the edge and is not complete
                path.append(self._root(beside << height, end))
            place, last, height = place >> 1, last >> 1, height + 1
        return path


def includes(leaf: bytes, index: int, size: int, path: Path, root: bytes) -> bool:
    """Tell whether *path* leads from the data of a leaf at *index* to the root over *size*."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf_hash(leaf)
    for step in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(step, found)
            place, last = _climb(place, last)
        else:
            found = node_hash(found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def extends(old: tuple[int, bytes], new: tuple[int, bytes], path: Path) -> bool:
    """Tell whether *path* shows that the tree *new*, a size and a root, begins with *old*."""
    if not 1 <= old[0] <= new[0]:
        return False
    if old[0] == new[0]:
        return not path and old[1] == new[1]
    steps = [old[1], *path] if old[0].bit_count() == 1 else list(path)
    if not steps:
        return False
    return _walk(old, new, steps)


def _walk(old: tuple[int, bytes], new: tuple[int, bytes], steps: Path) -> bool:
    """Climb to both roots at once, as RFC 9162 section 2.1.4.2 has it."""
    place, last = old[0] - 1, new[0] - 1
    odd = (~place & (place + 1)).bit_length() - 1
    place, last = place >> odd, last >> odd
    first = second = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(step, first), node_hash(step, second)
            place, last = _climb(place, last)
        else:
            second = node_hash(second, step)
        place, last = place >> 1, last >> 1
    return last == 0 and (first, second) == (old[1], new[1])


def _climb(place: int, last: int) -> tuple[int, int]:
    """Skip the levels on which the last node has no neighbour."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _levels(leaves: Iterable[bytes]) -> list[bytes]:
    """Return the hashes of all complete parts: of the leaves, of pairs, of fours and so on."""
    levels = [b"".join([sha256(_LEAF + leaf).digest() for leaf in leaves])]
    while len(levels[-1]) >= 2 * SIZE:
        level = levels[-1]
        pairs = range(0, len(level) - SIZE, 2 * SIZE)
        nodes = [sha256(_NODE + level[at : at + 2 * SIZE]).digest() for at in pairs]
        levels.append(b"".join(nodes))
    return levels


def _parts(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield place and height of the complete parts that make up *start* to *end*."""
    while start < end:
        height = (end - start).bit_length() - 1
        yield start >> height, height
        start += 1 << height


def _folded(parts: Sequence[bytes]) -> bytes:
    """Join complete parts, the largest first, to one root."""
    if not parts:
        return EMPTY
    root = parts[-1]
    for part in reversed(parts[:-1]):
        root = node_hash(part, root)
    return root
