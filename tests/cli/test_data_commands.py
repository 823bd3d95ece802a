# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What ``samenspel data`` prints, writes and ends with; nothing is asked beyond this computer."""

import ast
import fcntl
import json
from pathlib import Path

import pytest

from cbs_server import fails, misbehaving
from cbs_tables import CODE, TITLE, v4_lists
from samenspel.cli.data_words import SENTENCES, explain
from samenspel.cli.main import commands, guarded
from samenspel.sources import cbs
from samenspel.sources.cbs import SourceError

NOWHERE = "https://no-such-host.invalid/odata"


@pytest.fixture
def source():
    """A mirror on this computer."""
    with misbehaving(v4_lists()) as server:
        yield server


@pytest.fixture
def run(capsys, tmp_path):
    """Run a command on a data folder; return (status, stdout, stderr)."""

    def command(*arguments):
        words = ["data", *map(str, arguments), "--data", str(tmp_path)]
        status = guarded(lambda: commands.main(words, "samenspel", standalone_mode=False))
        return status, *capsys.readouterr()

    return command


def test_table_is_loaded_and_listed(run, source, tmp_path):
    done = run("update", "--table", CODE, "--source", source.url)
    listed = json.loads(run("list", "--json")[1])["loaded"]

    assert done == (0, f"{CODE}  {TITLE}: loaded edition 20310630T0200, 15 figures.\n", "")
    assert [(one["table"], one["figures"], one["licence"]) for one in listed] == [
        (CODE, 15, "CC BY 4.0")
    ]
    assert listed[0]["folder"] == str(tmp_path / "statistics" / CODE / "20310630T0200")


def test_figures_are_compact_and_whole(run, source, tmp_path):
    run("update", "--table", CODE, "--source", source.url)
    [file] = tmp_path.glob("statistics/*/*/figures.csv")
    first, *rows = file.read_text("utf-8").splitlines()

    assert first == "region,period,measure,value,status"
    assert rows[:3] == [
        "NL00,2030JJ00,M001,17999000,",
        "NL00,2030JJ00,M002,57.1,",
        "NL00,2030JJ00,M003,Nederland,",
    ]
    assert "GM0002,2031JJ00,M001,,impossible" in rows


def test_second_time_nothing_changes(run, source):
    again = ["update", "--table", CODE, "--source", source.url]

    assert run(*again)[0] == 0
    assert "not changed since" in run(*again)[1]


def test_other_folder_can_be_named(run, source, tmp_path):
    run("update", "--table", CODE, "--source", source.url, "--into", tmp_path / "elsewhere")

    assert CODE in run("list", "--from", tmp_path / "elsewhere")[1]
    assert not (tmp_path / "statistics").exists()


def test_newer_years_are_found_and_those_that_fail_do_not_stop_others(run, source):
    status, printed, errors = run("update", "--newer", "--source", source.url)

    assert (status, printed.count("loaded edition")) == (2, 1)
    assert errors.count("no such table") == 2
    assert "99002NED" in errors


def test_without_a_network_it_ends_at_once_in_plain_words(run, tmp_path):
    status, printed, errors = run("update", "--source", NOWHERE)

    assert (status, printed, errors.count("\n")) == (2, "", 1)
    assert "no network" in errors
    assert "no-such-host.invalid" in errors
    assert not list(tmp_path.glob("statistics/[!.]*"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--table", "../../etc"], "no code of a table"),
        (["--source", "http://mirror.example"], "https://host/path"),
        (["--table", CODE, "--newer"], "either --table or --newer"),
        (["--frob"], "No such option"),
    ],
)
def test_bad_input_is_told_on_one_line(run, arguments, words):
    status, printed, errors = run("update", *arguments)

    assert (status, printed, errors.count("\n")) == (2, "", 1)
    assert words in errors


def test_two_updates_at_once_are_refused(run, source, tmp_path):
    (tmp_path / "statistics").mkdir()
    with (tmp_path / "statistics" / ".loading.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status, _, errors = run("update", "--table", CODE, "--source", source.url)

    assert status == 2
    assert "being loaded" in errors
    assert source.asked == []


def test_source_that_asks_for_patience_is_left_alone(run, source):
    source.misdeeds[f"/{CODE}/Properties"] = [fails(503, Retry_After="3600")] * 9
    source.lists = {}
    status, _, errors = run("update", "--table", CODE, "--source", source.url)

    assert status == 2
    assert "come back in 3600 seconds" in errors


def test_list_without_anything_loaded_says_what_can_be(run, tmp_path):
    status, printed, errors = run("list")

    assert (status, errors) == (0, "")
    assert "inhabitants" in printed
    assert "Nothing yet" in printed
    assert "85984NED (2024)" in printed
    assert not list(tmp_path.iterdir())


def test_damaged_edition_is_told(run, source, tmp_path):
    run("update", "--table", CODE, "--source", source.url)
    [file] = tmp_path.glob("statistics/*/*/about.json")
    file.write_text("{")

    assert "damaged" in run("list")[2]


def test_progress_shows_on_a_terminal(run, source, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    errors = run("update", "--table", CODE, "--source", source.url)[2]

    assert f"\r{CODE}: 18 of 18 rows\n" in errors


def test_every_failure_has_its_sentence_and_the_reverse():
    folder = Path(cbs.__file__).parent
    trees = [ast.parse(file.read_text("utf-8")) for file in folder.glob("*.py")]
    raised = {
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"SourceError", "PassingError"}
    }
    assert raised == set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_sentence_stands_without_its_params(code):
    assert explain(SourceError(code))[-1] == "."


def test_params_cannot_break_out_of_their_line():
    assert "\n" not in explain(SourceError("unknown-code", code="a\nb\x1b[31m{host}"))
