# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Fields that know the limits of a record and say what is wrong in its words."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samenspel.core import limits
from samenspel.core.limits import Fault, shown
from samenspel.core.problems import Place
from samenspel.web.forms.amounts import (
    cents_to_euros,
    euros_to_cents,
    parse_quantity,
    shown_quantity,
)
from samenspel.words.problems import explain_problem

_NO_SUGGESTIONS = {"autocomplete": "off"}
_LONGEST_NUMBER = 100
"""Characters, spaces and marks included."""


def refuse(fault: Fault | None) -> None:
    """Raise a ValidationError that says *fault*, if there is one."""
    if fault is not None:
        code, params = fault
        raise ValidationError(explain_problem(Place("").problem("", code, **params)), code=code)


class Text(forms.CharField):
    """Text of a record's field: one line, or paragraphs when the field holds those."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        self.name = name
        widget: type[forms.Widget] = forms.Textarea if limits.is_long(name) else forms.TextInput
        kwargs.setdefault("widget", widget(attrs=dict(_NO_SUGGESTIONS)))
        super().__init__(**kwargs)
        self.validators = []  # ours say more

    def to_python(self, value: Any) -> str:
        """Return the text with the line ends of a record; browsers send two characters."""
        text = "" if value is None else str(value)
        return text.replace("\r\n", "\n").replace("\r", "\n").strip()

    def run_validators(self, value: str) -> None:
        """Refuse what the record would refuse, in the same words."""
        refuse(limits.text_fault(self.name, value))


class Code(Text):
    """The code that a thing is known by; it stays the same for good."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={**_NO_SUGGESTIONS, "class": "short"}))
        super().__init__(name, **kwargs)


class Day(forms.DateField):
    """A day, with the browser's own calendar where it has one."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {**_NO_SUGGESTIONS, "type": "date", "class": "short"}
        kwargs.setdefault("widget", forms.DateInput(attrs=attrs, format="%Y-%m-%d"))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"])
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Return the day, or say what was expected."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            raise _wrong("bad-date", value) from error


class Year(forms.IntegerField):
    """A year."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _digits("numeric"))
        super().__init__(min_value=limits.FIRST_YEAR, max_value=limits.LAST_YEAR, **kwargs)
        self.validators = [lambda year: refuse(_outside(year))]


class Count(forms.IntegerField):
    """A whole number of people or votes."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _digits("numeric"))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """Return the number; marks of thousands are fine."""
        text = _typed(value)
        if not text:
            return None
        number = parse_quantity(text)
        if number is None or abs(number) > limits.MAX_INTEGER or number != int(number):
            raise ValidationError(_("Type a whole number, such as 12500."), code="invalid")
        return int(number)


class Quantity(forms.CharField):
    """A number with any number of decimals, as the visitor's language writes it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _digits("decimal"))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show a number as it would be typed."""
        return shown_quantity(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """Return the exact number."""
        text = _typed(value)
        if not text:
            return None
        number = parse_quantity(text)
        if number is None:
            raise _wrong("bad-decimal", text)
        refuse(limits.decimal_fault(number))
        return Decimal(limits.decimal_text(number))


class Euros(forms.CharField):
    """An amount in euros; its value is whole cents."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _digits("decimal"))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show cents as euros."""
        return cents_to_euros(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        """Return the cents."""
        text = _typed(value)
        if not text:
            return None
        cents = euros_to_cents(text)
        if cents is None:
            message = _("“%(value)s” is no amount. Type euros, such as 12.500 or 12500,50.")
            raise ValidationError(message, code="bad-amount", params={"value": shown(text)})
        refuse(limits.integer_fault(cents))
        return cents


class Choice(forms.ChoiceField):
    """One of what the region or the agenda has; what it has is filled in by the form."""

    def __init__(self, *, of: str, **kwargs: Any) -> None:
        self.of = of
        super().__init__(**kwargs)


class Choices(forms.MultipleChoiceField):
    """Any of what the region or the agenda has, as boxes to tick: they work with a thumb too."""

    def __init__(self, *, of: str, **kwargs: Any) -> None:
        self.of = of
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(**kwargs)


def _typed(value: object) -> str:
    """Return what was typed; too much for a number is cut, and so refused."""
    return "" if value is None else str(value)[:_LONGEST_NUMBER].strip()


def _digits(keyboard: str) -> forms.TextInput:
    """An input for digits that brings up the right keyboard on a phone."""
    return forms.TextInput(attrs={**_NO_SUGGESTIONS, "inputmode": keyboard, "class": "short"})


def _outside(year: int) -> Fault | None:
    if limits.FIRST_YEAR <= year <= limits.LAST_YEAR:
        return None
    return "year-out-of-range", {"first": limits.FIRST_YEAR, "last": limits.LAST_YEAR}


def _wrong(code: str, value: object) -> ValidationError:
    problem = Place("").problem("", code, value=shown(str(value)))
    return ValidationError(explain_problem(problem), code=code)
