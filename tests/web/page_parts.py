# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads of a page what every page must have."""

from html.parser import HTMLParser

_LOADS = {
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
    "object": "data",
    "embed": "src",
    "image": "href",
    "use": "href",
}
"""Element -> the attribute by which it loads something."""

_POINTS = "alternate"
"""The relation of a link that says where something else is, and loads nothing."""


class Page(HTMLParser):
    """Language, titles, headings, the first link, ids, and what the page loads."""

    def __init__(self, html):
        super().__init__()
        self.lang, self.title, self.h1, self.first_link = "", "", [], ""
        self.ids, self.loads, self.inside = [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = found.get("lang", "")
        if tag == "h1":
            self.h1.append("")
        if tag == "a" and not self.first_link:
            self.first_link = found.get("href", "")
        if tag in {"title", "h1"}:
            self.inside = tag
        if "id" in found:
            self.ids.append(found["id"])
        if tag in _LOADS and _LOADS[tag] in found and found.get("rel") != _POINTS:
            self.loads.append(found[_LOADS[tag]])

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data):
        if self.inside == "title":
            self.title += data
        elif self.inside == "h1":
            self.h1[-1] += data
