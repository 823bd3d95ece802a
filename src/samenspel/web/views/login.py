# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in with a link that works once."""

from typing import Any

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from samenspel.core.errors import RuleError
from samenspel.core.rights import Role
from samenspel.parties.queries import login_link_account, person_of, regions_of
from samenspel.parties.services import use_login_link
from samenspel.words.errors import explain
from samenspel.words.labels import ROLES

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@sensitive_variables("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def login_link(request: HttpRequest, secret: str) -> HttpResponse:
    """
    Show a button that logs in; only pressing it uses the link up.

    Programs that look at links in mail before people do would otherwise use them.
    """
    at = timezone.now()
    if request.method == "POST":
        try:
            account = use_login_link(secret=secret, at=at)
        except RuleError as error:
            return _invalid(request, error)
        login(request, account, backend=_BACKEND)
        return HttpResponseRedirect(reverse("workbench"))
    known = login_link_account(secret, at)
    if known is None:
        return _invalid(request, RuleError("login-link-invalid"))
    person = person_of(known)
    roles = regions_of(known, timezone.localdate(at))
    context = {
        "person_name": person[1] if person else "",
        "roles": [_told(*role) for role in roles],
    }
    return render(request, "account/login_link.html", context)


def locked_out(request: HttpRequest, *_more: Any) -> HttpResponse:
    """Say that too many passwords were wrong; the guard against guessing calls this."""
    return render(request, "account/lockout.html", status=429)


def _told(_slug: str, region: str, role: str, party: str) -> dict[str, str]:
    return {"role": str(ROLES[Role(role)]), "party": party, "region": region}


def _invalid(request: HttpRequest, error: RuleError) -> HttpResponse:
    return render(request, "account/login_link_invalid.html", {"text": explain(error)}, status=410)
