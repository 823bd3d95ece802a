# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Scans an ods file, cell by cell, and packs its content alone."""

from samenspel.sources.spreadsheet.archive import Archive, packed
from samenspel.sources.spreadsheet.cells import Mark, SpreadsheetError
from samenspel.sources.spreadsheet.content import Cleaned, SheetContent, Totals, check_names
from samenspel.sources.spreadsheet.markup import Attributes, Listener, Scanner, whole

CONTENT = "content.xml"
MIME = b"application/vnd.oasis.opendocument.spreadsheet"

_MANIFEST = "META-INF/manifest.xml"
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_NO_PARTS = f'<manifest:manifest xmlns:manifest="{_NAMESPACE}"/>'.encode()
_CELLS = {"table:table-cell", "table:covered-table-cell"}
_CHARACTERS = {b"<text:tab/>": b"&#9;", b"<text:line-break/>": b"&#10;"}
"""Elements that the parser would pass over, gluing words together."""


class _Cells(Listener):
    """
    The cells of all sheets.

    What repeats counts as often as it repeats; what is empty only counts when content follows.
    """

    def __init__(self) -> None:
        self.sheets: list[SheetContent] = []
        self.totals = Totals()
        self._inside = False
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._row_text = self._cell_text = 0
        self._filled: list[int] = []
        self._in_cell = self._typed = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table:table":
            self._open(attributes.get("table:name", ""))
        elif not self._inside:
            return
        elif name == "table:table-row":
            self._rows = _repeated(attributes, "table:number-rows-repeated")
            self._column = self._row_text = 0
            self._filled = []
        elif name in _CELLS:
            self._enter(attributes)
        elif name == "text:s":
            self._cell_text += _repeated(attributes, "text:c")

    def text(self, text: str) -> None:
        if self._in_cell:
            self._cell_text += len(text)

    def end(self, name: str) -> None:
        if name == "table:table":
            self._inside = False
            self.totals.add_area(self.sheets[-1].area)
        elif self._inside and name == "table:table-row":
            self._leave_row()
        elif self._in_cell and name in _CELLS:
            self._leave()

    def _open(self, name: str) -> None:
        if self._inside:
            raise SpreadsheetError("damaged", sheet=name[:100])
        self.sheets.append(SheetContent(name))
        self._inside = True
        self._row = 0

    def _enter(self, attributes: Attributes) -> None:
        self._columns = _repeated(attributes, "table:number-columns-repeated")
        self._cell_text = len(attributes.get("office:string-value", ""))
        self._typed = "office:value-type" in attributes
        self._in_cell = True
        if "table:formula" in attributes:
            self._typed = True
            self._mark(Mark.FORMULA)

    def _leave(self) -> None:
        self._in_cell = False
        if self._cell_text and not self._typed:
            self._mark(Mark.UNREADABLE)
        if self._typed or self._cell_text:
            self._filled.append(self._column + self._columns)
            self.sheets[-1].fill(self._row + 1, self._column + self._columns)
        self._row_text += self._cell_text * self._columns
        self._column += self._columns

    def _leave_row(self) -> None:
        self._row += self._rows
        if self._filled:
            self.sheets[-1].fill(self._row, self._filled[-1])
        self.totals.add_text(self._row_text * self._rows)

    def _mark(self, mark: Mark) -> None:
        self.sheets[-1].marks.setdefault((self._row + 1, self._column + 1), mark)


def clean(archive: Archive) -> Cleaned:
    """
    Return the document with its content only.

    Raises:
        SpreadsheetError: it is damaged or encrypted, or goes beyond a bound.
    """
    manifest = archive.read(_MANIFEST) if _MANIFEST in archive.names else b""
    if b"encryption-data" in manifest:
        raise SpreadsheetError("encrypted")
    content, cells = archive.read(CONTENT), _Cells()
    Scanner().scan(content, cells)
    check_names([sheet.name for sheet in cells.sheets])
    for element, character in _CHARACTERS.items():
        content = content.replace(element, character)
    parts = [("mimetype", MIME), (_MANIFEST, _NO_PARTS), (CONTENT, content)]
    return Cleaned(
        packed(parts, compress=False), {sheet.name: sheet.marks for sheet in cells.sheets}
    )


def _repeated(attributes: Attributes, name: str) -> int:
    return whole(attributes.get(name, "1"))
