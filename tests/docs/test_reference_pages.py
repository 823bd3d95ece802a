# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the code knows stands in the reference, and the reverse."""

import re
import runpy
import subprocess
import sys

import pytest
from pages import DOCS, ROOT, headings, text_of

from samenspel.core.acts import LEDGER_KINDS
from samenspel.core.agenda.orphans import CHECKS
from samenspel.core.agenda.states import State
from samenspel.core.options import OPTIONS
from samenspel.core.rights import Act, Role
from samenspel.words.errors import ERRORS
from samenspel.words.problems import PROBLEMS

REFERENCE = DOCS / "reference"
WRITER = ROOT / "tools" / "write_reference.py"
writer = runpy.run_path(str(WRITER))

TABLES = {
    "settings.md": [option.name for option in OPTIONS],
    "rules.md": ERRORS,
    "problems.md": PROBLEMS,
    "ledger-kinds.md": LEDGER_KINDS,
}


def first_codes(text: str) -> set[str]:
    """Return what stands as code in the first cell of each row."""
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


@pytest.mark.parametrize("page", writer["WRITERS"])
def test_a_generated_page_is_what_the_code_says(page):
    assert text_of(REFERENCE / page) == writer["pages"]()[page], "run tools/write_reference.py"


@pytest.mark.parametrize("page", TABLES)
def test_a_table_has_everything_and_nothing_else(page):
    assert first_codes(text_of(REFERENCE / page)) == set(TABLES[page])


def test_every_role_act_and_state_is_there():
    rights, states = text_of(REFERENCE / "rights.md"), text_of(REFERENCE / "states.md")
    assert {*Role, *Act} - set(re.findall(r"`([a-z-]+)`", rights)) == set()
    assert {*State} - set(re.findall(r"`([a-z]+)`", states)) == set()


def test_every_role_is_told_to_who_gives_it():
    told = headings(text_of(DOCS / "howto" / "roles-and-log-in.md"))
    assert {f"`{role}`" for role in Role} <= {heading.partition(":")[0] for heading in told}


def test_every_check_for_orphans_is_explained_and_nothing_else():
    told = headings(text_of(DOCS / "methods" / "orphans.md"))
    assert {one.strip("`") for one in told if one.startswith("`")} == set(CHECKS)


def test_checking_writes_nothing_and_tells_an_outdated_page(tmp_path):
    planted = WRITER.read_text(encoding="utf-8").replace(
        'Path(__file__).resolve().parent.parent / "docs" / "reference"', f'Path("{tmp_path}")'
    )
    (tmp_path / "tool.py").write_text(planted, encoding="utf-8")
    command = [sys.executable, tmp_path / "tool.py", "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "docs/reference/rules.md is outdated" in result.stdout
    assert not list(tmp_path.glob("*.md"))
