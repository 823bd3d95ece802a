# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The description of the API in OpenAPI 3.0.3, made from the resources themselves."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import get_doc
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from .problems import MEDIA_TYPE
from .showing import CamelCase, Problem, camel_case

_HEADERS = [
    OpenApiParameter(
        name,
        str,
        OpenApiParameter.HEADER,
        required=True,
        response=True,
        description=about,
    )
    for name, about in (
        ("API-Version", "Full version of the API."),
        ("Access-Control-Allow-Origin", "Any site may read: *."),
    )
]

_REFUSALS = {
    400: "Something that was asked does not fit.",
    404: "There is no such thing, or you may not read it.",
    406: "Only JSON can be answered.",
    429: "Too many requests; wait as long as Retry-After says.",
    500: "Something went wrong here.",
}


class Document(CamelCase):
    """The description of the API, in OpenAPI."""

    openapi = serializers.CharField(help_text="Version of OpenAPI.")
    info = serializers.DictField()
    servers = serializers.ListField(child=serializers.DictField())
    tags = serializers.ListField(child=serializers.DictField())
    paths = serializers.DictField()
    components = serializers.DictField()


class Description(AutoSchema):
    """How one resource is described."""

    view: Any

    def get_operation_id(self) -> str:
        """Return a name like ``readLedgerEntries``."""
        return camel_case(f"read_{self.view.name}".replace("-", "_"))

    def get_summary(self) -> str:
        """Return what the resource says of itself."""
        about: str = self.view.resource.about
        return about

    def get_description(self) -> str:  # type: ignore[override]  # so spectacular has it
        """Return what is told of each thing."""
        shape = self.view.resource.shape
        return get_doc(getattr(shape, "row", shape))

    def get_tags(self) -> list[str]:
        """Return the family."""
        return [self.view.family]

    def get_auth(self) -> list[dict[str, list[str]]]:
        """Return nothing: all of it can be read without logging in."""
        return []

    def get_override_parameters(self) -> list[Any]:
        """Return what may be asked, and the headers of every answer."""
        query = self.view.resource.query
        return [query, *_HEADERS] if query().fields else _HEADERS

    def get_request_serializer(self) -> None:
        """Return nothing: nothing can be sent."""

    def get_response_serializers(self) -> Any:
        """Return the answer and the refusals."""
        answer = OpenApiResponse(self.view.resource.shape, description=self.view.resource.about)
        refusals = {
            (status, MEDIA_TYPE): OpenApiResponse(Problem, description=about)
            for status, about in _REFUSALS.items()
        }
        return {(200, "application/json"): answer, **refusals}

    def _is_list_view(self, serializer: Any = None) -> bool:  # noqa: ARG002 - the parent's
        return False
