# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Asking owners by mail, each at most once.

Reminders are written down before the mail goes, in a transaction of their own; what the mail server
answered is noted after it. A crash in between leaves reminders of which nobody knows whether they
went: they are not sent again, the workbench shows them, and the next reminder follows by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samenspel.core.delivery.links import Claim, token
from samenspel.core.delivery.reminders import Due
from samenspel.core.delivery.schedule import Period, Reminder, expires_on
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act, Actor
from samenspel.deals.services.recording import Doing, begin
from samenspel.delivery import models
from samenspel.delivery.queries.asking import (
    Plan,
    claim_of,
    day_begins,
    planned,
)
from samenspel.delivery.queries.schedules import latest_period
from samenspel.delivery.queries.schedules import schedule as schedule_of
from samenspel.parties.queries import PostFacts


@dataclass(frozen=True, slots=True)
class Question:
    """One measure in a mail; *secret* is the last part of the address of its link."""

    measure: str
    title: str
    kind: Reminder
    secret: str
    for_deputy: bool


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one person about all their measures; *off* ends the link that stops them."""

    notices: tuple[int, ...]
    name: str
    email: str
    period: Period
    on: date
    questions: tuple[Question, ...]
    off: str


@transaction.atomic
def plan_mail(*, region: str, actor: Actor, at: datetime, key: bytes) -> list[Mail]:
    """
    Write down which reminders are due in a region, and return the mails that say them.

    Whoever calls this sends each once it is committed, and confirms that with ``confirm_sent``;
    what was returned once is not returned again. *key* signs the links.

    Raises:
        RuleError: ``not-allowed`` or ``unknown-region``.
    """
    doing = begin(region, actor, at, Act.KEEP_PROGRESS)
    plan = planned(region, doing.region_id, doing.on)
    if plan is None or not plan.due:
        return []
    asks = _asks(doing, plan)
    notices = {
        one: models.Notice.objects.create(ask=asks[one.person, one.measure], kind=one.kind, at=at)
        for one in plan.due
    }
    doing.record(
        "progress-asked",
        f"period:{plan.period.code}",
        {str(kind): sorted(keys) for kind, keys in _by_kind(plan.due).items()},
    )
    return [_mail(one, plan, asks, notices, key) for one in _people(plan)]


def _people(plan: Plan) -> list[PostFacts]:
    """Return who is written to, each once, in the order of their measures."""
    people = {one.post.person: one.post for one in plan.owned if one.post}
    return [people[person] for person in dict.fromkeys(one.person for one in plan.due)]


def _mail(
    person: PostFacts,
    plan: Plan,
    asks: Mapping[tuple[int, str], models.Ask],
    notices: Mapping[Due, models.Notice],
    key: bytes,
) -> Mail:
    region, owned = plan.region, {one.measure.key: one for one in plan.owned}
    some = [one for one in plan.due if one.person == person.person]
    questions = tuple(
        Question(
            one.measure,
            owned[one.measure].measure.title,
            one.kind,
            token(claim_of(asks[one.person, one.measure], region, person), key),
            owned[one.measure].vacant,
        )
        for one in some
    )
    return Mail(
        notices=tuple(notices[one].pk for one in some),
        name=person.name,
        email=person.email,
        period=plan.period,
        on=plan.on,
        questions=questions,
        off=token(mail_claim(region, person), key),
    )


def confirm_sent(*, mail: Mail, at: datetime, failed: str = "") -> None:
    """Note that a mail was taken by the mail server, or why it was not."""
    rows = models.Notice.objects.filter(pk__in=mail.notices)
    rows.update(**({"failed": failed[:300]} if failed else {"sent_at": at}))


@transaction.atomic
def revoke_link(*, region: str, ask: int, actor: Actor, at: datetime) -> None:
    """
    End a link before its time.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-link`` or ``link-revoked``.
    """
    doing = begin(region, actor, at, Act.KEEP_PROGRESS)
    row = _ask(doing, ask)
    if row.revoked_at:
        raise RuleError("link-revoked")
    row.revoked_at = at
    row.save(update_fields=["revoked_at"])
    _record(doing, row, "progress-link-revoked")


@transaction.atomic
def renew_link(*, region: str, ask: int, actor: Actor, at: datetime, key: bytes) -> str:
    """
    Return the secret of a new link in place of all earlier ones; it also serves to correct.

    Only about the latest period: older ones are corrected in the workbench.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-link`` or ``link-expired``.
    """
    doing = begin(region, actor, at, Act.KEEP_PROGRESS)
    row = _ask(doing, ask)
    known = schedule_of(doing.region_id)
    period = latest_period(known, doing.on)
    if known is None or period is None or period.code != row.period:
        raise RuleError("link-expired")
    row.edition += 1
    row.expires_at = day_begins(expires_on(known, period, doing.on))
    row.revoked_at = row.answered_at = None
    row.save(update_fields=["edition", "expires_at", "revoked_at", "answered_at"])
    _record(doing, row, "progress-link-renewed")
    return token(claim_of(row, region, row.person), key)


def mail_claim(region: str, person: PostFacts) -> Claim:
    """Return what the link to switch mail off is for."""
    return Claim("mail", person.person, region, person.reference)


def _asks(doing: Doing, plan: Plan) -> dict[tuple[int, str], models.Ask]:
    """Return (person, measure) -> the question that each reminder is about, made when new."""
    known = schedule_of(doing.region_id)
    assert known is not None  # noqa: S101 - there is a plan
    expires = day_begins(expires_on(known, plan.period, doing.on))
    found = {}
    for one in plan.due:
        found[one.person, one.measure], _made = models.Ask.objects.get_or_create(
            region_id=doing.region_id,
            measure=one.measure,
            period=plan.period.code,
            person_id=one.person,
            defaults={
                "asked_at": doing.at,
                "due_on": plan.period.due_on,
                "expires_at": expires,
            },
        )
    return found


def _by_kind(due: Iterable[Due]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in due:
        found[str(one.kind)].append(one.measure)
    return found


def _ask(doing: Doing, ask: int) -> models.Ask:
    rows = models.Ask.objects.filter(region_id=doing.region_id, pk=ask)
    row = rows.select_related("person").first()
    if row is None:
        raise RuleError("unknown-link")
    return row


def _record(doing: Doing, row: models.Ask, kind: str) -> None:
    details = {"period": row.period, "person": row.person.reference}
    doing.record(kind, f"measure:{row.measure}", details)
