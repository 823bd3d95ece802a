# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of somebody: to sign, to explain what is late, to settle, to say how it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core.deals.commitment import Outcome
from samenspel.core.deals.ladder import PROMISED, SETTLED
from samenspel.core.deals.states import DealState
from samenspel.core.delivery.progress import is_asked
from samenspel.core.rights import Act
from samenspel.deals.queries import CommitmentRow, DealRow, commitments, deals, overdue, to_sign
from samenspel.delivery.queries import (
    latest_by_measure,
    latest_period,
    measures_now,
    schedule,
)
from samenspel.parties.queries import parties
from samenspel.web.page import Visit
from samenspel.words.deals import ESCALATIONS
from samenspel.words.formats import long_date
from samenspel.words.promises import days

_AHEAD = timedelta(days=30)
"""A condition is asked for so long before its day."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked: what, where it is done, and for whom or by when."""

    text: str
    url: str
    note: str
    mood: str = "warn"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who is asked: the visit, the parties acted for, and what parties are called."""

    seen: Visit
    own: frozenset[str]
    names: dict[str, str]

    def url(self, name: str, *args: object) -> str:
        """Return the address of a page in the workbench of the region."""
        return reverse(f"workbench-{name}", args=[self.seen.region.slug, *args])


def asked(seen: Visit) -> list[Ask]:
    """Return what is asked of the visitor now; some twenty statements, fewer without deals."""
    own = frozenset(grant.party for grant in seen.actor.grants if grant.party)
    names = {one.slug: one.name for one in parties(seen.region.pk)}
    reader = _Reader(seen, own, names)
    rows = commitments(seen.region.pk, seen.actor)
    return [
        *_signatures(reader),
        *_late(reader),
        *_conditions(reader, rows),
        *_progress(reader),
        *_drafts(reader),
    ]


def _signatures(reader: _Reader) -> Iterator[Ask]:
    seen = reader.seen
    for party, row in to_sign(seen.region.pk, seen.actor, on=seen.on):
        text = _("Sign “%(deal)s”") % {"deal": row.title}
        yield Ask(text, reader.url("deal-sign", row.slug, party), reader.names[party])


def _late(reader: _Reader) -> Iterator[Ask]:
    """Yield what is past its date: one's own to explain, all of it for who keeps the whole."""
    seen = reader.seen
    for late in overdue(seen.region.pk, on=seen.on):
        one = late.row.commitment
        told = {"what": one.what, "party": reader.names[one.party]}
        past = _("%(days)s late") % {"days": days(late.days)}
        step = f" · {ESCALATIONS[late.escalation].name}" if late.escalation else ""
        if one.party in reader.own and seen.may(Act.EDIT_COMMITMENT, one.party):
            if not late.row.explanation:
                text = _("Explain why it is late: %(what)s") % told
                yield Ask(text, reader.url("commitment-explain", one.key), past, "bad")
        elif seen.may(Act.EDIT_DEAL):
            text = _("Late at %(party)s: %(what)s") % told
            yield Ask(text, reader.url("commitment", one.key), past + step, "bad")


def _conditions(reader: _Reader, rows: Sequence[CommitmentRow]) -> Iterator[Ask]:
    """Yield the open conditions that the visitor's parties fulfil or depend on, soon or undated."""
    for row in rows:
        if row.rung not in PROMISED - SETTLED:
            continue
        for place, one in enumerate(row.commitment.conditions):
            concerned = {row.commitment.party, one.party} & reader.own
            soon = one.due_on is None or one.due_on <= reader.seen.on + _AHEAD
            if one.outcome is Outcome.OPEN and soon and _may(reader, concerned):
                text = _("Say what came of the condition: %(text)s") % {"text": one.text}
                url = reader.url("condition-settle", row.commitment.key, place + 1)
                yield Ask(text, url, _by(one.due_on))


def _progress(reader: _Reader) -> Iterator[Ask]:
    """Yield the measures of the visitor's own parties of which nobody said yet how they go."""
    seen = reader.seen
    known = schedule(seen.region.pk) if reader.own else None
    period = latest_period(known, seen.on)
    if period is None:
        return
    said = latest_by_measure(seen.region.pk)
    for one in measures_now(seen.region.slug):
        if one.lead not in reader.own or not seen.may(Act.REPORT_PROGRESS, one.lead):
            continue
        row = said.get(one.key)
        status = row.answer.status if row else None
        if (row is None or row.period != period.code) and is_asked(one, period, status):
            text = _("Say how it goes: %(measure)s") % {"measure": one.title}
            yield Ask(text, reader.url("progress-answer", one.key, period.code), _by(period.due_on))


def _drafts(reader: _Reader) -> Iterator[Ask]:
    if not reader.seen.may(Act.EDIT_DEAL):
        return
    for row in deals(reader.seen.region.pk, reader.seen.actor, on=reader.seen.on):
        if _is_draft(row):
            text = _("Finish the draft of “%(deal)s” and propose it") % {"deal": row.title}
            yield Ask(text, reader.url("deal", row.slug), _("draft"), "info")


def _is_draft(row: DealRow) -> bool:
    return row.open is DealState.DRAFT


def _may(reader: _Reader, concerned: set[str]) -> bool:
    return bool(concerned) and reader.seen.may(Act.EDIT_COMMITMENT, *concerned)


def _by(due: date | None) -> str:
    return _("by %(day)s") % {"day": long_date(due)} if due else _("no date")
