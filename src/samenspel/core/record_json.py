# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A record as plain JSON and back, exactly.

Names are those of the dataclasses. What is empty is left out, so one record has one text; dates
are ISO, quantities plain decimal strings, money whole cents. Reading is strict and reports
everything that is wrong at once.
"""

import json
from collections import Counter
from hashlib import sha256
from typing import Any, NoReturn, TypeVar

from samenspel.core import canonical
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.errors import RuleError
from samenspel.core.limits import decimal_text, shown
from samenspel.core.problems import Place, Problem, RecordError
from samenspel.core.record_reader import read
from samenspel.core.record_schema import Shape, fields_of, kind_of
from samenspel.core.region_record import RegionRecord

T = TypeVar("T")
Plain = dict[str, Any]


def to_plain(record: RegionRecord) -> Plain:
    """Return *record* as what JSON can hold: dicts, lists, strings, integers and booleans."""
    return _row(record)


def from_plain(data: object) -> RegionRecord:
    """
    Return the record that *data* describes; its content is not checked, see ``core.checks``.

    Raises:
        RecordError: with everything about *data* that is not of the right shape.
    """
    return _sound(*read(RegionRecord, data))


def dumps(record: RegionRecord) -> str:
    """Return *record* as text; equal records give equal text."""
    return json.dumps(to_plain(record), ensure_ascii=False, indent=2) + "\n"


def loads(text: str) -> RegionRecord:
    """
    Return the record in a text.

    Raises:
        RecordError: *text* is no JSON, or not that of a record.
    """
    return from_plain(parse(text))


def parse(text: str) -> object:
    """
    Return the value in a JSON text of which every number is whole and every name occurs once.

    Raises:
        RecordError: ``not-json``, ``duplicate-field`` or ``fraction``.
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_float=_refuse,
            parse_constant=_refuse,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        params = {"line": error.lineno, "column": error.colno}
        raise RecordError([Place("region").problem("", "not-json", **params)]) from error
    except RecursionError as error:
        raise RecordError([Place("region").problem("", "too-deep")]) from error


def agenda_to_plain(agenda: AgendaRecord) -> Plain:
    """Return one version of an agenda as plain values: its snapshot."""
    return _row(agenda)


def agenda_digest(agenda: AgendaRecord) -> str:
    """Return the SHA-256 of the canonical JSON of a version, in hexadecimal."""
    return sha256(canonical.encode(agenda_to_plain(agenda))).hexdigest()


def row_digest(row: object) -> str:
    """Return the SHA-256 of one row, by which to tell whether it is still what somebody saw."""
    return sha256(canonical.encode(_row(row))).hexdigest()


def check_unchanged(row: object, seen: str) -> None:
    """Raise ``RuleError("changed-meanwhile")`` when *row* no longer has the digest *seen*."""
    if seen and row_digest(row) != seen:
        raise RuleError("changed-meanwhile")


def _row(row: object) -> Plain:
    plain: Plain = {}
    for field in fields_of(kind_of(row)):
        value = getattr(row, field.name)
        if field.required or value != field.default:
            plain[field.name] = _value(field.shape, value)
    return plain


def _value(shape: Shape, value: Any) -> object:
    if shape is Shape.ROWS:
        return [_row(row) for row in value]
    if shape is Shape.ROW:
        return _row(value)
    if shape is Shape.TEXTS:
        return list(value)
    if shape is Shape.DATE:
        return value.isoformat()
    return decimal_text(value) if shape is Shape.DECIMAL else value


def _sound(record: T, problems: list[Problem]) -> T:
    if problems:
        raise RecordError(problems)
    return record


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    [(repeated, _)] = Counter(name for name, _ in pairs).most_common(1)
    raise RecordError([Place("region").problem("", "duplicate-field", name=shown(repeated))])


def _refuse(text: str) -> NoReturn:
    raise RecordError([Place("region").problem("", "fraction", value=shown(text))])


def _integer(text: str) -> int:
    """Return an integer, or for one of absurd length another that is too large as well."""
    return int(text[:40])
