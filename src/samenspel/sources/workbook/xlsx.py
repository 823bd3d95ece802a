# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the workbook as xlsx."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from samenspel.core.region_record import RegionRecord
from samenspel.sources.spreadsheet.archive import packed
from samenspel.sources.workbook.choices import LAST_ROW, Choices, choices_of
from samenspel.sources.workbook.grid import Grid, Written, grids, is_exact
from samenspel.sources.workbook.instructions import Style, instructions
from samenspel.sources.workbook.layout import Value
from samenspel.sources.workbook.looks import (
    FIRST_COLUMN_WIDTH,
    FONT,
    FONT_SIZE,
    GREY,
    HELP_PAPER,
    INK,
    PAPER,
    REGION_BLUE,
    RULE,
    SECOND_COLUMN_WIDTH,
    colour_of,
    lines_in,
    width_of,
)
from samenspel.sources.workbook.numbers import dutch
from samenspel.sources.workbook.sheets import FIRST_ROW, INSTRUCTIONS, help_of, letter_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

TEXT_FORMAT, MONEY_FORMAT = "@", "[$€-413] #,##0.00"
_FORMATS = {
    Value.WHOLE: "0",
    Value.DECIMAL: "General",
    Value.MONEY: MONEY_FORMAT,
    Value.DATE: "dd-mm-yyyy",
}
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel would read such a text as an escaped character."""

_FIRST_GOOD_DATE = date(1900, 3, 1)
"""Before it, Excel counts a 29 February that never was."""

MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - not a moment: equal content gives equal bytes
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


_LINE_HEIGHT = 16
_LINE_HEIGHTS = {Style.TITLE: 28, Style.HEADING: 30}
"""In points."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks."""

    bold: bool = False
    italic: bool = False
    size: int = FONT_SIZE
    colour: str = INK
    fill: str = ""
    rule: str = ""
    wrap: bool = True
    across: str = "general"
    down: str = "top"


_HELP = Look(italic=True, colour=GREY, fill=HELP_PAPER, rule=RULE)
_DATA = Look(rule=RULE)
_DATES = Look(rule=RULE, across="left")
_PLAIN = Look(wrap=False)
_LINES = {
    Style.TITLE: (Look(bold=True, size=18, colour=REGION_BLUE, wrap=False), _PLAIN),
    Style.HEADING: (
        Look(bold=True, size=13, colour=REGION_BLUE, wrap=False, down="bottom"),
        _PLAIN,
    ),
    Style.TEXT: (_PLAIN, _PLAIN),
    Style.PAIR: (Look(bold=True), Look()),
}


class Styles(NamedTuple):
    """A look as openpyxl has it."""

    font: Any
    alignment: Any
    fill: Any
    border: Any


@cache
def _styles(look: Look) -> Styles:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    return Styles(
        Font(FONT, look.size, bold=look.bold, italic=look.italic, color=look.colour),
        Alignment(look.across, look.down, wrap_text=look.wrap),
        PatternFill("solid", look.fill) if look.fill else PatternFill(),
        Border(bottom=Side("thin", look.rule)) if look.rule else Border(),
    )


