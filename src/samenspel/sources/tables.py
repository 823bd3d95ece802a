# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Plain tables as files to take home: JSON, zipped CSV, xlsx and ods.

They are written and never read again; what can be filled in and imported is ``sources.workbook``.
Equal tables give equal bytes.
"""

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from samenspel.sources.spreadsheet.archive import packed
from samenspel.sources.spreadsheet.comma_separated import SUFFIX, armoured
from samenspel.sources.workbook.numbers import dutch

Cell = str | int | Decimal | date | None
"""What stands in a table: a decimal is euros, None is not known, and a flag is 1 or 0."""

_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for an older encoding."""

_WIDTH, _LONG_WIDTH = 18, 60
"""In characters."""

_LONG = 40


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; ``columns`` are (field, heading), the field for programs."""

    kind: str
    name: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]


def write_tables(title: str, tables: Sequence[Table], format: str) -> bytes:  # noqa: A002 - what it is
    """Return *tables* as ``json``, ``csv`` (zipped), ``xlsx`` or ``ods``."""
    return _WRITERS[format](title, tables)


def _json(title: str, tables: Sequence[Table]) -> bytes:
    data: dict[str, object] = {"title": title}
    for table in tables:
        fields = [field for field, _ in table.columns]
        data[table.kind] = [dict(zip(fields, row, strict=True)) for row in table.rows]
    return f"{json.dumps(data, ensure_ascii=False, indent=1, default=str)}\n".encode()


def _csv(_: str, tables: Sequence[Table]) -> bytes:
    return packed((f"{table.name}{SUFFIX}", _csv_file(table)) for table in tables)


def _csv_file(table: Table) -> bytes:
    text = StringIO(newline="")
    text.write(_MARK)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([heading for _, heading in table.columns])
    writer.writerows([_csv_text(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode()


def _csv_text(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return dutch(cell)
    return armoured(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _xlsx(title: str, tables: Sequence[Table]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    from samenspel.sources.workbook.sheets import letter_of
    from samenspel.sources.workbook.xlsx import MOMENT, MONEY_FORMAT, put, without_moments

    book = Workbook()
    book.properties.creator, book.properties.title = "Samenspel", title
    book.properties.created = MOMENT
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "B2"
        for number, width in enumerate(_widths(table), 1):
            sheet.column_dimensions[letter_of(number)].width = width
        for line, row in enumerate(_headed(table), 1):
            for position, value in enumerate(row, 1):
                cell = sheet.cell(line, position)
                put(cell, value)
                if isinstance(value, Decimal) and cell.data_type == "n":
                    cell.number_format = MONEY_FORMAT
        for heading in sheet[1]:
            heading.font = Font(bold=True)
    target = BytesIO()
    book.save(target)
    return without_moments(target)


def _ods(title: str, tables: Sequence[Table]) -> bytes:
    from samenspel.sources.workbook import ods_styles

    widths = {width for table in tables for width in _widths(table)}
    body = (
        f"{ods_styles.automatic_styles(widths)}<office:body><office:spreadsheet>"
        f"{''.join(map(_ods_table, tables))}</office:spreadsheet></office:body>"
    )
    prefixes = ("office", "style", "text", "table", "number", "fo", "of")
    content = ods_styles.document("office:document-content", body, *prefixes)
    return packed(
        [
            ("mimetype", ods_styles.MIME.encode()),
            ("META-INF/manifest.xml", ods_styles.manifest()),
            ("content.xml", content),
            ("styles.xml", ods_styles.styles()),
            ("meta.xml", ods_styles.meta(title)),
            ("settings.xml", ods_styles.settings()),
        ]
    )


def _ods_table(table: Table) -> str:
    from samenspel.sources.workbook import ods, ods_styles

    columns = "".join(
        f'<table:table-column table:style-name="{ods_styles.column_style(width)}"/>'
        for width in _widths(table)
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(
            ods.cell(f'<table:table-cell table:style-name="{_ods_style(value, number)}"', value)
            for value in row
        )
        + "</table:table-row>"
        for number, row in enumerate(_headed(table))
    )
    name = f'<table:table table:name="{table.name}" table:style-name="region-sheet">'
    return f"{name}{columns}{rows}</table:table>"


def _ods_style(value: Cell, line: int) -> str:
    """Return the style of a cell in a line; the first holds the headings."""
    if line == 0:
        return "region-heading"
    return {Decimal: "money", date: "date"}.get(type(value), "texts")


def _headed(table: Table) -> list[tuple[Cell, ...]]:
    return [tuple(heading for _, heading in table.columns), *table.rows]


def _widths(table: Table) -> list[int]:
    """Return how wide each column is: wide when it holds a long text."""
    return [
        _LONG_WIDTH if any(len(str(row[place] or "")) > _LONG for row in table.rows) else _WIDTH
        for place in range(len(table.columns))
    ]


_WRITERS: dict[str, Callable[[str, Sequence[Table]], bytes]] = {
    "xlsx": _xlsx,
    "ods": _ods,
    "json": _json,
    "csv": _csv,
}
