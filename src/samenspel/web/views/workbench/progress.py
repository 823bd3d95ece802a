# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How it goes, in the workbench: what to answer, who was asked, what would be sent, the reports."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.core.delivery.progress import OVER
from samenspel.core.rights import Act
from samenspel.delivery import queries
from samenspel.delivery.queries import AskRow, Plan, measures_now
from samenspel.parties.queries import parties
from samenspel.web.page import Visit
from samenspel.web.parts.parties import names
from samenspel.web.views.workbench.desk import desk, show_desk
from samenspel.words.delivery import AUDIENCES, REMINDERS, STATUSES, period_name
from samenspel.words.formats import short_date

NAV = "workbench-progress"


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A measure that the visitor may answer for, with what was said of the latest period."""

    key: str
    title: str
    lead: str
    status: str
    mood: str
    url: str


@dataclass(frozen=True, slots=True)
class AskLine:
    """Somebody who was asked; *state* says what became of it."""

    pk: int
    measure: str
    name: str
    period: str
    sent: str
    state: str
    mood: str
    is_open: bool
    is_renewable: bool


@dataclass(frozen=True, slots=True)
class DueLine:
    """What would be sent now, to whom."""

    name: str
    note: str
    measures: str


@login_required
@require_safe
def progress(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is to be answered, asked and reported."""
    seen = desk(request, slug)
    known = queries.schedule(seen.region.pk)
    periods = queries.periods(known, seen.on)
    keeps = seen.may(Act.KEEP_PROGRESS)
    context: dict[str, Any] = {
        "title": _("Progress"),
        "schedule": known,
        "period": periods[-1] if periods else None,
        "period_name": period_name(periods[-1]) if periods else "",
        "answers": _to_answer(seen, periods[-1].code) if periods else [],
        "keeps": keeps,
    }
    if keeps:
        plan = queries.planned(slug, seen.region.pk, seen.on)
        called = {one.code: period_name(one) for one in periods}
        context |= {
            "due": _due(plan) if plan else [],
            "silent": _silent(plan) if plan else [],
            **_asks(seen, called, plan),
            "reports": _reports(seen, called),
        }
    return show_desk(request, "progress", seen, context, nav=NAV)


def _to_answer(seen: Visit, period: str) -> list[ToAnswer]:
    said = queries.latest_by_measure(seen.region.pk)
    called = names(parties(seen.region.pk))
    found = []
    for one in measures_now(seen.region.slug):
        if not seen.may(Act.REPORT_PROGRESS, *filter(None, [one.lead])):
            continue
        row = said.get(one.key)
        if row and row.period != period and row.answer.status not in OVER:
            row = None
        word = STATUSES[row.answer.status] if row else None
        url = reverse("workbench-progress-answer", args=[seen.region.slug, one.key, period])
        found.append(
            ToAnswer(
                one.key,
                one.title,
                called.get(one.lead, ""),
                str(word.name) if word else "",
                word.mood if word else "warn",
                url,
            )
        )
    return found


def _due(plan: Plan) -> list[DueLine]:
    """Return what would be sent now, a line for each mail."""
    people = {one.post.person: one.post.name for one in plan.owned if one.post}
    found: dict[int, list[str]] = {}
    for one in plan.due:
        found.setdefault(one.person, []).append(f"{one.measure} ({REMINDERS[one.kind]})")
    return [DueLine(people[person], "", ", ".join(keys)) for person, keys in found.items()]


def _silent(plan: Plan) -> list[DueLine]:
    """Return why some measures are asked of nobody, or of a deputy."""
    found = []
    for one in plan.owned:
        if one.post is None:
            found.append(DueLine("", _("there is nobody to ask"), one.measure.key))
        elif one.post.person in plan.off:
            found.append(DueLine(one.post.name, _("wants no mail"), one.measure.key))
        elif one.vacant:
            found.append(
                DueLine(one.post.name, _("stands in: the post is vacant"), one.measure.key)
            )
    return found


def _asks(seen: Visit, called: dict[str, str], plan: Plan | None) -> dict[str, list[AskLine]]:
    """Return who was asked: about the latest period, and about those before."""
    found: dict[str, list[AskLine]] = {"asks": [], "earlier": []}
    owners = {(one.measure.key, one.post.person) for one in plan.owned if one.post} if plan else ()
    for one in queries.asks(seen.region.pk, seen.actor):
        latest = plan is not None and one.period == plan.period.code
        held = (one.measure, one.person) in owners
        line = _ask(seen, one, called, counts=latest and held)
        found["asks" if latest else "earlier"].append(line)
    return found


def _ask(seen: Visit, one: AskRow, called: dict[str, str], *, counts: bool) -> AskLine:
    """Return a line; *counts*: its answer would be about the latest period, by who owns it now."""
    sent = [
        f"{REMINDERS[kind]} {short_date(localdate(at))}"
        + ("" if taken else f" ({failed or _('not known whether it was sent')})")
        for kind, at, taken, failed in one.notices
    ]
    expired = one.expires_at <= seen.at
    state, mood = _state(one, expired=expired, counts=counts)
    return AskLine(
        one.pk,
        one.measure,
        one.name or _("an erased person"),
        called.get(one.period, one.period),
        ", ".join(sent),
        state,
        mood,
        is_open=counts and not (one.revoked_at or one.answered_at or expired),
        is_renewable=counts,
    )


def _state(one: AskRow, *, expired: bool, counts: bool) -> tuple[str, str]:
    if one.answered_at:
        return _("answered"), "good"
    if one.revoked_at:
        return _("link withdrawn"), "none"
    if not counts:
        return _("no longer asked"), "none"
    return (_("link expired"), "none") if expired else (_("open"), "warn")


def _reports(seen: Visit, called: dict[str, str]) -> list[dict[str, str]]:
    return [
        {
            "title": f"{AUDIENCES[one.audience].meaning}, {called.get(one.period, one.period)}",
            "url": reverse(
                "progress-report-version",
                args=[seen.region.slug, f"{one.period}-{one.audience}", one.number],
            ),
            "note": _("version %(version)s, %(day)s")
            % {"version": one.number, "day": short_date(localdate(one.frozen_at))},
        }
        for one in queries.reports(seen.region.pk)
    ]
