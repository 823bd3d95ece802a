# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel export`` and ``import``: a region out and in, all of it or nothing."""

import os
import pty
import shutil
import subprocess
from contextlib import suppress
from importlib.resources import files
from stat import S_IMODE

import pytest

from contexts.edited import edited
from samenspel.cli.workbook import FORMATS
from samenspel.core.record_json import dumps, loads
from samenspel.sources import workbook
from served import SAMENSPEL

LINDEWAARD = files("samenspel.data").joinpath("examples/lindewaard.json")


@pytest.fixture(scope="module")
def filled(started, tmp_path_factory):
    """The example region as its own export, on top of the one that is started."""
    folder = tmp_path_factory.mktemp("filled")
    shutil.copytree(started.folder, folder / "data")
    place = type(started)(folder / "data")
    place.says("import", LINDEWAARD, "--yes")
    place.says("export", "--region", "lindewaard", "--output", folder / "out.json")
    return place


def answering(place, arguments, first):
    """Say yes to a command on a terminal once *first* is done; return (status, what it shows)."""
    mine, its = pty.openpty()
    command = [SAMENSPEL, *map(str, arguments)]
    with subprocess.Popen(
        command, env=place.environment, stdin=its, stdout=its, stderr=its, close_fds=True
    ) as process:
        os.close(its)
        shown = b""
        while b"[y/N]" not in shown:
            shown += os.read(mine, 1024)
        first()
        os.write(mine, b"y\n")
        with suppress(OSError):  # what a terminal says once its program has ended
            while part := os.read(mine, 1024):
                shown += part
    os.close(mine)
    return process.returncode, shown.decode()


@pytest.fixture
def record(filled):
    return loads((filled.folder.parent / "out.json").read_text(encoding="utf-8"))


@pytest.fixture
def file(tmp_path, record):
    """Writes a workbook of the example with other cells."""

    def write(cells):
        (tmp_path / "gewijzigd.xlsx").write_bytes(edited(record, cells))
        return tmp_path / "gewijzigd.xlsx"

    return write


def test_formats_are_those_of_the_workbook():
    assert tuple(workbook.FORMATS) == FORMATS


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_was_exported_changes_nothing(filled, tmp_path, kind):
    target = tmp_path / f"out{workbook.FORMATS[kind].suffix}"
    filled.says("export", "--region", "lindewaard", "--format", kind, "--output", target)

    assert filled.says("import", target, "--yes") == "Nothing changes.\n"


def test_export_import_export_gives_the_same_json(filled, installation, tmp_path, record):
    filled.says("export", "--region", "lindewaard", "--output", tmp_path / "out.ods")
    installation.says("import", tmp_path / "out.ods", "--yes")
    again = installation.says(
        "export", "--region", "lindewaard", "--format", "json", "--output", "-"
    )

    assert again == dumps(record)


def test_dry_run_tells_what_would_change_and_changes_nothing(filled, file):
    changed = file({("Maatregelen", "B3"): "Anders", ("Inwoners", "C3"): 41000})

    told = filled.says("import", changed, "--dry-run")

    assert "Measure M1 “Anders” was called" in told
    assert "to “41000”" in told
    assert told.endswith("Nothing was written: this was a dry run.\n")
    assert filled.says("import", changed, "--dry-run") == told


def test_change_is_taken_over_once(filled, tmp_path, file):
    shutil.copytree(filled.folder, tmp_path / "data")
    place = type(filled)(tmp_path / "data")
    changed = file({("Maatregelen", "B4"): "Anders"})

    assert "Imported: Lindewaard" in place.says("import", changed, "--yes")
    assert place.says("import", changed, "--yes") == "Nothing changes.\n"


def test_everything_that_is_wrong_is_told_and_nothing_is_written(filled, file):
    wrong = file({("Maatregelen", "I3"): "morgen", ("Kosten", "C3"): "=1+1"})
    done = filled.run("import", wrong, "--yes")

    assert (done.returncode, done.stdout) == (2, "")
    lines = [line.split(maxsplit=3)[:4] for line in done.stderr.splitlines()[1:]]
    assert [line[:3] for line in lines] == [
        ["sheet", "row", "column"],
        ["Maatregelen", "3", "I"],
        ["Kosten", "3", "C"],
    ]
    assert "day, month and year" in done.stderr


def test_nobody_to_ask_is_told_to_say_so(filled, file):
    done = filled.run("import", file({("Maatregelen", "B3"): "Anders"}))

    assert done.returncode == 2
    assert "Add --yes" in done.stderr


def test_what_a_colleague_saves_meanwhile_is_not_overwritten(filled, tmp_path, file):
    shutil.copytree(filled.folder, tmp_path / "data")
    place = type(filled)(tmp_path / "data")
    mine = file({("Maatregelen", "B4"): "Mijn"}).rename(tmp_path / "mine.xlsx")
    meanwhile = file({("Maatregelen", "B3"): "Hun"})

    status, told = answering(
        place, ("import", mine), lambda: place.says("import", meanwhile, "--yes")
    )

    assert status == 2
    assert "changed" in told.splitlines()[-1]
    assert "“Hun”" in place.says("import", mine, "--dry-run")


def test_workbook_of_another_region_is_refused(filled, file):
    done = filled.run("import", file({}), "--region", "twente", "--yes")

    assert done.returncode == 2
    assert "a workbook of region “twente”" in done.stderr


def test_file_that_is_no_workbook_is_refused(filled, tmp_path):
    (tmp_path / "a.xlsx").write_text("Code;Titel")
    done = filled.run("import", tmp_path / "a.xlsx", "--yes")

    assert (done.returncode, done.stdout) == (2, "")
    assert "This is no workbook" in done.stderr


def test_file_is_not_overwritten_unless_asked(started, tmp_path):
    target = tmp_path / "out.ods"
    target.write_text("mine")
    arguments = ("export", "--region", "twente", "--output", target)

    assert "--force" in started.refuses(*arguments)
    assert target.read_text() == "mine"
    assert started.says(*arguments, "--force") == f"Wrote {target}.\n"
    assert S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_version_that_is_not_there_is_refused(started, tmp_path):
    target = tmp_path / "out.ods"
    started.refuses("export", "--region", "twente", "--version", "7", "--output", target)

    assert not target.exists()
