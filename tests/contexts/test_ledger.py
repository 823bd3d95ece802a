# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every act gets its entry, in its own transaction, and nobody changes it afterwards."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from samenspel.core.chain import LONGEST_LINE, Fault, Head, Reason, examine, read
from samenspel.core.errors import RuleError
from samenspel.core.rights import Actor, Grant, Role
from samenspel.ledger import queries, services
from samenspel.ledger.models import Book, Entry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ACT = {
    "book": "twente",
    "kind": "measure-changed",
    "object": "measure:M1",
    "actor": Actor("a1b2"),
    "grant": Grant(Role.OFFICER, "enschede"),
    "details": {"title": {"from": "Oud", "to": "Nieuw"}},
    "at": NOON,
}

pytestmark = pytest.mark.django_db


def append(**changes):
    return services.append(**ACT | changes)


@transaction.atomic
def append_and_fail():
    append()
    raise InterruptedError


@pytest.fixture
def three():
    return [append(), append(object="measure:M2"), append(kind="measure-added")]


@pytest.fixture
def unguarded():
    """Take the guards of the database away, as somebody with full access could."""
    migration = import_module("samenspel.ledger.migrations.0002_append_only")
    with connection.cursor() as cursor:
        for statement in migration.REMOVE[connection.vendor]:
            cursor.execute(statement)


def execute(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_entry_says_who_what_when_and_on_what():
    link = append()

    assert link.payload == {
        "actor": "a1b2",
        "at": "2026-03-01T12:00:00.000000Z",
        "details": {"title": {"from": "Oud", "to": "Nieuw"}},
        "kind": "measure-changed",
        "object": "measure:M1",
        "party": "enschede",
        "region": "twente",
        "role": "officer",
    }


def test_what_is_returned_is_what_stands_in_the_book(three):
    assert list(queries.links("twente")) == three
    assert [link.seq for link in three] == [1, 2, 3]


def test_the_moment_is_kept_in_utc_whatever_the_zone():
    amsterdam = timezone(timedelta(hours=1))

    link = append(at=datetime(2026, 3, 1, 13, tzinfo=amsterdam))

    assert link.payload["at"] == "2026-03-01T12:00:00.000000Z"
    assert queries.entries("twente").get().at == NOON


def test_each_region_has_a_book_of_its_own(three):
    assert append(book="achterhoek").seq == 1
    assert append().seq == 4


def test_an_act_that_fails_leaves_no_entry(three):
    with pytest.raises(InterruptedError):
        append_and_fail()

    assert queries.head("twente") == Head(3, three[2].digest)


def test_a_first_act_that_fails_leaves_no_book():
    with pytest.raises(InterruptedError):
        append_and_fail()

    assert not Book.objects.exists()


@pytest.mark.parametrize(
    "details", [{"a": 0.5}, {"a": Decimal(1)}, {"a": NOON}, {"a": 2**53}, {"a": "x" * LONGEST_LINE}]
)
def test_details_that_cannot_be_sealed_are_refused(details):
    with pytest.raises((TypeError, ValueError)):
        append(details=details)

    assert queries.head("twente") is None


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        append(at=datetime(2026, 3, 1))  # noqa: DTZ001 - the naive one is the point


@pytest.mark.parametrize("changes", [{"actor": Actor("")}, {"kind": ""}, {"object": ""}])
def test_an_entry_without_who_or_what_is_refused(changes):
    with pytest.raises((IntegrityError, ValueError)), transaction.atomic():
        append(**changes)


def test_an_act_without_words_is_refused():
    with pytest.raises(ValueError, match="no act is called measure-admired"):
        append(kind="measure-admired")


def test_an_entry_costs_three_statements(three, django_assert_num_queries):
    with django_assert_num_queries(3):
        append()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET kind = 'other'",
        "UPDATE ledger_entry SET payload = '{}' WHERE seq = 2",
        "DELETE FROM ledger_entry",
        "DELETE FROM ledger_entry WHERE seq = 3",
        "UPDATE ledger_book SET slug = 'other'",
        "DELETE FROM ledger_book",
    ],
)
def test_the_database_refuses_to_change_what_is_there(three, statement):
    with pytest.raises(IntegrityError, match="the ledger is append-only"):
        execute(statement)

    assert list(queries.links("twente")) == three


WAYS_AROUND = {
    "sqlite": [
        "REPLACE INTO ledger_entry SELECT * FROM ledger_entry WHERE seq = 3",
        "REPLACE INTO ledger_book SELECT id, 'other' FROM ledger_book",
        "REPLACE INTO ledger_book SELECT id + 1, slug FROM ledger_book",
    ],
    "postgresql": [
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE ledger_entry",
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE ledger_book, ledger_entry, ledger_treehead",
    ],
}


@pytest.mark.parametrize("statement", WAYS_AROUND[connection.vendor])
def test_what_only_this_database_knows_is_no_way_around(three, statement):
    with pytest.raises(IntegrityError, match="the ledger is append-only"):
        execute(statement)


