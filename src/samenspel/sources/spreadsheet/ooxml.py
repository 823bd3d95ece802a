# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Scans an xlsx file, cell by cell, and packs what is needed of it under names of our own."""

import re
from collections.abc import Sequence
from html import escape
from posixpath import join, normpath

from samenspel.sources.spreadsheet.archive import Archive, packed
from samenspel.sources.spreadsheet.cells import Mark, SpreadsheetError
from samenspel.sources.spreadsheet.content import Cleaned, SheetContent, Totals, check_names
from samenspel.sources.spreadsheet.markup import Attributes, Listener, Scanner, local, whole

BOOK = "xl/workbook.xml"

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NO_STRINGS = f'<sst xmlns="{_MAIN}"/>'.encode()
_NO_STYLES = f'<styleSheet xmlns="{_MAIN}"/>'.encode()


class _Book(Listener):
    """The names of the sheets with the relation that leads to each."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if local(name) == "sheet":
            relation = next((v for k, v in attributes.items() if local(k) == "id"), "")
            self.sheets.append((attributes.get("name", ""), relation))
        elif local(name) == "workbookPr":
            self.since_1904 = attributes.get("date1904") in {"1", "true"}


class _Relations(Listener):
    """Where each relation leads, and what it is."""

    def __init__(self) -> None:
        self.sheets: dict[str, str] = {}
        self.parts: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if local(name) != "Relationship":
            return
        path = normpath(join("/xl", attributes.get("Target", ""))).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        if kind == "worksheet":
            self.sheets[attributes.get("Id", "")] = path
        else:
            self.parts[kind] = path


class _Strings(Listener):
    """How long each shared text is, at most."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - as it is heard
        if local(name) == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _Cells(Listener):
    """The cells of one sheet."""

    def __init__(self, content: SheetContent, strings: Sequence[int], totals: Totals) -> None:
        self._content = content
        self._strings = strings
        self._totals = totals
        self._row = self._column = 0
        self._type = ""
        self._text = ""
        self._filled = False

    def start(self, name: str, attributes: Attributes) -> None:
        name = local(name)
        if name == "row":
            self._row = whole(attributes.get("r", str(self._row + 1)))
            self._column = 0
        elif name == "c":
            self._enter(attributes)
        elif name == "f":
            self._content.marks[self._row, self._column] = Mark.FORMULA
        if name in {"f", "v", "is"}:
            self._filled = True
            self._text = ""

    def text(self, text: str) -> None:
        if self._filled:
            self._text += text

    def end(self, name: str) -> None:
        if local(name) == "c" and self._filled:
            self._content.fill(self._row, self._column)
            self._totals.add_text(self._length())
            if self._type == "e":
                self._content.marks.setdefault((self._row, self._column), Mark.UNREADABLE)
            self._filled = False

    def _enter(self, attributes: Attributes) -> None:
        self._type = attributes.get("t", "n")
        self._filled = False
        if reference := attributes.get("r"):
            self._row, self._column = _position(reference)
        else:
            self._column += 1

    def _length(self) -> int:
        if self._type != "s":
            return len(self._text)
        number = whole(self._text)
        if number >= len(self._strings):
            raise SpreadsheetError("damaged", sheet=self._content.name)
        return self._strings[number]


def clean(archive: Archive) -> Cleaned:
    """
    Return the workbook with its sheets, texts and styles, and nothing else.

    Raises:
        SpreadsheetError: it is damaged, or goes beyond a bound.
    """
    scanner, book, relations = Scanner(), _Book(), _Relations()
    scanner.scan(archive.read(BOOK), book)
    scanner.scan(archive.read("xl/_rels/workbook.xml.rels"), relations)
    sheets = [(name, relations.sheets[key]) for name, key in book.sheets if key in relations.sheets]
    check_names([name for name, _ in sheets])

    strings, totals = _Strings(), Totals()
    parts = _frame([name for name, _ in sheets], since_1904=book.since_1904)
    parts["xl/sharedStrings.xml"] = _part(archive, relations, "sharedStrings", _NO_STRINGS)
    scanner.scan(parts["xl/sharedStrings.xml"], strings)
    parts["xl/styles.xml"] = _part(archive, relations, "styles", _NO_STYLES)
    scanner.scan(parts["xl/styles.xml"], Listener())
    marks = {}
    for number, (name, path) in enumerate(sheets, 1):
        content = SheetContent(name)
        part = archive.read(path)
        scanner.scan(part, _Cells(content, strings.lengths, totals))
        totals.add_area(content.area)
        parts[f"xl/worksheets/sheet{number}.xml"] = part
        marks[name] = content.marks
    return Cleaned(packed(parts.items(), compress=False), marks)


def _part(archive: Archive, relations: _Relations, kind: str, otherwise: bytes) -> bytes:
    path = relations.parts.get(kind)
    return archive.read(path) if path in archive.names else otherwise


def _frame(names: Sequence[str], *, since_1904: bool) -> dict[str, bytes]:
    """Return the parts that tie a workbook together."""
    count = range(1, len(names) + 1)
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="s{number}"/>'
        for number, name in enumerate(names, 1)
    )
    links = "".join(
        f'<Relationship Id="s{number}" Type="{_RELATION}/worksheet"'
        f' Target="worksheets/sheet{number}.xml"/>'
        for number in count
    )
    root = f'<Relationship Id="b" Type="{_RELATION}/officeDocument" Target="{BOOK}"/>'
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>',
        BOOK: f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}">'
        f'<workbookPr date1904="{int(since_1904)}"/><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{links}</Relationships>",
    }
    return {name: text.encode() for name, text in texts.items()}


def _position(reference: str) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise SpreadsheetError("damaged", reference=reference[:20])
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column
