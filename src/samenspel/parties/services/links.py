# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Links that log somebody in once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from samenspel.core.errors import RuleError
from samenspel.parties.models import Account, LoginLink, Person


@transaction.atomic
def make_login_link(*, person_id: int, at: datetime, valid: timedelta) -> str:
    """
    Return a new secret that logs a person in once; only its digest is kept.

    Raises:
        RuleError: ``person-without-account``.
    """
    person = Person.objects.select_related("account").get(pk=person_id)
    if person.account is None:
        raise RuleError("person-without-account")
    secret = secrets.token_urlsafe(32)
    LoginLink.objects.create(account=person.account, digest=_digest(secret), expires_at=at + valid)
    return secret


@transaction.atomic
def use_login_link(*, secret: str, at: datetime) -> Account:
    """
    Return the account that *secret* logs in, and use the link up.

    Raises:
        RuleError: ``login-link-invalid`` when unknown, used, expired or of a closed account.
    """
    links = LoginLink.objects.select_for_update(of=("self",)).select_related("account")
    link = links.filter(digest=_digest(secret), used_at=None, expires_at__gt=at).first()
    if link is None or not link.account.is_active:
        raise RuleError("login-link-invalid")
    link.used_at = at
    link.save(update_fields=["used_at"])
    return link.account


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
