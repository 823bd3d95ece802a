# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A receipt proves its entry without the book; whatever is changed in it is named."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest
from ledger_faults import export

from samenspel.core.chain import parse_line, seal
from samenspel.core.merkle import Tree
from samenspel.core.receipt import LARGEST, Flaw, Older, Receipt, flaw, parse, to_text
from samenspel.core.signing import public_key
from samenspel.core.tree_head import TreeHead, signed

KEY = bytes(range(32))
LINKS = [parse_line(line) for line in export(40)]
TREE = Tree(bytes.fromhex(link.digest) for link in LINKS)


def head_at(size, **changes):
    root, digest = TREE.root(size).hex(), LINKS[size - 1].digest
    head = TreeHead("r", size, root, digest, "2026-03-01T12:00:00.000000Z", "")
    return signed(replace(head, **changes), KEY)


def receipt_for(seq, older=None):
    before = Older(older, TREE.root(older), tuple(TREE.consistency(older))) if older else None
    return Receipt(LINKS[seq - 1], tuple(TREE.inclusion(seq - 1)), head_at(40), before)


@pytest.mark.parametrize("seq", [1, 2, 32, 33, 40])
def test_a_receipt_proves_its_entry(seq):
    assert flaw(receipt_for(seq)) is None
    assert flaw(receipt_for(seq), public_key(KEY)) is None


def test_a_receipt_reads_back_from_its_text():
    for receipt in (receipt_for(7), receipt_for(7, older=5)):
        assert parse(to_text(receipt, []).encode()) == receipt


def test_a_receipt_begins_with_how_to_check_it():
    assert json.loads(to_text(receipt_for(7), ["Zo.", "Of zo."]))["about"] == ["Zo.", "Of zo."]


@pytest.mark.parametrize("size", [1, 5, 32, 40])
def test_a_receipt_joins_on_to_a_head_that_was_kept(size):
    assert flaw(receipt_for(7, older=size), older_head=head_at(size)) is None


def test_a_receipt_of_the_kept_head_itself_needs_no_more():
    assert flaw(receipt_for(7), older_head=head_at(40)) is None


GOOD = receipt_for(7, older=5)
OTHER = seal(7, LINKS[5].digest, {**LINKS[6].payload, "kind": "forged"})
ELSEWHERE = seal(7, LINKS[5].digest, {"region": "elsewhere"})


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        (replace(GOOD, entry=OTHER), Flaw.NOT_IN_TREE),
        (replace(GOOD, entry=replace(OTHER, digest=LINKS[6].digest)), Flaw.CHANGED),
        (replace(GOOD, entry=LINKS[7]), Flaw.NOT_IN_TREE),
        (replace(GOOD, entry=ELSEWHERE), Flaw.OTHER_BOOK),
        (replace(GOOD, path=GOOD.path[:-1]), Flaw.NOT_IN_TREE),
        (replace(GOOD, path=(*GOOD.path, bytes(32))), Flaw.NOT_IN_TREE),
        (replace(GOOD, head=head_at(39)), Flaw.NOT_IN_TREE),
        (replace(GOOD, head=head_at(40, root="a" * 64)), Flaw.NOT_IN_TREE),
        (replace(GOOD, head=replace(GOOD.head, size=41)), Flaw.WRONG_KEY),
        (replace(GOOD, older=replace(GOOD.older, size=6)), Flaw.NOT_CONSISTENT),
        (replace(GOOD, older=replace(GOOD.older, root=bytes(32))), Flaw.NOT_CONSISTENT),
    ],
)
def test_a_receipt_that_was_touched_is_named(changed, found):
    assert flaw(changed) is found


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        (head_at(6), Flaw.NOT_CONSISTENT),
        (head_at(5, root="a" * 64), Flaw.NOT_CONSISTENT),
        (head_at(5, book="elsewhere"), Flaw.OTHER_BOOK),
        (replace(head_at(5), size=6), Flaw.WRONG_KEY),
    ],
)
def test_a_receipt_that_does_not_join_on_is_named(kept, found):
    assert flaw(GOOD, older_head=kept) is found


def test_a_receipt_of_another_key_is_named():
    assert flaw(GOOD, public_key(bytes(32))) is Flaw.WRONG_KEY


def text_with(**changes):
    return json.dumps({**json.loads(to_text(GOOD, [])), **changes}).encode()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b" " * (LARGEST + 1),
        text_with(type="other/1"),
        text_with(extra=1),
        text_with(entry={}),
        text_with(entry="{}"),
        text_with(head=None),
        text_with(path="a" * 64),
        text_with(path=[1]),
        text_with(path=["A" * 64]),
        text_with(path=["a" * 64] * 121),
        text_with(older={}),
        text_with(older={"path": [], "root": "a" * 64, "size": 0}),
    ],
    ids=lambda text: repr(text[:9]),
)
def test_what_is_no_receipt_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the words differ by what is wrong
        parse(text)


TEXT = '{"deal":"praktijk","version":1}'
SIGNED = {
    "region": "r",
    "kind": "deal-signed",
    "details": {"digest": sha256(TEXT.encode()).hexdigest()},
}


def receipt_of(payload, text=TEXT):
    entry = seal(41, LINKS[39].digest, payload)
    tree = Tree([*(bytes.fromhex(link.digest) for link in LINKS), bytes.fromhex(entry.digest)])
    head = TreeHead("r", 41, tree.root().hex(), entry.digest, "2026-03-01T12:00:00.000000Z", "")
    return Receipt(entry, tuple(tree.inclusion(40)), signed(head, KEY), text=text)


def test_a_receipt_of_a_signature_holds_the_text_that_was_signed():
    good = receipt_of(SIGNED)
    assert flaw(good) is None
    assert parse(to_text(good, []).encode()) == good


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        (SIGNED, TEXT.replace("1", "2")),
        (SIGNED, f"{TEXT} "),
        (SIGNED | {"details": {}}, TEXT),
        ({"region": "r"}, TEXT),
        (SIGNED, "\ud800"),
    ],
)
def test_another_text_is_named(payload, text):
    assert flaw(receipt_of(payload, text)) is Flaw.OTHER_TEXT


def test_a_text_that_is_none_is_refused():
    data = json.loads(to_text(receipt_of(SIGNED), [])) | {"text": 1}
    with pytest.raises(ValueError, match="text"):
        parse(json.dumps(data).encode())
