# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A PostgreSQL server of one's own, for as long as it is needed.

    python tools/scratch_postgres.py COMMAND...    runs COMMAND with SAMENSPEL_TEST_POSTGRES set

In a temporary folder, on a free port of 127.0.0.1, without waiting for the disk. PostgreSQL refuses
to run as root; then the user postgres runs it.
"""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "listen_addresses": "127.0.0.1",
}


def find_programs() -> Path | None:
    """Return the folder with PostgreSQL's server programs, the newest version of Debian's."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    return newest.parent if newest else None


@contextmanager
def scratch_server() -> Iterator[str]:
    """Yield the address of a new server; it is gone afterwards."""
    programs = find_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed (postgresql on Debian).")
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    with tempfile.TemporaryDirectory(prefix="samenspel-postgres-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, user)
        data, port = f"{folder}/data", _free_port()
        call = _caller(user, programs, Path(folder))
        call(
            "initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "-U", "postgres", "-D", data
        )
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        options += f" -c port={port} -c unix_socket_directories={folder}"
        call("pg_ctl", "-D", data, "-l", f"{folder}/log", "-o", options, "-w", "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            call("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _caller(user: str, programs: Path, folder: Path) -> Callable[..., None]:
    prefix = ["runuser", "-u", user, "--"] if os.geteuid() == 0 else []

    def call(program: str, *arguments: str) -> None:
        command = [*prefix, str(programs / program), *arguments]
        done = subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{program} failed: {done.stderr.strip()}")

    return call


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main() -> int:
    """Run the command with a server, and return its exit status."""
    with scratch_server() as url:
        environment = {**os.environ, "SAMENSPEL_TEST_POSTGRES": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
