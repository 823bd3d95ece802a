# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who calls, and how often they may."""

from typing import Any

from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.throttling import SimpleRateThrottle


class Reader(BaseAuthentication):
    """Who is logged in reads as on the pages; nothing can be changed, so there is no token."""

    def authenticate(self, request: Request) -> tuple[Any, None] | None:
        """Return the account of the session, or None for a visitor."""
        user = request._request.user  # noqa: SLF001 - Django's own request
        return (user, None) if user.is_authenticated else None


class ByAddress(SimpleRateThrottle):
    """So many requests a minute from one address, as counted by each server process."""

    scope = "address"

    def get_rate(self) -> Any:
        """Return the rate as it is set now."""
        return api_settings.DEFAULT_THROTTLE_RATES[self.scope]

    def get_cache_key(self, request: Request, view: Any) -> str:  # noqa: ARG002 - as asked
        """Return what is counted."""
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}
