# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
XML scanned within bounds: no document type, no entities, no other encoding than UTF-8.

The rules about encoding make sure that a second parser reads the same text as this one.
"""

import re
from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from samenspel.sources.spreadsheet import bounds
from samenspel.sources.spreadsheet.cells import SpreadsheetError

_STEP = 2**16
_WHOLE = re.compile(r"\s*[0-9]{1,8}\s*")
_UTF8 = {"utf-8", "utf8", "us-ascii", "ascii"}

Attributes = dict[str, str]


class Listener:
    """What hears the elements of a part."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear that an element begins."""

    def end(self, name: str) -> None:
        """Hear that an element ends."""

    def text(self, text: str) -> None:
        """Hear text, perhaps in pieces."""


class Scanner:
    """Scans parts of one file; the number of elements is bounded for all of them together."""

    def __init__(self) -> None:
        self._elements = 0
        self._depth = 0
        self._names: dict[str, str] = {}

    def scan(self, content: bytes, listener: Listener) -> None:
        """
        Tell *listener* what is in *content*.

        Raises:
            SpreadsheetError: ``damaged``, ``null-character``, ``document-type`` or
                ``too-many-cells``.
        """
        if b"\0" in content:
            raise SpreadsheetError("null-character")
        _check_gaps(content)
        self._depth = 0
        self._names = {}
        parser = self._parser(listener)
        try:
            for at in range(0, len(content), _STEP):
                parser.Parse(content[at : at + _STEP])
            parser.Parse(b"", True)  # noqa: FBT003 - expat knows no keywords
        except expat.ExpatError as error:
            raise SpreadsheetError("damaged", line=error.lineno) from error

    def _parser(self, listener: Listener) -> expat.XMLParserType:
        parser = expat.ParserCreate(intern=self._names)
        parser.buffer_text = True
        parser.XmlDeclHandler = _check_encoding
        parser.StartDoctypeDeclHandler = _refuse_document_type
        parser.StartElementHandler = self._counted(listener.start)
        parser.EndElementHandler = self._ended(listener.end)
        parser.CharacterDataHandler = listener.text
        return parser

    def _counted(
        self, start: Callable[[str, Attributes], None]
    ) -> Callable[[str, Attributes], None]:
        def hear(name: str, attributes: Attributes) -> None:
            self._elements += 1
            self._depth += 1
            self._check(len(attributes))
            start(name, attributes)

        return hear

    def _check(self, attributes: int) -> None:
        if self._elements > bounds.MAX_ELEMENTS:
            raise SpreadsheetError("too-many-cells", limit=bounds.MAX_AREA)
        if (
            self._depth > bounds.MAX_DEPTH
            or attributes > bounds.MAX_ATTRIBUTES
            or len(self._names) > bounds.MAX_NAMES
        ):
            raise SpreadsheetError("damaged")

    def _ended(self, end: Callable[[str], None]) -> Callable[[str], None]:
        def hear(name: str) -> None:
            self._depth -= 1
            end(name)

        return hear


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def whole(text: str) -> int:
    """Return the count in an attribute or cell. Raise ``SpreadsheetError("damaged")``."""
    if not _WHOLE.fullmatch(text):
        raise SpreadsheetError("damaged", number=text[:20])
    return int(text)


def _check_gaps(content: bytes) -> None:
    """Refuse a tag so long that its attributes alone would fill memory."""
    at = 0
    while len(content) - at > bounds.MAX_MARKUP:
        found = content.rfind(b"<", at + 1, at + bounds.MAX_MARKUP)
        if found < 0:
            raise SpreadsheetError("damaged")
        at = found


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _UTF8:
        raise SpreadsheetError("damaged", encoding=encoding[:40])


def _refuse_document_type(*_: object) -> NoReturn:
    raise SpreadsheetError("document-type")
