# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The database itself refuses to change the past.

What is there stays as it is, and what comes must be the next entry of its book; the latter also
closes the back door of SQLite, whose INSERT OR REPLACE deletes a row without its delete trigger.

A later migration that makes SQLite rebuild one of these tables loses the triggers of that table: it
must end with ``RunPython(install, remove)`` of this file.
"""

from django.db import NotSupportedError, migrations

GENESIS = "0" * 64

TABLES = ("ledger_book", "ledger_entry", "ledger_treehead")

MISPLACED = f"""
    NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM ledger_entry WHERE book_id = NEW.book_id), 0)
    OR NEW.previous <> COALESCE(
        (SELECT digest FROM ledger_entry WHERE book_id = NEW.book_id ORDER BY seq DESC LIMIT 1),
        '{GENESIS}')
"""

NO_HEAD = """
    NOT EXISTS (SELECT 1 FROM ledger_entry
        WHERE book_id = NEW.book_id AND seq = NEW.size AND digest = NEW.digest)
"""

SQLITE_REFUSAL = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
"""

SQLITE_INSTALL = [
    *(
        SQLITE_REFUSAL.format(table=table, act=act)
        for table in TABLES
        for act in ("UPDATE", "DELETE")
    ),
    f"""
CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry
WHEN {MISPLACED}
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: this is not its next entry'); END
""",
    """
CREATE TRIGGER ledger_book_new BEFORE INSERT ON ledger_book
WHEN EXISTS (SELECT 1 FROM ledger_book WHERE id = NEW.id OR slug = NEW.slug)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: this book is open already'); END
""",
    f"""
CREATE TRIGGER ledger_treehead_new BEFORE INSERT ON ledger_treehead
WHEN {NO_HEAD}
    OR EXISTS (SELECT 1 FROM ledger_treehead WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM ledger_treehead
        WHERE book_id = NEW.book_id AND size = NEW.size AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: this is no new head of it'); END
""",
]

SQLITE_REMOVE = [
    "DROP TRIGGER ledger_treehead_new",
    "DROP TRIGGER ledger_book_new",
    "DROP TRIGGER ledger_entry_next",
    *(f"DROP TRIGGER {table}_no_{act}" for table in TABLES for act in ("UPDATE", "DELETE")),
]

POSTGRESQL_INSTALL = [
    """
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$
""",
    f"""
CREATE FUNCTION ledger_only_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {MISPLACED} THEN
        RAISE EXCEPTION 'the ledger is append-only: this is not its next entry'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
""",
    f"""
CREATE FUNCTION ledger_only_heads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {NO_HEAD} THEN
        RAISE EXCEPTION 'the ledger is append-only: this is no new head of it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
""",
    *(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
        for table in TABLES
    ),
    "CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry "
    "FOR EACH ROW EXECUTE FUNCTION ledger_only_next()",
    "CREATE TRIGGER ledger_treehead_new BEFORE INSERT ON ledger_treehead "
    "FOR EACH ROW EXECUTE FUNCTION ledger_only_heads()",
]

POSTGRESQL_REMOVE = [
    "DROP TRIGGER ledger_treehead_new ON ledger_treehead",
    "DROP TRIGGER ledger_entry_next ON ledger_entry",
    *(f"DROP TRIGGER {table}_append_only ON {table}" for table in TABLES),
    "DROP FUNCTION ledger_only_heads()",
    "DROP FUNCTION ledger_only_next()",
    "DROP FUNCTION ledger_refuse()",
]

INSTALL = {"sqlite": SQLITE_INSTALL, "postgresql": POSTGRESQL_INSTALL}
REMOVE = {"sqlite": SQLITE_REMOVE, "postgresql": POSTGRESQL_REMOVE}


def install(_apps, schema_editor):
    """Make the database refuse."""
    _run(INSTALL, schema_editor)


def remove(_apps, schema_editor):
    """Let the database allow again."""
    _run(REMOVE, schema_editor)


def _run(statements, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor not in statements:
        raise NotSupportedError(f"the ledger needs SQLite or PostgreSQL, not {vendor}")
    for statement in statements[vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
