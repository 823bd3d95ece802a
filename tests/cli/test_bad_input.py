# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Bad input gets status 2, nothing on stdout, and one line that says what to do."""

import pytest

from samenspel.cli.main import commands, guarded

WITHOUT_DATABASE = {
    "no such command": (["frobnicate"], "No such command"),
    "no such flag": (["serve", "--frob"], "No such option"),
    "flag without value": (["serve", "--port"], "requires an argument"),
    "missing command": (["ledger"], "Missing command"),
    "port is no number": (["serve", "--port", "http"], "a whole number from 0 to 65535"),
    "port too high": (["config", "--port", "70000"], "70000"),
    "unknown host": (["serve", "--host", "no-such-host.invalid", "--port", "0"], "--host"),
    "strange host": (["serve", "--host", "::::", "--port", "0"], "does not know the host"),
    "settings file missing": (["config", "--settings", "/nowhere.toml"], "/nowhere.toml"),
    "unknown region code": (["init", "--region", "AM99"], "AM99"),
    "unknown municipality": (["init", "--municipalities", "GM9999", "--title", "X"], "GM9999"),
    "own region without name": (["init", "--municipalities", "GM0141"], "--title"),
    "two ways to start": (["init", "--region", "AM05", "--municipalities", "GM0141"], "either"),
    "no way to start": (["init"], "--list"),
    "day before the tables": (["init", "--region", "AM05", "--on", "1990-01-01"], "1990"),
    "no day": (["init", "--region", "AM05", "--on", "tomorrow"], "tomorrow"),
    "file to verify missing": (["ledger", "verify", "/nowhere.jsonl"], "/nowhere.jsonl"),
    "nothing to verify": (["ledger", "verify"], "FILE or --region"),
    "head is no head": (["ledger", "verify", "--region", "x", "--head", "12"], "--head"),
    "key is no key": (["ledger", "verify", "--region", "x", "--key", "12"], "--key"),
    "key without a signed head": (
        ["ledger", "verify", "--region", "x", "--key", "a" * 64],
        "signed --head",
    ),
    "signed head is no head": (["ledger", "verify", "--region", "x", "--head", "{}"], "--head"),
    "no receipt": (["ledger", "verify-receipt", __file__], f"no receipt in {__file__}"),
    "receipt held to a word": (
        ["ledger", "verify-receipt", __file__, "--head", f"1:{'a' * 64}"],
        "signed head",
    ),
    "no entry": (["ledger", "proof", "--region", "x", "--entry", "0"], "--entry"),
    "no such role": (["user", "add", "a@b.nl", "--role", "king"], "king"),
    "backup missing": (["restore", "/nowhere.zip"], "/nowhere.zip"),
}

ADD = ["user", "add", "a@b.nl", "--name", "A", "--region", "twente", "--role"]
WITH_DATABASE = {
    "no such region": (["check", "--region", "atlantis"], "The regions are: twente"),
    "region exists": (["init", "--region", "AM05"], "--slug"),
    "bad address for a region": (["init", "--region", "AM05", "--slug", "Big Bad"], "Big Bad"),
    "no e-mail address": (["user", "add", "me", *ADD[3:], "reader"], "not an e-mail address"),
    "role without its party": ([*ADD, "clerk"], "party"),
    "party unknown": ([*ADD, "clerk", "--party", "atlantis"], "atlantis"),
    "link for a stranger": (["user", "link", "who@b.nl"], "user add"),
    "proof of what is not there": (
        ["ledger", "proof", "--region", "twente", "--entry", "9999"],
        "numbers from 1 to that",
    ),
    "backup to nowhere": (["backup", "--output", "/nowhere/x.zip"], "/nowhere"),
}


def in_process(capsys, arguments):
    """Return (status, stdout, stderr) of a command that needs no database, without a process."""
    status = guarded(lambda: commands.main(arguments, "samenspel", standalone_mode=False))
    return status, *capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "words"), WITHOUT_DATABASE.values(), ids=WITHOUT_DATABASE.keys()
)
def test_says_what_is_wrong_on_one_line(capsys, arguments, words):
    status, printed, errors = in_process(capsys, arguments)

    assert (status, printed) == (2, "")
    assert errors.startswith("Error: ")
    assert errors.count("\n") == 1
    assert words in errors


@pytest.mark.parametrize(("arguments", "words"), WITH_DATABASE.values(), ids=WITH_DATABASE.keys())
def test_says_what_does_not_fit_the_data_on_one_line(started, arguments, words):
    assert words in started.refuses(*arguments)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("port = ", "samenspel.toml"),
        ("prot = 8000", "prot"),
        ('port = "many"', "many"),
        ("port = true", "True"),
        ("\xff", "samenspel.toml"),
    ],
    ids=["no TOML", "unknown name", "no number", "wrong type", "not UTF-8"],
)
def test_settings_file_that_does_not_hold(nowhere, content, words):
    nowhere.folder.mkdir()
    (nowhere.folder / "samenspel.toml").write_bytes(content.encode("latin-1"))

    assert words in nowhere.refuses("serve")


def test_reading_where_nothing_is_makes_nothing(nowhere):
    assert "samenspel init" in nowhere.refuses("check", "--region", "twente")
    assert not nowhere.folder.exists()


def test_database_that_is_none(nowhere):
    nowhere.folder.mkdir()
    nowhere.database.write_bytes(b"garbage" * 1000)

    assert "samenspel restore" in nowhere.refuses("check", "--region", "twente")


def test_folder_that_is_a_file(tmp_path, nowhere):
    (tmp_path / "new").write_text("")

    assert str(nowhere.folder) in nowhere.refuses("init", "--region", "AM05")


def test_damaged_secret_key(installation):
    (installation.folder / "secret-key").write_text("")

    assert "secret-key" in installation.refuses("ledger", "head", "--region", "twente")


def test_damaged_signing_key(installation):
    (installation.folder / "signing-key").write_text("")

    assert "signing-key" in installation.refuses("ledger", "head", "--region", "twente")


def test_server_that_does_not_answer(nowhere):
    refusal = nowhere.refuses(
        "serve", "--port", "0", DATABASE_URL="postgresql://me@127.0.0.1:1/nothing"
    )

    assert "DATABASE_URL" in refusal
