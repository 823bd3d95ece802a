# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Files with own figures of the example region *dal*, right until a test changes them."""

from io import BytesIO

from openpyxl import Workbook

DESCRIBED = ["Code", "Jaar", "Naam", "Eenheid", "Richting", "Regel", "Bron", "Licentie"]
VALUED = ["Code", "Jaar", "Gemeente", "Waarde"]
PLACES = ("VB0001", "VB0002")
STAGES = [
    "stages",
    2025,
    "Stageplaatsen",
    "plaatsen",
    "hoger is beter",
    "optellen",
    "School",
    "CC0",
]
SHARE = ["mbo", 2025, "In het mbo", "%", "neutraal", "gemiddelde", "DUO", "CC BY 4.0"]


def xlsx(described=(STAGES,), values=(("stages", 2025, "VB0001", 12.5),), **sheets):
    """Return a spreadsheet; *sheets* are others by name."""
    book = Workbook()
    book.remove(book.active)
    for name, head, rows in (("Cijfers", DESCRIBED, described), ("Waarden", VALUED, values)):
        sheet = book.create_sheet(name)
        for row in (head, *rows):
            sheet.append(list(row))
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def csv(*rows, head=(*DESCRIBED, "Gemeente", "Waarde")):
    """Return one table as CSV."""
    lines = [";".join(map(str, row)) for row in (head, *rows)]
    return "\r\n".join(lines).encode()
