# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Heads are signed seldom, kept for ever, and each is that of all that stood there."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from samenspel.core.chain import Reason
from samenspel.core.errors import RuleError
from samenspel.core.merkle import Tree, extends
from samenspel.core.receipt import flaw
from samenspel.core.rights import Actor, Grant, Role
from samenspel.core.signing import public_key
from samenspel.core.tree_head import is_by
from samenspel.core.verification import verify_export
from samenspel.ledger import queries
from samenspel.ledger.models import Book, TreeHead
from samenspel.ledger.services import SELDOM, append, recent_head, sign_head

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))

pytestmark = pytest.mark.django_db


def write(count, book="twente"):
    for number in range(count):
        append(
            book=book,
            kind="measure-changed",
            object=f"measure:M{number}",
            actor=Actor("a1b2"),
            grant=Grant(Role.OFFICER, "enschede"),
            details={},
            at=NOON,
        )


def sign(at=NOON, key=KEY, book="twente"):
    return sign_head(book=book, key=key, at=at)


def recent(at, key=KEY):
    return recent_head(book="twente", key=key, at=at)


def root_of(size):
    links = queries.links("twente", limit=size)
    return Tree(bytes.fromhex(link.digest) for link in links).root().hex()


def test_a_head_is_signed_over_all_that_stands_there():
    write(5)
    head = sign()

    assert is_by(head, public_key(KEY))
    assert (head.book, head.size, head.root) == ("twente", 5, root_of(5))
    assert head.chain_head == queries.head("twente")
    assert head.at == "2026-03-01T12:00:00.000000Z"
    assert queries.signed_heads("twente") == [head]


@pytest.mark.parametrize("steps", [(1, 1), (3, 4, 9), (8, 8), (1000, 30, 1100)])
def test_a_head_goes_on_from_the_one_before(steps):
    heads = []
    for step in steps:
        write(step)
        heads.append(sign())

    assert [head.root for head in heads] == [root_of(head.size) for head in heads]


def test_a_head_holds_the_export_to_it():
    write(9)
    older = sign()
    write(3)
    lines = list(queries.export_lines("twente"))

    assert verify_export(lines, older, public_key(KEY)).fault is None
    assert verify_export(lines, sign(), public_key(KEY)).fault is None
    assert verify_export(lines[:5], older).fault.reason is Reason.CUT_OFF


def test_nothing_new_is_signed_once():
    write(2)

    assert sign() == sign(at=NOON + timedelta(days=9))
    assert TreeHead.objects.count() == 1


def test_a_new_key_signs_the_same_entries_again():
    write(2)
    heads = [sign(), sign(key=OTHER_KEY)]

    assert [head.size for head in heads] == [2, 2]
    assert set(queries.keys("twente")) == {public_key(KEY).hex(), public_key(OTHER_KEY).hex()}
    assert queries.newest_head("twente") == heads[1]


def test_an_empty_book_has_no_head():
    assert sign() is None
    assert recent(NOON) is None
    assert not Book.objects.exists()


def test_who_looks_finds_a_head_of_at_most_an_hour_behind():
    write(2)
    first = recent(NOON)
    write(1)

    assert first.size == 2
    assert recent(NOON + SELDOM - timedelta(seconds=1)) == first
    assert recent(NOON + SELDOM).size == 3
    assert recent(NOON + 9 * SELDOM).size == 3
    assert TreeHead.objects.count() == 2


def test_who_looks_after_a_change_of_key_finds_the_new_one():
    write(2)
    recent(NOON)

    assert recent(NOON, OTHER_KEY).key == public_key(OTHER_KEY).hex()


def test_each_book_has_heads_of_its_own():
    write(2)
    write(3, "achterhoek")

    assert (sign().size, sign(book="achterhoek").size) == (2, 3)


@pytest.mark.parametrize("seq", [1, 5, 12])
def test_every_entry_has_its_receipt(seq):
    write(12)
    receipt = queries.receipt("twente", seq, sign(), older=4)

    assert receipt.entry.seq == seq
    assert flaw(receipt, public_key(KEY)) is None
    assert extends(
        (4, bytes.fromhex(root_of(4))), (12, bytes.fromhex(root_of(12))), receipt.older.path
    )


@pytest.mark.parametrize(("seq", "older"), [(0, None), (4, None), (1, 4)])
def test_what_is_not_under_a_head_has_no_receipt(seq, older):
    write(3)
    head = sign()
    write(2)

    with pytest.raises(ValueError, match=r"leaf|leaves"):
        queries.receipt("twente", seq, head, older)


def execute(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


INSERT_OTHER = """
INSERT INTO ledger_treehead (book_id, size, root, digest, at, key, signature, peaks)
SELECT book_id, 1, root, digest, at, key, signature, peaks FROM ledger_treehead
"""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_treehead SET root = digest",
        "DELETE FROM ledger_treehead",
        INSERT_OTHER,
    ],
    ids=["change", "remove", "of another history"],
)
def test_the_database_refuses_to_change_heads(statement):
    write(2)
    sign()

    with pytest.raises(IntegrityError, match="append-only"):
        execute(statement)


WAYS_AROUND = {
    "sqlite": [
        f"REPLACE INTO ledger_treehead SELECT {number}, size, root, digest, at, key, "  # noqa: S608
        "signature, peaks, book_id FROM ledger_treehead"
        for number in ("id", "id + 1")
    ],
    "postgresql": ["SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE ledger_treehead"],
}


@pytest.mark.parametrize("statement", WAYS_AROUND[connection.vendor])
def test_what_only_this_database_knows_is_no_way_around(statement):
    write(2)
    sign()

    with pytest.raises(IntegrityError, match="append-only"):
        execute(statement)


@pytest.mark.parametrize(
    "act",
    [
        lambda head: head.save(),
        lambda head: head.delete(),
        lambda _: TreeHead.objects.all().delete(),
    ],
)
def test_the_model_refuses_too(act):
    write(2)
    sign()

    with pytest.raises(RuleError, match="ledger-append-only"):
        act(TreeHead.objects.get())


@pytest.mark.parametrize("peaks", ["", "00" * 32, "00" * 64])
def test_peaks_that_were_touched_are_not_gone_on_from(peaks):
    write(2)
    sign()
    migration = import_module("samenspel.ledger.migrations.0002_append_only")
    for removal in migration.REMOVE[connection.vendor]:
        execute(removal)
    execute(f"UPDATE ledger_treehead SET peaks = '{peaks}'")  # noqa: S608
    write(1)

    assert sign().root == root_of(3)
