# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A receipt: one entry with the proof that it is in the book, to keep and check without the book.

It is JSON for people to open as well: the entry as sealed, the path to the root, the signed head
and how to check them. It may also hold the text that was signed, and show that the book of that
head begins with that of an older one.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from samenspel.core.canonical import Json
from samenspel.core.chain import Link, parse_line, seal, to_line
from samenspel.core.merkle import extends, includes
from samenspel.core.tree_head import TreeHead, from_json, is_by, to_json

KIND = "samenspel-receipt/1"
LARGEST = 2**21
"""Bytes of a receipt; the longest entry fits twice."""

LARGEST_TEXT = 2**19
"""Characters of a text within; escaped in JSON it still fits."""

_FIELDS = {"about", "entry", "head", "path", "type"}
_OPTIONAL = {"older", "text"}
_HASH = re.compile(r"[0-9a-f]{64}")
_LONGEST_PATH = 120
"""Hashes; a tree of 2^53 entries needs less."""


@dataclass(frozen=True, slots=True)
class Older:
    """The proof that a book begins with the *size* entries under *root*."""

    size: int
    root: bytes
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    An entry, its path to the root, the head that signs the root, and what came before.

    ``text`` is what the entry holds the digest of, when it is the signature of a deal.
    """

    entry: Link
    path: tuple[bytes, ...]
    head: TreeHead
    older: Older | None = None
    text: str = ""


class Flaw(StrEnum):
    """What is wrong with a receipt; the first of these that is found."""

    WRONG_KEY = "wrong-key"
    """The head was not signed with the key that it names, or that was expected."""
    CHANGED = "changed"
    """The entry is not what was sealed."""
    OTHER_TEXT = "other-text"
    """The text is not the one whose digest the entry holds."""
    OTHER_BOOK = "other-book"
    """The entry is of another region than the head."""
    NOT_IN_TREE = "not-in-tree"
    """The path does not lead from the entry to the root of the head."""
    NOT_CONSISTENT = "not-consistent"
    """The book of the head does not begin with the older one."""


def flaw(
    receipt: Receipt, key: bytes | None = None, older_head: TreeHead | None = None
) -> Flaw | None:
    """
    Return the first flaw, or None when the receipt proves what it says.

    *key* is the public key that is trusted. *older_head* is one that was kept: the receipt must
    then show that its book begins with that one's, or be of the same.
    """
    entry, head = receipt.entry, receipt.head
    if not is_by(head, key) or (older_head and not is_by(older_head, key)):
        return Flaw.WRONG_KEY
    if seal(entry.seq, entry.previous, entry.payload).digest != entry.digest:
        return Flaw.CHANGED
    if receipt.text and not _is_of(receipt.text, entry):
        return Flaw.OTHER_TEXT
    if entry.payload.get("region") != head.book or (older_head and older_head.book != head.book):
        return Flaw.OTHER_BOOK
    leaf, root = bytes.fromhex(entry.digest), bytes.fromhex(head.root)
    if not includes(leaf, entry.seq - 1, head.size, receipt.path, root):
        return Flaw.NOT_IN_TREE
    return None if _is_consistent(receipt, older_head) else Flaw.NOT_CONSISTENT


def to_text(receipt: Receipt, about: Sequence[str]) -> str:
    """Return the receipt as indented JSON that begins with words *about* how to check it."""
    content: dict[str, Json] = {
        "about": about,
        "entry": to_line(receipt.entry).decode().rstrip("\n"),
        "head": to_json(receipt.head),
        "path": [step.hex() for step in receipt.path],
        "type": KIND,
    }
    if older := receipt.older:
        path = [step.hex() for step in older.path]
        content["older"] = {"path": path, "root": older.root.hex(), "size": older.size}
    if receipt.text:
        content["text"] = receipt.text
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def parse(text: bytes) -> Receipt:
    """
    Return the receipt that *text* holds; whether it proves anything is for ``flaw``.

    Raises:
        ValueError: it is no receipt, or too large for one.
    """
    if len(text) > LARGEST:
        raise ValueError(f"a receipt has no more than {LARGEST} bytes")
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError("a receipt is not nested that deep") from error
    if not isinstance(value, dict) or value.get("type") != KIND:
        raise ValueError(f"a receipt is of type {KIND}")
    if set(value) - _OPTIONAL != _FIELDS or not isinstance(value["entry"], str):
        raise ValueError(f"a receipt has the fields {', '.join(sorted(_FIELDS))}")
    older = _older(value["older"]) if "older" in value else None
    entry = parse_line(value["entry"].encode() + b"\n")
    text = value.get("text", "")
    if not isinstance(text, str):
        raise ValueError("'text' is a text")  # noqa: TRY004 - bad data, no bug
    return Receipt(entry, _path(value["path"]), from_json(value["head"]), older, text)


def _is_of(text: str, entry: Link) -> bool:
    """Tell whether *entry* is about *text*: it holds its digest."""
    details = entry.payload.get("details")
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    return isinstance(details, dict) and details.get("digest") == digest


def _is_consistent(receipt: Receipt, older_head: TreeHead | None) -> bool:
    head, older = receipt.head, receipt.older
    whole = (head.size, bytes.fromhex(head.root))
    if older and not extends((older.size, older.root), whole, older.path):
        return False
    if older_head is None:
        return True
    kept = (older_head.size, bytes.fromhex(older_head.root))
    return kept == whole or (older is not None and kept == (older.size, older.root))


def _older(value: Json) -> Older:
    if not isinstance(value, dict) or set(value) != {"path", "root", "size"}:
        raise ValueError("'older' has a path, a root and a size")
    if type(value["size"]) is not int or value["size"] < 1:
        raise ValueError("'size' is a whole number from 1")
    return Older(value["size"], _hash(value["root"]), _path(value["path"]))


def _path(value: Json) -> tuple[bytes, ...]:
    if not isinstance(value, list) or len(value) > _LONGEST_PATH:
        raise ValueError("a path is a list of hashes")
    return tuple(_hash(step) for step in value)


def _hash(value: Json) -> bytes:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise ValueError("a hash is 64 lowercase hexadecimal characters")
    return bytes.fromhex(value)
