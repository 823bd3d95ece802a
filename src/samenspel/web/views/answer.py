# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What somebody does by a link in a mail: say how a measure goes, or switch the mail off.

Looking changes nothing, since programs look at links in mail before people do; a link that does not
work gets a plain page that says what to do.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from samenspel.agenda.queries import current_version, goals
from samenspel.core.errors import RuleError
from samenspel.delivery.queries import Opened, latest_by_measure, mail_of, opened
from samenspel.delivery.services import answer_by_link, switch_mail
from samenspel.web.forms.progress import Aim, AnswerForm
from samenspel.web.page import content_language
from samenspel.words.delivery import period_name
from samenspel.words.errors import explain

_METHODS = ["GET", "HEAD", "POST"]
_GONE = 410


@never_cache
@sensitive_variables("secret")
@require_http_methods(_METHODS)
def answer(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the form of a link; with a POST that is right, take the answer."""
    at = timezone.now()
    try:
        found = opened(secret, key=settings.LINK_KEY, at=at)
    except RuleError as error:
        return _useless(request, error)
    form = _form(request, found)
    status = 200
    if request.method == "POST":
        if not form.is_valid():
            status = 400
        else:
            try:
                said = form.answer()
                answer_by_link(secret=secret, answer=said, key=settings.LINK_KEY, at=at)
            except RuleError as error:
                if not form.refused(error):
                    return _useless(request, error)
                status = 400
            else:
                return _shown(request, "thanks", {"found": found})
    return _shown(request, "answer", {"found": found, "form": form}, status)


@never_cache
@sensitive_variables("secret")
@require_http_methods(_METHODS)
def mail(request: HttpRequest, secret: str) -> HttpResponse:
    """Show whether mail is on; with a POST, switch it."""
    try:
        if request.method == "POST":
            off = request.POST.get("mail") != "on"
            switch_mail(secret=secret, off=off, key=settings.LINK_KEY, at=timezone.now())
        _slug, title, _person, off = mail_of(secret, key=settings.LINK_KEY)
    except RuleError as error:
        return _useless(request, error)
    return _shown(request, "mail", {"region_title": title, "off": off})


def _form(request: HttpRequest, found: Opened) -> AnswerForm:
    version = current_version(found.region.slug)
    known = {one.key: one for one in goals(version.pk)} if version else {}
    aims = [
        Aim(key, known[key].title, known[key].unit, expected)
        for key, expected in found.aims
        if key in known
    ]
    last = latest_by_measure(found.region.pk).get(found.measure)
    data = request.POST if request.method == "POST" else None
    return AnswerForm(data, aims=aims, last=last.answer if last else None)


def _useless(request: HttpRequest, error: RuleError) -> HttpResponse:
    return _shown(request, "useless", {"text": explain(error)}, _GONE)


def _shown(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    found: Opened | None = context.get("found")
    whole = {
        "in_dutch": content_language(),
        "period": period_name(found.period) if found else "",
        **context,
    }
    response = render(request, f"answer/{template}.html", whole, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
