# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Writes the workbook as OpenDocument.

Written as text rather than through a document library: the format is plain XML, and what a
library would hold in memory as objects is made here in one pass.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from html import escape

from samenspel.core.region_record import RegionRecord
from samenspel.sources.spreadsheet.archive import packed
from samenspel.sources.workbook import ods_styles
from samenspel.sources.workbook.choices import LAST_ROW, Choices, choices_of, has_choices
from samenspel.sources.workbook.grid import Grid, Written, grids, is_exact
from samenspel.sources.workbook.instructions import Line, instructions
from samenspel.sources.workbook.layout import Column, SheetLayout, Value
from samenspel.sources.workbook.looks import (
    AGENDA_GREEN,
    FIRST_COLUMN_WIDTH,
    SECOND_COLUMN_WIDTH,
    colour_of,
    width_of,
)
from samenspel.sources.workbook.numbers import dutch
from samenspel.sources.workbook.sheets import INSTRUCTIONS, help_of

_SPACES = re.compile(r"^ +| +$|(?<= ) +")
_BLANK_ROWS = 1000
"""Rows after the data that have the drop-down lists as well."""


def write(record: RegionRecord) -> bytes:
    """Return the workbook of a region; equal records give equal bytes."""
    return packed(
        [
            ("mimetype", ods_styles.MIME.encode()),
            ("META-INF/manifest.xml", ods_styles.manifest()),
            ("content.xml", _content(record)),
            ("styles.xml", ods_styles.styles()),
            ("meta.xml", ods_styles.meta(record.title)),
            ("settings.xml", ods_styles.settings()),
        ]
    )


def _content(record: RegionRecord) -> bytes:
    found = grids(record)
    widths = {width_of(grid.layout, one) for grid in found for one in grid.layout.columns}
    body = (
        f"{ods_styles.automatic_styles(widths)}<office:body><office:spreadsheet>"
        f"<table:content-validations>{''.join(_rules(found))}</table:content-validations>"
        f"{_instructions(instructions(record))}{''.join(map(_table, found))}"
        "</office:spreadsheet></office:body>"
    )
    prefixes = ("office", "style", "text", "table", "number", "fo", "of")
    return ods_styles.document("office:document-content", body, *prefixes)


def _rules(grids: Sequence[Grid]) -> Iterator[str]:
    for grid in grids:
        for column in grid.layout.columns:
            if (choices := choices_of(grid.layout, column, grids)) is not None:
                yield _rule(_rule_name(grid.layout, column), choices)


def _rule(name: str, choices: Choices) -> str:
    condition = f"of:cell-content-is-in-list({_list(choices)})"
    shown = "false" if choices.several else "true"
    return (
        f'<table:content-validation table:name="{escape(name)}"'
        f' table:condition="{escape(condition)}" table:allow-empty-cell="true"'
        ' table:display-list="unsorted"><table:error-message table:message-type="warning"'
        f' table:title="Niet in de lijst" table:display="{shown}"><text:p>Dit staat niet in de'
        " lijst. Weet u het zeker?</text:p></table:error-message></table:content-validation>"
    )


def _list(choices: Choices) -> str:
    if choices.words:
        return ";".join(f'"{word}"' for word in choices.words)
    sheet = f"$'{choices.sheet}'."
    last = choices.last or LAST_ROW
    cells = f"[{sheet}${choices.letter}${choices.first}:.${choices.letter}${last}]"
    if choices.last:
        return cells
    return f"OFFSET([{sheet}${choices.letter}${choices.first}];0;0;MAX(1;COUNTA({cells}));1)"


def _rule_name(layout: SheetLayout, column: Column) -> str:
    return f"{layout.kind}-{column.field}"


def _instructions(lines: Sequence[Line]) -> str:
    rows = "".join(
        f'<table:table-row table:style-name="{line.style.value}-row">'
        f"{_text(line.text, line.style.value)}"
        + (_text(line.meaning, "meaning") if line.meaning else "")
        + "</table:table-row>"
        for line in lines
    )
    columns = "".join(
        f'<table:table-column table:style-name="{ods_styles.column_style(width)}"/>'
        for width in (FIRST_COLUMN_WIDTH, SECOND_COLUMN_WIDTH)
    )
    return _named(INSTRUCTIONS[0], "instructions", columns + rows)


def _table(grid: Grid) -> str:
    layout = grid.layout
    look = "agenda" if colour_of(layout) == AGENDA_GREEN else "region"
    rules = [_opening(layout, column) for column in layout.columns]
    columns = "".join(
        f'<table:table-column table:style-name="{ods_styles.column_style(width_of(layout, one))}"'
        f' table:default-cell-style-name="{_style(layout.value_of(one))}"/>'
        for one in layout.columns
    )
    headings = "".join(_text(one.heading, f"{look}-heading") for one in layout.columns)
    explained = "".join(_text(help_of(layout, one), "help") for one in layout.columns)
    rows = "".join(
        "<table:table-row>"
        + "".join(cell(rule, value) for rule, value in zip(rules, row, strict=True))
        + "</table:table-row>"
        for row in grid.rows
    )
    blank = "".join(f"{rule}/>" for rule in rules)
    return _named(
        layout.name,
        look,
        f"{columns}<table:table-header-rows><table:table-row>{headings}</table:table-row>"
        f"</table:table-header-rows><table:table-row>{explained}</table:table-row>{rows}"
        f'<table:table-row table:number-rows-repeated="{_BLANK_ROWS}">{blank}</table:table-row>',
    )


def _named(name: str, look: str, content: str) -> str:
    opening = f'<table:table table:name="{escape(name)}" table:style-name="{look}-sheet">'
    return f"{opening}{content}</table:table>"


def _opening(layout: SheetLayout, column: Column) -> str:
    """Return the beginning of the tag of a cell in a column: its style and drop-down list."""
    rule = ""
    if has_choices(layout, column):
        rule = f' table:content-validation-name="{_rule_name(layout, column)}"'
    return f'<table:table-cell table:style-name="{_style(layout.value_of(column))}"{rule}'


def _style(value: Value) -> str:
    return ods_styles.CELL_STYLES.get(value, ods_styles.TEXT)


def cell(opening: str, value: Written) -> str:
    """Return the cell that the tag in *opening* begins, with what is written in it."""
    if value is None:
        return f"{opening}/>"
    if isinstance(value, int | Decimal) and not is_exact(value):
        value = dutch(value)
    if isinstance(value, str):
        return f'{opening} office:value-type="string">{paragraphs(value)}</table:table-cell>'
    if isinstance(value, date):
        typed, shown = f'"date" office:date-value="{value.isoformat()}"', f"{value:%d-%m-%Y}"
    else:
        typed, shown = f'"float" office:value="{value:f}"', dutch(value)
    return f"{opening} office:value-type={typed}><text:p>{shown}</text:p></table:table-cell>"


def _text(text: str, style: str) -> str:
    return cell(f'<table:table-cell table:style-name="{style}"', text)


def paragraphs(text: str) -> str:
    """Return a text as paragraphs, with its spaces and tabs kept as ODF asks."""
    return "".join(f"<text:p>{_line(line)}</text:p>" for line in text.split("\n"))


def _line(line: str) -> str:
    spaced = _SPACES.sub(lambda found: f"\0{len(found[0])}\1", escape(line))
    marked = spaced.replace("\0", '<text:s text:c="').replace("\1", '"/>')
    return marked.replace("\t", "<text:tab/>")
