# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Payments, forecasts and SiSa in words."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspel.core.funding.cash import Direction, Payment, PaymentKind
from samenspel.core.funding.forecast import (
    ENOUGH_PERCENT,
    FIRST_DAYS,
    Course,
    Move,
)
from samenspel.core.funding.leverage import Leverage
from samenspel.core.funding.party_money import PartyMoney, per_head
from samenspel.core.funding.sisa import NO, YES, Answer, Column, ColumnKind
from samenspel.words.formats import euro, number
from samenspel.words.labels import StateWords

DIRECTIONS: dict[Direction, Promise] = {
    Direction.IN: gettext_lazy("received"),
    Direction.OUT: gettext_lazy("paid out"),
}

PAYMENT_KINDS: dict[PaymentKind, Promise] = {
    PaymentKind.ADVANCE: gettext_lazy("advance"),
    PaymentKind.INSTALMENT: gettext_lazy("instalment"),
    PaymentKind.SETTLEMENT: gettext_lazy("final settlement"),
    PaymentKind.REPAYMENT: gettext_lazy("repayment"),
}

COLUMN_KINDS: dict[ColumnKind, Promise] = {
    ColumnKind.TEXT: gettext_lazy("text"),
    ColumnKind.MONEY_YEAR: gettext_lazy("money in the year (computed)"),
    ColumnKind.MONEY_CUMULATIVE: gettext_lazy("money up to and including the year (computed)"),
    ColumnKind.YES_NO: gettext_lazy("yes or no"),
    ColumnKind.CHOICE: gettext_lazy("one of a list"),
}

COURSES: dict[Course, StateWords] = {
    Course.ON_COURSE: StateWords(
        gettext_lazy("on course"),
        gettext_lazy("At this pace at least nine tenths of the plan is spent on the last day."),
    ),
    Course.UNDERSPENDING: StateWords(
        gettext_lazy("behind"),
        gettext_lazy("At this pace less than nine tenths of the plan is spent on the last day."),
    ),
    Course.AHEAD: StateWords(
        gettext_lazy("ahead"),
        gettext_lazy("At this pace the plan is spent well before the last day."),
    ),
    Course.LEFT_OVER: StateWords(
        gettext_lazy("money left over"),
        gettext_lazy("The last day has passed and not all of the plan was spent."),
    ),
    Course.OVERSPENT: StateWords(
        gettext_lazy("over the plan"), gettext_lazy("More was spent than was planned.")
    ),
    Course.NOT_PLANNED: StateWords(
        gettext_lazy("not in the plan"),
        gettext_lazy("There are payments and no line of the funding plan."),
    ),
    Course.TOO_EARLY: StateWords(
        gettext_lazy("too early to say"),
        gettext_lazy("The first 90 days, or a plan that is not split by year, say nothing yet."),
    ),
    Course.NO_END: StateWords(
        gettext_lazy("no end date"),
        gettext_lazy("The source has no last day, so there is nothing to hold it against."),
    ),
}

_MUCH = 10_000_00
"""Cents from which on an estimate is told in thousands of euros."""


def payment_words(one: Payment) -> str:
    """Return what a payment is: ``advance received``."""
    if one.is_correction:
        return _("counter-entry to %(reference)s") % {"reference": one.corrects}
    if one.direction is Direction.IN:
        return _("%(kind)s received") % {"kind": PAYMENT_KINDS[one.kind]}
    return _("%(kind)s paid out") % {"kind": PAYMENT_KINDS[one.kind]}


def forecast_rule() -> str:
    """Return the rule of the forecast with its limits."""
    return _(
        "The forecast draws a straight line through what was paid out so far, from the first "
        "planned year to the last day of the source. It says nothing in the first %(days)s days. "
        "“Behind” is less than %(percent)s%% of the plan. Projects often spend late: it is a "
        "reason to ask, no prediction."
    ) % {"days": FIRST_DAYS, "percent": ENOUGH_PERCENT}


