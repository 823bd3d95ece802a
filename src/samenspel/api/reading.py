# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A resource is a row in a table: what may be asked, what is answered and where it is found.

One view serves them all. It never filters what may be seen: that is for the queries.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from .asking import Asked
from .showing import CamelCase, Query


@dataclass(frozen=True, slots=True)
class Resource:
    """What can be read at one address; ``find`` returns what ``shape`` shows, or None."""

    about: str
    shape: type[CamelCase]
    find: Callable[[Asked], Any]
    query: type[Query] = Query
    is_list: bool = False


class ResourceView(APIView):
    """Answers for one resource."""

    resource: Resource | None = None
    name = family = ""
    http_method_names = ["get", "head", "options"]

    def get(self, request: Request, **where: Any) -> Response:
        """Answer with the resource."""
        resource, given = self.resource, request.query_params.dict()
        assert resource is not None  # noqa: S101 - views are made in ``views`` only
        query = resource.query.read(given)
        url = request.build_absolute_uri(request.path)
        asked = Asked(url, given, where, query, request.user.pk, timezone.now())
        found = resource.find(asked)
        if found is None:
            raise Http404("There is nothing by this name that you may read.")
        context = {"address": _address(asked, is_list=resource.is_list)}
        return Response(resource.shape(found, context=context).data)

    def options(self, request: HttpRequest, *_: Any, **__: Any) -> Response:  # noqa: ARG002
        """Tell a browser on another site that it may read."""
        methods = "GET, HEAD, OPTIONS"
        headers = {"Access-Control-Allow-Methods": methods, "Access-Control-Allow-Headers": "*"}
        return Response(status=204, headers=headers)


def _address(asked: Asked, *, is_list: bool) -> str:
    """Return the address of each thing in an answer, with ``{}`` for what it is known by."""
    folder = asked.url if is_list else asked.url.rpartition("/")[0]
    version = asked.query.get("version")
    return f"{folder}/{{}}" + (f"?version={version}" if version else "")
