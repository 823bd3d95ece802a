# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures by party as lines of text, as they come from a spreadsheet: party; figure; figure."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samenspel.core.limits import MAX_INTEGER, shown
from samenspel.web.forms.amounts import (
    cents_to_euros,
    euros_to_cents,
    parse_quantity,
)
from samenspel.words.allocations import figure_told

_MARK = re.compile(r"\s*[;\t]\s*")
_LONGEST = 100_000
"""Characters in all lines together."""

Cells = list[Any]


class Lines(forms.CharField):
    """
    Lines of a name and figures; the value is name -> list of figures, None for one left empty.

    ``names`` is what the lines may be about, by name or code; the form fills it in.
    """

    def __init__(self, *, cells: int, read: Callable[[str], Any], **kwargs: Any) -> None:
        self.cells, self.read = cells, read
        self.names: Mapping[str, str] = {}
        attrs = {"autocomplete": "off", "rows": 6, "class": "lines", "spellcheck": "false"}
        kwargs.setdefault("widget", forms.Textarea(attrs=attrs))
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Any) -> dict[str, Cells]:  # type: ignore[override]
        """Return the figures by code of the party."""
        text = "" if value is None else str(value)
        if len(text) > _LONGEST:
            raise ValidationError(_("This is too much text."), code="too-long")
        found: dict[str, Cells] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip():
                continue
            name, *cells = _MARK.split(line.strip())
            code = self._code(name, number)
            if code in found:
                raise self._wrong(number, _("“%(value)s” occurs twice."), name)
            found[code] = [self._cell(one, number) for one in self._padded(cells, number)]
        return found

    def run_validators(self, value: Any) -> None:
        """Leave it: the lines were read one by one."""

    def _padded(self, cells: list[str], number: int) -> list[str]:
        if not 1 <= len(cells) <= self.cells:
            raise self._wrong(number, _("Write the name, a semicolon and the figure."), "")
        return [*cells, *[""] * (self.cells - len(cells))]

    def _cell(self, text: str, number: int) -> Any:
        if not text:
            return None
        value = self.read(text)
        if value is None:
            raise self._wrong(number, _("“%(value)s” is no number that we can read."), text)
        return value

    def _code(self, name: str, number: int) -> str:
        wanted = name.strip().casefold()
        for code, called in self.names.items():
            if wanted in (code.casefold(), called.casefold()):
                return code
        raise self._wrong(number, _("“%(value)s” is not among the parties."), name)

    def _wrong(self, number: int, message: str, value: str) -> ValidationError:
        told = message % {"value": shown(value)} if "%(" in message else message
        place = _("Line %(number)s:") % {"number": number}
        return ValidationError(f"{place} {told}", code="bad-line")


class Years(Lines):
    """Lines of a year and a percentage."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(cells=1, read=quantity, **kwargs)

    def _code(self, name: str, number: int) -> str:
        if not re.fullmatch(r"(19|20|21)[0-9]{2}", name.strip()):
            raise self._wrong(number, _("“%(value)s” is no year."), name)
        return name.strip()


def quantity(text: str) -> Fraction | None:
    """Return the exact number in a cell, None when it is none or too large."""
    number = parse_quantity(text[:100])
    return None if number is None or abs(number) > MAX_INTEGER else Fraction(number)


def cents(text: str) -> int | None:
    """Return the cents in a cell, None when it is no amount."""
    return euros_to_cents(text[:100])


def figures_text(figures: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return figures as lines."""
    return "\n".join(f"{names.get(p, p)}; {figure_told(f)}" for p, f in figures.items())


def euros_text(amounts: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return cents as lines in euros; of several amounts an unknown one stays empty."""
    return "\n".join(
        "; ".join([names.get(party, party), *(_euros(one) for one in cells)])
        for party, cells in amounts.items()
    )


def _euros(one: int | None) -> str:
    return "" if one is None else cents_to_euros(one)