def write(record: RegionRecord) -> bytes:
    """Return the workbook of a region; equal records give equal bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "Samenspel"
    book.properties.title = record.title
    book.properties.created = MOMENT
    _add_instructions(book.worksheets[0], record)
    found = grids(record)
    for grid in found:
        _add_sheet(book, grid, found)
    target = BytesIO()
    book.save(target)
    return without_moments(target)


def without_moments(source: BytesIO) -> bytes:
    """Return a file as openpyxl saved it without when that was."""
    with ZipFile(source) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    stamp = rb"\g<1>" + MOMENT.isoformat().encode() + b"Z"
    return packed(
        (name, _MODIFIED.sub(stamp, part) if name == "docProps/core.xml" else part)
        for name, part in parts
    )


def _add_instructions(sheet: "Worksheet", record: RegionRecord) -> None:
    sheet.title = INSTRUCTIONS[0]
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = GREY
    sheet.column_dimensions["A"].width = FIRST_COLUMN_WIDTH
    sheet.column_dimensions["B"].width = SECOND_COLUMN_WIDTH
    _set_print(sheet)
    for number, line in enumerate(instructions(record), 1):
        cells = sheet.cell(number, 1), sheet.cell(number, 2)
        put(cells[0], line.text)
        put(cells[1], line.meaning or None)
        for cell, look in zip(cells, _LINES[line.style], strict=True):
            _dress(cell, look)
        sheet.row_dimensions[number].height = _LINE_HEIGHTS.get(line.style, _LINE_HEIGHT)


def _add_sheet(book: "Workbook", grid: Grid, grids: Sequence[Grid]) -> None:
    sheet = book.create_sheet(grid.layout.name)
    sheet.sheet_properties.tabColor = colour_of(grid.layout)
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.print_title_rows = "1:1"
    _set_print(sheet)
    _add_headings(sheet, grid)
    _add_rows(sheet, grid)
    for number, column in enumerate(grid.layout.columns, 1):
        if (choices := choices_of(grid.layout, column, grids)) is not None:
            _add_choices(sheet, letter_of(number), choices)


def _add_headings(sheet: "Worksheet", grid: Grid) -> None:
    heading = Look(bold=True, colour=PAPER, fill=colour_of(grid.layout))
    for number, column in enumerate(grid.layout.columns, 1):
        put(sheet.cell(1, number), column.heading)
        _dress(sheet.cell(1, number), heading)
        put(sheet.cell(2, number), help_of(grid.layout, column))
        _dress(sheet.cell(2, number), _HELP)
        dimension = sheet.column_dimensions[letter_of(number)]
        dimension.width = width_of(grid.layout, column)
        dimension.number_format = _FORMATS.get(grid.layout.value_of(column), TEXT_FORMAT)
        dimension.alignment = _styles(_DATA).alignment
    _set_height(sheet, grid, 2, [help_of(grid.layout, one) for one in grid.layout.columns])


def _add_rows(sheet: "Worksheet", grid: Grid) -> None:
    values = [grid.layout.value_of(column) for column in grid.layout.columns]
    for number, row in enumerate(grid.rows, FIRST_ROW):
        for position, written in enumerate(row):
            cell = sheet.cell(number, position + 1)
            put(cell, written)
            _dress(cell, _DATES if values[position] is Value.DATE else _DATA)
            typed = written is None or cell.data_type != "s"
            cell.number_format = _FORMATS.get(values[position], TEXT_FORMAT) if typed else "@"
        _set_height(sheet, grid, number, row)


def _set_height(sheet: "Worksheet", grid: Grid, number: int, row: Sequence[Written]) -> None:
    """Make a row as high as its texts; not every program does so by itself."""
    widths = (width_of(grid.layout, column) for column in grid.layout.columns)
    lines = [lines_in(str(cell or ""), width) for cell, width in zip(row, widths, strict=True)]
    sheet.row_dimensions[number].height = _LINE_HEIGHT * max(lines)


def _dress(cell: "Cell | MergedCell", look: Look) -> None:
    styles = _styles(look)
    cell.font, cell.alignment, cell.fill = styles.font, styles.alignment, styles.fill
    cell.border = styles.border


def put(cell: "Cell | MergedCell", value: Written) -> None:
    """Fill a cell; a text stays a text, and so does a number that a double would change."""
    if isinstance(value, date) and value < _FIRST_GOOD_DATE:
        value = value.isoformat()
    elif isinstance(value, int | Decimal) and not is_exact(value):
        value = dutch(value)
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = _ESCAPE_LIKE.sub("_x005F_", value)
    cell.data_type = "s"


def _add_choices(sheet: "Worksheet", letter: str, choices: Choices) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(
        type="list",
        formula1=_formula(choices),
        allow_blank=True,
        showErrorMessage=not choices.several,
        errorStyle="warning",
        errorTitle="Niet in de lijst",
        error="Dit staat niet in de lijst. Weet u het zeker?",
    )
    rule.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    sheet.add_data_validation(rule)


def _formula(choices: Choices) -> str:
    if choices.words:
        return '"' + ",".join(choices.words) + '"'
    column = f"'{choices.sheet}'!${choices.letter}"
    if choices.last:
        return f"{column}${choices.first}:${choices.letter}${choices.last}"
    filled = f"COUNTA({column}${choices.first}:${choices.letter}${LAST_ROW})"
    return f"OFFSET({column}${choices.first},0,0,MAX(1,{filled}),1)"


def _set_print(sheet: "Worksheet") -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "&A, bladzijde &P van &N"  # type: ignore[union-attr]  # a sheet has it
