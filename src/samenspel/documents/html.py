# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A document as one HTML file that needs nothing else: to open, to print and to copy from.

It may load nothing and run nothing, wherever it is opened: its own policy says so.
"""

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache, singledispatch
from importlib.resources import files

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samenspel.documents.blocks import (
    Cell,
    Column,
    Document,
    Heading,
    Items,
    Notice,
    Pictures,
    Table,
    Text,
)

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

_PAGE = """<!doctype html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{}">
<meta name="generator" content="Samenspel">
<title>{}</title>
<style>{}</style>
</head>
<body>
<header>
<h1>{}</h1>
<p class="subtitle">{}</p>
{}
</header>
<main>
{}
</main>
</body>
</html>
"""


def report_html(document: Document) -> str:
    """Return a document as a whole HTML file."""
    return format_html(
        _PAGE,
        document.language,
        POLICY,
        document.title,
        _style(),
        document.title,
        document.subtitle,
        format_html_join("\n", "<p>{}</p>", ((says,) for says in document.lead)),
        _lines(_html(one) for one in document.blocks),
    )


@singledispatch
def _html(_block: object) -> SafeString:
    raise NotImplementedError


@_html.register
def _(one: Heading) -> SafeString:
    return format_html("<h{0}>{1}</h{0}>", one.level + 1, one.text)


@_html.register
def _(one: Text) -> SafeString:
    return format_html("<p{}>{}</p>", _class("quiet" if one.quiet else ""), one.text)


@_html.register
def _(one: Notice) -> SafeString:
    return format_html('<p class="notice">{}</p>', one.text)


@_html.register
def _(one: Items) -> SafeString:
    items = format_html_join("\n", "<li>{}</li>", ((_cell(item),) for item in one.items))
    return format_html("<{0}>\n{1}\n</{0}>", "ol" if one.numbered else "ul", items)


@_html.register
def _(one: Table) -> SafeString:
    heads = format_html_join(
        "", '<th scope="col"{}>{}</th>', ((_number(column), column.head) for column in one.columns)
    )
    rows = _lines(_row(one.columns, cells) for cells in one.rows)
    caption = format_html("<caption>{}</caption>\n", one.caption) if one.caption else ""
    return format_html(
        '<div class="wide" tabindex="0" role="region" aria-label="{}"><table>\n{}'
        "<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table></div>",
        one.caption or one.columns[0].head,
        caption,
        heads,
        rows,
    )


@_html.register
def _(one: Pictures) -> SafeString:
    drawn = ((b64encode(each.svg).decode(), each.alt) for each in one.pictures)
    return format_html(
        '<div class="pictures">\n{}\n</div>',
        format_html_join("\n", '<img src="data:image/svg+xml;base64,{}" alt="{}">', drawn),
    )


def _row(columns: Iterable[Column], cells: Iterable[Cell]) -> SafeString:
    (first, head), *rest = zip(columns, cells, strict=True)
    return format_html(
        '<tr><th scope="row"{}>{}</th>{}</tr>',
        _number(first),
        _cell(head),
        format_html_join(
            "", "<td{}>{}</td>", ((_number(column), _cell(cell)) for column, cell in rest)
        ),
    )


def _cell(one: Cell) -> SafeString:
    note = format_html(" <small>{}</small>", one.note) if one.note else ""
    return format_html("{}{}", one.text, note)


def _number(column: Column) -> str:
    return _class("number" if column.number else "")


def _class(name: str) -> str:
    return format_html(' class="{}"', name) if name else ""


def _lines(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("\n", "{}", ((one,) for one in parts))


@lru_cache(maxsize=1)
def _style() -> str:
    """Return the style sheet, which is written without letters that HTML would escape."""
    return files("samenspel.documents").joinpath("report.css").read_text(encoding="utf-8")
