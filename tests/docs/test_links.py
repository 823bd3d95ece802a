# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every link leads somewhere, every page can be reached, and the decisions are listed."""

import re

import pytest
from pages import DOCS, ROOT, all_pages, broken, headings, links, text_of

DECISIONS = DOCS / "adr"


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_pictures_lead_somewhere(page):
    assert set(broken(page, text_of(page))) == set()


@pytest.mark.parametrize(
    "link", ["[x](no-such-page.md)", "![x](images/none.png)", "[x](README.md#no-such-heading)"]
)
def test_a_broken_link_is_caught(link):
    assert list(broken(DOCS / "planted.md", link))


def test_every_page_can_be_reached_from_the_first():
    reached, todo = set(), [DOCS / "README.md"]
    while todo:
        page = todo.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        todo += [(page.parent / link.partition("#")[0]).resolve() for link in links(text_of(page))]
    assert set(DOCS.rglob("*.md")) - reached == set()


def test_decisions_are_numbered_listed_and_titled_alike():
    listed = re.findall(
        r"^\| (\d+) \| \[(.+)\]\((.+)\) \|$", text_of(DECISIONS / "README.md"), re.MULTILINE
    )
    found = [
        (str(int(page.name[:4])), headings(text_of(page))[0].partition(" ")[2], page.name)
        for page in sorted(DECISIONS.glob("[0-9]*.md"))
    ]
    assert listed == found
    assert [number for number, _, _ in found] == [str(n + 1) for n in range(len(found))]


@pytest.mark.parametrize("page", sorted(DECISIONS.glob("[0-9]*.md")), ids=lambda page: page.name)
def test_a_decision_says_context_decision_and_consequences(page):
    assert headings(text_of(page))[1:] == ["Context", "Decision", "Consequences"]
    assert len(text_of(page).splitlines()) <= 45
