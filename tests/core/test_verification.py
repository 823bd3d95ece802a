# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is done to an export is found at its own entry, by the fast way as by the slow."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ledger_faults import Chance, export, faults, flip, head_of

from samenspel.core.canonical import DEEPEST, LARGEST_INTEGER
from samenspel.core.chain import (
    GENESIS,
    LONGEST_LINE,
    Fault,
    Head,
    Reason,
    examine,
    follow,
    read,
    seal,
    to_line,
)
from samenspel.core.merkle import Tree
from samenspel.core.tree_head import TreeHead, signed
from samenspel.core.verification import verify_export

FAULTS = 490
LINES = export(40)
KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
LEAVES = [bytes.fromhex(line[11:75].decode()) for line in LINES]


def tree_head(size, key=KEY, **changes):
    digest = LEAVES[size - 1].hex()
    at = "2026-03-01T12:00:00.000000Z"
    head = TreeHead("r", size, Tree(LEAVES[:size]).root().hex(), digest, at, "")
    return signed(replace(head, **changes), key)


def last_of(lines, published=None):
    """Return what ``follow`` ends with."""
    step = None
    for one in follow(lines, published):
        step = one
    return step


@pytest.mark.parametrize("kind", ["word", "signed"])
def test_every_fault_is_found_at_its_own_entry(kind):
    published = head_of(LINES) if kind == "word" else tree_head(40)

    for damaged in faults(LINES, FAULTS, kind):
        outcome = verify_export(BytesIO(damaged.text), published)
        assert (damaged.how, outcome.fault and outcome.fault.seq) == (damaged.how, damaged.entry)


def test_a_fault_that_is_no_fault_would_be_missed():
    assert verify_export(LINES, head_of(LINES)).fault is None


def test_the_fast_way_finds_what_the_slow_way_finds():
    for damaged in faults(LINES, FAULTS, "both ways"):
        slow = examine(read(BytesIO(damaged.text)), head_of(LINES))
        assert last_of(BytesIO(damaged.text), head_of(LINES)) == slow.fault


ODD = [
    {"a": LARGEST_INTEGER},
    {"a": -LARGEST_INTEGER},
    {"\U0001f600": 1, "\ufb33": 2},
    {"a": "\U0001f600 en é"},
    {"a": {"b": [[[]]]}},
    {"a": ["{"] * 100},
    {},
]


@pytest.mark.parametrize("payload", ODD, ids=repr)
def test_odd_but_canonical_entries_hold(payload):
    assert last_of([to_line(seal(1, GENESIS, payload))]) == Head(
        1, seal(1, GENESIS, payload).digest
    )


def nested(levels):
    return b"[" * levels + b"]" * levels


@pytest.mark.parametrize(
    "payload",
    [
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1.5}',
        b'{"a":NaN}',
        b'{"a":-0}',
        b'{"a":9007199254740992}',
        b'{"a":"\\u00e9"}',
        b'{"a":"\\ud800"}',
        b'{"\xef\xac\xb3":1,"\xf0\x9f\x98\x80":2}',
        b'{"a":' + nested(DEEPEST) + b"}",
        b"[1]",
        b"{",
        b'{}},"x":{',
    ],
    ids=repr,
)
def test_a_text_that_is_not_canonical_is_found_even_when_sealed(payload):
    """Who owns the machine can seal anything; only canonical text counts all the same."""
    tail = b',"previous":"' + GENESIS.encode() + b'","seq":1}'
    digest = sha256(b'{"payload":' + payload + tail).hexdigest().encode()
    line = b'{"digest":"' + digest + b'","payload":' + payload + tail + b"\n"

    found = last_of([line])
    assert isinstance(found, Fault)
    assert found == examine(read([line])).fault


def test_a_line_of_more_than_the_limit_is_no_entry_the_fast_way_either():
    line = to_line(seal(1, GENESIS, {"a": "x" * LONGEST_LINE}))

    assert last_of([line]) == Fault(1, Reason.MALFORMED)


@pytest.mark.parametrize("size", [1, 7, 39, 40])
def test_an_export_holds_against_each_signed_head_of_it(size):
    outcome = verify_export(LINES, tree_head(size))

    assert outcome.fault is None
    assert outcome.head == head_of(LINES)
    assert outcome.root == Tree(LEAVES).root().hex()


def test_a_head_of_another_key_is_not_followed():
    head, wrong = tree_head(40), Fault(40, Reason.WRONG_KEY)
    public = bytes.fromhex(head.key)

    assert verify_export(LINES, head, public).fault is None
    assert verify_export(LINES, tree_head(40, OTHER_KEY), public).fault == wrong
    assert verify_export(LINES, replace(head, root="0" * 64)).fault == wrong
    assert verify_export(LINES, replace(tree_head(40, OTHER_KEY), key=head.key)).fault == wrong


@pytest.mark.parametrize("changes", [{"root": "a" * 64}, {"digest": "a" * 64}])
def test_a_signed_head_of_another_history_is_a_fork(changes):
    assert verify_export(LINES, tree_head(20, **changes)).fault == Fault(20, Reason.FORKED)


def test_an_export_that_ends_before_the_signed_head_was_cut_off():
    assert verify_export(LINES[:20], tree_head(30)).fault == Fault(21, Reason.CUT_OFF)
    assert verify_export([], tree_head(30)).fault == Fault(1, Reason.CUT_OFF)


@given(st.integers(0, 10**6))
def test_a_fault_after_the_head_is_found_as_well(seed):
    damaged = flip(LINES, Chance(str(seed)).below)
    assume(damaged.text.endswith(b"}\n"))

    fault = verify_export(BytesIO(damaged.text), tree_head(1)).fault
    assert fault is not None
    assert fault.seq == damaged.entry


@pytest.mark.parametrize("size", [20, 40])
def test_a_head_of_another_region_accuses_nobody(size):
    other = tree_head(size, book="elsewhere", digest="a" * 64)

    assert verify_export(LINES).fault is None
    assert verify_export(LINES, other).fault == Fault(1, Reason.OTHER_BOOK)
    assert verify_export(LINES[:10], other).fault == Fault(1, Reason.OTHER_BOOK)
    assert verify_export([], other).fault == Fault(1, Reason.CUT_OFF)
