# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A real server process with the example regions, for tests that use a browser or the network."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue

SAMENSPEL = str(Path(sys.executable).with_name("samenspel"))
PATIENCE_SECONDS = 60
LOAD = """
import django; django.setup()
from django.utils import timezone
from samenspel.cli.demo_data import load
load(step=lambda: None)
"""
LINKS = """
import django, json; django.setup()
from django.utils import timezone
from samenspel.cli.demo_data import login_tokens
print(json.dumps(login_tokens(at=timezone.now())))
"""


@dataclass
class Served:
    """Where it answers, and the environment of commands that work on the same data."""

    url: str
    environment: dict[str, str] = field(repr=False)

    def login_link(self, role: str) -> str:
        """Return a link that logs in once as *role* of the fictional region."""
        tokens = json.loads(run_python(LINKS, self.environment))
        return f"{self.url}/inloggen/eenmalig/{tokens[role]}/"

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of Samenspel on the same data."""
        return run(*arguments, environment=self.environment)


def run(*arguments: str, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run the installed command to its end."""
    return subprocess.run(
        [SAMENSPEL, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )


def run_python(code: str, environment: dict[str, str]) -> str:
    """Run *code* on the data that *environment* names, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment, "DJANGO_SETTINGS_MODULE": "samenspel.conf.settings"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=True,
    )
    return done.stdout


@contextmanager
def serving_demo(folder: Path, database_url: str = "") -> Iterator[Served]:
    """Yield a server of the demonstration in *folder*, or on a PostgreSQL database."""
    environment = environment_of(folder, database_url)
    command = ["serve" if database_url else "demo", "--no-open", "--port", "0"]
    if database_url:
        run("manage", "migrate", environment=environment).check_returncode()
        run_python(LOAD, environment)
    else:
        command += ["--data", str(folder)]
    with serving(*command, environment=environment) as url:
        yield Served(url, environment)


def environment_of(folder: Path, database_url: str = "") -> dict[str, str]:
    """Return the environment in which commands work on *folder*."""
    mine = {"SAMENSPEL_DATA": str(folder), "DATABASE_URL": database_url, "PYTHONUNBUFFERED": "1"}
    return {**os.environ, **mine}


@contextmanager
def serving(*arguments: str, environment: dict[str, str]) -> Iterator[str]:
    """Run a command that serves, and yield its address; it is stopped afterwards."""
    lines: Queue[str] = Queue()
    with subprocess.Popen(
        [SAMENSPEL, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        reader = threading.Thread(target=_read, args=(process, lines), daemon=True)
        reader.start()
        try:
            yield _address(lines)
        finally:
            process.terminate()
            reader.join(timeout=PATIENCE_SECONDS)


def _address(lines: "Queue[str]") -> str:
    """Wait until the server has said where it is."""
    seen = ""
    while line := lines.get(timeout=PATIENCE_SECONDS):
        seen += line
        if found := re.search(r"(http://[\w.\[\]:]+)/ ", line):
            return found[1]
    raise AssertionError(f"the server did not start: {seen}")


def _read(process: "subprocess.Popen[str]", lines: "Queue[str]") -> None:
    """Read all that the server says, so that it never waits for a reader."""
    for line in process.stdout or ():
        lines.put(line)
    lines.put("")
