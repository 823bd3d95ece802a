# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
PDF from a template, by Typst: tagged, to read aloud (PDF/UA-1) and to keep (PDF/A-2a).

Data goes in as files and never into the source, so no text of people is ever markup. The compiler
sees the files that are given and nothing else: no disk, no network, no fonts of the system.
"""

import re
import tempfile
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

STANDARDS = ("a-2a", "ua-1")

_MAIN = "main.typ"
_RISKY = re.compile(rb'@\w|"@|\beval\b|\bplugin\b')
"""What would fetch a package, or run what was given as data."""

_LETTERS = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u04ff\u1e00-\u1eff\u2010-\u2027\u202f-\u2040\u2070\u2071\u2074-\u208e\u20a0-\u20c0"
    "\u2153-\u215e\u2190-\u22ff\u25a0-\u25ff"
)
_UNKNOWN_LETTER = re.compile(f"[^{_LETTERS}]")
_SPACE = re.compile(r"\s+")
_REPLACEMENT = "\ufffd"


class PdfError(RuntimeError):
    """The template or a picture could not be made into a PDF; a mistake of ours."""


def pdf(source: str, files: Mapping[str, bytes], *, made: date) -> bytes:
    """
    Return the PDF of a Typst source that reads nothing but *files* (name -> content).

    The same arguments give the same bytes: *made* is the only date in it.

    Raises:
        PdfError: the source is wrong, reads another file, or does not meet the standards.
        ValueError: the source would fetch a package or run text as code.
    """
    import typst

    sources = {_MAIN: source.encode(), **files}
    for name, content in sources.items():
        if name.endswith(".typ") and _RISKY.search(content):
            raise ValueError(f"{name} may not fetch packages, run text or load plugins")
    with tempfile.TemporaryDirectory(prefix="samenspel-pdf-") as empty:
        try:
            return _compiled(
                sources,
                root=empty,
                package_path=empty,
                package_cache_path=empty,
                timestamp=datetime.combine(made, time(), UTC),
            )
        except typst.TypstError as error:
            raise PdfError(str(error)) from error


def _compiled(sources: Mapping[str, bytes], **options: object) -> bytes:
    import typst

    compiled: Any = typst.compile  # its stubs know no files by name
    made: bytes = compiled(
        sources, font_paths=_fonts(), format="pdf", pdf_standards=list(STANDARDS), **options
    )
    return made


def printable(text: str) -> str:
    """
    Return text in the letters that the fonts have: what they lack becomes U+FFFD.

    PDF/UA allows no letter without a shape, and one strange letter may not cost the document.
    """
    composed = unicodedata.normalize("NFC", _SPACE.sub(_space, text).strip())
    return _UNKNOWN_LETTER.sub(_REPLACEMENT, composed)


def _space(found: re.Match[str]) -> str:
    """Return white space as one space, that where no line may break as it was."""
    return found[0] if set(found[0]) <= {"\u00a0", "\u202f"} else " "


@lru_cache(maxsize=1)
def _fonts() -> "typst.Fonts":
    """Return the fonts that come with Typst, and no other: the same document on any machine."""
    import typst

    return typst.Fonts(include_system_fonts=False)
