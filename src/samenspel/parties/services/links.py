# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Links that log somebody in once."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.core.canonical import moment
from samenspel.core.errors import RuleError
from samenspel.core.rights import INSTALLATION, Act, Actor, check_may
from samenspel.parties.models import Account, LoginLink, Person
from samenspel.regions.services import lock_region

from .people import check_not_elsewhere, person_of_region, record_act, regions_with


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
    LoginLink.objects.create(
        account=person.account, digest=LoginLink.digest_of(secret), expires_at=at + valid
    )
    return secret


@transaction.atomic
def give_login_link(
    *, region: str, person_id: int, actor: Actor, at: datetime, valid: timedelta
) -> str:
    """
    Return the secret of a link that lets somebody of a region log in once, to be handed over.

    It stands on the ledger of every region that it opens; more than one only the installation may.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-person``, ``person-elsewhere``
            (the link would open another region too) or ``person-without-account``.
    """
    grant = check_may(actor, Act.MANAGE_PEOPLE)
    region_id = lock_region(slug=region)
    person = person_of_region(region_id, person_id)
    opened = {region, *regions_with(person, localdate(at))}
    if actor.reference != INSTALLATION.reference:
        check_not_elsewhere(region_id, person, localdate(at))
    secret = make_login_link(person_id=person_id, at=at, valid=valid)
    details = {"until": moment(at + valid)}
    for slug in sorted(opened):
        record_act(slug, "login-link-given", person, actor, grant, at, details)
    return secret


@transaction.atomic
def use_login_link(*, secret: str, at: datetime) -> Account:
    """
    Return the account that *secret* logs in, and use the link up.

    Raises:
        RuleError: ``login-link-invalid`` when unknown, used, expired or of a closed account.
    """
    links = LoginLink.objects.select_for_update(of=("self",)).select_related("account")
    link = links.filter(digest=LoginLink.digest_of(secret), used_at=None, expires_at__gt=at).first()
    if link is None or not link.account.is_active:
        raise RuleError("login-link-invalid")
    link.used_at = at
    link.save(update_fields=["used_at"])
    return link.account
