# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How log-in differs from the library's default."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Nobody signs up: accounts are given with a role."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library asks
        """Return False, always."""
        return False
