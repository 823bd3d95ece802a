# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on single values: what a key, a year, an amount or an address must look like."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

from samenspel.core import limits
from samenspel.core.limits import Fault, shown
from samenspel.core.problems import Place, Problem
from samenspel.core.record_schema import Field, Shape, fields_of, rows
from samenspel.core.region_record import SCHEMES, RegionRecord

_WEBSITE = re.compile(r"https?://[^\s/?#@]+([/?#]\S*)?", re.IGNORECASE)

_REGION_CODE = 10
"""Characters of an official code of a region, such as AM05."""

Rule = Callable[[Any], Fault | None]


def problems(record: RegionRecord) -> Iterator[Problem]:
    """Yield what is wrong with single values, and with the length of lists."""
    for place, row in rows(record):
        for field, rules in _rules_of(place.kind):
            value = getattr(row, field.name)
            if value is not None and value != field.default:
                yield from _faults(place, field, rules, value)


def _faults(place: Place, field: Field, rules: list[Rule], value: object) -> Iterator[Problem]:
    for rule in rules:
        if (fault := rule(value)) is not None:
            code, params = fault
            yield place.problem(field.name, code, **params)
            return


@cache
def _rules_of(kind: str) -> list[tuple[Field, list[Rule]]]:
    """Return the rules for each field of a kind; the first that fails speaks."""
    return [(field, _rules(kind, field)) for field in fields_of(kind) if field.shape in _BY_SHAPE]


def _rules(kind: str, field: Field) -> list[Rule]:
    rules: list[Rule] = [_filled] if field.required and field.shape is Shape.TEXT else []
    rules += _BY_SHAPE[field.shape](field)
    special = _SPECIAL.get(f"{kind}.{field.name}") or _SPECIAL.get(field.name)
    return [*rules, special] if special else rules


def _filled(text: str) -> Fault | None:
    return None if text.strip() else ("empty", {})


def _pattern(expression: re.Pattern[str], code: str) -> Rule:
    def rule(text: str) -> Fault | None:
        return None if expression.fullmatch(text) else (code, {"value": shown(text)})

    return rule


def _scheme(text: str) -> Fault | None:
    return None if text in SCHEMES else ("bad-scheme", {"value": shown(text)})


def _region_slug(text: str) -> Fault | None:
    return ("reserved-slug", {"value": text}) if text in limits.RESERVED_SLUGS else _slug(text)


def _region_code(text: str) -> Fault | None:
    return None if len(text) <= _REGION_CODE else ("bad-key", {"value": shown(text)})


def _year(number: int) -> Fault | None:
    if limits.FIRST_YEAR <= number <= limits.LAST_YEAR:
        return None
    return "year-out-of-range", {"first": limits.FIRST_YEAR, "last": limits.LAST_YEAR}


def _date(day: date) -> Fault | None:
    return _year(day.year)


def _money(cents: int) -> Fault | None:
    return ("negative-money", {"value": cents}) if cents < 0 else None


def _count(number: int) -> Fault | None:
    if 0 <= number <= limits.MAX_COUNT:
        return None
    return "count-out-of-range", {"limit": limits.MAX_COUNT}


def _text_rules(field: Field) -> list[Rule]:
    return [lambda text: limits.text_fault(field.name, text), _not_blank]


def _not_blank(text: str) -> Fault | None:
    """Spaces alone say nothing, and a cell that holds them reads as empty."""
    return None if text.strip() else ("blank-text", {})


def _texts_rules(field: Field) -> list[Rule]:
    def members(texts: tuple[str, ...]) -> Fault | None:
        if len(texts) > limits.MAX_MEMBERS:
            return "too-many-members", {"limit": limits.MAX_MEMBERS, "count": len(texts)}
        if len(set(texts)) == len(texts):
            return next(filter(None, (limits.text_fault(field.name, text) for text in texts)), None)
        twice = next(text for number, text in enumerate(texts) if text in texts[:number])
        return "duplicate-member", {"value": shown(twice)}

    return [members]


def _rows_rules(_field: Field) -> list[Rule]:
    def few(found: tuple[object, ...]) -> Fault | None:
        if len(found) <= limits.MAX_ROWS:
            return None
        return "too-many-rows", {"limit": limits.MAX_ROWS, "count": len(found)}

    return [few]


_slug = _pattern(limits.SLUG, "bad-slug")

_BY_SHAPE: dict[Shape, Callable[[Field], list[Rule]]] = {
    Shape.TEXT: _text_rules,
    Shape.TEXTS: _texts_rules,
    Shape.ROWS: _rows_rules,
    Shape.INTEGER: lambda _field: [limits.integer_fault],
    Shape.DECIMAL: lambda _field: [limits.decimal_fault],
    Shape.DATE: lambda _field: [_date],
}

_SPECIAL: dict[str, Rule] = {
    "region.slug": _region_slug,
    "region.code": _region_code,
    "region.kind": _slug,
    "term.scheme": _scheme,
    "term.code": _slug,
    "member.code": _pattern(limits.MUNICIPALITY, "bad-municipality"),
    "slug": _slug,
    "key": _pattern(limits.KEY, "bad-key"),
    "website": _pattern(_WEBSITE, "bad-website"),
    "year": _year,
    "baseline_year": _year,
    "target_year": _year,
    "starts_year": _year,
    "ends_year": _year,
    "amount_cents": _money,
    "people": _count,
    "votes": _count,
}
"""Rules of a field of one kind, or of a field of that name in any kind."""
