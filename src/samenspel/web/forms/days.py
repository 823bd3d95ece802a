# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Fields for many days at once, a line for each: they are copied from a diary or a letter."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from samenspel.core.calendar.given import Recess
from samenspel.core.errors import RuleError
from samenspel.core.limits import LONG_TEXT, shown
from samenspel.words.errors import explain

_DAY = r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/](\d{1,2})[-/](\d{4})"
_FIRST = re.compile(rf"\s*(?:{_DAY})(?=\s|$)", re.ASCII)
_BETWEEN = re.compile(r"\s*(?:t/m|tot en met|to|until|-|\u2013)?\s+", re.IGNORECASE)


class _Lines(forms.CharField):
    """Lines of text, each with something in it."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "rows": 8}
        super().__init__(required=False, widget=forms.Textarea(attrs=attrs), **kwargs)

    def lines(self, value: Any) -> Iterator[tuple[int, str]]:
        """Yield number and text of each line that is not empty."""
        text = str(value or "")[: 4 * LONG_TEXT]
        yield from (
            (number, line.strip())
            for number, line in enumerate(text.splitlines(), 1)
            if line.strip()
        )


class Days(_Lines):
    """Days, one on each line."""

    def prepare_value(self, value: Any) -> Any:
        """Show days as they would be typed."""
        return value if isinstance(value, str) else "\n".join(str(day) for day in value or ())

    def to_python(self, value: Any) -> list[date]:  # type: ignore[override]
        """Return the days, each once, in order."""
        found = set()
        for number, line in self.lines(value):
            day, rest = _day(line)
            if day is None or rest:
                raise _unreadable(number, line)
            found.add(day)
        return sorted(found)


class Recesses(_Lines):
    """Periods, one on each line: first day, last day and a name."""

    def prepare_value(self, value: Any) -> Any:
        """Show periods as they would be typed."""
        return value if isinstance(value, str) else "\n".join(_lines_of(value or ()))

    def to_python(self, value: Any) -> list[Recess]:  # type: ignore[override]
        """Return the periods in the order in which they were typed."""
        return [_recess(number, line) for number, line in self.lines(value)]


def _lines_of(rows: Iterable[Recess]) -> Iterator[str]:
    for one in rows:
        yield f"{one.first} {one.last} {one.name}".rstrip()


def _recess(number: int, line: str) -> Recess:
    first, rest = _day(line)
    between = _BETWEEN.match(f" {rest}")
    last, name = _day(f" {rest}"[between.end() :] if between else rest)
    if first is None or last is None:
        raise _unreadable(number, line)
    return Recess(first, last, name)


def _day(text: str) -> tuple[date | None, str]:
    """Return the day with which a text begins, and what follows."""
    found = _FIRST.match(text)
    if found is None:
        return None, text
    year, month, day, own_day, own_month, own_year = found.groups()
    parts = (year or own_year, month or own_month, day or own_day)
    try:
        return date(*map(int, parts)), text[found.end() :].strip()
    except ValueError:
        return None, text


def _unreadable(number: int, line: str) -> ValidationError:
    error = RuleError("days-unreadable", line=number, text=shown(line))
    return ValidationError(explain(error), code=error.code)
