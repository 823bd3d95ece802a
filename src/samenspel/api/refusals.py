# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a view of the API raised, turned into an answer."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.signals import got_request_exception
from django.http import Http404
from django.utils.log import log_response
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from .problems import MEDIA_TYPE, problem

_FAILED = "Something went wrong here. It has been logged; please try again later."


def refuse(error: Exception, context: dict[str, Any]) -> Response:
    """Return *error* as a problem; what nobody foresaw is logged and answered with 500."""
    response = exception_handler(error, context)
    if response is None:
        return _failed(error, context["request"]._request)  # noqa: SLF001 - Django's own request
    response.data = problem(response.status_code, _detail(error))
    response.content_type = MEDIA_TYPE
    return response


def _failed(error: Exception, request: Any) -> Response:
    """Do what Django does with an error, except for the page."""
    got_request_exception.send(sender=None, request=request)
    response = Response(problem(500, _FAILED), status=500, content_type=MEDIA_TYPE)
    log_response(
        "Internal Server Error: %s",
        request.path,
        response=response,
        request=request,
        exception=error,
    )
    return response


def _detail(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(_sentences(error.detail))
    if isinstance(error, APIException):
        return str(error.detail)
    return str(error) if isinstance(error, Http404) else ""


def _sentences(detail: Any) -> Iterator[str]:
    if isinstance(detail, Mapping):
        for name, found in detail.items():
            yield f"{name}: {' '.join(_sentences(found))}"
    else:
        yield from map(str, detail)
