# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who was asked what, what would be sent, and what a link is good for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Protocol

from django.utils.timezone import localdate, make_aware

from samenspel.core.canonical import moment
from samenspel.core.delivery.links import Claim, is_genuine, number_in
from samenspel.core.delivery.reminders import Due, Sent, due
from samenspel.core.delivery.schedule import Period, Reminder
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor, Grant, check_may, grant_for
from samenspel.delivery import models
from samenspel.delivery.queries.owners import Owned, measures_now, owned
from samenspel.delivery.queries.progress import all_answers
from samenspel.delivery.queries.schedules import latest_period, schedule
from samenspel.parties.queries import actor_of, reference_of_known
from samenspel.regions.queries import RegionFacts, regions


class _Known(Protocol):
    @property
    def reference(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be sent now: reminders, of which period, and who owns which measure."""

    region: str
    period: Period
    on: date
    due: tuple[Due, ...]
    owned: tuple[Owned, ...]
    off: frozenset[int]


@dataclass(frozen=True, slots=True)
class Opened:
    """
    A link that works: what it asks, and who may answer by which right.

    *aims* are (goal, expected in all) of what the measure adds to.
    """

    ask: int
    region: RegionFacts
    measure: str
    title: str
    period: Period
    actor: Actor
    grant: Grant
    aims: tuple[tuple[str, Decimal | None], ...]


@dataclass(frozen=True, slots=True)
class AskRow:
    """A question in a list, for who keeps the whole; names a person."""

    pk: int
    measure: str
    period: str
    person: int
    name: str
    asked_at: datetime
    due_on: date
    expires_at: datetime
    revoked_at: datetime | None
    answered_at: datetime | None
    notices: tuple[tuple[Reminder, datetime, datetime | None, str], ...]


def planned(region: str, region_id: int, on: date) -> Plan | None:
    """Return what is to be sent in a region on a day; None when nothing is ever asked there yet."""
    known = schedule(region_id)
    period = latest_period(known, on)
    if known is None or period is None:
        return None
    measures = owned(region, region_id, period, on)
    off = frozenset(
        models.MailOff.objects.filter(region_id=region_id).values_list("person", flat=True)
    )
    owners = {
        one.measure.key: one.post.person
        for one in measures
        if one.post and one.post.person not in off
    }
    answered = {(one.measure, one.period) for one in all_answers(region_id)}
    found = due(known, owners, answered, _sent(region_id, period.code), on)
    return Plan(region, period, on, tuple(found), tuple(measures), off)


def _sent(region_id: int, period: str) -> list[Sent]:
    rows = models.Notice.objects.filter(ask__region_id=region_id, ask__period=period)
    names = ("ask__person", "ask__measure", "ask__period", "kind", "at")
    return [
        Sent(person, measure, code, Reminder(kind), localdate(at))
        for person, measure, code, kind, at in rows.values_list(*names)
    ]


def asks(region_id: int, reader: Actor) -> list[AskRow]:
    """
    Return everybody who was asked, the newest period first; two statements.

    Raises:
        RuleError: ``not-allowed``.
    """
    check_may(reader, Act.KEEP_PROGRESS)
    rows = models.Ask.objects.filter(region_id=region_id).select_related("person")
    found = []
    for row in rows.prefetch_related("notices").order_by("-period", "pk"):
        notices = tuple(
            (Reminder(one.kind), one.at, one.sent_at, one.failed) for one in row.notices.all()
        )
        found.append(
            AskRow(
                row.pk,
                row.measure,
                row.period,
                row.person_id,
                row.person.name,
                row.asked_at,
                row.due_on,
                row.expires_at,
                row.revoked_at,
                row.answered_at,
                notices,
            )
        )
    return found


def claim_of(row: models.Ask, region: str, person: _Known) -> Claim:
    """Return what the link of a question is for."""
    return Claim(
        purpose="answer",
        number=row.pk,
        region=region,
        person=person.reference,
        measure=row.measure,
        period=row.period,
        expires=moment(row.expires_at),
        edition=row.edition,
    )


def opened(secret: str, *, key: bytes, at: datetime) -> Opened:
    """
    Return what a link is good for now; changes nothing.

    Raises:
        RuleError: ``link-unknown`` (forged, or of an earlier edition), ``link-revoked``,
            ``link-answered``, ``link-expired``, or ``link-not-yours`` when its person no longer
            speaks for the measure, or the measure is not asked about any more.
    """
    row = _found(secret, key)
    if row.revoked_at:
        raise RuleError("link-revoked")
    if row.answered_at:
        raise RuleError("link-answered", on=localdate(row.answered_at))
    if row.expires_at <= at:
        raise RuleError("link-expired")
    return _opened(row, localdate(at))


def _found(secret: str, key: bytes) -> models.Ask:
    number = number_in(secret)
    rows = models.Ask.objects.filter(pk=number or 0).select_related("person", "region")
    row = rows.first()
    if row is None or not is_genuine(secret, claim_of(row, row.region.slug, row.person), key):
        raise RuleError("link-unknown")
    return row


def _opened(row: models.Ask, on: date) -> Opened:
    slug = row.region.slug
    known = schedule(row.region_id)
    period = latest_period(known, on)
    measure = next((one for one in measures_now(slug) if one.key == row.measure), None)
    actor = actor_of(row.person_id, slug, on)
    own: Collection[str] = {measure.lead} - {""} if measure else set()
    grant = grant_for(actor, Act.REPORT_PROGRESS, own)
    if measure is None or grant is None or period is None or period.code != row.period:
        raise RuleError("link-not-yours")
    region = next(one for one in regions() if one.pk == row.region_id)
    aims = tuple((one.goal, one.amount) for one in measure.contributions)
    return Opened(row.pk, region, measure.key, measure.title, period, actor, grant, aims)


def day_begins(day: date) -> datetime:
    """Return the first moment of a day, in the time zone of the region."""
    return make_aware(datetime.combine(day, time()))


def mail_of(secret: str, *, key: bytes) -> tuple[str, str, int, bool]:
    """
    Return (region, its title, person, whether mail is off) of a link to switch mail.

    Raises:
        RuleError: ``link-unknown``.
    """
    person = number_in(secret) or 0
    reference = reference_of_known(person)
    for region in regions() if reference else ():
        claim = Claim("mail", person, region.slug, reference)
        if is_genuine(secret, claim, key):
            off = models.MailOff.objects.filter(region_id=region.pk, person_id=person).exists()
            return region.slug, region.title, person, off
    raise RuleError("link-unknown")
