# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What acts on councils look up first."""

from samenspel.core.errors import RuleError
from samenspel.councils.models import Council
from samenspel.deals.services.recording import Doing


def council_of(doing: Doing, party: str) -> Council:
    """Return a council of the region. Raises ``unknown-council``."""
    found = Council.objects.filter(party__region_id=doing.region_id, party__slug=party).first()
    if found is None:
        raise RuleError("unknown-council", party=party)
    return found
