# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How the workbook looks, the same in xlsx and ods: widths in characters, colours as RRGGBB."""

from samenspel.sources.workbook.layout import Column, SheetLayout, Value

FONT, FONT_SIZE = "Calibri", 11

INK, GREY, PAPER, RULE = "1F2933", "5F6B76", "FFFFFF", "D9DEE3"
REGION_BLUE, AGENDA_GREEN = "14507A", "1D5F4A"
HELP_PAPER = "F3F5F7"

FIRST_COLUMN_WIDTH, SECOND_COLUMN_WIDTH = 26, 92
"""Of the instructions."""

_WIDTHS = {
    Value.CODE: 24,
    Value.CODES: 36,
    Value.LINE: 34,
    Value.PARAGRAPHS: 60,
    Value.WHOLE: 12,
    Value.DECIMAL: 14,
    Value.MONEY: 18,
    Value.DATE: 14,
    Value.FLAG: 12,
}
_TITLE_WIDTH = 46
_MOST_LINES = 12
_KEY_WIDTH = 16
_KEYED = {"challenge", "line", "goal", "measure"}
_AGENDA_KINDS = {
    "agenda",
    "challenge",
    "line",
    "goal",
    "measure",
    "cost",
    "contribution",
    "interest",
}


def width_of(layout: SheetLayout, column: Column) -> int:
    """Return the width of a column."""
    if column.field in {"title", "name", "label_nl", "label_en"}:
        return _TITLE_WIDTH
    if column.field == "key" or layout.target_of(column) in _KEYED:
        return _KEY_WIDTH
    return _WIDTHS[layout.value_of(column)]


def lines_in(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column, up to a readable number."""
    lines = sum(-(-len(line) // max(1, width - 2)) or 1 for line in text.split("\n"))
    return min(lines, _MOST_LINES)


def colour_of(layout: SheetLayout) -> str:
    """Return the colour of a sheet: one for the region, one for its agenda."""
    return AGENDA_GREEN if layout.kind in _AGENDA_KINDS else REGION_BLUE
