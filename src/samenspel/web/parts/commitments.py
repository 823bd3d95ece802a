# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Commitments as pages show them: what, by whom, how much, how far, and what is past its date."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.deals.commitment import Commitment, Condition, Outcome
from samenspel.core.deals.ladder import LADDER, ORDER, SETTLED, Rung
from samenspel.deals.queries import (
    CommitmentRow,
    OverdueRow,
    StepFacts,
    brief,
    commitments,
    late_among,
)
from samenspel.web.page import Visit
from samenspel.web.parts.money import Bar, by_year
from samenspel.web.parts.targets import Named, view_targets
from samenspel.web.parts.version import Step
from samenspel.web.reading import Reading
from samenspel.words.deals import COMMITMENT_KINDS, OUTCOMES, RUNGS, when_late
from samenspel.words.formats import long_date, short_date
from samenspel.words.promises import days, quantity

_MOODS = {Rung.MENTIONED: "none", Rung.DONE: "good", Rung.ACCOUNTED: "good"}
_OUTCOME_MOODS = {Outcome.OPEN: "none", Outcome.MET: "good", Outcome.FAILED: "warn"}


@dataclass(frozen=True, slots=True)
class Promised:
    """What a page calls parties, deals and targets, and what is past its date, by key."""

    slug: str
    parties: Mapping[str, str]
    deals: Mapping[str, str]
    targets: Mapping[str, Named]
    late: Mapping[str, OverdueRow]

    def party(self, slug: str) -> Named:
        """Return a party with its page; one that is not known has none."""
        if slug not in self.parties:
            return Named(slug)
        return Named(self.parties[slug], f"{_above('party', self.slug)}{slug}/")

    def target(self, target: str) -> Named:
        """Return to what something is promised, such as ``measure:M1``."""
        return self.targets.get(target, Named(target.partition(":")[2]))

    def commitment(self, key: str) -> str:
        """Return the page of a commitment."""
        return f"{_above('commitment', self.slug)}{key}/"


@cache
def _above(name: str, region: str) -> str:
    """Return the address above those of all parties or commitments of a region."""
    return reverse(name, args=[region, "0"])[: -len("0/")]


@dataclass(frozen=True, slots=True)
class LateView:
    """Since when something is past its date, and what its party says of it."""

    since: str
    days: str
    step: str
    step_meaning: str
    explanation: str
    explained: str


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """A commitment in a table; texts are empty where nothing is known."""

    key: str
    what: str
    url: str
    party: Named
    kind: str
    size: str
    until: str
    rung: str
    mood: str
    target: Named
    deals: list[Named]
    late: LateView | None


@dataclass(frozen=True, slots=True)
class ConditionView:
    """On what a commitment depends."""

    text: str
    who: Named
    due: str
    outcome: str
    mood: str
    settled: str


def to_targets(
    seen: Visit, read: Reading | None, parties: Mapping[str, str], targets: Collection[str]
) -> list[CommitmentView]:
    """
    Return what is promised to things in the agenda; five statements, one if there is nothing.

    To one thing alone its name is not needed: three.
    """
    rows = commitments(seen.region.pk, seen.actor, target=targets) if targets else []
    within = read if len(targets) > 1 else None
    return view_commitments(rows, promised(seen, within, parties, rows))


def promised(
    seen: Visit, read: Reading | None, parties: Mapping[str, str], rows: Iterable[CommitmentRow]
) -> Promised:
    """Return what *rows* are called and which are past their date; three statements at most."""
    known = list(rows)
    if not known:
        return Promised(seen.region.slug, parties, {}, {}, {})
    deals = brief(seen.region.pk)
    overdue = {one.row.commitment.key: one for one in late_among(known, deals.left, seen.on)}
    return called(seen, read, (parties, deals.titles), known, overdue)


