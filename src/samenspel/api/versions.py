# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Versions of the agenda, and the difference between two."""

import re
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from samenspel.agenda.queries import VersionFacts, agenda_record, versions
from samenspel.core.agenda.differences import (
    ORDER,
    Change,
    FieldChange,
    ListChange,
    differences,
)
from samenspel.core.agenda.states import State
from samenspel.core.limits import decimal_text

from .asking import Asked
from .reading import Resource
from .showing import (
    LARGEST,
    Address,
    CamelCase,
    Moment,
    PageQuery,
    camel_case,
    listing,
    number,
    origin,
    texts,
)


@extend_schema_field({"type": "string", "format": "uri", "nullable": True})
class TextAddress(serializers.Field[Any, Any, Any, Any]):
    """Where the text stands that the digest is taken over; null while there is none."""

    def __init__(self) -> None:
        super().__init__(source="*", help_text="The text that the digest is taken over, or null.")

    def to_representation(self, value: VersionFacts) -> str | None:
        """Return the whole address."""
        if not value.digest:
            return None
        here, region = _REGION_IN.match(self.context["address"]).groups()  # type: ignore[union-attr]  # always in a region
        return f"{here}{reverse('version-text', args=[region, value.number])}"


_REGION_IN = re.compile(r"(https?://[^/]+)/.*/regions/([^/]+)/")


class Version(CamelCase):
    """A version of the agenda; from the end of its drafting on its content stands still."""

    url = Address("number")
    number = serializers.IntegerField()
    state = serializers.ChoiceField([str(state) for state in State])
    state_since = Moment(help_text="When it came in this state.")
    adopted_at = Moment(allow_null=True, help_text="When the parties adopted it.")
    title = serializers.CharField()
    starts_year = serializers.IntegerField(help_text="First year of the agenda.")
    ends_year = serializers.IntegerField(help_text="Last year of the agenda.")
    about = serializers.CharField()
    source = origin()
    digest = serializers.CharField(help_text="SHA-256 of its content; empty while it is a draft.")
    text_url = TextAddress()


class FieldDifference(CamelCase):
    """A field that went from one value to another, or a list that gained and lost members."""

    field = serializers.CharField(help_text="Name of the field.")
    of = serializers.CharField(help_text="Year of a cost or goal of a contribution; else empty.")
    was = serializers.CharField(allow_null=True, help_text="As text; null: there was none.")
    now = serializers.CharField(allow_null=True, help_text="As text; null: there is none.")
    added = texts("Of a list.")
    removed = texts("Of a list.")

    def to_representation(self, instance: FieldChange | ListChange) -> dict[str, Any]:
        """Return both forms under the same names."""
        shown = {"field": camel_case(instance.field), "of": "", "was": None, "now": None}
        if isinstance(instance, ListChange):
            members = {"added": list(instance.added), "removed": list(instance.removed)}
            return {**shown, **members}
        values = {"of": instance.of, "was": _text(instance.was), "now": _text(instance.now)}
        return {**shown, **values, "added": [], "removed": []}


class Difference(CamelCase):
    """What happened to one thing between two versions."""

    kind = serializers.ChoiceField(["agenda", *ORDER])
    key = serializers.CharField(help_text="Its key; of an interest party/challenge or the party.")
    title = serializers.CharField()
    change = serializers.ChoiceField([str(change) for change in Change])
    was_key = serializers.CharField(help_text="Its earlier key, when it was renamed.")
    changes = FieldDifference(many=True, source="fields")


class VersionQuery(PageQuery):
    """A page of versions."""

    state = serializers.ChoiceField(
        [str(state) for state in State], required=False, help_text="Only in this state."
    )


class DifferenceQuery(PageQuery):
    """A page of differences."""

    since = number(
        "The version to compare with; else the one before.", largest=LARGEST, required=False
    )


def _text(value: Any) -> str | None:
    if isinstance(value, Decimal):
        return decimal_text(value)
    return None if value is None else str(value)


def _versions(asked: Asked) -> dict[str, Any]:
    found = versions(asked.region.slug, asked.actor)
    state = asked.query.get("state")
    return asked.page_of([one for one in found if state in {None, one.state}])


def _differences(asked: Asked) -> dict[str, Any]:
    new = asked.numbered(asked.where["number"])
    since = asked.query.get("since")
    old = _before(new, asked) if since is None else asked.numbered(since)
    return asked.page_of(differences(agenda_record(old.pk), agenda_record(new.pk)))


def _before(version: VersionFacts, asked: Asked) -> VersionFacts:
    for earlier in versions(asked.region.slug, asked.actor):
        if earlier.number < version.number:
            return earlier
    raise Http404("There is no earlier version that you may read.")


RESOURCES = {
    "versions": Resource(
        "The versions of the agenda, newest first",
        listing(Version),
        _versions,
        VersionQuery,
        is_list=True,
    ),
    "version": Resource(
        "A version of the agenda", Version, lambda asked: asked.numbered(asked.where["number"])
    ),
    "differences": Resource(
        "What changed since an earlier version",
        listing(Difference),
        _differences,
        DifferenceQuery,
        is_list=True,
    ),
}
