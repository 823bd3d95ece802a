# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Fills in a workbook as a person would: opens it, changes cells, saves it."""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from samenspel.sources.workbook import WorkbookError, read_workbook, write_workbook


def edited(record, cells, without=(), keep=()):
    """Return the workbook of *record* with other cells: ``{("Doelen", "B3"): "…"}``."""
    book = load_workbook(BytesIO(write_workbook(record, "xlsx")))
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
    for name in book.sheetnames:
        if name in without or (keep and name not in keep):
            del book[name]
    return saved(book)


def filled(**sheets):
    """Return a workbook with just these rows on these sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book):
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def problems_of(data, current=lambda _slug: None):
    """Return what is wrong with a file, as ``(place, code)``."""
    try:
        read_workbook(data, current)
    except WorkbookError as error:
        return [(problem.place, problem.code) for problem in error.problems]
    return []
