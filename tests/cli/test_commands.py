# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the other commands do when all is well."""

import json
import sqlite3
from contextlib import closing

import pytest

from samenspel import __version__


def test_version(nowhere):
    assert nowhere.says("--version") == f"samenspel {__version__}\n"


def test_without_a_command_it_shows_its_help(nowhere):
    assert nowhere.says() == nowhere.says("--help")


@pytest.mark.parametrize("command", ["demo", "serve", "init", "config", "backup", "restore"])
def test_every_command_explains_itself(nowhere, command):
    assert "Usage: samenspel" in nowhere.says(command, "--help")
    assert not nowhere.folder.exists()


def test_all_official_regions_can_be_started(nowhere):
    regions = json.loads(nowhere.says("init", "--list", "--json"))
    kinds = [region["kind"] for region in regions]

    assert [kinds.count(kind) for kind in sorted(set(kinds))] == [40, 35, 12]


def test_start_of_a_real_region_stands_on_the_ledger(started):
    done = json.loads(started.says("ledger", "verify", "--region", "twente", "--json"))

    assert done["holds"]
    assert done["head"]["seq"] > 0


def test_start_of_a_region_of_ones_own(nowhere):
    arguments = ("--municipalities", "gm0141, GM0147", "--title", "Twee Steden", "--json")
    started = json.loads(nowhere.says("init", *arguments))

    assert (started["slug"], started["municipalities"]) == ("twee-steden", 2)


def test_check_of_a_region_without_agenda_finds_nothing(started):
    found = json.loads(started.says("check", "--region", "twente", "--json"))

    assert found["orphans"] == []
    assert all(finding["ok"] for finding in found["installation"])


def test_check_sees_an_open_file(installation):
    installation.database.chmod(0o644)
    done = installation.run("check", "--region", "twente")

    assert done.returncode == 1
    assert "chmod 600" in done.stdout


def test_exported_ledger_is_verified_without_an_installation(started, nowhere, tmp_path):
    file = tmp_path / "ledger.jsonl"
    started.says("ledger", "export", "--region", "twente", "--output", file)
    head = started.says("ledger", "head", "--region", "twente").strip()

    assert head in nowhere.says("ledger", "verify", file, "--head", head)
    assert not nowhere.folder.exists()


def test_changed_entry_is_found_with_status_1(started, tmp_path):
    lines = started.says("ledger", "export", "--region", "twente").splitlines(keepends=True)
    lines[1] = lines[1].replace("administrator", "secretary")
    (tmp_path / "changed.jsonl").write_text("".join(lines))

    done = started.run("ledger", "verify", tmp_path / "changed.jsonl")

    assert done.returncode == 1
    assert done.stdout.startswith("Entry 2 does not hold")


def test_head_of_a_broken_ledger_is_the_last_entry_that_holds(installation):
    with closing(sqlite3.connect(installation.database)) as database, database:
        query = "SELECT digest FROM ledger_entry WHERE seq = 2"
        digest = database.execute(query).fetchone()[0]
        database.execute("DROP TRIGGER ledger_entry_no_UPDATE")
        database.execute("UPDATE ledger_entry SET kind = 'x' WHERE seq = 3")

    done = installation.run("ledger", "verify", "--region", "twente", "--json")

    assert done.returncode == 1
    assert json.loads(done.stdout)["head"] == {"seq": 2, "digest": digest}


def test_cut_tail_shows_against_the_head(started, tmp_path):
    lines = started.says("ledger", "export", "--region", "twente").splitlines(keepends=True)
    head = started.says("ledger", "head", "--region", "twente").strip()
    (tmp_path / "cut.jsonl").write_text("".join(lines[:-1]))

    done = started.run("ledger", "verify", tmp_path / "cut.jsonl", "--head", head)

    assert done.returncode == 1


def test_person_with_a_role_and_a_link(installation):
    installation.says(
        "user",
        "add",
        "clerk@almelo.example",
        "--name",
        "Kim",
        "--region",
        "twente",
        "--role",
        "clerk",
        "--party",
        "almelo",
    )
    people = json.loads(installation.says("user", "list", "--json"))

    assert [(one["name"], one["role"], one["party"]) for one in people] == [
        ("Kim", "clerk", "almelo")
    ]
    link = installation.says("user", "link", "clerk@almelo.example", SAMENSPEL_PORT="8123")
    assert link.startswith("http://127.0.0.1:8123/inloggen/eenmalig/")


def test_link_stands_on_the_ledger_of_every_region_that_it_opens(installation):
    installation.says("init", "--region", "AM05", "--slug", "other")
    for region in ("twente", "other"):
        arguments = ("--name", "Kim", "--region", region, "--role", "reader")
        installation.says("user", "add", "k@b.example", *arguments)

    installation.says("user", "link", "k@b.example")

    for region in ("twente", "other"):
        last = installation.says("ledger", "export", "--region", region).splitlines()[-1]
        assert json.loads(last)["payload"]["kind"] == "login-link-given"


def test_link_for_somebody_without_a_role_is_refused(installation):
    arguments = ("--name", "Kim", "--region", "twente", "--role", "reader")
    installation.says("user", "add", "k@b.example", *arguments)
    with closing(sqlite3.connect(installation.database)) as database, database:
        database.execute("DELETE FROM parties_assignment")

    assert "samenspel user add" in installation.refuses("user", "link", "k@b.example")


def test_link_behind_a_proxy_leads_to_its_name(installation):
    behind = {"SAMENSPEL_HTTPS": "yes", "SAMENSPEL_ALLOWED_HOSTS": "agenda.example,localhost"}
    arguments = ("--name", "Kim", "--region", "twente", "--role", "reader")
    installation.says("user", "add", "k@b.example", *arguments)

    link = installation.says("user", "link", "k@b.example", **behind)

    assert link.startswith("https://agenda.example/inloggen/")


def test_django_command_gets_its_own_flags(started):
    assert "[X] 0001_initial" in started.says("manage", "showmigrations", "--list", "sessions")
