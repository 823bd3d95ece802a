# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What every template may use."""

from django.http import HttpRequest

from samenspel import __version__


def site(request: HttpRequest) -> dict[str, object]:
    """Return the name of the product and its version."""
    return {"product": "Samenspel", "product_version": __version__}
