# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the form on a page as a browser would send it, without scripts."""

from html.parser import HTMLParser


class Fields(HTMLParser):
    """
    The fields of the last form within ``main``: what it holds, and what can be chosen in it.

    ``values`` is name -> values that would be sent, ``choices`` is name -> values on offer.
    """

    def __init__(self, html):
        super().__init__()
        self.inside = False
        self.values, self.choices = {}, {}
        self.text, self.select = None, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.inside = True
        elif self.inside and tag == "form":
            self.values, self.choices = {}, {}
        elif self.inside and "disabled" not in found:
            start = getattr(self, f"start_{tag}", None)
            if start:
                start(found)

    def handle_endtag(self, tag):
        if tag == "main":
            self.inside = False
        elif tag == "textarea":
            self.text = None
        elif tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.text:
            [before] = self.values[self.text]
            self.values[self.text] = [before + data.removeprefix("\n" if not before else "")]

    def start_input(self, found):
        name, kind = found.get("name"), found.get("type", "text")
        if not name or kind in {"submit", "file"}:
            return
        if kind in {"checkbox", "radio"}:
            self.choices.setdefault(name, []).append(found.get("value", "on"))
            if "checked" not in found:
                return
        self.values.setdefault(name, []).append(found.get("value", ""))

    def start_textarea(self, found):
        self.text = found.get("name")
        self.values[self.text] = [""]

    def start_select(self, found):
        self.select = found.get("name")
        self.choices[self.select] = []

    def start_option(self, found):
        if self.select is None:
            return
        value = found.get("value", "")
        self.choices[self.select].append(value)
        if "selected" in found or self.select not in self.values:
            self.values[self.select] = [value]  # as a browser does, the first unless another is
