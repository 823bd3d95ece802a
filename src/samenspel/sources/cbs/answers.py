# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The envelope around what a service answers, opened and checked."""

import json
from decimal import Decimal
from typing import Any

from samenspel.core.limits import decimal_fault, decimal_text, shown, text_fault
from samenspel.sources.cbs.errors import PassingError, SourceError

Answer = dict[str, Any]
Row = dict[str, Any]

MAX_SIGNS = 3_000_000
"""Braces, brackets and commas in one answer; each becomes something in memory."""


def parsed(body: bytes, host: str = "") -> Answer:
    """
    Return the object that a body is, with numbers as exact decimals.

    Raises:
        PassingError: ``broken-json``: it is no JSON, or not all of it.
        SourceError: ``too-large``, ``unexpected-answer``.
    """
    if sum(map(body.count, (b"{", b"[", b","))) > MAX_SIGNS:
        raise SourceError("too-large", limit=MAX_SIGNS)
    try:
        text = body.decode("utf-8-sig")
        found = json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise PassingError("broken-json", host=host) from error
    if not isinstance(found, dict):
        raise SourceError("unexpected-answer", part=type(found).__name__)
    return found


def _no_number(text: str) -> None:
    raise ValueError(text)


def rows_of(answer: Answer) -> list[Row]:
    """Return the rows of an answer, or raise ``SourceError("unexpected-answer")``."""
    rows = answer.get("value")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SourceError("unexpected-answer", part="value")
    return rows


def next_link(answer: Answer) -> str:
    """Return where an answer says that it goes on; empty when this is all."""
    link = answer.get("@odata.nextLink", answer.get("odata.nextLink"))
    if link is not None and not isinstance(link, str):
        raise SourceError("unexpected-answer", part="nextLink")
    return link or ""


def text_of(row: Row, field: str, *, otherwise: str | None = None) -> str:
    """
    Return a text without the spaces around it, which codes are padded with.

    Raises:
        SourceError: ``unexpected-answer``: it is not there (and there is no *otherwise*), no text,
            or has characters in it that no line of text has.
    """
    found = row.get(field)
    if found is None and otherwise is not None:
        return otherwise
    if not isinstance(found, str):
        raise SourceError("unexpected-answer", part=field)
    return " ".join(found.split())


def code_of(row: Row, field: str) -> str:
    """Return a code: a short text; raises as ``text_of`` does."""
    code = text_of(row, field)
    if not code or text_fault("code", code):
        raise SourceError("unexpected-answer", part=field)
    return code


def number_of(value: object) -> Decimal:
    """
    Return a number, sent as one or as a text.

    Raises:
        SourceError: ``bad-number``.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        raise SourceError("bad-number", value=shown(value))
    try:
        number = Decimal(value)
    except ArithmeticError as error:
        raise SourceError("bad-number", value=shown(value)) from error
    if decimal_fault(number):
        raise SourceError("bad-number", value=shown(value))
    return Decimal(decimal_text(number))
