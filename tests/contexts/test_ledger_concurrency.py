# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Writers that work at the same time, or are killed while writing, leave one unbroken chain.

They are real processes on a real database of their own (what they commit cannot be taken back), of
the kind that the suite runs on. ``ledger_writer.py`` is the program that each of them runs.
"""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest
from django.db.transaction import TransactionManagementError

from samenspel.core.chain import examine, read
from samenspel.core.rights import Actor, Grant, Role
from samenspel.ledger import services

PROGRAM = Path(__file__).with_name("ledger_writer.py")
PROCESSES = 5
THREADS = 10
ENTRIES = 5
ROUNDS = 2
KILLED = 3
MANY = 10_000
"""Acts, more than a writer can tell of before it is killed: its pipe is full at a thousand."""


def spawn(env, *words):
    command = [sys.executable, PROGRAM, *map(str, words)]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE)


def output_of(env, *words):
    process = spawn(env, *words)
    lines = process.communicate(timeout=120)[0].splitlines(keepends=True)
    assert process.returncode == 0
    return lines


@pytest.fixture
def database(tmp_path):
    """Yield the environment of a process that uses a fresh database with an empty ledger."""
    url = os.environ.get("DATABASE_URL", "")
    env = os.environ | {"SAMENSPEL_DATA": str(tmp_path)}
    if not url:
        output_of(env, "migrate")
        yield env
        return
    name = f"samenspel_{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        env["DATABASE_URL"] = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        try:
            output_of(env, "migrate")
            yield env
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def rows_of(env):
    return sorted(line.decode().strip() for line in output_of(env, "acts"))


def test_fifty_writers_at_the_same_time_lose_nothing_and_never_fork(database):
    writers = [spawn(database, "append", ENTRIES, THREADS) for _ in range(PROCESSES)]
    written = [writer.communicate(timeout=240)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * PROCESSES

    links = list(read(output_of(database, "export")))

    assert examine(links).fault is None
    assert len(links) == PROCESSES * THREADS * ENTRIES
    assert {link.digest.encode() for link in links} == {one for some in written for one in some}
    assert rows_of(database) == sorted(link.payload["object"] for link in links)


def test_writers_that_are_killed_leave_all_they_committed_and_no_half_act(database):
    """Killed at any moment of the many acts that each began; nothing is left in between."""
    committed = set()
    for _ in range(ROUNDS):
        writers = [spawn(database, "append", MANY) for _ in range(KILLED)]
        committed.update(writer.stdout.readline() for writer in writers)
        for writer in writers:
            writer.kill()
        for writer in writers:
            with writer.stdout as rest:
                committed.update(rest)
            assert writer.wait() == -signal.SIGKILL

    output_of(database, "append", 1)

    links = list(read(output_of(database, "export")))
    assert examine(links).fault is None
    assert committed <= {f"{link.digest}\n".encode() for link in links}
    assert len(committed) < len(links) <= len(committed) + ROUNDS * KILLED + 1
    assert rows_of(database) == sorted(link.payload["object"] for link in links)


def test_an_act_without_a_transaction_is_refused():
    with pytest.raises(TransactionManagementError, match="the act it records"):
        services.append(
            book="twente",
            kind="measure-changed",
            object="measure:M1",
            actor=Actor("a1b2"),
            grant=Grant(Role.SECRETARY),
            details={},
            at=datetime(2026, 3, 1, tzinfo=UTC),
        )