def called(
    seen: Visit,
    read: Reading | None,
    names: tuple[Mapping[str, str], Mapping[str, str]],
    rows: Iterable[CommitmentRow],
    overdue: Mapping[str, OverdueRow],
) -> Promised:
    """
    Return what *rows* are called; two statements at most.

    *names* are those of parties and deals, by slug; *overdue* is what is past its date, by key.
    """
    parties, titles = names
    found = view_targets(seen, read, (row.commitment.target for row in rows), titles)
    return Promised(seen.region.slug, parties, titles, found, overdue)


def view_commitments(rows: Iterable[CommitmentRow], known: Promised) -> list[CommitmentView]:
    """Return *rows* ready to be shown."""
    return [view_commitment(row, known) for row in rows]


def view_commitment(row: CommitmentRow, known: Promised) -> CommitmentView:
    """Return one commitment ready to be shown."""
    one = row.commitment
    past = known.late.get(one.key)
    return CommitmentView(
        key=one.key,
        what=one.what,
        url=known.commitment(one.key),
        party=known.party(one.party),
        kind=str(COMMITMENT_KINDS[one.kind]),
        size=quantity(one),
        until=short_date(one.ends_on) if one.ends_on else "",
        rung=str(RUNGS[row.rung].name),
        mood=_MOODS.get(row.rung, "info"),
        target=known.target(one.target),
        deals=[
            Named(known.deals[deal], reverse("deal", args=[known.slug, deal]))
            for deal in row.deals
            if deal in known.deals
        ],
        late=view_late(past) if past else None,
    )


def view_late(one: OverdueRow) -> LateView:
    """Return since when a commitment is past its date, with its party's explanation."""
    row = one.row
    name, meaning = when_late(one.step) if one.step else ("", "")
    return LateView(
        since=long_date(row.commitment.ends_on) if row.commitment.ends_on else "",
        days=days(one.days),
        step=name,
        step_meaning=meaning,
        explanation=row.explanation,
        explained=_day(row.explained_at),
    )


def ladder(rung: Rung, taken: Iterable[StepFacts]) -> list[Step]:
    """
    Return the ladder as steps, each with the day on which it was reached last.

    A rung that was passed over keeps its place and says so.
    """
    days_by_rung = {step.rung: step.on for step in taken}
    steps = []
    for one in LADDER:
        ahead = ORDER[one.rung] - ORDER[rung]
        state = "todo" if ahead > 0 else "current" if not ahead else "done"
        if one.rung is rung and rung is Rung.ACCOUNTED:
            state = "done"
        day = days_by_rung.get(one.rung) if ahead <= 0 else None
        note = short_date(day) if day else ""
        if state == "done" and not day and one.rung is not Rung.MENTIONED:
            state, note = "todo", _("passed over")
        steps.append(Step(capfirst(str(RUNGS[one.rung].name)), state, note))
    return steps


def view_conditions(one: Commitment, known: Promised) -> list[ConditionView]:
    """Return the conditions of a commitment ready to be shown."""
    return [_condition(condition, known) for condition in one.conditions]


def years(one: Commitment) -> list[Bar]:
    """Return the money of a commitment by year."""
    return by_year({each.year: each.amount_cents for each in one.amounts})


def money_by_year(rows: Iterable[CommitmentRow]) -> list[Bar]:
    """Return the money of several commitments together by year."""
    cents: dict[int | None, int] = {}
    for row in rows:
        for each in row.commitment.amounts:
            cents[each.year] = cents.get(each.year, 0) + each.amount_cents
    return by_year({year: cents[year] for year in sorted(cents, key=lambda one: one or 0)})


def is_done(row: CommitmentRow) -> bool:
    """Tell whether nothing is owed any more."""
    return row.rung in SETTLED


def _condition(one: Condition, known: Promised) -> ConditionView:
    return ConditionView(
        text=one.text,
        who=known.party(one.party) if one.party else Named(one.who),
        due=long_date(one.due_on) if one.due_on else "",
        outcome=str(OUTCOMES[one.outcome]),
        mood=_OUTCOME_MOODS[one.outcome],
        settled=long_date(one.settled_on) if one.settled_on else "",
    )


def _day(at: datetime | None) -> str:
    return long_date(timezone.localdate(at)) if at else ""
