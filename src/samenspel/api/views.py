# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""All resources as views, with the entry to them and their description."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpResponseBase
from django.urls import path
from drf_spectacular.generators import SchemaGenerator
from rest_framework import serializers

from . import (
    allocations,
    cash,
    commitments,
    content,
    councils,
    deals,
    delivery,
    funding,
    ledger,
    regions,
    versions,
)
from .asking import Asked
from .describing import Document
from .reading import Resource, ResourceView
from .showing import CamelCase
from .urls import ROUTES


class Entry(CamelCase):
    """Where reading starts."""

    title = serializers.CharField()
    version = serializers.CharField(help_text="Full version of the API.")
    openapi = serializers.URLField(help_text="The description of the API.")
    regions = serializers.URLField(help_text="The regions.")


def _entry(asked: Asked) -> dict[str, str]:
    here = asked.url.removesuffix("/")
    return {
        "title": settings.SPECTACULAR_SETTINGS["TITLE"],
        "version": settings.SPECTACULAR_SETTINGS["VERSION"],
        "openapi": f"{here}/openapi.json",
        "regions": f"{here}/regions",
    }


def _document(asked: Asked) -> dict[str, Any]:
    return {**described(), "servers": [{"url": asked.url.rpartition("/")[0]}]}


@cache
def described() -> dict[str, Any]:
    """Return the description, without the server that it is asked of."""
    patterns = [path(route, VIEWS[name]) for name, route in ROUTES.items()]
    generator: Any = SchemaGenerator(patterns=patterns)  # type: ignore[no-untyped-call]
    document: dict[str, Any] = generator.get_schema(public=True)
    return document


_FAMILIES: Mapping[str, Mapping[str, Resource]] = {
    "api": {
        "root": Resource("The entry to the API", Entry, _entry),
        "description": Resource("The description of the API", Document, _document),
    },
    "regions": regions.RESOURCES,
    "agenda": {**versions.RESOURCES, **content.RESOURCES},
    "deals": {**deals.RESOURCES, **commitments.RESOURCES},
    "funding": {**funding.RESOURCES, **allocations.RESOURCES, **cash.RESOURCES},
    "councils": councils.RESOURCES,
    "progress": delivery.RESOURCES,
    "ledger": ledger.RESOURCES,
}

VIEWS: Mapping[str, Callable[..., HttpResponseBase]] = {
    name: ResourceView.as_view(resource=resource, name=name, family=family)
    for family, resources in _FAMILIES.items()
    for name, resource in resources.items()
}
"""Name of each resource -> its view."""
