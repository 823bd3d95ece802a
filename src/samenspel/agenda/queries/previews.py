# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Records that wait between preview and import."""

import hashlib
import secrets
from datetime import datetime

from samenspel.agenda.models import Preview
from samenspel.core.record_json import loads
from samenspel.core.region_record import RegionRecord


def kept_preview(token: str, account_id: int, at: datetime) -> RegionRecord | None:
    """Return a record that an account keeps; None when gone, too old or not what was kept."""
    rows = Preview.objects.filter(token=token, account_id=account_id, expires_at__gt=at)
    kept = rows.first()
    if kept is None:
        return None
    digest = hashlib.sha256(kept.text.encode()).hexdigest()
    return loads(kept.text) if secrets.compare_digest(digest, kept.digest) else None
