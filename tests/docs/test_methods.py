# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Each page about a method answers the same seven questions, and is found from the index."""

import pytest
from pages import DOCS, links, text_of

PAGES = sorted((DOCS / "methods").glob("*.md"))
PARTS = {
    "question": "\n**Question.** ",
    "formula": "\n**Formula.** ",
    "units": "\n**Units.** ",
    "example": "\n## Worked example\n",
    "limits": "\n**Limits.**",
    "who is harmed": "\n**Who is harmed if it is wrong.** ",
    "source": "\n**Source",
}


def lacking(text):
    """Return which of the seven parts a page lacks."""
    return [name for name, start in PARTS.items() if text.count(start) != 1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_each_part_once(page):
    assert lacking(text_of(page)) == []


def test_every_page_is_in_the_index():
    index = links(text_of(DOCS / "README.md"))
    assert [page.name for page in PAGES if f"methods/{page.name}" not in index] == []


def test_a_page_without_limits_is_caught():
    text = text_of(PAGES[0])
    assert lacking(text.replace("**Limits.**", "")) == ["limits"]