def move_sentence(one: Move, measures: Mapping[str, str], sources: Mapping[str, str]) -> str:
    """Return how money could be moved, or that nobody is short of it."""
    known = {
        "amount": euro(about(one.cents)),
        "measure": called(one.measure, measures),
        "source": f"{one.source} {sources.get(one.source, '')}".strip(),
        "to": called(one.to, measures),
    }
    if one.to:
        return (
            _(
                "About %(amount)s of source %(source)s is expected to be left at %(measure)s, "
                "while %(to)s is short of it. Consider moving it, if the rules of the source allow."
            )
            % known
        )
    return (
        _(
            "About %(amount)s of source %(source)s is expected to be left at %(measure)s, and no "
            "other measure of that source is short. Speed it up, choose another use, or expect to "
            "give it back."
        )
        % known
    )


def about(cents: int) -> int:
    """Return an estimate without digits that mean nothing: thousands of euros, else whole ones."""
    step = 1000_00 if abs(cents) >= _MUCH else 1_00
    return (cents + step // 2) // step * step


def called(measure: str, measures: Mapping[str, str]) -> str:
    """Return a measure by code and title; the programme itself without a code."""
    if not measure:
        return _("the programme itself")
    title = measures.get(measure)
    return f"{measure} {title}" if title else measure


def leverage_text(one: Leverage | None) -> str:
    """Return a leverage with one decimal, or that it is unknown."""
    tenths = one.tenths if one else None
    if tenths is None:
        return _("unknown")

    return number(Decimal(tenths).scaleb(-1))


def party_sentences(found: PartyMoney, name: str, people: int | None) -> list[str]:
    """Return what a party pays and gets, as a councillor would say it."""
    if found.planned_cents is None:
        told = [_("The plan has no line in the name of %(name)s yet.") % {"name": name}]
    else:
        told = [_pays(found, name, people)]
    if found.paid_cents:
        paid = {"name": name, "paid": euro(found.paid_cents)}
        told.append(_("%(name)s has paid %(paid)s into the cash so far.") % paid)
    if found.got_cents:
        got = {"name": name, "got": euro(found.got_cents)}
        told.append(_("%(name)s has received %(got)s from the cash for its projects.") % got)
    if found.leverage and found.leverage.own_cents:
        told.append(_stands_beside(found.leverage, name))
    return told


def _pays(found: PartyMoney, name: str, people: int | None) -> str:
    known = {
        "name": name,
        "planned": euro(found.planned_cents or 0),
        "decided": euro(found.decided_cents),
    }
    each = per_head(found.planned_cents, people)
    if each is None:
        return _("By the plan %(name)s pays %(planned)s, of which %(decided)s was decided.") % known
    return _(
        "By the plan %(name)s pays %(planned)s, which is %(each)s per inhabitant over the whole "
        "period. Of this %(decided)s was decided."
    ) % {**known, "each": euro(each)}


def _stands_beside(one: Leverage, name: str) -> str:
    """Return what stands beside the money of a party in its projects."""
    count = len(one.measures)
    return ngettext(
        "In the project that %(name)s pays for, %(project)s is planned in all: %(ratio)s euros for "
        "each of its own.",
        "In the %(count)s projects that %(name)s pays for, %(project)s is planned in all: "
        "%(ratio)s euros for each of its own.",
        count,
    ) % {
        "count": number(count),
        "name": name,
        "project": euro(one.project_cents),
        "ratio": leverage_text(one),
    }


def leverage_rule() -> str:
    """Return how leverage is computed, with its limits."""
    return _(
        "Leverage is all planned money of the projects that somebody pays for, divided by its own "
        "money in them. It is 1 when nobody else pays. The money of a project counts for each who "
        "pays, so leverages do not add up; and it does not say that one euro caused the other. "
        "Programme costs stay out."
    )


def answer_text(column: Column, answer: Answer) -> str:
    """Return a cell of a SiSa table as people read it; empty when it was not answered."""
    if answer is None:
        return ""
    if isinstance(answer, int):
        return euro(answer)
    words = {YES: _("Yes"), NO: _("No")}
    return words.get(answer, answer) if column.kind is ColumnKind.YES_NO else answer


def missing_answers(count: int) -> str:
    """Return how many answers are missing before a year can be locked."""
    return ngettext("%(count)s answer is missing.", "%(count)s answers are missing.", count) % {
        "count": number(count)
    }
