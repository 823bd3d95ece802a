# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Mail on and off, by whom it goes to."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.core.rights import Grant, Role
from samenspel.delivery import models
from samenspel.delivery.queries.asking import mail_of
from samenspel.ledger.services import append
from samenspel.parties.queries import actor_of
from samenspel.regions.services import lock_region


@transaction.atomic
def switch_mail(*, secret: str, off: bool, key: bytes, at: datetime) -> None:
    """
    Let a person get no more mail from a region, or get it again, by the link in a mail.

    Doing it twice is doing it once.

    Raises:
        RuleError: ``link-unknown``.
    """
    region, _title, person, was_off = mail_of(secret, key=key)
    region_id = lock_region(slug=region)
    if was_off == off:
        return
    if off:
        models.MailOff.objects.get_or_create(
            region_id=region_id, person_id=person, defaults={"since": at}
        )
    else:
        models.MailOff.objects.filter(region_id=region_id, person_id=person).delete()
    actor = actor_of(person, region, localdate(at))
    append(
        book=region,
        kind="progress-mail-switched",
        object=f"person:{actor.reference}",
        actor=actor,
        grant=next(iter(actor.grants), Grant(Role.READER)),
        details={"mail": "off" if off else "on"},
        at=at,
    )
