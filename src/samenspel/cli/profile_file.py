# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The formats of ``samenspel profile``: what each makes of the profiles that were asked for."""

import csv
import io
import json
from datetime import date

from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _
from samenspel.documents.profile import Asked, profile_document

MOST = 5
"""More regions do not fit beside each other on a page."""


def made(kind: str, asked: Asked, *, on: date) -> bytes:
    """Return the profiles in a format, in the active language; documents are dated *on* a day."""
    if kind in {"html", "pdf"}:
        return _document(kind, asked, on)
    return {"json": _json, "csv": _csv, "text": _text}[kind](asked).encode()


def _document(kind: str, asked: Asked, on: date) -> bytes:
    if len(asked.found) > MOST:
        refusal = _("a document has room for %(most)s other regions. Use --format csv.")
        raise Problem(refusal % {"most": MOST - 1})
    from samenspel.documents.html import report_html
    from samenspel.documents.report import report_pdf

    document = profile_document(asked, made=on)
    return report_pdf(document) if kind == "pdf" else report_html(document).encode()


def _text(asked: Asked) -> str:
    from samenspel.cli.profile_text import told

    return "".join(f"{line}\n" for line in told(asked.found, asked.levels, asked.indicator))


def _json(asked: Asked) -> str:
    from samenspel.words.profile_data import compared

    data = compared(asked.found, asked.levels, asked.indicator)
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _csv(asked: Asked) -> str:
    from samenspel.words.profile_data import COLUMNS, rows

    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in asked.found:
        writer.writerows(rows(one))
    return written.getvalue()
