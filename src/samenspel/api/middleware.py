# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What every answer below ``/api/`` carries, also one that no view of the API gave."""

import json
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from .problems import MEDIA_TYPE, problem

Responder = Callable[[HttpRequest], HttpResponseBase]

_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, Retry-After",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class ApiMiddleware:
    """
    Give answers of the API their headers, and every refusal the form of a problem.

    It stands first, so that it also sees what the rest of Django refuses: an address that is none,
    a host that is not ours. HSTS comes from Django's own middleware, as for pages.
    """

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        response = self.get_response(request)
        if not request.path_info.startswith("/api/"):
            return response
        if response.status_code >= HTTPStatus.BAD_REQUEST and isinstance(response, HttpResponse):
            _make_problem(response)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        response.headers["API-Version"] = str(settings.SPECTACULAR_SETTINGS["VERSION"])
        return response


def _make_problem(response: HttpResponse) -> None:
    """Put a problem in the place of a page."""
    if response.headers.get("Content-Type") == MEDIA_TYPE:
        return
    response.content = json.dumps(problem(response.status_code)).encode()
    response.headers["Content-Type"] = MEDIA_TYPE
    response.headers["Content-Length"] = str(len(response.content))
    response.headers["Content-Language"] = "en"
