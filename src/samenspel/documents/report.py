# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A document as PDF: its blocks as data for ``report.typ``, its pictures as files."""

import json
from dataclasses import asdict
from functools import lru_cache
from importlib.resources import files
from typing import Any

from django.utils.translation import gettext as _

from samenspel.documents.blocks import Block, Document, Picture, Pictures
from samenspel.documents.pdf import pdf, printable

DATA = "document.json"
AUTHOR = "Samenspel"


def report_pdf(document: Document) -> bytes:
    """Return a document as PDF; its words of its own in the active language."""
    drawings: dict[str, bytes] = {}
    data = json.dumps(_printable(_data(document, drawings)), ensure_ascii=False).encode()
    return pdf(_template(), {DATA: data, **drawings}, made=document.made)


def _data(document: Document, drawings: dict[str, bytes]) -> dict[str, Any]:
    """Return what the template reads, and put the drawings that it names in *drawings*."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "author": AUTHOR,
        "lead": document.lead,
        "page": _("Page {page} of {pages}"),
        "blocks": [_block(one, drawings) for one in document.blocks],
    }


def _block(one: Block, drawings: dict[str, bytes]) -> dict[str, Any]:
    kind = type(one).__name__.lower()
    if isinstance(one, Pictures):
        return {"kind": kind, "pictures": [_picture(each, drawings) for each in one.pictures]}
    return {"kind": kind} | asdict(one)


def _picture(one: Picture, drawings: dict[str, bytes]) -> dict[str, str]:
    file = f"{len(drawings)}.svg"
    drawings[file] = one.svg
    return {"alt": one.alt, "file": file}


def _printable(value: Any) -> Any:
    """Return data with every text in it printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _printable(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(one) for one in value]
    return value


@lru_cache(maxsize=1)
def _template() -> str:
    return files("samenspel.documents").joinpath("report.typ").read_text(encoding="utf-8")
