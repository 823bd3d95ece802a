# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes files that nobody means well with."""

import struct
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
LAUGHS = "".join(f"<!ENTITY {b} '" + f"&{a};" * 10 + "'>" for a, b in pairwise("abcdefgh"))
LAUGHS = f'<!DOCTYPE x [<!ENTITY a "haha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def relation(key, kind, target):
    return f'<Relationship Id="{key}" Type="{RELATION}/{kind}" Target="{target}"/>'


def attributes(count):
    return "".join(f' a{n}=""' for n in range(count))


def zipped(parts, method=ZIP_DEFLATED):
    target = BytesIO()
    with ZipFile(target, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def xlsx(rows, name="Regio", strings="", before="", extra=(), copies=1):
    """Return an xlsx file with this content in its sheet."""
    sheets = "".join(
        f'<sheet name="{name}{number or ""}" sheetId="{number + 1}" r:id="r1"/>'
        for number in range(copies)
    )
    sheet = f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    relations = (
        relation("r1", "worksheet", "worksheets/sheet1.xml"),
        relation("r2", "sharedStrings", "/xl/sharedStrings.xml"),
    )
    parts = [
        ("xl/workbook.xml", f'<workbook xmlns:r="{RELATION}"><sheets>{sheets}</sheets></workbook>'),
        (
            "xl/_rels/workbook.xml.rels",
            f"<Relationships>{''.join(relations)}</Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>'),
        *extra,
    ]
    return zipped(parts)


def ods(rows, name="Regio", before="", manifest=""):
    """Return an ods file with this content in its sheet."""
    names = "".join(f' xmlns:{one}="{OASIS}:{one}:1.0"' for one in ("office", "table", "text"))
    content = (
        f"{before}<office:document-content{names}><office:body><office:spreadsheet><table:table"
        f' table:name="{name}">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped(
        [
            ("mimetype", mime),
            ("META-INF/manifest.xml", f"<m>{manifest}</m>"),
            ("content.xml", content),
        ]
    )


def number(reference, value=1):
    """Return a cell with a number."""
    return f'<c r="{reference}"><v>{value}</v></c>'


def text(value, repeated=1, more=""):
    """Return a cell of ods with a text."""
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}"'
        f"{more}><text:p>{value}</text:p></table:table-cell>"
    )


def row(cells, repeated=1):
    """Return a row of ods."""
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def rows_of(count):
    """Return many rows with one cell each."""
    return "".join(f'<row r="{n}">{number(f"A{n}")}</row>' for n in range(1, count + 1))


def cells_of(count):
    """Return many cells without content, and noise that keeps them from packing too well."""
    noise = (f'<c s="{n * n}"/>' + "<c/>" * 40 for n in range(count))
    return "".join(noise)


def lying(data):
    """Return an archive whose headers say that its largest part is small."""
    with ZipFile(BytesIO(data)) as archive:
        largest = max(archive.infolist(), key=lambda info: info.file_size)
    size = struct.pack("<L", largest.file_size)
    return data.replace(size, struct.pack("<L", 1000))


def sheets_filled():
    """Return as many cells as the bounds allow, from a tiny file."""
    return ods(row(text("x" * 16, 60), 10_000))


def texts_shared():
    """Return as many texts as the bounds allow."""
    words = (f"<si><t>{n * n * 1_000_003:080}</t></si>" for n in range(300_000))
    return xlsx("", strings="".join(words))


def numbers_filled():
    """Return as many numbers as the bounds allow."""
    cells = ("".join(f"<c><v>{n * k * 7919}</v></c>" for k in range(48)) for n in range(1, 10_000))
    return xlsx("".join(f"<row>{row}</row>" for row in cells))


LARGEST = {"cells": sheets_filled, "texts": texts_shared, "numbers": numbers_filled}
"""Files that go as far as the bounds allow."""

