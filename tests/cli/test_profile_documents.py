# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The command ``samenspel profile`` with a file to write: documents, and where they may go."""

import json
import os
import pty
import subprocess

import pytest

from served import SAMENSPEL


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF-1.7"), ("html", b"<!doctype html>")])
def test_a_document_goes_to_a_file_of_its_kind(nowhere, tmp_path, kind, start):
    file = tmp_path / f"twente.{kind}"
    assert nowhere.says("profile", "AM05", "--output", file) == f"Wrote {file}.\n"
    assert file.read_bytes().startswith(start)
    assert "--force" in nowhere.refuses("profile", "AM05", "--output", file)
    assert "Wrote" in nowhere.says("profile", "GM0153", "--output", file, "--force")


def test_any_format_goes_to_a_file(nowhere, tmp_path):
    nowhere.says("profile", "AM05", "--output", tmp_path / "twente.json")
    assert json.loads((tmp_path / "twente.json").read_text())["region"]["code"] == "AM05"
    nowhere.says("profile", "AM05", "--output", tmp_path / "twente.txt")
    assert (tmp_path / "twente.txt").read_text() == nowhere.says("profile", "AM05")


def test_a_pdf_does_not_go_to_a_terminal(nowhere):
    mine, its = pty.openpty()
    done = subprocess.run(
        [SAMENSPEL, "profile", "AM05", "--format", "pdf"],
        env=nowhere.environment,
        stdout=its,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(its)
    os.close(mine)
    assert done.returncode == 2
    assert b"PDF is no text to show" in done.stderr


def test_a_file_that_cannot_be_made_is_said(nowhere, tmp_path):
    said = nowhere.refuses("profile", "AM05", "--output", tmp_path / "nowhere" / "twente.pdf")
    assert "nowhere" in said
