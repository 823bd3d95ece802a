# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages about this installation, and the language of the visitor."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

_YEAR = 365 * 24 * 3600
_VALID = timedelta(days=180)


def about(request: HttpRequest) -> HttpResponse:
    """Show what Samenspel is."""
    return render(request, "pages/about.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement."""
    return render(request, "pages/accessibility.html", _contact())


def privacy(request: HttpRequest) -> HttpResponse:
    """Show which personal data is kept, and why."""
    return render(request, "pages/privacy.html", _contact())


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Speak the chosen language from now on, and go back to the page that it was chosen on."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        back = reverse("home")
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=_YEAR,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )
    return response


def security_txt(request: HttpRequest) -> HttpResponse:
    """Say where to report a weakness, after RFC 9116."""
    expires = (timezone.now() + _VALID).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.strftime('%Y-%m-%dT%H:%M:%SZ')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri(reverse('security-txt'))}",
    ]
    return _plain(lines)


def robots(_request: HttpRequest) -> HttpResponse:
    """Let everyone read what is public, and spare them what needs a log-in."""
    closed = ("/werkblad/", reverse("account_login"))
    return _plain(["User-agent: *", *(f"Disallow: {address}" for address in closed)])


def _plain(lines: list[str]) -> HttpResponse:
    text = "\n".join([*lines, ""])
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _contact() -> dict[str, str]:
    address = str(settings.SECURITY_CONTACT)
    return {"contact": address, "contact_text": address.removeprefix("mailto:")}
