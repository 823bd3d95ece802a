# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Records that were read from a workbook, kept between preview and import.

They stand in the database, for the account alone, so that any server can go on with them; they go
away when they are used, make way for newer ones, and after an hour no longer count.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from samenspel.agenda.models import Preview
from samenspel.core.errors import RuleError
from samenspel.core.record_json import dumps
from samenspel.core.region_record import RegionRecord

KEPT = timedelta(hours=1)
KEPT_OF_AN_ACCOUNT = 4
"""Newest previews of one account that stay; somebody may work in a few regions at a time."""

MAX_KEPT = 20 * 2**20
"""Bytes of one record as JSON; twice what a workbook itself may be."""


@transaction.atomic
def keep_preview(*, record: RegionRecord, account_id: int, at: datetime) -> str:
    """
    Keep *record* for an hour; return the token by which its account asks for it.

    Raises:
        RuleError: ``preview-too-large``.
    """
    text = dumps(record)
    data = text.encode()
    if len(data) > MAX_KEPT:
        raise RuleError("preview-too-large", megabytes=MAX_KEPT // 2**20)
    token = secrets.token_hex(16)
    Preview.objects.create(
        token=token,
        account_id=account_id,
        text=text,
        digest=hashlib.sha256(data).hexdigest(),
        expires_at=at + KEPT,
    )
    _make_way(account_id, at)
    return token


@transaction.atomic
def drop_preview(*, token: str, account_id: int) -> None:
    """Forget a record that was kept."""
    Preview.objects.filter(token=token, account_id=account_id).delete()


def _make_way(account_id: int, at: datetime) -> None:
    """Drop what nobody came back for, and the oldest of an account with many."""
    Preview.objects.filter(expires_at__lte=at).delete()
    mine = Preview.objects.filter(account_id=account_id).order_by("-pk")
    old = [*mine.values_list("pk", flat=True)[KEPT_OF_AN_ACCOUNT:]]
    Preview.objects.filter(pk__in=old).delete()
