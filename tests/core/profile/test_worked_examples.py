# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The examples in the pages about methods and in the formulas come out as they say."""

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

import samenspel.core.profile as package

METHODS = Path(__file__).resolve().parents[3] / "docs" / "methods"
PAGES = [page for page in sorted(METHODS.glob("*.md")) if ">>>" in page.read_text("utf-8")]
MODULES = [f"{package.__name__}.{one.name}" for one in pkgutil.iter_modules(package.__path__)]
LOOSE = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
TOLD = {
    "aggregation.md",
    "complexity.md",
    "distinctiveness.md",
    "inequality.md",
    "quotients.md",
    "relatedness.md",
    "shift-share.md",
    "similarity.md",
    "specialisation.md",
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_example_of_a_page_comes_out(page):
    result = doctest.testfile(str(page), module_relative=False, optionflags=LOOSE)
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize("name", MODULES)
def test_the_example_of_a_formula_comes_out(name):
    module = import_module(name)
    result = doctest.testmod(module, optionflags=LOOSE, extraglobs={"np": np})
    assert not result.failed


def test_every_page_of_the_profile_has_an_example_that_runs():
    assert {page.name for page in PAGES} >= TOLD


def test_a_wrong_example_is_caught(tmp_path):
    page = tmp_path / "wrong.md"
    page.write_text(">>> 1 + 1\n3\n")
    result = doctest.testfile(str(page), module_relative=False, report=False)
    assert result.failed == 1
