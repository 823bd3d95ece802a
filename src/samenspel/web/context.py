# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What every template may use."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from samenspel import __version__
from samenspel.parties.queries import person_of


def site(request: HttpRequest) -> dict[str, object]:
    """Return the product and its version, and who is logged in; the name is read when shown."""
    return {
        "product": "Samenspel",
        "product_version": __version__,
        "actor_name": SimpleLazyObject(lambda: _name(request)),
    }


def _name(request: HttpRequest) -> str:
    """Return the name of who is logged in, or the address when the name is not known."""
    user = getattr(request, "user", None)  # an error may come before anyone looked who it is
    if user is None or not user.is_authenticated:
        return ""
    person = person_of(user.pk)
    return person[1] if person else str(user)