@pytest.mark.parametrize(
    "changes", [{"seq": 3}, {"seq": 5}, {"previous": "a" * 64}], ids=["taken", "gap", "fork"]
)
def test_the_database_takes_only_the_next_entry(three, changes):
    last = queries.entries("twente")[0]
    row = {"book": last.book, "seq": 4, "previous": last.digest, "digest": "b" * 64, "at": NOON}
    texts = {"kind": "k", "object": "o", "actor": "a", "role": "r", "payload": "{}"}

    with pytest.raises(IntegrityError, match="not its next entry"), transaction.atomic():
        Entry.objects.create(**row | texts | changes)


@pytest.mark.parametrize(
    "act",
    [
        lambda entry: entry.save(),
        lambda entry: entry.save(update_fields=["kind"]),
        lambda entry: entry.delete(),
        lambda _: Entry.objects.update(kind="other"),
        lambda _: Entry.objects.all().delete(),
        lambda entry: Entry.objects.bulk_update([entry], ["kind"]),
        lambda entry: Entry.objects.bulk_create([entry]),
        lambda entry: entry.book.entries.filter(seq=1).update(kind="other"),
        lambda entry: Entry.objects.update_or_create({"kind": "other"}, pk=entry.pk),
    ],
    ids=[
        "save",
        "save fields",
        "delete",
        "update",
        "delete all",
        "bulk update",
        "bulk create",
        "of a book",
        "update or create",
    ],
)
def test_the_models_refuse_too(three, act):
    entry = Entry.objects.get(seq=2)
    entry.kind = "other"

    with pytest.raises(RuleError, match="ledger-append-only"):
        act(entry)


def test_an_entry_made_to_look_new_is_no_update(three):
    disguised = Entry.objects.get(seq=2)
    disguised._state.adding = True

    with pytest.raises(IntegrityError), transaction.atomic():
        disguised.save()


def test_entries_come_newest_first_by_object_and_kind(three):
    assert [entry.seq for entry in queries.entries("twente")] == [3, 2, 1]
    assert [entry.seq for entry in queries.entries("twente", object="measure:M1")] == [3, 1]
    assert [entry.seq for entry in queries.entries("twente", kind="measure-added")] == [3]
    assert not queries.entries("achterhoek").exists()


def test_links_can_be_read_in_parts(three):
    assert list(queries.links("twente", after=1)) == three[1:]
    assert list(queries.links("twente", after=1, limit=1)) == three[1:2]
    assert list(queries.links("twente", limit=0)) == []


def test_the_head_is_the_last_entry_with_its_moment(three):
    head = queries.head("twente")

    assert head == Head(3, three[2].digest)
    assert head.at == NOON
    assert queries.head("achterhoek") is None


def test_an_export_is_verified_without_the_database(three):
    lines = list(queries.export_lines("twente"))

    verdict = examine(read(lines), queries.head("twente"))

    assert verdict.fault is None
    assert verdict.head == Head(3, three[2].digest)


def test_a_book_that_nobody_touched_holds(three):
    assert queries.verify_book("twente") is None
    assert queries.verify_book("twente", queries.head("twente")) is None
    assert queries.verify_book("achterhoek") is None


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE ledger_entry SET kind = 'x' WHERE seq = 2", Fault(2, Reason.COPY_CHANGED)),
        ("UPDATE ledger_entry SET party = '' WHERE seq = 3", Fault(3, Reason.COPY_CHANGED)),
        (
            "UPDATE ledger_entry SET payload = REPLACE(payload, 'Oud', 'Wit') WHERE seq = 2",
            Fault(2, Reason.CHANGED),
        ),
        (
            "UPDATE ledger_entry SET payload = payload || ' ' WHERE seq = 2",
            Fault(2, Reason.NOT_CANONICAL),
        ),
        ("UPDATE ledger_entry SET payload = '[]' WHERE seq = 2", Fault(2, Reason.MALFORMED)),
        ("UPDATE ledger_entry SET payload = '{}' WHERE seq = 2", Fault(2, Reason.COPY_CHANGED)),
        ("UPDATE ledger_entry SET seq = 9 WHERE seq = 2", Fault(2, Reason.DROPPED)),
        ("DELETE FROM ledger_entry WHERE seq = 1", Fault(1, Reason.DROPPED)),
        ("DELETE FROM ledger_entry WHERE seq = 3", Fault(3, Reason.CUT_OFF)),
    ],
)
def test_tampering_with_full_access_is_found(three, unguarded, statement, fault):
    published = queries.head("twente")

    execute(statement)

    assert queries.verify_book("twente", published) == fault


def test_a_book_that_changed_regions_is_found(three, unguarded):
    execute("UPDATE ledger_book SET slug = 'achterhoek'")

    assert queries.verify_book("achterhoek") == Fault(1, Reason.COPY_CHANGED)
