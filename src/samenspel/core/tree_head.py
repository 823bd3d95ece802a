# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A signed tree head: so many entries, this root, said by the holder of this key at this moment.

Who keeps one holds the keeper of the book to all of it. It is one line of canonical JSON, and the
signature is over that same line without the signature.
"""

import json
import re
from dataclasses import asdict, dataclass

from samenspel.core.canonical import LARGEST_INTEGER, Json, encode
from samenspel.core.chain import GENESIS, Head
from samenspel.core.signing import is_signed, public_key, sign

KIND = "samenspel-tree-head/1"
"""What is signed says what it is, so that no signature passes for one of something else."""

_HASH = r"[0-9a-f]{64}"
_SHAPES = {
    "at": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z",
    "book": r"[a-z0-9][a-z0-9_-]{0,99}",
    "digest": _HASH,
    "key": _HASH,
    "root": _HASH,
    "signature": r"[0-9a-f]{128}",
}


@dataclass(frozen=True, slots=True)
class TreeHead:
    """
    What a head says of a *book*; hashes, key and signature in hexadecimal.

    *digest* is that of the last of *size* entries, *root* that of the tree over all of them, and
    *key* the public one. *at* is the moment of signing, as ``canonical.moment`` writes it.
    """

    book: str
    size: int
    root: str
    digest: str
    at: str
    key: str
    signature: str = ""

    @property
    def chain_head(self) -> Head:
        """The last entry that it is about."""
        return Head(self.size, self.digest)


def signed(head: TreeHead, private: bytes) -> TreeHead:
    """Return *head* with the key of *private* and its signature."""
    unsigned = {**asdict(head), "key": public_key(private).hex()}
    del unsigned["signature"]
    text = encode({**unsigned, "type": KIND})
    return TreeHead(**unsigned, signature=sign(private, text).hex())


def to_json(head: TreeHead) -> dict[str, Json]:
    """Return *head* as published: its fields, and what it is."""
    return {**asdict(head), "type": KIND}


def to_text(head: TreeHead) -> str:
    """Return *head* as one line, without a newline."""
    return encode(to_json(head)).decode()


def is_by(head: TreeHead, public: bytes | None = None) -> bool:
    """Tell whether *head* was signed with the key that it names, and that is *public* if given."""
    if public is not None and head.key != public.hex():
        return False
    fields = to_json(head)
    del fields["signature"]
    return is_signed(bytes.fromhex(head.key), bytes.fromhex(head.signature), encode(fields))


def parse(text: str | bytes) -> TreeHead:
    """
    Return the head written in *text*, however it is laid out; its signature is for ``is_by``.

    Raises:
        ValueError: it is no head.
    """
    try:
        return from_json(json.loads(text))
    except RecursionError as error:
        raise ValueError("a signed head is not nested") from error


def from_json(value: Json) -> TreeHead:
    """Return the head that *value* holds. Raise ValueError when it is none."""
    if not isinstance(value, dict) or set(value) != {*_SHAPES, "size", "type"}:
        raise ValueError(f"a signed head has the fields {', '.join(sorted(_SHAPES))}, size, type")
    for name, shape in _SHAPES.items():
        if not isinstance(value[name], str) or not re.fullmatch(shape, value[name], re.ASCII):
            raise ValueError(f"'{name}' of a signed head does not look like one")
    size = value["size"]
    if value["type"] != KIND or type(size) is not int or not 1 <= size <= LARGEST_INTEGER:
        raise ValueError(f"a signed head is of type {KIND} and of at least one entry")
    if value["digest"] == GENESIS:
        raise ValueError("no entry has a digest of zeros")
    return TreeHead(**{name: value[name] for name in value if name != "type"})
