# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Names for kinds of regions and for the areas of the triangle."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REGION_KINDS: dict[str, Promise] = {
    "labour-market-region": _("Labour market region"),
    "corop": _("COROP region"),
    "province": _("Province"),
    "own": _("Own region"),
}


def region_kind(kind: str) -> str:
    """Return the name of a kind of region, or the kind itself."""
    return str(REGION_KINDS.get(kind, kind))
