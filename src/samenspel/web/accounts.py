# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How log-in differs from the library's default."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

_LONGEST_ADDRESS = 254

FORMAL = (
    _("The email address and/or password you specified are not correct."),
    _("Please type your current password."),
    _("You must type the same password each time."),
)
"""What the library says informally in Dutch; our own translation goes before that of a library."""


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Nobody signs up: accounts are given with a role."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library asks
        """Return False, always."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - idem
        """Go on with the work."""
        return reverse("workbench")


def client_address(request: HttpRequest) -> str:
    """
    Return the address that a request comes from: what the guard counts by beside the account.

    Behind our own proxy (``https``) that is the last entry of X-Forwarded-For, which it wrote;
    without a proxy the header is anybody's invention and not heeded.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def tried_address(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str | None:
    """Return the address that somebody tries to log in with: what the guard counts by."""
    tried = (credentials or {}).get("email") or request.POST.get("login", "")
    return str(tried).replace("\0", "").strip().lower()[:_LONGEST_ADDRESS] or None
