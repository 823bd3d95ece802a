# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The thirty lines of Python in the documentation check what they say they check."""

import re
import subprocess
import sys

import pytest
from pages import DOCS, text_of

from samenspel.core.chain import GENESIS, seal, to_line
from samenspel.core.merkle import Tree
from samenspel.core.tree_head import TreeHead, signed, to_text

[PROGRAM] = re.findall(
    r"^```python\n(.*?)^```$",
    text_of(DOCS / "howto" / "read-the-ledger.md"),
    re.MULTILINE | re.DOTALL,
)


@pytest.fixture
def files(tmp_path):
    """An export of eleven entries, and a signed head of nine of them."""
    lines, digests = [], [GENESIS]
    for seq in range(1, 12):
        link = seal(
            seq, digests[-1], {"list": [1, {"b": None, "a": True}], "title": f"één € {seq}"}
        )
        digests.append(link.digest)
        lines.append(to_line(link))
    root = Tree(map(bytes.fromhex, digests[1:])).root(9).hex()
    head = TreeHead("r", 9, root, digests[9], "2026-03-01T12:00:00.000000Z", "")
    (tmp_path / "export.jsonl").write_bytes(b"".join(lines))
    (tmp_path / "head.json").write_text(to_text(signed(head, bytes(range(32)))))
    return tmp_path


def run(files):
    command = [sys.executable, "-c", PROGRAM, files / "export.jsonl", files / "head.json"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_passes_what_holds(files):
    assert run(files).stdout.startswith("All 11 entries hold, under the head of 9")


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("export.jsonl", "€ 4", "€ 5", "entry 4 was changed"),
        ("export.jsonl", '"seq":4', '"seq":5', "entry 4 was changed"),
        ("head.json", '"size":9', '"size":8', "another history"),
        ("head.json", '"book":"r"', '"book":"s"', "InvalidSignature"),
    ],
)
def test_it_finds_what_does_not(files, name, old, new, words):
    text = (files / name).read_text()
    (files / name).write_text(text.replace(old, new))

    assert words in run(files).stderr


def test_it_is_thirty_lines(files):
    assert len([line for line in PROGRAM.splitlines() if line.strip()]) <= 30
