# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is signed on one computer is checked on another, with nothing but the files."""

import json
import shutil
import sqlite3
import subprocess
import sys
from base64 import b64encode
from contextlib import closing

import pytest
from installed import Installation

REGION = ("--region", "twente")


@pytest.fixture(scope="module")
def signed(started, tmp_path_factory):
    """The region with a head that is signed, and what somebody took home of it."""
    place = tmp_path_factory.mktemp("signed")
    shutil.copytree(started.folder, place / "data")
    installation, home = Installation(place / "data"), place / "home"
    home.mkdir()
    installation.says("ledger", "export", *REGION, "--output", home / "ledger.jsonl")
    (home / "head.json").write_text(installation.says("ledger", "head", *REGION, "--signed"))
    (home / "key").write_text(installation.says("ledger", "key"))
    return place


@pytest.fixture
def installation(signed, tmp_path):
    """The same in a folder that a test may change."""
    shutil.copytree(signed / "data", tmp_path / "data")
    return Installation(tmp_path / "data")


@pytest.fixture
def taken(signed, tmp_path):
    """An export, a signed head and the public key, as somebody took them home."""
    return shutil.copytree(signed / "home", tmp_path / "home")


def test_an_export_is_held_to_a_signed_head(taken, nowhere):
    file, head, key = taken / "ledger.jsonl", taken / "head.json", taken / "key"
    said = nowhere.says("ledger", "verify", file, "--head", head, "--key", key)

    assert said.startswith("All ")
    assert json.loads(head.read_text())["root"] in said
    assert key.read_text().strip() in said
    assert not nowhere.folder.exists()


def test_head_and_key_may_be_given_as_they_are(taken, nowhere):
    head, key = (taken / "head.json").read_text(), (taken / "key").read_text().strip()
    in_base64 = b64encode(bytes.fromhex(key)).decode()

    for given in (key, in_base64):
        nowhere.says("ledger", "verify", taken / "ledger.jsonl", "--head", head, "--key", given)


def test_without_a_key_it_tells_which_key_signed(taken, nowhere):
    said = nowhere.says("ledger", "verify", taken / "ledger.jsonl", "--head", taken / "head.json")

    assert (taken / "key").read_text().strip() in said
    assert "the key the region publishes" in said


def test_another_key_is_told(taken, nowhere):
    arguments = ("--head", taken / "head.json", "--key", "a" * 64, "--json")
    done = nowhere.run("ledger", "verify", taken / "ledger.jsonl", *arguments)

    assert done.returncode == 1
    assert json.loads(done.stdout)["fault"]["reason"] == "wrong-key"


def test_a_history_written_anew_is_a_fork(taken, nowhere):
    head = json.loads((taken / "head.json").read_text())
    fork = f"{head['size'] - 1}:{'a' * 64}"
    done = nowhere.run("ledger", "verify", taken / "ledger.jsonl", "--head", fork)

    assert done.returncode == 1
    assert "written anew" in done.stdout


def test_the_database_is_held_to_a_signed_head_too(installation, taken):
    assert "Root: " in installation.says("ledger", "verify", *REGION, "--head", taken / "head.json")


def test_a_receipt_is_checked_without_the_ledger(installation, taken, nowhere):
    file = taken / "receipt.json"
    installation.says("ledger", "proof", *REGION, "--entry", "2", "--from", "1", "--output", file)

    said = nowhere.says("ledger", "verify-receipt", file, "--key", taken / "key")
    assert said.startswith("Entry 2 is in the ledger of twente.")
    held = ("--head", taken / "head.json", "--json")
    assert json.loads(nowhere.says("ledger", "verify-receipt", file, *held))["holds"]


def test_a_receipt_that_was_changed_does_not_hold(installation, taken, nowhere):
    text = installation.says("ledger", "proof", *REGION, "--entry", "2")
    (taken / "receipt.json").write_text(text.replace("administrator", "officer"))

    done = nowhere.run("ledger", "verify-receipt", taken / "receipt.json")
    assert (done.returncode, done.stderr) == (1, "")
    assert "changed after it was sealed" in done.stdout


def test_check_misses_entries_that_a_head_has_seen(installation, taken):
    with closing(sqlite3.connect(installation.database)) as database, database:
        database.execute("DROP TRIGGER ledger_entry_no_DELETE")
        database.execute("DELETE FROM ledger_entry WHERE seq = (SELECT max(seq) FROM ledger_entry)")

    assert installation.run("check", *REGION).returncode == 1


def test_all_regions_are_signed_at_once(installation):
    installation.says("init", "--region", "AM01")
    lines = installation.says("ledger", "sign").splitlines()

    assert len({json.loads(line)["book"] for line in lines}) == 2
    assert installation.says("ledger", "sign").splitlines() == lines
    assert installation.says("ledger", "sign", *REGION).strip() in lines


def test_verifying_loads_neither_django_nor_a_database(taken):
    program = f"""
import sys
from samenspel.cli.main import commands
commands.main(["ledger", "verify", {str(taken / "ledger.jsonl")!r}, "--head",
    {str(taken / "head.json")!r}, "--key", {str(taken / "key")!r}], standalone_mode=False)
loaded = {{"django", "sqlite3", "psycopg", "socket"}} & set(sys.modules)
assert not loaded, loaded
"""
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
