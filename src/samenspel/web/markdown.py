# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The only place where Markdown that people wrote becomes HTML.

CommonMark with tables; HTML and pictures within it are shown as text. What comes out is cleaned
once more, so that a fault in the one is caught by the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_TOP = 3
"""A page has a heading of its own and one above the text; those within it come below."""

_LOWEST = 6

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")

_ALLOWED = nh3.Cleaner(
    tags={
        *("a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"),
        *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
    },
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener",
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A heading with what stands below it; ``title`` is empty for what comes before the first."""

    title: str
    html: SafeString


def clauses(text: str) -> list[Clause]:
    """Return a Markdown text in parts, each with its heading; headings are of level 3 and lower."""
    env: dict[str, object] = {}
    tokens = _MARKDOWN.parse(text, env)
    _lower(tokens)
    return [
        Clause(_title(part), _clean(_MARKDOWN.renderer.render(part, _MARKDOWN.options, env)))
        for part in _parts(tokens)
    ]


def _lower(tokens: Iterable[Token]) -> None:
    """Give the headings levels without gaps, from the top that a page leaves them."""
    headings = [one for one in tokens if one.type in {"heading_open", "heading_close"}]
    levels = sorted({one.tag for one in headings})
    for one in headings:
        one.tag = f"h{min(_TOP + levels.index(one.tag), _LOWEST)}"


def _parts(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Return *tokens* cut before each heading that stands by itself."""
    cuts = [
        place
        for place, one in enumerate(tokens)
        if one.type == "heading_open" and one.level == 0 and place
    ]
    edges = [0, *cuts, len(tokens)]
    return [tokens[start:end] for start, end in pairwise(edges) if start < end]


def _title(part: Sequence[Token]) -> str:
    if part[0].type != "heading_open":
        return ""
    children = part[1].children or []
    return "".join(one.content for one in children if one.type in {"text", "code_inline"})


def _clean(html: str) -> SafeString:
    return mark_safe(_ALLOWED.clean(html))
