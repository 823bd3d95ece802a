# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A backup brings back exactly what there was; anything else changes nothing."""

import hashlib
import json
import os
import shutil
import sqlite3
import zipfile

import psycopg
import pytest

from samenspel.cli.archive import AUTOMATIC, free_name, keep_newest
from served import run_python, serving
from servers import scratch_database


def facts(place):
    return place.says("ledger", "head", "--region", "twente")


def digest_of(place):
    return hashlib.sha256(place.database.read_bytes()).hexdigest()


def add(place, email):
    place.says("user", "add", email, "--name", "A", "--region", "twente", "--role", "reader")


@pytest.fixture(scope="module")
def saved(started, tmp_path_factory):
    """A backup of the installation as it was started."""
    file = tmp_path_factory.mktemp("backup") / "saved.zip"
    started.says("backup", "--output", file)
    return file


def rewritten(source, target, **changed):
    """Copy a backup with some members replaced, and the note made to fit."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        members = {name: old.read(name) for name in old.namelist()} | changed
        for name, content in members.items():
            new.writestr(name, content)
    return target


def note_on(content):
    about = {
        "content": "samenspel.sqlite3",
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
    }
    return json.dumps(about)


def test_round_trip(installation, saved):
    before = facts(installation)
    add(installation, "new@region.example")
    assert facts(installation) != before

    told = installation.says("restore", saved)

    assert facts(installation) == before
    assert AUTOMATIC in told


def test_what_was_there_can_be_put_back_too(installation, saved):
    add(installation, "new@region.example")
    after = facts(installation)

    kept = installation.says("restore", saved).split()[-1]
    installation.says("restore", kept)

    assert facts(installation) == after


def test_into_an_empty_folder_with_its_settings(installation, nowhere, tmp_path):
    (installation.folder / "samenspel.toml").write_text("port = 8123\n")
    installation.says("backup", "--output", tmp_path / "all.zip")

    nowhere.says("restore", tmp_path / "all.zip")

    assert facts(nowhere) == facts(installation)
    assert "port = 8123   (file)" in nowhere.says("config")
    assert {path.stat().st_mode & 0o777 for path in nowhere.folder.glob("*.*")} == {0o600}


def test_secret_key_stays_out(saved):
    with zipfile.ZipFile(saved) as file:
        assert set(file.namelist()) == {"about.json", "samenspel.sqlite3"}
    assert saved.stat().st_mode & 0o777 == 0o600


def test_existing_file_is_not_overwritten(installation, saved):
    before = saved.read_bytes()

    assert "--output" in installation.refuses("backup", "--output", saved)
    assert saved.read_bytes() == before


def garbage(saved, target):
    target.write_bytes(b"garbage")


def truncated(saved, target):
    target.write_bytes(saved.read_bytes()[:-1000])


def other_zip(saved, target):
    rewritten(saved, target, **{"about.json": b"{}"})


def changed_content(saved, target):
    rewritten(saved, target, **{"samenspel.sqlite3": b"SQLite format 3\0"})


def smuggled_member(saved, target):
    rewritten(saved, target, **{"../outside": b"x"})


def longer_than_noted(saved, target):
    with zipfile.ZipFile(saved) as file:
        content = file.read("samenspel.sqlite3")
    rewritten(saved, target, **{"about.json": note_on(content[:100])})


def no_database(saved, target):
    rewritten(
        saved, target, **{"about.json": note_on(b"x" * 5000), "samenspel.sqlite3": b"x" * 5000}
    )


def other_database(saved, target):
    path = target.with_suffix(".sqlite3")
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE poems (text)")
    other.close()
    content = path.read_bytes()
    rewritten(saved, target, **{"about.json": note_on(content), "samenspel.sqlite3": content})


def of_a_later_version(saved, target):
    with zipfile.ZipFile(saved) as file:
        note = json.loads(file.read("about.json"))
    rewritten(saved, target, **{"about.json": json.dumps(note | {"version": "99.0.0"})})


BAD = [
    garbage,
    truncated,
    other_zip,
    changed_content,
    smuggled_member,
    longer_than_noted,
    no_database,
    other_database,
    of_a_later_version,
]


@pytest.mark.parametrize("spoil", BAD, ids=lambda make: make.__name__)
def test_what_is_no_backup_changes_nothing(installation, saved, tmp_path, spoil):
    bad = tmp_path / "bad.zip"
    spoil(saved, bad)
    before = digest_of(installation)

    assert "backup" in installation.refuses("restore", bad)

    assert digest_of(installation) == before
    assert not (tmp_path / "outside").exists()
    assert not list(installation.folder.glob("restore-*"))


def test_restore_waits_for_the_server_to_stop(installation, saved):
    with serving("serve", "--port", "0", environment=installation.environment):
        assert "Stop it first" in installation.refuses("restore", saved)


def test_restore_waits_for_other_programs(installation, saved):
    before = digest_of(installation)
    other = sqlite3.connect(installation.database)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM regions_region").fetchone()

    assert "in use" in installation.refuses("restore", saved)

    other.close()
    assert digest_of(installation) == before


def test_damaged_database_is_kept_aside(installation, saved):
    before = facts(installation)
    installation.database.write_bytes(b"garbage")

    installation.says("restore", saved)

    assert facts(installation) == before
    assert (installation.folder / "samenspel.sqlite3.damaged").read_bytes() == b"garbage"


def test_backup_of_a_database_in_use_is_whole(installation, saved, tmp_path, nowhere):
    with serving("serve", "--port", "0", environment=installation.environment):
        add(installation, "busy@region.example")
        installation.says("backup", "--output", tmp_path / "busy.zip")

    nowhere.says("restore", tmp_path / "busy.zip")
    assert "busy@region.example" in nowhere.says("user", "list")


def test_automatic_backups_are_kept_to_a_number(tmp_path):
    mine = tmp_path / "samenspel-mine.zip"
    mine.write_text("")
    made = []
    for _ in range(5):
        made.append(free_name(tmp_path, AUTOMATIC))
        made[-1].write_text("")

    keep_newest(tmp_path, 2)

    assert sorted(tmp_path.iterdir()) == sorted([*made[-2:], mine])


def test_restore_drops_no_automatic_backup(installation, saved):
    """Least of all the oldest, which may be the one that is put back."""
    backups = installation.folder / "backups"
    backups.mkdir(exist_ok=True)
    oldest = backups / f"samenspel-20200101T000000Z{AUTOMATIC}"
    shutil.copy(saved, oldest)

    installation.says("restore", oldest, SAMENSPEL_KEEP_BACKUPS="1")

    assert oldest.read_bytes() == saved.read_bytes()


@pytest.mark.postgres
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="missing pg_dump")
def test_round_trip_on_postgresql(nowhere, postgres, tmp_path):
    nowhere.environment["DATABASE_URL"] = postgres
    nowhere.says("init", "--region", "AM05")
    before = facts(nowhere)
    nowhere.says("backup", "--output", tmp_path / "saved.zip")
    add(nowhere, "new@region.example")

    nowhere.says("restore", tmp_path / "saved.zip")

    assert facts(nowhere) == before
    assert nowhere.says("ledger", "verify", "--region", "twente").startswith("All")


@pytest.mark.postgres
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="missing pg_dump")
def test_restore_on_postgresql_leaves_nothing_of_what_was_there(nowhere, tmp_path):
    with scratch_database(os.environ["SAMENSPEL_TEST_POSTGRES"]) as url:
        nowhere.environment["DATABASE_URL"] = url
        nowhere.says("init", "--region", "AM05")
        nowhere.says("backup", "--output", tmp_path / "saved.zip")
        with psycopg.connect(url) as database:
            database.execute("CREATE TABLE later (region bigint REFERENCES regions_region (id))")

        nowhere.says("restore", tmp_path / "saved.zip")

        with psycopg.connect(url) as database:
            assert database.execute("SELECT to_regclass('later')").fetchone() == (None,)


@pytest.mark.postgres
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="missing pg_dump")
def test_programs_of_postgresql_get_the_options_of_the_connection(nowhere, postgres):
    """But the password is not where everybody can read it: on their command line."""
    code = (
        "import django; django.setup(); from samenspel.cli import postgresql; "
        "print(postgresql._address(), postgresql._environment()['PGPASSWORD'])"
    )
    url = postgres.replace("postgres@", "postgres:geheim@") + "?application_name=mine"

    told = run_python(code, nowhere.environment | {"DATABASE_URL": url})

    assert "application_name=mine" in told
    assert told.count("geheim") == 1


@pytest.mark.postgres
def test_backup_of_sqlite_does_not_go_into_postgresql(nowhere, postgres, saved):
    refusal = nowhere.refuses("restore", saved, DATABASE_URL=postgres)

    assert "this installation uses PostgreSQL" in refusal
