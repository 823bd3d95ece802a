# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages and the docstrings on sharing costs show is what comes out."""

import doctest
import json
import re
from pathlib import Path

import pytest

from samenspel.core.sharing import rounding, rules
from samenspel.core.sharing.answer import answer
from samenspel.core.sharing.request import read

DOCS = Path(__file__).resolve().parents[3] / "docs"
GUIDE = (DOCS / "howto" / "share.md").read_text("utf-8")
FILES = re.findall(r"^```json\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", ["allocation-keys", "fair-shares"])
def test_worked_example_comes_out(name):
    result = doctest.testfile(str(DOCS / "methods" / f"{name}.md"), module_relative=False)
    assert result.attempted > 2
    assert result.failed == 0


@pytest.mark.parametrize("module", [rounding, rules])
def test_example_in_a_docstring_comes_out(module):
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("text", FILES)
def test_the_files_of_the_guide_are_answered(text):
    assert answer(read(json.dumps(json.loads(text))))


def test_the_guide_shows_all_three_forms():
    assert len(FILES) == 3