HOSTILE = {
    "zip bomb": ("unpacks-too-large", lambda: xlsx(" " * 80_000_000)),
    "zip bomb of content": ("unpacks-too-large", lambda: ods(" " * 80_000_000)),
    "bomb with lying headers": ("damaged", lambda: lying(xlsx(" " * 60_000_000))),
    "archive in an archive": (
        "not-a-workbook",
        lambda: zipped([("a.zip", zipped([("b", b"\0" * 100_000_000)]))]),
    ),
    "million elements": ("too-many-cells", lambda: xlsx(cells_of(25_000))),
    "million rows": ("unpacks-too-large", lambda: xlsx(rows_of(1_000_000))),
    "three hundred thousand rows": ("sheet-too-long", lambda: xlsx(rows_of(300_000))),
    "giant reference": (
        "sheet-too-long",
        lambda: xlsx(
            f'<row r="1">{number("A1")}</row><row r="1048576">{number("XFD1048576")}</row>'
        ),
    ),
    "row that is nowhere": (
        "damaged",
        lambda: xlsx(f'<row r="99999999">{number("A99999999")}</row>'),
    ),
    "billion laughs": (
        "document-type",
        lambda: xlsx('<row r="1"><c r="A1"><v>&h;</v></c></row>', before=LAUGHS),
    ),
    "billion laughs in ods": ("document-type", lambda: ods(row(text("&h;")), before=LAUGHS)),
    "file from outside": ("document-type", lambda: ods(row(text("&a;")), before=OUTSIDE)),
    "shared text times cells": (
        "too-much-text",
        lambda: xlsx(
            "".join(
                f'<row r="{n}">' + '<c t="s"><v>0</v></c>' * 50 + "</row>" for n in range(1, 5000)
            ),
            strings=f"<si><t>{'x' * 200_000}</t></si>",
        ),
    ),
    "repeated for ever": ("sheet-too-wide", lambda: ods(row(text("x", 16384), 1048576))),
    "repeated rows": ("too-much-text", lambda: ods(row(text("x" * 30_000), 10_000))),
    "repeated many times": (
        "sheet-too-long",
        lambda: ods(row(text("x", 60), 10_000) + row(text("y")) * 100),
    ),
    "billion spaces": ("damaged", lambda: ods(row(text('<text:s text:c="2000000000"/>')))),
    "far cell": (
        "sheet-too-wide",
        lambda: ods(row('<table:table-cell table:number-columns-repeated="16000"/>' + text("x"))),
    ),
    "covered cells": (
        "sheet-too-wide",
        lambda: ods(row(text("x") + text("y", 16000).replace("table-cell", "covered-table-cell"))),
    ),
    "table in a table": ("damaged", lambda: ods('<table:table table:name="x"/>')),
    "many attributes": (
        "damaged",
        lambda: xlsx(f"<c{attributes(300_000)}/>"),
    ),
    "many attributes in each cell": (
        "damaged",
        lambda: xlsx(f"<c{attributes(20_000)}/>" * 50),
    ),
    "many names": ("damaged", lambda: xlsx("".join(f"<a{n}/>" for n in range(100_000)))),
    "deep": ("damaged", lambda: xlsx("<a>" * 100_000 + "</a>" * 100_000)),
    "many sheets": ("too-many-sheets", lambda: xlsx(number("A1"), copies=500)),
    "many parts": ("too-many-parts", lambda: zipped((f"xl/{n}", "") for n in range(2_000))),
    "odd compression": ("damaged", lambda: zipped([("xl/workbook.xml", "x" * 1000)], ZIP_LZMA)),
    "utf-16": ("null-character", lambda: zipped([("content.xml", "<a/>".encode("utf-16"))])),
    "another encoding": (
        "damaged",
        lambda: ods(row(text("x")), before='<?xml version="1.0" encoding="utf-7"?>'),
    ),
    "NUL in a part": (
        "null-character",
        lambda: xlsx('<row r="1"><c r="A1" t="str"><v>\0</v></c></row>'),
    ),
    "control character": (
        "damaged",
        lambda: xlsx('<row r="1"><c r="A1" t="str"><v>\x07</v></c></row>'),
    ),
    "encrypted ods": ("encrypted", lambda: ods("", manifest="<manifest:encryption-data/>")),
    "encrypted xlsx": (
        "encrypted-or-old",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000,
    ),
    "truncated": ("damaged", lambda: xlsx(rows_of(5000))[:-3000]),
    "torn": ("damaged", lambda: (whole := xlsx(rows_of(5000)))[:500] + b"\0" * 2000 + whole[2500:]),
    "text file renamed": ("not-a-workbook", lambda: b"Code;Titel\r\nM1;Iets\r\n"),
    "picture": ("not-a-workbook", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 500),
    "nothing": ("not-a-workbook", lambda: b""),
    "too large": ("file-too-large", lambda: b"PK\x03\x04" + b"\0" * 11_000_000),
    "csv of separators": ("sheet-too-wide", lambda: zipped([("Regio.csv", "x;" * 500_000)])),
    "csv of quotes": ("sheet-too-wide", lambda: zipped([("Regio.csv", '"\n",' * 200_000)])),
    "csv without end": (
        "damaged",
        lambda: zipped([("Regio.csv", '"' + "x\n" * 500_000)]),
    ),
    "csv of blank lines": ("sheet-too-long", lambda: zipped([("Regio.csv", "\n" * 1_000_000)])),
    "csv in latin-1": ("not-utf-8", lambda: zipped([("Regio.csv", "Adrés".encode("latin-1"))])),
    "csv with NUL": (
        "control-character",
        lambda: zipped([("Regio.csv", "Adres;Naam;Soort regio\r\n\0;x;own\r\n")]),
    ),
    "deep json": ("too-deep", lambda: b"[" * 900_000),
    "deep json object": ("too-deep", lambda: b'{"a":' * 900_000),
    "json with long numbers": ("wrong-type", lambda: b'{"slug": ' + b"9" * 9_000_000 + b"}"),
    "json of rows": ("too-many-cells", lambda: b'{"members": [' + b"{}," * 3_000_000 + b"{}]}"),
    "json with NUL": ("not-json", lambda: b'{"slug": "a\0"}'),
    "json with half a character": (
        "control-character",
        lambda: b'{"slug": "\\ud800", "title": "x", "kind": "own"}',
    ),
}
"""Files by what is wrong with them, each with the code of the first problem."""
