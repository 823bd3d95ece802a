# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A file to fill in with own figures, with the municipalities of the region in it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from samenspel.core.own_figures import OwnFigure
from samenspel.sources.own_figures.layout import (
    DESCRIBED,
    FIGURES,
    TOGETHER,
    VALUED,
    VALUES,
    Column,
)
from samenspel.sources.spreadsheet.comma_separated import armoured
from samenspel.sources.workbook.sheets import HELP_MARK, letter_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TEMPLATES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
"""Format of the template -> its media type."""

_WIDTH = 24
_LAST_ROW = 2000

Places = Sequence[tuple[str, str]]
"""Code and name of each municipality."""


def template(places: Places, kind: str) -> bytes:
    """Return the template as ``xlsx``, with two sheets, or as ``csv``, with one table."""
    if kind == "csv":
        rows = ({"municipality": code, "": armoured(name)} for code, name in places)
        return _csv(rows, helped=True)
    return _xlsx(places)


def written(figures: Iterable[OwnFigure], names: Mapping[str, str]) -> bytes:
    """Return figures as a csv file that can be loaded again; *names* are of municipalities."""
    return _csv(
        {**_described(one), "municipality": code, "": armoured(names.get(code, "")), "value": text}
        for one in figures
        for code, text in one.values
    )


def _described(one: OwnFigure) -> dict[str, str]:
    """Return what a figure means as cells, in the Dutch words of the columns."""
    return {column.field: _word(column, getattr(one, column.field)) for column in DESCRIBED}


def _word(column: Column, value: object) -> str:
    words = {code: word for word, code in (column.words or {}).items()}
    return armoured(words.get(str(value), str(value)))


def _csv(rows: Iterable[Mapping[str, str]], *, helped: bool = False) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(one.heading for one in TOGETHER)
    if helped:
        writer.writerow(_help(TOGETHER))
    for row in rows:
        writer.writerow(row.get(one.field, "") for one in TOGETHER)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _xlsx(places: Places) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    described = book.active or book.create_sheet()
    described.title = FIGURES[0]
    _fill(described, DESCRIBED, [])
    _fill(book.create_sheet(VALUES[0]), VALUED, [(None, None, code, name) for code, name in places])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(
    sheet: "Worksheet", columns: Sequence[Column], rows: Iterable[tuple[str | None, ...]]
) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.append([one.heading for one in columns])
    sheet.append(_help(columns))
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if cell.value is not None else cell.data_type
    for at, column in enumerate(columns, 1):
        letter = letter_of(at)
        sheet.column_dimensions[letter].width = _WIDTH
        sheet[f"{letter}1"].font = Font(bold=True)
        sheet[f"{letter}2"].font = Font(italic=True)
        sheet[f"{letter}2"].alignment = Alignment(wrap_text=True, vertical="top")
        if column.words:
            choice = DataValidation("list", formula1=f'"{",".join(column.words)}"')
            choice.add(f"{letter}3:{letter}{_LAST_ROW}")
            sheet.add_data_validation(choice)
    sheet.freeze_panes = "A3"


def _help(columns: Sequence[Column]) -> list[str]:
    first, *rest = (one.help for one in columns)
    return [f"{HELP_MARK} {first}", *rest]
