# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the documentation: its pages, their links and the code that they quote."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_SHELL = re.compile(r"^```(?:sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"`((?:samenspel|make) [^`]+)`")


def all_pages() -> list[Path]:
    """Return every page of the project that we wrote."""
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def links(text: str) -> list[str]:
    """Return where links and images of a page lead, code left out."""
    return _LINK.findall(_FENCE.sub("", text))


def headings(text: str) -> list[str]:
    return _HEADING.findall(_FENCE.sub("", text))


def anchor(heading: str) -> str:
    """Return the anchor that a forge gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def broken(page: Path, text: str) -> Iterator[str]:
    """Yield the links within the project that lead nowhere."""
    for link in links(text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, part = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (part and not _has_anchor(target, part)):
            yield link


def _has_anchor(page: Path, part: str) -> bool:
    return page.suffix != ".md" or part in map(anchor, headings(text_of(page)))


def quoted_commands(text: str) -> list[str]:
    """Return the commands that a page shows, in blocks and in sentences."""
    lines = [line.strip() for block in _SHELL.findall(text) for line in block.splitlines()]
    return [
        re.sub(r"\s+#.*", "", line).removeprefix("$ ")
        for line in [*lines, *_QUOTED.findall(text)]
        if line and not line.startswith("#")
    ]
