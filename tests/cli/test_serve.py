# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Serving: an address of its own, private files, and a quiet end."""

import os
import re
import signal
import socket
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from served import SAMENSPEL, serving


def status_of(url):
    try:
        with urlopen(url, timeout=10) as answer:
            return answer.status
    except HTTPError as error:
        return error.code


@pytest.fixture
def taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_taken_port_is_refused_before_anything_else(nowhere, taken, command):
    refusal = nowhere.refuses(command, "--data", nowhere.folder, "--port", taken, "--no-open")

    assert f"port {taken}" in refusal
    assert "--port 0" in refusal
    assert not nowhere.folder.exists()


EVERYWHERE = "0.0.0.0"  # noqa: S104 - to see it refused


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "192.0.2.1"])
def test_demo_is_for_this_computer_only(nowhere, host):
    assert "only for this computer" in nowhere.refuses("demo", "--host", host, "--port", "0")


def test_demo_folder_stays_for_this_computer_only_when_served(nowhere):
    nowhere.folder.mkdir()
    (nowhere.folder / "samenspel.toml").write_text("demo = true\n")

    assert "only for this computer" in nowhere.refuses("serve", "--host", EVERYWHERE, "--port", "0")


def test_serve_answers_and_keeps_its_files_private(nowhere):
    with serving("serve", "--port", "0", environment=nowhere.environment) as url:
        assert status_of(f"{url}/") == 200
        modes = {path.name: path.stat().st_mode & 0o777 for path in nowhere.folder.iterdir()}

    assert nowhere.folder.stat().st_mode & 0o777 == 0o700
    assert {"samenspel.sqlite3", "secret-key"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_a_worker_has_drawn_before_it_answers(tmp_path):
    work = (
        "from samenspel.cli.server import _application; _application(); "
        "import sys; print('vl_convert' in sys.modules)"
    )
    variables = {
        "DJANGO_SETTINGS_MODULE": "samenspel.conf.settings",
        "SAMENSPEL_DATA": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", work],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "True\n", done.stderr


def test_demo_without_a_folder_leaves_nothing_and_stops_quietly(tmp_path, nowhere):
    environment = nowhere.environment | {"TMPDIR": str(tmp_path)}
    command = [SAMENSPEL, "demo", "--no-open", "--port", "0"]
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        links = read_links(process)
        assert [path.stat().st_mode & 0o777 for path in tmp_path.iterdir()] == [0o700]
        os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does: to the workers too
        _, errors = process.communicate(timeout=20)

    assert len(links) == 9
    assert (process.returncode, errors) == (0, "")
    assert list(tmp_path.iterdir()) == []


def read_links(process):
    links = []
    while len(links) < 9:
        links += re.findall(r"http\S+/inloggen/eenmalig/\S+", process.stdout.readline())
    return links


def test_demo_in_a_folder_is_loaded_once(nowhere):
    command = ("demo", "--data", str(nowhere.folder), "--no-open", "--port", "0")
    heads = []
    for _ in range(2):
        with serving(*command, environment=nowhere.environment):
            heads.append(nowhere.says("ledger", "head", "--region", "lindewaard"))

    assert heads[0] == heads[1]


def test_demo_keeps_off_a_real_installation(installation):
    before = installation.database.read_bytes()

    assert "real installation" in installation.refuses(
        "demo", "--data", installation.folder, "--port", "0"
    )
    assert installation.database.read_bytes() == before


def test_demo_keeps_off_settings_that_are_not_of_a_demonstration(nowhere):
    nowhere.folder.mkdir()
    file = nowhere.folder / "samenspel.toml"
    file.write_text("port = 8123\n")

    assert "a folder of its own" in nowhere.refuses("demo", "--data", nowhere.folder, "--port", "0")
    assert file.read_text() == "port = 8123\n"


def test_demo_keeps_the_settings_that_are_there(nowhere):
    nowhere.folder.mkdir()
    content = "# mine\ndemo = true\n"
    (nowhere.folder / "samenspel.toml").write_text(content)
    command = ("demo", "--data", str(nowhere.folder), "--no-open", "--port", "0")

    with serving(*command, environment=nowhere.environment):
        assert (nowhere.folder / "samenspel.toml").read_text() == content


def test_demo_does_not_look_at_the_real_database(nowhere):
    environment = nowhere.environment | {"DATABASE_URL": "postgresql://me@127.0.0.1:1/real"}
    with serving("demo", "--no-open", "--port", "0", environment=environment) as url:
        assert url.startswith("http://127.0.0.1:")
    assert not nowhere.folder.exists()


def test_serve_brings_an_older_database_up_to_date_after_a_backup(installation):
    installation.says("manage", "migrate", "sessions", "zero", "--verbosity", "0")
    assert "earlier version" in installation.refuses("ledger", "head", "--region", "twente")

    with serving("serve", "--port", "0", environment=installation.environment):
        installation.says("ledger", "head", "--region", "twente")

    backups = list((installation.folder / "backups").glob("*-automatic.zip"))
    assert [path.stat().st_mode & 0o777 for path in backups] == [0o600]


def test_examples_are_served_on_the_database_of_this_run(served):
    assert status_of(f"{served.url}/lindewaard/") == 200
    assert status_of(served.login_link("secretary")) == 200
    assert served.run("ledger", "verify", "--region", "twente").returncode == 0
