# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What happens around every request."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from samenspel.sources.loaded import use_loaded

Responder = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """
    Speak the language that the visitor chose, else the installation's own.

    A browser's Accept-Language is not heeded on purpose: public pages of Dutch government are in
    Dutch until the reader asks otherwise, and a link shows everyone the same page.
    """

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response
        self.languages = frozenset(code for code, _ in settings.LANGUAGES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in one language."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in self.languages else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class PrivateMiddleware:
    """
    Keep what somebody who is logged in sees out of every cache, that of their own browser too.

    Else drafts and names could be read after log-out, by the next at the same machine. It stands
    after log-in; the session of who has no cookie is not opened.
    """

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, for nobody else when it is known who asks."""
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            response.headers["Cache-Control"] = "private, no-store"
        return response


class FiguresMiddleware:
    """
    Let the figures count that were loaded into the data folder, as it is at this request.

    So a server notices a new edition without a restart; one look at the folder is all it takes.
    """

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer from one set of figures."""
        use_loaded(Path(settings.DATA))
        return self.get_response(request)
