# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
How a record is shown, and what may be asked.

Fields have the names of the record; in the JSON and in addresses these become camelCase.
"""

import re
from collections.abc import Mapping
from datetime import UTC
from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.fields import Field

from samenspel.core.limits import decimal_text

PAGE_SIZE, LARGEST_PAGE = 25, 100
"""Things on a page unless asked otherwise, and at most."""

LARGEST = 10**15 - 1
"""The largest number that can be asked for; any database can compare it."""

LAST_PAGE = 1_000_000
"""Beyond this no database needs to look."""


def camel_case(name: str) -> str:
    """Return ``a_name`` as ``aName``."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


class CamelCase(serializers.Serializer[Any]):
    """Fields that are called ``a_name`` here and ``aName`` outside."""

    def get_fields(self) -> dict[str, "Field[Any, Any, Any, Any]"]:
        """Return the fields by their outside names."""
        fields = super().get_fields()
        for name, field in fields.items():
            if camel_case(name) != name and field.source is None:
                field.source = name
        return {camel_case(name): field for name, field in fields.items()}


@extend_schema_field({"type": "string", "format": "decimal", "nullable": True})
class Quantity(serializers.Field[Any, Any, Any, Any]):
    """A quantity as its exact text; JSON numbers lose digits on the way."""

    def to_representation(self, value: Decimal) -> str:
        """Return the text."""
        return decimal_text(value)


@extend_schema_field({"type": "string", "format": "uri"})
class Address(serializers.Field[Any, Any, Any, Any]):
    """Where the thing itself can be read; *known_by* is the field that its address ends on."""

    def __init__(self, known_by: str) -> None:
        super().__init__(source="*", help_text="Where this can be read.")
        self.known_by = known_by

    def to_representation(self, value: Any) -> str:
        """Return the whole address."""
        address: str = self.context["address"]
        return address.format(getattr(value, self.known_by))


class Moment(serializers.DateTimeField):
    """A moment in UTC."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(default_timezone=UTC, **settings)


def origin() -> Any:
    """Return the field that says where something comes from."""
    return serializers.CharField(help_text="Where this comes from.")


def texts(about: str) -> serializers.ListField:
    """Return a list of codes or keys."""
    return serializers.ListField(child=serializers.CharField(), help_text=about)


class Code(serializers.RegexField):
    """A value to choose by: the text that a slug, key or code can be."""

    def __init__(self, about: str, *, pattern: str = r"^[A-Za-z0-9][A-Za-z0-9-]{0,49}\Z") -> None:
        super().__init__(pattern, required=False, trim_whitespace=False, help_text=about)


class Number(serializers.IntegerField):
    """A whole number in plain digits; others also take ``1.0`` and digits of any script."""

    def to_internal_value(self, data: Any) -> int:
        """Return the number."""
        if not re.fullmatch(r"[0-9]{1,15}", str(data)):
            self.fail("invalid")
        return super().to_internal_value(data)


def number(about: str, *, largest: int, smallest: int = 1, **settings: Any) -> Number:
    """Return a whole number to ask for."""
    return Number(min_value=smallest, max_value=largest, help_text=about, **settings)


def page_size() -> Number:
    """Return how many there shall be on a page."""
    return number("How many on a page.", largest=LARGEST_PAGE, default=PAGE_SIZE)


class Query(CamelCase):
    """What may be asked in the address after ``?``: what is named here and nothing else."""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> dict[str, Any]:
        """
        Return what was asked under the names of the fields.

        Raises:
            ValidationError: a name is not known, or a value does not fit.
        """
        query = cls(data=given)
        if unknown := sorted(set(given) - set(query.fields)):
            known = ", ".join(query.fields) or "nothing"
            raise ValidationError({unknown[0]: [f"Unknown; what can be asked here: {known}."]})
        query.is_valid(raise_exception=True)
        return dict(query.validated_data)


class PageQuery(Query):
    """Which page of a list, and how large."""

    page = number("Which page, from 1.", largest=LAST_PAGE, default=1)
    page_size = page_size()


class Listing(CamelCase):
    """A page of a list."""

    count = serializers.IntegerField(help_text="How many there are on all pages.")
    page = serializers.IntegerField(help_text="Which page this is, from 1.")
    page_size = serializers.IntegerField(help_text="How many there are on a page, at most.")
    next = serializers.URLField(allow_null=True, help_text="The next page, if any.")
    previous = serializers.URLField(allow_null=True, help_text="The page before, if any.")


def listing(row: type[CamelCase], base: type[CamelCase] = Listing) -> type[CamelCase]:
    """Return the shape of a page of *row*."""
    parts = {"__doc__": base.__doc__, "results": row(many=True), "row": row}
    return type(f"{row.__name__}Listing", (base,), parts)


class Problem(serializers.Serializer[Any]):
    """Why there is no other answer; RFC 9457."""

    status = serializers.IntegerField(help_text="The HTTP status.")
    title = serializers.CharField(help_text="What kind of problem.")
    detail = serializers.CharField(help_text="What was wrong, in a sentence.")
