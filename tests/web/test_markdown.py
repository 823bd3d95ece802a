# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Markdown of others: what it says is shown, what it could do is not done."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.web.markdown import clauses

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](data:text/html,x)",
    "![a](https://spy.example/pixel.png)",
    "<style>*{display:none}</style>",
    '<p style="position:fixed">a</p>',
    "<svg><script>1</script></svg>",
    "| a |\n|--:|\n| b |",
    "<!-- --!><iframe src=//evil.example>",
]
TAG = re.compile(r"<\s*/?\s*([a-z0-9]+)([^<>]*)>")
TAGS = {
    *("a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}


def html(text):
    return "".join(one.html for one in clauses(text))


def harmless(found):
    for tag, rest in TAG.findall(found):
        assert tag in TAGS
        assert not re.search(r"\son\w+=|style=|src=", rest)
        assert re.fullmatch(r'.*href="(https?:|mailto:|[/#?\w]).*', rest) or "href" not in rest
        assert not re.search(r'href="\s*(javascript|data|vbscript):', rest, re.IGNORECASE)


@pytest.mark.parametrize("text", ATTACKS)
def test_what_could_do_harm_is_text_or_nothing(text):
    harmless(html(text))


@given(st.text(alphabet="<>/\"'=[]()!#*`|:-&; \nabjscriptonerrorx", max_size=80))
def test_no_text_makes_anything_but_harmless_elements(text):
    harmless(html(text))


def test_headings_start_below_the_page_and_leave_no_gaps():
    found = html("# Deal\n\n#### Clause\n\n# Other")
    assert re.findall(r"<(h\d)>", found) == ["h3", "h4", "h3"]


def test_a_text_is_cut_at_its_headings():
    found = clauses("Before.\n\n## Article 1\n\nOne.\n\n> ## no\n\n## Article *2*\n\nTwo.")
    assert [one.title for one in found] == ["", "Article 1", "Article 2"]
    assert "Two." in found[2].html


def test_a_picture_is_a_link_and_loads_nothing():
    found = html("![map](https://example.org/map.png)")
    assert "<img" not in found
    assert 'href="https://example.org/map.png"' in found


def test_links_within_a_text_still_find_their_address():
    found = clauses("# A\n\n[law][1]\n\n# B\n\n[1]: https://wetten.example")
    assert 'href="https://wetten.example"' in found[0].html


def test_no_text_has_no_clauses():
    assert clauses("") == []
